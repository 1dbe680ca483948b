"""Carries out what the facilitator wants in the cockpit: orders to the host, sheets to ask."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.gui.sheets import menu_sheet, problem_sheet
from app.gui.widgets.text import Button
from app.gui.workshop.cockpit import MINUTE_MS, CockpitScreen, time_left
from app.gui.workshop.course_sheets import keys_sheet, paper_sheet, person_sheet, rounds_sheet
from app.gui.workshop.debrief_desk import DebriefDesk
from app.gui.workshop.link import HostLink
from app.workshop import orders
from app.workshop.bots import Swarm
from app.workshop.cockpit import CockpitView
from app.workshop.events import Mode
from app.workshop.room import Phase

translate = QCoreApplication.translate
BOTS = (6, 20, 60)
_TIMER_MINUTES = 2


class Course(QObject):
    """Between the cockpit's page and the host. ``over`` is where sheets are laid.

    ``left``: the workshop is over, and its facilitator goes.
    """

    left = Signal()

    def __init__(
        self,
        page: CockpitScreen,
        link: HostLink,
        desk: DebriefDesk,
        over: QWidget,
        show_wall: Callable[[], None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._link = link
        self._desk = desk
        self._over = over
        self._show_wall = show_wall
        self._swarm: Swarm | None = None
        self._done_at: object = None
        page.wanted.connect(self._do)
        page.stage.decided.connect(lambda track, choice: link.do(orders.decide, track, choice))
        page.people.person_wanted.connect(self._ask_person)
        page.slides_left = lambda: not desk.is_last
        desk.changed.connect(page.show_step)
        link.changed.connect(page.show_view)
        link.changed.connect(self._forget_done)
        link.refused.connect(self._say_why)

    def stop(self) -> None:
        """Send the bots home: they must not stay as people who dropped out."""
        swarm, self._swarm = self._swarm, None
        if swarm is None:
            return
        swarm.stop()
        self._page.show_bots(False)
        view = self._link.view
        here = {person.id for person in view.people} if view is not None else set()
        for participant in swarm.participants:
            if participant in here:
                self._link.do(orders.remove, participant)

    # --- what the page wants ---------------------------------------------------------------

    def _do(self, word: str) -> None:
        view = self._link.view
        if view is None:
            return
        acts: dict[str, Callable[[CockpitView], None]] = {
            "next": self._go_on,
            "timer": self._timer,
            "minute": self._add_minute,
            "pause": lambda now: self._link.do(orders.pause, not now.projector.paused),
            "blank": lambda now: self._link.do(orders.blank, not now.projector.blank),
            "undo": lambda _: self._link.do(orders.undo),
            "rewind": self._ask_rewind,
            "fork": self._ask_fork,
            "revote": lambda _: self._link.do(orders.open_vote),
            "paper": self._ask_paper,
            "debrief": lambda _: self._link.do(orders.debrief, 0),
            "rehearse": self._ask_bots,
            "projector": lambda _: self._show_wall(),
            "help": lambda _: self._later(lambda: keys_sheet(self._over)),
            "end": self._ask_end,
        }
        acts[word](view)

    def _go_on(self, view: CockpitView) -> None:
        step = self._page.step
        wall = view.projector
        if wall.phase is Phase.DEBRIEF and not wall.paused and not self._desk.is_last:
            self._desk.turn(1)
            return
        if step.leave:
            self.left.emit()
        if step.order is None:
            return
        # A double click must not do what comes after.
        if self._done_at == _place(view):
            return
        self._done_at = _place(view)
        if step.order is orders.close_vote and wall.timer_ends is not None:
            self._link.do(orders.set_timer, None)
        self._link.do(step.order, *step.given)

    def _forget_done(self, view: CockpitView) -> None:
        if self._done_at != _place(view):
            self._done_at = None

    def _timer(self, view: CockpitView) -> None:
        wall = view.projector
        running = wall.timer_ends is not None or wall.timer_left is not None
        ends = None if running else _now() + _TIMER_MINUTES * MINUTE_MS
        self._link.do(orders.set_timer, ends)

    def _add_minute(self, view: CockpitView) -> None:
        wall = view.projector
        left = time_left(wall.timer_ends, wall.timer_left) or 0
        self._link.do(orders.set_timer, _now() + left + MINUTE_MS)

    def _ask_rewind(self, view: CockpitView) -> None:
        title = translate("Workshop", "Back to which decision?")
        rounds_sheet(
            self._over, title, view.rounds, lambda step: self._link.do(orders.rewind, step)
        )

    def _ask_fork(self, view: CockpitView) -> None:
        if view.projector.what_if:
            self._link.do(orders.end_fork)
            return
        title = translate("Workshop", "What if, from which decision on?")
        rounds_sheet(self._over, title, view.rounds, lambda step: self._link.do(orders.fork, step))

    def _ask_paper(self, view: CockpitView) -> None:
        asked = [track for track in view.tracks if track.tally is not None]

        def ask(index: int) -> None:
            track = asked[index]
            paper_sheet(
                self._over,
                track,
                lambda counts: self._link.do(orders.paper_votes, track.id, dict(counts)),
            )

        if len(asked) == 1:
            ask(0)
        elif asked:
            entries = []
            for index, track in enumerate(asked):
                button = Button(track.label, "entry")
                button.clicked.connect(lambda _=False, i=index: self._later(lambda: ask(i)))
                entries.append(button)
            menu_sheet(self._over, translate("Workshop", "Paper votes"), tuple(entries))

    def _ask_person(self, id_: str) -> None:
        view = self._link.view
        person = next((one for one in view.people if one.id == id_), None) if view else None
        if view is None or person is None:
            return
        teams = [track.id for track in view.tracks] if view.projector.mode is Mode.TEAMS else []
        link = self._link
        person_sheet(
            self._over,
            person,
            teams,
            lambda name: link.do(orders.rename, id_, name),
            lambda team: link.do(orders.set_team, id_, team),
            lambda: link.do(orders.remove, id_),
        )

    def _ask_bots(self, _view: CockpitView) -> None:
        if self._swarm is not None:
            self.stop()
            return
        if self._link.host.address is None:
            return
        entries = []
        for count in BOTS:
            text = translate("Workshop", "{n} bots").replace("{n}", str(count))
            button = Button(text, "entry", "person")
            button.clicked.connect(lambda _=False, n=count: self._let_in(n))
            entries.append(button)
        title = translate("Workshop", "Rehearse: bots join as phones do and vote at random")
        menu_sheet(self._over, title, tuple(entries))

    def _let_in(self, count: int) -> None:
        address = self._link.host.address
        if address is not None:
            language = self._link.host.opened.language
            self._swarm = Swarm(address, count, language=language)
            self._swarm.start()
            self._page.show_bots(True)

    def _ask_end(self, view: CockpitView) -> None:
        end = Button(translate("Workshop", "End it; nobody can vote any more"), "entry", "quit")
        end.clicked.connect(lambda: self._link.do(orders.close))
        title = translate("Workshop", "End the workshop?")
        if view.projector.phase is Phase.DEBRIEF:
            title = translate("Workshop", "End the workshop, debrief included?")
        menu_sheet(self._over, title, (end,))

    def _say_why(self, why: str) -> None:
        self._done_at = None
        problem_sheet(self._over, translate("Workshop", "This was not done"), why)

    def _later(self, do: Callable[[], object]) -> None:
        # The sheet before must be gone.
        QTimer.singleShot(0, self, do)


def _place(view: CockpitView) -> object:
    """Where the workshop stands: each next step leads to another place."""
    wall = view.projector
    return wall.phase, wall.debrief_step, wall.paused, wall.what_if


def _now() -> int:
    return time.time_ns() // 1_000_000
