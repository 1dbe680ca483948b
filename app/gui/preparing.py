"""What the window needs beyond its first paint: settings, the look of widgets, the library."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.gui.fonts import load_later_fonts
from app.gui.language import speak
from app.gui.library import load_entries, load_entries_with
from app.gui.main_window import MainWindow
from app.gui.reporter import ErrorReporter
from app.gui.settings import dress, load_settings
from app.resources import asset
from app.store import folders
from app.store.database import Store, StoreError


def prepare(
    app: QApplication, window: MainWindow, language: str, own: Path | None, *, report_errors: bool
) -> str:
    """Give the window all that its pages ask it for; what the player should know about it.

    ``language`` and ``own``: as for ``main.make_window``.
    """
    notice = ""
    store: Store | None = None
    try:
        store = Store(folders.database_file())
        notice = store.notice
    except StoreError as error:
        notice = str(error)
    settings = load_settings(store)
    window.furnish(
        store, settings, load_entries if own is None else partial(load_entries_with, own)
    )
    speak(app, language or settings.language)
    load_later_fonts(asset("fonts"))
    dress(app, settings, window.size())
    app.setWindowIcon(QIcon(str(asset("icons", "norestore.svg"))))
    if report_errors:
        sys.excepthook = ErrorReporter(window).hook
    return notice
