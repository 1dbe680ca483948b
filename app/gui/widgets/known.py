"""What is known: labels and values, only what the player has found out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.gui.widgets.layouts import clear, show_all
from app.gui.widgets.text import label
from app.play.view import KnownView


class KnownList(QWidget):
    """One line for each thing known; a calm sentence as long as there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("What is known"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self.set_known(())

    def set_known(self, known: Sequence[KnownView]) -> None:
        """Show these lines."""
        clear(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        if not known:
            nothing = label(self.tr("Nothing for certain yet."), "small", "muted", wrap=True)
            self._grid.addWidget(nothing, 0, 0, 1, 2)
        for row, line in enumerate(known):
            name = label(line.label, "small", "muted", wrap=True)
            name.setAlignment(top)
            value = label(line.value, "small", wrap=True)
            value.setAlignment(top)
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(value, row, 1)
        show_all(self._grid)
        self.setAccessibleDescription(". ".join(f"{line.label}: {line.value}" for line in known))
