"""Solutions kept for as long as the program runs, by scenario content and insurance terms."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from app.engine.coverage import InsurancePolicy
from app.engine.scenario import Scenario
from app.engine.solver.solution import Objective, Solution, solve
from app.engine.solver.tree import Progress, Tree

_MOST_TREES = 4


class SolverCache:
    """Trees by content hash and terms, solutions by objective; safe to share by threads."""

    def __init__(self) -> None:
        self._trees: OrderedDict[tuple[str, InsurancePolicy], Tree] = OrderedDict()
        self._solutions: dict[tuple[str, InsurancePolicy, Objective], Solution] = {}
        self._lock = Lock()

    def tree(
        self, scenario: Scenario, terms: InsurancePolicy, progress: Progress | None = None
    ) -> Tree:
        """The tree of a scenario under these terms, built at the first call."""
        key = (scenario.content_hash, terms)
        with self._lock:
            tree = self._trees.get(key)
            if tree is None:
                tree = Tree(scenario, terms, progress=progress)
                self._trees[key] = tree
                self._forget_oldest()
            self._trees.move_to_end(key)
            return tree

    def solution(
        self,
        scenario: Scenario,
        terms: InsurancePolicy,
        objective: Objective = Objective.BALANCED,
        progress: Progress | None = None,
    ) -> Solution:
        """Perfect play for an objective, worked out at the first call."""
        tree = self.tree(scenario, terms, progress)
        key = (scenario.content_hash, terms, objective)
        with self._lock:
            if key not in self._solutions or self._solutions[key].tree is not tree:
                self._solutions[key] = solve(tree, objective.weights)
            return self._solutions[key]

    def _forget_oldest(self) -> None:
        while len(self._trees) > _MOST_TREES:
            (content, terms), _ = self._trees.popitem(last=False)
            for objective in Objective:
                self._solutions.pop((content, terms, objective), None)
