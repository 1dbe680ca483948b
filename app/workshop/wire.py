"""The connections themselves: how many, how long they may dawdle, and when they are cut.

uvicorn's own limits begin with a whole request; whoever never finishes one, or never reads
the answer, is dealt with here.
"""

from __future__ import annotations

import asyncio
import socket
import sys
from collections import Counter
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager, suppress
from typing import Any, cast

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

REQUEST_SECONDS = 10.0
"""A request must be there as a whole this long after its first byte, or the connection."""
READ_SECONDS = 20.0
"""Whoever has not read what was sent to them for so long is cut off."""
IDLE_SECONDS = 10
"""A line kept open for further requests is closed when it is idle for so long."""
MAX_HEAD = 16_384
"""Bytes that a request's line and headers may have."""
SEND_BUFFER = 65_536
"""Bytes that the system keeps for a phone that does not read; it would keep megabytes."""
BACKLOG = 512
FAREWELL_TURNS = 100
"""Hundredths of a second in which answers under way may be finished when the server stops."""
_TCP_MAXRT = 5
"""Windows' name for how long unread bytes may wait, in seconds."""


class Limits:
    """How many connections there may be, in all and from one address; this computer's ``own``
    addresses are not limited, for it rehearses with hundreds of bots.
    """

    def __init__(
        self, own: Collection[str] = (), most: int = 2_000, most_from_one: int = 200
    ) -> None:
        self.own = frozenset(own)
        self.most = most
        self.most_from_one = most_from_one
        self.open: Counter[str] = Counter()

    def admit(self, address: str) -> bool:
        """Count a connection in; False when there are too many."""
        of_one = self.open[address]
        if self.open.total() >= self.most:
            return False
        if of_one >= self.most_from_one and address not in self.own:
            return False
        self.open[address] += 1
        return True

    def leave(self, address: str) -> None:
        """Count a connection out."""
        self.open[address] -= 1
        if self.open[address] <= 0:
            del self.open[address]


class Guarded(H11Protocol):
    """uvicorn's protocol, held to the limits."""

    def __init__(self, limits: Limits, **others: Any) -> None:
        super().__init__(**others)
        self._limits = limits
        self._address = ""
        self._request_timer: asyncio.TimerHandle | None = None
        self._read_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Let a connection in, or not."""
        super().connection_made(transport)
        address = self.client[0] if self.client else "?"
        if not self._limits.admit(address):
            transport.abort()
            return
        self._address = address
        _set_up(transport.get_extra_info("socket"))
        self._await_request()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget a connection."""
        if self._address:
            self._limits.leave(self._address)
        for timer in (self._request_timer, self._read_timer):
            if timer is not None:
                timer.cancel()
        super().connection_lost(exc)
        # uvicorn leaves this one running when a connection breaks.
        self._unset_keepalive_if_required()

    def data_received(self, data: bytes) -> None:
        """Let uvicorn read on, and see whether a request was left unfinished."""
        super().data_received(data)
        if not self._unfinished():
            if self._request_timer is not None:
                self._request_timer.cancel()
                self._request_timer = None
        elif self._request_timer is None:
            self._await_request()

    def pause_writing(self) -> None:
        """The other side does not read."""
        super().pause_writing()
        if self._read_timer is None:
            self._read_timer = self.loop.call_later(READ_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        """The other side reads again."""
        super().resume_writing()
        if self._read_timer is not None:
            self._read_timer.cancel()
            self._read_timer = None

    def _await_request(self) -> None:
        self._request_timer = self.loop.call_later(REQUEST_SECONDS, self.transport.abort)

    def _unfinished(self) -> bool:
        """Whether a request has begun and is not there as a whole."""
        state = str(self.conn.their_state)
        return state == "SEND_BODY" or (state == "IDLE" and bool(self.conn.trailing_data[0]))


@asynccontextmanager
async def serving(
    app: ASGIApp, listener: socket.socket, own: Collection[str]
) -> AsyncIterator[None]:
    """Serve an application on a bound socket until the block is left.

    uvicorn's own server would look ten times a second whether it is to stop; this one sleeps.
    """
    config = uvicorn.Config(
        app,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        timeout_keep_alive=IDLE_SECONDS,
        h11_max_incomplete_event_size=MAX_HEAD,
    )
    config.load()
    state, limits = ServerState(), Limits(own)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: Guarded(limits, config=config, server_state=state, app_state={}, _loop=loop),
        sock=listener,
        backlog=BACKLOG,
    )
    try:
        yield
    finally:
        server.close()
        for connection in list(state.connections):
            connection.shutdown()
        for _ in range(FAREWELL_TURNS):
            if not state.connections:
                break
            await asyncio.sleep(0.01)
        for connection in list(state.connections):
            cast(Guarded, connection).transport.abort()
        await asyncio.sleep(0)


def raise_file_limit(wanted: int = 4_096) -> int:
    """Let this process have so many connections, as far as the system allows; how many."""
    if sys.platform == "win32":
        return wanted
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    target = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < target:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (target, hard))
            return target
    return wanted if soft == resource.RLIM_INFINITY else max(soft, 0)


def _set_up(connection: Any) -> None:
    """Keep little for who does not read, and give up on a phone that left without a word."""
    option: int | None = getattr(socket, "TCP_USER_TIMEOUT", None)
    with suppress(OSError, AttributeError):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        if option is not None:
            connection.setsockopt(socket.IPPROTO_TCP, option, int(READ_SECONDS * 1000))
        elif sys.platform == "win32":
            connection.setsockopt(socket.IPPROTO_TCP, _TCP_MAXRT, int(READ_SECONDS))
