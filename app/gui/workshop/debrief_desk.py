"""Leads through the debrief: works the figures out beside the window, shows slide by slide."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.engine.solver.cache import SolverCache
from app.gui.bridge import Tasks
from app.gui.language import reader
from app.gui.workshop.link import HostLink
from app.gui.workshop.slides import Slide, slides
from app.play.languages import catalog
from app.workshop.agenda import DEBRIEF, Part
from app.workshop.cockpit import CockpitView
from app.workshop.debrief import Debrief, debrief
from app.workshop.record import WorkshopRecord
from app.workshop.room import Phase
from app.workshop.session import Worked, work_out


class DebriefDesk(QObject):
    """``changed``: another slide, or new figures. ``problem``: why there are no figures.

    ``worked`` has the session for reports once it is worked out.
    """

    changed = Signal()
    problem = Signal(str)

    def __init__(self, link: HostLink, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._tasks = tasks
        self._cache = SolverCache()
        self._words = catalog(link.host.opened.language, link.host.scenario)
        self._told: Debrief | None = None
        self._part: Part | None = None
        self._slides: tuple[Slide, ...] = ()
        self._index = 0
        self.busy = False
        link.changed.connect(self._follow)

    @property
    def part(self) -> Part | None:
        """The part that the room is in; None outside the debrief."""
        return self._part

    @property
    def slide(self) -> Slide | None:
        """The slide that is on the wall."""
        return self._slides[self._index] if self._slides else None

    @property
    def place(self) -> tuple[int, int]:
        """The slide's number in its part, from 1, and how many there are."""
        return self._index + 1, len(self._slides)

    @property
    def is_last(self) -> bool:
        """Whether the part has no slide after this one."""
        return self._index + 1 >= len(self._slides)

    def turn(self, step: int) -> None:
        """Go on (1) or back (-1) within the part."""
        index = min(max(self._index + step, 0), len(self._slides) - 1)
        if index != self._index:
            self._index = index
            self._tell()

    # --- inside ----------------------------------------------------------------------------

    def _follow(self, view: CockpitView) -> None:
        wall = view.projector
        if wall.phase is not Phase.DEBRIEF:
            if self._part is not None:
                self._part, self._slides = None, ()
                self._link.wall.slide.emit(None)
                self.changed.emit()
            return
        part = DEBRIEF[min(wall.debrief_step, len(DEBRIEF) - 1)]
        entered = self._part is None
        if part is not self._part:
            self._part, self._index = part, 0
            self._slides = ()
            self._make()
        elif part is Part.COMMITMENT:
            # They come in while this part lasts.
            self._make()
        if entered:
            self._work()

    def _work(self) -> None:
        self.busy = True
        told, host = self._link.host.record(), self._link.host

        def work() -> Debrief:
            worked = work_out(told, host.scenario, self._cache, self._words)
            return debrief(worked, told, host.scenario, self._words)

        self._tasks.run(work, self._done, self._failed)

    def _done(self, told: Debrief) -> None:
        self.busy = False
        self._told = told
        if self._part is not None:
            self._make()
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self.busy = False
        self.problem.emit(reader().why(error))
        self.changed.emit()

    def _make(self) -> None:
        if self._part is None:
            return
        written: tuple[str, ...] = ()
        if self._part is Part.COMMITMENT:
            written = tuple(sorted(self._link.host.record().personal.commitments.values()))
        made = slides(self._part, self._told, self._words, written)
        if made != self._slides:
            self._slides = made
            self._index = min(self._index, len(made) - 1)
            self._tell()

    def _tell(self) -> None:
        self._link.wall.slide.emit(self.slide)
        self.changed.emit()


def session_of(link: HostLink, cache: SolverCache) -> tuple[Worked, WorkshopRecord]:
    """The session as it stands now, for what is saved; not for the window's thread."""
    told, host = link.host.record(), link.host
    words = catalog(host.opened.language, host.scenario)
    return work_out(told, host.scenario, cache, words), told
