"""The selected decision of the review: its options, what could be known, what else could be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.engine.review import DecisionReview, Review
from app.engine.scenario import Choice, DecisionNode, Scenario
from app.engine.state import State
from app.gui.theme import theme_of
from app.gui.widgets.charts import Option, OptionBars
from app.gui.widgets.text import Button, label
from app.gui.widgets.waiting import Waiting
from app.play.catalog import Catalog
from app.play.retrospect import PathLine
from app.play.scene import scene_view
from app.play.wording import duration, money
from app.reports.judgement import beliefs, decision_verdict, otherwise, untested_worth


class DecisionPanel(QFrame):
    """The selected decision: what was chosen, and, once it is known, what it was worth."""

    play_on = Signal(int, str)
    """Step of the history, and another choice to take there, on the same server."""
    knowing_wanted = Signal(int)
    """Step of the history at which the worth of knowing each hidden fact is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "raised")
        theme = theme_of()
        self._step = -1
        self._options: tuple[str, ...] = ()
        self._branches: tuple[str, ...] = ()
        self._chosen = ""
        self.title = label("", "heading", wrap=True)
        self.facts = label("", "body", "muted", wrap=True)
        self.then = label("", "body", wrap=True)
        self.verdict = label("", "story", wrap=True)
        self.bars = OptionBars()
        self.branch = label("", "body", wrap=True)
        self.again = Button(self.tr("Play on from here with this choice"))
        self.again.clicked.connect(self._play_on)
        self.bars.selected.connect(lambda _: self._offer())
        self.seen_title = label(self.tr("What was known then"), "small_strong", "muted")
        self.seen = label("", "body", wrap=True)
        self.known_title = label(
            self.tr("How likely the hidden things were then"), "small_strong", "muted", wrap=True
        )
        self.known = label("", "body", wrap=True)
        self.worth = label("", "body", wrap=True)
        self.ask = Button(self.tr("What would knowing more have been worth?"), "link")
        self.ask.clicked.connect(lambda: self.knowing_wanted.emit(self._step))
        self.waiting = Waiting()
        self.knowing = label("", "body", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(5)] * 4)
        column.setSpacing(theme.space(2.5))
        for widget in (
            self.title, self.facts, self.then, self.verdict, self.bars, self.branch, self.again,
            self.seen_title, self.seen, self.known_title, self.known, self.worth, self.ask,
            self.waiting, self.knowing,
        ):  # fmt: skip
            column.addWidget(widget)

    def show_decision(
        self, line: PathLine, state: State, review: Review | None, catalog: Catalog
    ) -> None:
        """Show a decision taken at ``state``; ``review`` is None while it is not worked out."""
        node, scenario = state.node, state.scenario
        assert isinstance(node, DecisionNode)
        self._step, self._chosen = line.step, line.choice_id
        self.title.setText(line.choice_text)
        chosen = next(choice for choice in node.choices if choice.id == line.choice_id)
        self.facts.setText(self._told(line, chosen, catalog))
        seen = [f"{known.label}: {known.value}" for known in scene_view(state, catalog).known]
        self.seen.setText("\n".join(seen))
        self.seen_title.setVisible(bool(seen))
        self.seen.setVisible(bool(seen))
        decisions = review.decisions if review is not None else ()
        decision = next((d for d in decisions if d.step == line.step), None)
        for widget in (
            self.verdict, self.bars, self.branch, self.known_title, self.known, self.worth,
            self.ask,
        ):  # fmt: skip
            widget.setVisible(decision is not None)
        self.waiting.stop()
        self.knowing.hide()
        if review is None or decision is None:
            self.again.hide()
            return
        self._fill_options(decision, node, scenario, catalog)
        self.verdict.setText(decision_verdict(review, decision, catalog))
        known = beliefs(decision, scenario, catalog)
        self.known.setText("\n".join(known))
        self.known_title.setVisible(bool(known))
        self.ask.setVisible(bool(known))
        worth = untested_worth(decision, catalog)
        self.worth.setText(worth)
        self.worth.setVisible(bool(worth))
        self._offer()

    def show_then(self, noted: Sequence[str], sure: str) -> None:
        """Show what the player had written into the log by then, and how sure they said to be."""
        lines = [self.tr("You noted then: {entry}").replace("{entry}", entry) for entry in noted]
        if sure:
            lines.append(self.tr("How sure you said you were: {sure}.").replace("{sure}", sure))
        self.then.setText("\n".join(lines))
        self.then.setVisible(bool(lines))

    def show_knowing(self, lines: Sequence[str]) -> None:
        """Say what knowing each hidden fact would have been worth at the decision shown."""
        self.waiting.end()
        self.ask.hide()
        self.knowing.setText("\n".join(lines))
        self.knowing.show()

    def show_no_knowing(self, text: str) -> None:
        """Say why that is not told, and let it be asked for again."""
        self.waiting.end()
        self.ask.show()
        self.knowing.setText(text)
        self.knowing.setVisible(bool(text))

    # --- content -------------------------------------------------------------------------

    def _fill_options(
        self, decision: DecisionReview, node: DecisionNode, scenario: Scenario, catalog: Catalog
    ) -> None:
        texts = {choice.id: catalog.text(choice.text) for choice in node.choices}
        best = min(option.expected_cost for option in decision.options)
        self._options = tuple(option.choice_id for option in decision.options)
        self._branches = tuple(
            "\n".join(otherwise(option, option.choice_id == decision.chosen, scenario, catalog))
            for option in decision.options
        )
        self.bars.set_options(
            [
                Option(
                    texts[option.choice_id],
                    option.expected_cost,
                    option.choice_id == decision.chosen,
                    option.expected_cost == best,
                    branch,
                )
                for option, branch in zip(decision.options, self._branches, strict=True)
            ],
            catalog.language,
        )

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

    def _offer(self) -> None:
        index = self.bars.current
        there = 0 <= index < len(self._options)
        self.branch.setText(self._branches[index] if there else "")
        self.branch.setVisible(there)
        self.again.setVisible(there and self._options[index] != self._chosen)

    def _play_on(self) -> None:
        self.play_on.emit(self._step, self._options[self.bars.current])
