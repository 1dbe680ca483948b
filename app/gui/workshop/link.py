"""Between a workshop's host, on its own thread, and the windows: views come in, orders go out."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.play.catalog import Catalog
from app.workshop.cockpit import CockpitView
from app.workshop.eventlog import LogError
from app.workshop.events import Event
from app.workshop.host import Host
from app.workshop.orders import Refused

_PAUSE_MS = 80
_REFRESH_MS = 15_000
"""The minutes over or under plan go on while nobody does anything."""


class Newest(QObject):
    """Hands on what another thread brings: only the newest, and not too often.

    A flood of votes must not keep the window from answering.
    """

    came = Signal(object)
    _called = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._held: object = None
        self._calling = self._ended = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self._called.connect(self._look)

    def put(self, thing: object) -> None:
        """Bring something, from any thread."""
        with self._lock:
            self._held = thing
            if not (self._calling or self._ended):
                self._calling = True
                self._called.emit()

    def end(self) -> None:
        """Hand nothing on any more."""
        with self._lock:
            self._ended = True
        self._pause.stop()

    def _look(self) -> None:
        if not self._pause.isActive():
            self._tell()

    def _tell(self) -> None:
        with self._lock:
            thing, self._held, self._calling = self._held, None, False
        if thing is not None and not self._ended:
            self._pause.start()
            self.came.emit(thing)


class WallFeed(QObject):
    """What the projector gets, and all that it gets: what everybody in the room may see."""

    view = Signal(object)
    """A ``ProjectorView``."""
    slide = Signal(object)
    """A slide of the debrief, or None."""


class HostLink(QObject):
    """Tells of the room in ``changed``, as ``CockpitView``s in the facilitator's language.

    ``wall`` gets the workshop's own language. ``refused`` says in a sentence why an order was
    not carried out.
    """

    changed = Signal(object)
    refused = Signal(str)
    _settled = Signal(object, object)

    def __init__(self, host: Host, words: Catalog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.host = host
        # Without a parent: from the projector no way shall lead back to the room.
        self.wall = WallFeed()
        self.view: CockpitView | None = None
        self._words = words
        self._lock = threading.Lock()
        self._ended = False
        self._mine = Newest(self)
        self._mine.came.connect(self._tell)
        self._theirs = Newest(self)
        self._theirs.came.connect(lambda view: self.wall.view.emit(view.projector))
        self._settled.connect(self._settle)
        self._refresh = QTimer(self)
        self._refresh.setInterval(_REFRESH_MS)
        self._refresh.timeout.connect(host.look_again)
        self._refresh.start()
        host.watch(self._mine.put, words.language)
        if host.opened.language != words.language:
            host.watch(self._theirs.put)

    def do(
        self,
        order: Callable[..., Event],
        *given: Any,
        then: Callable[[], None] | None = None,
        **named: Any,
    ) -> None:
        """Have an order carried out; ``then`` is called here once it is."""
        future = self.host.command(order, *given, **named)
        future.add_done_callback(lambda done: self._emit(done, then))

    def end(self) -> None:
        """Tell nothing any more, and close the host; its log can be taken up again."""
        with self._lock:
            self._ended = True
        self._refresh.stop()
        self._mine.end()
        self._theirs.end()
        self.host.close()

    def _emit(self, future: Future[Event], then: Callable[[], None] | None) -> None:
        # On the host's thread.
        with self._lock:
            if not self._ended:
                self._settled.emit(future, then)

    def _tell(self, view: CockpitView) -> None:
        self.view = view
        if self.host.opened.language == self._words.language:
            self.wall.view.emit(view.projector)
        self.changed.emit(view)

    def _settle(self, future: Future[Event], then: Callable[[], None] | None) -> None:
        try:
            future.result()
        except Refused as refusal:
            self.refused.emit(self._words.message(refusal.message, refusal.details))
        except (LogError, CancelledError, OSError) as error:
            self.refused.emit(self._words.why(error))
        else:
            if then is not None:
                then()
