"""What undo has left behind: the states of a play that were seen and then taken back."""

from __future__ import annotations

from collections.abc import Iterable

from app.engine.errors import EngineError
from app.engine.state import State
from app.play.journal import Chosen, Event, Undo

MAX_DEPTH = 2_000


def left_behind(start: State, events: Iterable[Event]) -> tuple[State, ...]:
    """The states that undo left, in the order in which it did, as a journal's events tell.

    ``start`` is the first state, chance having moved. Events that no longer fit end the tale.
    """
    stack: list[State] = [start]
    found: list[State] = []
    for event in events:
        if isinstance(event, Undo):
            kept = max(1, len(stack) - event.steps)
            found += reversed(stack[kept:])
            del stack[kept:]
        elif isinstance(event, Chosen):
            if event.at != stack[-1].node_id or len(stack) > MAX_DEPTH:
                break
            try:
                stack.append(stack[-1].choose(event.choice).advance())
            except EngineError:
                break
    return tuple(found)
