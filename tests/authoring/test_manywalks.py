"""Walks by chance and all walks: what goes wrong on any of them is found and can be repeated."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.authoring import manywalks
from app.authoring.loading import parse_scenario
from app.authoring.manywalks import Problem, all_walks, imbalance, random_walks
from app.engine.scenario import Scenario
from app.engine.state import State
from tests.scenarios import SMALL
from tests.shipped import scenarios

STUCK = SMALL.replace(
    "hand_over: {text: Hand over, hours: 0.5, then: handed_over}",
    "hand_over: {text: Hand over, when: cause == 'unknown', then: handed_over}",
).replace("        text: Restore\n", "        text: Restore\n        when: cause == 'unknown'\n")
"""Once the disk is found and the client was told, nothing is left to do."""


def small(text: str = SMALL) -> Scenario:
    return parse_scenario(text).scenario


def replay(scenario: Scenario, problem: Problem) -> State:
    assert problem.deal is not None
    state = problem.deal.start(scenario)
    for choice in problem.choices:
        state = state.choose(choice).advance()
    return state


def test_walks_by_chance_end_and_balance():
    survey = random_walks(small(), 300, 1)
    assert (survey.walks, survey.problems, survey.complete) == (300, [], None)
    assert survey.coverage.percent() == 100
    again = random_walks(small(), 300, 1)
    assert again.coverage.moves == survey.coverage.moves


def test_the_seed_decides():
    one, other = (random_walks(small(), 3, seed).coverage for seed in (1, 2))
    assert one.moves != other.moves


def test_chance_finds_a_dead_end_and_repeats_it():
    scenario = small(STUCK)
    problems = random_walks(scenario, 300, 1).problems
    assert problems
    for problem in problems:
        state = replay(scenario, problem)
        assert not state.is_terminal()
        assert state.legal_choices() == ()


def test_all_walks_of_a_small_story():
    survey = all_walks(small(), "solid")
    assert survey.complete
    assert survey.problems == []
    assert survey.coverage.percent() == 100


def test_all_walks_find_the_dead_end_and_repeat_it():
    scenario = small(STUCK)
    survey = all_walks(scenario, "solid")
    assert survey.problems[0].message == "at alarm: no choice is on offer"
    state = replay(scenario, survey.problems[0])
    assert state.node_id == "alarm"
    assert state.legal_choices() == ()


def test_the_bound_is_admitted():
    survey = all_walks(small(), "solid", 10)
    assert survey.complete is False


def test_books_that_do_not_balance_are_told(monkeypatch: pytest.MonkeyPatch):
    real = manywalks.settle

    def dishonest(*arguments):
        bill = real(*arguments)
        return replace(bill, you_pay=bill.you_pay + 1)

    monkeypatch.setattr(manywalks, "settle", dishonest)
    survey = all_walks(small(), "solid")
    assert survey.problems[0].message == "at handed_over: the steps do not lead to what you pay"
    assert replay(small(), survey.problems[0]).node_id == "handed_over"


@pytest.mark.parametrize("scenario", scenarios(), ids=lambda scenario: scenario.id)
def test_shipped_scenarios_go_without_a_problem(scenario: Scenario):
    survey = random_walks(scenario, 100, 7)
    assert (survey.walks, survey.problems) == (100, [])


def test_a_sound_ending_is_balanced():
    state = random_state()
    assert imbalance(state) == []


def random_state() -> State:
    scenario = small()
    survey_state = manywalks.Deal("none", 3).start(scenario)
    return survey_state.choose("hand_over").advance()
