from __future__ import annotations

from random import Random

import numpy as np
import pytest

from app.engine.solver.simulate import simulate, summarise
from app.engine.solver.solution import Objective, solve
from app.engine.solver.tree import Tree
from tests import toy
from tests.engine.solver.enumeration import Enumeration
from tests.engine.solver.generated import TERMS, generate

SOLID = TERMS[1]
RUNS = 20_000


def agrees(solution, expected: float, manner: str = "solution", seed: int = 11) -> bool:
    sample = simulate(solution, RUNS, seed, manner)
    summary = summarise(sample.cost(solution.weights))
    assert summary.runs == RUNS
    # A story without chance has no spread at all; allow for rounding alone.
    return abs(summary.mean - expected) <= summary.half_width + 1e-6 * abs(expected)


@pytest.mark.parametrize("story", [2, 3, 5, 8, 13, 21])
@pytest.mark.parametrize("objective", Objective)
def test_simulated_perfect_play_agrees_with_its_expected_cost(story, objective):
    solution = solve(Tree(generate(Random(story)), SOLID), objective.weights)
    assert agrees(solution, solution.start_value)


def test_a_simulated_plan_agrees_with_its_expected_cost():
    scenario = toy.build()
    solution = solve(Tree(scenario, SOLID), plan=scenario.plans["as-it-happened"].choices)
    best = solve(solution.tree)
    assert agrees(solution, solution.start_value)
    assert solution.start_value > best.start_value
    assert not agrees(solution, best.start_value)


@pytest.mark.parametrize("story", [1, 4, 6, 9])
def test_a_simulated_random_player_agrees_with_enumeration(story):
    scenario = generate(Random(story))
    solution = solve(Tree(scenario, SOLID))
    exact = Enumeration(scenario, SOLID, random_player=True).start_value()
    assert agrees(solution, float(exact), "random")


def test_the_interval_has_the_width_it_claims():
    """Of many samples, about 99 in 100 hold the true value within their interval."""
    solution = solve(Tree(toy.build(), SOLID), plan={"alarm": "restore"})
    hits = 0
    for seed in range(200):
        summary = summarise(simulate(solution, 400, seed).cost((1, 1)))
        hits += abs(summary.mean - solution.start_value) <= summary.half_width
    assert 190 <= hits < 200


def test_a_seed_fixes_the_sample():
    solution = solve(Tree(toy.build(), SOLID), plan={"alarm": "restore"})
    first, again, other = (simulate(solution, 500, seed) for seed in (1, 1, 2))
    assert np.array_equal(first.cost((1, 1)), again.cost((1, 1)))
    assert not np.array_equal(first.cost((1, 1)), other.cost((1, 1)))
    assert {first.endings[index] for index in first.ending.tolist()} == {"saved", "lost"}


def test_a_summary_tells_mean_quantiles_tail_and_bars():
    costs = np.arange(1.0, 101.0)
    summary = summarise(costs, bars=10)
    assert summary.mean == 50.5
    assert summary.quantiles[0.5] == 50.5
    assert summary.worst == 98.0
    assert [count for _, count in summary.histogram] == [10] * 10
    assert summarise(np.array([7.0])).half_width == float("inf")
