"""Between the plain objects of play and Qt: events become signals, slow work leaves the
window's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from app.engine.errors import IllegalChoiceError
from app.play import saves
from app.play.journal import JournalError
from app.play.playthrough import Playthrough, UndoError
from app.store.database import Store, StoreError


class Desk(QObject):
    """The play in progress. What cannot be saved does not happen, and ``problem`` says so."""

    scene_changed = Signal(bool)
    """Look at ``play`` again; True when a decision was taken (not begun, resumed or undone)."""
    problem = Signal(str)

    def __init__(self, store: Store | None) -> None:
        super().__init__()
        self._store = store
        self.play: Playthrough | None = None

    def begin(self, play: Playthrough) -> None:
        """Take up a new or resumed play."""
        self.play = play
        self.scene_changed.emit(False)

    def choose(self, choice_id: str) -> None:
        """Take a choice. A choice that is no longer on offer (a double click) is ignored."""
        if self.play is None:
            return
        try:
            self.play.choose(choice_id)
        except IllegalChoiceError:
            return
        except JournalError as error:
            self.problem.emit(str(error))
            return
        self._note_progress()
        self.scene_changed.emit(True)

    def undo(self) -> None:
        """Take the last decision back, if that is allowed."""
        if self.play is None:
            return
        try:
            self.play.undo()
        except UndoError:
            return
        except JournalError as error:
            self.problem.emit(str(error))
            return
        self._note_progress()
        self.scene_changed.emit(False)

    def _note_progress(self) -> None:
        if self._store is None or self.play is None:
            return
        try:
            saves.note_progress(self.play, self._store)
        except StoreError as error:
            self.problem.emit(str(error))


class Tasks(QObject):
    """Runs slow work on other threads and hands its result to the window's thread."""

    stopping = Signal()
    """All work is about to be waited for: cancel what can be cancelled."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: set[_Messenger] = set()

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Call ``work`` elsewhere, then ``done`` with its result or ``failed``, here."""
        messenger = _Messenger(done, failed)
        self._running.add(messenger)
        messenger.finished.connect(lambda: self._running.discard(messenger))
        self._pool.start(_Job(work, messenger))

    def wait(self) -> None:
        """Wait until nothing runs any more; for closing the window and for tests."""
        self.stopping.emit()
        self._pool.waitForDone()


class _Messenger(QObject):
    """Lives in the window's thread, so that Qt queues what other threads tell it."""

    succeeded = Signal(object)
    went_wrong = Signal(object)
    finished = Signal()

    def __init__(self, done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._done, self._failed = done, failed
        self.succeeded.connect(self._succeed)
        self.went_wrong.connect(self._fail)

    def _succeed(self, result: Any) -> None:
        self.finished.emit()
        self._done(result)

    def _fail(self, error: Exception) -> None:
        self.finished.emit()
        self._failed(error)


class _Job(QRunnable):
    def __init__(self, work: Callable[[], Any], messenger: _Messenger) -> None:
        super().__init__()
        self._work, self._messenger = work, messenger

    def run(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - passed on, never swallowed
            self._messenger.went_wrong.emit(error)
        else:
            self._messenger.succeeded.emit(result)
