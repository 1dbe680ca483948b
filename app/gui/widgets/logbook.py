"""The log book: what was done and when, oldest first, as a log is kept; one can write in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.gui.language import reader
from app.gui.widgets.layouts import clear, show_all
from app.gui.widgets.text import Button, label
from app.play.view import LogView
from app.play.wording import calendar_date

MAX_ENTRY = 300
"""Characters of an entry of one's own."""


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
                f"{calendar_date(line.when, words)} {line.when:%H:%M} {line.text}"
                + (f" ({remark})" if (remark := self._remark(line)) else "")
                for line in log
            )
        )

    def _add(self, stamp: str, line: LogView) -> None:
        row = QVBoxLayout()
        row.setSpacing(0)
        remark = self._remark(line)
        row.addWidget(label(f"{stamp} · {remark}" if remark else stamp, "caption", "muted"))
        text = label(line.text, "small", wrap=True)
        text.setProperty("struck", line.taken_back)
        row.addWidget(text)
        self._column.addLayout(row)
        show_all(row)

    def _remark(self, line: LogView) -> str:
        if line.taken_back:
            return self.tr("by you, on a way taken back")
        return self.tr("by you") if line.own else ""


class LogEntry(QWidget):
    """The line at the foot of a log book: Enter writes it, with the story's time.

    ``written`` carries the text; what is written stays. Esc says ``left``.
    """

    written = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = _Field()
        self.field.setProperty("role", "small")
        self.field.setMaxLength(MAX_ENTRY)
        self.field.setPlaceholderText(self.tr("Note something: Enter, and it stays"))
        self.field.setAccessibleName(self.tr("New entry in the log book"))
        self.field.returnPressed.connect(self._write)
        self.field.left.connect(self.left)
        self.button = Button("", "tool", "pencil")
        self.button.setAccessibleName(self.tr("Write the entry"))
        self.button.setToolTip(self.button.accessibleName())
        self.button.clicked.connect(self._write)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)

    def _write(self) -> None:
        text = " ".join(self.field.text().split())
        if text:
            self.field.clear()
            self.written.emit(text)


class _Field(QLineEdit):
    """Keeps Enter and Esc from the page around it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the field; what was typed waits there."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
