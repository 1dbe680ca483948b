"""The minutes of a workshop: a plan for 60, 75 or 90, and how far off it the room is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.workshop.room import Phase, Room

LENGTHS = (60, 75, 90)
"""Minutes that there is a plan for."""
MINUTE_MS = 60_000


class Part(StrEnum):
    """The parts of a workshop, in their order; the last eight are the debrief's steps."""

    WELCOME = "welcome"
    STORY = "story"
    REACTIONS = "reactions"
    HAPPENED = "happened"
    KNOWN = "known"
    DECISIONS = "decisions"
    COMPARISON = "comparison"
    LUCK = "luck"
    WHAT_IF = "what_if"
    COMMITMENT = "commitment"


DEBRIEF = (
    Part.REACTIONS,
    Part.HAPPENED,
    Part.KNOWN,
    Part.DECISIONS,
    Part.COMPARISON,
    Part.LUCK,
    Part.WHAT_IF,
    Part.COMMITMENT,
)

_PLANS: Mapping[int, tuple[int, ...]] = {
    60: (5, 30, 3, 3, 3, 6, 3, 2, 3, 2),
    75: (7, 37, 4, 3, 4, 7, 4, 3, 3, 3),
    90: (8, 45, 4, 4, 5, 9, 5, 3, 4, 3),
}


@dataclass(frozen=True, slots=True)
class Pace:
    """Where the room stands against its plan, in minutes.

    ``part_minutes``: planned for this part; ``spent``: on it so far; ``late``: over the plan
    (+) or under it (-) as a whole; ``left``: of the whole workshop.
    """

    part: Part
    part_minutes: int
    spent: float
    late: float
    left: float


def plan(minutes: int) -> dict[Part, int]:
    """Minutes for each part; the nearest plan, stretched to ``minutes``."""
    nearest = min(LENGTHS, key=lambda length: abs(length - minutes))
    return {
        part: max(1, round(share * minutes / nearest))
        for part, share in zip(Part, _PLANS[nearest], strict=True)
    }


def pace(room: Room, now: int) -> Pace:
    """How the room is doing; the clock starts with the first scene or vote."""
    minutes = plan(room.opened.minutes)
    part = part_of(room)
    before = sum(minutes[earlier] for earlier in list(Part)[: list(Part).index(part)])
    start = room.marks[0].at if room.marks else now
    begun = _begun(room, part, now)
    # The welcome is over when the clock starts, however long it took.
    gone = (now - start) / MINUTE_MS + (minutes[Part.WELCOME] if room.marks else 0)
    spent = (now - begun) / MINUTE_MS
    # Inside a part one is late only once its minutes are used up.
    on_time = before + min(max(spent, 0), minutes[part])
    return Pace(part, minutes[part], spent, gone - on_time, sum(minutes.values()) - gone)


def part_of(room: Room) -> Part:
    """The part that the room is in."""
    if room.phase is Phase.LOBBY:
        return Part.WELCOME
    if room.phase is Phase.DEBRIEF:
        return DEBRIEF[min(room.debrief_step, len(DEBRIEF) - 1)]
    return Part.COMMITMENT if room.phase is Phase.OVER else Part.STORY


def _begun(room: Room, part: Part, now: int) -> int:
    """When the present part began, without a break since."""
    begun = now
    for mark in reversed(room.marks):
        in_debrief = mark.phase is Phase.DEBRIEF
        same = (
            in_debrief and DEBRIEF[min(mark.step, len(DEBRIEF) - 1)] is part
            if part in DEBRIEF
            else not in_debrief
        )
        if not same:
            break
        begun = mark.at
    return begun
