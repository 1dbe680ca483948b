"""The scenarios that come with the game, each loaded once."""

from __future__ import annotations

from functools import cache

from app.authoring.loading import load_scenario
from app.engine.scenario import Scenario
from app.resources import scenario_folders


@cache
def scenarios() -> tuple[Scenario, ...]:
    return tuple(load_scenario(folder) for folder in scenario_folders())
