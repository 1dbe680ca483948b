"""Phones that are none: for a rehearsal without people, and to measure how many fit in a room.

They come in over the network as real phones do, on a thread of their own.
"""

from __future__ import annotations

import asyncio
import json
import random
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.workshop.host import Address

COMMITMENTS = {
    "en": "Restore a backup for practice, once every quarter.",
    "de": "Einmal im Quartal eine Sicherung zur Probe zurückspielen.",
}
_PAUSE = 0.5


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A vote that the host said it has. ``seconds``: from sending it to being told so."""

    participant: str
    ballot: int
    step: int
    choice: str
    seconds: float


@dataclass(slots=True)
class Tallies:
    """What a swarm has done so far."""

    joined: int = 0
    views: int = 0
    votes: list[Acknowledged] = field(default_factory=list)
    refused: int = 0
    broken: int = 0


class Swarm:
    """A number of bots in one workshop. ``haste`` seconds at most pass before each votes."""

    def __init__(
        self,
        address: Address,
        count: int,
        *,
        seed: int = 0,
        haste: float = 3.0,
        language: str = "en",
        sent: Callable[[str, int, int], None] = lambda _who, _ballot, _step: None,
    ) -> None:
        self.tallies = Tallies()
        self._address = address
        self._haste = haste
        self._language = language
        self._sent = sent
        self._loop = asyncio.new_event_loop()
        self._stopping = asyncio.Event()
        self.bots = [Bot(self, random.Random(f"{seed}/{number}")) for number in range(count)]
        self._thread = threading.Thread(target=self._run, name="workshop-bots", daemon=True)

    @property
    def participants(self) -> tuple[str, ...]:
        """The ids of those that are in."""
        return tuple(bot._participant for bot in self.bots if bot._participant)

    def start(self) -> None:
        """Let them in, one after the other."""
        self._thread.start()

    def stop(self) -> None:
        """Have all of them leave."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stopping.set)
            self._thread.join(timeout=20)

    def _run(self) -> None:
        self._loop.run_until_complete(self._live())
        self._loop.close()

    async def _live(self) -> None:
        tasks = [
            asyncio.create_task(bot.live(0.004 * number)) for number, bot in enumerate(self.bots)
        ]
        await self._stopping.wait()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        # Connections close a turn later.
        await asyncio.sleep(0.01)


class Bot:
    """One of them. ``busy``: a vote of its is under way."""

    def __init__(self, swarm: Swarm, chance: random.Random) -> None:
        self._swarm = swarm
        self._chance = chance
        self._token = ""
        self._participant = ""
        self._done: set[tuple[int, int]] = set()
        self._committed = False
        self.busy = False

    async def live(self, wait: float) -> None:
        """Join and take part until cancelled; ``wait`` seconds before that."""
        await asyncio.sleep(wait)
        while True:
            try:
                await self._follow()
            except (OSError, EOFError, ValueError):
                self._swarm.tallies.broken += 1
            await asyncio.sleep(_PAUSE)

    async def _follow(self) -> None:
        if not self._token:
            status, answer = await self._post("join", {"code": self._swarm._address.code})
            if status != 200:
                raise ValueError(answer)
            self._token, self._participant = answer["token"], answer["participant"]
            self._swarm.tallies.joined += 1
        address = self._swarm._address
        reader, writer = await asyncio.open_connection(address.host, address.port, limit=2**20)
        try:
            path = f"/events?token={self._token}&language={self._swarm._language}"
            writer.write(f"GET {path} HTTP/1.1\r\nHost: {address.short}\r\n\r\n".encode())
            while line := await reader.readline():
                if line.startswith(b"data: {"):
                    self._swarm.tallies.views += 1
                    await self._react(json.loads(line[6:]))
        finally:
            writer.close()

    async def _react(self, view: Mapping[str, Any]) -> None:
        decision = view["ballot"], view["step"]
        if view["ballot"] and decision not in self._done and view["scene"]["options"]:
            self._done.add(decision)
            self.busy = True
            try:
                await asyncio.sleep(self._chance.uniform(0, self._swarm._haste))
                await self._vote(view)
            finally:
                self.busy = False
        elif view["phase"] == "debrief" and not self._committed:
            self._committed = True
            text = COMMITMENTS[self._swarm._language]
            await self._post("commitment", {"token": self._token, "text": text})

    async def _vote(self, view: Mapping[str, Any]) -> None:
        choice = self._chance.choice(view["scene"]["options"])["id"]
        ballot, step = view["ballot"], view["step"]
        message = {"token": self._token, "ballot": ballot, "step": step, "choice": choice}
        message["confidence"] = self._chance.choice((1, 2, 2, 3))
        begun = time.perf_counter()
        self._swarm._sent(self._participant, ballot, step)
        status, _ = await self._post("vote", message)
        if status != 200:
            self._swarm.tallies.refused += 1
            return
        seconds = time.perf_counter() - begun
        told = Acknowledged(self._participant, ballot, step, choice, seconds)
        self._swarm.tallies.votes.append(told)

    async def _post(self, kind: str, message: Mapping[str, Any]) -> tuple[int, Any]:
        """Say something to the host; the answer's status and what it says."""
        body = json.dumps({**message, "language": self._swarm._language}).encode()
        address = self._swarm._address
        head = (
            f"POST /{kind} HTTP/1.1\r\nHost: {address.short}\r\nConnection: close\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        reader, writer = await asyncio.open_connection(address.host, address.port)
        try:
            writer.write(head.encode() + body)
            status = int((await reader.readuntil(b"\r\n")).split()[1])
            await reader.readuntil(b"\r\n\r\n")
            return status, json.loads(await reader.read())
        finally:
            writer.close()
