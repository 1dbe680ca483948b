"""The whole game with nothing but keys, as one plays who has no mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.gui import language
from app.gui.main_window import MainWindow
from tests.gui.windows import SHORT, open_window

Key = Qt.Key


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    language.speak(qapp, "en")


def press(key: Qt.Key | str) -> None:
    here = QApplication.focusWidget()
    assert here is not None, f"nothing has the keyboard, to press {key}"
    QTest.keyClick(here, key)
    QApplication.processEvents()


def tab_to(window: MainWindow, name: str) -> None:
    """As somebody does who listens for a name."""
    for _ in range(60):
        if QApplication.focusWidget().accessibleName() == name:
            return
        press(Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {name!r}")


def page(window: MainWindow) -> QWidget:
    return window.pages.currentWidget()


@pytest.mark.parametrize("wanted", ["en", "de"])
def test_from_the_title_to_the_map_and_home(qtbot, qapp: QApplication, wanted: str) -> None:
    window = open_window(qtbot, qapp, wanted)
    words = {
        "en": ("Review your decisions", "To the title", "The fourth disk"),
        "de": ("Ihre Entscheidungen auswerten", "Zum Titelbild", "Die vierte Platte"),
    }[wanted]
    assert QApplication.focusWidget().accessibleName() == words[2]
    press(Key.Key_Return)
    assert page(window) is window.briefing
    press(Key.Key_Return)
    assert page(window) is window.play
    # A look around: documents, log book, keys, menu, and back to the choices.
    for key in ("?", Key.Key_Escape, Key.Key_Escape, Key.Key_Escape):
        press(key)
    press("1")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.desk.play.decisions == ()
    for number in range(30):
        if window.desk.play.state.is_terminal():
            break
        if number % 2:
            press("1")
        else:
            press(Key.Key_Down)
            press(Key.Key_Return)
    assert window.desk.play.state.is_terminal()
    press(Key.Key_Return)
    assert page(window) is window.claim
    tab_to(window, words[0])
    press(Key.Key_Return)
    assert page(window) is window.review
    window.tasks.wait()
    press("m")
    assert page(window) is window.pages.map
    first = window.pages.map.graph.chosen
    for _ in range(12):
        press(Key.Key_Up)
    assert window.pages.map.graph.chosen == SHORT.start != first
    press(Key.Key_Escape)
    assert page(window) is window.review
    tab_to(window, words[1])
    press(Key.Key_Return)
    assert page(window) is window.title
