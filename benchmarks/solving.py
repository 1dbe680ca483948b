"""The solver against pyAgrum's LIMID inference, and how it grows with the story."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from math import log
from typing import Any

from app.engine.scenario import Scenario
from app.engine.solver.solution import Solution, solve
from app.engine.solver.tree import Tree
from benchmarks.rounds import UNINSURED, Rounds, as_scenario, draw_rounds

GOAL = 10.0
ROUNDS, TOOLS, WORLDS, SIGHTS = 6, 3, 12, 3
GROWTH = range(3, 8)
"""Rounds of two tools and five sights: 1,111 to 11,111,111 histories."""


def compare() -> dict[str, Any]:
    """Seconds of both, best of three of ours and one of theirs, for two kinds of problem.

    ``apart``: every round has tables of its own, so that no two histories come to the same
    belief and merging can save nothing before the last look; ``alike``: the same tables in
    every round, where we may merge and an influence diagram may not.
    """
    return {name: _compare(alike=name == "alike") for name in ("apart", "alike")}


def _compare(alike: bool) -> dict[str, Any]:
    problem = draw_rounds(ROUNDS, TOOLS, WORLDS, SIGHTS, alike=alike)
    theirs = _in_child("limid", ROUNDS, TOOLS, WORLDS, SIGHTS, int(alike))
    scenario = as_scenario(problem)
    seconds, solution = min((timed(scenario) for _ in range(3)), key=lambda pair: pair[0])
    if abs(solution.start_value - theirs["start_value"]) > 0.5:
        raise AssertionError(f"the solvers differ: {solution.start_value} and {theirs}")
    ratio = theirs["seconds"] / seconds
    return {
        "histories": problem.histories,
        "information_states": solution.tree.size,
        "start_value": round(solution.start_value, 2),
        "ours_seconds": round(seconds, 3),
        "limid_seconds": round(theirs["seconds"], 3),
        "ratio": round(ratio, 1),
        "goal": f">= {GOAL}",
        "met": ratio >= GOAL,
    }


def grow() -> dict[str, Any]:
    """Time and peak memory over growing stories, each in a process of its own."""
    found = [_in_child("growth", rounds, 2, WORLDS, 5, 0) for rounds in GROWTH]
    # Small stories measure the start-up, so the slope is taken over the larger half.
    upper = found[len(found) // 2 :]
    return {
        "sizes": found,
        "slope_of_time": slope([(one["histories"], one["seconds"]) for one in upper]),
        "slope_of_memory": slope([(one["histories"], one["megabytes"]) for one in upper]),
    }


def slope(points: list[tuple[float, float]]) -> float:
    """Least-squares slope in the log-log plot; 1 means in proportion."""
    logs = [(log(x), log(max(y, 1e-9))) for x, y in points]
    middle_x = sum(x for x, _ in logs) / len(logs)
    middle_y = sum(y for _, y in logs) / len(logs)
    rise = sum((x - middle_x) * (y - middle_y) for x, y in logs)
    return round(rise / sum((x - middle_x) ** 2 for x, _ in logs), 2)


def timed(scenario: Scenario) -> tuple[float, Solution]:
    """Seconds to solve a scenario from nothing, and the solution."""
    begin = time.perf_counter()
    solution = solve(Tree(scenario, UNINSURED))
    return time.perf_counter() - begin, solution


def _in_child(kind: str, *numbers: int) -> dict[str, Any]:
    words = [sys.executable, "-m", "benchmarks.solving", kind, *(str(n) for n in numbers)]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _limid(problem: Rounds) -> dict[str, Any]:
    from benchmarks.limid import diagram, expected_cost

    made = diagram(problem)
    begin = time.perf_counter()
    value = expected_cost(made, len(problem.chance))
    return {"seconds": time.perf_counter() - begin, "start_value": value}


def _growth(problem: Rounds) -> dict[str, Any]:
    before = _peak_megabytes()
    seconds, solution = timed(as_scenario(problem))
    return {
        "histories": problem.histories,
        "information_states": solution.tree.size,
        "seconds": round(seconds, 3),
        "megabytes": round(_peak_megabytes() - before, 1),
    }


def _peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


if __name__ == "__main__":
    kind, *numbers = sys.argv[1:]
    rounds, tools, worlds, sights, alike = map(int, numbers)
    drawn = draw_rounds(rounds, tools, worlds, sights, alike=bool(alike))
    print(json.dumps(_limid(drawn) if kind == "limid" else _growth(drawn)))
