"""The solver agrees with plain enumeration of all histories, to far below a cent."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.engine.scenario import Scenario
from app.engine.solver.path import positions
from app.engine.solver.solution import Objective, clairvoyant_value, solve
from app.engine.solver.tree import Tree
from app.engine.state import State
from tests.engine.solver.enumeration import Enumeration, belief_at
from tests.engine.solver.generated import TERMS, generate, walk

seeds = st.integers(0, 2**32)
terms_on_offer = st.sampled_from(TERMS)


def close(ours: float, exact: Fraction) -> bool:
    return abs(Fraction(ours) - exact) <= Fraction(1, 10**6) * max(1, abs(exact))


@pytest.mark.parametrize("objective", Objective)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=seeds, terms=terms_on_offer)
def test_start_value_is_that_of_plain_enumeration(objective, seed, terms):
    scenario = generate(Random(seed))
    exact = Enumeration(scenario, terms, objective.weights).start_value()
    assert close(solve(Tree(scenario, terms), objective.weights).start_value, exact)


@settings(max_examples=60, deadline=None)
@given(seed=seeds, terms=terms_on_offer, objective=st.sampled_from(Objective))
def test_every_option_on_the_way_costs_what_enumeration_says(seed, terms, objective):
    dice = Random(seed)
    scenario = generate(dice)
    tree = Tree(scenario, terms)
    solution = solve(tree, objective.weights)
    enumeration = Enumeration(scenario, terms, objective.weights)
    history = walk(scenario, terms, dice).history()
    spent = 0
    for state, here, after in zip(history, positions(tree, history), history[1:], strict=False):
        if state.legal_choices():
            exact = enumeration.options(state.node, state.values, belief_at(state))
            ours = solution.option_costs(here.block, here.row)
            assert ours.keys() == exact.keys()
            for choice, cost in ours.items():
                assert close(cost + objective.weights[1] * spent, exact[choice])
        spent += int(here.edge(after.action).own[here.row])


@settings(max_examples=60, deadline=None)
@given(seed=seeds, terms=terms_on_offer, objective=st.sampled_from(Objective))
def test_a_plan_is_worth_what_enumeration_says(seed, terms, objective):
    scenario = generate(Random(seed))
    plan = {"hub": "go", "n0": "c0", "n1": "maybe", "n2": "c1"}
    exact = Enumeration(scenario, terms, objective.weights, plan=plan).start_value()
    tree = Tree(scenario, terms)
    planned = solve(tree, objective.weights, plan).start_value
    assert close(planned, exact)
    assert planned >= solve(tree, objective.weights).start_value - 1e-6


@settings(max_examples=60, deadline=None)
@given(seed=seeds, terms=terms_on_offer, objective=st.sampled_from(Objective))
def test_a_clairvoyant_plays_each_world_as_if_it_were_certain(seed, terms, objective):
    scenario = generate(Random(seed))
    tree = Tree(scenario, terms)
    enumeration = Enumeration(scenario, terms, objective.weights)
    values = scenario.initial_values(terms.in_force)
    exact = sum(
        chance * enumeration.value(scenario.start, values, {world: Fraction(1)})
        for world, chance in enumeration.prior.items()
    )
    ours = clairvoyant_value(tree, objective.weights)
    assert close(ours, exact)
    assert ours <= solve(tree, objective.weights).start_value + 1e-6


def test_generated_scenarios_have_what_makes_solving_hard():
    """The generator would prove nothing if it drew only easy stories."""
    merged = looped = informative = 0
    for seed in range(60):
        scenario = generate(Random(seed))
        tree = Tree(scenario, TERMS[1])
        nodes = [block.node_id for block in tree.blocks]
        looped += len(nodes) > len(set(nodes))
        informative += len(tree.beliefs) > 3
        merged += tree.size < count_histories(scenario, TERMS[1])
    assert min(merged, looped, informative) >= 15


def count_histories(scenario: Scenario, terms) -> int:
    def count(state: State) -> int:
        if state.is_terminal():
            return 1
        if state.is_chance():
            return 1 + sum(count(state.apply(o)) for o in state.node.outcomes)
        return 1 + sum(count(state.choose(c.id)) for c in state.legal_choices())

    return count(State.start(scenario, terms, 1))
