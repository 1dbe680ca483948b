"""What the review says of decisions, luck and knowledge."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from app.engine.coverage import PRESETS
from app.engine.review import Label, Review, review
from app.engine.scenario import FactText, Scenario, Text
from app.engine.solver.solution import solve
from app.engine.solver.tree import Tree
from app.engine.state import State
from app.play.catalog import ENGLISH
from app.reports.judgement import (
    beliefs,
    decision_verdict,
    knowing,
    legend,
    otherwise,
    perfect_information,
    truth,
    untested_worth,
)
from tests.toy import build


def named() -> Scenario:
    words = {"disk": Text("f.disk", "one failing disk")}
    return replace(build(), fact_texts={"fault": FactText(Text("f", "What was broken"), words)})


def ending() -> State:
    facts = {"fault": "disk", "backup": "intact"}
    return State.start(named(), PRESETS["solid"], 3, facts=facts).choose("restore").advance()


@cache
def told() -> Review:
    return review(solve(Tree(named(), PRESETS["solid"])), ending())


def judged(label: Label, luck: int) -> str:
    decision = replace(told().decisions[0], label=label, regret=12_34)
    reveal = replace(told().reveals[0], luck=luck)
    again = replace(told(), decisions=(decision,), reveals=(reveal,))
    return decision_verdict(again, decision, ENGLISH)


@pytest.mark.parametrize("label", [Label.BEST, Label.SOUND])
def test_bad_luck_does_not_spoil_a_good_decision(label: Label) -> None:
    assert judged(label, 50_00).startswith(judged(label, 0))
    assert judged(label, 50_00).endswith("bad luck (50.00 EUR) and does not make it worse.")


@pytest.mark.parametrize("label", [Label.RISKY, Label.GRAVE])
def test_good_luck_does_not_mend_a_bad_decision(label: Label) -> None:
    assert judged(label, -50_00).endswith("That it went well this time (50.00 EUR) was luck.")
    assert "12.34 EUR more than the best choice" in judged(label, -50_00)


def test_bad_luck_is_not_counted_against_a_bad_decision() -> None:
    assert judged(Label.GRAVE, 50_00).startswith(judged(Label.GRAVE, 0))
    assert "not counted against it" in judged(Label.GRAVE, 50_00)


def test_luck_of_later_decisions_is_not_told_here() -> None:
    reveal = replace(told().reveals[0], luck=50_00, step=9)
    first = told().decisions[0]
    later = replace(first, step=5)
    both = replace(told(), decisions=(first, later), reveals=(reveal,))
    assert "luck" not in decision_verdict(both, first, ENGLISH)
    assert "luck" in decision_verdict(both, later, ENGLISH)


def test_the_legend_states_the_limits_in_money() -> None:
    said = legend(replace(told(), start_value=10_000_00), ENGLISH)
    assert "Sound: less than 200.00 EUR" in said
    assert "Risky: less than 1,000.00 EUR" in said


def test_beliefs_are_natural_frequencies_in_the_scenarios_words() -> None:
    decision = told().decisions[0]
    assert beliefs(decision, named(), ENGLISH)[0] == (
        "What was broken: one failing disk (in 6 of 10 such cases); controller (in 4 of 10)"
    )
    sure = replace(decision, belief={"fault": {"disk": 1.0, "controller": 0.0}})
    assert beliefs(sure, named(), ENGLISH) == ["What was broken: one failing disk (certain)"]
    rare = replace(decision, belief={"fault": {"disk": 0.97, "controller": 0.03}})
    assert beliefs(rare, named(), ENGLISH) == [
        "What was broken: one failing disk (in 97 of 100 such cases); controller (in 3 of 100)"
    ]


def test_what_was_hidden_is_told_in_words() -> None:
    assert truth(ending(), ENGLISH) == [
        ("What was broken", "one failing disk"),
        ("backup", "intact"),
    ]


def test_an_option_tells_both_ways_on() -> None:
    option = told().decisions[0].options[0]
    best, own = otherwise(option, True, named(), ENGLISH)
    assert "best play from there" in best
    assert "as it went" in own
    same = replace(option, own_after=option.best_after)
    assert otherwise(same, False, named(), ENGLISH)[1].endswith("the same.")


def test_knowledge_is_told_dearest_first_and_nothing_where_it_changes_nothing() -> None:
    lines = knowing({"backup": 10_00, "fault": 20_00}, named(), ENGLISH)
    assert lines[0] == "What was broken: to know it for certain was worth up to 20.00 EUR here."
    assert lines[1].startswith("backup: ")
    assert knowing({"fault": 0}, named(), ENGLISH) == [
        "At this point, knowing more would have changed nothing."
    ]
    assert "12.34 EUR" in perfect_information(replace(told(), perfect_information=12_34), ENGLISH)
    nothing = perfect_information(replace(told(), perfect_information=0), ENGLISH)
    assert "saved nothing" in nothing


def test_a_test_not_done_is_told_where_it_was_worth_something() -> None:
    decision = replace(told().decisions[0], value_of_information=9_00)
    assert "9.00 EUR" in untested_worth(decision, ENGLISH)
    assert untested_worth(replace(decision, value_of_information=0), ENGLISH) == ""
