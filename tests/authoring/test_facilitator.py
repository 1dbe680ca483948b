"""Words for a workshop's facilitator: read, translated, and of no consequence for a play."""

from __future__ import annotations

import pytest

from app.authoring.finding import ScenarioFileError
from app.authoring.loading import parse_scenario
from app.authoring.texts import texts
from app.engine.scenario import DecisionNode, Scenario
from tests.scenarios import SMALL
from tests.shipped import scenarios

GUIDE = """    facilitator:
      notes: |
        Let them talk.
      questions: [Why?, Who else?]
      expected_answer: It depends.
    scene: office
    text: |
      The ticket is"""
GUIDED = SMALL.replace("    scene: office\n    text: |\n      The ticket is", GUIDE, 1)


def test_words_for_the_facilitator_are_read_with_stable_keys() -> None:
    node = parse_scenario(GUIDED).scenario.nodes["alarm"]
    assert isinstance(node, DecisionNode)
    assert node.guide is not None
    assert node.guide.notes is not None
    assert node.guide.notes.source == "Let them talk."
    assert [(q.key, q.source) for q in node.guide.questions] == [
        ("nodes.alarm.facilitator.questions.0", "Why?"),
        ("nodes.alarm.facilitator.questions.1", "Who else?"),
    ]
    assert node.guide.expected_answer is not None


def test_they_change_no_save_for_no_play_depends_on_them() -> None:
    plain, guided = (parse_scenario(text).scenario for text in (SMALL, GUIDED))
    assert guided.content_hash == plain.content_hash
    changed = parse_scenario(SMALL.replace("It boots.", "It starts.")).scenario
    assert changed.content_hash != plain.content_hash


def test_they_are_translated_like_all_texts() -> None:
    keys = [read.text.key for read in texts(parse_scenario(GUIDED).scenario)]
    assert {key for key in keys if "facilitator" in key} == {
        "nodes.alarm.facilitator.notes",
        "nodes.alarm.facilitator.questions.0",
        "nodes.alarm.facilitator.questions.1",
        "nodes.alarm.facilitator.expected_answer",
    }


@pytest.mark.parametrize("wrong", ["note: x", "questions: Why?", "questions: []"])
def test_a_slip_is_named_with_its_line(wrong: str) -> None:
    faulty = GUIDED.replace("questions: [Why?, Who else?]", wrong)
    with pytest.raises(ScenarioFileError, match=r"scenario\.yaml:"):
        parse_scenario(faulty)


@pytest.mark.parametrize("scenario", scenarios(), ids=lambda scenario: scenario.id)
def test_the_cases_that_ship_have_words_for_every_decision(scenario: Scenario) -> None:
    for node in scenario.nodes.values():
        if isinstance(node, DecisionNode):
            assert node.guide is not None, node.id
            assert node.guide.notes, node.id
            assert node.guide.questions, node.id
            assert node.guide.expected_answer, node.id
