"""``test``: results for people and machines, exit codes, and failed walks as journals."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from app.authoring.loading import load_scenario
from app.cli import main
from app.play import journal
from app.play.playthrough import Playthrough
from tests.authoring.test_manywalks import STUCK
from tests.authoring.test_walks import GOOD
from tests.scenarios import SMALL


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "scenario.yaml").write_text(SMALL, encoding="utf-8")
    (folder / "tests.yaml").write_text(GOOD, encoding="utf-8")
    return folder


def test_all_passed(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", str(case)]) == 0
    out = capsys.readouterr().out
    assert "small: 1 test\n  ok      hand-over\n" in out
    assert "coverage 28 %: nodes 2/6, choices 2/4, outcomes 0/4" in out
    assert "nodes not met: search, restored, saved, lost" in out


def test_a_failure_has_a_place_and_a_journal_that_opens(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (case / "tests.yaml").write_text(GOOD.replace("ending: handed_over", "ending: saved"))
    journals = tmp_path / "journals"
    for _ in range(2):  # a second run replaces what the first one has left
        assert main(["test", str(case), "--journals", str(journals)]) == 1
    out = capsys.readouterr().out
    assert "tests.yaml:7:15: hand-over: ending: expected saved, found handed_over" in out
    (path,) = journals.iterdir()
    play = Playthrough.resume(path, lambda _: load_scenario(case))
    assert [decision.choice for decision in play.decisions] == ["ask", "hand_over"]
    assert play.message == ""
    hint = next(line for line in out.splitlines() if "look at it:" in line)
    command = shlex.split(hint.partition("norestore ")[2])
    assert main(command) == 0
    assert "Tell the client" in capsys.readouterr().out


def test_json(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (case / "tests.yaml").write_text(GOOD.replace("ending: handed_over", "ending: saved"))
    assert main(["test", str(case), "--json", "--walks", "5"]) == 1
    (report,) = json.loads(capsys.readouterr().out)
    (test,) = report["tests"]
    (failure,) = test["failures"]
    assert (failure["line"], failure["expected"], failure["found"]) == (7, "saved", "handed_over")
    assert journal.read(Path(test["journal"])).header.scenario == "small"
    assert report["coverage"]["nodes"] == {"met": 2, "known": 6}
    assert report["walks"]["endings"] == 5
    assert not report["passed"]


def test_too_little_coverage_fails(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", str(case), "--min-coverage", "28"]) == 0
    assert main(["test", str(case), "--min-coverage", "29"]) == 1
    assert "below the 29 %" in capsys.readouterr().out


def test_a_walk_that_gets_stuck_is_saved(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (case / "scenario.yaml").write_text(STUCK)
    (case / "tests.yaml").unlink()
    for how in (["--walks", "200", "--seed", "3"], ["--exhaustive"]):
        folder = tmp_path / how[0].strip("-")
        assert main(["test", str(case), *how, "--journals", str(folder)]) == 1
        assert "choice" in capsys.readouterr().out
        path = min(folder.iterdir())
        play = Playthrough.resume(path, lambda _: load_scenario(case))
        assert play.state.node_id == "alarm"
        assert play.view().choices == ()


def test_unreadable_input(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (case / "tests.yaml").write_text(
        "format: 1\ntests: {t: {choices: [ask], expect: {endng: x}}}\n"
    )
    assert main(["test", str(case)]) == 2
    assert "tests.yaml:2:38: E201" in capsys.readouterr().err
    (case / "tests.yaml").unlink()
    assert main(["test", str(case)]) == 2
    assert "there is no such file" in capsys.readouterr().err
    assert main(["test", "nowhere"]) == 2
    assert main(["test", str(case), "--walks", "many"]) == 2
