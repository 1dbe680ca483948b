"""An author's own case, and a journal of it, opened in the window by the command line."""

from __future__ import annotations

from pathlib import Path

from app.authoring.loading import load_scenario
from app.engine.coverage import PRESETS
from app.gui import main
from app.gui.library import load_entries, load_entries_with
from app.play.playthrough import Playthrough

OWN = Path(__file__).parents[1] / "cli" / "toy"


def opened(qtbot, qapp, own: Path | None):
    window = main.make_window(qapp, own=own)
    qtbot.addWidget(window)
    return window


def test_an_own_folder_comes_first_in_the_library(tmp_path: Path) -> None:
    entries = load_entries_with(OWN)
    assert entries[0].id == load_scenario(OWN).id
    assert [entry.id for entry in entries[1:]] == [entry.id for entry in load_entries()]


def test_a_broken_own_folder_says_why(tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text("format: 1\n", encoding="utf-8")
    first = load_entries_with(tmp_path)[0]
    assert first.scenario is None
    assert "scenario.yaml" in first.problem


def test_a_journal_opens_where_its_play_was_left(qtbot, qapp, tmp_path: Path) -> None:
    scenario = load_scenario(OWN)
    journal = tmp_path / "walk.jsonl"
    play = Playthrough.start(scenario, PRESETS[scenario.default_terms], 3, journal)
    play.choose(play.state.legal_choices()[0].id)
    left = play.state.node_id
    window = opened(qtbot, qapp, OWN)
    window.when_read(lambda: window.continue_play(journal))
    window.show()
    qtbot.waitUntil(lambda: window.desk.play is not None, timeout=10_000)
    assert window.desk.play.state.node_id == left
    window.close()
