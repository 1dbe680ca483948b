"""Fingers: what is pressed is large enough, and what scrolls follows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QScroller,
    QWidget,
)

from app.gui.library import Entry
from app.gui.screens.briefing import BriefingScreen
from app.gui.screens.play import PlayScreen
from app.gui.screens.settings import SettingsScreen
from app.gui.screens.title import TitleScreen
from app.gui.settings import Settings
from app.gui.widgets.panels import TerminalPage
from app.gui.widgets.scroll import Scroll
from tests.gui.sample_views import second_scene
from tests.toy import build

LEAST = 40


def title() -> QWidget:
    screen = TitleScreen()
    screen.show_library((Entry("toy", build()),), {}, None)
    return screen


def briefing() -> QWidget:
    screen = BriefingScreen()
    screen.show_scenario(build())
    return screen


def play() -> QWidget:
    screen = PlayScreen()
    screen.choices.sure.set_wanted(True)
    screen.show_view(second_scene(), "Server crash", can_undo=True)
    return screen


@pytest.mark.parametrize(
    "make", [title, briefing, play, lambda: SettingsScreen(Settings(), Path("/x"))]
)
def test_what_is_pressed_is_large_enough(
    qtbot, qapp: QApplication, make: Callable[[], QWidget]
) -> None:
    screen = make()
    qtbot.addWidget(screen)
    screen.resize(1280, 800)
    screen.show()
    for _ in range(4):
        qapp.processEvents()
    small = {
        f"{type(part).__name__} {part.accessibleName()}": part.size().toTuple()
        for part in screen.findChildren(QWidget)
        if isinstance(part, QAbstractButton | QLineEdit)
        and part.isVisible()
        and part.window() is screen
        and part.accessibleName()
        and min(part.width(), part.height()) < LEAST
    }
    assert small == {}


def test_what_scrolls_follows_the_finger(qtbot) -> None:
    pane, terminal = Scroll(QWidget()), TerminalPage()
    qtbot.addWidget(pane)
    qtbot.addWidget(terminal)
    for area in (pane, terminal.output):
        assert QScroller.hasScroller(area.viewport())
