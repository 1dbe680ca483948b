"""The phones that listen: each gets its own view whenever it looks different.

A slow phone never gets a backlog: what waits for it is always the newest view only.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from app.play.languages import catalog
from app.workshop.certificate import certificate
from app.workshop.desk import Desk
from app.workshop.views import PhoneScene, Scenes, phone_view, team_label

PING_SECONDS = 10.0
MOST_PER_PERSON = 4
"""Tabs of one person that are kept; the oldest one is let go."""
POLL_SECONDS = 10.0
"""How long a phone that asks (every two seconds) and does not listen counts as connected."""


class Streams:
    """All open streams. ``presence`` is told when somebody comes or goes."""

    def __init__(self, desk: Desk, presence: Callable[[], None]) -> None:
        self._desk = desk
        self._presence = presence
        self._open: dict[str, list[Stream]] = {}
        self._asked: dict[str, asyncio.TimerHandle] = {}
        self._scenes: dict[str, Scenes] = {}
        self._written: dict[tuple[str, str], tuple[PhoneScene, str]] = {}
        self.closing = False

    @property
    def here(self) -> frozenset[str]:
        """Ids of the participants whose phones are connected."""
        return frozenset((*self._open, *self._asked))

    def stream(self, participant: str, device: str, language: str) -> Response:
        """A stream for a phone, as long as it is the participant's device."""
        return Stream(self, participant, device, language)

    def asked(self, participant: str) -> None:
        """A phone that cannot listen has asked for its view."""
        if participant in self._open:
            return
        was_here = self._forget_asking(participant)
        loop = asyncio.get_running_loop()
        self._asked[participant] = loop.call_later(POLL_SECONDS, self._silent, participant)
        if not was_here:
            self._presence()

    def _silent(self, participant: str) -> None:
        if self._forget_asking(participant):
            self._presence()

    def _forget_asking(self, participant: str) -> bool:
        """Whether somebody was here by asking; no longer."""
        timer = self._asked.pop(participant, None)
        if timer is not None:
            timer.cancel()
        return timer is not None

    def wake(self, people: frozenset[str] | None) -> None:
        """Have these phones (None: all) look whether their view has changed."""
        for participant in self._open if people is None else people & self._open.keys():
            for stream in self._open.get(participant, ()):
                stream.called.set()

    def close(self) -> None:
        """End all streams."""
        self.closing = True
        for timer in self._asked.values():
            timer.cancel()
        self._asked.clear()
        self.wake(None)

    def told(self, participant: str, language: str) -> str:
        """A participant's view as JSON; scenes are written once for all that see them."""
        scenes = self._scenes.get(language)
        if scenes is None or scenes.room is not self._desk.room:
            scenes = Scenes(self._desk.room, catalog(language, self._desk.scenario))
            self._scenes[language] = scenes
        view = phone_view(scenes, participant)
        rest: dict[str, Any] = {
            name: getattr(view, name) for name in view.__dataclass_fields__ if name != "scene"
        }
        rest["teams"] = {team: team_label(team, scenes.catalog) for team in view.teams}
        rest["certificate"] = certificate(scenes.room, scenes.catalog)
        rest["title"] = scenes.catalog.text(scenes.room.scenario.title)
        scene = "null" if view.scene is None else self._scene(view.scene, participant, language)
        return json.dumps(rest)[:-1] + f', "scene": {scene}}}'

    async def settled(self) -> None:
        """Wait until all that has happened is on the disk."""
        await self._desk.settled.wait()

    def enter(self, stream: Stream) -> None:
        """A phone listens."""
        self._forget_asking(stream.participant)
        streams = self._open.setdefault(stream.participant, [])
        streams.append(stream)
        if len(streams) > MOST_PER_PERSON:
            streams[0].let_go = True
            streams[0].called.set()
        self._presence()

    def leave(self, stream: Stream) -> None:
        """A phone does not listen any more."""
        streams = self._open.get(stream.participant, [])
        if stream in streams:
            streams.remove(stream)
        if not streams:
            self._open.pop(stream.participant, None)
        self._presence()

    def gone(self, participant: str, device: str) -> bool:
        """Whether somebody was sent out or came back elsewhere, or all devices were forgotten."""
        person = self._desk.room.participants.get(participant)
        return person is None or person.removed or person.device != device

    def _scene(self, scene: PhoneScene, participant: str, language: str) -> str:
        track = self._desk.room.participants[participant].track
        known, text = self._written.get((track, language), (None, ""))
        if known is not scene:
            text = json.dumps(asdict(scene))
            self._written[track, language] = scene, text
        return text


class Stream(Response):
    """Server-sent events for one phone: its view whenever it has changed, and pings between."""

    media_type = "text/event-stream"

    def __init__(self, streams: Streams, participant: str, device: str, language: str) -> None:
        super().__init__()
        self.participant = participant
        self.called = asyncio.Event()
        self.let_go = False
        self._streams = streams
        self._device = device
        self._language = language

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002
        """Send until the phone leaves or the workshop ends."""
        headers = [(b"content-type", b"text/event-stream; charset=utf-8")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        self._streams.enter(self)
        gone = asyncio.ensure_future(_disconnected(receive))
        gone.add_done_callback(lambda _done: self.called.set())
        try:
            await self._send_views(send, gone)
        finally:
            gone.cancel()
            self._streams.leave(self)

    async def _send_views(self, send: Send, gone: asyncio.Future[None]) -> None:
        last = ""
        self.called.set()
        while not gone.done():
            try:
                await asyncio.wait_for(self.called.wait(), PING_SECONDS)
            except TimeoutError:
                await _write(send, "event: ping\ndata:\n\n")
                continue
            self.called.clear()
            await self._streams.settled()
            if self.let_go or self._streams.closing or gone.done():
                break
            if self._streams.gone(self.participant, self._device):
                await _write(send, "event: gone\ndata:\n\n")
                break
            told = self._streams.told(self.participant, self._language)
            if told != last:
                last = told
                await _write(send, f"event: view\ndata: {told}\n\n")
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _write(send: Send, text: str) -> None:
    await send({"type": "http.response.body", "body": text.encode(), "more_body": True})


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
