"""Choices that are no real ones: never the best, or always the best, under perfect play.

A choice is judged in every information state in which it is on offer beside another, under each
of the insurance terms on offer, and for each of the three things a player may want small.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from app.authoring.finding import Report
from app.authoring.loading import Loaded
from app.engine.coverage import InsurancePolicy, insurance_terms
from app.engine.errors import EngineError
from app.engine.scenario import DecisionNode, Scenario
from app.engine.solver.rows import Floats
from app.engine.solver.solution import Objective, Solution, solve
from app.engine.solver.tree import Block, Tree
from app.phrase import Euros, Phrase

SAME = 0.5
"""Cents: choices whose expected costs are nearer than this are equally good."""


@dataclass
class Standing:
    """How a choice does beside others. ``nearest``: the least it ever costs more than the best,
    ``lead``: the most it ever saves against the second best, in cents; ``always``: best each time.
    """

    nearest: float = float("inf")
    lead: float = 0.0
    always: bool = True
    seen: int = 0

    @property
    def never(self) -> bool:
        """Whether something else was better each time."""
        return self.seen > 0 and self.nearest > SAME


@dataclass
class Standings:
    """By node and choice; filled solution by solution."""

    by_choice: dict[tuple[str, str], Standing] = field(default_factory=dict)

    def add(self, solution: Solution) -> None:
        """Take in how each choice does in one solution."""
        for block in solution.tree.blocks:
            if block.edges and block.signature is None:
                self._block(solution, block)

    def _block(self, solution: Solution, block: Block) -> None:
        costs = np.full((len(block.edges), len(block)), np.inf)
        for number, edge in enumerate(block.edges):
            if edge.target is not None:
                after = solution.cost[edge.target.number][edge.child]
                cost = after + solution.weights[1] * edge.own
                costs[number] = np.where(edge.child >= 0, cost, np.inf)
        costs = costs[:, np.isfinite(costs).sum(axis=0) > 1]
        if not costs.shape[1]:
            return
        ordered = np.sort(costs, axis=0)
        for number, edge in enumerate(block.edges):
            self._choice((block.node_id, edge.move.id), costs[number], ordered[0], ordered[1])

    def _choice(self, key: tuple[str, str], cost: Floats, best: Floats, second: Floats) -> None:
        standing = self.by_choice.setdefault(key, Standing())
        legal = np.isfinite(cost)
        if not legal.any():
            return
        more = (cost - best)[legal]
        standing.seen += int(legal.sum())
        standing.nearest = min(standing.nearest, float(more.min()))
        standing.always &= bool((more <= SAME).all())
        standing.lead = max(standing.lead, float((second - cost)[legal].max()))


def standings(scenario: Scenario, terms: Iterable[InsurancePolicy]) -> Standings:
    """How every choice of a scenario does. Raises EngineError for one too large to solve."""
    found = Standings()
    for policy in terms:
        tree = Tree(scenario, policy)
        for objective in Objective:
            found.add(solve(tree, objective.weights))
    return found


def check_dilemmas(loaded: Loaded, report: Report) -> None:
    """Advise on choices that are never (A101) or always (A102) best."""
    scenario = loaded.scenario
    try:
        known = insurance_terms(scenario)
        found = standings(scenario, (known[id_] for id_ in scenario.terms))
    except EngineError as error:
        message = Phrase(
            "which choices are never or always best cannot be told: {error}", error=error
        )
        remedy = Phrase("let fewer values be kept apart, or close loops")
        report.add(loaded.mark("nodes"), "A103", message, remedy)
        return
    for node in scenario.nodes.values():
        for choice in node.choices if isinstance(node, DecisionNode) else ():
            standing = found.by_choice.get((node.id, choice.id))
            if standing is None or not standing.seen:
                continue
            mark = loaded.mark("nodes", node.id, "choices", choice.id)
            name = Phrase("{id} at {id2}", id=repr(choice.id), id2=repr(node.id))
            if standing.never:
                message = Phrase(
                    "{name} is never the best choice: at its nearest it costs {nearest} more,"
                    " whatever one knows and wants",
                    name=name,
                    nearest=Euros(round(standing.nearest)),
                )
                remedy = Phrase(
                    "lower its price, or let it spare or reveal something nothing else does"
                )
                report.add(mark, "A101", message, remedy)
            elif standing.always and standing.lead > SAME:
                message = Phrase(
                    "{name} is the best choice whenever it is on offer, by up to {lead}: a "
                    "false dilemma",
                    name=name,
                    lead=Euros(round(standing.lead)),
                )
                remedy = Phrase(
                    "let there be something one can know or want that speaks for another"
                )
                report.add(mark, "A102", message, remedy)
