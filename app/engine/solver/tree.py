"""All information states of a scenario, merged where their futures are equal.

A *block* holds the merged information states that stand at one node. Blocks are expanded
in an order in which every block comes after the blocks that lead to it; a loop in the
graph gives its nodes one block per round. Nothing here depends on the objective, so one
tree serves every objective, plan and simulation.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from app.engine.coverage import InsurancePolicy
from app.engine.errors import EngineError
from app.engine.scenario import ChanceNode, Choice, DecisionNode, Ending, Outcome, Scenario
from app.engine.settlement import settle_amounts
from app.engine.solver.beliefs import Beliefs
from app.engine.solver.liveness import additive_slots, live_slots, moves_of
from app.engine.solver.rows import Integers, merge_rows
from app.engine.state import apply_effect

Floats = NDArray[np.float64]
Progress = Callable[[float], None]
"""Called with the share done, 0..1; may raise to cancel."""

MAX_ROWS = 20_000_000


@dataclass(slots=True)
class Edge:
    """A choice or outcome out of a block. All arrays are as long as the block.

    ``child``: row in ``target`` or -1 where the move is impossible; ``own``: own costs in
    cents that the move adds; ``chance``: probability by the belief (outcomes only).
    """

    move: Choice | Outcome
    child: Integers
    own: Integers
    chance: Floats | None = None
    target: Block | None = None


@dataclass(slots=True)
class Block:
    """Merged information states at one node. ``belief``: their numbers in ``Tree.beliefs``.

    ``likelihood[k]`` has shape (signatures, worlds): the chance of edge ``k`` in each world
    for rows with that ``signature``. Endings carry ``client_loss`` and ``retained`` (cents,
    own costs on the way not included).
    """

    number: int
    node_id: str
    belief: Integers
    edges: list[Edge] = field(default_factory=list)
    signature: Integers | None = None
    likelihood: list[Floats] = field(default_factory=list)
    client_loss: Floats | None = None
    retained: Floats | None = None

    def __len__(self) -> int:
        return len(self.belief)


@dataclass(slots=True)
class _Arrivals:
    """Rows on their way into a block: the edge and source rows they come from."""

    edge: Edge | None
    rows: Integers
    columns: list[Any]
    belief: Integers


class Tree:
    """The merged information states of ``scenario`` under insurance ``terms``.

    ``node_id``, ``values`` and ``prior`` start the tree elsewhere than at the first scene.
    Raises EngineError when it grows past ``MAX_ROWS`` (a loop without an exit, or too much
    kept apart).
    """

    def __init__(
        self,
        scenario: Scenario,
        terms: InsurancePolicy,
        node_id: str | None = None,
        values: tuple[int, ...] | None = None,
        prior: Floats | None = None,
        progress: Progress | None = None,
    ) -> None:
        self.scenario = scenario
        self.terms = terms
        self.beliefs = Beliefs(scenario, prior)
        self.blocks: list[Block] = []
        self._live = {node: sorted(slots) for node, slots in live_slots(scenario).items()}
        self._additive = sorted(additive_slots(scenario))
        self._size = 0
        start = node_id or scenario.start
        columns = [np.array([value]) for value in values or scenario.initial_values(terms.in_force)]
        zero = np.zeros(1, dtype=np.int64)
        pending: dict[str, list[_Arrivals]] = {start: [_Arrivals(None, zero, columns, zero)]}
        parts = _parts_in_order(scenario, start)
        for done, part in enumerate(parts):
            while ready := [node for node in part if node in pending]:
                self._expand(ready[0], pending.pop(ready[0]), pending)
            if progress is not None:
                progress((done + 1) / len(parts))

    @property
    def size(self) -> int:
        """How many merged information states there are, endings included."""
        return self._size

    @property
    def root(self) -> Block:
        """The block of the first information state, its row 0."""
        return self.blocks[0]

    def _expand(
        self, node_id: str, arrivals: list[_Arrivals], pending: dict[str, list[_Arrivals]]
    ) -> None:
        columns, belief = self._merge(node_id, arrivals)
        block = Block(len(self.blocks), node_id, belief)
        for arrival in arrivals:
            if arrival.edge is not None:
                arrival.edge.target = block
        self.blocks.append(block)
        self._size += len(block)
        if self._size > MAX_ROWS:
            raise EngineError(
                f"more than {MAX_ROWS:,} information states at {node_id}: a loop without an "
                "exit, or too many values kept apart for too long"
            )
        node = self.scenario.nodes[node_id]
        if isinstance(node, Ending):
            amounts = settle_amounts(self.scenario, columns, self.terms)
            block.client_loss = _floats(amounts.client_loss, len(block))
            block.retained = _floats(amounts.you_pay, len(block))
        elif isinstance(node, DecisionNode):
            for choice in node.choices:
                legal = _truths(choice.when, columns, len(block))
                self._move(block, choice, legal, columns, belief, pending)
        else:
            self._reveal(block, node, columns, pending)

    def _merge(self, node_id: str, arrivals: list[_Arrivals]) -> tuple[list[Any], Integers]:
        """Join what arrives at a node into distinct rows; tell the edges which is which."""
        live = self._live[node_id]
        kept = [
            np.concatenate([_integers(a.columns[slot], len(a.belief)) for a in arrivals])
            for slot in live
        ]
        belief = np.concatenate([arrival.belief for arrival in arrivals])
        first, group = merge_rows([belief, *kept])
        at = 0
        for arrival in arrivals:
            if arrival.edge is not None:
                arrival.edge.child[arrival.rows] = group[at : at + len(arrival.belief)]
            at += len(arrival.belief)
        columns: list[Any] = [0] * self.scenario.width
        for slot, column in zip(live, kept, strict=True):
            columns[slot] = column[first]
        return columns, belief[first]

    def _move(
        self,
        block: Block,
        move: Choice | Outcome,
        possible: NDArray[np.bool_],
        columns: list[Any],
        belief: Integers,
        pending: dict[str, list[_Arrivals]],
    ) -> Edge:
        """Add the edge of a move and send its rows on. ``belief`` is the one after the move."""
        edge = Edge(move, np.full(len(block), -1), np.zeros(len(block), dtype=np.int64))
        block.edges.append(edge)
        rows = np.flatnonzero(possible)
        if len(rows):
            before = [column[rows] if np.ndim(column) else column for column in columns]
            after = apply_effect(self.scenario, move.effect, before)
            for slot in self._additive:
                edge.own[rows] += _integers(after[slot], len(rows))
                after[slot] = 0
            pending.setdefault(move.then, []).append(_Arrivals(edge, rows, after, belief[rows]))
        return edge

    def _reveal(
        self,
        block: Block,
        node: ChanceNode,
        columns: list[Any],
        pending: dict[str, list[_Arrivals]],
    ) -> None:
        """Expand a chance node: rows that look alike to the dice share one Bayes update."""
        names = frozenset().union(*(outcome.weight.names for outcome in node.outcomes))
        seen = [columns[slot] for slot in self._slots(names) if np.ndim(columns[slot])]
        first, signature = merge_rows([block.belief, *seen])
        sample = [column[first, None] if np.ndim(column) else column for column in columns]
        facts = [self.beliefs.worlds[None, :, k] for k in range(self.beliefs.worlds.shape[1])]
        prior = self.beliefs.stack(block.belief[first])
        block.signature = signature
        for outcome in node.outcomes:
            weight = outcome.weight.evaluate([*sample, *facts])
            likelihood = np.broadcast_to(weight / node.denominator, prior.shape)
            joint = prior * likelihood
            chance = joint.sum(axis=1)
            posterior = np.array(
                [
                    self.beliefs.intern(row) if total > 0 else 0
                    for row, total in zip(joint, chance, strict=True)
                ],
                dtype=np.int64,
            )
            possible = chance[signature] > 0
            edge = self._move(block, outcome, possible, columns, posterior[signature], pending)
            edge.chance = chance[signature]
            block.likelihood.append(np.ascontiguousarray(likelihood))

    def _slots(self, names: frozenset[str]) -> list[int]:
        symbols = self.scenario.symbols
        public = [name for name in names if not symbols[name].hidden]
        return sorted({symbols[name].slot for name in public})


def _parts_in_order(scenario: Scenario, start: str) -> list[list[str]]:
    """Nodes in an order in which what leads to a node comes first; a loop is one part."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node(start)
    for node_id, node in scenario.nodes.items():
        graph.add_edges_from((node_id, move.then) for move in moves_of(node))
    condensed = nx.condensation(graph)
    order = list(scenario.nodes)
    return [
        sorted(condensed.nodes[part]["members"], key=order.index)
        for part in nx.topological_sort(condensed)
    ]


def _truths(condition: Any, columns: list[Any], length: int) -> NDArray[np.bool_]:
    if condition is None:
        return np.ones(length, dtype=bool)
    return np.broadcast_to(np.asarray(condition.evaluate(columns), dtype=bool), length)


def _integers(value: Any, length: int) -> Integers:
    return np.broadcast_to(np.asarray(value, dtype=np.int64), length)


def _floats(value: Any, length: int) -> Floats:
    return np.array(np.broadcast_to(np.asarray(value, dtype=np.float64), length))
