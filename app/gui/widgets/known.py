"""What is known: labels and values, only what the player has found out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.widgets.text import label
from app.play.view import KnownView


class KnownList(QWidget):
    """One line for each thing known; a calm sentence as long as there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("What is known"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.set_known(())

    def set_known(self, known: Sequence[KnownView]) -> None:
        """Show these lines."""
        clear(self._column)
        if not known:
            nothing = label(self.tr("Nothing for certain yet."), "small", "muted", wrap=True)
            self._column.addWidget(nothing)
            nothing.show()
        for line in known:
            row = QVBoxLayout()
            row.setSpacing(0)
            row.addWidget(label(line.label, "caption", "muted", wrap=True))
            row.addWidget(label(line.value, "small", wrap=True))
            self._column.addLayout(row)
            show_all(row)
        self.setAccessibleDescription(". ".join(f"{line.label}: {line.value}" for line in known))


def clear(layout: QVBoxLayout) -> None:
    """Take everything out of a column, sub-columns too."""
    while item := layout.takeAt(0):
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout):
            clear(inner)


def show_all(layout: QVBoxLayout) -> None:
    """Show a row's widgets now, so that its height can be asked for before the next event."""
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is not None and (widget := item.widget()) is not None:
            widget.show()
