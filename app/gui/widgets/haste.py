"""Ends all motion at once when the player goes on: a key or click never waits for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

LONGEST_MS = 1000
"""No motion takes longer."""

_IMPATIENT = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.Wheel,
)


class Moving(Protocol):
    """A part that moves for a moment; ``settle`` shows the end of it."""

    def settle(self) -> None:
        """Show how the motion ends, now."""


class Haste(QObject):
    """Watches for keys and clicks while something moves, and only then."""

    def __init__(self, parts: Sequence[Moving], parent: QObject) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        self.is_watching = False
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(LONGEST_MS)
        self._end.timeout.connect(self._rest)

    def begin(self) -> None:
        """Something has begun to move."""
        app = QCoreApplication.instance()
        if app is not None and not self.is_watching:
            app.installEventFilter(self)
            self.is_watching = True
        self._end.start()

    def settle(self) -> None:
        """End every motion now."""
        for part in self._parts:
            part.settle()
        self._rest()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """End every motion; the key or click then does what it was meant for."""
        if event.type() in _IMPATIENT:
            self.settle()
        return False

    def _rest(self) -> None:
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.is_watching = False
        self._end.stop()
