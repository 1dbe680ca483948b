"""The review: the path taken, what it cost, who pays, and the real case beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.engine.review import Review
from app.engine.scenario import Ending
from app.gui.bridge import Tasks
from app.gui.language import reader
from app.gui.paper.keeping import Keeping
from app.gui.reviewer import ExactReview, Reviewer
from app.gui.screens.decision import DecisionPanel
from app.gui.screens.exact import Lessons, SumSection, Truth
from app.gui.theme import theme_of
from app.gui.widgets.charts import HeadBars
from app.gui.widgets.decisions import Decision, DecisionList
from app.gui.widgets.page import Figure, Figures, MapButton, Page, Section, Split
from app.gui.widgets.plots import FrontierPlot, Histogram, Mark
from app.gui.widgets.text import Button, Prose, label
from app.gui.widgets.waiting import CancelledError
from app.gui.widgets.waterfall_view import WaterfallView
from app.play.catalog import Catalog
from app.play.playthrough import Playthrough
from app.play.retrospect import PathLine, Retelling, path, real_case
from app.play.wording import clock, duration, money
from app.reports.evidence import noted_at, sure_word
from app.reports.judgement import knowing, legend
from app.reports.rating import rating


class ReviewScreen(Page):
    """Shows a finished play; ``show_review`` adds the exact review once it is worked out."""

    play_again_wanted = Signal(bool)
    """True: on the same server, False: on another one."""
    play_on_wanted = Signal(int, str)
    """Step of the history, and the choice to take there instead."""
    reviewed = Signal(object, object)
    """The play shown, and its exact review, when that has been worked out."""
    back_wanted = Signal()
    title_wanted = Signal()
    map_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._play: Playthrough | None = None
        self._path: tuple[PathLine, ...] = ()
        self._review: Review | None = None
        self._tasks: Tasks | None = None
        self._reviewer = Reviewer()
        self._knowing: dict[int, list[str]] = {}
        self.title = label("", "display", wrap=True)
        self.subtitle = label("", "body", "muted", wrap=True)
        self.loss = Figure(self.tr("The client's loss"), "loss")
        self.you = Figure(self.tr("You pay"), "loss")
        self.real = Figure(self.tr("The real case"))
        self.rating = Figure(self.tr("Rating"))
        self.sum = SumSection()
        self.decisions = DecisionList()
        self.legend = label("", "small", "muted", wrap=True)
        self.panel = DecisionPanel()
        self.truth = Truth()
        self.heads = HeadBars()
        self.axes = HeadBars()
        self.waterfall = WaterfallView()
        self.real_text = Prose("body")
        self.lessons = Lessons()
        self.keeping = Keeping()
        self.frontier = FrontierPlot()
        self.spread = Histogram()
        self.decisions.selected.connect(self._tell)
        self.panel.play_on.connect(self.play_on_wanted)
        self.panel.knowing_wanted.connect(self._work_out_knowing)
        self.sum.wanted.connect(self._work_out)
        back = Button(self.tr("Back to the claim"), "quiet", "back")
        back.clicked.connect(self.back_wanted)
        home = Button(self.tr("To the title"), "quiet", "quit")
        home.clicked.connect(self.title_wanted)
        other = Button(self.tr("Play another server"))
        other.clicked.connect(lambda: self.play_again_wanted.emit(False))
        same = Button(self.tr("Play this server again"), "primary")
        same.clicked.connect(lambda: self.play_again_wanted.emit(True))
        self.map = MapButton()
        self.map.clicked.connect(self.map_wanted)
        self.add_buttons([back, self.map, home], [other, same])
        self._arrange()

    # --- what the window tells -----------------------------------------------------------

    def show_play(self, play: Playthrough, tasks: Tasks | None = None) -> None:
        """Show what can be told at once; with ``tasks``, work the exact review out there."""
        self.stop()
        self._play, self._path, self._review = play, path(play), None
        if tasks is not None and tasks is not self._tasks:
            tasks.stopping.connect(self.stop)
        self._tasks, self._knowing = tasks, {}
        real = real_case(play.scenario, play.terms, play.catalog)
        node = play.state.node
        self.title.setText(play.catalog.text(node.title) if isinstance(node, Ending) else "")
        self.subtitle.setText(self._about(play))
        self._fill_figures(play, real)
        self._fill_decisions()
        self.truth.show_ending(play.state, play.catalog)
        self._fill_heads(play, real)
        self.waterfall.set_settlement(play.settlement(), play.catalog)
        text = play.scenario.real_case
        self.real_text.set_paragraphs(play.catalog.text(text).strip().split("\n\n") if text else [])
        self._real.setVisible(text is not None or real is not None)
        for part in (
            self.sum, self.rating, self.legend, self.lessons, self.keeping, self._chances
        ):  # fmt: skip
            part.hide()
        self.sum.bar.hide()
        self.frontier.hide()
        self.spread.hide()
        self.to_top()
        self._work_out()

    def stop(self) -> None:
        """Cancel whatever is being worked out."""
        self.sum.waiting.stop()
        self.panel.waiting.stop()

    def show_waiting(self) -> None:
        """Say that the exact review is being worked out."""
        self.sum.show_note(self.tr("Working out what each decision was worth…"))
        self.sum.show()

    def show_problem(self, text: str) -> None:
        """Say why there is no exact review."""
        self.sum.show_note(text)
        self.sum.show()

    def show_cancelled(self) -> None:
        """Say that the exact review was not wanted, and offer it again."""
        self.sum.show_note(
            self.tr("What each decision was worth has not been worked out."), again=True
        )
        self.sum.show()

    def show_exact(self, exact: ExactReview) -> None:
        """Add all that was worked out; ignored when another play is shown by now."""
        play = self._play
        if play is None or play.state is not exact.ending:
            return
        self.show_review(exact.review)
        self.reviewed.emit(play, exact.review)
        marks = [
            Mark(self.tr("Your decisions"), *exact.yours, "loss"),
            Mark(self.tr("Best play"), *exact.best, "accent"),
        ]
        if exact.real is not None:
            marks.append(Mark(self.tr("The real case"), *exact.real, "ink"))
        self.show_frontier(exact.frontier, marks)
        # The exact mean, not the sample's: the same quantity must not show as two amounts.
        review = exact.review
        self.show_distribution(exact.histogram, float(review.start_value), review.final_cost)

    def show_review(self, review: Review) -> None:
        """Add the exact review of the play shown."""
        play = self._play
        if play is None:
            return
        self._review = review
        self.hold(self._steps)
        self.sum.show_review(review, play.catalog)
        self.legend.setText(legend(review, play.catalog))
        self.lessons.show_review(review, play.state, play.catalog)
        self.truth.show_review(review, play.catalog)
        self.keeping.show_review(play, review, self._tasks)
        self._fill_rating(play, review)
        for part in (self.sum, self.rating, self.legend, self.lessons, self.keeping):
            part.show()
        self._fill_decisions()

    def show_frontier(self, line: Sequence[tuple[float, float]], marks: Sequence[Mark]) -> None:
        """Add the efficient frontier: (client's loss, own loss) in cents, and named plans."""
        if self._play is not None:
            self.frontier.set_points(line, marks, self._play.catalog.language)
            self.frontier.show()
            self._chances.show()

    def show_distribution(self, bars: Sequence[tuple[float, int]], mean: float, mine: int) -> None:
        """Add how results of many plays spread, with the player's own on it."""
        if self._play is not None:
            self.spread.set_distribution(bars, mean, mine, self._play.catalog.language)
            self.spread.show()
            self._chances.show()

    # --- slow work -----------------------------------------------------------------------

    def _work_out(self) -> None:
        """Work the exact review out beside the window."""
        play, tasks = self._play, self._tasks
        if play is None or tasks is None or not play.state.is_terminal():
            return
        ending, waiting = play.state, self.sum.waiting
        work = waiting.begin()
        self.show_waiting()

        def done(exact: ExactReview) -> None:
            if waiting.end(work):
                self.show_exact(exact)

        def failed(error: Exception) -> None:
            if not waiting.end(work):
                return
            if isinstance(error, CancelledError):
                self.show_cancelled()
            else:
                self.show_problem(reader().why(error))

        tasks.run(lambda: self._reviewer.work_out(ending, work), done, failed)

    def _work_out_knowing(self, step: int) -> None:
        """Work out what each hidden fact was worth at a decision."""
        play, tasks = self._play, self._tasks
        if play is None or tasks is None:
            return
        ending, scenario, waiting = play.state, play.scenario, self.panel.waiting
        work = waiting.begin()
        self.panel.ask.hide()

        def done(worths: dict[str, int]) -> None:
            if waiting.end(work):
                self._knowing[step] = knowing(worths, scenario, play.catalog)
                self.panel.show_knowing(self._knowing[step])

        def failed(error: Exception) -> None:
            if waiting.end(work):
                cancelled = isinstance(error, CancelledError)
                self.panel.show_no_knowing("" if cancelled else reader().why(error))

        tasks.run(lambda: self._reviewer.knowing(ending, step, work), done, failed)

    # --- content -------------------------------------------------------------------------

    def _about(self, play: Playthrough) -> str:
        case = self.tr("{case} · server no. {seed}").replace("{seed}", str(play.seed))
        told = [case.replace("{case}", play.catalog.text(play.scenario.title))]
        told.append(self.tr("Decisions: {n}").format(n=len(self._path)))
        if undone := len(play.undone):
            told.append(self.tr("Taken back: {n}").format(n=undone))
        return " · ".join(told)

    def _fill_figures(self, play: Playthrough, real: Retelling | None) -> None:
        bill, language = play.settlement(), play.catalog.language
        self.loss.set_amount(
            money(bill.client_loss, language),
            self.tr("after {time}").format(time=duration(play.state.minutes, play.catalog)),
            zero=not bill.client_loss,
        )
        self.you.set_amount(
            money(bill.you_pay, language),
            self.tr("The insurer pays {amount}.").format(amount=money(bill.insurer_pays, language)),
            zero=not bill.you_pay,
        )
        self.real.setVisible(real is not None)
        if real is not None:
            self.real.set_amount(
                money(real.settlement.client_loss, language),
                self.tr("was what the client lost there"),
            )

    def _fill_rating(self, play: Playthrough, review: Review) -> None:
        hints = len(play.hints)
        points = rating(review.start_value, review.regret, hints)
        self.rating.set_amount(
            self.tr("{points} of 100").format(points=points),
            self.tr("Hints used: {n}").format(n=hints)
            if hints
            else self.tr("Perfect play has 100; luck does not count."),
        )

    def _fill_decisions(self) -> None:
        play = self._play
        if play is None:
            return
        rated = {d.step: d for d in self._review.decisions} if self._review else {}
        lines = []
        for line in self._path:
            review = rated.get(line.step)
            costs = [duration(line.minutes, play.catalog)]
            if line.client_cost or line.own_cost:
                costs.append(money(line.client_cost + line.own_cost, play.catalog.language))
            lines.append(
                Decision(
                    choice=line.choice_text,
                    where=_where(line, play.catalog),
                    costs=tuple(costs),
                    undone=self.tr("Taken back here: {n}").format(n=line.taken_back)
                    if line.taken_back
                    else "",
                    label=review.label if review else None,
                )
            )
        worst = self._review.worst_decisions(1) if self._review else ()
        start = next((i for i, p in enumerate(self._path) if worst and p.step == worst[0].step), 0)
        self.decisions.set_decisions(lines, start)
        self._tell(start)

    def _tell(self, index: int) -> None:
        play = self._play
        if play is None or not 0 <= index < len(self._path):
            self.panel.hide()
            return
        self.panel.show()
        line = self._path[index]
        state = play.state.history()[line.step]
        self.panel.show_decision(line, state, self._review, play.catalog)
        # An author's test play may begin in the middle of a story.
        own = index - (len(self._path) - len(play.decisions))
        sure = play.decisions[own].sure if own >= 0 else ""
        self.panel.show_then(noted_at(play, own), sure_word(sure, play.catalog))
        if line.step in self._knowing:
            self.panel.show_knowing(self._knowing[line.step])

    def _fill_heads(self, play: Playthrough, real: Retelling | None) -> None:
        losses, text = play.state.losses(), play.catalog.text
        rows = []
        for head in play.scenario.heads:
            other = real.heads[head.id] if real is not None else None
            if losses[head.id] or other:
                rows.append((text(head.text), losses[head.id], other))
        self.heads.set_heads(rows, play.catalog.language)
        bill = play.settlement()
        theirs = real.settlement if real is not None else None
        names = (
            (self.tr("What the client lost"), "client_loss"),
            (self.tr("What you answer for"), "justified_claim"),
            (self.tr("What you pay yourself"), "you_pay"),
        )
        self.axes.set_heads(
            [
                (name, getattr(bill, field), getattr(theirs, field) if theirs else None)
                for name, field in names
            ],
            play.catalog.language,
        )
        compared = self.tr("Red is yours, grey below it the real case.") if real else ""
        self._axes.set_lead(compared)
        self._heads.set_lead(compared)

    # --- layout --------------------------------------------------------------------------

    def _arrange(self) -> None:
        head = QWidget()
        lines = QVBoxLayout(head)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme_of().space(1))
        lines.addWidget(self.title)
        lines.addWidget(self.subtitle)
        steps = self._steps = Section(self.tr("Your decisions"))
        steps.column.addWidget(Split([(self.decisions, 52), (self.panel, 48)], 900))
        steps.column.addWidget(self.legend)
        self._axes = Section(self.tr("The client's loss and your liability"))
        self._axes.column.addWidget(self.axes)
        self._heads = Section(self.tr("What the loss is made of"))
        self._heads.column.addWidget(self.heads)
        who = Section(self.tr("Who pays"))
        who.column.addWidget(self.waterfall)
        self._real = Section(self.tr("What the real case came to"))
        self._real.column.addWidget(self.real_text)
        self._chances = Section(self.tr("Other plays of this case"))
        self._chances.column.addWidget(Split([(self.frontier, 1), (self.spread, 1)], 760))
        figures = Figures([self.loss, self.you, self.rating, self.real])
        # Whoever reads no further has read what happened, what luck did, and what to learn.
        for widget in (head, figures, self.sum, self.lessons, steps, self.truth):
            self.body.addWidget(widget)
        self.body.addWidget(Split([(self._axes, 1), (self._heads, 1)], 1000))
        for section in (who, self._real, self._chances, self.keeping):
            self.body.addWidget(section)
        self.body.addStretch(1)


def _where(line: PathLine, catalog: Catalog) -> str:
    if f"{line.when:%H:%M}" in line.scene_title:
        return line.scene_title
    return f"{clock(line.when, catalog)} · {line.scene_title}"
