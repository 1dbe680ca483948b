"""What only the facilitator sees: votes coming in, who is missing, the guide, what can be done."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial

from app.engine.scenario import DecisionNode
from app.play.view import SceneView
from app.workshop import orders
from app.workshop.agenda import Pace, pace
from app.workshop.events import Event, Mode
from app.workshop.orders import Refused
from app.workshop.room import Ballot, Mark, Phase, Room, Verdict
from app.workshop.views import (
    ProjectorView,
    Scenes,
    Tally,
    askable,
    in_order,
    projector_view,
    team_label,
)


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody in the room. ``here``: connected now; ``asked``: a vote of theirs is awaited."""

    id: str
    label: str
    team: str
    here: bool
    asked: bool
    voted: bool
    decisions: int
    ended: bool


@dataclass(frozen=True, slots=True)
class GuideView:
    """What the scenario tells a facilitator about a decision."""

    notes: str
    questions: tuple[str, ...]
    expected_answer: str


@dataclass(frozen=True, slots=True)
class TrackView:
    """A play. ``tally`` and ``sure`` (mean confidence, 1 to 3) come in live.

    ``verdict``, ``choice`` and ``tied`` say what the votes have led to once closed.
    """

    id: str
    label: str
    members: int
    scene: SceneView | None
    guide: GuideView | None
    decisions: int
    ended: bool
    tally: Tally | None
    sure: float | None
    paper: Tally
    verdict: Verdict | None
    choice: str
    tied: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoundView:
    """A decision to go back to or to fork from: its ``step``, scene and what was taken there."""

    step: int
    title: str
    choice: str


@dataclass(frozen=True, slots=True)
class CockpitView:
    """The cockpit. ``can``: names of the orders that are possible now; ``rounds`` for
    ``rewind`` and ``fork``; ``pace``: minutes over or under plan."""

    projector: ProjectorView
    people: tuple[PersonView, ...]
    tracks: tuple[TrackView, ...]
    rounds: tuple[RoundView, ...]
    can: frozenset[str]
    pace: Pace
    marks: tuple[Mark, ...]


def cockpit_view(scenes: Scenes, here: Collection[str], now: int) -> CockpitView:
    """The facilitator's screen; ``here``: ids that are connected, ``now``: ms since 1970."""
    room = scenes.room
    return CockpitView(
        projector=projector_view(scenes, here),
        people=_people(scenes, here),
        tracks=_tracks(scenes) if room.mode is not Mode.SOLO else (),
        rounds=_rounds(scenes),
        can=possible(room),
        pace=pace(room, now),
        marks=tuple(room.marks),
    )


def possible(room: Room) -> frozenset[str]:
    """Names of the orders that the room would accept now."""
    return frozenset(name for name, order in _ORDERS.items() if _accepts(room, order))


_ORDERS: dict[str, Callable[[Room], Event]] = {
    "show_scene": orders.show_scene,
    "open_vote": orders.open_vote,
    "close_vote": orders.close_vote,
    "reveal": orders.reveal,
    "show_consequence": orders.show_consequence,
    "undo": orders.undo,
    "rewind": partial(orders.rewind, step=0),
    "fork": partial(orders.fork, step=0),
    "end_fork": orders.end_fork,
    "debrief": orders.debrief,
    "close": orders.close,
}


def _accepts(room: Room, order: Callable[[Room], Event]) -> bool:
    try:
        order(room)
    except Refused:
        return False
    return True


def _people(scenes: Scenes, here: Collection[str]) -> tuple[PersonView, ...]:
    room = scenes.room
    asked = {person.id for person in askable(room)}
    people = []
    for person in room.present:
        line = room.line(person.track) if person.track in room.tracks else None
        people.append(
            PersonView(
                id=person.id,
                label=person.name or person.id.removeprefix("p"),
                team=person.track if room.mode is Mode.TEAMS else "",
                here=person.id in here,
                asked=person.id in asked,
                voted=room.vote_of(person.id) is not None,
                decisions=len(line.decisions) if line else 0,
                ended=line is not None and line.state.is_terminal(),
            )
        )
    return tuple(people)


def _tracks(scenes: Scenes) -> tuple[TrackView, ...]:
    room = scenes.room
    ballot = room.ballot
    views = []
    for track in room.tracks:
        line = room.line(track)
        asked = ballot is not None and track in ballot.questions
        result = None
        if ballot is not None and asked and room.phase is not Phase.VOTING:
            result = room.result(ballot, track)
        views.append(
            TrackView(
                id=track,
                label=team_label(track, scenes.catalog) if room.mode is Mode.TEAMS else "",
                members=len(room.members(track)),
                scene=scenes.of(track),
                guide=_guide(scenes, track),
                decisions=len(line.decisions) if line else 0,
                ended=line is not None and line.state.is_terminal(),
                tally=_tally(room, ballot, track),
                sure=_sure(ballot, track),
                paper=_paper(ballot, track),
                verdict=result.verdict if result else None,
                choice=result.choice if result else "",
                tied=result.tied if result else (),
            )
        )
    return tuple(views)


def _tally(room: Room, ballot: Ballot | None, track: str) -> Tally | None:
    if ballot is None or track not in ballot.questions:
        return None
    return in_order(ballot, track, room.tally(ballot, track).items())


def _paper(ballot: Ballot | None, track: str) -> Tally:
    if ballot is None or track not in ballot.questions:
        return ()
    return in_order(ballot, track, ballot.paper.get(track, {}).items())


def _sure(ballot: Ballot | None, track: str) -> float | None:
    votes = ballot.votes.values() if ballot is not None else ()
    said = [v.confidence for v in votes if v.track == track and v.confidence is not None]
    return sum(said) / len(said) if said else None


def _rounds(scenes: Scenes) -> tuple[RoundView, ...]:
    room, catalog = scenes.room, scenes.catalog
    rounds = []
    for step, ballot in enumerate(room.standing()):
        titles: dict[str, None] = {}
        choices: dict[str, None] = {}
        for track, taken in ballot.taken.items():
            node = room.scenario.nodes[ballot.questions[track].node]
            assert isinstance(node, DecisionNode)
            titles[catalog.text(node.title)] = None
            chosen = next(choice for choice in node.choices if choice.id == taken)
            choices[catalog.text(chosen.text)] = None
        rounds.append(RoundView(step, " / ".join(titles), " / ".join(choices)))
    return tuple(rounds)


def _guide(scenes: Scenes, track: str) -> GuideView | None:
    line = scenes.room.line(track)
    node = line.state.node if line is not None else None
    if not isinstance(node, DecisionNode) or node.guide is None:
        return None
    guide, say = node.guide, scenes.catalog.text
    return GuideView(
        say(guide.notes) if guide.notes else "",
        tuple(say(question) for question in guide.questions),
        say(guide.expected_answer) if guide.expected_answer else "",
    )
