"""Says when a scenario's files have changed on the disk, once for each save."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_QUIET_MS = 200
"""Editors write in several steps; a change counts when nothing has followed for so long."""
_ENDINGS = (".yaml", ".po")

_Signature = tuple[tuple[str, int, int], ...]


class Watch(QObject):
    """Watches one folder. Editors that replace files instead of writing them are followed."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._seen: _Signature = ()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._stir)
        self._watcher.directoryChanged.connect(self._stir)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET_MS)
        self._timer.timeout.connect(self._look)

    def follow(self, folder: Path) -> None:
        """Watch this folder from now on, and no other."""
        known = [*self._watcher.files(), *self._watcher.directories()]
        if known:
            self._watcher.removePaths(known)
        self._folder = folder
        self._seen = _signature(folder)
        self._add()

    def _stir(self) -> None:
        self._timer.start()

    def _look(self) -> None:
        self._add()
        now = _signature(self._folder)
        if now != self._seen:
            self._seen = now
            self.changed.emit()

    def _add(self) -> None:
        wanted = [str(self._folder), *(name for name, _, _ in _signature(self._folder))]
        known = {*self._watcher.files(), *self._watcher.directories()}
        fresh = [path for path in wanted if path not in known and Path(path).exists()]
        if fresh:
            self._watcher.addPaths(fresh)


def _signature(folder: Path) -> _Signature:
    found = []
    try:
        for path in sorted(folder.iterdir()):
            if path.suffix in _ENDINGS:
                stat = path.stat()
                found.append((str(path), stat.st_mtime_ns, stat.st_size))
    except OSError:
        return ()  # gone for a moment, or for good: the next look tells
    return tuple(found)
