"""Rows that are painted, selected, and spoken: the ground under charts and lists."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.gui.theme import Theme, theme_of

WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
CENTRE = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True, slots=True)
class Painted:
    """A text as it is painted: also for checks that nothing is cut or overlaps."""

    text: str
    font: QFont
    box: QRect
    flags: int
    tone: str = "ink"

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw the text."""
        painter.setFont(self.font)
        painter.setPen(theme.color(self.tone))
        painter.drawText(self.box, self.flags, self.text)


class Rows(QWidget):
    """Rows of which one can be selected, by arrow keys or mouse. ``selected`` has its index.

    A subclass says what the rows are (``sentences``, ``row_boxes``) and paints them; it calls
    ``rows_changed`` when they are others.
    """

    spoken_as = "List"

    selected = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._current = -1
        self._hovered = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._describe()

    # --- for subclasses ----------------------------------------------------------------

    def sentences(self) -> list[str]:
        """Each row as a screen reader speaks it."""
        raise NotImplementedError

    def row_boxes(self, width: int) -> list[QRect]:
        """Where each row is at a width, from the top down."""
        raise NotImplementedError

    def accessible_text(self) -> str:
        """All rows in words."""
        return "\n".join(self.sentences())

    def rows_changed(self, current: int) -> None:
        """Take up new rows, the given one selected (-1: none)."""
        self._current = current if 0 <= current < len(self.sentences()) else -1
        self._hovered = -1
        self._describe()
        self.updateGeometry()
        self.update()

    def paint_ground(self, painter: QPainter, theme: Theme, row: QRect, index: int) -> None:
        """The ground of a row: selected, hovered, focused, or plain."""
        box = QRectF(row).adjusted(1, 1, -1, -1)
        entry = self._current < 0 and index == 0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if index == self._current:
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(box, 4, 4)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(QRectF(box.left(), box.top(), 3, box.height()), 1.5, 1.5)
        elif index == self._hovered:
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(box, 4, 4)
        if self.hasFocus() and (index == self._current or entry):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(box, 4, 4)

    # --- selection -----------------------------------------------------------------------

    @property
    def current(self) -> int:
        """The selected row; -1 for none."""
        return self._current

    def select(self, index: int) -> None:
        """Select a row; out of range does nothing."""
        if 0 <= index < len(self.sentences()) and index != self._current:
            self._current = index
            self._describe()
            self.update()
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
            self.selected.emit(index)

    def _describe(self) -> None:
        name = self._name
        if self._current >= 0:
            name = f"{name}: {self.sentences()[self._current]}"
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.accessible_text())

    # --- size ----------------------------------------------------------------------------

    def heightForWidth(self, width: int) -> int:
        """All rows."""
        boxes = self.row_boxes(width)
        return boxes[-1].bottom() + 1 if boxes else 0

    def sizeHint(self) -> QSize:
        """A comfortable width, and the height that goes with it."""
        width = theme_of().px(640)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow, and as high as the present width asks."""
        least = theme_of().px(220)
        width = max(least, self.width()) if self.isVisible() else theme_of().px(640)
        return QSize(least, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The least height depends on the width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()
        super().changeEvent(event)

    # --- hands ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Home, End select."""
        last = len(self.sentences()) - 1
        goal = {
            int(Qt.Key.Key_Down): min(self._current + 1, last),
            int(Qt.Key.Key_Up): max(self._current - 1, 0),
            int(Qt.Key.Key_Home): 0,
            int(Qt.Key.Key_End): last,
        }.get(event.key())
        if goal is None or last < 0:
            super().keyPressEvent(event)
            return
        self.select(goal)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the row under the mouse."""
        self.select(self._row_at(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which row a click would select."""
        self._hover(self._row_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is hovered."""
        self._hover(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()

    def _row_at(self, point: QPoint) -> int:
        for index, box in enumerate(self.row_boxes(self.width())):
            if box.top() <= point.y() <= box.bottom():
                return index
        return -1

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()


def wrapped_height(metrics: QFontMetrics, width: int, text: str) -> int:
    """Pixels that a text needs, wrapped at a width."""
    return metrics.boundingRect(QRect(0, 0, width, 100_000), WRAP, text).height()
