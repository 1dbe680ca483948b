"""How events make the room: each handler trusts its event, ``app.workshop.orders`` checked it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from app.engine.coverage import InsurancePolicy, insurance_terms
from app.engine.scenario import Scenario
from app.phrase import Phrase
from app.play.playthrough import Playthrough
from app.workshop import events as e
from app.workshop.events import Event, Mode, RoomOpened
from app.workshop.preset import policy_from
from app.workshop.room import (
    EVERYBODY,
    Ballot,
    Mark,
    Participant,
    Phase,
    Room,
    Track,
    Vote,
)


def open_room(opened: RoomOpened, scenario: Scenario) -> Room:
    """An empty room. Raises ValueError when scenario or terms are not those of the event."""
    if (opened.scenario, opened.content_hash) != (scenario.id, scenario.content_hash):
        raise ValueError(
            Phrase(
                "the workshop was opened with another version of the scenario {scenario}",
                scenario=opened.scenario,
            )
        )
    room = Room(opened, scenario, _terms(opened, scenario))
    for track in track_ids(opened):
        room.tracks[track] = Track(track, _fresh(room))
    return room


def _terms(opened: RoomOpened, scenario: Scenario) -> InsurancePolicy:
    if opened.policy:
        try:
            return policy_from(opened.policy)
        except TypeError as error:
            raise ValueError(
                Phrase("the insurance terms of the workshop cannot be read")
            ) from error
    known = insurance_terms(scenario)
    if opened.terms not in known:
        raise ValueError(Phrase("there are no insurance terms {terms}", terms=opened.terms))
    return known[opened.terms]


def fold(scenario: Scenario, told: Iterable[tuple[int, Event]]) -> Room:
    """The room that a log tells of. Raises ValueError when the log does not begin with one."""
    stream = iter(told)
    _, first = next(stream, (0, None))
    if not isinstance(first, RoomOpened):
        raise ValueError(Phrase("the log does not begin with the opening of a workshop"))
    room = open_room(first, scenario)
    for at, event in stream:
        apply(room, event, at)
    return room


def apply(room: Room, event: Event, at: int) -> None:
    """Let an event take hold; ``at``: when it happened, ms since 1970."""
    before = room.phase, room.debrief_step
    _HANDLERS[type(event)](room, event, at)
    if (room.phase, room.debrief_step) != before:
        step = room.debrief_step if room.phase is Phase.DEBRIEF else room.step()
        room.marks.append(Mark(at, room.phase, step))


def track_ids(opened: RoomOpened) -> tuple[str, ...]:
    """The tracks that are there from the start: the room, or the teams."""
    if opened.mode is Mode.ROOM:
        return (EVERYBODY,)
    return tuple(f"t{number}" for number in range(1, opened.teams + 1))


def _fresh(room: Room) -> Playthrough:
    return Playthrough.start(room.scenario, room.terms, room.opened.seed)


# --- people ------------------------------------------------------------------------------


def _joined(room: Room, event: e.Joined, at: int) -> None:
    track = event.team or EVERYBODY
    if room.mode is Mode.SOLO:
        track = event.participant
        room.tracks[track] = Track(track, _fresh(room))
    person = Participant(event.participant, track, at, event.device, event.name)
    room.participants[person.id] = person
    if person.device:
        room.devices[person.device] = person.id
    if event.way_back:
        room.ways_back[event.way_back] = person.id


def _came_back(room: Room, event: e.CameBack, _at: int) -> None:
    person = room.participants[event.participant]
    if room.devices.pop(person.device, None):
        room.left.add(person.device)
    person.device = event.device
    if person.device:
        room.devices[person.device] = person.id


def _renamed(room: Room, event: e.Renamed, _at: int) -> None:
    room.participants[event.participant].name = event.name


def _team_set(room: Room, event: e.TeamSet, _at: int) -> None:
    room.participants[event.participant].track = event.team


def _removed(room: Room, event: e.Removed, _at: int) -> None:
    room.participants[event.participant].removed = True


def _commitment(room: Room, event: e.CommitmentWritten, _at: int) -> None:
    room.participants[event.participant].commitment = event.text


def _personal_data_deleted(room: Room, _event: e.PersonalDataDeleted, _at: int) -> None:
    room.devices.clear()
    room.left.clear()
    room.ways_back.clear()
    for person in room.participants.values():
        person.name = person.device = person.commitment = ""


# --- votes -------------------------------------------------------------------------------


def _scene_shown(room: Room, _event: e.SceneShown, _at: int) -> None:
    room.phase = Phase.SCENE


def _vote_opened(room: Room, event: e.VoteOpened, at: int) -> None:
    again = room.phase in (Phase.CLOSED, Phase.REVEALED) and room.mode is not Mode.SOLO
    asked = room.playing() if room.mode is not Mode.SOLO else ()
    questions = {track: room.question(track) for track in asked}
    ballot = Ballot(event.ballot, at, questions, room.fork, again)
    room.ballots.append(ballot)
    room.phase = Phase.VOTING


def _vote_cast(room: Room, event: e.VoteCast, at: int) -> None:
    ballot = room.ballots[-1]
    track = room.participants[event.participant].track
    line = room.line(track)
    assert line is not None
    if track not in ballot.questions and room.mode is Mode.TEAMS:
        ballot.questions[track] = room.question(track)
    ballot.votes[event.participant, event.step] = Vote(
        event.participant,
        track,
        event.step,
        line.state.node_id,
        event.choice,
        event.confidence,
        at,
    )
    if room.mode is Mode.SOLO:
        line.choose(event.choice)


def _paper_votes(room: Room, event: e.PaperVotes, _at: int) -> None:
    room.ballots[-1].paper[event.track] = dict(event.counts)


def _vote_closed(room: Room, _event: e.VoteClosed, at: int) -> None:
    room.ballots[-1].closed = at
    room.phase = Phase.CLOSED


def _revealed(room: Room, _event: e.Revealed, _at: int) -> None:
    room.ballots[-1].revealed = True
    room.phase = Phase.REVEALED


def _decided(room: Room, event: e.Decided, _at: int) -> None:
    room.ballots[-1].decided[event.track] = event.choice


def _consequence_shown(room: Room, event: e.ConsequenceShown, _at: int) -> None:
    room.ballots[-1].taken = dict(event.choices)
    for track, choice in event.choices.items():
        line = room.line(track)
        assert line is not None
        line.choose(choice)
    room.phase = Phase.CONSEQUENCE


# --- back, and beside --------------------------------------------------------------------


def _drop_ballot(room: Room) -> bool:
    """Void the ballot under way, if there is one; a race's votes were choices and stay."""
    ballot = room.ballot
    if ballot is None or room.mode is Mode.SOLO:
        return False
    ballot.void = True
    return True


def _undone(room: Room, _event: e.Undone, _at: int) -> None:
    if not _drop_ballot(room):
        _take_back(room, len(room.standing()) - 1)
    room.phase = Phase.SCENE


def _rewound(room: Room, event: e.Rewound, _at: int) -> None:
    _drop_ballot(room)
    _take_back(room, event.step)
    room.phase = Phase.SCENE


def _take_back(room: Room, keep: int) -> None:
    """Undo what all ballots after the first ``keep`` led to, newest first."""
    for ballot in reversed(room.standing()[keep:]):
        ballot.void = True
        for track in ballot.taken:
            line = room.line(track)
            assert line is not None
            line.undo()


def _forked(room: Room, event: e.Forked, _at: int) -> None:
    _drop_ballot(room)
    here = room.standing()[event.step]
    for id_, track in room.tracks.items():
        track.beside = None
        if id_ in here.taken:
            track.beside = _fresh(room)
            for decision in track.play.decisions[: here.questions[id_].step]:
                track.beside.choose(decision.choice)
    room.forks += 1
    room.fork = room.forks
    room.forked_from = room.phase
    room.phase = Phase.SCENE


def _fork_ended(room: Room, _event: e.ForkEnded, _at: int) -> None:
    _drop_ballot(room)
    room.fork = 0
    if room.forked_from is Phase.DEBRIEF:
        room.phase = Phase.DEBRIEF
    else:
        room.phase = Phase.SCENE if room.playing() else Phase.CONSEQUENCE


# --- the evening's course ----------------------------------------------------------------


def _paused(room: Room, event: e.Paused, at: int) -> None:
    if event.on and room.timer_ends is not None:
        room.timer_left, room.timer_ends = max(0, room.timer_ends - at), None
    elif not event.on and room.timer_left is not None:
        room.timer_ends, room.timer_left = at + room.timer_left, None
    room.paused = event.on


def _timer_set(room: Room, event: e.TimerSet, at: int) -> None:
    room.timer_ends, room.timer_left = event.ends, None
    if room.paused and event.ends is not None:
        room.timer_ends, room.timer_left = None, max(0, event.ends - at)


def _blanked(room: Room, event: e.Blanked, _at: int) -> None:
    room.blank = event.on


def _debrief_step(room: Room, event: e.DebriefStep, at: int) -> None:
    if room.mode is Mode.SOLO and room.phase is Phase.VOTING:
        room.ballots[-1].closed = at
    _drop_ballot(room)
    room.fork = 0
    room.phase = Phase.DEBRIEF
    room.debrief_step = event.step


def _closed(room: Room, _event: e.Closed, _at: int) -> None:
    _drop_ballot(room)
    room.fork = 0
    room.phase = Phase.OVER


_HANDLERS: dict[type[Event], Callable[[Room, Any, int], None]] = {
    e.Joined: _joined,
    e.CameBack: _came_back,
    e.Renamed: _renamed,
    e.TeamSet: _team_set,
    e.Removed: _removed,
    e.CommitmentWritten: _commitment,
    e.PersonalDataDeleted: _personal_data_deleted,
    e.SceneShown: _scene_shown,
    e.VoteOpened: _vote_opened,
    e.VoteCast: _vote_cast,
    e.PaperVotes: _paper_votes,
    e.VoteClosed: _vote_closed,
    e.Revealed: _revealed,
    e.Decided: _decided,
    e.ConsequenceShown: _consequence_shown,
    e.Undone: _undone,
    e.Rewound: _rewound,
    e.Forked: _forked,
    e.ForkEnded: _fork_ended,
    e.Paused: _paused,
    e.TimerSet: _timer_set,
    e.Blanked: _blanked,
    e.DebriefStep: _debrief_step,
    e.Closed: _closed,
}
