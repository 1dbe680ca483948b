from __future__ import annotations

import pytest

from app.engine.coverage import PRESETS
from app.engine.scenario import Plan
from app.engine.state import State
from app.play.plans import PlanError, by_chance, retelling, scripted
from tests.toy import build, text

STATE = State.start(build(), PRESETS["solid"], 7)


def test_a_script_is_followed_and_its_end_and_faults_are_named() -> None:
    player = scripted(["look", "jump"])
    assert player(STATE, 0) == "look"
    with pytest.raises(PlanError, match=r"choice 2, 'jump', .* on offer: look, ask, restore"):
        player(STATE, 1)
    with pytest.raises(PlanError, match=r"ends after 2, .* at alarm; on offer: look"):
        player(STATE, 2)


def test_a_retelling_chooses_by_node() -> None:
    assert retelling(STATE.scenario.plans["as-it-happened"])(STATE, 0) == "restore"
    with pytest.raises(PlanError, match="names no choice for alarm"):
        retelling(Plan("p", text("p"), {}))(STATE, 0)
    with pytest.raises(PlanError, match="takes 'jump' at alarm"):
        retelling(Plan("p", text("p"), {"alarm": "jump"}))(STATE, 0)


def test_chance_takes_every_choice_about_equally_often() -> None:
    counts = dict.fromkeys((choice.id for choice in STATE.legal_choices()), 0)
    for seed in range(2000):
        counts[by_chance(seed)(STATE, 0)] += 1
    assert all(430 < count < 570 for count in counts.values())


def test_the_same_seed_plays_the_same() -> None:
    assert [by_chance(5)(STATE, index) for index in range(9)] == [
        by_chance(5)(STATE, index) for index in range(9)
    ]
