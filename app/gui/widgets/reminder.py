"""A lesson that comes back on the title: a question, and its answer for whoever wants it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.gui.widgets.text import Button, label
from app.reports.reminders import Recall


class ReminderCard(QFrame):
    """``ended`` when it was answered or put away; it does not come back then."""

    ended = Signal()

    def __init__(self, recall: Recall) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self.setAccessibleName(self.tr("A lesson comes back"))
        self.setAccessibleDescription(recall.question)
        self.question = label(recall.question, "body", wrap=True)
        self.answer = label(recall.answer, "body", "accent", wrap=True)
        source = self.tr("Source: {source}").replace("{source}", recall.source)
        self.source = label(source, "small", "muted", wrap=True)
        self.answer.hide()
        self.source.hide()
        self._has_source = bool(recall.source)
        self.show_answer = Button(self.tr("Show the answer"))
        self.show_answer.clicked.connect(self._tell)
        self.away = Button(self.tr("Not now"), "quiet")
        self.away.clicked.connect(self.ended)
        buttons = QHBoxLayout()
        buttons.addWidget(self.show_answer)
        buttons.addWidget(self.away)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(label(recall.when, "caption", "muted"))
        column.addWidget(self.question)
        column.addWidget(self.answer)
        column.addWidget(self.source)
        column.addLayout(buttons)

    def _tell(self) -> None:
        self.answer.show()
        self.source.setVisible(self._has_source)
        self.setAccessibleDescription(f"{self.question.text()} {self.answer.text()}")
        self.show_answer.hide()
        self.away.setText(self.tr("Thank you, I have it"))
        self.away.setAccessibleName(self.away.text())
        self.away.setFocus(Qt.FocusReason.OtherFocusReason)
