"""Between the plain objects of play and Qt: events become signals, slow work leaves the
window's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from app.engine.errors import IllegalChoiceError
from app.play import saves
from app.play.journal_error import JournalError
from app.play.playthrough import Playthrough, UndoError
from app.store.database import Store, StoreError


class Desk(QObject):
    """The play in progress. What cannot be saved does not happen, and ``problem`` says so."""

    scene_changed = Signal(bool)
    """Look at ``play`` again; True when a decision was taken (not begun, resumed or undone)."""
    log_changed = Signal()
    """A line was written into the log book; the scene is the same."""
    problem = Signal(str)

    def __init__(self, store: Store | None) -> None:
        super().__init__()
        self._store = store
        self.play: Playthrough | None = None
        self._to_note: Playthrough | None = None

    def begin(self, play: Playthrough) -> None:
        """Take up a new or resumed play."""
        self.catch_up()
        self.play = play
        self.scene_changed.emit(False)

    def choose(self, choice_id: str, sure: str = "") -> None:
        """Take a choice, so sure of it. What is no longer on offer (a double click) is ignored."""
        if self.play is None:
            return
        try:
            self.play.choose(choice_id, sure)
        except IllegalChoiceError:
            return
        except JournalError as error:
            self.problem.emit(error.told(self.play.catalog))
            return
        self.scene_changed.emit(True)
        self._note_progress()

    def note(self, text: str) -> None:
        """Write a line into the log book while the story goes on."""
        if self.play is None or self.play.state.is_terminal():
            return
        try:
            self.play.note(text)
        except JournalError as error:
            self.problem.emit(error.told(self.play.catalog))
            return
        self.log_changed.emit()

    def undo(self) -> None:
        """Take the last decision back, if that is allowed."""
        if self.play is None:
            return
        try:
            self.play.undo()
        except UndoError:
            return
        except JournalError as error:
            self.problem.emit(error.told(self.play.catalog))
            return
        self.scene_changed.emit(False)
        self._note_progress()

    def _note_progress(self) -> None:
        # Once the scene shows: the journal has the decision already, the list can wait.
        self._to_note = self.play
        QTimer.singleShot(0, self, self.catch_up)

    def catch_up(self) -> None:
        """List the play as it stands, if that is still to be done."""
        play, self._to_note = self._to_note, None
        if self._store is None or play is None:
            return
        try:
            saves.note_progress(play, self._store)
        except StoreError as error:
            self.problem.emit(play.catalog.why(error))


class Tasks(QObject):
    """Runs slow work on other threads and hands its result to the window's thread."""

    stopping = Signal()
    """All work is about to be waited for: cancel what can be cancelled."""
    _arrived = Signal(object, object)
    """What to call and with what, from whichever thread; Qt brings it to ours."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._ended = False
        self._arrived.connect(self._hand_over)

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Call ``work`` elsewhere, then ``done`` with its result or ``failed``, here."""

        def job() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - passed on, never swallowed
                self._arrived.emit(failed, error)
            else:
                self._arrived.emit(done, result)

        if not self._ended:
            self._pool.start(job)

    def wait(self) -> None:
        """Wait until nothing runs any more."""
        self.stopping.emit()
        self._pool.waitForDone()

    def end(self) -> None:
        """As ``wait``, for good: whoever wanted a result may be gone before it is handed over."""
        self._ended = True
        self.wait()

    def _hand_over(self, take: Callable[[Any], None], result: Any) -> None:
        if not self._ended:
            take(result)
