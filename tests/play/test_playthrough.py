from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.engine.coverage import PRESETS
from app.engine.errors import IllegalChoiceError
from app.play import journal
from app.play.journal import Chosen
from app.play.journal_error import JournalError
from app.play.playthrough import Playthrough, UndoError, Undone
from tests.toy import build

TERMS = PRESETS["solid"]
SEED = 7


def start(path: Path | None = None, **options: bool) -> Playthrough:
    return Playthrough.start(build(), TERMS, SEED, path, **options)


def resume(path: Path, **changes: str) -> Playthrough:
    return Playthrough.resume(path, lambda _: build(**changes))


def test_choose_lets_chance_move_and_tells_the_consequence() -> None:
    play = start()
    play.choose("look")
    assert play.view().consequence in (("A disk clicks.",), ("Nothing to be seen.",))
    assert play.view().is_ending is False
    play.choose("restore")
    assert play.view().is_ending
    assert play.settlement().client_loss == play.view().client_loss > 0


def test_undo_takes_back_decisions_one_by_one_and_remembers_them() -> None:
    play = start()
    first = play.view()
    play.choose("ask")
    second = play.view()
    play.choose("look")
    play.undo()
    assert play.view() == second
    play.undo()
    assert play.view() == first
    assert play.undone == (Undone("alarm", "look"), Undone("alarm", "ask"))
    assert not play.can_undo
    with pytest.raises(UndoError, match="no decision"):
        play.undo()


def test_undo_takes_back_an_ending() -> None:
    play = start()
    play.choose("hand_over")
    play.undo()
    assert play.view().node_id == "alarm"


def test_the_same_choice_meets_the_same_luck_after_an_undo() -> None:
    play = start()
    play.choose("look")
    before = play.view()
    play.undo()
    play.choose("look")
    assert play.view() == before


def test_an_examination_has_no_undo(tmp_path: Path) -> None:
    play = start(tmp_path / "exam.jsonl", exam=True)
    play.choose("ask")
    assert not play.can_undo
    with pytest.raises(UndoError, match="examination"):
        play.undo()
    assert resume(tmp_path / "exam.jsonl").exam


def test_an_illegal_choice_changes_nothing(tmp_path: Path) -> None:
    play = start(tmp_path / "play.jsonl")
    saved = (tmp_path / "play.jsonl").read_bytes()
    with pytest.raises(IllegalChoiceError, match=r"on offer: look, ask, restore, hand_over"):
        play.choose("panic")
    assert play.decisions == ()
    assert (tmp_path / "play.jsonl").read_bytes() == saved


def test_resume_restores_view_notes_undone_and_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "play.jsonl"
    play = start(path)
    play.choose("look")
    play.undo()
    play.choose("ask")
    play.note("The boss called.")
    again = resume(path)
    assert again.view() == play.view()
    assert again.undone == play.undone
    assert again.message == ""
    assert "The boss called." in [line.text for line in again.view().log]
    again.choose("restore")
    assert resume(path).view() == again.view()


def test_a_note_stays_struck_through_when_its_decision_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "play.jsonl"
    play = start(path)
    play.note("Before.")
    play.choose("ask")
    play.note("After asking.")
    written = play.view().log[-1].when
    play.undo()
    play.note("Again before.")
    struck = [line for line in play.view().log if line.taken_back]
    assert [(line.text, line.when) for line in struck] == [("After asking.", written)]
    assert [note.text for note in play.notes if not note.taken_back] == ["Before.", "Again before."]
    assert resume(path).view() == play.view()
    again = resume(path, content_hash="toy-2")
    assert again.view() == play.view()


def test_how_sure_one_was_is_kept_and_not_scored(tmp_path: Path) -> None:
    path = tmp_path / "play.jsonl"
    play, silent = start(path), start()
    play.choose("ask", "fairly")
    silent.choose("ask")
    assert play.settlement() == silent.settlement()
    assert [decision.sure for decision in resume(path).decisions] == ["fairly"]


def test_earlier_scenes_can_be_read_with_the_choice_taken() -> None:
    play = start()
    first = play.view()
    play.choose("ask")
    ((view, choice),) = play.earlier()
    assert (view.node_id, view.paragraphs, view.panels) == (
        first.node_id,
        first.paragraphs,
        first.panels,
    )
    assert choice == next(card.text for card in first.choices if card.id == "ask")


def test_a_retelling_fixes_facts_and_outcomes(tmp_path: Path) -> None:
    scenario = build()
    plan = scenario.plans["as-it-happened"]
    path = tmp_path / "play.jsonl"
    for seed in range(8):
        play = Playthrough.start(scenario, TERMS, seed, plan=plan)
        play.choose("restore")
        assert play.view().node_id == "lost"
    play = Playthrough.start(scenario, TERMS, 3, path, plan=plan)
    play.choose("restore")
    assert resume(path).view() == play.view()


def test_a_changed_scenario_resumes_at_the_last_valid_decision(tmp_path: Path) -> None:
    path = tmp_path / "play.jsonl"
    play = start(path)
    for choice in ("ask", "look", "restore"):
        play.choose(choice)
    old = path.read_bytes()
    again = resume(path, content_hash="toy-2", without="look")
    assert again.decisions == (Chosen("ask", "alarm"),)
    assert "1 of 3 decisions still hold" in again.message
    assert again.journal_path is not None
    assert again.journal_path != path
    assert (tmp_path / "play.jsonl.superseded").read_bytes() == old
    again.choose("hand_over")
    third = resume(again.journal_path, content_hash="toy-2", without="look")
    assert third.view() == again.view()
    assert third.message == ""


def test_a_changed_scenario_in_which_all_still_holds_says_so(tmp_path: Path) -> None:
    path = tmp_path / "play.jsonl"
    play = start(path)
    play.choose("look")
    play.undo()
    play.note("first")
    play.choose("ask")
    play.note("last")
    again = resume(path, content_hash="toy-2")
    assert "all 1 decisions still hold" in again.message
    assert again.view() == play.view()
    assert again.undone == play.undone
    assert again.journal_path is not None
    assert resume(again.journal_path, content_hash="toy-2").view() == play.view()


def test_replay_reads_and_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "play.jsonl"
    play = start(path)
    play.choose("ask")
    before = path.read_bytes()
    replayed = Playthrough.replay(journal.read(path), build(), TERMS)
    replayed.choose("look")
    assert replayed.journal_path is None
    assert path.read_bytes() == before


def test_unknown_terms_leave_the_journal_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "play.jsonl"
    Playthrough.start(build(), replace(TERMS, id="golden"), SEED, path)
    with pytest.raises(JournalError, match=r"'golden' are not known; known are: none, small"):
        resume(path)
    assert path.exists()


def test_a_damaged_journal_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "play.jsonl"
    path.write_text('{"format": 1}\n{"choose": 5}\n')
    with pytest.raises(JournalError, match=r"play\.jsonl:1: 'seed' .* kept as play") as caught:
        resume(path)
    assert caught.value.line == 1
    assert not path.exists()
    assert (tmp_path / "play.jsonl.unreadable").read_text().startswith('{"format": 1}')


def test_two_windows_on_one_journal_do_not_mix(tmp_path: Path) -> None:
    path = tmp_path / "play.jsonl"
    start(path)
    one, other = resume(path), resume(path)
    one.choose("ask")
    saved = path.read_bytes()
    with pytest.raises(JournalError, match="another window"):
        other.choose("look")
    assert other.decisions == ()
    assert path.read_bytes() == saved


def test_an_existing_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "play.jsonl"
    path.write_text("precious")
    with pytest.raises(JournalError, match="already"):
        start(path)
    assert path.read_text() == "precious"
