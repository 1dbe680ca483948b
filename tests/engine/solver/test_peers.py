"""Agreement with solvers that others wrote, on problems that they can express."""

from __future__ import annotations

import json
import subprocess
import sys
from fractions import Fraction
from itertools import product
from pathlib import Path
from random import Random

import pytest

from app.engine.coverage import InsurancePolicy
from app.engine.facts import worlds
from app.engine.scenario import Scenario
from app.engine.settlement import settle
from app.engine.solver.solution import Objective, solve
from app.engine.solver.tree import Tree
from app.engine.state import State
from benchmarks.rounds import UNINSURED, as_scenario, draw_rounds
from tests.engine.solver.generated import TERMS, generate

CENT = 0.5
SHAPES = [(1, 2, 2, 2), (3, 3, 5, 2), (4, 3, 12, 3)]

LIMID = """
import json, sys
from benchmarks.limid import diagram, expected_cost
from benchmarks.rounds import draw_rounds
for *shape, alike, seed in json.load(sys.stdin):
    print(expected_cost(diagram(draw_rounds(*shape, alike=alike, seed=seed)), shape[0]))
"""

GAMBIT = """
import io, json, sys
import pygambit
for text in json.load(sys.stdin):
    game = pygambit.read_efg(io.StringIO(text))
    print(-float(pygambit.nash.lp_solve(game, rational=True).equilibrium.payoffs["player"]))
"""
"""Expected cost of the best strategy, by linear programming on the sequence form."""


def ask(program: str, problems: object, root: Path) -> list[float]:
    """A peer's answers. Its native library and Qt's do not stand each other in one process."""
    told = subprocess.run(
        [sys.executable, "-c", program],
        input=json.dumps(problems),
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
    )
    return [float(line) for line in told.stdout.split()]


def test_influence_diagram_inference_agrees_to_the_cent(root):
    problems = [
        (*shape, alike, seed) for shape, alike, seed in product(SHAPES, (True, False), range(6))
    ]
    ours = [
        solve(Tree(as_scenario(draw_rounds(*shape, alike=alike, seed=seed)), UNINSURED)).start_value
        for *shape, alike, seed in problems
    ]
    assert ours == pytest.approx(ask(LIMID, problems, root), abs=CENT)


class ExtensiveForm:
    """A scenario as Gambit's text for a game: chance first deals the world, and histories that
    look alike to the player share an information set. The second player only gains what the
    first loses, which makes the game one of zero sum, and never moves of its own.
    """

    def __init__(self, scenario: Scenario, terms: InsurancePolicy, weights: tuple[int, int]):
        self.weights = weights
        self.sets: dict[tuple[str, ...], int] = {}
        self.chances = self.endings = 0
        dealt = list(worlds(scenario.facts))
        self.lines = ['EFG 2 R "story" { "player" "nobody" }', 'p "" 2 1 "" { "go" } 0']
        self._deal({str(number): chance for number, (_, chance) in enumerate(dealt)})
        for world, _ in dealt:
            facts = {
                fact.id: fact.domain.words[code]
                for fact, code in zip(scenario.facts, world, strict=True)
            }
            self._visit(State.start(scenario, terms, 1, facts=facts), ())

    def _deal(self, chances: dict[str, Fraction]) -> None:
        self.chances += 1
        shares = " ".join(f'"{name}" {chance}' for name, chance in chances.items())
        self.lines.append(f'c "" {self.chances} "" {{ {shares} }} 0')

    def _visit(self, state: State, seen: tuple[str, ...]) -> None:
        if state.is_terminal():
            paid = settle(state.scenario, state.values, state.terms)
            cost = self.weights[0] * paid.client_loss + self.weights[1] * paid.you_pay
            self.endings += 1
            self.lines.append(f't "" {self.endings} "" {{ {-cost}, {cost} }}')
        elif state.is_chance():
            possible = state.chance_outcomes()
            self._deal({o.id: Fraction(weight, state.node.denominator) for o, weight in possible})
            for outcome, _ in possible:
                self._visit(state.apply(outcome), (*seen, outcome.id))
        else:
            number = self.sets.setdefault(seen, len(self.sets) + 1)
            names = [choice.id for choice in state.legal_choices()]
            actions = " ".join(f'"{name}"' for name in names)
            self.lines.append(f'p "" 1 {number} "" {{ {actions} }} 0')
            for name in names:
                self._visit(state.choose(name), (*seen, name))


def test_linear_programming_on_the_extensive_form_agrees_to_the_cent(root):
    ours, texts = [], []
    for seed, objective in enumerate([*Objective] * 10):
        scenario, terms = generate(Random(seed)), TERMS[seed % 2]
        lines = ExtensiveForm(scenario, terms, objective.weights).lines
        if len(lines) < 200:
            texts.append("\n".join(lines))
            ours.append(solve(Tree(scenario, terms), objective.weights).start_value)
    assert len(ours) > 12
    assert ours == pytest.approx(ask(GAMBIT, texts, root), abs=CENT)


def test_the_compared_games_hide_the_world_from_the_player():
    forms = [ExtensiveForm(generate(Random(seed)), TERMS[1], (1, 1)) for seed in range(12)]
    players = [sum(line.startswith('p "" 1') for line in form.lines) for form in forms]
    assert sum(players) > 2 * sum(len(form.sets) for form in forms)
