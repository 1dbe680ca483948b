"""Hostile files, each opened in a process of its own that may take 2 s and 500 MB.

The kept corpus in ``corpus/`` has files that once came near a limit or stand for a kind of
attack; Hypothesis wounds them further.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.authoring.finding import Report, ScenarioFileError
from app.authoring.loading import parse_scenario
from app.authoring.pofile import parse_po
from app.authoring.walkfile import parse_tests
from tests.scenarios import SMALL

ROOT = Path(__file__).parents[2]
CORPUS = sorted((Path(__file__).parent / "corpus").iterdir())
SCENARIO = parse_scenario(SMALL).scenario

READ = """\
import resource, sys
from pathlib import Path
from app.authoring.lint import lint
from app.authoring.loading import parse_scenario
from app.authoring.finding import Report, ScenarioFileError
from app.authoring.pofile import read_po
from app.authoring.translation import check_po
from app.authoring.walkfile import read_tests
from tests.scenarios import SMALL
megabyte = 2 ** 20
before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
resource.setrlimit(resource.RLIMIT_AS, (500 * megabyte, 500 * megabyte))
resource.setrlimit(resource.RLIMIT_CPU, (int(before) + 4, int(before) + 4))
kind, path = sys.argv[1], Path(sys.argv[2])
if kind == "yaml":
    told = lint(path)
else:
    scenario = parse_scenario(SMALL).scenario
    try:
        told = check_po(scenario, path) if kind == "po" else read_tests(path, scenario)
    except ScenarioFileError as error:
        told = error.findings
spent = resource.getrusage(resource.RUSAGE_SELF).ru_utime - before
assert spent < 2, spent
print(len(told), told[0] if told else "")
"""
"""The processor's time counts, whatever else the machine does; imports are not the file's."""

BIG = "9" * 200_000
HOSTILE = {
    "aliases.yaml": "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(9)),
    "nested.yaml": "a: " + "[" * 900_000,
    "number.yaml": SMALL.replace("hours: 1.5", f"hours: {BIG}"),
    "product.yaml": SMALL.replace("looks < 3", "looks * " * 45 + "looks > 1"),
    "keys.yaml": "".join(f"k{n}: 1\n" for n in range(150_000)),
    "path.yaml": SMALL.replace("scene: office", "scene: ../../../../../../etc/passwd", 1),
    "id.yaml": SMALL.replace("id: small", "id: ../../small"),
    "nul.yaml": SMALL.replace("id: small", 'id: "small\\0"'),
    "aliases.tests": "format: 1\ntests: &t {a: *t}\n",
    "nested.tests": "format: 1\ntests: " + "{a: " * 400_000,
    "number.tests": f"format: 1\ntests: {{t: {{seed: {BIG}, choices: [], expect: {{}}}}}}\n",
    "path.tests": "format: 1\ntests: {../../t: {choices: [], expect: {ending: /etc/passwd}}}\n",
    "quotes.po": 'msgid "' + '\\"' * 1_500_000 + "\n",
    "entries.po": 'msgid "a"\nmsgstr "b"\n\n' * 150_000,
    "lines.po": 'msgid ""\n' + '"a"\n' * 700_000,
    "escapes.po": 'msgid "' + "\\" * 3_000_001 + '"\n',
    "braces.po": 'msgctxt "title"\nmsgid "Small crash"\nmsgstr "' + "{" * 3_000_000 + '"\n',
    "comments.po": "#" * 3_900_000,
}


def opened(kind: str, path: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", READ, kind, str(path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    return done.stdout


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_cost_little_and_are_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(HOSTILE[name], encoding="utf-8")
    told = opened(path.suffix[1:], path)
    assert not told.startswith("0 ")
    assert str(path) in told


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_the_corpus_costs_little_and_is_refused(path: Path) -> None:
    assert not opened(path.suffix[1:], path).startswith("0 ")


def read_any(kind: str, data: bytes) -> None:
    """As a program would; only findings may come of it."""
    with suppress(ScenarioFileError):
        if kind == "po":
            parse_po(data.decode("utf-8", "replace"), Report("de.po"))
        elif kind == "tests":
            parse_tests(data, SCENARIO)
        else:
            parse_scenario(data)


@given(
    st.sampled_from(CORPUS),
    st.integers(0, 2_000),
    st.integers(0, 60),
    st.binary(max_size=20),
)
def test_wounded_files_of_the_corpus(path: Path, start: int, length: int, patch: bytes) -> None:
    data = path.read_bytes()
    start %= len(data) + 1
    read_any(path.suffix[1:], data[:start] + patch + data[start + length :])


@given(st.text(alphabet='msgidctxr #~|,."\\n\n', max_size=300))
def test_any_text_as_a_translation(text: str) -> None:
    read_any("po", text.encode())
