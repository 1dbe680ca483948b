"""Opens the window: ``run()``. Unexpected errors are noted and told in one sentence."""

from __future__ import annotations

# Everything without Qt first: once PySide6 is there, each further import costs twice, because
# shiboken reads the module's source to see whether it uses Qt.
import base64  # noqa: F401
import html  # noqa: F401
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from app.resources import asset
from app.store import folders
from app.store.database import Store, StoreError

# isort: split
from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.gui import theme
from app.gui.fonts import load_fonts
from app.gui.language import SYSTEM, speak
from app.gui.main_window import MainWindow
from app.gui.settings import load_settings


def run(
    scenario: str | None = None, language: str = SYSTEM, *, author: Path | None = None
) -> int:
    """Open the window, on the briefing of ``scenario`` if given; the exit code when it closes.

    ``language`` takes the place of the one in the settings until it is changed there.
    ``author``: a folder or file for the author view.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([sys.argv[0] if sys.argv else "norestore"])
    app.setApplicationName("Point of No Restore")
    app.setDesktopFileName("norestore")
    app.setWindowIcon(QIcon(str(asset("icons", "norestore.svg"))))
    window = make_window(app, language)
    if scenario:
        window.open_case_when_read(scenario)
    if author is not None:
        window.pages.author.open(author)
    reporter = ErrorReporter(window)
    before, sys.excepthook = sys.excepthook, reporter.hook
    window.show()
    try:
        return app.exec()
    finally:
        sys.excepthook = before
        window.release()


def make_window(app: QApplication, language: str = SYSTEM) -> MainWindow:
    """The window as the player left it, not yet shown; in ``language``, if given."""
    notice = ""
    store: Store | None = None
    try:
        store = Store(folders.database_file())
        notice = store.notice
    except StoreError as error:
        notice = str(error)
    settings = load_settings(store)
    speak(app, language or settings.language)
    load_fonts(asset("fonts"))
    dark = theme.system_is_dark(app)
    theme.apply(
        app,
        theme.make_theme(settings.mode, settings.text_percent, settings.reduced_motion, dark),
    )
    window = MainWindow(app, store, settings)
    if notice:
        about = QCoreApplication.translate("MainWindow", "About your settings")
        window.show_problem(about, notice)
    return window


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
