"""Figures by node: what tests and plays by chance come to, and what is still to pay."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.authoring.heat import measure
from app.authoring.loading import load_scenario
from app.authoring.walkfile import read_tests
from app.engine.coverage import insurance_terms
from app.engine.scenario import Ending
from app.engine.solver.solution import solve
from app.engine.solver.tree import Tree


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(root / "scenarios" / "fourth-disk", tmp_path / "case"))


def test_figures_of_a_shipped_case(folder: Path) -> None:
    scenario = load_scenario(folder)
    heat = measure(scenario, folder, runs=200)
    assert heat.problems == ()
    assert (
        heat.tests
        == heat.tested[scenario.start]
        == len(read_tests(folder / "tests.yaml", scenario))
    )
    assert heat.runs == heat.visits[scenario.start] == 200
    endings = [id_ for id_, node in scenario.nodes.items() if isinstance(node, Ending)]
    assert sum(heat.visits[ending] for ending in endings) == 200
    tree = Tree(scenario, insurance_terms(scenario)[scenario.default_terms])
    assert heat.costs[scenario.start] == round(solve(tree).start_value)
    assert set(heat.costs) == set(scenario.nodes)


def test_the_same_scenario_gives_the_same_figures(folder: Path) -> None:
    scenario = load_scenario(folder)
    assert measure(scenario, folder, runs=50) == measure(scenario, folder, runs=50)


def test_broken_tests_are_told_and_the_rest_is_there(folder: Path) -> None:
    (folder / "tests.yaml").write_text("tests: [", encoding="utf-8")
    heat = measure(load_scenario(folder), folder, runs=10)
    assert "tests.yaml:2:1" in heat.problems[0]
    assert heat.tests == 0
    assert heat.costs


def test_no_tests_are_no_problem(folder: Path) -> None:
    (folder / "tests.yaml").unlink()
    heat = measure(load_scenario(folder), folder, runs=10)
    assert (heat.tests, dict(heat.tested), heat.problems) == (0, {}, ())
