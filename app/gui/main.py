"""Opens the window: ``run()``.

The first paint comes before everything else: before the database, the stylesheet, the pages.
Each module that is imported until then has to be worth its milliseconds.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from app import APP_ID
from app.resources import asset, find_scenario, scenario_folders
from app.store import first_look

# isort: split
from PySide6.QtWidgets import QApplication

from app.gui import theme
from app.gui.fonts import load_easy_font, load_first_fonts
from app.gui.language import SYSTEM, speak
from app.gui.main_window import MainWindow
from app.gui.starting import draw_by_processor, give_up, start_qt

if TYPE_CHECKING:
    from pathlib import Path


def run(
    scenario: str | None = None,
    language: str = SYSTEM,
    journal: Path | None = None,
    author: Path | None = None,
    *,
    safe: bool = False,
) -> int:
    """Open the window; the exit code when it closes.

    ``scenario``, a name or an author's own folder, is opened at its briefing, ``journal`` at
    the scene where its play was left. ``language`` takes the place of the one in the settings
    until it is changed there. ``author``: a folder or file for the author view.
    ``safe``: as for ``front``, and with nothing of an author's own.
    """
    own = None if safe else _own_folder(scenario)
    if safe:
        draw_by_processor()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = start_qt()
    app.setApplicationName("Point of No Restore")
    app.setDesktopFileName(APP_ID)
    before, sys.excepthook = sys.excepthook, give_up
    window = front(app, language, own, report_errors=True, safe=safe)
    if journal is not None:
        window.when_read(lambda: window.continue_play(journal))
    elif own is not None:
        window.when_read(lambda: window.open_case((window.entries or ())[0].id))
    elif scenario:
        window.when_read(lambda: window.open_case(scenario))
    if author is not None:
        window.pages.author.open(author)
    window.show()
    try:
        return app.exec()
    finally:
        import threading

        # There is no window any more that could tell.
        sys.excepthook, threading.excepthook = before, threading.__excepthook__
        window.release()


def _own_folder(scenario: str | None) -> Path | None:
    """The folder of a scenario that does not come with the program."""
    try:
        folder = find_scenario(scenario) if scenario else None
    except FileNotFoundError:
        return None
    return None if folder in scenario_folders() else folder


def make_window(app: QApplication, language: str = SYSTEM, own: Path | None = None) -> MainWindow:
    """The window as the player left it, complete and not yet shown; in ``language``, if given.

    ``own``: the folder of a scenario to show beside those that come with the program.
    """
    window = front(app, language, own)
    window.complete()
    return window


def front(
    app: QApplication,
    language: str,
    own: Path | None,
    *,
    report_errors: bool = False,
    safe: bool = False,
) -> MainWindow:
    """The window as it is painted first; it becomes complete after that, or when asked to.

    ``safe``: with the settings of a first start, which do not replace those that are kept.
    """
    look = first_look.FirstLook() if safe else first_look.read()
    speak(app, language or look.language)
    load_first_fonts(asset("fonts"))
    if look.easy_reading:
        load_easy_font()
    theme.begin(app, look.mode, look.text_percent, easy_reading=look.easy_reading)

    def prepare() -> str:
        from app.gui.preparing import prepare

        return prepare(app, window, language, own, report_errors=report_errors, safe=safe)

    window = MainWindow(app, prepare=prepare)
    window.keeps_place = not safe
    window.place(look.geometry)
    return window
