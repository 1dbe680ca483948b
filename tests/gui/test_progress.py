"""Progress, its catching up, its exports, and the lesson that comes back on the title."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from app.authoring.loading import parse_scenario
from app.engine.coverage import PRESETS
from app.gui.library import Entry
from app.gui.main_window import MainWindow
from app.gui.screens.progress import ProgressScreen
from app.gui.settings import Settings
from app.gui.widgets.reminder import ReminderCard
from app.play import saves
from app.reports.reminders import Recall
from app.store import folders, progress
from app.store.database import Store
from app.store.progress import Reminder, ReviewedDecision, ReviewedPlay
from tests.gui.looks import assert_texts_fit
from tests.gui.test_text_fits import cut, settle, shown, size
from tests.scenarios import SMALL

__all__ = ["size"]

SCENARIO = parse_scenario(SMALL).scenario
PLAY = ReviewedPlay("a", "small", 1000_00, 300_00, -5000, 76, 1, 2, True, "2026-03-01T10:00+00:00")
ONE = ReviewedDecision(
    "a", 1, "small", "alarm", "restore", "ask", 30_000, 90_000, "grave", "verify", "certain"
)
PLAYS = [replace(PLAY, journal=str(n), rating=rating) for n, rating in enumerate((40, 60, 90))]
DECISIONS = [replace(ONE, number=n, label="best" if n % 2 else "grave") for n in range(1, 9)] + [
    replace(ONE, number=9, duty="", sure="unsure")
]


@pytest.fixture
def store(home: Path):
    with Store(folders.database_file()) as opened:
        yield opened


@pytest.fixture
def window(qtbot, qapp: QApplication, store: Store) -> MainWindow:
    made = MainWindow(qapp, store, Settings(), load=lambda: (Entry("small", SCENARIO),))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.entries is not None)
    return made


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def finish(store: Store) -> str:
    play = saves.new_play(SCENARIO, PRESETS["solid"], 7)
    play.choose("ask", "certain")
    play.choose("hand_over")
    saves.note_progress(play, store)
    assert play.journal_path is not None
    return play.journal_path.name


def test_progress_catches_up_on_plays_whose_review_nobody_opened(
    window: MainWindow, store: Store, qtbot
) -> None:
    names = {finish(store), finish(store)}
    (folders.journals_folder() / "lost.jsonl").write_bytes(b"no journal\n")
    store.add_finished(replace(store.finished()[0], journal="lost.jsonl"))
    window.title.progress_button.click()
    page = window.pages.currentWidget()
    assert isinstance(page, ProgressScreen)
    qtbot.waitUntil(lambda: page.table.rowCount() == 2)
    assert {play.journal for play in progress.reviews(store)} == names
    assert [row.sure for row in progress.decisions(store)] == ["certain", ""] * 2
    assert "Small crash" in page.trend.accessibleDescription()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window.title


def test_a_review_that_is_looked_at_is_kept(window: MainWindow, store: Store, qtbot) -> None:
    name = finish(store)
    window.continue_play(folders.journals_folder() / name)
    window.open_claim()
    window.open_review()
    qtbot.waitUntil(lambda: len(progress.reviews(store)) == 1)
    window.desk.undo()
    qtbot.waitUntil(lambda: progress.reviews(store) == ())


def test_without_plays_progress_says_what_to_do(window: MainWindow, qtbot) -> None:
    window.asides.progress()
    page = window.pages.currentWidget()
    qtbot.waitUntil(page.empty.isVisible)
    assert "Nothing yet." in texts(page)
    assert not page.export_plays.isVisible()
    assert window.focusWidget() is page.empty.begin
    page.empty.begin.click()
    assert window.focusWidget() is window.title.cards[0]


@pytest.mark.parametrize("what", ["plays", "decisions"])
def test_csv_is_written_where_the_player_says(
    window: MainWindow, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    progress.add_review(store, PLAY, (ONE,))
    target = tmp_path / "mine"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.asides.progress()
    page = window.pages.currentWidget()
    (page.export_plays if what == "plays" else page.export_decisions).click()
    assert "small" in target.with_suffix(".csv").read_text("utf-8-sig")
    assert "Saved: " in page.note.text()


def test_a_folder_that_refuses_is_told(
    window: MainWindow, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    progress.add_review(store, PLAY, (ONE,))
    target = tmp_path / "no" / "mine.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.asides.progress()
    window.pages.currentWidget().export_plays.click()
    assert window.sheet() is not None


def test_the_lesson_comes_back_on_the_title_until_it_was_answered(
    window: MainWindow, store: Store, qtbot
) -> None:
    week = datetime.now(UTC) - timedelta(days=8)
    progress.add_review(store, replace(PLAY, finished=week.isoformat()), (ONE,))
    window.open_title()
    card = window.title.reminder
    assert card is not None
    assert "you chose “Restore”" in texts(card)
    assert "Tell the client" not in texts(card)
    qtbot.keyClick(card.show_answer, Qt.Key.Key_Return)
    assert "Tell the client" in texts(card)
    assert card.away.hasFocus()
    qtbot.keyClick(card.away, Qt.Key.Key_Return)
    assert not card.isVisible()
    window.open_title()
    assert window.title.reminder is None


def make_progress() -> ProgressScreen:
    screen = ProgressScreen()
    screen.show_progress(PLAYS, DECISIONS, [SCENARIO])
    return screen


def make_card() -> ReminderCard:
    reminder = Reminder("a", 7, "small", "alarm", "restore", "ask", "")
    return ReminderCard(Recall(reminder, "9 days ago", "Why so? " * 12, "So. " * 40, "§ 280 BGB"))


@pytest.mark.parametrize("make", [make_progress, make_card])
def test_no_text_is_cut(
    qtbot, qapp: QApplication, size: tuple[int, int], make: Callable[[], QWidget]
) -> None:
    screen = make()
    width, height = size
    if isinstance(screen, ReminderCard):
        screen.show_answer.click()
        width, height = width // 2, max(height, screen.heightForWidth(width // 2))
    shown(qtbot, qapp, screen, width, height)
    settle(qapp)
    assert list(cut(screen)) == []
    for chart in (screen.kinds, screen.sure) if isinstance(screen, ProgressScreen) else ():
        assert_texts_fit(chart.painted(), chart.width(), chart.height())
