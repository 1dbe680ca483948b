"""The template becomes a case that lints clean, passes its tests, teaches, and plays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from app.authoring.lint import lint
from app.authoring.loading import read_scenario
from app.authoring.manywalks import all_walks
from app.authoring.new_case import SCHEMA_FILE, TEMPLATE_FILES, NewCaseError, new_case
from app.authoring.reading import plain
from app.authoring.trials import coverage_of, run_test
from app.authoring.walkfile import read_tests
from app.authoring.walking import Analyst, Deal
from app.engine.scenario import DecisionNode


def test_it_lints_clean_and_passes_its_own_tests(tmp_path: Path) -> None:
    folder = new_case("my-case", tmp_path)
    assert folder == tmp_path / "my-case"
    assert lint(folder) == []
    scenario = read_scenario(folder).scenario
    analyst = Analyst(scenario)
    results = [run_test(test, analyst) for test in read_tests(folder / "tests.yaml", scenario)]
    assert [str(failure) for result in results for failure in result.failures] == []
    assert coverage_of(scenario, results).percent() == 100
    assert (scenario.id, scenario.title.source) == ("my-case", "My case")


def test_it_has_two_decisions_and_all_its_ways_end(tmp_path: Path) -> None:
    scenario = read_scenario(new_case("two", tmp_path)).scenario
    decisions = [node for node in scenario.nodes.values() if isinstance(node, DecisionNode)]
    assert len(decisions) == 2
    survey = all_walks(scenario, scenario.default_terms)
    assert (survey.complete, survey.problems) == (True, [])


def test_what_is_right_depends_on_what_is_known(tmp_path: Path) -> None:
    scenario = read_scenario(new_case("lesson", tmp_path)).scenario
    analyst = Analyst(scenario)
    best = set()
    for seed in range(60):
        for first in ("test_first", "restore_now"):
            state = Deal("broker", seed).start(scenario).choose(first).advance()
            if state.node_id == "what_now":
                best.add((first, analyst.best_choice(state)))
    assert best == {("test_first", "lab"), ("restore_now", "retype")}


def test_the_modeline_names_the_schema_beside_it(tmp_path: Path) -> None:
    folder = new_case("my-case", tmp_path)
    first = (folder / "scenario.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=./{SCHEMA_FILE}"
    schema = json.loads((folder / SCHEMA_FILE).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    tree = plain(read_scenario(folder).tree)
    assert list(Draft202012Validator(schema).iter_errors(tree)) == []
    tree["nodes"]["monday"]["choices"]["test_first"]["hour"] = 3
    assert list(Draft202012Validator(schema).iter_errors(tree))


def test_no_placeholder_is_left(tmp_path: Path) -> None:
    folder = new_case("a_first-case", tmp_path)
    assert sorted(path.name for path in folder.iterdir()) == sorted([*TEMPLATE_FILES, SCHEMA_FILE])
    for path in folder.iterdir():
        assert "@" not in path.read_text(encoding="utf-8").replace("@ ", "")
    assert (folder / "README.md").read_text(encoding="utf-8").startswith("# A first case\n")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    mine = new_case("my-case", tmp_path) / "scenario.yaml"
    mine.write_text("mine", encoding="utf-8")
    with pytest.raises(NewCaseError, match="already there, and nothing is overwritten"):
        new_case("my-case", tmp_path)
    assert mine.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("id_", ["", "My-Case", "../up", "a b", "1st", "x" * 41, "true", "null"])
def test_an_odd_id_is_refused(id_: str, tmp_path: Path) -> None:
    with pytest.raises(NewCaseError, match="like my-case"):
        new_case(id_, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NewCaseError, match="cannot be written"):
        new_case("my-case", tmp_path / "file")
