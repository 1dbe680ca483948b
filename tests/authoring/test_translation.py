"""Translations follow their scenario: nothing is lost, and whatever does not fit is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.authoring.finding import Report, ScenarioFileError
from app.authoring.loading import load_scenario, parse_scenario
from app.authoring.pofile import Entry, PoFile, parse_po, po_text
from app.authoring.texts import texts
from app.authoring.translation import check_all, check_po, po_path, progress, update_po, updated
from app.engine.scenario import Scenario
from app.resources import scenario_folders
from tests.scenarios import SMALL

FIRST = "nodes.alarm.text.0"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "scenario.yaml").write_text(SMALL, encoding="utf-8")
    return tmp_path


def small(*changes: tuple[str, str]) -> Scenario:
    text = SMALL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return parse_scenario(text).scenario


def german(scenario: Scenario) -> PoFile:
    """All translated, each in its own way."""
    fresh = updated(scenario, "de", PoFile("", ()))
    return PoFile(
        fresh.header,
        tuple(replace(entry, translation=f"DE {entry.source}") for entry in fresh.entries),
    )


def by_key(file: PoFile) -> dict[str, Entry]:
    return {entry.key: entry for entry in file.entries}


def codes(scenario: Scenario, file: PoFile, folder: Path) -> list[str]:
    path = folder / "de.po"
    path.write_text(po_text(file), encoding="utf-8")
    return [finding.code for finding in check_po(scenario, path)]


def test_every_text_has_a_key_of_its_own() -> None:
    for path in scenario_folders():
        keys = [read.text.key for read in texts(load_scenario(path))]
        assert len(keys) == len(set(keys)) > 100


def test_a_new_file_asks_for_every_text_and_hints_at_its_use(folder: Path) -> None:
    scenario = load_scenario(folder)
    path = update_po(scenario, folder, "de")
    assert path == folder / "de.po"
    file = parse_po(path.read_text("utf-8"), Report("de.po"))
    assert [(e.key, e.source) for e in file.entries] == [
        (read.text.key, read.text.source) for read in texts(scenario)
    ]
    assert by_key(file)["title"].hints == ("the scenario's title",)
    assert "Language: de\n" in file.header
    assert progress(scenario, path) == (0, len(file.entries))
    assert {finding.code for finding in check_po(scenario, path)} == {"T202"}


def test_nothing_changes_without_a_change() -> None:
    scenario = small()
    once = german(scenario)
    assert updated(scenario, "de", once) == once


def test_a_changed_source_makes_the_translation_fuzzy_and_says_what_it_was() -> None:
    old = german(small())
    before = by_key(old)["title"]
    found = by_key(updated(small(("title: Small crash", "title: Big crash")), "de", old))["title"]
    assert (found.source, found.translation) == ("Big crash", before.translation)
    assert (found.fuzzy, found.previous, found.usable) == (True, "Small crash", False)
    again = updated(small(("title: Small crash", "title: Huge crash")), "de", PoFile("", (found,)))
    assert by_key(again)["title"].previous == "Small crash"


def test_a_paragraph_put_in_before_others_takes_no_translation_from_them() -> None:
    old = german(small())
    scenario = small(("  - You look after a server.", "  - New.\n  - You look after a server."))
    found = by_key(updated(scenario, "de", old))
    assert found["briefing.0"].translation == ""
    assert found["briefing.1"].translation == "DE You look after a server."
    assert not found["briefing.1"].fuzzy
    assert found["briefing.2"].translation == "DE You have no insurance."


def test_what_is_gone_stays_as_obsolete_and_comes_back() -> None:
    old = german(small())
    without = small(("  - {when: not insured, text: You have no insurance.}\n", ""))
    less = updated(without, "de", old)
    gone = [entry for entry in less.entries if entry.obsolete]
    assert [entry.translation for entry in gone] == ["DE You have no insurance."]
    back = by_key(updated(small(), "de", less))["briefing.1"]
    assert (back.translation, back.fuzzy) == ("DE You have no insurance.", False)


def test_comments_of_translators_stay() -> None:
    old = german(small())
    first = replace(old.entries[0], comments=("ask Ines",), flags=("no-wrap",))
    found = updated(small(), "de", PoFile(old.header, (first, *old.entries[1:]), ("mine",)))
    assert found.entries[0] == first
    assert found.comments == ("mine",)


def test_a_broken_file_is_not_overwritten(folder: Path) -> None:
    path = folder / "de.po"
    path.write_text("broken", encoding="utf-8")
    with pytest.raises(ScenarioFileError, match=r"de\.po:1:1: T102"):
        update_po(load_scenario(folder), folder, "de")
    assert path.read_text("utf-8") == "broken"


def test_a_language_is_no_path(folder: Path) -> None:
    assert po_path(folder, "pt_BR").name == "pt_BR.po"
    for odd in ("../de", "DE", "german", "", "de/x"):
        with pytest.raises(ValueError, match="no language code"):
            po_path(folder, odd)


def test_what_does_not_fit_is_told(folder: Path) -> None:
    scenario = small()
    whole = german(scenario)
    assert codes(scenario, whole, folder) == []
    title = whole.entries[0]
    for changed, code in (
        (replace(title, translation=""), "T202"),
        (replace(title, fuzzy=True), "T203"),
        (replace(title, source="Old"), "T204"),
        (replace(title, translation="um {clock}"), "T301"),
    ):
        assert codes(scenario, PoFile("", (changed, *whole.entries[1:])), folder) == [code]
    assert codes(scenario, PoFile("", whole.entries[1:]), folder) == ["T201"]
    assert codes(scenario, PoFile("", (title, *whole.entries)), folder) == ["T103"]
    extra = replace(title, key="nowhere")
    assert codes(scenario, PoFile("", (*whole.entries, extra)), folder) == ["T205"]


@pytest.mark.parametrize(
    ("kind", "translation", "code"),
    [
        ("terminal", "a\nb", []),
        ("terminal", "a\nb\nc", ["T302"]),
        ("terminal", "a b", ["T302"]),
        ("mail", "a\nb\nc", []),
        ("mail", "a b", ["T302"]),
    ],
)
def test_panels_keep_their_lines(
    folder: Path, kind: str, translation: str, code: list[str]
) -> None:
    panel = f'    panels:\n      - {{kind: {kind}, title: T, text: "one\\ntwo"}}\n'
    scenario = small(("    panels:\n", panel))
    key = "nodes.alarm.panels.0.body"
    whole = german(scenario)
    entries = tuple(
        replace(entry, translation=translation) if entry.key == key else entry
        for entry in whole.entries
    )
    assert key in by_key(whole)
    assert codes(scenario, PoFile("", entries), folder) == code


def test_findings_name_file_and_line(folder: Path) -> None:
    scenario = small()
    path = folder / "de.po"
    path.write_text('msgctxt "nowhere"\nmsgid "a"\nmsgstr "b"\n', encoding="utf-8")
    told = next(str(f) for f in check_all(scenario, folder) if f.code == "T205")
    assert told.startswith(f"{path}:1:1: T205 the scenario has no text 'nowhere' - ")


def test_a_play_reads_only_what_fits(folder: Path) -> None:
    scenario = load_scenario(folder)
    whole = german(scenario)
    first, second, third, *rest = whole.entries
    changed = (replace(first, fuzzy=True), replace(second, source="Old"), third, *rest[:-1])
    (folder / "de.po").write_text(po_text(PoFile("", changed)), encoding="utf-8")
    found = load_scenario(folder).translations["de"]
    assert set(found) == {entry.key for entry in (third, *rest[:-1])}
    (folder / "de.po").write_text("rubbish\n" * 500, encoding="utf-8")
    assert load_scenario(folder).translations == {}


@pytest.mark.parametrize("path", scenario_folders(), ids=lambda path: path.name)
def test_the_german_of_the_scenarios_is_whole(path: Path) -> None:
    scenario = load_scenario(path)
    assert check_po(scenario, path / "de.po") == []
    done, wanted = progress(scenario, path / "de.po")
    assert done == wanted
