"""What was at a place of the map: a title, and paragraphs below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.widgets.map_words import Told
from app.gui.widgets.scroll import Scroll
from app.gui.widgets.text import label


class PlacePanel(Scroll):
    """Show a place with ``show_lines``; the keyboard can stop at it and scroll."""

    spoken_as = "Document"

    def __init__(self) -> None:
        inner = QWidget()
        super().__init__(inner, "-")
        self.setAccessibleName(self.tr("What was there"))
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(6)
        self.title = label("", "heading", wrap=True)
        self._column.addWidget(self.title)
        self._column.addStretch(1)
        self.lines: list[QWidget] = []

    def show_lines(self, title: str, lines: Sequence[Told]) -> None:
        """Show these paragraphs under ``title``."""
        self.title.setText(title)
        for old in self.lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = []
        for told in lines:
            line = label(told.text, told.role, told.tone, wrap=True)
            self._column.insertWidget(self._column.count() - 1, line)
            self.lines.append(line)
        self.setAccessibleDescription("\n".join((title, *(told.text for told in lines))))
        self.verticalScrollBar().setValue(0)
