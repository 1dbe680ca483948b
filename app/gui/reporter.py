"""Unexpected errors: noted in a file, told in one sentence, with a report to copy."""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.widgets.overlay import Overlay
from app.gui.widgets.text import Button, CopyButton, Prose
from app.store import faults

if TYPE_CHECKING:
    from app.gui.main_window import MainWindow

TOO_MANY = 3
"""After so many errors the window is no longer trusted to go on."""


class ErrorReporter(QObject):
    """Tells of what nobody expected, and lets the player go on where that is safe.

    Nothing is lost: every decision is on the disk before its scene shows. To go on means to read
    the play from there again, whatever the error did to the one in memory.
    """

    _noted = Signal(str, str, bool)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._count = 0
        self._sheet: Overlay | None = None
        # A signal, because errors of other threads must not touch the window.
        self._noted.connect(self._tell)

    def listen(self) -> None:
        """Hear of every error from now on, also of other threads', such as a workshop's."""

        def hear(told: threading.ExceptHookArgs) -> None:
            if told.exc_value is not None:
                self.hook(told.exc_type, told.exc_value, told.exc_traceback)

        sys.excepthook, threading.excepthook = self.hook, hear

    def hook(
        self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        """For ``sys.excepthook``."""
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        self._count += 1
        try:
            path = faults.note(error)
            where = self.tr("The details are in {file}.").replace("{file}", str(path))
        except OSError:
            where = self.tr("The details could not be written down.")
        safe = self._count < TOO_MANY and not isinstance(error, MemoryError | SystemError)
        saved = (
            self.tr(
                "An error of the game's own. Your play is saved up to the last decision; you can "
                "go on from there."
            )
            if safe
            else self.tr(
                "An error of the game's own, and going on is not safe. Your play is saved up to "
                "the last decision; please close the game and start it again. If this happens "
                "often, start it with --safe-mode."
            )
        )
        self._noted.emit(f"{saved}\n\n{where}", faults.report(error, parts()), safe)

    def tell_of_crash(self, report: str) -> None:
        """Say that the game died of a fault the last time."""
        text = self.tr(
            "The last time the game stopped by a fault of its own. Your play is saved up to the "
            "last decision. If this happens often, start the game with --safe-mode."
        )
        title = self.tr("Back after a fault")
        fault_sheet(self._window, title, text, report, self.tr("Go on"))

    def _tell(self, text: str, report: str, safe: bool) -> None:
        if self._sheet is not None:
            return  # one at a time; the log has them all
        window = self._window
        title = self.tr("That should not have happened")
        on = self.tr("Go on") if safe else self.tr("Close the game")
        self._sheet = fault_sheet(window, title, text, report, on)
        self._sheet.closed.connect(self._go_on if safe else window.close)

    def _go_on(self) -> None:
        self._sheet = None
        # When the sheet is gone: another may have to open.
        QTimer.singleShot(0, self._read_again)

    def _read_again(self) -> None:
        window = self._window
        play, page = window.desk.play, window.pages.currentWidget()
        if play is not None and play.journal_path and page is window.pages.made().get("play"):
            window.continue_play(play.journal_path)


def parts() -> dict[str, str]:
    """What a report should say of Qt."""
    return {"Qt": f"{qVersion()} ({QGuiApplication.platformName()})"}


def fault_sheet(window: MainWindow, title: str, text: str, report: str, on: str) -> Overlay:
    """A sheet with a text, a button that copies the report, and one that closes the sheet."""
    content = QWidget()
    prose = Prose("body", leading=112)
    prose.set_paragraphs(text.split("\n\n"))
    copied = QCoreApplication.translate("ErrorReporter", "The report is copied")
    copy = CopyButton(QCoreApplication.translate("ErrorReporter", "Copy report"), copied, report)
    go_on = Button(on, "entry", "forward")
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(8)
    column.addWidget(prose)
    column.addSpacing(8)
    column.addWidget(copy)
    column.addWidget(go_on)
    column.addStretch(1)
    sheet = Overlay(window.pages, title, content, [go_on])
    # The keyboard is on the way on, not on the first button.
    go_on.setFocus()
    return sheet
