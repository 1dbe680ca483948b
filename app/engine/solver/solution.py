"""Expected costs on a tree: perfect play, a fixed plan, and play that knows every fact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

import numpy as np

from app.engine.solver.rows import Floats, Integers
from app.engine.solver.tree import Block, Tree


class Objective(Enum):
    """What a player wants small: weights of client's loss and own retained loss."""

    CLIENT_LOSS = (1, 0)
    OWN_LOSS = (0, 1)
    BALANCED = (1, 1)

    @property
    def weights(self) -> tuple[int, int]:
        """Weight of the client's loss, weight of the own retained loss."""
        value: tuple[int, int] = self.value
        return value


@dataclass(frozen=True, slots=True)
class Solution:
    """Expected costs still to come, by block and row, under one way to play.

    ``cost[b]``: weighted cost in cents; ``client_loss[b]``, ``retained[b]``: its two parts,
    unweighted; ``best[b]``: at decisions, the number of the edge taken (-1 elsewhere). Own
    costs spent on the way to a row are not included.
    """

    tree: Tree
    weights: tuple[float, float]
    cost: tuple[Floats, ...]
    client_loss: tuple[Floats, ...]
    retained: tuple[Floats, ...]
    best: tuple[Integers, ...]

    @property
    def start_value(self) -> float:
        """Expected weighted cost from the first information state on, in cents."""
        return float(self.cost[0][0])

    @property
    def start_parts(self) -> tuple[float, float]:
        """Expected client's loss and own retained loss from the start, in cents."""
        return float(self.client_loss[0][0]), float(self.retained[0][0])

    def option_costs(self, block: Block, row: int) -> dict[str, float]:
        """Expected weighted cost of each legal choice at a decision's row, in cents."""
        return {
            edge.move.id: float(self.cost[edge.target.number][edge.child[row]])
            + self.weights[1] * float(edge.own[row])
            for edge in block.edges
            if edge.target is not None and edge.child[row] >= 0
        }


def solve(
    tree: Tree,
    weights: tuple[float, float] = Objective.BALANCED.weights,
    plan: Mapping[str, str] | None = None,
) -> Solution:
    """Work backwards from the endings.

    At each decision the cheapest choice is taken, the first of equals; with ``plan``
    (decision node to choice id) the planned choice is taken wherever it is legal.
    """
    cost: list[Floats] = [np.empty(0)] * len(tree.blocks)
    client: list[Floats] = [np.empty(0)] * len(tree.blocks)
    retained: list[Floats] = [np.empty(0)] * len(tree.blocks)
    best: list[Integers] = [np.empty(0, dtype=np.int64)] * len(tree.blocks)
    for block in reversed(tree.blocks):
        taken = np.full(len(block), -1)
        if block.client_loss is not None and block.retained is not None:
            a, b = block.client_loss, block.retained
        elif block.signature is not None:
            a, b = np.zeros(len(block)), np.zeros(len(block))
            for edge in block.edges:
                if edge.target is not None and edge.chance is not None:
                    possible = edge.child >= 0
                    share = np.where(possible, edge.chance, 0.0)
                    a += share * client[edge.target.number][edge.child]
                    b += share * (retained[edge.target.number][edge.child] + edge.own)
        else:
            taken = _take(block, cost, weights, plan)
            a, b = np.zeros(len(block)), np.zeros(len(block))
            for number, edge in enumerate(block.edges):
                rows = np.flatnonzero(taken == number)
                if edge.target is not None and len(rows):
                    child = edge.child[rows]
                    a[rows] = client[edge.target.number][child]
                    b[rows] = retained[edge.target.number][child] + edge.own[rows]
        number = block.number
        client[number], retained[number], best[number] = a, b, taken
        cost[number] = weights[0] * a + weights[1] * b
    return Solution(tree, weights, tuple(cost), tuple(client), tuple(retained), tuple(best))


def _take(
    block: Block,
    cost: list[Floats],
    weights: tuple[float, float],
    plan: Mapping[str, str] | None,
) -> Integers:
    """For each row of a decision's block, the number of the edge to take."""
    options = np.full((len(block.edges), len(block)), np.inf)
    for number, edge in enumerate(block.edges):
        if edge.target is not None:
            value = cost[edge.target.number][edge.child] + weights[1] * edge.own
            options[number] = np.where(edge.child >= 0, value, np.inf)
            if plan is not None and plan.get(block.node_id) == edge.move.id:
                options[number, edge.child >= 0] = -np.inf
    taken: Integers = np.argmin(options, axis=0)
    return taken


def clairvoyant_value(tree: Tree, weights: tuple[float, float]) -> float:
    """Expected weighted cost, in cents, for a player who is told every hidden fact first.

    Chance that is not in the facts stays chance. Less than or equal to perfect play's
    start value; the difference is the value of perfect information. Worked out once per tree.
    """
    if weights not in tree.clairvoyant:
        tree.clairvoyant[weights] = _clairvoyant_value(tree, weights)
    return tree.clairvoyant[weights]


def _clairvoyant_value(tree: Tree, weights: tuple[float, float]) -> float:
    cost: list[Floats] = [np.empty(0)] * len(tree.blocks)
    for block in reversed(tree.blocks):
        # Where the facts no longer matter one column serves every world.
        width = tree.beliefs.worlds.shape[0] if tree.facts_matter(block.node_id) else 1
        if block.client_loss is not None and block.retained is not None:
            value = weights[0] * block.client_loss + weights[1] * block.retained
            cost[block.number] = value[:, None]
            continue
        decides = block.signature is None
        total = np.full((len(block), width), np.inf if decides else 0.0)
        for number, edge in enumerate(block.edges):
            if edge.target is None:
                continue
            value = cost[edge.target.number][edge.child] + weights[1] * edge.own[:, None]
            possible = (edge.child >= 0)[:, None]
            if decides:
                total = np.minimum(total, np.where(possible, value, np.inf))
            elif block.signature is not None:
                share = block.likelihood[number][block.signature, :width]
                total += np.where(possible, share * value, 0.0)
        cost[block.number] = total
    return float((cost[0][0] * tree.beliefs[int(tree.root.belief[0])]).sum())
