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
from app.engine.solver.liveness import additive_slots, live_facts, live_slots
from app.engine.solver.moves import moves_of
from app.engine.solver.rows import Floats, Integers, merge_rows
from app.engine.state import apply_effect
from app.phrase import Phrase

Progress = Callable[[float], None]
"""Called with the share done, 0..1; may raise to cancel."""

MAX_ROWS = 20_000_000


def part_of(progress: Progress, start: float, share: float) -> Progress:
    """A progress whose 0..1 is the part of ``progress`` from ``start`` on, ``share`` long."""
    return lambda done: progress(start + share * done)


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
    """Merged information states at one node.

    ``belief``: numbers in ``Tree.beliefs`` of what is believed about the facts that still
    matter. ``likelihood[k]`` has shape (signatures, worlds): the chance of edge ``k`` in each
    world for rows with that ``signature`` (chance nodes only). Endings carry ``client_loss``
    and ``retained`` (cents, own costs on the way not included).
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
    ``clairvoyant`` remembers results of :func:`app.engine.solver.solution.clairvoyant_value`.
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
        self.clairvoyant: dict[tuple[float, float], float] = {}
        self._live = {node: sorted(slots) for node, slots in live_slots(scenario).items()}
        self._additive = sorted(additive_slots(scenario))
        self._facts = live_facts(scenario)
        self._blur = _blurring(self.beliefs.worlds, self._facts)
        self._size = 0
        start = node_id or scenario.start
        columns = [np.array([value]) for value in values or scenario.initial_values(terms.in_force)]
        zero = np.zeros(1, dtype=np.int64)
        self._anything = int(self.beliefs.intern(np.eye(1, len(self.beliefs.worlds)))[0])
        belief = self._blurred(zero, start)
        pending: dict[str, list[_Arrivals]] = {start: [_Arrivals(None, zero, columns, belief)]}
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

    def facts_matter(self, node_id: str) -> bool:
        """Whether any reveal at a node or later can depend on the hidden facts."""
        return bool(self._facts[node_id])

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
                Phrase(
                    "more than {max_rows} information states at {node_id}: a loop without an "
                    "exit, or too many values kept apart for too long",
                    max_rows=f"{MAX_ROWS:,}",
                    node_id=node_id,
                )
            )
        node = self.scenario.nodes[node_id]
        if isinstance(node, Ending):
            amounts = settle_amounts(self.scenario, columns, self.terms)
            block.client_loss = _floats(amounts.client_loss, len(block))
            block.retained = _floats(amounts.you_pay, len(block))
        elif isinstance(node, DecisionNode):
            for choice in node.choices:
                legal = _truths(choice.when, columns, len(block))
                after = belief
                if self._facts[choice.then] != self._facts[node_id]:
                    after = self._blurred(belief, choice.then)
                self._move(block, choice, legal, columns, after, pending)
        else:
            self._reveal(block, node, columns, pending)

    def _merge(self, node_id: str, arrivals: list[_Arrivals]) -> tuple[list[Any], Integers]:
        """Join what arrives at a node into distinct rows; tell the edges which is which."""
        columns: list[Any] = [0] * self.scenario.width
        for slot in self._live[node_id]:
            columns[slot] = _joined(arrivals, slot)
        varying = [slot for slot in self._live[node_id] if np.ndim(columns[slot])]
        belief = np.concatenate([arrival.belief for arrival in arrivals])
        first, group = merge_rows([belief, *(columns[slot] for slot in varying)])
        at = 0
        for arrival in arrivals:
            if arrival.edge is not None:
                arrival.edge.child[arrival.rows] = group[at : at + len(arrival.belief)]
            at += len(arrival.belief)
        for slot in varying:
            columns[slot] = columns[slot][first]
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
            before = columns
            if len(rows) < len(block):
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
        alike, signature = merge_rows(seen or [np.zeros(len(block), dtype=np.int64)])
        sample = [column[alike, None] if np.ndim(column) else column for column in columns]
        facts = [self.beliefs.worlds[None, :, k] for k in range(self.beliefs.worlds.shape[1])]
        first, group = merge_rows([block.belief, signature])
        prior = self.beliefs.stack(block.belief[first])
        block.signature = signature
        for outcome in node.outcomes:
            weight = outcome.weight.evaluate([*sample, *facts]) / node.denominator
            likelihood = np.array(np.broadcast_to(weight, (len(alike), prior.shape[1])))
            joint = prior * (likelihood[signature[first]] if len(alike) > 1 else likelihood)
            chance = joint.sum(axis=1)
            happens = chance > 0
            posterior = np.zeros(len(first), dtype=np.int64)
            posterior[happens] = self._interned(joint[happens], outcome.then)
            edge = self._move(block, outcome, happens[group], columns, posterior[group], pending)
            edge.chance = chance[group]
            block.likelihood.append(likelihood)

    def _interned(self, weights: Floats, node_id: str) -> Integers:
        """The numbers of beliefs, as far as they matter from a node on."""
        if not self._facts[node_id]:
            return np.full(len(weights), self._anything)
        blur = self._blur[node_id]
        return self.beliefs.intern(weights if blur is None else weights @ blur)

    def _blurred(self, numbers: Integers, node_id: str) -> Integers:
        """The same beliefs without what no longer matters from a node on."""
        distinct, back = np.unique(numbers, return_inverse=True)
        found: Integers = self._interned(self.beliefs.stack(distinct), node_id)[back]
        return found

    def _slots(self, names: frozenset[str]) -> list[int]:
        symbols = self.scenario.symbols
        public = [name for name in names if not symbols[name].hidden]
        return sorted({symbols[name].slot for name in public})


def _blurring(worlds: Integers, live: dict[str, frozenset[int]]) -> dict[str, Floats | None]:
    """By node, the matrix that moves the chance of each world to the first that is like it.

    Worlds are alike when they agree on every fact that still matters. None: all differ.
    """
    made: dict[frozenset[int], Floats | None] = {}
    for facts in live.values():
        if facts not in made:
            _, first, kind = np.unique(
                worlds[:, sorted(facts)], axis=0, return_index=True, return_inverse=True
            )
            matrix = np.zeros((len(worlds), len(worlds)))
            matrix[np.arange(len(worlds)), first[kind.reshape(-1)]] = 1.0
            made[facts] = None if len(first) == len(worlds) else matrix
    return {node_id: made[facts] for node_id, facts in live.items()}


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


def _joined(arrivals: list[_Arrivals], slot: int) -> Any:
    """One column of all arrivals; a plain int where every row holds the same value."""
    parts = [arrival.columns[slot] for arrival in arrivals]
    if not any(np.ndim(part) for part in parts) and len(set(parts)) == 1:
        return parts[0]
    lengths = [len(arrival.belief) for arrival in arrivals]
    column = np.concatenate([_integers(p, n) for p, n in zip(parts, lengths, strict=True)])
    return int(column[0]) if (column == column[0]).all() else column


def _truths(condition: Any, columns: list[Any], length: int) -> NDArray[np.bool_]:
    if condition is None:
        return np.ones(length, dtype=bool)
    return np.broadcast_to(np.asarray(condition.evaluate(columns), dtype=bool), length)


def _integers(value: Any, length: int) -> Integers:
    return np.broadcast_to(np.asarray(value, dtype=np.int64), length)


def _floats(value: Any, length: int) -> Floats:
    return np.array(np.broadcast_to(np.asarray(value, dtype=np.float64), length))
