"""What can happen in a workshop: each event is one line of its log, and the log is the room.

Personal words (names, device tokens, return codes, commitments) are named by ``PERSONAL``; the
log keeps them apart from the rest, so that they can be deleted and the room still be told. Times
are whole milliseconds since 1970, given beside the event.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, ClassVar

from app.phrase import Phrase

FORMAT = 1


class Mode(StrEnum):
    """Who decides: the whole room, each team for itself, or everybody for themselves."""

    ROOM = "room"
    TEAMS = "teams"
    SOLO = "solo"


class TieRule(StrEnum):
    """Who breaks a tie: the facilitator, another vote, or a draw that the seed fixes."""

    FACILITATOR = "facilitator"
    REVOTE = "revote"
    CHANCE = "chance"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a room."""

    PERSONAL: ClassVar[tuple[str, ...]] = ()


@dataclass(frozen=True, slots=True)
class RoomOpened(Event):
    """The first event. ``minutes``: how long the workshop is meant to last; ``code``: what
    phones type in to join. ``title``, ``provider`` (who holds it), ``address``, ``contact`` and
    ``logo`` (a file) are for reports and certificates. ``policy``: the terms
    themselves (``preset.policy_fields``) where they are a preset's and not the scenario's.
    """

    room: str
    scenario: str
    content_hash: str
    terms: str
    seed: int
    mode: Mode
    language: str = "en"
    tie_rule: TieRule = TieRule.FACILITATOR
    teams: int = 0
    minutes: int = 75
    code: str = ""
    title: str = ""
    provider: str = ""
    address: str = ""
    contact: str = ""
    logo: str = ""
    policy: Mapping[str, Any] = field(default_factory=dict)
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Joined(Event):
    """A phone came in. ``device`` is a hash of its token, ``way_back`` one of its return code;
    ``team`` a track's id or empty.
    """

    PERSONAL: ClassVar = ("device", "name", "way_back")
    participant: str
    team: str
    device: str = ""
    name: str = ""
    way_back: str = ""


@dataclass(frozen=True, slots=True)
class CameBack(Event):
    """Somebody goes on with another ``device`` in place of the one before."""

    PERSONAL: ClassVar = ("device",)
    participant: str
    device: str = ""


@dataclass(frozen=True, slots=True)
class Renamed(Event):
    """Somebody goes by another name, or by none."""

    PERSONAL: ClassVar = ("name",)
    participant: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class TeamSet(Event):
    """Somebody sits at another table."""

    participant: str
    team: str


@dataclass(frozen=True, slots=True)
class Removed(Event):
    """The facilitator sent a phone out; votes that were counted stay."""

    participant: str


@dataclass(frozen=True, slots=True)
class SceneShown(Event):
    """The scene with its choices is on the wall."""


@dataclass(frozen=True, slots=True)
class VoteOpened(Event):
    """A ballot is open; another one for the same scene is a revote."""

    ballot: int


@dataclass(frozen=True, slots=True)
class VoteCast(Event):
    """A vote, or a changed one. ``step``: how many decisions the voter's play had behind it."""

    ballot: int
    participant: str
    step: int
    choice: str
    confidence: int | None = None


@dataclass(frozen=True, slots=True)
class PaperVotes(Event):
    """Votes on paper, typed in by the facilitator: how many for each choice, all of a track's."""

    ballot: int
    track: str
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VoteClosed(Event):
    """No more votes."""

    ballot: int


@dataclass(frozen=True, slots=True)
class Revealed(Event):
    """The distribution is on the wall."""

    ballot: int


@dataclass(frozen=True, slots=True)
class Decided(Event):
    """The facilitator decided where the votes did not."""

    ballot: int
    track: str
    choice: str


@dataclass(frozen=True, slots=True)
class ConsequenceShown(Event):
    """The choices were taken, by track, and what came of them is on the wall."""

    choices: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Undone(Event):
    """The ballot under way was dropped, or the last decision taken back."""


@dataclass(frozen=True, slots=True)
class Rewound(Event):
    """Back to where ``step`` rounds of decisions were taken, the others taken back."""

    step: int


@dataclass(frozen=True, slots=True)
class Forked(Event):
    """What if: the same server is played beside from where ``step`` rounds were taken."""

    step: int


@dataclass(frozen=True, slots=True)
class ForkEnded(Event):
    """Back from the "what if" to the play itself."""


@dataclass(frozen=True, slots=True)
class Paused(Event):
    """Everything stands still, or goes on."""

    on: bool


@dataclass(frozen=True, slots=True)
class TimerSet(Event):
    """The countdown ends at this moment; None: there is none."""

    ends: int | None


@dataclass(frozen=True, slots=True)
class Blanked(Event):
    """The projector is dark, or lit again."""

    on: bool


@dataclass(frozen=True, slots=True)
class DebriefStep(Event):
    """The debrief stands at this step, from 0."""

    step: int


@dataclass(frozen=True, slots=True)
class CommitmentWritten(Event):
    """What somebody means to do on Monday."""

    PERSONAL: ClassVar = ("text",)
    participant: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class PersonalDataDeleted(Event):
    """Names, device tokens, return codes and commitments are gone, here and in the log before
    this.
    """


@dataclass(frozen=True, slots=True)
class Closed(Event):
    """The workshop is over."""


KINDS: Mapping[str, type[Event]] = {kind.__name__: kind for kind in Event.__subclasses__()}
_WORDS: Mapping[str, type[StrEnum]] = {"mode": Mode, "tie_rule": TieRule}


def to_fields(event: Event) -> tuple[str, dict[str, Any], dict[str, str]]:
    """An event as plain data: its kind, its fields, and its personal fields."""
    told = {item.name: getattr(event, item.name) for item in fields(event)}
    personal = {name: told.pop(name) for name in event.PERSONAL}
    return type(event).__name__, told, personal


def from_fields(kind: str, told: Mapping[str, Any], personal: Mapping[str, str]) -> Event:
    """The event again; deleted personal fields are empty. Raises ValueError if there is none."""
    if kind not in KINDS:
        raise ValueError(Phrase("there is no event {kind}", kind=repr(kind)))
    words = {name: _WORDS[name](value) for name, value in told.items() if name in _WORDS}
    try:
        return KINDS[kind](**{**told, **words}, **personal)
    except TypeError as error:
        raise ValueError(Phrase("an event {kind} has other fields", kind=repr(kind))) from error
