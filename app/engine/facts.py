"""Hidden facts: a small causal network, drawn once when a play starts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

from app.engine.chance import draw, pick
from app.engine.expression import Domain

World = tuple[int, ...]
"""One value code per fact, in the scenario's order."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A hidden fact. ``table`` maps the codes of ``given`` to one probability per word."""

    id: str
    domain: Domain
    given: tuple[int, ...]
    table: Mapping[tuple[int, ...], tuple[Fraction, ...]]
    _weights: Mapping[tuple[int, ...], tuple[int, ...]] = field(
        init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        weights = {}
        for codes, chances in self.table.items():
            denominator = lcm(*(chance.denominator for chance in chances))
            weights[codes] = tuple(int(chance * denominator) for chance in chances)
        object.__setattr__(self, "_weights", weights)

    def distribution(self, earlier: World) -> tuple[Fraction, ...]:
        """Probabilities of this fact's words, given the facts before it."""
        return self.table[tuple(earlier[index] for index in self.given)]

    def weights(self, earlier: World) -> tuple[int, ...]:
        """The same chances as whole numbers over a common denominator."""
        return self._weights[tuple([earlier[index] for index in self.given])]


def draw_world(facts: tuple[Fact, ...], seed: int, fixed: Mapping[str, str]) -> World:
    """The world of this seed; facts named in ``fixed`` take the given word instead."""
    world: list[int] = []
    for fact in facts:
        if fact.id in fixed:
            world.append(fact.domain.encode(fixed[fact.id]))
            continue
        world.append(pick(fact.weights(tuple(world)), draw(seed, "fact", fact.id)))
    return tuple(world)


def worlds(facts: tuple[Fact, ...]) -> Iterator[tuple[World, Fraction]]:
    """Every possible world with its prior probability; impossible ones are left out."""

    def extend(world: World, weight: Fraction) -> Iterator[tuple[World, Fraction]]:
        if len(world) == len(facts):
            yield world, weight
            return
        for code, chance in enumerate(facts[len(world)].distribution(world)):
            if chance:
                yield from extend((*world, code), weight * chance)

    yield from extend((), Fraction(1))
