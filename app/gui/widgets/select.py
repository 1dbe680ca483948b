"""A list to choose from with our own arrow, and the keyboard's ring as all controls have it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox

from app.gui.theme import theme_of


class Select(QComboBox):
    """Qt's own, with an arrow, and a ring around it while it has the keyboard."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Arrow and ring lie over what the style paints."""
        super().paintEvent(event)
        theme = theme_of()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled():
            painter.setPen(QPen(theme.color("ink_muted"), theme.px(1.6)))
            tip, half = QPointF(self.width() - theme.px(15), self.height() / 2 + 2), theme.px(4)
            side, other = QPointF(-half, -half), QPointF(half, -half)
            painter.drawPolyline([tip + side, tip, tip + other])
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()
