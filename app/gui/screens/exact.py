"""The exact parts of the review: where the result comes from, each decision's options, lessons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.engine.review import DecisionReview, Label, Review
from app.engine.scenario import Choice, DecisionNode, Scenario
from app.engine.state import State
from app.gui.theme import theme_of
from app.gui.widgets.charts import Option, OptionBars, SumBar
from app.gui.widgets.page import Section
from app.gui.widgets.text import Button, label
from app.play.catalog import Catalog
from app.play.retrospect import PathLine
from app.play.wording import duration, money
from app.reports.lessons import Lesson, lessons

_LEAST_SHARE = 0.005
"""Beliefs below half a percent are left out."""


class SumSection(Section):
    """Start value + decisions + luck = result, in a sentence and as bars."""

    def __init__(self) -> None:
        super().__init__("")
        self.bar = SumBar()
        self.verdict = label("", "story", wrap=True)
        self.column.addWidget(self.verdict)
        self.column.addWidget(self.bar)

    def show_note(self, text: str) -> None:
        """Say something instead of a sum."""
        self.set_title(self.tr("Skill and luck"))
        self.set_lead("")
        self.verdict.setText(text)
        self.bar.hide()

    def show_review(self, review: Review, language: str) -> None:
        """Show a review's sum."""
        self.bar.show()
        self.bar.set_sum(review.start_value, review.regret, review.luck, language)
        self.set_title(self.tr("Skill and luck"))
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
        self.verdict.setText(self._verdict(review))

    def _verdict(self, review: Review) -> str:
        careful = all(d.label in (Label.BEST, Label.SOUND) for d in review.decisions)
        if careful and review.luck > 0:
            return self.tr(
                "You decided well and were unlucky. A good decision with a bad outcome is still a "
                "good decision: take it again."
            )
        if careful:
            return self.tr("You decided well, and luck was on your side.")
        if review.luck < 0 and -review.luck > review.regret:
            return self.tr(
                "Luck covered for you. The same decisions on another day would have cost more."
            )
        if review.luck > review.regret:
            return self.tr("Some decisions cost you money, but bad luck cost you more.")
        return self.tr("It was your decisions, more than luck, that made this expensive.")


class DecisionPanel(QFrame):
    """The selected decision: what was chosen, and, once it is known, what it was worth."""

    play_on = Signal(int, str)
    """Step of the history, and another choice to take there, on the same server."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "raised")
        theme = theme_of()
        self._step = -1
        self._options: tuple[str, ...] = ()
        self._chosen = ""
        self.title = label("", "heading", wrap=True)
        self.facts = label("", "body", "muted", wrap=True)
        self.verdict = label("", "story", wrap=True)
        self.bars = OptionBars()
        self.known_title = label(self.tr("What could be known then"), "small_strong", "muted")
        self.known = label("", "body", wrap=True)
        self.worth = label("", "body", wrap=True)
        self.again = Button(self.tr("Play on from here with this choice"))
        self.again.clicked.connect(self._play_on)
        self.bars.selected.connect(lambda _: self._offer())
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(5)] * 4)
        column.setSpacing(theme.space(2.5))
        for widget in (self.title, self.facts, self.verdict, self.bars, self.again):
            column.addWidget(widget)
        for widget in (self.known_title, self.known, self.worth):
            column.addWidget(widget)

    def show_decision(
        self, line: PathLine, node: DecisionNode, review: DecisionReview | None,
        scenario: Scenario, catalog: Catalog,
    ) -> None:  # fmt: skip
        """Show a decision; ``review`` is None while it is not worked out yet."""
        self._step, self._chosen = line.step, line.choice_id
        self.title.setText(line.choice_text)
        chosen = next(choice for choice in node.choices if choice.id == line.choice_id)
        self.facts.setText(self._told(line, chosen, catalog))
        for widget in (self.verdict, self.bars, self.known_title, self.known, self.worth):
            widget.setVisible(review is not None)
        if review is None:
            self.again.hide()
            return
        texts = {choice.id: catalog.text(choice.text) for choice in node.choices}
        best = min(option.expected_cost for option in review.options)
        self._options = tuple(option.choice_id for option in review.options)
        self.bars.set_options(
            [
                Option(
                    texts[option.choice_id],
                    option.expected_cost,
                    option.choice_id == review.chosen,
                    option.expected_cost == best,
                )
                for option in review.options
            ],
            catalog.language,
        )
        self.verdict.setText(self._verdict(review, catalog.language))
        known = beliefs(review, scenario, catalog)
        self.known.setText("\n".join(known))
        self.known_title.setVisible(bool(known))
        self.worth.setText(
            self.tr("Testing first would have been worth {amount}.").format(
                amount=money(review.value_of_information, catalog.language)
            )
        )
        self.worth.setVisible(review.value_of_information > 0)
        self._offer()

    def _told(self, line: PathLine, chosen: Choice, catalog: Catalog) -> str:
        sentences = [catalog.text(chosen.detail)] if chosen.detail else []
        sentences.append(
            self.tr(
                "Until your next decision: {time}, {client} lost by the client, {own} by you."
            ).format(
                time=duration(line.minutes, catalog),
                client=money(line.client_cost, catalog.language),
                own=money(line.own_cost, catalog.language),
            )
        )
        return "\n".join(sentences)

    def _verdict(self, review: DecisionReview, language: str) -> str:
        regret = money(review.regret, language)
        return {
            Label.BEST: self.tr("No choice was better, given what you could know."),
            Label.SOUND: self.tr("Sound: on average only {regret} more than the best choice."),
            Label.RISKY: self.tr("Risky: on average it costs {regret} more than the best choice."),
            Label.GRAVE: self.tr(
                "Grave: on average it costs {regret} more than the best choice, however it ended."
            ),
        }[review.label].format(regret=regret)

    def _offer(self) -> None:
        index = self.bars.current
        other = 0 <= index < len(self._options) and self._options[index] != self._chosen
        self.again.setVisible(other)

    def _play_on(self) -> None:
        self.play_on.emit(self._step, self._options[self.bars.current])


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


def beliefs(review: DecisionReview, scenario: Scenario, catalog: Catalog) -> list[str]:
    """What could be known at a decision: each hidden fact with its chances in percent."""
    lines = []
    for fact_id, chances in review.belief.items():
        texts = scenario.fact_texts.get(fact_id)
        name = catalog.text(texts.label) if texts else fact_id.replace("_", " ")
        shares = sorted(chances.items(), key=lambda item: -item[1])
        parts = []
        for word, share in shares:
            if share >= _LEAST_SHARE:
                shown = texts.words.get(word) if texts else None
                spoken = catalog.text(shown) if shown else word.replace("_", " ")
                parts.append(f"{spoken} {round(100 * share)} %")
        lines.append(f"{name}: {', '.join(parts)}")
    return lines
