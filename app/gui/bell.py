"""Brings the window to the front when the game is started a second time."""

from __future__ import annotations

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.store import folders, one_window


class Bell(QObject):
    """Listens in the player's folder for as long as the window lives."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._watcher = QFileSystemWatcher([str(folders.user_folder())], self)
        self._watcher.directoryChanged.connect(self._look)
        # Somebody may have called while the window was made.
        self._look()

    def _look(self) -> None:
        if not one_window.answer():
            return
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        # Where a desktop does not let programs push forward, at least the task bar shows it.
        QApplication.alert(window)
