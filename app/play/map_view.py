"""The map of a play: where the player has been, what they left aside, and nothing else.

Built from the histories that were played, never from the rest of the scenario, so that the
unseen cannot show: a road not taken has the words of its card and no end. ``lifted`` adds
the rest, once the story is over. Money is whole EUR cents, time whole minutes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.engine.graph import kind, moves
from app.engine.scenario import ChanceNode, Choice, Ending, Node
from app.engine.state import State
from app.play.catalog import Catalog
from app.play.playthrough import Playthrough
from app.play.scene import client_loss, outcome_told, own_costs, scene_view, taken


@dataclass(frozen=True, slots=True)
class Visit:
    """A stay at a place. ``number`` counts from 1 along the way that stands, 0: taken back.

    ``chosen`` is empty at chance, at an ending, and where the play stands. ``told``: the
    paragraphs that followed. ``minutes`` and cents: what was added until the next decision.
    """

    number: int
    when: datetime
    chosen: str = ""
    told: tuple[str, ...] = ()
    minutes: int = 0
    client_cost: int = 0
    own_cost: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A node on the map. ``kind``: ``decision``, ``chance`` or ``ending``, which has a ``tone``.

    ``roads``: what was on offer here and never taken. No visits: fog lay over it.
    """

    id: str
    kind: str
    title: str
    tone: str = ""
    visits: tuple[Visit, ...] = ()
    roads: tuple[str, ...] = ()

    @property
    def on_the_way(self) -> bool:
        """Whether the way that stands leads through it."""
        return any(visit.number for visit in self.visits)


@dataclass(frozen=True, slots=True)
class Way:
    """From a place to a place. ``on_the_way``: it stands; ``seen``: it was gone at all."""

    source: str
    target: str
    on_the_way: bool
    seen: bool = True


@dataclass(frozen=True, slots=True)
class MapView:
    """Places and ways; ``trail``: the places of the way that stands, in their order."""

    places: Mapping[str, Place]
    ways: tuple[Way, ...]
    start: str
    trail: tuple[str, ...]
    lifted: bool = False

    @property
    def here(self) -> str:
        """Where the play stands."""
        return self.trail[-1]


def map_view(play: Playthrough) -> MapView:
    """What the player has seen so far, taken back or not."""
    draft = _Draft(play.catalog)
    draft.follow(play.state.history(), stands=True)
    for tip in play.left_behind:
        draft.follow(tip.history(), stands=False)
    trail = tuple(state.node_id for state in play.state.history())
    return MapView(draft.finished(), draft.all_ways(), trail[0], trail)


def lifted(play: Playthrough) -> MapView:
    """The map with the fog gone: titles of what was never seen, and all ways.

    Raises ValueError for an examination and for a story that goes on.
    """
    if play.exam or not play.state.is_terminal():
        raise ValueError("the fog stays over an examination and a story that goes on")
    seen, catalog = map_view(play), play.catalog
    places = {
        node.id: seen.places.get(node.id) or Place(node.id, kind(node), *_looks(node, catalog))
        for node in play.scenario.nodes.values()
    }
    gone = {(way.source, way.target) for way in seen.ways}
    rest = {
        (node.id, move.then): Way(node.id, move.then, on_the_way=False, seen=False)
        for node in play.scenario.nodes.values()
        for move in moves(node)
        if (node.id, move.then) not in gone
    }
    return MapView(places, (*seen.ways, *rest.values()), seen.start, seen.trail, lifted=True)


def _looks(node: Node, catalog: Catalog) -> tuple[str, str]:
    """Title and tone of a node as written."""
    title = "" if node.title is None else catalog.text(node.title)
    return title, str(node.tone) if isinstance(node, Ending) else ""


@dataclass(slots=True)
class _Draft:
    """Collects places and ways from one history after another."""

    catalog: Catalog
    places: dict[str, Place] = field(default_factory=dict)
    visits: dict[str, list[Visit]] = field(default_factory=dict)
    offered: dict[str, dict[str, str]] = field(default_factory=dict)
    taken: dict[str, set[str]] = field(default_factory=dict)
    ways: dict[tuple[str, str], Way] = field(default_factory=dict)
    known: dict[tuple[int, str], int] = field(default_factory=dict)
    """Steps from one numbered point of the histories to the next: what was told already."""
    left: set[int] = field(default_factory=set)
    """The points from which a step led on."""

    def follow(self, history: tuple[State, ...], *, stands: bool) -> None:
        """Add what a history has shown and an earlier one has not."""
        point, number = 0, 0
        for index, state in enumerate(history):
            after = history[index + 1] if index + 1 < len(history) else None
            number += not state.is_chance()
            step = point, "" if after is None else after.action
            fresh = step not in self.known
            if after is not None:
                self.left.add(point)
                self._go(state.node_id, after.node_id, stands)
                self.taken.setdefault(state.node_id, set()).add(after.action)
            elif not stands and point in self.left:
                # Several decisions were taken back at once: nobody stopped here.
                fresh = False
            point = self.known.setdefault(step, len(self.known) + 1)
            if fresh:
                self._look(state)
                visit = self._visit(state, _leg(history, index), number if stands else 0)
                self.visits.setdefault(state.node_id, []).append(visit)

    def _go(self, source: str, target: str, stands: bool) -> None:
        before = self.ways.get((source, target))
        stood = before is not None and before.on_the_way
        self.ways[source, target] = Way(source, target, on_the_way=stands or stood)

    def _look(self, state: State) -> None:
        if isinstance(state.node, ChanceNode):
            self.places.setdefault(state.node_id, Place(state.node_id, "chance", ""))
            return
        view = scene_view(state, self.catalog, ())
        tone = "" if view.tone is None else str(view.tone)
        place = Place(state.node_id, kind(state.node), view.title, tone)
        self.places.setdefault(state.node_id, place)
        shown = self.offered.setdefault(state.node_id, {})
        for choice in view.choices:
            shown.setdefault(choice.id, choice.text)

    def _visit(self, state: State, leg: tuple[State, ...], number: int) -> Visit:
        when = state.scenario.calendar.at(state.minutes)
        if len(leg) == 1:
            return Visit(number, when)
        if state.is_chance():
            return Visit(number, when, told=outcome_told(state, leg[1], self.catalog))
        move = taken(state, leg[1])
        assert isinstance(move, Choice)
        told = (
            paragraph
            for before, after in zip(leg[1:], leg[2:], strict=False)
            for paragraph in outcome_told(before, after, self.catalog)
        )
        return Visit(
            number,
            when,
            self.offered[state.node_id][move.id],
            tuple(told),
            leg[-1].minutes - state.minutes,
            client_loss(leg[-1]) - client_loss(state),
            own_costs(leg[-1]) - own_costs(state),
        )

    def finished(self) -> dict[str, Place]:
        """The places with all that happened there."""
        return {
            id_: replace(
                place,
                visits=tuple(self.visits.get(id_, ())),
                roads=tuple(self._roads(id_)),
            )
            for id_, place in self.places.items()
        }

    def _roads(self, id_: str) -> Iterator[str]:
        gone = self.taken.get(id_, set())
        return (text for choice, text in self.offered.get(id_, {}).items() if choice not in gone)

    def all_ways(self) -> tuple[Way, ...]:
        """The ways in the order in which they were gone."""
        return tuple(self.ways.values())


def _leg(history: tuple[State, ...], index: int) -> tuple[State, ...]:
    """The states from one to the next decision or ending, itself alone at the end."""
    end = index + 1
    while end < len(history) and history[end].is_chance():
        end += 1
    return history[index : end + 1]
