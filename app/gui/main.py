"""Opens the window: ``run()``. Unexpected errors are noted and told in one sentence."""

from __future__ import annotations

# Everything without Qt first: once PySide6 is there, each further import costs twice, because
# shiboken reads the module's source to see whether it uses Qt.
import base64  # noqa: F401
import html  # noqa: F401
import sys
import traceback
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from app.resources import asset, find_scenario, scenario_folders
from app.store import folders
from app.store.database import Store, StoreError

# isort: split
from PySide6.QtCore import QCoreApplication, QObject, QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.gui.fonts import load_fonts
from app.gui.language import SYSTEM, speak
from app.gui.library import load_entries, load_entries_with
from app.gui.main_window import MainWindow
from app.gui.settings import dress, load_settings


def run(
    scenario: str | None = None,
    language: str = SYSTEM,
    journal: Path | None = None,
    author: Path | None = None,
) -> int:
    """Open the window; the exit code when it closes.

    ``scenario``, a name or an author's own folder, is opened at its briefing, ``journal`` at
    the scene where its play was left. ``language`` takes the place of the one in the settings
    until it is changed there. ``author``: a folder or file for the author view.
    """
    own = _own_folder(scenario)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([sys.argv[0] if sys.argv else "norestore"])
    app.setApplicationName("Point of No Restore")
    app.setDesktopFileName("norestore")
    app.setWindowIcon(QIcon(str(asset("icons", "norestore.svg"))))
    window = make_window(app, language, own)
    if journal is not None:
        window.when_read(lambda: window.continue_play(journal))
    elif own is not None:
        window.when_read(lambda: window.open_case((window.entries or ())[0].id))
    elif scenario:
        window.when_read(lambda: window.open_case(scenario))
    if author is not None:
        window.pages.author.open(author)
    # Room for the frame that the desktop will add: on a small laptop the lowest buttons would
    # lie off the screen.
    room = app.primaryScreen().availableSize() - QSize(16, 48)
    window.resize(window.size().boundedTo(room))
    reporter = ErrorReporter(window)
    before, sys.excepthook = sys.excepthook, reporter.hook
    window.show()
    try:
        return app.exec()
    finally:
        sys.excepthook = before
        window.release()


def _own_folder(scenario: str | None) -> Path | None:
    """The folder of a scenario that does not come with the program."""
    try:
        folder = find_scenario(scenario) if scenario else None
    except FileNotFoundError:
        return None
    return None if folder in scenario_folders() else folder


def make_window(app: QApplication, language: str = SYSTEM, own: Path | None = None) -> MainWindow:
    """The window as the player left it, not yet shown; in ``language``, if given.

    ``own``: the folder of a scenario to show beside those that come with the program.
    """
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
    dress(app, settings)
    load = load_entries if own is None else partial(load_entries_with, own)
    window = MainWindow(app, store, settings, load=load)
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
