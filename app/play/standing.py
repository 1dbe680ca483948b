"""What stands of a journal's events once all that was taken back is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.play.journal import Chosen, Event, Note, Undo


@dataclass(frozen=True, slots=True)
class Undone:
    """A decision that was taken back."""

    node: str
    choice: str


@dataclass(frozen=True, slots=True)
class OwnNote:
    """A line that the player wrote into the log book; it is never changed or removed.

    ``depth``: how many decisions stood when it was written; ``minutes`` of the story then.
    ``undone``: where the way it belongs to was taken back, which of the decisions taken back it
    followed, counted from 0; else -1.
    """

    depth: int
    text: str
    minutes: int
    undone: int = -1

    @property
    def taken_back(self) -> bool:
        """Whether the way that it tells of was taken back."""
        return self.undone >= 0


@dataclass(slots=True)
class Standing:
    """``moves``: decisions and notes that stand, in order; ``struck``: notes that do not.

    ``sound`` is False where the events cannot be right: more taken back than was done.
    """

    moves: list[Chosen | Note] = field(default_factory=list)
    undone: list[Undone] = field(default_factory=list)
    struck: list[OwnNote] = field(default_factory=list)
    sound: bool = True

    @property
    def decisions(self) -> int:
        """How many decisions stand."""
        return sum(1 for move in self.moves if isinstance(move, Chosen))


def standing(events: Sequence[Event], exam: bool) -> Standing:
    """Carry out what was taken back; an examination has no such thing."""
    found, decisions = Standing(), 0
    for event in events:
        if isinstance(event, Chosen | Note):
            found.moves.append(event)
            decisions += isinstance(event, Chosen)
        elif isinstance(event, Undo):
            if exam or event.steps > decisions:
                found.sound = False
                return found
            for _ in range(event.steps):
                _take_back(found, decisions)
                decisions -= 1
    return found


def _take_back(found: Standing, depth: int) -> None:
    """Take the last decision back; what was noted after it stays, struck through."""
    after: list[OwnNote] = []
    while isinstance(move := found.moves.pop(), Note):
        after.append(OwnNote(depth, move.text, move.minutes, len(found.undone)))
    found.undone.append(Undone(move.at, move.choice))
    found.struck += reversed(after)


def events_of(
    decisions: Sequence[Chosen], undone: Sequence[Undone], notes: Sequence[OwnNote]
) -> list[Event]:
    """Events that stand for the same: what was taken back first, then what stands."""
    events: list[Event] = []
    for index, gone in enumerate(undone):
        struck = [Note(note.text, note.minutes) for note in notes if note.undone == index]
        events += [Chosen(gone.choice, gone.node), *struck, Undo(1)]
    told = 0
    for note in notes:
        if not note.taken_back:
            events += [*decisions[told : note.depth], Note(note.text, note.minutes)]
            told = max(told, note.depth)
    return [*events, *decisions[told:]]
