from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.store import folders, progress, shelf
from app.store.database import FinishedPlay, Store
from app.store.progress import ReviewedDecision, ReviewedPlay

PLAY = ReviewedPlay("a.jsonl", "toy", 1000, 300, -50, 76, 1, 2, True, "2026-03-01T10:00:00+00:00")
DEAR = ReviewedDecision(
    "a.jsonl", 1, "toy", "alarm", "look", "ask", 300, 900, "grave", "verify", "certain"
)
FREE = ReviewedDecision("a.jsonl", 2, "toy", "alarm", "ask", "ask", 0, 2000, "best", "", "")


def at(day: int) -> datetime:
    return datetime(2026, 3, day, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path):
    with Store(tmp_path / "s.sqlite3") as opened:
        yield opened


def test_a_review_is_kept_once_for_each_play(store: Store) -> None:
    progress.add_review(store, PLAY, (DEAR, FREE))
    progress.add_review(store, replace(PLAY, rating=80), (DEAR,))
    assert progress.reviews(store) == (replace(PLAY, rating=80),)
    assert progress.decisions(store) == (DEAR,)


def test_the_dearest_decision_comes_back_after_7_and_30_days(store: Store) -> None:
    progress.add_review(store, PLAY, (DEAR, FREE))
    assert progress.due_reminders(store, at(7)) == ()
    (due,) = progress.due_reminders(store, at(8))
    assert (due.days, due.node, due.chosen, due.best) == (7, "alarm", "look", "ask")
    progress.end_reminder(store, due, at(8))
    assert progress.due_reminders(store, at(30)) == ()
    assert [reminder.days for reminder in progress.due_reminders(store, at(31))] == [30]
    # Working the same review out again brings nothing back.
    progress.add_review(store, PLAY, (DEAR, FREE))
    assert progress.due_reminders(store, at(8)) == ()


def test_without_a_fault_the_decision_with_most_at_stake_comes_back(store: Store) -> None:
    progress.add_review(store, PLAY, (replace(DEAR, regret=0), FREE))
    (due,) = progress.due_reminders(store, at(9))
    assert (due.chosen, due.best) == ("ask", "ask")


def test_progress_can_be_forgotten_for_a_play_and_altogether(store: Store) -> None:
    other = replace(PLAY, journal="b.jsonl")
    progress.add_review(store, PLAY, (DEAR,))
    progress.add_review(store, other, ())
    progress.forget_review(store, "a.jsonl")
    assert progress.reviews(store) == (other,)
    assert progress.due_reminders(store, at(31)) == ()
    progress.forget_progress(store)
    assert progress.reviews(store) == ()


def ended(journal: str) -> FinishedPlay:
    return FinishedPlay(
        journal, "toy", "none", 1, False, "won", 0, 0, 0, 0, 0, 0, "2026-03-01T10:00:00+00:00"
    )


def test_what_was_forgotten_is_not_caught_up_on(store: Store) -> None:
    store.add_finished(ended("a.jsonl"))
    assert progress.unreviewed(store) == (ended("a.jsonl"),)
    progress.add_review(store, PLAY, (DEAR,))
    assert progress.unreviewed(store) == ()
    progress.forget_progress(store)
    assert progress.unreviewed(store) == ()
    progress.add_review(store, PLAY, (DEAR,))
    assert progress.reviews(store) == ()
    # Taken up again and ended anew, it counts as any other.
    store.remove_finished("a.jsonl")
    store.add_finished(ended("a.jsonl"))
    progress.add_review(store, PLAY, (DEAR,))
    assert progress.reviews(store) == (PLAY,)


def test_a_copy_counts_once_with_its_original(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{}\n")
    store.add_finished(ended("a.jsonl"))
    copy = shelf.duplicate(store, tmp_path / "a.jsonl", "copy")
    assert {play.journal for play in store.finished()} == {"a.jsonl", copy.name}
    assert [play.journal for play in progress.unreviewed(store)] == ["a.jsonl"]


def test_what_is_deleted_leaves_no_trace_in_the_file(tmp_path: Path) -> None:
    with Store(tmp_path / "s.sqlite3") as opened:
        opened.set_setting("note", "a word of one's own")
        assert b"a word of one's own" in opened.path.read_bytes()
        opened.forget_settings()
    assert b"a word of one's own" not in (tmp_path / "s.sqlite3").read_bytes()


def test_names_trash_and_copies(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(folders.HOME_VARIABLE, str(tmp_path))
    play = folders.journals_folder() / "a.jsonl"
    play.parent.mkdir()
    play.write_text("{}\n")
    shelf.rename(store, "a.jsonl", "  my \n slot ")
    assert shelf.names(store) == {"a.jsonl": "my slot"}
    copy = shelf.duplicate(store, play, "copy")
    assert copy.read_text() == "{}\n"
    assert shelf.names(store)[copy.name] == "copy"
    gone = shelf.throw_away(play)
    assert folders.journal_files() == (copy,)
    play.write_text("another\n")
    back = shelf.put_back(gone)
    assert back.name == "a-3.jsonl"
    assert play.read_text() == "another\n"
    shelf.rename(store, "a.jsonl", " ")
    assert "a.jsonl" not in shelf.names(store)
    shelf.forget_plays(store)
    assert folders.journal_files() == ()
    assert shelf.names(store) == {}
