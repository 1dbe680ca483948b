"""How long the shipped scenarios take to solve, from nothing."""

from __future__ import annotations

import time
from typing import Any

from app.authoring.loading import load_scenario
from app.engine.coverage import PRESETS
from app.engine.solver.solution import solve
from app.engine.solver.tree import Tree
from app.resources import scenario_folders

GOAL = 1.0


def measure() -> dict[str, Any]:
    """By scenario: seconds under its default terms (best of three) and information states."""
    found: dict[str, Any] = {}
    for folder in scenario_folders():
        scenario = load_scenario(folder)
        seconds = []
        for _ in range(3):
            begin = time.perf_counter()
            solution = solve(Tree(scenario, PRESETS[scenario.default_terms]))
            seconds.append(time.perf_counter() - begin)
        found[scenario.id] = {
            "information_states": solution.tree.size,
            "seconds": round(min(seconds), 3),
            "goal": f"<= {GOAL}",
            "met": min(seconds) <= GOAL,
        }
    return found
