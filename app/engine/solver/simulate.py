"""Vectorised Monte Carlo over a tree: many plays at once, each on a server of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from app.engine.solver.rows import Floats, Integers
from app.engine.solver.solution import Solution
from app.engine.solver.tree import Block, Edge

Manner = Literal["solution", "random"]
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)


@dataclass(frozen=True, slots=True)
class Sample:
    """Results of simulated plays, one entry each, in cents."""

    client_loss: Floats
    retained: Floats
    endings: tuple[str, ...]
    ending: Integers
    """By play, the index into ``endings``."""

    def cost(self, weights: tuple[float, float]) -> Floats:
        """Weighted cost by play."""
        return weights[0] * self.client_loss + weights[1] * self.retained


@dataclass(frozen=True, slots=True)
class Summary:
    """A distribution in cents: mean, half width of its 99 % interval, quantiles, tail.

    ``worst``: mean of the worst 5 % (expected shortfall).
    """

    runs: int
    mean: float
    half_width: float
    quantiles: dict[float, float]
    worst: float
    histogram: tuple[tuple[float, int], ...]
    """Left edges of equally wide bars, with counts."""


def simulate(solution: Solution, runs: int, seed: int, manner: Manner = "solution") -> Sample:
    """Play ``runs`` times from the start; ``random`` takes any legal choice alike."""
    tree = solution.tree
    dice = np.random.default_rng(seed)
    prior = tree.beliefs[int(tree.root.belief[0])]
    world = dice.choice(len(prior), size=runs, p=prior)
    client, own = np.zeros(runs), np.zeros(runs)
    ending = np.full(runs, -1)
    names: dict[str, int] = {}
    waiting: dict[int, list[tuple[Integers, Integers]]] = {
        0: [(np.arange(runs), np.zeros(runs, dtype=np.int64))]
    }
    for block in tree.blocks:
        if block.number not in waiting:
            continue
        parts = waiting.pop(block.number)
        plays = np.concatenate([part[0] for part in parts])
        rows = np.concatenate([part[1] for part in parts])
        if block.client_loss is not None and block.retained is not None:
            client[plays] = block.client_loss[rows]
            own[plays] += block.retained[rows]
            ending[plays] = names.setdefault(block.node_id, len(names))
            continue
        number = _moves(solution, block, rows, world[plays], dice, manner)
        for index, edge in enumerate(block.edges):
            gone = np.flatnonzero(number == index)
            if edge.target is not None and len(gone):
                own[plays[gone]] += edge.own[rows[gone]]
                arrivals = (plays[gone], edge.child[rows[gone]])
                waiting.setdefault(edge.target.number, []).append(arrivals)
    return Sample(client, own, tuple(names), ending)


def _moves(
    solution: Solution,
    block: Block,
    rows: Integers,
    world: Integers,
    dice: np.random.Generator,
    manner: Manner,
) -> Integers:
    """The number of the edge each play takes out of a block."""
    if block.signature is not None:
        kind = block.signature[rows]
        shares = np.stack([table[kind, world] for table in block.likelihood])
    elif manner == "random":
        shares = np.stack([_legal(edge)[rows] for edge in block.edges])
    else:
        return solution.best[block.number][rows]
    limits = np.cumsum(shares, axis=0)
    thrown = dice.random(len(rows)) * limits[-1]
    number: Integers = np.argmax(thrown < limits, axis=0)
    return number


def _legal(edge: Edge) -> Floats:
    return (edge.child >= 0).astype(np.float64)


def summarise(costs: Floats, bars: int = 24) -> Summary:
    """Describe a distribution of costs (cents)."""
    runs = len(costs)
    half_width = 2.576 * float(costs.std(ddof=1)) / runs**0.5 if runs > 1 else float("inf")
    ordered = np.sort(costs)
    tail = ordered[-max(1, round(runs * 0.05)) :]
    counts, edges = np.histogram(costs, bins=bars)
    return Summary(
        runs,
        float(costs.mean()),
        half_width,
        {q: float(np.quantile(ordered, q)) for q in QUANTILES},
        float(tail.mean()),
        tuple(zip(edges[:-1].tolist(), counts.tolist(), strict=True)),
    )
