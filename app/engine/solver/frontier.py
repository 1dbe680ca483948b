"""The efficient frontier between the client's expected loss and your expected retained loss."""

from __future__ import annotations

from dataclasses import dataclass

from app.engine.solver.solution import solve
from app.engine.solver.tree import Tree

_LEAST_GAIN = 50.0
"""Cents: a new corner must beat the line between its neighbours by so much."""


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """Expected cents: the client's loss and your own retained loss."""

    client_loss: float
    retained: float


def efficient_frontier(tree: Tree, most: int = 24) -> tuple[Point, ...]:
    """Corners of the frontier, by growing client's loss; at most ``most``.

    Each corner is perfect play for some weighting of the two axes; plans in between mix
    two corners. Found by solving for the weights at which two neighbours are equally good.
    """
    tiny = 1e-6
    ends = [_point(tree, (1.0, tiny)), _point(tree, (tiny, 1.0))]
    corners = {ends[0], ends[1]}
    gaps = [(ends[0], ends[1])]
    while gaps and len(corners) < most:
        left, right = gaps.pop(0)
        across, down = right.client_loss - left.client_loss, left.retained - right.retained
        if across <= 0 or down <= 0:
            continue
        weights = (down / (across + down), across / (across + down))
        found = _point(tree, weights)
        gain = _weighed(left, weights) - _weighed(found, weights)
        if gain > _LEAST_GAIN * max(weights) and found not in corners:
            corners.add(found)
            gaps += [(left, found), (found, right)]
    return tuple(sorted(corners))


def _point(tree: Tree, weights: tuple[float, float]) -> Point:
    return Point(*solve(tree, weights).start_parts)


def _weighed(point: Point, weights: tuple[float, float]) -> float:
    return weights[0] * point.client_loss + weights[1] * point.retained
