"""Hints agree with the review, and two servers that look alike get the same one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.engine.coverage import PRESETS
from app.engine.errors import EngineError
from app.engine.hint import hint
from app.engine.review import review
from app.engine.scenario import DecisionNode, Scenario
from app.engine.solver.solution import Solution, solve
from app.engine.solver.tree import Tree
from app.engine.state import State
from tests.toy import build


def with_a_test() -> Scenario:
    scenario = build()
    node = scenario.nodes["alarm"]
    assert isinstance(node, DecisionNode)
    choices = tuple(replace(choice, test=choice.id == "look") for choice in node.choices)
    return replace(scenario, nodes={**scenario.nodes, "alarm": replace(node, choices=choices)})


SCENARIO, TERMS = with_a_test(), PRESETS["solid"]


@pytest.fixture(scope="module")
def solution() -> Solution:
    return solve(Tree(SCENARIO, TERMS))


def start(seed: int) -> State:
    return State.start(SCENARIO, TERMS, seed).advance()


def test_it_says_what_the_review_will_say(solution: Solution) -> None:
    state = start(3)
    told = hint(solution, state)
    ending = state.choose("restore").advance()
    decision = review(solution, ending).decisions[0]
    costs = {option.choice_id: option.expected_cost for option in decision.options}
    assert costs[told.best] == min(costs.values())
    others = min(costs[choice] for choice in costs if choice != "look")
    assert told.test == "look"
    assert told.test_worth == pytest.approx(others - costs["look"], abs=1)


def test_whoever_takes_every_hint_decides_best(solution: Solution) -> None:
    for seed in range(10):
        state = start(seed)
        while not state.is_terminal():
            state = state.choose(hint(solution, state).best).advance()
        assert review(solution, state).regret == 0


def test_it_tells_nothing_of_the_hidden_facts(solution: Solution) -> None:
    worlds = {start(seed).deal.world for seed in range(30)}
    assert len(worlds) > 1
    assert len({hint(solution, start(seed)) for seed in range(30)}) == 1


def test_there_is_none_after_the_ending(solution: Solution) -> None:
    with pytest.raises(EngineError):
        hint(solution, start(1).choose("hand_over").advance())
