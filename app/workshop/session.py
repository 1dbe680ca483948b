"""From a workshop's record to the session that all reports are made of.

Needs the solver: some seconds of work for a case that was not solved yet, so on a thread of
its own.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise

from app.engine.review import Review, review
from app.engine.scenario import Scenario
from app.engine.solver.cache import SolverCache
from app.engine.solver.path import play_on
from app.engine.solver.solution import Solution
from app.engine.solver.tree import Progress, part_of
from app.play.catalog import Catalog
from app.play.playthrough import Playthrough
from app.reports.recording import real_bill, recorded, sources, topics
from app.reports.session import CONFIDENCES, Attendee, Commitment, Poll, Session, SessionPlay
from app.reports.session import Mode as SessionMode
from app.workshop.agenda import MINUTE_MS
from app.workshop.events import Mode
from app.workshop.record import BallotRecord, TrackRecord, WorkshopRecord
from app.workshop.views import team_label

_TREE_SHARE = 0.7
"""Where the progress stands when the case is solved."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A play of the workshop with its exact review. ``ended``: played to an ending by its people;
    else perfect play has gone on from where they stopped. ``own_steps``: decisions of theirs.
    """

    track: TrackRecord
    play: Playthrough
    review: Review
    told: SessionPlay
    ended: bool
    own_steps: int


@dataclass(frozen=True, slots=True)
class Worked:
    """A session, and the solution and reviews behind it."""

    session: Session
    solution: Solution
    plays: tuple[Reviewed, ...]


def _nobody(_share: float) -> None:
    """Progress that nobody follows."""


def work_out(
    told: WorkshopRecord,
    scenario: Scenario,
    cache: SolverCache,
    catalog: Catalog,
    progress: Progress = _nobody,
) -> Worked:
    """The session of a workshop as it stands, in the catalogue's language.

    Plays in which nothing was decided are left out. ``progress`` may raise to cancel. Raises
    EngineError when a review is not possible.
    """
    part = part_of(progress, 0, _TREE_SHARE)
    solution = cache.solution(scenario, told.policy, progress=part)
    known: dict[tuple[str, ...], tuple[Playthrough, Review]] = {}
    plays = []
    played = [track for track in told.tracks if track.choices]
    for number, track in enumerate(played):
        progress(_TREE_SHARE + (1 - _TREE_SHARE) * number / len(played))
        if track.choices not in known:
            play = replayed(told, scenario, track.choices, catalog)
            _finish(play, solution)
            known[track.choices] = play, review(solution, play.state)
        play, judged = known[track.choices]
        plays.append(_reviewed(told, track, play, judged, catalog))
    return Worked(_session(told, scenario, plays, solution, catalog), solution, tuple(plays))


def replayed(
    told: WorkshopRecord, scenario: Scenario, choices: Sequence[str], catalog: Catalog
) -> Playthrough:
    """The same server with these choices."""
    play = Playthrough.start(scenario, told.policy, told.seed, catalog=catalog)
    for choice in choices:
        play.choose(choice)
    return play


def attendees(told: WorkshopRecord) -> tuple[Attendee, ...]:
    """Who gets a certificate, while names are there; how long each was in the room."""
    end = told.ended or 0
    begin = told.started or 0
    return tuple(
        Attendee(
            told.personal.names.get(person, ""),
            max(0, round((end - max(begin, told.joined[person])) / MINUTE_MS)),
        )
        for person in told.participants
    )


def standing(told: WorkshopRecord, track: str) -> list[BallotRecord]:
    """The ballots behind a play's decisions that stand, in order; revotes in place of what they
    replaced.
    """
    return [b for b in told.ballots if b.track == track and b.taken and not (b.void or b.fork)]


def _finish(play: Playthrough, solution: Solution) -> None:
    """Go on with perfect play to an ending, so that the play can be reviewed."""
    ending = play_on(solution, play.state)
    moves = [after.action for state, after in pairwise(ending.history()) if not state.is_chance()]
    for choice in moves[len(play.decisions) :]:
        play.choose(choice)


def _reviewed(
    told: WorkshopRecord,
    track: TrackRecord,
    play: Playthrough,
    judged: Review,
    catalog: Catalog,
) -> Reviewed:
    own = len(track.choices)
    spoken = recorded(
        play,
        judged,
        [_poll(told, ballot) for ballot in standing(told, track.id)],
        id=_play_id(told, track),
        label=track_label(told, track.id, catalog),
        people=max(1, len(track.members)),
    )
    started = None if told.started is None else _moment(told.started)
    spoken = replace(
        spoken,
        decisions=spoken.decisions[:own],
        undone=track.undone,
        started=started,
        ended=track.ended,
    )
    return Reviewed(track, play, judged, spoken, track.ended, own)


def track_label(told: WorkshopRecord, track: str, catalog: Catalog) -> str:
    """What a play is called: "Team 2", a number in a race, nothing where there is one."""
    if told.mode is Mode.TEAMS:
        return team_label(track, catalog)
    if told.mode is Mode.SOLO:
        number = {"number": track.removeprefix("p")}
        return catalog.message("Participant {number}", number)
    return ""


def _session(
    told: WorkshopRecord,
    scenario: Scenario,
    plays: Sequence[Reviewed],
    solution: Solution,
    catalog: Catalog,
) -> Session:
    client, own = solution.start_parts
    begin = told.started or 0
    names = scenario.terms_names
    title = told.policy.name
    return Session(
        id=told.room,
        provider=told.provider,
        logo=told.logo,
        title=told.title or catalog.text(scenario.title),
        language=catalog.language,
        started=_moment(begin),
        planned_minutes=told.minutes,
        minutes=round(((told.ended or begin) - begin) / MINUTE_MS),
        mode=SessionMode(told.mode.value),
        people=len(told.participants),
        scenario=told.scenario,
        scenario_title=catalog.text(scenario.title),
        content_hash=told.content_hash,
        terms=told.terms,
        seed=told.seed,
        plays=tuple(reviewed.told for reviewed in plays),
        best=(round(client), round(own)),
        real_case=real_bill(scenario, told.policy, catalog),
        # Not in the order in which people came in.
        commitments=tuple(map(Commitment, sorted(told.personal.commitments.values()))),
        sources=sources(scenario, catalog),
        topics=topics(scenario, catalog),
        address=told.address,
        contact=told.contact,
        terms_title=catalog.text(names[told.terms])
        if told.terms in names
        else catalog.message(title),
    )


def _poll(told: WorkshopRecord, ballot: BallotRecord) -> Poll:
    first: BallotRecord | None = None
    if ballot.revote:
        first = next(
            b for b in told.ballots if b.track == ballot.track and b.number == ballot.number - 1
        )
    sure: dict[str, list[int]] = {}
    for vote in ballot.votes:
        if vote.confidence is not None:
            counts = sure.setdefault(vote.choice, [0] * len(CONFIDENCES))
            counts[vote.confidence - 1] += 1
    return Poll(
        seconds=None if ballot.closed is None else (ballot.closed - ballot.opened) // 1000,
        votes=Counter(ballot.counts()),
        confidence={choice: tuple(counts) for choice, counts in sure.items()},
        first={} if first is None else first.counts(),
    )


def _play_id(told: WorkshopRecord, track: TrackRecord) -> str:
    return hashlib.sha256(f"{told.room}/{track.id}".encode()).hexdigest()[:32]


def _moment(at: int) -> datetime:
    return datetime.fromtimestamp(at // 1000, UTC)
