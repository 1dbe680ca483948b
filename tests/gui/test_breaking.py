"""What the window does when something breaks: nothing is lost, and it says so."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.gui import main, reporter, starting
from app.gui.bell import Bell
from app.gui.main_window import MainWindow
from app.gui.reporter import ErrorReporter
from app.gui.settings import Settings, save_settings
from app.gui.theme import Mode
from app.gui.widgets.text import Button
from app.play import journal
from app.store import folders, one_window
from app.store.database import Store


@pytest.fixture
def window(qtbot, qapp: QApplication, home: Path) -> MainWindow:
    window = main.make_window(qapp)
    qtbot.addWidget(window, before_close_func=MainWindow.release)
    window.show()
    qtbot.waitUntil(lambda: window.entries is not None)
    return window


def stumble(told: ErrorReporter, error: BaseException) -> None:
    try:
        raise error
    except type(error):
        told.hook(*sys.exc_info())


def button(window: MainWindow, text: str) -> Button:
    return next(each for each in window.sheet().findChildren(Button) if text in each.text())


def test_the_report_can_be_copied(window: MainWindow) -> None:
    stumble(ErrorReporter(window), ZeroDivisionError("a fault of ours"))
    assert window.sheet().accessibleName() == "That should not have happened"
    copy = button(window, "Copy report")
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    text = QGuiApplication.clipboard().text()
    assert "ZeroDivisionError: a fault of ours" in text
    assert "Qt 6" in text
    assert "The report is copied" in copy.text()
    assert window.sheet() is not None


def test_what_a_problem_says_can_be_copied(window: MainWindow) -> None:
    window.show_problem("This was not saved", "a.jsonl:4: no space left.\n\nFree some.")
    copy = button(window, "Copy text")
    copy.setFocus()
    QTest.keyClick(copy, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "a.jsonl:4: no space left.\n\nFree some."
    assert copy.accessibleName() == "The text is copied"
    assert window.sheet() is not None


def test_going_on_reads_the_play_from_the_disk(window: MainWindow, qtbot) -> None:
    window.open_case("fourth-disk")
    window.start_play(window._briefed.default_terms, 7)
    first = window.desk.play
    window.play.choices.take(1)
    assert len(first.decisions) == 1
    written = journal.read(first.journal_path)
    assert len(written.events) == 1
    stumble(ErrorReporter(window), RuntimeError("muddle"))
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.play is not first)
    assert window.sheet() is None
    assert window.desk.play.journal_path == first.journal_path
    assert len(window.desk.play.decisions) == 1
    assert window.pages.currentWidget() is window.play


def test_one_sheet_at_a_time_and_not_for_ever(window: MainWindow, qtbot) -> None:
    told = ErrorReporter(window)
    for _ in range(2):
        stumble(told, ValueError("again"))
    assert window.sheet().accessibleName() == "That should not have happened"
    button(window, "Go on").click()
    qtbot.waitUntil(lambda: window.sheet() is None)
    stumble(told, ValueError("and again"))
    assert "--safe-mode" in " ".join(
        each.text() for each in window.sheet().findChildren(reporter.Prose)
    )
    button(window, "Close the game").click()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert folders.error_log_file().read_text("utf-8").count("ValueError") == 3


def test_errors_of_other_threads_are_told_too(
    window: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    ErrorReporter(window).listen()
    worker = threading.Thread(target=lambda: 1 // 0)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: window.sheet() is not None)
    assert "ZeroDivisionError" in folders.error_log_file().read_text("utf-8")


def test_a_window_that_cannot_be_completed_says_so_and_ends(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    codes: list[int] = []
    # Without a running loop, Qt would keep the wish to end for the loops of later tests.
    monkeypatch.setattr(starting, "QApplication", SimpleNamespace(exit=codes.append))
    try:
        raise ZeroDivisionError("before there was a window")
    except ZeroDivisionError:
        starting.give_up(*sys.exc_info())
    assert codes == [3]
    told = capsys.readouterr().err
    assert told.startswith("norestore: the window cannot open (ZeroDivisionError); saved plays")
    assert str(folders.error_log_file()) in told
    assert "before there was a window" in folders.error_log_file().read_text("utf-8")


def test_without_memory_the_game_is_closed(window: MainWindow) -> None:
    stumble(ErrorReporter(window), MemoryError())
    assert button(window, "Close the game")


def test_a_crash_of_the_last_run_is_told(window: MainWindow) -> None:
    ErrorReporter(window).tell_of_crash("Fatal Python error: Segmentation fault")
    assert window.sheet().accessibleName() == "Back after a fault"
    button(window, "Copy report").click()
    assert "Segmentation fault" in QGuiApplication.clipboard().text()


def test_safe_mode_has_the_settings_of_a_first_start_and_keeps_the_others(
    qtbot, qapp: QApplication, home: Path
) -> None:
    store = Store(folders.database_file())
    own = Settings(mode=Mode.DARK, text_percent=180, language="de")
    save_settings(store, own)
    store.close()
    window = main.front(qapp, "", None, safe=True)
    qtbot.addWidget(window, before_close_func=MainWindow.release)
    window.complete()
    assert window.settings == Settings()
    window.show()
    window.close()
    window.release()
    again = main.make_window(qapp, "en")
    qtbot.addWidget(again, before_close_func=MainWindow.release)
    assert (again.settings.mode, again.settings.text_percent) == (Mode.DARK, 180)


def test_a_second_start_brings_the_window_to_the_front(window: MainWindow, qtbot) -> None:
    Bell(window)
    window.showMinimized()
    assert one_window.call(patience=0) is False
    folders.call_file().touch()
    qtbot.waitUntil(lambda: not folders.call_file().exists())
    assert not window.isMinimized()


PROGRAM = """
import sys
import threading
from app.gui import starting
starting.start_qt()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have one screen")
def test_a_screen_that_is_not_there_is_a_sentence(root: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": ":987"}
    environment.pop("WAYLAND_DISPLAY", None)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("norestore: the window cannot open: ")
