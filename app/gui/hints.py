"""Hints during play: the offer, the price, the wait, and what the hint says."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.engine.scenario import DecisionNode
from app.engine.state import State
from app.gui.bridge import Desk, Tasks
from app.gui.language import reader
from app.gui.screens.play import PlayScreen
from app.gui.widgets.overlay import Overlay
from app.gui.widgets.text import Button, Prose
from app.play.journal_error import JournalError
from app.play.playthrough import Playthrough
from app.play.wording import money
from app.reports.rating import HINT_SHARE

if TYPE_CHECKING:
    # The solver brings NumPy along: only those who ask for a hint wait for it.
    from app.engine.hint import Hint
    from app.engine.solver.cache import SolverCache


class _CancelledError(Exception):
    """The player did not want to wait."""


class Hints(QObject):
    """Serves the play page; ``allowed`` asks the settings. Never in an examination."""

    _progress = Signal(float)

    def __init__(
        self, screen: PlayScreen, desk: Desk, tasks: Tasks, allowed: Callable[[], bool]
    ) -> None:
        super().__init__(screen)
        self._screen, self._desk, self._tasks, self._allowed = screen, desk, tasks, allowed
        self._told: dict[State, Hint] = {}
        self._told_in: Playthrough | None = None
        self._bar: QProgressBar | None = None
        self._progress.connect(self._show_progress)
        screen.hint_wanted.connect(self.ask)
        screen.installEventFilter(self)
        desk.scene_changed.connect(self.offer)

    @cached_property
    def _cache(self) -> SolverCache:
        from app.engine.solver.cache import SolverCache

        return SolverCache()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The settings may have changed while the page was away."""
        if event.type() == QEvent.Type.Show:
            self.offer()
        return super().eventFilter(watched, event)

    def offer(self) -> None:
        """Show the button where a hint may be had."""
        self._screen.head.hint.setVisible(self._asked_at() is not None)

    def ask(self) -> None:
        """Name the price; a hint that was given here already is free."""
        play = self._asked_at()
        if play is None or self._screen.findChild(Overlay) is not None:
            return
        if play is not self._told_in:
            self._told, self._told_in = {}, play
        if play.state in self._told:
            self._tell(play, self._told[play.state])
            return
        take = Button(self.tr("Take the hint"), "entry", "eye")
        # Later, so that this sheet has given the keyboard back before the next one takes it.
        take.clicked.connect(lambda: QTimer.singleShot(0, lambda: self._work_out(play)))
        price = self.tr(
            "It tells which choice is best here, given what you can know, and what testing first "
            "is worth. In the rating it counts like a decision that costs {percent} % of the case."
        ).replace("{percent}", str(int(100 * HINT_SHARE)))
        _sheet(self._screen, self.tr("Hint"), [price], take)

    # --- inside --------------------------------------------------------------------------

    def _asked_at(self) -> Playthrough | None:
        play = self._desk.play
        if play is None or play.exam or play.state.is_terminal() or not self._allowed():
            return None
        return play

    def _work_out(self, play: Playthrough) -> None:
        """Solve beside the window; closing the sheet cancels."""
        state, cancelled = play.state, Event()
        self._bar = bar = QProgressBar()
        bar.setRange(0, 100)
        bar.setAccessibleName(self.tr("Working out the hint"))
        waiting = _sheet(
            self._screen, self.tr("Hint"), [self.tr("Working it out. Closing cancels it.")], bar
        )
        waiting.closed.connect(lambda: self._end_wait(cancelled))

        def progress(share: float) -> None:
            if cancelled.is_set():
                raise _CancelledError
            self._progress.emit(share)

        def work() -> Hint:
            from app.engine.hint import hint

            solution = self._cache.solution(state.scenario, state.terms, progress=progress)
            return hint(solution, state)

        def done(found: Any) -> None:
            if cancelled.is_set() or play.state is not state:
                return
            waiting.dismiss()
            self._take(play, found)

        def failed(error: Exception) -> None:
            if not cancelled.is_set():
                waiting.dismiss()
                _sheet(self._screen, self.tr("There is no hint"), [reader().why(error)])

        self._tasks.run(work, done, failed)

    def _show_progress(self, share: float) -> None:
        if self._bar is not None:
            self._bar.setValue(round(100 * share))

    def _end_wait(self, cancelled: Event) -> None:
        self._bar = None
        cancelled.set()

    def _take(self, play: Playthrough, found: Hint) -> None:
        """Note it in the journal first: a hint that is read has its price."""
        try:
            play.take_hint()
        except JournalError as error:
            self._desk.problem.emit(error.told(play.catalog))
            return
        self._told[play.state] = found
        self._tell(play, found)

    def _tell(self, play: Playthrough, found: Hint) -> None:
        node = play.state.node
        assert isinstance(node, DecisionNode)
        text = {choice.id: play.catalog.text(choice.text) for choice in node.choices}
        said = [self.tr("Best here, on average: {choice}").replace("{choice}", text[found.best])]
        if found.test:
            worth = money(abs(found.test_worth), play.catalog.language)
            sentence = (
                self.tr("The best test, “{test}”, saves {amount} on average.")
                if found.test_worth >= 0
                else self.tr("The best test, “{test}”, costs {amount} more than it saves.")
            )
            said.append(sentence.replace("{test}", text[found.test]).replace("{amount}", worth))
        said.append(self.tr("Hints used: {n}").replace("{n}", str(len(play.hints))))
        _sheet(self._screen, self.tr("Hint"), said)


def _sheet(
    parent: QWidget, title: str, paragraphs: list[str], part: QWidget | None = None
) -> Overlay:
    content = QWidget()
    prose = Prose("body", leading=112)
    prose.set_paragraphs(paragraphs)
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(12)
    column.addWidget(prose)
    if part is not None:
        column.addWidget(part)
    column.addStretch(1)
    return Overlay(parent, title, content, [part] if isinstance(part, Button) else [])
