"""A symmetric decision problem, once as a scenario of ours, once as plain tables.

In every round the player picks one of some tools; what is then seen depends on the hidden
world and on the tool, and costs money. Every tool may be picked in every round, so the
problem can be written as an influence diagram too, which real stories cannot.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from app.engine.clock import Calendar
from app.engine.coverage import PRESETS, InsurancePolicy
from app.engine.expression import Domain, compile_weights, constant
from app.engine.facts import Fact
from app.engine.law import Contract
from app.engine.scenario import (
    Bearer,
    ChanceNode,
    Choice,
    DecisionNode,
    Effect,
    Ending,
    Head,
    Node,
    Outcome,
    Scenario,
    Text,
    symbol_table,
)

UNINSURED: InsurancePolicy = PRESETS["none"]
DENOMINATOR = 100


@dataclass(frozen=True, slots=True, eq=False)
class Rounds:
    """The tables. ``chance[round, tool, world, sight]`` in hundredths; ``cost[round, tool,
    sight]`` in cents; worlds are equally likely.
    """

    chance: NDArray[np.int64]
    cost: NDArray[np.int64]

    @property
    def histories(self) -> int:
        """Histories up to the end of each round, the empty one included."""
        rounds, tools, _, sights = self.chance.shape
        return int(sum((tools * sights) ** done for done in range(rounds + 1)))


def draw_rounds(
    rounds: int, tools: int, worlds: int, sights: int, *, alike: bool, seed: int = 7
) -> Rounds:
    """Random tables. ``alike``: the same in every round, so that the order of two sights does
    not matter to the belief; otherwise no two histories come to the same belief.
    """
    dice = np.random.default_rng(seed)
    shape = (1 if alike else rounds, tools, worlds, sights)
    raw = dice.dirichlet([1.0] * sights, size=shape[:-1])
    chance = np.floor(raw * (DENOMINATOR - sights)).astype(np.int64) + 1
    chance[..., -1] += DENOMINATOR - chance.sum(axis=-1)
    cost = dice.integers(0, 1_000_00, size=(shape[0], tools, sights))
    if alike:
        chance, cost = np.repeat(chance, rounds, axis=0), np.repeat(cost, rounds, axis=0)
    return Rounds(chance, cost)


def as_scenario(problem: Rounds) -> Scenario:
    """The problem as a scenario: costs are your own, and there is no law to apply."""
    rounds, tools, worlds, sights = problem.chance.shape
    words = tuple(f"w{index}" for index in range(worlds))
    domain = Domain.enumeration(words)
    fact = Fact("world", domain, (), {(): (Fraction(1, worlds),) * worlds})
    head = Head("own", Text("own", "Own costs"), Bearer.OWN)
    calendar = Calendar(datetime(2026, 3, 2))  # noqa: DTZ001  (a story has no time zone)
    symbols = symbol_table(calendar, (), (head.id,), (), ((fact.id, domain),))
    slot = symbols["loss_own"].slot
    nothing = Effect(constant(0), constant(0))
    nodes: dict[str, Node] = {"end": Ending("end", Text("end", "The end"), "office", ())}
    for turn in range(rounds):
        after = f"round{turn + 1}" if turn + 1 < rounds else "end"
        nodes[f"round{turn}"] = DecisionNode(
            f"round{turn}",
            Text("round", "A round"),
            "office",
            (),
            (),
            tuple(
                Choice(f"tool{tool}", Text("tool", "A tool"), nothing, f"look{turn}_{tool}")
                for tool in range(tools)
            ),
        )
        for tool in range(tools):
            sources = [
                _by_world(words, problem.chance[turn, tool, :, sight].tolist())
                for sight in range(sights)
            ]
            denominator, weights = compile_weights([*sources[:-1], None], symbols)
            nodes[f"look{turn}_{tool}"] = ChanceNode(
                f"look{turn}_{tool}",
                denominator,
                tuple(
                    Outcome(f"sight{sight}", weight, _paying(slot, int(cost)), after)
                    for sight, (weight, cost) in enumerate(
                        zip(weights, problem.cost[turn, tool], strict=True)
                    )
                ),
            )
    return Scenario(
        id="rounds",
        title=Text("title", "Rounds"),
        summary=Text("summary", "Rounds"),
        briefing=(),
        calendar=calendar,
        facts=(fact,),
        variables=(),
        heads=(head,),
        duties=(),
        accruals=(),
        own_time=None,
        nodes=nodes,
        start="round0",
        legal={},
        unavoidable={},
        contract=Contract(),
        terms=("none",),
        default_terms="none",
        content_hash="rounds",
        symbols=symbols,
    )


def _paying(slot: int, cents: int) -> Effect:
    return Effect(constant(0), constant(0), ((slot, constant(cents)),))


def _by_world(words: tuple[str, ...], hundredths: list[int]) -> str:
    """A probability for each world, as an author would write it."""
    tests = "".join(
        f"{share / DENOMINATOR} if world == '{word}' else "
        for word, share in zip(words[:-1], hundredths[:-1], strict=True)
    )
    return f"{tests}{hundredths[-1] / DENOMINATOR}"
