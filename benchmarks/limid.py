"""The rounds problem as an influence diagram with perfect recall, solved by pyAgrum."""

from __future__ import annotations

from typing import Any

import pyagrum

from benchmarks.rounds import DENOMINATOR, Rounds


def diagram(problem: Rounds) -> pyagrum.InfluenceDiagram:
    """One decision, one sight and one utility (cents, negative) for each round."""
    rounds, tools, worlds, sights = problem.chance.shape
    made = pyagrum.InfluenceDiagram()
    made.addChanceNode(_variable("world", worlds))
    made.cpt("world").fillWith([1 / worlds] * worlds)
    for turn in range(rounds):
        tool, sight, cost = f"tool{turn}", f"sight{turn}", f"cost{turn}"
        made.addDecisionNode(_variable(tool, tools))
        made.addChanceNode(_variable(sight, sights))
        made.addUtilityNode(_variable(cost, 1))
        for tail, head in (("world", sight), (tool, sight), (tool, cost), (sight, cost)):
            made.addArc(tail, head)
        if turn:
            made.addArc(f"sight{turn - 1}", tool)
        for pick in range(tools):
            for world in range(worlds):
                shares = problem.chance[turn, pick, world] / DENOMINATOR
                made.cpt(sight)[{tool: pick, "world": world}] = shares.tolist()
            for seen in range(sights):
                made.utility(cost)[{tool: pick, sight: seen}] = -float(
                    problem.cost[turn, pick, seen]
                )
    return made


def expected_cost(made: pyagrum.InfluenceDiagram, rounds: int) -> float:
    """Expected cost of perfect play in cents, by LIMID inference with perfect recall."""
    inference = pyagrum.ShaferShenoyLIMIDInference(made)
    inference.addNoForgettingAssumption([f"tool{turn}" for turn in range(rounds)])
    inference.makeInference()
    answer: dict[str, Any] = inference.MEU()
    return -float(answer["mean"])


def _variable(name: str, size: int) -> pyagrum.RangeVariable:
    return pyagrum.RangeVariable(name, name, 0, size - 1)
