from __future__ import annotations

from fractions import Fraction
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.errors import EngineError
from app.engine.solver.information import perfect_information_value, value_of_knowing
from app.engine.solver.solution import Objective, solve
from app.engine.solver.tree import Tree
from app.engine.state import State
from benchmarks.rounds import UNINSURED, Rounds, as_scenario
from tests import toy
from tests.engine.solver.enumeration import Enumeration, belief_at
from tests.engine.solver.generated import TERMS, generate, walk

SOLID = TERMS[1]


@settings(max_examples=50, deadline=None)
@given(seed=st.integers(0, 2**32), objective=st.sampled_from(Objective))
def test_knowing_a_fact_is_worth_what_enumeration_says(seed, objective):
    dice = Random(seed)
    scenario = generate(dice)
    solution = solve(Tree(scenario, SOLID), objective.weights)
    state = dice.choice(walk(scenario, SOLID, dice).history())
    enumeration = Enumeration(scenario, SOLID, objective.weights)
    belief = belief_at(state)
    for index, fact in enumerate(scenario.facts):
        told = Fraction(0)
        for code in range(len(fact.domain.words)):
            share = {world: p for world, p in belief.items() if world[index] == code}
            chance = sum(share.values(), Fraction(0))
            if chance:
                sure = {world: p / chance for world, p in share.items()}
                told += chance * enumeration.value(state.node_id, state.values, sure)
        exact = enumeration.value(state.node_id, state.values, belief) - told
        worth = value_of_knowing(solution, state, fact.id)
        assert worth >= 0
        assert abs(worth - exact) <= Fraction(51, 100)


@settings(max_examples=50, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_no_single_fact_is_worth_more_than_all(seed):
    scenario = generate(Random(seed))
    solution = solve(Tree(scenario, SOLID))
    start = State.start(scenario, SOLID, seed)
    everything = perfect_information_value(solution)
    for fact in scenario.facts:
        assert value_of_knowing(solution, start, fact.id) <= everything + 1


def test_knowing_which_tool_fits_is_worth_what_guessing_costs():
    """Two equally likely worlds, two tools; the one that does not fit costs 1,000 EUR."""
    fits, fails = [100, 0], [0, 100]
    chance = np.array([[[fits, fails], [fails, fits]]])
    cost = np.array([[[0, 1_000_00], [0, 1_000_00]]])
    scenario = as_scenario(Rounds(chance, cost))
    solution = solve(Tree(scenario, UNINSURED))
    assert solution.start_value == 500_00
    assert value_of_knowing(solution, State.start(scenario, UNINSURED, 1), "world") == 500_00
    assert perfect_information_value(solution) == 500_00


def test_a_fact_that_changes_no_decision_is_worth_nothing():
    scenario = toy.build()
    solution = solve(Tree(scenario, SOLID))
    over = State.start(scenario, SOLID, 1).choose("hand_over")
    assert value_of_knowing(solution, over, "backup") == 0


def test_an_unknown_fact_is_refused_by_name():
    scenario = toy.build()
    solution = solve(Tree(scenario, SOLID))
    with pytest.raises(EngineError, match="'weather' is not a fact of toy; facts: fault, backup"):
        value_of_knowing(solution, State.start(scenario, SOLID, 1), "weather")
