"""Hostile files end in findings, soon, and run nothing."""

import string
import warnings
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.authoring.finding import ScenarioFileError
from app.authoring.lint import check
from app.authoring.loading import parse_scenario
from tests.patience import soon
from tests.scenarios import SMALL

"""Seconds of the processor, whatever else the machine does."""

BOMB = "a: &a [x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 8)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE = {
    "bomb": BOMB,
    "deep flow": "a: " + "[" * 100_000,
    "deep block": "".join(" " * n + "a:\n" for n in range(1500)),
    "deep keys": "? " * 100_000,
    "python": "!!python/object/apply:os.system ['true']",
    "python inside": SMALL.replace("asked: false", "asked: !!python/name:os.system false"),
    "wide": "a: [" + "1," * 900_000 + "1]",
    "many keys": "".join(f"k{n}: 1\n" for n in range(90_000)),
    "long key": "k" * 1_900_000 + ": 1",
    "quotes": "a: '" * 100_000,
    "huge number": SMALL.replace("hours: 1.5", "hours: " + "9" * 100_000),
    "huge decimal": SMALL.replace("hours: 1.5", "hours: 1." + "9" * 100_000),
    "exponent": SMALL.replace("hours: 1.5", "hours: 1e999999999"),
    "huge range": SMALL.replace("[0, 3]", "[0, 999999999]"),
    "huge money": SMALL.replace("4500.00 EUR", "9" * 5000 + ".00 EUR"),
    "huge fraction": SMALL.replace("intact: 1/2", "intact: 1/" + "9" * 5000),
}
EXPRESSIONS = [
    "__import__('os').system('true')",
    "().__class__.__bases__[0].__subclasses__()",
    "[x for x in (1,)] == 1",
    "(lambda: 1)()",
    "9 ** 9 ** 9 ** 9 > 1",
    "1 << 999999999 > 1",
    "looks * " * 60 + "looks > 1",
    "looks * 999999999999999 * 999999999999 > 1",
    "not " * 90 + "asked",
    "-" * 390 + "1 > 0",
    "looks % 0 > 1",
    "looks // looks > 1",
    "f'{asked}' == 'x'",
    "(asked := 1)",
    "await asked",
    "asked if asked else",
    "'\\d' == cause",
    "1if asked else 0",
    "1 is 1",
    "\u212a == 1",
    "asked\x0cand\x0casked.x",
    "9" * 399,
    "a" * 401,
]


def quick_findings(text: str) -> list[str]:
    """The codes of the findings, which must be there soon, without a warning."""
    with soon(), warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(ScenarioFileError) as caught:
            parse_scenario(text)
    assert str(caught.value)
    assert len(str(caught.value)) < 200_000
    return [finding.code for finding in caught.value.findings]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_soon(name):
    assert quick_findings(HOSTILE[name])


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_hostile_expressions_are_refused_soon(expression):
    quoted = '"' + expression.replace("\\", "\\\\").replace("\x0c", "\\f") + '"'
    broken = SMALL.replace("when: not asked\n", f"when: {quoted}\n", 1)
    assert quick_findings(broken) == ["E401"]


def test_many_faulty_expressions_are_refused_soon():
    choices = "".join(
        f"      c{n}: {{text: x, then: alarm, when: unknown_{n}, hours: 'n + {n}'}}\n"
        for n in range(9_000)
    )
    assert quick_findings(SMALL.replace("    choices:\n", f"    choices:\n{choices}", 1))


def test_many_sound_expressions_are_refused_soon():
    choices = "".join(
        f"      c{n}: {{text: x, then: alarm, when: looks + {n} > 3, hours: 'looks + {n}'}}\n"
        for n in range(4_000)
    )
    assert quick_findings(SMALL.replace("    choices:\n", f"    choices:\n{choices}", 1)) == [
        "E406"
    ]


def test_many_sound_reveals_are_refused_soon():
    words = "p: {disk: 0.25, controller: 0.75}"
    nodes = "".join(
        f"  n{n}: {{outcomes: {{a: {{{words}, then: alarm}}, b: {{p: rest, then: alarm}}}}}}\n"
        for n in range(1_500)
    )
    assert quick_findings(SMALL + nodes) == ["E406"]


def test_many_tables_of_probabilities_are_refused_soon():
    words = ", ".join(f"w{n}: {'1' if n == 0 else '0'}" for n in range(120))
    facts = "".join(f"  f{n}: {{{words}}}\n" for n in range(30))
    row = f"{{{words}}}"
    table = ", ".join(f"w{n}: {row}" for n in range(120))
    broken = SMALL.replace("facts:\n", f"facts:\n{facts}", 1).replace(
        "variables:\n", f"  z: {{given: f0, {table}}}\nvariables:\n", 1
    )
    weights = " + ".join(["x"] * 3)
    assert quick_findings(broken.replace("0.7 if fault", f"0.7 if {weights} == fault"))


def check_only_findings(text: str | bytes) -> None:
    with suppress(ScenarioFileError):
        parse_scenario(text)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_random_bytes(data):
    check_only_findings(data)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from(string.printable + "äß\u2028\ufeff"), max_size=300))
def test_random_text(text):
    check_only_findings(text)


@settings(max_examples=250, deadline=None)
@given(
    st.integers(0, len(SMALL)),
    st.integers(0, 40),
    st.text(alphabet="abfz01.{}[]:,'\"#|>-&*!? \n", max_size=12),
)
def test_a_good_file_with_a_random_wound(start, length, patch):
    """Whatever survives loading also survives the linter."""
    wounded = SMALL[:start] + patch + SMALL[start + length :]
    try:
        findings, _ = check(parse_scenario(wounded))
    except ScenarioFileError as error:
        findings = list(error.findings)
    for finding in findings:
        assert finding.line >= 1
        assert finding.remedy


@settings(max_examples=250, deadline=None)
@given(st.data())
def test_a_good_file_with_lines_out_of_place(data):
    lines = SMALL.splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 3))):
        source, target = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        lines.insert(target, lines.pop(source) if data.draw(st.booleans()) else lines[source])
    check_only_findings("".join(lines))
