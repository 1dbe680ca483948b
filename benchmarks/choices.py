"""Choices a second: our engine against inkjs, on the same little story."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from app.authoring.loading import load_scenario
from app.engine.coverage import PRESETS
from app.engine.scenario import DecisionNode, Ending, Outcome, Scenario
from app.engine.state import State

LITTLE = Path(__file__).parent / "little"
INKJS = "inkjs@2.4.0"
GOAL = 5.0
_PLAYS = 1000


def measure() -> dict[str, Any]:
    """Both speeds and their ratio. Without npm only our own."""
    ours = _ours()
    result: dict[str, Any] = {"ours_per_second": round(ours["choices"] / ours["seconds"])}
    if shutil.which("npm") is None or shutil.which("node") is None:
        return {**result, "inkjs_per_second": None, "ratio": None, "note": "npm is not installed"}
    theirs = _inkjs()
    if theirs["choices"] != ours["choices"]:
        raise AssertionError(f"the two stories differ: {ours} and {theirs}")
    inkjs = theirs["choices"] / theirs["seconds"]
    ratio = ours["choices"] / ours["seconds"] / inkjs
    return {
        **result,
        "inkjs_per_second": round(inkjs),
        "lines_shown": [ours["lines"], theirs["lines"]],
        "ratio": round(ratio, 2),
        "goal": f">= {GOAL}",
        "met": ratio >= GOAL,
    }


def _ours() -> dict[str, Any]:
    scenario = load_scenario(LITTLE)
    _play(scenario, _PLAYS // 4)
    found: list[dict[str, Any]] = []
    for _ in range(3):
        begin = time.perf_counter()
        choices, lines = _play(scenario, _PLAYS)
        seconds = time.perf_counter() - begin
        found.append({"choices": choices, "lines": lines, "seconds": seconds})
    return min(found, key=lambda run: run["seconds"])


def _play(scenario: Scenario, times: int) -> tuple[int, int]:
    """Play and read what would be shown; the number of choices and of paragraphs."""
    choices = lines = 0
    terms = PRESETS["none"]
    for seed in range(times):
        state = State.start(scenario, terms, seed)
        step = 0
        while True:
            lines += len(_shown(state))
            if state.is_terminal():
                break
            offered = state.legal_choices()
            state = state.choose(offered[step % len(offered)].id)
            step += 1
            if state.is_chance():
                node, state = state.node, state.reveal()
                told = next(o for o in node.outcomes if o.id == state.action)
                lines += len(_texts(told, state))
        choices += step
    return choices, lines


def _shown(state: State) -> list[str]:
    node = state.node
    return _texts(node, state) if isinstance(node, DecisionNode | Ending) else []


def _texts(part: DecisionNode | Ending | Outcome, state: State) -> list[str]:
    values = state.values
    return [
        passage.text.source
        for passage in part.passages
        if passage.when is None or passage.when.evaluate(values)
    ]


def _inkjs() -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="norestore-bench-") as folder:
        install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder]
        subprocess.run([*install, INKJS], check=True, capture_output=True)
        done = subprocess.run(
            ["node", str(LITTLE / "play.js"), folder, str(_PLAYS)],
            check=True,
            capture_output=True,
            text=True,
        )
    result: dict[str, Any] = json.loads(done.stdout)
    return result
