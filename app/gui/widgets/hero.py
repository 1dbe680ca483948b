"""The name of the game beside a row of disks, one of them amber."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.theme import theme_of
from app.gui.widgets.text import Prose, label, set_look

NAME = "Point of\nNo Restore"
_LEFT, _RIGHT = 40, 32
BAYS = 8
TIRED_BAY = 5


class Hero(QWidget):
    """A tall coloured panel: the name, one sentence, the disks. Painted once, then still."""

    def __init__(self) -> None:
        super().__init__()
        self._name = label(NAME, "display", "brand")
        self._name.setAccessibleName("Point of No Restore")
        line = Prose("story", "brand_muted")
        line.set_paragraphs(
            [self.tr("A client's server is dying. You are the IT provider. Decide, then pay.")]
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_LEFT, 48, _RIGHT, 32)
        self._column.setSpacing(16)
        self._column.addWidget(self._name)
        self._column.addWidget(line)
        self._column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name is set smaller where it would be cut."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        fits = _width("display") < self.width() - _LEFT - _RIGHT
        set_look(self._name, "role", "display" if fits else "title")

    def minimumSizeHint(self) -> QSize:
        """Room for the name at its smaller size, whatever the size of the text."""
        return QSize(max(220, _width("title") + _LEFT + _RIGHT + 4), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The panel and the disks at its foot."""
        theme = theme_of()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("brand"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = float(_LEFT), float(self.width() - _RIGHT)
        gap = 8.0
        width = (right - left - gap * (BAYS - 1)) / BAYS
        height = min(width * 3.4, self.height() * 0.3)
        top = self.height() - 40 - height
        text_end = self._column.totalHeightForWidth(self.width()) - 32
        if top > text_end + 16:
            for bay in range(BAYS):
                box = QRectF(left + bay * (width + gap), top, width, height)
                self._paint_bay(painter, box, tired=bay == TIRED_BAY)
        painter.end()

    def _paint_bay(self, painter: QPainter, box: QRectF, *, tired: bool) -> None:
        theme = theme_of()
        edge = theme.color("on_brand")
        edge.setAlphaF(0.42)
        painter.setPen(QPen(edge, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        edge.setAlphaF(0.22)
        painter.setPen(QPen(edge, 1.2))
        slots = 5
        for slot in range(slots):
            y = box.top() + box.height() * (0.14 + 0.09 * slot)
            painter.drawLine(
                round(box.left() + box.width() * 0.25),
                round(y),
                round(box.right() - box.width() * 0.25),
                round(y),
            )
        light = theme.color("brand_light") if tired else theme.color("on_brand")
        if not tired:
            light.setAlphaF(0.55)
        painter.setPen(Qt.PenStyle.NoPen)
        size = min(7.0, box.width() * 0.25)
        spot = QRectF(box.center().x() - size / 2, box.bottom() - size - 10, size, size)
        if tired:
            glow = theme.color("brand_light")
            glow.setAlphaF(0.25)
            painter.setBrush(glow)
            painter.drawEllipse(spot.adjusted(-5, -5, 5, 5))
        painter.setBrush(light)
        painter.drawEllipse(spot)


def _width(role: str) -> int:
    """Pixels across that the name needs in a type role."""
    metrics = QFontMetrics(theme_of().font(role))
    return max(metrics.horizontalAdvance(line) for line in NAME.split("\n"))
