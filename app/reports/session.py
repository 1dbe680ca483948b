"""A workshop, or a play alone, as it was held: what every report after it is made of.

Votes are counted, never named. Money is whole EUR cents, times are UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.engine.review import Label
from app.play.catalog import marked

CONFIDENCES = (marked("unsure"), marked("fairly sure"), marked("certain"))
"""The answers to "how sure are you?", in the order of ``journal.SURE``; a count has one number
for each."""


class Mode(StrEnum):
    """How a session is played."""

    ROOM = "room"
    """One room, one server: the majority decides."""
    TEAMS = "teams"
    """Each team plays the same server."""
    SOLO = "solo"
    """Each for oneself."""


@dataclass(frozen=True, slots=True)
class Poll:
    """How a decision was voted on. ``seconds``: real time that it was open.

    By choice id: ``votes`` as they counted in the end; ``confidence``, of these voters, how many
    gave each of the answers ``CONFIDENCES`` (none need to); ``first``, the votes before a
    discussion after which all voted anew, else empty.
    """

    seconds: int | None = None
    votes: Mapping[str, int] = field(default_factory=dict)
    confidence: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    first: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SessionOption:
    """An option that was on offer at a decision.

    ``expected_cost``: final cost on average, then best play; ``regret``: how much more that is
    than the best option's; ``first_votes``: those before a discussion.
    """

    choice: str
    text: str
    expected_cost: int
    regret: int
    votes: int = 0
    confidence: tuple[int, ...] = (0, 0, 0)
    first_votes: int = 0


@dataclass(frozen=True, slots=True)
class SessionDecision:
    """A decision as it was taken. ``when`` and ``minutes`` are of the story.

    ``seconds``: real time until it was taken, None where nobody measured it; ``revoted``:
    whether there was a second vote after a discussion.
    """

    number: int
    node: str
    title: str
    when: datetime
    minutes: int
    options: tuple[SessionOption, ...]
    taken: str
    regret: int
    label: Label
    seconds: int | None = None
    revoted: bool = False

    @property
    def votes(self) -> int:
        """How many votes were given."""
        return sum(option.votes for option in self.options)

    @property
    def best(self) -> SessionOption:
        """The option with the least expected cost, the first of several."""
        return min(self.options, key=lambda option: option.expected_cost)

    @property
    def chosen(self) -> SessionOption:
        """The option that was taken."""
        return next(option for option in self.options if option.choice == self.taken)


@dataclass(frozen=True, slots=True)
class Bill:
    """From the client's loss to who pays."""

    client_loss: int
    claim: int
    justified_claim: int
    insurer_pays: int
    you_pay: int


@dataclass(frozen=True, slots=True)
class SessionPlay:
    """A play from the first decision to its ending.

    ``id``: names this very play and nobody who played it; ``label``: "Team 2", empty where
    there is one play; ``people``: how many took part. The exact review: ``start_value`` +
    ``regret`` + ``luck`` == ``final_cost``. ``plan``: expected (client's loss, own loss) of
    these decisions. ``minutes`` are of the story, ``seconds`` real; None where not known.
    ``ended``: whether its people brought it to its end; where not, perfect play went on from
    there for the figures, and ``decisions`` are theirs alone.
    """

    id: str
    label: str
    people: int
    started: datetime | None
    seconds: int | None
    decisions: tuple[SessionDecision, ...]
    ending: str
    ending_title: str
    minutes: int
    bill: Bill
    start_value: int
    regret: int
    luck: int
    final_cost: int
    rating: int
    plan: tuple[int, int]
    hints: int = 0
    undone: int = 0
    exam: bool = False
    ended: bool = True


@dataclass(frozen=True, slots=True)
class Commitment:
    """What somebody means to do from now on, in their own words and without a name."""

    text: str


@dataclass(frozen=True, slots=True)
class Session:
    """A workshop as it was held; ``plays`` has one for the room, or one for each team.

    ``id``: random, made when the room was opened; ``provider``: the broker's firm, ``address``
    and ``contact`` theirs, ``logo``: the path of their picture, each empty if not given;
    ``language`` is that of all texts in here; ``scenario`` and ``terms`` are ids. ``best``:
    expected (client's loss, own loss) of perfect play; ``real_case``: the published case under
    these terms; each None if not known. ``topics``: what it is about; ``sources``: what that
    rests on, as cited.
    """

    id: str
    provider: str
    logo: str
    title: str
    language: str
    started: datetime
    planned_minutes: int
    minutes: int
    mode: Mode
    people: int
    scenario: str
    scenario_title: str
    content_hash: str
    terms: str
    seed: int
    plays: tuple[SessionPlay, ...]
    best: tuple[int, int] | None = None
    real_case: Bill | None = None
    commitments: tuple[Commitment, ...] = ()
    sources: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    address: str = ""
    contact: str = ""
    terms_title: str = ""


@dataclass(frozen=True, slots=True)
class Attendee:
    """Who gets a certificate: only printed, never stored with the rest.

    ``minutes``: for how long they were there. An empty name is filled in by hand.
    """

    name: str
    minutes: int
