"""Rooms for tests: opened on the toy scenario, and driven by orders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.engine.scenario import DecisionNode, Guide, Scenario, Text
from app.workshop import orders
from app.workshop.events import Event, Mode, RoomOpened
from app.workshop.folding import apply, open_room
from app.workshop.room import Room
from tests import toy

SECRET = "for the facilitator only"
MINUTE = 60_000


def guided() -> Scenario:
    """The toy, with words for the facilitator at every decision."""
    scenario = toy.build()
    guide = Guide(
        Text("g.notes", f"Notes {SECRET}"),
        (Text("g.q", f"Why? {SECRET}"),),
        Text("g.answer", f"Answer {SECRET}"),
    )
    nodes = {
        id_: replace(node, guide=guide) if isinstance(node, DecisionNode) else node
        for id_, node in scenario.nodes.items()
    }
    return replace(scenario, nodes=nodes)


SCENARIO = guided()


def opened(mode: Mode = Mode.ROOM, scenario: Scenario = SCENARIO, **others: Any) -> RoomOpened:
    """An opening of the toy scenario or another one."""
    teams = 2 if mode is Mode.TEAMS else 0
    fields: dict[str, Any] = {
        "terms": "solid",
        "teams": teams,
        "seed": 7,
    }
    return RoomOpened(
        room="r1",
        scenario=scenario.id,
        content_hash=scenario.content_hash,
        mode=mode,
        **{**fields, **others},
    )


class Driver:
    """A room and all that happened in it; time goes on a second with each event."""

    def __init__(self, mode: Mode = Mode.ROOM, scenario: Scenario = SCENARIO, **others: Any):
        first = opened(mode, scenario, **others)
        self.scenario = scenario
        self.log: list[tuple[int, Event]] = [(0, first)]
        self.room: Room = open_room(first, scenario)

    @property
    def now(self) -> int:
        return 1000 * len(self.log)

    def do(self, order: Callable[..., Event], *given: Any, **named: Any) -> Event:
        """Carry out an order, or let Refused through."""
        event = order(self.room, *given, **named)
        apply(self.room, event, self.now)
        self.log.append((self.now, event))
        return event

    def people(self, count: int) -> None:
        for number in range(count):
            device = f"device-{len(self.room.participants) + number}"
            self.do(orders.join, device, way_back=f"way-{device}")

    def vote(self, participant: str, choice: str, confidence: int | None = None) -> Event:
        """A vote at the play's present decision."""
        line = self.room.line(self.room.participants[participant].track)
        assert line is not None
        ballot = self.room.ballots[-1].number
        return self.do(orders.vote, participant, ballot, len(line.decisions), choice, confidence)

    def round(self, choice: str, voters: tuple[str, ...] | None = None) -> None:
        """A whole round in which all vote for one choice; ends at the consequence."""
        if "SCENE" not in self.room.phase.name:
            self.do(orders.show_scene)
        self.do(orders.open_vote)
        for participant in voters or tuple(p.id for p in self.room.present):
            self.vote(participant, choice)
        self.do(orders.close_vote)
        self.do(orders.reveal)
        self.do(orders.show_consequence)


def snapshot(room: Room) -> dict[str, Any]:
    """Everything about a room in comparable form."""

    def line(play: Any) -> Any:
        return None if play is None else (play.state, play.decisions, play.undone)

    told = {
        name: getattr(room, name)
        for name in Room.__dataclass_fields__
        if name not in ("tracks", "scenario", "terms")
    }
    tracks = {id_: (line(track.play), line(track.beside)) for id_, track in room.tracks.items()}
    return {**told, "tracks": tracks}
