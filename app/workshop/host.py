"""The host of a workshop: the room, its log and its server on a thread of their own.

The window calls :meth:`Host.command` and receives frozen views; nothing else crosses over.
"""

from __future__ import annotations

import asyncio
import errno
import os
import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from app.engine.scenario import Scenario
from app.phrase import Phrase, as_phrase
from app.play.catalog import marked
from app.play.languages import catalog
from app.workshop.access import new_code
from app.workshop.cockpit import CockpitView, cockpit_view
from app.workshop.desk import Desk, now_ms
from app.workshop.eventlog import EventLog, LogError, new_log_path
from app.workshop.events import Event, RoomOpened
from app.workshop.record import WorkshopRecord, record
from app.workshop.room import Room
from app.workshop.streams import Streams
from app.workshop.views import Scenes

Watcher = Callable[[CockpitView], None]
_BREATH = 0.02
"""Seconds between two views for the window, so that a flood of votes does not flood it."""


class HostError(Exception):
    """The server cannot start; ``message`` (a message id with ``details``) says why and what
    to do.
    """

    def __init__(self, message: str, **details: str) -> None:
        super().__init__(Phrase(message, **details))
        self.message = message
        self.details = details


@dataclass(frozen=True, slots=True)
class Address:
    """Where phones find the room. ``url`` holds the code, for a QR code."""

    host: str
    port: int
    code: str

    @property
    def url(self) -> str:
        """What a QR code says."""
        return f"http://{self.host}:{self.port}/?c={self.code}"

    @property
    def short(self) -> str:
        """What people type in."""
        return f"{self.host}:{self.port}"

    @property
    def check(self) -> str:
        """The test page, for a phone to see whether it can reach the host."""
        return f"http://{self.host}:{self.port}/check"


class Host:
    """A running workshop. All methods may be called from any thread.

    ``watch`` callbacks come on the host's thread, at once and after every change.
    """

    def __init__(self, scenario: Scenario, log: EventLog) -> None:
        """Take over a log; ``open_workshop`` and ``restore_workshop`` make hosts."""
        self.path = log.path
        self.scenario = scenario
        self.address: Address | None = None
        self.checked: frozenset[str] = frozenset()
        self._desk = Desk(scenario, log)
        self._streams = Streams(self._desk, self._look)
        self._watchers: list[tuple[Watcher, str]] = []
        self._scenes: dict[str, Scenes] = {}
        self._loop = asyncio.new_event_loop()
        self._dirty = asyncio.Event()
        self._stopping = asyncio.Event()
        self._serving: Future[None] | None = None
        self._desk.listeners.append(self._changed)
        self._thread = threading.Thread(target=self._run, name="workshop", daemon=True)
        self._ready = threading.Event()
        self._thread.start()
        self._ready.wait()

    # --- from the window -----------------------------------------------------------------

    @property
    def opened(self) -> RoomOpened:
        """How the workshop was set up."""
        return self._desk.room.opened

    def command(self, order: Callable[..., Event], *given: Any, **named: Any) -> Future[Event]:
        """Carry out a facilitator's order (``app.workshop.orders``); its event, or Refused."""
        return asyncio.run_coroutine_threadsafe(
            self._desk.submit(order, *given, **named), self._loop
        )

    def watch(self, watcher: Watcher, language: str = "") -> None:
        """Have views come in, in a language (the workshop's own unless given)."""
        self._loop.call_soon_threadsafe(
            self._watchers.append, (watcher, language or self.opened.language)
        )
        self._loop.call_soon_threadsafe(self._look)

    def unwatch(self, watcher: Watcher) -> None:
        """Have no more views come in."""

        def forget() -> None:
            self._watchers = [item for item in self._watchers if item[0] != watcher]

        self._loop.call_soon_threadsafe(forget)

    def look_again(self) -> None:
        """Have the watchers told anew although nothing has happened: minutes pass."""
        self._loop.call_soon_threadsafe(self._look)

    def ask(self, question: Callable[[Room], Any]) -> Future[Any]:
        """What a function says of the room; it must not change it, nor keep it."""

        async def answer() -> Any:
            await self._desk.settled.wait()
            return question(self._desk.room)

        return asyncio.run_coroutine_threadsafe(answer(), self._loop)

    def record(self) -> WorkshopRecord:
        """What is kept of the workshop, as it stands."""
        told = self.ask(record).result(timeout=10)
        return cast(WorkshopRecord, told)

    def start(self, interface: str, port: int = 0) -> Address:
        """Listen on one address of this computer. Raises HostError.

        Port 0 takes any that is free.
        """
        from app.workshop.wire import raise_file_limit

        if self._serving is not None:
            raise HostError(marked("The workshop already listens."))
        raise_file_limit()
        listener = listen(interface, port)
        number = int(listener.getsockname()[1])
        self.address = Address(interface, number, self.opened.code)
        started: Future[None] = Future()
        self._serving = asyncio.run_coroutine_threadsafe(
            self._serve(listener, self.address, started), self._loop
        )
        started.result(timeout=20)
        return self.address

    def stop(self) -> None:
        """Do not listen any more; the room stays."""
        if self._serving is None:
            return
        serving, self._serving, self.address = self._serving, None, None
        self._loop.call_soon_threadsafe(self._stopping.set)
        serving.result(timeout=20)

    def close(self) -> None:
        """Stop listening and let go of the log. The log can be opened again."""
        if not self._thread.is_alive():
            return
        self.stop()
        self._loop.call_soon_threadsafe(self._working.cancel)
        self._thread.join(timeout=20)

    # --- on the host's thread --------------------------------------------------------------

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        with suppress(asyncio.CancelledError):
            self._loop.run_until_complete(self._work())
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()

    async def _work(self) -> None:
        publishing = self._loop.create_task(self._publish())
        self._working = self._loop.create_task(self._desk.run())
        self._ready.set()
        try:
            await self._working
        finally:
            publishing.cancel()

    async def _serve(self, listener: socket.socket, at: Address, started: Future[None]) -> None:
        from app.workshop import wire
        from app.workshop.server import Server

        self._streams.closing = False
        self._stopping = asyncio.Event()
        hosts = frozenset({at.short, *((at.host,) if at.port == 80 else ())})
        server = Server(self._desk, self._streams, hosts, {at.host}, self._note_check)
        self._desk.listeners.append(server.changed)
        try:
            async with wire.serving(server.app, listener, {at.host}):
                started.set_result(None)
                await self._stopping.wait()
                self._streams.close()
        finally:
            self._desk.listeners.remove(server.changed)

    def _note_check(self, address: str) -> None:
        self.checked |= {address}
        self._look()

    def _changed(self, _events: list[Event]) -> None:
        self._look()

    def _look(self) -> None:
        self._dirty.set()

    async def _publish(self) -> None:
        while True:
            await self._dirty.wait()
            self._dirty.clear()
            await self._desk.settled.wait()
            for watcher, language in tuple(self._watchers):
                try:
                    watcher(self._view(language))
                except RuntimeError:
                    # A window that was closed: Qt has deleted what the watcher speaks to.
                    self.unwatch(watcher)
            await asyncio.sleep(_BREATH)

    def _view(self, language: str) -> CockpitView:
        scenes = self._scenes.get(language)
        if scenes is None or scenes.room is not self._desk.room:
            scenes = Scenes(self._desk.room, catalog(language, self.scenario))
            self._scenes[language] = scenes
        return cockpit_view(scenes, self._streams.here, now_ms())


def open_workshop(scenario: Scenario, opened: RoomOpened, path: Path | None = None) -> Host:
    """A new workshop; without a code it gets one. Raises LogError or ValueError."""
    from dataclasses import replace

    if not opened.code:
        opened = replace(opened, code=new_code())
    log = EventLog.create(path or new_log_path(scenario.id), opened, now_ms())
    return Host(scenario, log)


def restore_workshop(path: Path, scenario_of: Callable[[str], Scenario]) -> Host:
    """The workshop of a log, as its host left it or died. Raises LogError; errors of
    ``scenario_of`` pass through.
    """
    log = EventLog.open(path)
    try:
        scenario = scenario_of(log.opening().scenario)
    except BaseException:
        log.close()
        raise
    try:
        return Host(scenario, log)
    except Exception as error:
        log.close()
        if isinstance(error, LogError):
            raise
        told = isinstance(error, ValueError)
        wrong = as_phrase(error) if told else Phrase("it does not tell a workshop")
        remedy = Phrase("open a new workshop; this file is left as it is")
        raise LogError(path, wrong, remedy) from error


def listen(interface: str, port: int) -> socket.socket:
    """A socket that is bound and nothing more. Raises HostError."""
    listener = socket.socket(socket.AF_INET6 if ":" in interface else socket.AF_INET)
    try:
        if os.name != "nt":
            # On Windows this option would let two programs share the port.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((interface, port))
        listener.setblocking(False)
    except (OSError, OverflowError) as error:
        listener.close()
        raise _why_not(interface, port, error) from error
    return listener


_IN_USE, _DENIED, _NO_ADDRESS = 10048, 10013, 10049
"""Windows' numbers of the errors below."""


def _why_not(interface: str, port: int, error: Exception) -> HostError:
    number = getattr(error, "errno", 0)
    if number in (errno.EADDRINUSE, _IN_USE):
        told = marked("Port {port} is taken by another program; choose another port.")
        return HostError(told, port=str(port))
    if number in (errno.EACCES, _DENIED):
        told = marked(
            "The system does not let this program use port {port}; choose one above 1024."
        )
        return HostError(told, port=str(port))
    if number in (errno.EADDRNOTAVAIL, _NO_ADDRESS):
        told = marked("This computer has no address {address} now; choose the network again.")
        return HostError(told, address=interface)
    told = marked("{address} cannot be used ({reason}); choose another network or port.")
    return HostError(told, address=f"{interface}:{port}", reason=str(error))
