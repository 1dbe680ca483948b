"""What is known: labels and values, only what the player has found out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

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
        self._nothing = label(self.tr("Nothing for certain yet."), "small", "muted", wrap=True)
        self._grid.addWidget(self._nothing, 0, 0, 1, 2)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._narrow = False

    def set_known(self, known: Sequence[KnownView]) -> None:
        """Show these lines."""
        # A new label costs far more than a new text: from scene to scene most lines stay.
        for line, (name, value) in zip(known, self._rows, strict=False):
            _set_text(name, line.label)
            _set_text(value, line.value)
        for line in known[len(self._rows) :]:
            self._add(line)
        while len(self._rows) > len(known):
            for part in self._rows.pop():
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
        self._nothing.setVisible(not known)
        self.setAccessibleDescription(". ".join(f"{line.label}: {line.value}" for line in known))

    def set_narrow(self, narrow: bool) -> None:
        """Put each value below its label, where two columns would cut long words."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for number, row in enumerate(self._rows):
            for part in row:
                self._grid.removeWidget(part)
            self._place(number, *row)

    def _place(self, number: int, name: QLabel, value: QLabel) -> None:
        if self._narrow:
            self._grid.addWidget(name, 2 * number, 0, 1, 2)
            self._grid.addWidget(value, 2 * number + 1, 0, 1, 2)
        else:
            self._grid.addWidget(name, number, 0)
            self._grid.addWidget(value, number, 1)

    def _add(self, line: KnownView) -> None:
        name = label(line.label, "small", "muted", wrap=True)
        value = label(line.value, "small", wrap=True)
        self._place(len(self._rows), name, value)
        for part in (name, value):
            part.setAlignment(Qt.AlignmentFlag.AlignTop)
            part.show()
        self._rows.append((name, value))


def _set_text(part: QLabel, text: str) -> None:
    if part.text() != text:
        part.setText(text)
