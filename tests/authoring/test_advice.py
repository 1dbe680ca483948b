"""Choices that are never or always best are told, with figures that the solver stands for."""

from __future__ import annotations

import re

import pytest

from app.authoring.dilemmas import check_dilemmas, standings
from app.authoring.finding import Finding, Report
from app.authoring.lint import lint
from app.authoring.loading import parse_scenario
from app.authoring.rules import Severity
from app.engine.coverage import insurance_terms
from app.engine.solver.solution import Objective, solve
from app.engine.solver.tree import Tree
from app.resources import scenario_folders
from tests.scenarios import SMALL

PINNED = {
    "fourth-disk": {
        ("A102", "forward at claim"),
        ("A102", "forward_loss at claim"),
    },
    "server-crash": set(),
    "unchecked-backup": {("A102", "pass_on at rescued")},
}
"""What is known and stays: duties that no money speaks against."""

NAMES = re.compile(r"'(\w+)'(?: at '(\w+)')?")


def named(finding: Finding) -> tuple[str, str]:
    found = NAMES.search(finding.message)
    assert found is not None
    return finding.code, " at ".join(part for part in found.groups() if part)


def advice_on(text: str) -> list[Finding]:
    loaded = parse_scenario(text)
    report = Report(loaded.file)
    check_dilemmas(loaded, report)
    return list(report.findings)


@pytest.mark.parametrize("folder", scenario_folders(), ids=lambda folder: folder.name)
def test_advice_on_the_shipped_cases_is_known(folder) -> None:
    found = [finding for finding in lint(folder, advice=True) if finding.code[0] != "T"]
    assert {finding.severity for finding in found} <= {Severity.ADVICE}
    assert {named(finding) for finding in found} == PINNED[folder.name]


def test_a_choice_that_only_costs_more_is_never_best_and_leaves_a_false_dilemma() -> None:
    """Of two ways to the same end, one takes two hours and the other half an hour."""
    twin = "      dawdle: {text: Dawdle, hours: 2, then: handed_over}\n"
    text = SMALL.replace("      hand_over: {", f"{twin}      hand_over: {{")
    line = text[: text.index("dawdle")].count("\n") + 1
    (found,) = [finding for finding in advice_on(text) if "'dawdle'" in finding.message]
    assert (found.code, found.line) == ("A101", line)
    # An hour and a half of one's own costs 120 EUR, but the client's loss may not change.
    assert "EUR more" in found.message


def test_equal_choices_are_no_dilemma() -> None:
    twin = "      same: {text: Same, hours: 0.5, then: handed_over}\n"
    text = SMALL.replace("      hand_over: {", f"{twin}      hand_over: {{")
    before = {named(finding) for finding in advice_on(SMALL)}
    assert {named(finding) for finding in advice_on(text)} == before


def test_advice_agrees_with_the_costs_of_options_state_by_state() -> None:
    """The fast way over whole columns says the same as the solver's row by row."""
    scenario = parse_scenario(SMALL).scenario
    policies = [insurance_terms(scenario)[id_] for id_ in scenario.terms]
    found = standings(scenario, policies).by_choice
    nearest: dict[tuple[str, str], float] = {}
    for policy in policies:
        tree = Tree(scenario, policy)
        for objective in Objective:
            solution = solve(tree, objective.weights)
            for block in tree.blocks:
                if not block.edges or block.signature is not None:
                    continue
                for row in range(len(block)):
                    costs = solution.option_costs(block, row)
                    for choice, cost in costs.items() if len(costs) > 1 else ():
                        key = (block.node_id, choice)
                        gap = cost - min(costs.values())
                        nearest[key] = min(gap, nearest.get(key, gap))
    assert nearest
    assert {key: standing.nearest for key, standing in found.items()} == pytest.approx(nearest)


def test_a_case_too_large_to_solve_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.engine.solver.tree.MAX_ROWS", 3)
    (found,) = advice_on(SMALL)
    assert found.code == "A103"
    assert found.severity is Severity.ADVICE
