"""Every kind of defect, planted at several places of every case that ships, is told there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from app.authoring.dilemmas import check_dilemmas
from app.authoring.finding import Finding, Report, ScenarioFileError
from app.authoring.lint import check, lint
from app.authoring.loading import Loaded, parse_scenario, read_scenario
from app.authoring.new_case import new_case
from app.authoring.rules import Severity
from app.authoring.translation import check_po
from app.authoring.wording import check_review
from app.resources import scenario_folders
from tests.authoring.defects import ADVICE, DEFECTS, places, planted, sound

FOLDERS = {folder.name: folder for folder in scenario_folders()}
PLACES = 3
LARGE = "server-crash"
"""Walking through it takes seconds, so defects of its story are planted one by one elsewhere."""

TOGETHER = (
    "a soft-lock",
    "an outcome that cannot happen",
    "a photo without words",
    "a text that is never shown",
    "a variable nobody reads",
    "a fact nobody reveals",
    "a pit",
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_case("template", tmp_path_factory.mktemp("cases"))


@cache
def base(folder: Path) -> tuple[str, Loaded]:
    text = (folder / "scenario.yaml").read_text(encoding="utf-8")
    return text, sound(text)


def told(text: str) -> list[Finding]:
    try:
        return check(parse_scenario(text))[0]
    except ScenarioFileError as error:
        return list(error.findings)


def advised(text: str) -> list[Finding]:
    loaded = parse_scenario(text)
    report = Report(loaded.file)
    check_review(loaded, report)
    check_dilemmas(loaded, report)
    return list(report.findings)


def folder_of(case: str, template: Path) -> Path:
    return FOLDERS.get(case, template)


def test_there_are_kinds_enough() -> None:
    assert len(DEFECTS) + len(ADVICE) >= 40


@pytest.mark.parametrize("case", ["template", *FOLDERS])
@pytest.mark.parametrize("kind", DEFECTS)
def test_a_planted_defect_is_told_at_its_line(kind: str, case: str, template: Path) -> None:
    defect = DEFECTS[kind]
    if case == LARGE and not defect.code.startswith("E"):
        return
    text, loaded = base(folder_of(case, template))
    for place in range(1 if case == LARGE else min(PLACES, places(loaded))):
        wounded, line = planted(text, loaded, defect, place)
        found = {(finding.code, finding.line) for finding in told(wounded)}
        assert (defect.code, line) in found, f"place {place}"


@pytest.mark.parametrize("case", ["template", "fourth-disk", "unchecked-backup"])
@pytest.mark.parametrize("kind", ADVICE)
def test_advice_stands_at_its_line(kind: str, case: str, template: Path) -> None:
    text, loaded = base(folder_of(case, template))
    for place in range(min(PLACES, places(loaded))):
        wounded, line = planted(text, loaded, ADVICE[kind], place)
        assert (ADVICE[kind].code, line) in {(one.code, one.line) for one in advised(wounded)}


def test_the_large_case_tells_many_defects_at_once() -> None:
    """Planted one after the other at different places, all are told by one look."""
    text, loaded = base(FOLDERS[LARGE])
    wanted = []
    for number, kind in enumerate(TOGETHER):
        text, _ = planted(text, loaded, DEFECTS[kind], number)
        text = text.replace("zz_", f"y{number}_").replace("#!", f"#{number}")
        loaded = parse_scenario(text)
        wanted.append((DEFECTS[kind].code, number))
    found = {(finding.code, finding.line) for finding in told(text)}
    for code, number in wanted:
        line = text[: text.index(f"#{number}\n")].count("\n") + 1
        assert (code, line) in found


def test_nothing_is_told_of_sound_cases(template: Path) -> None:
    for folder in (template, *FOLDERS.values()):
        for finding in lint(folder, advice=True):
            assert finding.severity == Severity.ADVICE or finding.code.startswith("T"), finding


WOUNDS = {
    "T102": lambda entry: entry.replace('msgstr "', "msgstr ", 1),
    "T202": lambda entry: entry[: entry.index("msgstr")] + 'msgstr ""\n',
    "T203": lambda entry: "#, fuzzy\n" + entry,
    "T204": lambda entry: entry.replace('msgid "', 'msgid "Formerly ', 1),
    "T205": lambda entry: entry.replace('msgctxt "', 'msgctxt "zz.', 1),
    "T301": lambda entry: entry.rstrip("\n")[:-1] + ' {clock}"\n',
    "T103": lambda entry: entry + "\n" + entry,
    "T201": lambda entry: "",
}


@pytest.mark.parametrize("code", WOUNDS)
def test_a_wounded_translation_is_told_at_its_entry(code: str, tmp_path: Path) -> None:
    folder = FOLDERS[LARGE]
    scenario = read_scenario(folder).scenario
    entries = (folder / "de.po").read_text(encoding="utf-8").split("\n\n")
    simple = [
        number
        for number, entry in enumerate(entries)
        if 'msgctxt "' in entry and 'msgid ""' not in entry and 'msgstr ""' not in entry
        and "#," not in entry
    ]  # fmt: skip
    for number in simple[:: len(simple) // 4][:4]:
        wounded = list(entries)
        wounded[number] = WOUNDS[code](entries[number] + "\n").rstrip("\n")
        file = tmp_path / "de.po"
        file.write_text("\n\n".join(wounded), encoding="utf-8")
        first = "\n\n".join(wounded[:number]).count("\n") + 3
        last = first + wounded[number].count("\n") + 1
        found = check_po(scenario, file)
        lines = [finding.line for finding in found if finding.code == code]
        assert lines
        assert all(first - 1 <= line <= last for line in lines) or code == "T201"
