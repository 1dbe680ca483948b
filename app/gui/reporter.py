"""Unexpected errors: noted in a file, told in one sentence."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.store import folders

if TYPE_CHECKING:
    from app.gui.main_window import MainWindow


class ErrorReporter(QObject):
    """Writes what nobody expected to the error log and tells the player where it is.

    Nothing is lost then: every decision is in the journal already.
    """

    _told = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        # A signal, because errors of other threads must not touch the window.
        self._told.connect(self._tell)

    def hook(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """For ``sys.excepthook``."""
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        path = folders.error_log_file()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8") as log:
                log.write(f"--- {datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}\n")
                log.writelines(traceback.format_exception(kind, error, trace))
            where = self.tr("The details are in {file}.").replace("{file}", str(path))
        except OSError:
            where = self.tr("The details could not be written down.")
        saved = self.tr(
            "An error of the game's own. Your play is saved up to the last decision; you can go "
            "on, or close the window and start again."
        )
        self._told.emit(f"{saved}\n\n{where}")

    def _tell(self, text: str) -> None:
        if self._window.sheet() is None:
            self._window.show_problem(self.tr("That should not have happened"), text)
