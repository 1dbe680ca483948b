"""Whole plays, word for word.

A change here is a change that players see: read the difference, then accept it with
``NORESTORE_ACCEPT=1 pytest tests/golden``.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from app.authoring.loading import load_scenario
from app.cli.play import play_to_the_end
from app.engine.coverage import PRESETS
from app.engine.state import State
from app.play.plans import Player, by_chance, retelling
from app.play.playthrough import Playthrough
from app.play.result import result_data
from app.resources import find_scenario

HERE = Path(__file__).parent
TOY = HERE.parent / "cli" / "toy"
PLAYS = ("as-it-happened", "first-choice", "last-choice", "random-3", "random-4", "random-8")


def first_choice(state: State, _index: int) -> str:
    return state.legal_choices()[0].id


def last_choice(state: State, _index: int) -> str:
    return state.legal_choices()[-1].id


def transcript(scenario_name: str, name: str) -> str:
    scenario = load_scenario(TOY if scenario_name == "toy" else find_scenario(scenario_name))
    plan = scenario.plans.get(name)
    kind, _, seed = name.partition("-")
    players: dict[str, Player] = {"first": first_choice, "last": last_choice}
    if kind == "random":
        players["random"] = by_chance(int(seed))
    if plan is not None:
        players["as"] = retelling(plan)
    number = int(seed) if seed.isdigit() else 1
    play = Playthrough.start(scenario, PRESETS[scenario.default_terms], number, plan=plan)
    text = play_to_the_end(play, players[kind])
    result = json.dumps(result_data(play), ensure_ascii=False, indent=1)
    return f"{text}\n\n{result}\n"


@pytest.mark.parametrize("name", PLAYS)
@pytest.mark.parametrize(
    "scenario_name", ["toy", "server-crash", "unchecked-backup", "fourth-disk"]
)
def test_transcript(scenario_name: str, name: str) -> None:
    file = HERE / "plays" / f"{scenario_name}-{name}.txt"
    told = transcript(scenario_name, name)
    if os.environ.get("NORESTORE_ACCEPT"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(told, encoding="utf-8", newline="\n")
    assert told == file.read_text(encoding="utf-8")
