"""Walks through every situation that a play of a scenario can come to, up to a bound.

A situation is a node, the values that still matter there, and the worlds (hidden facts)
that are still possible. So a soft-lock is found only where it can really happen, and an
outcome counts as possible only where some world lets it happen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import islice

from app.authoring.relevance import reduced, relevant_slots, slots_read
from app.engine.coverage import PRESETS
from app.engine.facts import Fact, World, worlds
from app.engine.graph import moves
from app.engine.scenario import Choice, Effect, Ending, Outcome, Scenario
from app.engine.state import apply_effect

MAX_SITUATIONS = 200_000
MAX_WORLDS = 4_096

Move = Choice | Outcome
Filter = Callable[[str, tuple[Move, ...]], tuple[Move, ...]]
"""Which of the possible moves at a node (by its id) a walk follows."""


@dataclass(frozen=True, slots=True)
class Situation:
    """A node, the values that matter there, and a bit for each world still possible."""

    node: str
    values: tuple[int, ...]
    possible: int


@dataclass
class Exploration:
    """What a walk has found. Situations are numbered in the order of their discovery, so the
    way to each is a shortest one.

    ``taken``: (node, move) that were possible somewhere. ``stuck``: situations of decision
    or chance nodes without any move. ``complete``: the bound was not reached.
    """

    scenario: Scenario
    situations: list[Situation] = field(default_factory=list)
    origins: list[tuple[int, str]] = field(default_factory=list)
    successors: list[tuple[int, ...]] = field(default_factory=list)
    taken: set[tuple[str, str]] = field(default_factory=set)
    stuck: list[int] = field(default_factory=list)
    complete: bool = True

    def way_to(self, number: int) -> str:
        """The moves that lead to a situation, for a message."""
        steps: list[str] = []
        origin, move = self.origins[number]
        while origin >= 0:
            steps.append(f"{self.situations[origin].node}: {move}")
            origin, move = self.origins[origin]
        return " > ".join(reversed(steps)) or "at the start"

    def ends(self, number: int) -> bool:
        """Whether a situation is an ending."""
        return isinstance(self.scenario.nodes[self.situations[number].node], Ending)

    def hopeless(self) -> list[int]:
        """Situations from which one neither gets stuck nor ever comes to an ending."""
        before: list[list[int]] = [[] for _ in self.situations]
        for number, following in enumerate(self.successors):
            for after in following:
                before[after].append(number)
        pending = [number for number in range(len(self.successors)) if self.ends(number)]
        pending += self.stuck
        good = set(pending)
        while pending:
            for number in before[pending.pop()]:
                if number not in good:
                    good.add(number)
                    pending.append(number)
        return [number for number in range(len(self.situations)) if number not in good]


def explore(
    scenario: Scenario,
    follow: Filter | None = None,
    facts: Mapping[str, str] | None = None,
    bound: int = MAX_SITUATIONS,
) -> Exploration:
    """Walk from the start, insured and not as far as the terms allow.

    ``follow`` narrows the moves to a plan's; ``facts`` fixes hidden facts.
    """
    found = Exploration(scenario)
    walker = _Walker(scenario, facts or {})
    if not walker.worlds:
        found.complete = False
        return found
    numbers: dict[Situation, int] = {}

    def enter(situation: Situation, origin: int, move: str) -> int:
        number = numbers.setdefault(situation, len(numbers))
        if number == len(found.situations):
            found.situations.append(situation)
            found.origins.append((origin, move))
        return number

    for insured in sorted({PRESETS[terms].in_force for terms in scenario.terms}):
        enter(walker.start(insured), -1, "")
    number = 0
    while number < len(found.situations):
        if len(found.situations) > bound:
            found.complete = False
            break
        situation = found.situations[number]
        options = walker.options(situation)
        found.taken |= {(situation.node, move.id) for move, _ in options}
        if follow is not None:
            kept = follow(situation.node, tuple(move for move, _ in options))
            options = [option for option in options if option[0] in kept]
        if not options and not found.ends(number):
            found.stuck.append(number)
        found.successors.append(
            tuple(
                enter(walker.after(situation, move, possible), number, move.id)
                for move, possible in options
            )
        )
        number += 1
    return found


class _Walker:
    """Computes moves and situations of one scenario, with what is worth remembering."""

    def __init__(self, scenario: Scenario, facts: Mapping[str, str]) -> None:
        self.scenario = scenario
        self.relevant = relevant_slots(scenario)
        self.worlds = possible_worlds(scenario, facts)
        self.effects: dict[tuple[str, str], Effect] = {}
        self.masks: dict[tuple[object, ...], int] = {}
        self.merged: dict[tuple[int, frozenset[int]], int] = {}

    def start(self, insured: bool) -> Situation:
        """The first situation."""
        values = self.scenario.initial_values(insured)
        return self._situation(self.scenario.start, values, (1 << len(self.worlds)) - 1)

    def options(self, situation: Situation) -> list[tuple[Move, int]]:
        """The possible moves, each with the worlds in which it is."""
        found: list[tuple[Move, int]] = []
        for move in moves(self.scenario.nodes[situation.node]):
            possible = situation.possible
            if isinstance(move, Outcome):
                possible &= self._worlds_of(situation.node, move, situation.values)
            elif move.when is not None and not move.when.holds(situation.values):
                possible = 0
            if possible:
                found.append((move, possible))
        return found

    def after(self, situation: Situation, move: Move, possible: int) -> Situation:
        """The situation behind a move."""
        effect = self.effects.get((situation.node, move.id))
        if effect is None:
            effect = reduced(self.scenario, move.effect, self.relevant[move.then])
            self.effects[situation.node, move.id] = effect
        values = apply_effect(self.scenario, effect, situation.values)
        return self._situation(move.then, values, possible)

    def _situation(
        self, node: str, values: tuple[int, ...] | list[int], possible: int
    ) -> Situation:
        relevant = self.relevant[node]
        kept = tuple(value if slot in relevant else 0 for slot, value in enumerate(values))
        return Situation(node, kept, self._merge(possible, relevant))

    def _worlds_of(self, node: str, outcome: Outcome, values: tuple[int, ...]) -> int:
        """A bit for each world in which an outcome may happen."""
        read = slots_read(self.scenario, [outcome.weight])
        seen = tuple(values[slot] for slot in sorted(read) if slot < len(values))
        key = (node, outcome.id, seen)
        mask = self.masks.get(key)
        if mask is None:
            evaluate = outcome.weight.evaluate
            mask = sum(
                1 << bit for bit, world in enumerate(self.worlds) if evaluate(values + world) > 0
            )
            self.masks[key] = mask
        return mask

    def _merge(self, possible: int, relevant: frozenset[int]) -> int:
        """``possible``, with all worlds that nothing ahead can tell from one of them."""
        key = (possible, relevant)
        merged = self.merged.get(key)
        if merged is None:
            width = self.scenario.width
            facts = [slot - width for slot in sorted(relevant) if slot >= width]
            traits = [tuple(world[fact] for fact in facts) for world in self.worlds]
            alive = {trait for bit, trait in enumerate(traits) if possible >> bit & 1}
            merged = sum(1 << bit for bit, trait in enumerate(traits) if trait in alive)
            self.merged[key] = merged
        return merged


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
