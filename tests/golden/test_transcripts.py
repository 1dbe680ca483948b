"""Whole plays, word for word.

A change here is a change that players see: read it, then accept it with
``pytest tests/golden --snapshot-update``.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from syrupy.location import PyTestLocation
from syrupy.types import SnapshotIndex

from app.authoring.loading import load_scenario
from app.cli.play import play_to_the_end
from app.engine.coverage import PRESETS
from app.engine.state import State
from app.play.plans import Player, by_chance, retelling
from app.play.playthrough import Playthrough
from app.play.result import result_data
from app.resources import find_scenario

TOY = Path(__file__).parents[1] / "cli" / "toy"
PLAYS = ("as-it-happened", "first-choice", "last-choice", "random-3", "random-4", "random-8")


class TextFile(SingleFileSnapshotExtension):
    """One readable text file for each play."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"

    @classmethod
    def get_snapshot_name(cls, *, test_location: PyTestLocation, index: SnapshotIndex = 0) -> str:
        """The name of the play alone, which makes for a friendly file name."""
        return str(index)


def first_choice(state: State, _index: int) -> str:
    return state.legal_choices()[0].id


def last_choice(state: State, _index: int) -> str:
    return state.legal_choices()[-1].id


@pytest.mark.parametrize("name", PLAYS)
@pytest.mark.parametrize("scenario_name", ["toy", "server-crash"])
def test_transcript(scenario_name: str, name: str, snapshot: SnapshotAssertion) -> None:
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
    transcript = play_to_the_end(play, players[kind])
    result = json.dumps(result_data(play), ensure_ascii=False, indent=1)
    assert f"{transcript}\n\n{result}\n" == snapshot(
        name=f"{scenario_name}-{name}", extension_class=TextFile
    )
