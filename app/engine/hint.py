"""A hint at a decision: the best choice, and what the best test on offer is worth."""

from __future__ import annotations

from dataclasses import dataclass

from app.engine.errors import EngineError
from app.engine.scenario import DecisionNode
from app.engine.solver.path import positions
from app.engine.solver.solution import Solution
from app.engine.state import State
from app.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Hint:
    """What perfect play knows at a decision and the player could know too.

    ``test``: the cheapest choice that is a test, empty when none is on offer or nothing else
    is; ``test_worth``: cents that it saves on average against deciding without a test, its own
    price paid (negative: not worth it).
    """

    best: str
    test: str
    test_worth: int


def hint(solution: Solution, state: State) -> Hint:
    """The hint at a decision; it follows from the information state, not from hidden facts.

    Raises EngineError anywhere else.
    """
    if not isinstance(state.node, DecisionNode):
        raise EngineError(Phrase("a hint is given at a decision only"))
    position = positions(solution.tree, state.history())[-1]
    costs = solution.option_costs(position.block, position.row)
    tests: dict[str, int] = {}
    others: dict[str, int] = {}
    for choice in state.legal_choices():
        kind = tests if choice.test else others
        kind[choice.id] = round(costs[choice.id])
    # The first of equals, as in perfect play.
    best = min(costs, key=lambda choice: costs[choice])
    if not tests or not others:
        return Hint(best, "", 0)
    test = min(tests, key=lambda choice: tests[choice])
    return Hint(best, test, min(others.values()) - tests[test])
