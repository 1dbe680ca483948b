"""The bar on top of a page whose right part goes below the left one where both do not fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

_SIDE = 16
_EDGE = 8
_GAP = 6


class Toolbar(QFrame):
    """``left`` takes the room that is left over; a part with a stretch in it grows."""

    def __init__(self, left: QHBoxLayout, right: Sequence[QWidget]) -> None:
        super().__init__()
        self.setProperty("surface", "bar")
        left.setSpacing(_GAP)
        tools = QHBoxLayout()
        tools.setSpacing(_GAP)
        tools.addStretch(1)
        for widget in right:
            tools.addWidget(widget)
        self._parts = left, tools
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(_SIDE, _EDGE, _SIDE, _EDGE)
        self._row.setSpacing(_GAP)
        self._row.addLayout(left, 1)
        self._row.addLayout(tools)

    @property
    def broken(self) -> bool:
        """Whether there are two lines now."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """The longer one of the two lines: it may always break."""
        needed = max(part.minimumSize().width() for part in self._parts)
        return QSize(needed + 2 * _SIDE, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the line, or join it again."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Parts come and go, and grow with the text."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def _place(self) -> None:
        needed = sum(part.minimumSize().width() for part in self._parts) + _GAP + 2 * _SIDE
        directions = QBoxLayout.Direction
        fits = needed <= self.width()
        self._row.setDirection(directions.LeftToRight if fits else directions.TopToBottom)
