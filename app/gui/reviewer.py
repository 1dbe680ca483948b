"""Works out the exact review of a play, for a thread of its own. No Qt in here."""

from __future__ import annotations

from dataclasses import dataclass

from app.engine.review import Review, plan_point, review
from app.engine.solver.cache import SolverCache
from app.engine.solver.frontier import Point, efficient_frontier
from app.engine.solver.information import value_of_knowing
from app.engine.solver.simulate import simulate, summarise
from app.engine.solver.tree import Progress, part_of
from app.engine.state import State
from app.play.catalog import ENGLISH
from app.play.retrospect import real_case

RUNS = 20_000
"""Simulated plays behind the distribution."""
_TREE_SHARE, _REVIEW_SHARE, _FRONTIER_SHARE = 0.5, 0.6, 0.9
"""Where the progress stands when the tree, the review, and the frontier are done."""

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


def _nobody(_share: float) -> None:
    """Progress that nobody follows."""


class Reviewer:
    """Remembers solutions, so that a second review of the same case comes at once."""

    def __init__(self) -> None:
        self._cache = SolverCache()

    def work_out(self, ending: State, progress: Progress = _nobody) -> ExactReview:
        """The exact review of a finished play; ``progress`` may raise to cancel.

        Raises EngineError when there is none.
        """
        part = part_of(progress, 0, _TREE_SHARE)
        solution = self._cache.solution(ending.scenario, ending.terms, progress=part)
        progress(_TREE_SHARE)
        told = review(solution, ending)
        real = real_case(ending.scenario, ending.terms, ENGLISH)
        progress(_REVIEW_SHARE)
        line = efficient_frontier(solution.tree)
        progress(_FRONTIER_SHARE)
        sample = simulate(solution, RUNS, ending.deal.seed)
        spread = summarise(sample.cost(solution.weights))
        return ExactReview(
            ending=ending,
            review=told,
            frontier=tuple(_pair(point) for point in line),
            yours=_pair(told.plan),
            best=solution.start_parts,
            real=_pair(plan_point(solution, real.ending)) if real is not None else None,
            histogram=spread.histogram,
        )

    def review(self, ending: State, progress: Progress = _nobody) -> Review:
        """Only the review of a finished play. Raises EngineError when there is none."""
        return review(
            self._cache.solution(ending.scenario, ending.terms, progress=progress), ending
        )

    def knowing(self, ending: State, step: int, progress: Progress = _nobody) -> dict[str, int]:
        """By hidden fact, cents that being told it at ``step`` of the play was worth."""
        solution = self._cache.solution(ending.scenario, ending.terms)
        state, facts = ending.history()[step], ending.scenario.facts
        share = 1 / max(1, len(facts))
        return {
            fact.id: value_of_knowing(
                solution, state, fact.id, part_of(progress, number * share, share)
            )
            for number, fact in enumerate(facts)
        }


def _pair(point: Point) -> Pair:
    return point.client_loss, point.retained
