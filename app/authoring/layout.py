"""Where the nodes of a story's graph stand on a sheet, in layers from the start downwards.

Edges that close a loop are set aside; the others all point down, each node one layer below
the lowest that leads to it. Long edges hold a lane in every layer they pass, so that they run
between the nodes. networkx finds the loops and the layers. It has nothing for the rest (its
``multipartite_layout`` lets edges cross and run through nodes): the order within layers is by
barycentres, places by least squares. The same graph always gives the same sheet.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

NODE_WIDTH = 200.0
NODE_HEIGHT = 76.0
GAP_ACROSS = 36.0
GAP_DOWN = 64.0
LANE_WIDTH = 14.0
MAX_LANES = 6_000
"""Long edges beyond this many lanes run straight, so that a huge graph is still laid out."""

_SWEEPS = 10
_STRAIGHTENINGS = 12
_LANE_PULL = 4.0

Point = tuple[float, float]
Key = tuple[str, ...]
"""A node ``(id,)`` or a lane ``(source, target, layer)``."""


@dataclass(frozen=True, slots=True)
class Route:
    """An edge from the foot of a node to the head of another, or along the side in a loop."""

    source: str
    target: str
    points: tuple[Point, ...]
    loop: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet: centres of the nodes, their layers (0 on top), and the routes of the edges.

    A node is ``NODE_WIDTH`` by ``NODE_HEIGHT``; the unit is a pixel at 100 % text.
    """

    centres: Mapping[str, Point]
    layers: Mapping[str, int]
    routes: tuple[Route, ...]


def lay_out(nodes: Sequence[str], edges: Sequence[tuple[str, str]], start: str = "") -> Layout:
    """Lay out a graph. ``edges`` may repeat; each pair of nodes gets one route.

    ``start``, if it is a node, stands on top. Raises KeyError for an edge to no node.
    """
    pairs = list(dict.fromkeys(edges))
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from([start] if start in nodes else [])
    graph.add_nodes_from(nodes)
    for source, target in pairs:
        if source not in graph or target not in graph:
            raise KeyError(f"no node for the edge from {source!r} to {target!r}")
        graph.add_edge(source, target)
    loops = _closing_edges(graph)
    down = [pair for pair in pairs if pair not in loops]
    graph.remove_edges_from(loops)
    layers = _layers(graph)
    chains = _chains(down, layers)
    rows = _rows(nodes, layers, chains)
    above, below = _neighbours(chains)
    _order(rows, above, below)
    places = _place(rows, above, below)
    pitch = NODE_HEIGHT + GAP_DOWN
    centres = {node: (places[node,], layers[node] * pitch) for node in nodes}
    routes = []
    for source, target in pairs:
        if (source, target) in loops:
            points = _around(centres[source], centres[target])
        else:
            lanes = [
                (places[key], layer * pitch)
                for key, layer in chains[source, target]
                if len(key) > 1
            ]
            (x, y), (to_x, to_y) = centres[source], centres[target]
            foot, head = (x, y + NODE_HEIGHT / 2), (to_x, to_y - NODE_HEIGHT / 2)
            points = (foot, *lanes, head)
        routes.append(Route(source, target, points, (source, target) in loops))
    return Layout(centres, layers, tuple(routes))


def _closing_edges(graph: nx.DiGraph[str]) -> set[tuple[str, str]]:
    """The edges that lead back to a node on the way to them, by a walk in depth."""
    closing: set[tuple[str, str]] = set()
    way: set[str] = set()
    for source, target, step in nx.dfs_labeled_edges(graph):
        if step == "forward":
            way.add(target)
        elif step == "reverse":
            way.discard(target)
        elif target in way:
            closing.add((source, target))
    return closing


def _layers(graph: nx.DiGraph[str]) -> dict[str, int]:
    """By node of a graph without loops, how many edges the longest way to it has."""
    generations = enumerate(nx.topological_generations(graph))
    return {node: layer for layer, row in generations for node in row}


Chains = dict[tuple[str, str], list[tuple[Key, int]]]


def _chains(edges: Sequence[tuple[str, str]], layers: Mapping[str, int]) -> Chains:
    """By edge, what it passes from node to node with the layers; the shortest get lanes first."""
    chains: Chains = {}
    left = MAX_LANES
    by_length = sorted(edges, key=lambda edge: layers[edge[1]] - layers[edge[0]])
    for source, target in by_length:
        between = range(layers[source] + 1, layers[target])
        left -= len(between)
        lanes = [((source, target, str(layer)), layer) for layer in between if left >= 0]
        chains[source, target] = [
            ((source,), layers[source]),
            *lanes,
            ((target,), layers[target]),
        ]
    return chains


def _rows(nodes: Sequence[str], layers: Mapping[str, int], chains: Chains) -> list[list[Key]]:
    rows: list[list[Key]] = [[] for _ in range(max(layers.values(), default=-1) + 1)]
    for node in nodes:
        rows[layers[node]].append((node,))
    for chain in chains.values():
        for key, layer in chain[1:-1]:
            rows[layer].append(key)
    return rows


Neighbours = dict[Key, list[Key]]


def _neighbours(chains: Chains) -> tuple[Neighbours, Neighbours]:
    above: Neighbours = {}
    below: Neighbours = {}
    for chain in chains.values():
        for (upper, high), (lower, low) in zip(chain, chain[1:], strict=False):
            if low == high + 1:
                above.setdefault(lower, []).append(upper)
                below.setdefault(upper, []).append(lower)
    return above, below


def _order(rows: list[list[Key]], above: Neighbours, below: Neighbours) -> None:
    """Sort each row by where its neighbours stand, down and up in turn; keep the best order."""
    best, fewest = [list(row) for row in rows], _crossings(rows, below)
    for sweep in range(_SWEEPS):
        downwards = sweep % 2 == 0
        near = above if downwards else below
        sequence = range(1, len(rows)) if downwards else range(len(rows) - 2, -1, -1)
        for number in sequence:
            beside = rows[number - 1 if downwards else number + 1]
            at = {key: place for place, key in enumerate(beside)}
            own = {key: place for place, key in enumerate(rows[number])}
            scale = len(beside) / max(1, len(own))
            rows[number].sort(
                key=lambda key: (
                    _mean([at[other] for other in near[key]])
                    if near.get(key)
                    else own[key] * scale,
                    own[key],
                )
            )
        crossings = _crossings(rows, below)
        if crossings < fewest:
            best, fewest = [list(row) for row in rows], crossings
    rows[:] = best


def _crossings(rows: list[list[Key]], below: Neighbours) -> int:
    """How often edges between neighbouring rows cross."""
    total = 0
    for upper, lower in zip(rows, rows[1:], strict=False):
        at = {key: place for place, key in enumerate(lower)}
        seen: list[int] = []
        for key in upper:
            ends = sorted(at[other] for other in below.get(key, ()))
            total += sum(len(seen) - bisect_left(seen, end + 1) for end in ends)
            for end in ends:
                insort(seen, end)
    return total


def _place(rows: list[list[Key]], above: Neighbours, below: Neighbours) -> dict[Key, float]:
    """Across: as near to the neighbours as the order and the room allow."""
    offsets = [_offsets(row) for row in rows]
    places = {
        key: offset - by[-1] / 2
        for row, by in zip(rows, offsets, strict=True)
        for key, offset in zip(row, by, strict=True)
    }
    for turn in range(_STRAIGHTENINGS):
        order = range(len(rows)) if turn % 2 == 0 else range(len(rows) - 1, -1, -1)
        for number in order:
            row = rows[number]
            wishes, pulls = [], []
            for key, offset in zip(row, offsets[number], strict=True):
                near = [*above.get(key, ()), *below.get(key, ())]
                wish = _mean([places[other] for other in near]) if near else places[key]
                wishes.append(wish - offset)
                pulls.append(_LANE_PULL if len(key) > 1 else 1.0)
            fitted = _rising(wishes, pulls)
            for key, value, offset in zip(row, fitted, offsets[number], strict=True):
                places[key] = value + offset
    return places


def _offsets(row: list[Key]) -> list[float]:
    """Where the parts of a row stand at the closest, from its first."""
    found = [0.0]
    for left, right in zip(row, row[1:], strict=False):
        widths = [LANE_WIDTH if len(key) > 1 else NODE_WIDTH for key in (left, right)]
        gap = GAP_ACROSS if len(left) == 1 or len(right) == 1 else LANE_WIDTH / 2
        found.append(found[-1] + sum(widths) / 2 + gap)
    return found


def _rising(wishes: Sequence[float], pulls: Sequence[float]) -> list[float]:
    """The never falling sequence nearest to the wishes (least squares, weighted)."""
    pools: list[tuple[float, float, int]] = []  # mean, weight, how many
    for wish, pull in zip(wishes, pulls, strict=True):
        pools.append((wish, pull, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, weight_a, count_a), (b, weight_b, count_b) = pools[-2:]
            weight = weight_a + weight_b
            pools[-2:] = [((a * weight_a + b * weight_b) / weight, weight, count_a + count_b)]
    return [mean for mean, _, count in pools for _ in range(count)]


def _around(source: Point, target: Point) -> tuple[Point, ...]:
    """From the right side of a node to the right side of another, past both."""
    side = NODE_WIDTH / 2
    out = max(source[0], target[0]) + side + GAP_ACROSS
    drop = NODE_HEIGHT / 4
    return (
        (source[0] + side, source[1] + drop),
        (out, source[1] + drop),
        (out, target[1] - drop),
        (target[0] + side, target[1] - drop),
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
