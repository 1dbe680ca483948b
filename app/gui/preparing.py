"""What the window needs beyond its first paint: settings, the look of widgets, the library."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.gui.bell import Bell
from app.gui.fonts import load_later_fonts
from app.gui.language import reader, speak
from app.gui.library import load_entries, load_entries_with
from app.gui.main_window import MainWindow
from app.gui.reporter import ErrorReporter, parts
from app.gui.settings import Settings, dress, load_settings
from app.phrase import words_of
from app.resources import asset
from app.store import faults, folders, one_window
from app.store.database import Store, StoreError


def prepare(
    app: QApplication,
    window: MainWindow,
    language: str,
    own: Path | None,
    *,
    report_errors: bool,
    safe: bool = False,
) -> str:
    """Give the window all that its pages ask it for; what the player should know about it.

    ``language`` and ``own``: as for ``main.make_window``; ``safe``: as for ``main.front``.
    """
    notice: str | None = None
    store: Store | None = None
    try:
        store = Store(folders.database_file())
        notice = store.notice
    except StoreError as error:
        notice = words_of(error)
    settings = Settings() if safe else load_settings(store)
    window.furnish(
        store, settings, load_entries if own is None else partial(load_entries_with, own)
    )
    speak(app, language or settings.language)
    load_later_fonts(asset("fonts"))
    dress(app, settings, window.size())
    app.setWindowIcon(QIcon(str(asset("icons", "norestore.svg"))))
    if report_errors:
        reporter = ErrorReporter(window)
        reporter.listen()
        crash = faults.watch_for_crashes(parts())
        if crash:
            QTimer.singleShot(0, partial(reporter.tell_of_crash, crash))
        if one_window.is_held():
            Bell(window)
    return reader().told(notice) if notice else ""
