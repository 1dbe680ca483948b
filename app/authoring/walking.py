"""Walks: one way through a scenario with everything fixed, and what it came to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from app.engine.coverage import insurance_terms
from app.engine.scenario import DecisionNode, Scenario
from app.engine.settlement import Settlement, settle
from app.engine.state import State
from app.phrase import Phrase

if TYPE_CHECKING:
    from app.engine.review import Review
    from app.engine.solver.solution import Solution

MAX_DECISIONS = 2_000
"""A walk that has not ended by then never will; as many as a play may have."""


Chooser = Callable[[State, int], str | None]
"""Given a decision and how many came before: the choice, or None to stop there."""


@dataclass(frozen=True, slots=True)
class Deal:
    """All that decides about a walk but its choices: terms, seed, fixed facts and outcomes."""

    terms: str
    seed: int
    facts: Mapping[str, str] = field(default_factory=dict)
    outcomes: Mapping[str, str] = field(default_factory=dict)

    def start(self, scenario: Scenario) -> State:
        """The first scene. Raises EngineError when the scenario's own rules fail."""
        terms = insurance_terms(scenario)[self.terms]
        return State.start(scenario, terms, self.seed, self.facts, self.outcomes).advance()


class Analyst:
    """Solves a scenario once for each of its insurance terms, when a test asks about regret."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self._solutions: dict[str, Solution] = {}

    def solution(self, terms: str) -> Solution:
        """Perfect play under these terms."""
        from app.engine.solver.solution import solve
        from app.engine.solver.tree import Tree

        if terms not in self._solutions:
            tree = Tree(self.scenario, insurance_terms(self.scenario)[terms])
            self._solutions[terms] = solve(tree)
        return self._solutions[terms]

    def review(self, final: State) -> Review:
        """The exact review of a finished walk."""
        from app.engine.review import review

        return review(self.solution(final.terms.id), final)

    def best_choice(self, state: State) -> str:
        """Perfect play's choice at a decision."""
        from app.engine.solver.path import best_choice, positions

        solution = self.solution(state.terms.id)
        return best_choice(solution, positions(solution.tree, state.history())[-1])


@dataclass(frozen=True)
class Walked:
    """A walk that was taken, perhaps not to an ending."""

    deal: Deal
    state: State
    analyst: Analyst

    @property
    def ended(self) -> bool:
        """Whether it has come to an ending."""
        return self.state.is_terminal()

    @property
    def choices(self) -> tuple[str, ...]:
        """The choices that were taken."""
        return tuple(
            after.action
            for before, after in pairwise(self.state.history())
            if isinstance(before.node, DecisionNode)
        )

    @cached_property
    def bill(self) -> Settlement:
        """Who bears what at the end."""
        return settle(self.state.scenario, self.state.values, self.state.terms)

    @cached_property
    def review(self) -> Review:
        """What the decisions were worth; only for a walk that has ended."""
        return self.analyst.review(self.state)

    @cached_property
    def visits(self) -> Mapping[str, tuple[State, ...]]:
        """By node, the states in which the walk came there, first one first."""
        found: dict[str, tuple[State, ...]] = {}
        for state in self.state.history():
            found[state.node_id] = (*found.get(state.node_id, ()), state)
        return found


class CannotWalk(Exception):
    """A choice is not on offer, or the way never ends; ``index`` counts decisions from 0.

    ``walked`` is the walk up to there.
    """

    def __init__(self, walked: Walked, index: int, wanted: str, found: str) -> None:
        super().__init__(Phrase("{wanted}: {found}", wanted=wanted, found=found))
        self.walked = walked
        self.index = index
        self.wanted = wanted
        self.found = found


def take_walk(deal: Deal, analyst: Analyst, choose: Chooser) -> Walked:
    """Walk as ``choose`` says, to an ending at most.

    Raises CannotWalk, and EngineError when the scenario's own rules fail.
    """
    state = deal.start(analyst.scenario)
    for index in range(MAX_DECISIONS):
        wanted = None if state.is_terminal() else choose(state, index)
        if wanted is None:
            return Walked(deal, state, analyst)
        offered = [choice.id for choice in state.legal_choices()]
        if wanted not in offered:
            found = ", ".join(offered) or Phrase("no choice at all")
            what = Phrase(
                "{wanted} among the choices at {node_id}",
                wanted=repr(wanted),
                node_id=state.node_id,
            )
            raise CannotWalk(Walked(deal, state, analyst), index, what, found)
        state = state.choose(wanted).advance()
    found = Phrase(
        "still at {node_id} after {max_decisions} decisions",
        node_id=state.node_id,
        max_decisions=MAX_DECISIONS,
    )
    raise CannotWalk(Walked(deal, state, analyst), MAX_DECISIONS, Phrase("an ending"), found)
