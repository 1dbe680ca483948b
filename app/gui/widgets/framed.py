"""A page aside from the game: a bar with the way back, and a column to read or fill."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.gui.theme import theme_of
from app.gui.widgets.page import CONTENT_WIDTH
from app.gui.widgets.scroll import Scroll
from app.gui.widgets.text import Button, label

READING_WIDTH = 900
"""Widest column of running text, pixels at 100 % text."""


class FramedPage(QWidget):
    """Add widgets to ``column``. Esc and the back button say ``back_wanted``.

    ``width``: the widest that the column gets, pixels at 100 % text.
    """

    back_wanted = Signal()

    def __init__(self, title: str, width: int = CONTENT_WIDTH) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.back_button = Button(self.tr("Back"), "quiet", "back")
        self.back_button.clicked.connect(self.back_wanted)
        bar = QFrame()
        bar.setProperty("surface", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 24, 8)
        row.setSpacing(16)
        row.addWidget(self.back_button)
        row.addWidget(label(title, "heading"), 1)
        inner = QWidget()
        self._column_box = QWidget()
        self.column = QVBoxLayout(self._column_box)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self._width = width
        self._column_box.setMaximumWidth(theme_of().px(width))
        margins = QHBoxLayout(inner)
        margins.setContentsMargins(40, 28, 40, 28)
        margins.addStretch(1)
        margins.addWidget(self._column_box, 1000)
        margins.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        self.area = Scroll(inner, title)
        whole.addWidget(self.area, 1)

    def focus_first(self) -> None:
        """Put the keyboard on the way back."""
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._column_box.setMaximumWidth(theme_of().px(self._width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
            return
        super().keyPressEvent(event)
