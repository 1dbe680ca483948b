"""Motion is short, gives way to any key or click, and is none at all where it is not wanted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.engine.scenario import PanelKind
from app.gui.screens.play import PlayScreen
from app.gui.widgets.haste import LONGEST_MS
from app.gui.widgets.panels import TYPING_MS
from app.play.view import PanelView, SceneView
from tests.gui.looks import dress
from tests.gui.sample_views import first_scene, second_scene

OUTPUT = "\n".join(f"[{i:02}] ata3: failed command: READ FPDMA QUEUED" for i in range(30))


def with_terminal(title: str = "root@fs02") -> SceneView:
    panel = PanelView(PanelKind.TERMINAL, title, OUTPUT)
    return replace(second_scene(), panels=(panel,), scene="phone")


@pytest.fixture
def screen(qtbot: QtBot) -> PlayScreen:
    dress(still=False)
    made = PlayScreen()
    made.resize(1280, 800)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.show_view(first_scene(), "Server crash", can_undo=False)
    made.haste.settle()
    return made


def output(screen: PlayScreen) -> str:
    terminal = screen.findChild(QPlainTextEdit, "terminal")
    assert terminal is not None
    return terminal.toPlainText()


def at_rest(screen: PlayScreen) -> bool:
    running = QAbstractAnimation.State.Running
    moving = [a for a in screen.findChildren(QAbstractAnimation) if a.state() == running]
    return not moving and not [t for t in screen.findChildren(QTimer) if t.isActive()]


def test_a_new_terminal_types_itself_and_then_nothing_runs(
    screen: PlayScreen, qtbot: QtBot
) -> None:
    screen.show_view(with_terminal(), "Server crash", can_undo=True)
    QApplication.processEvents()
    assert screen.documents.is_moving()
    assert len(output(screen)) < len(OUTPUT)
    assert screen.documents.pages.currentWidget().accessibleDescription() == OUTPUT
    qtbot.waitUntil(lambda: at_rest(screen), timeout=5000)
    assert output(screen) == OUTPUT
    assert max(TYPING_MS, LONGEST_MS) <= 1000
    assert not screen.haste.is_watching


@pytest.mark.parametrize("way", ["key", "click"])
def test_a_choice_ends_all_motion_and_counts(screen: PlayScreen, qtbot: QtBot, way: str) -> None:
    screen.show_view(with_terminal(), "Server crash", can_undo=True)
    assert screen.haste.is_watching
    first = screen.choices.cards[0]
    with qtbot.waitSignal(screen.chosen) as taken:
        if way == "key":
            qtbot.keyClick(screen, "1")
        else:
            qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert taken.args == [first.choice_id]
    assert output(screen) == OUTPUT
    assert not screen.scene.is_moving()
    assert not screen.head.client.counting
    assert not screen.haste.is_watching


def test_any_other_key_ends_it_too(screen: PlayScreen, qtbot: QtBot) -> None:
    screen.show_view(with_terminal(), "Server crash", can_undo=True)
    with qtbot.assertNotEmitted(screen.chosen):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Shift)
    assert output(screen) == OUTPUT


def test_what_stood_there_before_is_not_typed_again(screen: PlayScreen, qtbot: QtBot) -> None:
    screen.show_view(with_terminal(), "Server crash", can_undo=True)
    screen.haste.settle()
    screen.show_view(replace(with_terminal(), title="Later"), "Server crash", can_undo=True)
    assert output(screen) == OUTPUT


def test_taking_a_step_back_types_nothing(screen: PlayScreen, qtbot: QtBot) -> None:
    screen.show_view(with_terminal(), "Server crash", can_undo=True, animate=False)
    assert output(screen) == OUTPUT


def test_reduced_motion_shows_all_at_once(screen: PlayScreen, qtbot: QtBot) -> None:
    dress(still=True)
    screen.show_view(with_terminal("root@fs03"), "Server crash", can_undo=True)
    assert output(screen) == OUTPUT
    assert at_rest(screen)
    assert not screen.haste.is_watching
