"""Works out the exact review of a play, for a thread of its own. No Qt in here."""

from __future__ import annotations

from dataclasses import dataclass

from app.engine.review import Review, plan_point, review
from app.engine.solver.cache import SolverCache
from app.engine.solver.frontier import Point, efficient_frontier
from app.engine.solver.simulate import simulate, summarise
from app.engine.state import State
from app.play.catalog import ENGLISH
from app.play.retrospect import real_case

RUNS = 20_000
"""Simulated plays behind the distribution."""

Pair = tuple[float, float]
"""Expected cents: the client's loss, your own."""


@dataclass(frozen=True, slots=True)
class ExactReview:
    """A review and what surrounds it. ``yours``, ``best`` and ``real`` lie in the frontier's
    plane; ``histogram`` has left edges (cents of final cost) and counts, under best play."""

    ending: State
    review: Review
    frontier: tuple[Pair, ...]
    yours: Pair
    best: Pair
    real: Pair | None
    histogram: tuple[tuple[float, int], ...]
    mean: float


class Reviewer:
    """Remembers solutions, so that a second review of the same case comes at once."""

    def __init__(self) -> None:
        self._cache = SolverCache()

    def work_out(self, ending: State) -> ExactReview:
        """The exact review of a finished play. Raises EngineError when there is none."""
        solution = self._cache.solution(ending.scenario, ending.terms)
        told = review(solution, ending)
        real = real_case(ending.scenario, ending.terms, ENGLISH)
        sample = simulate(solution, RUNS, ending.deal.seed)
        spread = summarise(sample.cost(solution.weights))
        return ExactReview(
            ending=ending,
            review=told,
            frontier=tuple(_pair(point) for point in efficient_frontier(solution.tree)),
            yours=_pair(told.plan),
            best=solution.start_parts,
            real=_pair(plan_point(solution, real.ending)) if real is not None else None,
            histogram=spread.histogram,
            mean=spread.mean,
        )


def _pair(point: Point) -> Pair:
    return point.client_loss, point.retained
