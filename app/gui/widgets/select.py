"""A list to choose from with our own arrow, and the keyboard's ring as all controls have it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from app.gui.theme import theme_of


class Select(QComboBox):
    """Qt's own, with an arrow, and a ring around it while it has the keyboard."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As Qt's own, but a long text ends in dots; arrow and ring lie over it."""
        theme = theme_of()
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        controls = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(controls[0], option, controls[1], self).width()
        dots = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(option.currentText, dots, room - 2)
        painter.drawComplexControl(controls[0], option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
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
