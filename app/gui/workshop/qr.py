"""A QR code as a widget: dark squares on white, in every theme, so that every phone reads it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.gui.theme import BLACK, WHITE
from app.workshop.qr import QUIET, squares


class QrCode(QWidget):
    """Shows a text as a QR code, as large as there is room; ``least`` pixels at least."""

    spoken_as = "Graphic"

    def __init__(self, least: int = 120) -> None:
        super().__init__()
        self._text = ""
        self._squares: tuple[tuple[bool, ...], ...] = ()
        self._least = least
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(least, least)

    @property
    def text(self) -> str:
        """What the code says."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show a text; empty shows nothing."""
        if text != self._text:
            self._text = text
            self._squares = squares(text) if text else ()
            self.setAccessibleName(self.tr("QR code: {text}").replace("{text}", text))
            self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._least, self._least)

    def hasHeightForWidth(self) -> bool:
        """It is a square."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as it is wide."""
        return width

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Squares of whole pixels, so that none is blurred."""
        if not self._squares:
            return
        painter = QPainter(self)
        # Magnified, soft edges would leave hairlines between the squares.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        count = len(self._squares) + 2 * QUIET
        room = min(self.width(), self.height())
        size = room // count or room / count
        side = size * count
        left, top = (self.width() - side) / 2, (self.height() - side) / 2
        painter.setBrush(QColor(WHITE))
        painter.drawRect(QRectF(left, top, side, side))
        painter.setBrush(QColor(BLACK))
        for y, row in enumerate(self._squares, QUIET):
            for x, dark in enumerate(row, QUIET):
                if dark:
                    painter.drawRect(QRectF(left + x * size, top + y * size, size, size))
        painter.end()
