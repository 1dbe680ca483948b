"""The identity that carries the review, on every playthrough:

final cost = start value + regrets (none negative) + luck (zero on average).
"""

from __future__ import annotations

from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.coverage import PRESETS, InsurancePolicy
from app.engine.review import counterfactual, review
from app.engine.scenario import Scenario
from app.engine.solver.path import Position, play_on, positions
from app.engine.solver.solution import Objective, Solution, solve
from app.engine.solver.tree import Tree
from app.engine.state import State
from tests import toy
from tests.engine.solver.enumeration import Enumeration, belief_at
from tests.engine.solver.generated import TERMS, generate, walk
from tests.shipped import scenarios

seeds = st.integers(0, 2**32)


def check_identity(solution: Solution, final: State) -> None:
    found = review(solution, final)
    assert all(decision.regret >= 0 for decision in found.decisions)
    paid = found.settlement
    cost = solution.weights[0] * paid.client_loss + solution.weights[1] * paid.you_pay
    assert found.final_cost == cost
    assert found.final_cost == found.start_value + found.regret + found.luck
    assert found.start_value == pytest.approx(solution.start_value, abs=1)
    steps = [*found.decisions, *found.reveals]
    assert sorted(step.step for step in steps) == list(range(len(final.history()) - 1))


@settings(max_examples=150)
@given(seed=seeds, terms=st.sampled_from(TERMS), objective=st.sampled_from(Objective))
def test_the_identity_holds_on_generated_stories(
    seed: int, terms: InsurancePolicy, objective: Objective
) -> None:
    dice = Random(seed)
    scenario = generate(dice)
    solution = solve(Tree(scenario, terms), objective.weights)
    for _ in range(15):
        check_identity(solution, walk(scenario, terms, dice))


@pytest.mark.parametrize("objective", Objective)
@pytest.mark.parametrize("scenario", scenarios(), ids=lambda scenario: scenario.id)
def test_the_identity_holds_on_shipped_scenarios(scenario: Scenario, objective: Objective) -> None:
    dice = Random(2026)
    terms = PRESETS[scenario.default_terms]
    solution = solve(shipped_tree(scenario.id), objective.weights)
    check_identity(solution, play_on(solution, State.start(scenario, terms, 1)))
    for _ in range(300):
        check_identity(solution, walk(scenario, terms, dice))


@cache
def shipped_tree(scenario_id: str) -> Tree:
    scenario = next(scenario for scenario in scenarios() if scenario.id == scenario_id)
    return Tree(scenario, PRESETS[scenario.default_terms])


@settings(max_examples=80)
@given(seed=seeds, terms=st.sampled_from(TERMS))
def test_luck_is_zero_on_average_at_every_reveal(seed: int, terms: InsurancePolicy) -> None:
    """By what could be known then. Two values, each rounded by up to half a cent, make a luck."""
    dice = Random(seed)
    scenario = generate(dice)
    solution = solve(Tree(scenario, terms))
    history = walk(scenario, terms, dice).history()
    for step, (state, position) in enumerate(
        zip(history, positions(solution.tree, history), strict=True)
    ):
        if not state.is_chance():
            continue
        mean, chances = 0.0, 0.0
        for outcome in state.node.outcomes:
            if outcome.id in possible(position):
                final = finish(state.apply(outcome), position.after(outcome.id))
                reveals = {reveal.step: reveal for reveal in review(solution, final).reveals}
                mean += reveals[step].probability * reveals[step].luck
                chances += reveals[step].probability
        assert chances == pytest.approx(1)
        assert abs(mean) <= 1.001


def possible(position: Position) -> list[str]:
    return [edge.move.id for edge in position.block.edges if edge.child[position.row] >= 0]


def finish(state: State, position: Position) -> State:
    """Some way to an ending that could still happen by what is known."""
    while not state.is_terminal():
        action = possible(position)[0]
        if state.is_chance():
            state = state.apply(next(o for o in state.node.outcomes if o.id == action))
        else:
            state = state.choose(action)
        position = position.after(action)
    return state


def test_luck_of_many_dealt_servers_is_zero_on_average() -> None:
    """Seeds deal servers as the probabilities say, so luck is neither good nor bad in the end."""
    scenario = toy.build()
    solution = solve(Tree(scenario, TERMS[1]))
    lucks = []
    for seed in range(3000):
        final = State.start(scenario, TERMS[1], seed).choose("look").advance()
        if not final.is_terminal():
            final = final.choose("restore").advance()
        lucks.append(review(solution, final).luck)
    mean = sum(lucks) / len(lucks)
    spread = (sum((luck - mean) ** 2 for luck in lucks) / (len(lucks) - 1)) ** 0.5
    assert spread > 100_000
    assert abs(mean) <= 3 * spread / len(lucks) ** 0.5


@settings(max_examples=80)
@given(seed=seeds, terms=st.sampled_from(TERMS), objective=st.sampled_from(Objective))
def test_the_plan_is_worth_what_enumeration_says(
    seed: int, terms: InsurancePolicy, objective: Objective
) -> None:
    dice = Random(seed)
    scenario = generate(dice)
    final = walk(scenario, terms, dice)
    plan = review(solve(Tree(scenario, terms), objective.weights), final).plan
    client, own = objective.weights
    exact = value_of_way(Enumeration(scenario, terms, objective.weights), final.history())
    ours = client * plan.client_loss + own * plan.retained
    assert ours == pytest.approx(float(exact), rel=1e-6, abs=0.01)


def value_of_way(enumeration: Enumeration, history: tuple[State, ...]):
    """Expected cost of the taken choices on this way, and of perfect play off it."""
    state = history[0]
    if len(history) == 1:
        return enumeration.value(state.node_id, state.values, belief_at(state))
    after = value_of_way(enumeration, history[1:])
    if not state.is_chance():
        return after
    # All other outcomes are worth what they are worth anyway.
    belief = belief_at(state)
    whole = enumeration.value(state.node_id, state.values, belief)
    taken = next(o for o in state.node.outcomes if o.id == history[1].action)
    weight = sum(p * taken.weight.evaluate(state.values + world) for world, p in belief.items())
    share = weight / state.node.denominator
    child = history[1]
    usual = enumeration.value(child.node_id, child.values, belief_at(child))
    return whole + share * (after - usual)


@settings(max_examples=60)
@given(seed=seeds, own=st.booleans())
def test_counterfactuals_are_legal_plays_of_the_same_server(seed: int, own: bool) -> None:
    dice = Random(seed)
    scenario = generate(dice)
    solution = solve(Tree(scenario, TERMS[1]))
    final = walk(scenario, TERMS[1], dice)
    history = final.history()
    for step, state in enumerate(history):
        for choice in state.legal_choices():
            other = counterfactual(solution, final, step, choice.id, own)
            assert other.is_terminal()
            assert other.deal == final.deal
            assert other.history()[: step + 1] == history[: step + 1]
            assert other.history()[step + 1].action == choice.id
            check_identity(solution, other)
            if own and choice.id == history[step + 1].action and revisits_nothing(history):
                assert other == final


def revisits_nothing(history: tuple[State, ...]) -> bool:
    nodes = [state.node_id for state in history]
    return len(nodes) == len(set(nodes))


@settings(max_examples=60)
@given(seed=seeds)
def test_perfect_play_has_no_regret(seed: int) -> None:
    scenario = generate(Random(seed))
    solution = solve(Tree(scenario, TERMS[2]))
    found = review(solution, play_on(solution, State.start(scenario, TERMS[2], seed)))
    # Two options that differ by a rounding error may round to different cents.
    assert found.regret <= len(found.decisions)
