from __future__ import annotations

from pathlib import Path

import pytest

from app.engine.coverage import PRESETS
from app.play import saves
from app.play.playthrough import Playthrough
from app.store import folders
from app.store.database import Store
from tests.toy import build

TERMS = PRESETS["solid"]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(folders.HOME_VARIABLE, str(tmp_path))
    return tmp_path


def test_continue_takes_up_the_play_that_has_not_ended(home: Path) -> None:
    with Store(folders.database_file()) as store:
        assert saves.latest_unfinished(store) is None
        play = saves.new_play(build(), TERMS, 7)
        assert play.journal_path is not None
        assert saves.latest_unfinished(store) == play.journal_path
        play.choose("ask")
        saves.note_progress(play, store)
        assert saves.latest_unfinished(store) == play.journal_path
        play.choose("hand_over")
        saves.note_progress(play, store)
        assert saves.latest_unfinished(store) is None
        (entry,) = store.finished()
        bill = play.settlement()
        assert (entry.ending, entry.seed, entry.journal) == (
            "handed_over",
            7,
            play.journal_path.name,
        )
        assert (entry.client_loss, entry.claim, entry.you_pay) == (
            bill.client_loss,
            bill.claim,
            bill.you_pay,
        )


def test_a_finished_play_that_is_undone_can_be_continued() -> None:
    with Store(folders.database_file()) as store:
        play = saves.new_play(build(), TERMS, 7)
        play.choose("hand_over")
        saves.note_progress(play, store)
        play.undo()
        saves.note_progress(play, store)
        assert store.finished() == ()
        path = saves.latest_unfinished(store)
        assert path is not None
        assert Playthrough.resume(path, lambda _: build()).view() == play.view()


def test_a_play_without_a_journal_is_not_listed() -> None:
    with Store(folders.database_file()) as store:
        play = Playthrough.start(build(), TERMS, 7)
        play.choose("hand_over")
        saves.note_progress(play, store)
        assert store.finished() == ()
