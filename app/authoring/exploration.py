"""Walks through every situation that a play of a scenario can come to, up to a bound.

A situation is a node with the values that still matter there; each remembers in which worlds
(hidden facts) a play can come to it. So a soft-lock is found only where it can really happen,
and an outcome counts as possible only where some world lets it happen.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import islice
from operator import mul
from typing import NamedTuple

from app.authoring.relevance import reduced, relevant_slots, slots_read
from app.engine.coverage import insurance_terms
from app.engine.facts import Fact, World, worlds
from app.engine.graph import moves
from app.engine.scenario import Choice, DecisionNode, Ending, Node, Outcome, Plan, Scenario
from app.engine.state import apply_effect
from app.phrase import Phrase

MAX_SITUATIONS = 200_000
MAX_WORLDS = 4_096

Move = Choice | Outcome
Worlds = int
"""A set of worlds, one bit for each."""


class Situation(NamedTuple):
    """A node and the public values there; those that matter no more are 0."""

    node: str
    values: tuple[int, ...]


class Origin(NamedTuple):
    """A way that leads to a situation in some worlds; ``before`` is -1 at the start."""

    before: int
    move: str
    open_in: Worlds


@dataclass
class Exploration:
    """What a walk has found; situations are numbered in the order of their discovery.

    ``reached``: by situation, the worlds in which a play can come there. ``after``: by
    situation, what each possible move leads to. ``stuck``: those without a move though no
    ending. ``taken``: (node, move) that are possible somewhere. ``complete``: neither bound
    was reached.
    """

    scenario: Scenario
    situations: list[Situation] = field(default_factory=list)
    reached: list[Worlds] = field(default_factory=list)
    origins: list[list[Origin]] = field(default_factory=list)
    after: list[dict[str, int]] = field(default_factory=list)
    taken: set[tuple[str, str]] = field(default_factory=set)
    stuck: list[int] = field(default_factory=list)
    complete: bool = True

    def ends(self, number: int) -> bool:
        """Whether a situation is an ending."""
        return isinstance(self.scenario.nodes[self.situations[number].node], Ending)

    def way_to(self, number: int, within: Worlds = -1) -> str:
        """The moves that lead to a situation in one of the worlds ``within``, as a message."""
        possible = self.reached[number] & within
        world = possible & -possible
        told: list[str] = []
        while True:
            origin = next(origin for origin in self.origins[number] if origin.open_in & world)
            if origin.before < 0:
                return " > ".join(reversed(told)) or Phrase("at the start")
            told.append(f"{self.situations[origin.before].node}: {origin.move}")
            number = origin.before

    def hopeless(self) -> dict[int, Worlds]:
        """Situations from which, in these worlds, a play goes on for ever without an ending."""
        good: list[Worlds] = [0] * len(self.situations)
        pending: deque[int] = deque()
        stuck = set(self.stuck)
        for number in range(len(self.situations)):
            if self.ends(number) or number in stuck:
                good[number] = self.reached[number]
                pending.append(number)
        while pending:
            number = pending.popleft()
            for origin in self.origins[number]:
                gained = good[number] & origin.open_in if origin.before >= 0 else 0
                if gained & ~good[origin.before]:
                    good[origin.before] |= gained
                    pending.append(origin.before)
        lost = (worlds & ~fine for worlds, fine in zip(self.reached, good, strict=True))
        return {number: worlds for number, worlds in enumerate(lost) if worlds}


def explore(
    scenario: Scenario, plan: Plan | None = None, bound: int = MAX_SITUATIONS
) -> Exploration:
    """Walk from the start, insured and not as far as the terms allow; with a plan, its way."""
    return _Walk(scenario, plan, bound).found


class _Walk:
    """One walk: a queue of situations that have become possible in more worlds."""

    def __init__(self, scenario: Scenario, plan: Plan | None, bound: int) -> None:
        self.scenario = scenario
        self.plan = plan
        self.worlds = possible_worlds(scenario, {} if plan is None else plan.facts)
        self.relevant = relevant_slots(scenario)
        self.kept = {
            node: [int(slot in slots) for slot in range(scenario.width)]
            for node, slots in self.relevant.items()
        }
        self.felt = {
            (node.id, move.id): reduced(scenario, move.effect, self.relevant[move.then])
            for node in scenario.nodes.values()
            for move in moves(node)
        }
        self.lucky: dict[tuple[object, ...], Worlds] = {}
        self.numbers: dict[Situation, int] = {}
        self.fresh: dict[int, Worlds] = {}
        self.options: dict[int, list[tuple[Move, Worlds]]] = {}
        self.found = Exploration(scenario)
        self._run(bound)

    def _run(self, bound: int) -> None:
        found = self.found
        everywhere = (1 << len(self.worlds)) - 1
        found.complete = bool(everywhere)
        known = insurance_terms(self.scenario)
        for insured in sorted({known[terms].in_force for terms in self.scenario.terms}):
            values = self.scenario.initial_values(insured)
            start = self._number(self.scenario.start, values)
            self._reach(start, Origin(-1, "", everywhere))
        while self.fresh:
            if len(found.situations) > bound:
                found.complete = False
                return
            number = next(iter(self.fresh))
            fresh = self.fresh.pop(number)
            for move, open_in in self._options(number):
                if fresh & open_in:
                    after = self._after(number, move)
                    self._reach(after, Origin(number, move.id, fresh & open_in))

    def _number(self, node: str, values: tuple[int, ...] | list[int]) -> int:
        """The number of a situation, be it a new one or not."""
        situation = Situation(node, tuple(map(mul, values, self.kept[node])))
        number = self.numbers.setdefault(situation, len(self.numbers))
        if number == len(self.found.situations):
            self.found.situations.append(situation)
            self.found.reached.append(0)
            self.found.origins.append([])
            self.found.after.append({})
        return number

    def _reach(self, number: int, origin: Origin) -> None:
        """Note that a play can come to a situation on one more way."""
        found = self.found
        found.origins[number].append(origin)
        gained = origin.open_in & ~found.reached[number]
        if gained:
            found.reached[number] |= gained
            self.fresh[number] = self.fresh.get(number, 0) | gained
        if origin.before >= 0:
            found.taken.add((found.situations[origin.before].node, origin.move))

    def _after(self, number: int, move: Move) -> int:
        """The situation behind a move."""
        known = self.found.after[number]
        if move.id not in known:
            situation = self.found.situations[number]
            effect = self.felt[situation.node, move.id]
            values = apply_effect(self.scenario, effect, situation.values)
            known[move.id] = self._number(move.then, values)
        return known[move.id]

    def _options(self, number: int) -> list[tuple[Move, Worlds]]:
        """The moves at a situation, which is stuck when it has none."""
        if number not in self.options:
            situation = self.found.situations[number]
            node = self.scenario.nodes[situation.node]
            self.options[number] = self._moves(node, situation.values)
            if not self.options[number] and not isinstance(node, Ending):
                self.found.stuck.append(number)
        return self.options[number]

    def _moves(self, node: Node, values: tuple[int, ...]) -> list[tuple[Move, Worlds]]:
        """The moves of a node that are possible, or that the plan takes, each with its worlds."""
        if isinstance(node, DecisionNode):
            wanted = None if self.plan is None else self.plan.choices.get(node.id, "")
            return [
                (choice, -1)
                for choice in node.choices
                if (choice.when is None or choice.when.holds(values))
                and wanted in {None, choice.id}
            ]
        options = [(move, self._worlds_of(node.id, move, values)) for move in moves(node)]
        forced = None if self.plan is None else self.plan.outcomes.get(node.id)
        elsewhere = ~sum(open_in for move, open_in in options if move.id == forced)
        return [
            (move, open_in if move.id == forced else open_in & elsewhere)
            for move, open_in in options
            if open_in
        ]

    def _worlds_of(self, node: str, outcome: Move, values: tuple[int, ...]) -> Worlds:
        """The worlds in which an outcome may happen."""
        assert isinstance(outcome, Outcome)
        read = slots_read(self.scenario, [outcome.weight])
        seen = tuple([values[slot] for slot in sorted(read) if slot < len(values)])
        key = (node, outcome.id, seen)
        if key not in self.lucky:
            evaluate = outcome.weight.evaluate
            self.lucky[key] = sum(
                1 << bit for bit, world in enumerate(self.worlds) if evaluate(values + world) > 0
            )
        return self.lucky[key]


def possible_worlds(scenario: Scenario, fixed: Mapping[str, str]) -> list[World]:
    """The worlds with the ``fixed`` facts; none when there are too many to walk."""
    network = tuple(
        _certain(fact, fixed[fact.id]) if fact.id in fixed else fact for fact in scenario.facts
    )
    found = [world for world, _ in islice(worlds(network), MAX_WORLDS + 1)]
    return found if len(found) <= MAX_WORLDS else []


def _certain(fact: Fact, word: str) -> Fact:
    """The fact with one word for sure."""
    chances = tuple(Fraction(name == word) for name in fact.domain.words)
    return replace(fact, table=dict.fromkeys(fact.table, chances))
