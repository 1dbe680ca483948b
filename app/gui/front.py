"""The window until it is complete: painted at once, furnished afterwards."""

from __future__ import annotations

import gc
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, QTimer
from PySide6.QtWidgets import QMainWindow

from app.gui.language import reader
from app.gui.widgets.hero import Opening

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QPaintEvent
    from PySide6.QtWidgets import QApplication

    # These, and Qt's namespace of that name, are imported after the first paint, so that it
    # comes sooner.
    from app.gui.bridge import Tasks
    from app.gui.library import Entry
    from app.gui.settings import Settings
    from app.store.database import Store


class Front(QMainWindow):
    """A window that shows the hero until ``complete`` makes its pages.

    That happens after the first paint, or at once when ``settings`` are given. ``prepare`` then
    has to ``furnish`` the window; what it returns is told to the player. ``load`` reads the
    library.
    """

    settings: Settings

    def __init__(
        self,
        app: QApplication,
        store: Store | None = None,
        settings: Settings | None = None,
        *,
        load: Callable[[], tuple[Entry, ...]] | None = None,
        prepare: Callable[[], str] | None = None,
    ) -> None:
        super().__init__()
        self._app = app
        self._prepare = prepare
        self._painted = False
        self.is_complete = False
        self.keeps_place = True
        self._then: Callable[[], None] | None = None
        self.may_close: Callable[[], bool] | None = None
        """Asked before the window closes, as while a workshop runs."""
        self.entries: tuple[Entry, ...] | None = None
        self.setWindowTitle("Point of No Restore")
        self.setMinimumSize(800, 560)
        self.setCentralWidget(Opening())
        self.resize(1280, 800)
        if settings is not None:
            from app.gui.library import load_entries

            self.furnish(store, settings, load or load_entries)
            if settings.geometry:
                self.restoreGeometry(QByteArray(settings.geometry))

    def place(self, geometry: str) -> None:
        """Put the window where it was; ``geometry`` in Base64, or empty for a first time."""
        if not (geometry and self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))):
            # Room for the frame that the desktop will add: on a small laptop the lowest buttons
            # would lie off the screen.
            room = self._app.primaryScreen().availableSize() - QSize(16, 48)
            self.resize(self.size().boundedTo(room))

    def furnish(
        self, store: Store | None, settings: Settings, load: Callable[[], tuple[Entry, ...]]
    ) -> None:
        """Take what pages will ask for."""
        self._store, self.settings, self._load = store, settings, load

    def complete(self) -> None:
        """Make what the first paint did not wait for."""
        if not self.is_complete:
            notice = self._prepare() if self._prepare is not None else ""
            self.is_complete = True
            self.make_pages()
            if notice:
                self.show_problem(self.tr("About your settings"), notice)

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first paint, not before, become complete and read the library."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._begin)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was. The play is saved already, decision by decision.

        It stays open where somebody has to be asked first.
        """
        super().closeEvent(event)
        if self.may_close is not None and not self.may_close():
            event.ignore()
            return
        if not self.is_complete:
            return
        from contextlib import suppress
        from dataclasses import replace

        from app.gui.settings import save_settings
        from app.store.database import StoreError

        if self.keeps_place:
            self.settings = replace(self.settings, geometry=bytes(self.saveGeometry().data()))
            # Nobody wants a message about the window's place while closing it.
            with suppress(StoreError):
                save_settings(self._store, self.settings)
        self.tasks.end()

    def release(self) -> None:
        """Let go of the database; nothing can be kept any more."""
        if self.is_complete and self._store is not None:
            self._store.close()
            self._store = None

    @cached_property
    def tasks(self) -> Tasks:
        """Work on other threads."""
        from app.gui.bridge import Tasks

        return Tasks(self)

    def _begin(self) -> None:
        self.complete()
        self.tasks.run(self._load, self._library_read, self._library_failed)

    def when_read(self, do: Callable[[], None]) -> None:
        """Do this as soon as the library is there, such as open a case."""
        self._then = do

    def _library_read(self, entries: tuple[Entry, ...]) -> None:
        # The cases are many objects that stay: no click shall wait while they are searched for
        # garbage.
        gc.freeze()
        self.entries = entries
        self.refresh_title()
        if self._then is not None:
            then, self._then = self._then, None
            then()

    def _library_failed(self, error: Exception) -> None:
        self._library_read(())
        self.show_problem(self.tr("The cases could not be read"), reader().why(error))

    # --- for the window proper -----------------------------------------------------------

    def make_pages(self) -> None:
        """Put the pages where the hero was."""
        raise NotImplementedError

    def refresh_title(self) -> None:
        """Show the cases."""
        raise NotImplementedError

    def show_problem(self, title: str, text: str) -> None:
        """Say what went wrong, in sentences."""
        raise NotImplementedError
