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
    cases_wanted = Signal()
    """Back as well, but to choose a case."""

    def __init__(self, title: str, width: int = CONTENT_WIDTH) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.back_button = Button(self.tr("Back"), "quiet", "back")
        self.back_button.clicked.connect(self.back_wanted)
        space = theme_of().space
        bar = QFrame()
        bar.setProperty("surface", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(space(4), space(2), space(6), space(2))
        row.setSpacing(space(4))
        row.addWidget(self.back_button)
        row.addWidget(label(title, "heading"), 1)
        inner = QWidget()
        self._column_box = QWidget()
        self.column = QVBoxLayout(self._column_box)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(space(3))
        self._width = width
        margins = self._margins = QHBoxLayout(inner)
        margins.addStretch(1)
        margins.addWidget(self._column_box, 1000)
        margins.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        self.area = Scroll(inner, title)
        whole.addWidget(self.area, 1)
        self._measure()

    def focus_first(self) -> None:
        """Put the keyboard on the way back."""
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        theme = theme_of()
        self._column_box.setMaximumWidth(theme.px(self._width))
        self._margins.setContentsMargins(*[theme.space(10), theme.space(7)] * 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
            return
        super().keyPressEvent(event)
