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
        empty = self.tr("Still empty. What you note here is what you can prove later.")
        self._empty = label(empty, "small", "muted", wrap=True)
        self._column.addWidget(self._empty)
        self._log: tuple[LogView, ...] = ()

    def set_log(self, log: Sequence[LogView]) -> None:
        """Show these lines."""
        # A log grows at its end, and an undo takes from there: the lines before stay.
        same = 0
        while same < min(len(log), len(self._log)) and log[same] == self._log[same]:
            same += 1
        while (row := self._column.takeAt(same + 1)) is not None:
            if (lines := row.layout()) is not None:
                clear(lines)
        words = reader()
        for before, line in zip((None, *log)[same:], log[same:], strict=False):
            today = calendar_date(line.when, words)
            is_new_day = before is None or calendar_date(before.when, words) != today
            self._add(f"{today}  {line.when:%H:%M}" if is_new_day else f"{line.when:%H:%M}", line)
        self._log = tuple(log)
        self._empty.setVisible(not log)
        self.setAccessibleDescription(
            "\n".join(
                f"{calendar_date(line.when, words)} {line.when:%H:%M} {line.text}" for line in log
            )
        )

    def _add(self, stamp: str, line: LogView) -> None:
        row = QVBoxLayout()
        row.setSpacing(0)
        row.addWidget(label(stamp, "caption", "muted"))
        row.addWidget(label(line.text, "small", wrap=True))
        self._column.addLayout(row)
        show_all(row)
