"""Scroll areas that scroll down only and let what is in them be as wide as they are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QScroller, QWidget


class Scroll(QScrollArea):
    """Shows ``inner``. With a ``name`` the keyboard can stop at it and scroll; without one it
    leaves all keys to the screen around it.
    """

    spoken_as = "Pane"

    def __init__(self, inner: QWidget, name: str = "") -> None:
        super().__init__()
        inner.setObjectName("scroll")
        self._named = bool(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.setWidget(inner)
        follow_finger(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, or pass the key on."""
        if self._named:
            super().keyPressEvent(event)
        else:
            event.ignore()


def follow_finger(area: QAbstractScrollArea) -> None:
    """Let a finger on the screen move what is in the area; the mouse selects as ever."""
    QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
