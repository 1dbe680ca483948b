"""Hints during play: off by default, never in an examination, paid for, cancelled cleanly."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.engine.coverage import PRESETS
from app.gui.bridge import Desk, Tasks
from app.gui.hints import Hints
from app.gui.screens.play import PlayScreen
from app.gui.screens.settings import SettingsScreen
from app.gui.settings import Settings, load_settings, save_settings
from app.gui.widgets.overlay import Overlay
from app.gui.widgets.text import Prose
from app.play import journal
from app.play.journal import Hint
from app.play.playthrough import Playthrough
from app.store.database import Store
from tests.toy import build


class Table:
    """A play page with hints, as the window puts them together."""

    def __init__(self, qtbot: QtBot, path: Path, *, exam: bool = False, on: bool = True) -> None:
        self.play = Playthrough.start(build(), PRESETS["solid"], 3, path, exam=exam)
        self.desk, self.tasks, self.screen, self.on = Desk(None), Tasks(), PlayScreen(), on
        qtbot.addWidget(self.screen)
        self.hints = Hints(self.screen, self.desk, self.tasks, lambda: self.on)
        self.desk.scene_changed.connect(self.show)
        self.screen.resize(1280, 800)
        self.screen.show()
        self.desk.begin(self.play)

    def show(self) -> None:
        self.screen.show_view(self.play.view(), "Toy", can_undo=True, animate=False)

    def sheet(self) -> Overlay | None:
        return next((s for s in self.screen.findChildren(Overlay) if not s.isHidden()), None)

    def text(self) -> str:
        sheet = self.sheet()
        return " ".join(prose.text() for prose in sheet.findChildren(Prose)) if sheet else ""

    def press(self, name: str) -> None:
        sheet = self.sheet()
        assert sheet is not None
        next(b for b in sheet.findChildren(QPushButton) if name in b.text()).click()


def test_off_by_default_and_kept_when_switched_on(qtbot: QtBot, tmp_path: Path) -> None:
    assert not Settings().hints
    screen = SettingsScreen(Settings())
    qtbot.addWidget(screen)
    with qtbot.waitSignal(screen.changed) as told:
        screen.hints[1].click()
    store = Store(tmp_path / "settings.sqlite")
    save_settings(store, told.args[0])
    assert load_settings(store).hints
    store.close()


@pytest.mark.parametrize(("exam", "on"), [(True, True), (False, False)])
def test_neither_button_nor_key_where_it_is_not_allowed(
    qtbot: QtBot, tmp_path: Path, exam: bool, on: bool
) -> None:
    table = Table(qtbot, tmp_path / "play.jsonl", exam=exam, on=on)
    assert not table.screen.head.hint.isVisible()
    qtbot.keyClick(table.screen, Qt.Key.Key_H)
    assert table.sheet() is None


def test_the_button_comes_when_the_settings_change(qtbot: QtBot, tmp_path: Path) -> None:
    table = Table(qtbot, tmp_path / "play.jsonl", on=False)
    table.screen.hide()
    table.on = True
    table.screen.show()
    assert table.screen.head.hint.isVisible()


def test_a_hint_names_its_price_then_the_best_choice_and_is_noted(
    qtbot: QtBot, tmp_path: Path
) -> None:
    table = Table(qtbot, tmp_path / "play.jsonl")
    qtbot.keyClick(table.screen, Qt.Key.Key_H)
    assert "2 % of the case" in table.text()
    assert table.play.hints == ()
    table.press("Take the hint")
    qtbot.waitUntil(lambda: "Best here" in table.text(), timeout=20_000)
    assert "Hand over" in table.text()
    assert table.play.hints == ("alarm",)
    assert journal.read(tmp_path / "play.jsonl").events == (Hint("alarm"),)
    table.press("Close")
    qtbot.waitUntil(lambda: table.screen.findChild(Overlay) is None)
    qtbot.keyClick(table.screen, Qt.Key.Key_H)
    assert "Best here" in table.text()
    assert table.play.hints == ("alarm",)


def test_a_cancelled_hint_leaves_no_trace(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = Table(qtbot, tmp_path / "play.jsonl")
    held = []
    monkeypatch.setattr(table.tasks, "run", lambda *job: held.append(job))
    table.hints.ask()
    table.press("Take the hint")
    qtbot.waitUntil(lambda: "Working it out" in table.text())
    table.press("Close")
    ((work, done, failed),) = held
    try:
        done(work())
    except Exception as error:  # noqa: BLE001 - as the background runner does
        failed(error)
    assert table.sheet() is None
    assert table.play.hints == ()
    assert journal.read(tmp_path / "play.jsonl").events == ()


def test_after_the_ending_there_is_none(qtbot: QtBot, tmp_path: Path) -> None:
    table = Table(qtbot, tmp_path / "play.jsonl")
    assert table.screen.head.hint.isVisible()
    table.desk.choose("hand_over")
    assert not table.screen.head.hint.isVisible()
