"""Hints in the journal: written, read again, kept through undo, refused in an examination."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.engine.coverage import PRESETS
from app.play import journal
from app.play.journal import Hint
from app.play.playthrough import HintError, Playthrough
from tests.toy import build


def start(path: Path, *, exam: bool = False) -> Playthrough:
    return Playthrough.start(build(), PRESETS["solid"], 3, path, exam=exam)


def test_a_hint_is_written_down_and_undo_does_not_give_it_back(tmp_path: Path) -> None:
    path = tmp_path / "play.jsonl"
    play = start(path)
    play.take_hint()
    play.choose("ask")
    play.take_hint()
    play.undo()
    assert play.hints == ("alarm", "alarm")
    assert journal.read(path).events.count(Hint("alarm")) == 2
    resumed = Playthrough.resume(path, lambda _: build())
    assert resumed.hints == play.hints
    assert resumed.decisions == ()
    assert resumed.message == ""


def test_hints_survive_a_changed_scenario(tmp_path: Path) -> None:
    path = tmp_path / "play.jsonl"
    play = start(path)
    play.take_hint()
    play.choose("ask")
    resumed = Playthrough.resume(path, lambda _: build("toy-2"))
    assert resumed.hints == ("alarm",)
    assert resumed.journal_path is not None
    again = Playthrough.resume(resumed.journal_path, lambda _: build("toy-2"))
    assert again.hints == ("alarm",)


def test_an_examination_has_no_hints(tmp_path: Path) -> None:
    path = tmp_path / "play.jsonl"
    play = start(path, exam=True)
    with pytest.raises(HintError):
        play.take_hint()
    assert play.hints == ()
    assert journal.read(path).events == ()


def test_after_the_ending_there_is_nothing_to_hint_at(tmp_path: Path) -> None:
    play = start(tmp_path / "play.jsonl")
    play.choose("hand_over")
    with pytest.raises(HintError):
        play.take_hint()
