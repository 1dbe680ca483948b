"""The log book: what was done and when, oldest first, as a log is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.language import reader
from app.gui.widgets.layouts import clear, show_all
from app.gui.widgets.text import label
from app.play.view import LogView
from app.play.wording import calendar_date


class LogBook(QWidget):
    """Lines under their day."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Log book"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.set_log(())

    def set_log(self, log: Sequence[LogView]) -> None:
        """Show these lines."""
        clear(self._column)
        if not log:
            empty = self.tr("Still empty. What you note here is what you can prove later.")
            note = label(empty, "small", "muted", wrap=True)
            self._column.addWidget(note)
        day, words = "", reader()
        for line in log:
            today = calendar_date(line.when, words)
            row = QVBoxLayout()
            row.setSpacing(0)
            stamp = f"{line.when:%H:%M}" if today == day else f"{today}  {line.when:%H:%M}"
            day = today
            row.addWidget(label(stamp, "caption", "muted"))
            row.addWidget(label(line.text, "small", wrap=True))
            self._column.addLayout(row)
        show_all(self._column)
        self.setAccessibleDescription(
            "\n".join(
                f"{calendar_date(line.when, words)} {line.when:%H:%M} {line.text}" for line in log
            )
        )
