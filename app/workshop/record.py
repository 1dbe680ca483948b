"""What a workshop leaves behind, as frozen data: for the report, tables, xAPI and the debrief.

Votes carry pseudonyms (``p7``) and never names. Names and commitments stand apart in
:class:`Personal`, which is empty once personal data was deleted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from app.engine.coverage import InsurancePolicy
from app.play.playthrough import Playthrough
from app.workshop.events import Mode, TieRule
from app.workshop.room import Ballot, Mark, Room


@dataclass(frozen=True, slots=True)
class VoteRecord:
    """A vote that counted. ``seconds``: from the opening of the ballot (in a race: from the
    voter's decision before) to the vote as it stood at last. Speed never scores.
    """

    participant: str
    choice: str
    confidence: int | None
    seconds: float


@dataclass(frozen=True, slots=True)
class BallotRecord:
    """One track's decision in one ballot.

    ``step``: decisions that this play had behind it, so that ``step`` is its index in the
    play's decisions; ``fork``: number of the "what if" it belongs to, 0 for the play itself;
    ``void``: dropped or taken back; ``taken``: the choice taken, empty if none was. Of two
    ballots on one decision the later one is the ``revote``. ``paper``: paper votes by choice;
    ``by_facilitator``: the votes did not decide. Times in ms since 1970.
    """

    number: int
    track: str
    step: int
    node: str
    options: tuple[str, ...]
    votes: tuple[VoteRecord, ...]
    paper: Mapping[str, int]
    opened: int
    closed: int | None
    revote: bool
    fork: int
    void: bool
    taken: str
    by_facilitator: bool

    def counts(self) -> dict[str, int]:
        """Votes by choice, paper included, in the order of the options."""
        return {
            option: sum(vote.choice == option for vote in self.votes) + self.paper.get(option, 0)
            for option in self.options
        }


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """A play: the choices that stand, and whether they reach an ending.

    ``id``: ``room``, a team (``t1``, ``t2``, ...) or, in a solo race, the participant's own.
    ``undone``: how many decisions were taken back. ``members``: pseudonyms of who sits in it.
    The same scenario, terms, seed and
    choices make the play again: :func:`replay`.
    """

    id: str
    choices: tuple[str, ...]
    members: tuple[str, ...]
    ended: bool
    undone: int = 0


@dataclass(frozen=True, slots=True)
class Personal:
    """What names somebody: names and commitments by pseudonym, only those given."""

    names: Mapping[str, str]
    commitments: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WorkshopRecord:
    """A whole workshop. ``room`` is a random id, ``policy`` what ``terms`` names.

    Times are ms since 1970, None if not yet. ``participants``: pseudonyms in the order of
    joining, those sent out not among them. ``joined``: when each came in. ``marks``: when the
    room came to which phase.
    """

    room: str
    scenario: str
    content_hash: str
    terms: str
    policy: InsurancePolicy
    seed: int
    mode: Mode
    tie_rule: TieRule
    language: str
    minutes: int
    title: str
    provider: str
    address: str
    contact: str
    logo: str
    started: int | None
    ended: int | None
    participants: tuple[str, ...]
    joined: Mapping[str, int]
    tracks: tuple[TrackRecord, ...]
    ballots: tuple[BallotRecord, ...]
    marks: tuple[Mark, ...]
    personal: Personal


def record(room: Room) -> WorkshopRecord:
    """Everything that is kept of a room, as it stands now."""
    opened = room.opened
    people = tuple(room.present)
    marks = tuple(room.marks)
    return WorkshopRecord(
        room=opened.room,
        scenario=opened.scenario,
        content_hash=opened.content_hash,
        terms=opened.terms,
        policy=room.terms,
        seed=opened.seed,
        mode=opened.mode,
        tie_rule=opened.tie_rule,
        language=opened.language,
        minutes=opened.minutes,
        title=opened.title,
        provider=opened.provider,
        address=opened.address,
        contact=opened.contact,
        logo=opened.logo,
        started=marks[0].at if marks else None,
        ended=marks[-1].at if marks else None,
        participants=tuple(person.id for person in people),
        joined={person.id: person.joined for person in people},
        tracks=tuple(
            TrackRecord(
                track.id,
                tuple(decision.choice for decision in track.play.decisions),
                tuple(member.id for member in room.members(track.id)),
                track.play.state.is_terminal(),
                len(track.play.undone),
            )
            for track in room.tracks.values()
        ),
        ballots=tuple(line for ballot in room.ballots for line in _ballots(room, ballot)),
        marks=marks,
        personal=Personal(
            {person.id: person.name for person in people if person.name},
            {person.id: person.commitment for person in people if person.commitment},
        ),
    )


def replay(room: Room, track: TrackRecord) -> Playthrough:
    """The play of a track again, for reviews; its state knows the hidden facts."""
    play = Playthrough.start(room.scenario, room.terms, room.opened.seed)
    for choice in track.choices:
        play.choose(choice)
    return play


def _ballots(room: Room, ballot: Ballot) -> list[BallotRecord]:
    if not ballot.questions:
        return _race(room, ballot)
    return [
        BallotRecord(
            number=ballot.number,
            track=track,
            step=question.step,
            node=question.node,
            options=question.options,
            votes=tuple(
                VoteRecord(v.participant, v.choice, v.confidence, (v.at - ballot.opened) / 1000)
                for v in ballot.votes.values()
                if v.track == track
            ),
            paper=dict(ballot.paper.get(track, {})),
            opened=ballot.opened,
            closed=ballot.closed,
            revote=ballot.revote,
            fork=ballot.fork,
            void=ballot.void,
            taken=ballot.taken.get(track, ""),
            by_facilitator=track in ballot.decided,
        )
        for track, question in ballot.questions.items()
    ]


def _race(room: Room, ballot: Ballot) -> list[BallotRecord]:
    """A solo race: every vote is a decision of its own, taken at once."""
    lines = []
    for person, track in room.tracks.items():
        states = [state for state in track.play.state.history() if not state.is_chance()]
        own = [vote for vote in ballot.votes.values() if vote.participant == person]
        times = [ballot.opened, *(vote.at for vote in own)]
        for vote, (before, at) in zip(own, pairwise(times), strict=True):
            options = tuple(choice.id for choice in states[vote.step].legal_choices())
            told = VoteRecord(person, vote.choice, vote.confidence, (at - before) / 1000)
            lines.append(
                BallotRecord(
                    number=ballot.number,
                    track=person,
                    step=vote.step,
                    node=vote.node,
                    options=options,
                    votes=(told,),
                    paper={},
                    opened=before,
                    closed=at,
                    revote=False,
                    fork=0,
                    void=False,
                    taken=vote.choice,
                    by_facilitator=False,
                )
            )
    return lines
