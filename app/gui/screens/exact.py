"""The exact parts of the review: where the result comes from, what was hidden, lessons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.engine.review import Review
from app.engine.state import State
from app.gui.theme import theme_of
from app.gui.widgets.charts import SumBar
from app.gui.widgets.page import Section
from app.gui.widgets.table import FactTable
from app.gui.widgets.text import Button, label
from app.gui.widgets.waiting import Waiting
from app.play.catalog import Catalog
from app.play.wording import money
from app.reports.judgement import perfect_information, truth
from app.reports.lessons import Lesson, lessons, verdict


class SumSection(Section):
    """Start value + decisions + luck = result, in a sentence and as bars."""

    wanted = Signal()
    """The player wants it worked out after all."""

    def __init__(self) -> None:
        super().__init__(self.tr("Skill and luck"))
        self.bar = SumBar()
        self.verdict = label("", "story", wrap=True)
        self.waiting = Waiting()
        self.resume = Button(self.tr("Work it out"))
        self.resume.clicked.connect(self.wanted)
        row = QHBoxLayout()
        row.addWidget(self.resume)
        row.addStretch(1)
        self.column.addWidget(self.verdict)
        self.column.addWidget(self.waiting)
        self.column.addLayout(row)
        self.column.addWidget(self.bar)
        # The sentence first, the figures after it, and last how they are meant.
        self.column.removeWidget(self.lead)
        self.column.addWidget(self.lead)
        self.resume.hide()

    def show_note(self, text: str, again: bool = False) -> None:
        """Say something instead of a sum; with ``again``, offer to work it out."""
        self.set_lead("")
        self.verdict.setText(text)
        self.resume.setVisible(again)
        self.bar.hide()

    def show_review(self, review: Review, catalog: Catalog) -> None:
        """Show a review's sum."""
        language = catalog.language
        self.waiting.end()
        self.resume.hide()
        self.bar.show()
        self.bar.set_sum(review.start_value, review.regret, review.luck, language)
        self.set_lead(
            self.tr(
                "Costs here are the client's loss and your own together. Played best, this case "
                "costs {start} on average."
            ).format(start=money(review.start_value, language))
            if review.weights == (1, 1)
            else self.tr("Played best, this case costs {start} on average.").format(
                start=money(review.start_value, language)
            )
        )
        self.verdict.setText(verdict(review, catalog))


class Truth(Section):
    """What was hidden during the play, told once it has ended."""

    def __init__(self) -> None:
        super().__init__(self.tr("What was really the matter"))
        self.table = FactTable(
            self.tr("What was really the matter"),
            [self.tr("What was hidden"), self.tr("On this server")],
            wide=(0, 1),
        )
        self.column.addWidget(self.table)

    def show_ending(self, state: State, catalog: Catalog) -> None:
        """Tell the facts of a play's server; nothing while the play goes on."""
        rows = truth(state, catalog) if state.is_terminal() else []
        self.table.set_rows(rows)
        self.set_lead("")
        self.setVisible(bool(rows))

    def show_review(self, review: Review, catalog: Catalog) -> None:
        """Say what it would have been worth to know all this beforehand."""
        self.set_lead(perfect_information(review, catalog))


class Lessons(Section):
    """Up to three lessons from the player's own most expensive decisions, with sources."""

    def __init__(self) -> None:
        super().__init__("")
        self._cards: list[QWidget] = []

    @property
    def count(self) -> int:
        """Number of lessons shown."""
        return len(self._cards)

    def show_review(self, review: Review, ending: State, catalog: Catalog) -> None:
        """Draw the lessons from a review."""
        for card in self._cards:
            self.column.removeWidget(card)
            card.deleteLater()
        self.set_title(self.tr("What to take along"))
        perfect = not review.worst_decisions()
        self.set_lead(self.tr("No decision of yours was worse than the best.") if perfect else "")
        drawn = enumerate(lessons(review, ending, catalog), 1)
        self._cards = [self._card(number, lesson) for number, lesson in drawn]
        for card in self._cards:
            self.column.addWidget(card)

    def _card(self, number: int, lesson: Lesson) -> QWidget:
        heading = f"{number}. {lesson.heading}"
        card = QFrame()
        card.setProperty("surface", "card")
        theme = theme_of()
        column = QVBoxLayout(card)
        column.setContentsMargins(*[theme.space(4)] * 4)
        column.setSpacing(theme.space(1))
        column.addWidget(label(heading, "strong", wrap=True))
        column.addWidget(label(lesson.text, "body", wrap=True))
        told = lesson.text
        if lesson.source:
            source = self.tr("Source: {source}").format(source=lesson.source)
            column.addWidget(label(source, "small", "muted", wrap=True))
            told = f"{told} {source}"
        card.setAccessibleName(heading)
        card.setAccessibleDescription(told)
        return card
