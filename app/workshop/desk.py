"""Takes the orders of phones and facilitator one after the other, and writes them down.

All that waits is carried out and put on the disk together (one flush for five hundred votes),
and only then acknowledged and shown. Everything here runs on one event loop.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from app.engine.scenario import Scenario
from app.workshop import events as e
from app.workshop.eventlog import EventLog, Told
from app.workshop.events import Event
from app.workshop.folding import apply, fold
from app.workshop.orders import Refused

Listener = Callable[[list[Event]], None]
_LONGEST_BATCH = 1_000


def now_ms() -> int:
    """This moment: whole milliseconds since 1970."""
    return time.time_ns() // 1_000_000


@dataclass(slots=True)
class _Waiting:
    """An order in the queue, and who waits for its event."""

    order: Callable[..., Event]
    given: tuple[Any, ...]
    named: dict[str, Any]
    answer: asyncio.Future[Event] = field(repr=False)


class Desk:
    """The room of a log, and the queue of what is to be done in it.

    ``listeners`` are told of events once they are on the disk. Raises LogError or ValueError
    when the log does not tell a room of this scenario.
    """

    def __init__(self, scenario: Scenario, log: EventLog) -> None:
        self.scenario = scenario
        self.log = log
        told = log.read()
        self.room = fold(scenario, told)
        self._last = told[-1][0]
        self._queue: list[_Waiting] = []
        self._called = asyncio.Event()
        self.settled = asyncio.Event()
        self.settled.set()
        self.listeners: list[Listener] = []
        self._writer = ThreadPoolExecutor(1, "workshop-log")

    async def submit(self, order: Callable[..., Event], *given: Any, **named: Any) -> Event:
        """Carry out an order; its event is on the disk when this returns.

        Raises Refused, or LogError when it could not be saved and was taken back.
        """
        answer: asyncio.Future[Event] = asyncio.get_running_loop().create_future()
        self._queue.append(_Waiting(order, given, named, answer))
        self._called.set()
        return await answer

    async def run(self) -> None:
        """Work until cancelled; the log is closed then."""
        try:
            while True:
                await self._called.wait()
                batch = self._queue[:_LONGEST_BATCH]
                del self._queue[:_LONGEST_BATCH]
                if not self._queue:
                    self._called.clear()
                await self._work_through(batch)
        finally:
            for waiting in self._queue:
                waiting.answer.cancel()
            await asyncio.get_running_loop().run_in_executor(self._writer, self.log.close)
            self._writer.shutdown()

    async def _work_through(self, batch: list[_Waiting]) -> None:
        # Until the batch is on the disk, nobody may look at the room.
        self.settled.clear()
        done: list[tuple[_Waiting, Event]] = []
        refused: list[tuple[_Waiting, Exception]] = []
        told: list[Told] = []
        at = max(self._last, now_ms())
        try:
            for waiting in batch:
                try:
                    event = waiting.order(self.room, *waiting.given, **waiting.named)
                except Refused as refusal:
                    refused.append((waiting, refusal))
                    continue
                apply(self.room, event, at)
                done.append((waiting, event))
                told.append((at, event))
            if told:
                loop = asyncio.get_running_loop()
                await loop.run_in_executor(self._writer, self.log.append, told)
            self._last = at
        except Exception as error:  # noqa: BLE001 - whatever it was, the disk says what holds
            self.room = fold(self.scenario, self.log.read())
            settled = {id(waiting) for waiting, _ in refused}
            refused += [(waiting, error) for waiting in batch if id(waiting) not in settled]
            done = []
        finally:
            self.settled.set()
        for waiting, problem in refused:
            if not waiting.answer.done():
                waiting.answer.set_exception(problem)
        for waiting, event in done:
            if not waiting.answer.done():
                waiting.answer.set_result(event)
        if done:
            for listener in self.listeners:
                listener([event for _, event in done])


def affected(events: list[Event]) -> frozenset[str] | None:
    """Whose phones look different now; None: perhaps all of them."""
    people: set[str] = set()
    for event in events:
        if isinstance(event, e.Blanked | e.TimerSet | e.PaperVotes):
            continue
        if not isinstance(
            event,
            e.VoteCast | e.Joined | e.CameBack | e.Renamed | e.TeamSet | e.CommitmentWritten,
        ):
            return None
        people.add(event.participant)
    return frozenset(people)
