"""The room: who is in it, where the story stands, and who has voted for what.

A room is what its events say (``app.workshop.folding`` applies them); it does no input or
output and knows no clock. It knows every secret, so nothing outside the host may see it: what
phones, projector and cockpit may know is in ``app.workshop.views``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.engine.chance import draw, pick
from app.engine.coverage import InsurancePolicy
from app.engine.scenario import Scenario
from app.play.playthrough import Playthrough
from app.workshop.events import Mode, RoomOpened, TieRule

EVERYBODY = "room"
"""The one track of a room that plays together."""


class Phase(StrEnum):
    """Where the workshop stands."""

    LOBBY = "lobby"
    SCENE = "scene"
    VOTING = "voting"
    CLOSED = "closed"
    REVEALED = "revealed"
    CONSEQUENCE = "consequence"
    DEBRIEF = "debrief"
    OVER = "over"


BALLOT_PHASES = (Phase.VOTING, Phase.CLOSED, Phase.REVEALED)
"""A ballot is under way, its choice not yet taken."""


@dataclass(slots=True)
class Participant:
    """Somebody with a phone. ``track``: the play they vote in; times in ms since 1970."""

    id: str
    track: str
    joined: int
    device: str = ""
    name: str = ""
    removed: bool = False
    commitment: str = ""


@dataclass(slots=True)
class Track:
    """One play of the server. ``beside``: a "what if" that is played at present."""

    id: str
    play: Playthrough
    beside: Playthrough | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote, in the track's node. ``confidence``: 1 (a guess) to 3 (sure), or None."""

    participant: str
    track: str
    step: int
    node: str
    choice: str
    confidence: int | None
    at: int


@dataclass(frozen=True, slots=True)
class Question:
    """What a track is asked in a ballot: its node, decisions behind it, choices on offer."""

    node: str
    step: int
    options: tuple[str, ...]


@dataclass(slots=True)
class Ballot:
    """One vote of the room: a question for each track that plays, and the answers so far.

    ``votes``: by participant and step (in a solo race one ballot takes many steps).
    ``fork``: number of the "what if" it was asked in, 0 in the play itself. ``void``: dropped or
    taken back; ``taken``: the choices that it led to, by track.
    """

    number: int
    opened: int
    questions: dict[str, Question]
    fork: int = 0
    revote: bool = False
    void: bool = False
    closed: int | None = None
    revealed: bool = False
    votes: dict[tuple[str, int], Vote] = field(default_factory=dict)
    paper: dict[str, dict[str, int]] = field(default_factory=dict)
    decided: dict[str, str] = field(default_factory=dict)
    taken: dict[str, str] = field(default_factory=dict)


class Verdict(StrEnum):
    """What the votes of a track have led to."""

    DECIDED = "decided"
    REVOTE = "revote"
    FACILITATOR = "facilitator"


@dataclass(frozen=True, slots=True)
class Result:
    """The answer of a track: the choice if there is one, else who must say, and what is tied."""

    verdict: Verdict
    choice: str = ""
    tied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """When the room came to a phase; ``step``: decisions behind it, or the debrief's step."""

    at: int
    phase: Phase
    step: int


@dataclass(slots=True)
class Room:
    """The state of one workshop. Made and changed by ``app.workshop.folding`` only.

    ``devices`` and ``ways_back`` lead from hashes of tokens and return codes to participants;
    ``left``: devices whose owner has come back on another one.
    """

    opened: RoomOpened
    scenario: Scenario
    terms: InsurancePolicy
    phase: Phase = Phase.LOBBY
    participants: dict[str, Participant] = field(default_factory=dict)
    devices: dict[str, str] = field(default_factory=dict)
    left: set[str] = field(default_factory=set)
    ways_back: dict[str, str] = field(default_factory=dict)
    tracks: dict[str, Track] = field(default_factory=dict)
    ballots: list[Ballot] = field(default_factory=list)
    fork: int = 0
    forks: int = 0
    forked_from: Phase = Phase.SCENE
    paused: bool = False
    blank: bool = False
    timer_ends: int | None = None
    timer_left: int | None = None
    debrief_step: int = 0
    marks: list[Mark] = field(default_factory=list)

    @property
    def mode(self) -> Mode:
        """Who decides."""
        return self.opened.mode

    @property
    def ballot(self) -> Ballot | None:
        """The ballot under way."""
        return self.ballots[-1] if self.ballots and self.phase in BALLOT_PHASES else None

    @property
    def present(self) -> Iterator[Participant]:
        """Everybody who was not sent out."""
        return (person for person in self.participants.values() if not person.removed)

    def line(self, track: str) -> Playthrough | None:
        """The play that a track is at: itself, its "what if", or None when it sits that out."""
        found = self.tracks[track]
        return found.beside if self.fork else found.play

    def members(self, track: str) -> tuple[Participant, ...]:
        """Who votes in a track."""
        return tuple(person for person in self.present if person.track == track)

    def playing(self) -> tuple[str, ...]:
        """Tracks that are at a decision. A team without members waits for its first."""
        return tuple(
            track
            for track in self.tracks
            if (line := self.line(track)) is not None
            and not line.state.is_terminal()
            and (self.mode is not Mode.TEAMS or self.members(track))
        )

    def question(self, track: str) -> Question:
        """What the track's play asks at present."""
        line = self.line(track)
        assert line is not None
        options = tuple(choice.id for choice in line.state.legal_choices())
        return Question(line.state.node_id, len(line.decisions), options)

    def standing(self) -> list[Ballot]:
        """The ballots whose choices were taken and stand, in the line being played."""
        return [b for b in self.ballots if b.taken and not b.void and b.fork == self.fork]

    def step(self) -> int:
        """Decisions behind the track that is furthest."""
        lines = (self.line(track) for track in self.tracks)
        return max((len(line.decisions) for line in lines if line is not None), default=0)

    def vote_of(self, participant: str) -> Vote | None:
        """What somebody has voted for in the ballot under way, at the present decision."""
        ballot, person = self.ballot, self.participants[participant]
        line = self.line(person.track) if person.track in self.tracks else None
        if ballot is None or line is None:
            return None
        return ballot.votes.get((participant, len(line.decisions)))

    def all_voted(self) -> bool:
        """Whether nobody's vote is missing from the ballot under way."""
        playing = set(self.playing())
        return all(
            self.vote_of(person.id) is not None
            for person in self.present
            if person.track in playing
        )

    def tally(self, ballot: Ballot, track: str) -> Counter[str]:
        """Votes by choice, those on paper included; every choice is listed."""
        counts = Counter(dict.fromkeys(ballot.questions[track].options, 0))
        counts.update(vote.choice for vote in ballot.votes.values() if vote.track == track)
        counts.update(ballot.paper.get(track, {}))
        return counts

    def result(self, ballot: Ballot, track: str) -> Result:
        """What a closed ballot says for a track."""
        if track in ballot.decided:
            return Result(Verdict.DECIDED, ballot.decided[track])
        counts = self.tally(ballot, track)
        most = max(counts.values())
        tied = tuple(choice for choice, votes in counts.items() if votes == most)
        if most == 0:
            return Result(Verdict.FACILITATOR, tied=tied)
        if len(tied) == 1:
            return Result(Verdict.DECIDED, tied[0])
        rule = self.opened.tie_rule
        if rule is TieRule.CHANCE:
            number = draw(self.opened.seed, "tie", ballot.number, track)
            return Result(Verdict.DECIDED, tied[pick([1] * len(tied), number)], tied)
        if rule is TieRule.REVOTE and not ballot.revote:
            return Result(Verdict.REVOTE, tied=tied)
        return Result(Verdict.FACILITATOR, tied=tied)

    def results(self) -> Mapping[str, Result]:
        """By track, what the ballot under way says."""
        ballot = self.ballot
        if ballot is None:
            return {}
        return {track: self.result(ballot, track) for track in ballot.questions}
