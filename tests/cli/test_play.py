from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from app.play import journal
from app.store import folders

TOY = str(Path(__file__).parent / "toy")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(folders.HOME_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def type_lines(monkeypatch: pytest.MonkeyPatch) -> Any:
    def type_them(*lines: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    return type_them


def played(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    assert main(["play", TOY, *options, "--json"]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    data = json.loads(captured.out)
    assert isinstance(data, dict)
    return data


def refused(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    assert main(["play", *options]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err


def test_a_script_prints_one_json_object(capsys: pytest.CaptureFixture[str]) -> None:
    data = played(capsys, "--choices", "ask, look,restore", "--seed", "5")
    assert data["choices"] == ["ask", "look", "restore"]
    assert data["seed"] == 5
    assert data["terms"] == "solid"
    assert data["ending"] in ("saved", "lost")
    # 3 h 15 min at 400 EUR an hour, and at 80 EUR of one's own.
    lost = data["ending"] == "lost"
    assert data["heads"] == {
        "idle_staff": 1_300_00,
        "reentry": 4_500_00 if lost else 0,
        "own_time": 260_00,
    }
    assert data["client_loss"] == data["claim"] == 1_300_00 + (4_500_00 if lost else 0)
    assert data["own_costs"] == 260_00
    assert data["steps"]["liability"][-1]["balance"] == data["justified_claim"]
    assert data["steps"]["coverage"][-1]["balance"] == data["insurer_pays"]
    assert data["steps"]["own"][-1]["balance"] == data["you_pay"]


def test_the_real_case_is_retold(capsys: pytest.CaptureFixture[str]) -> None:
    for seed in ("1", "2", "3", "4"):
        data = played(capsys, "--plan", "as-it-happened", "--seed", seed)
        assert (data["plan"], data["ending"], data["client_loss"]) == (
            "as-it-happened",
            "lost",
            5_300_00,
        )


def test_chance_plays_the_same_for_the_same_seed(capsys: pytest.CaptureFixture[str]) -> None:
    plays = {seed: played(capsys, "--plan", "random", "--seed", str(seed)) for seed in range(20)}
    assert played(capsys, "--plan", "random", "--seed", "7") == plays[7]
    assert len({tuple(play["choices"]) for play in plays.values()}) > 3
    assert {play["ending"] for play in plays.values()} == {"saved", "lost"}


def test_a_script_without_seed_is_repeatable(capsys: pytest.CaptureFixture[str]) -> None:
    assert played(capsys, "--choices", "restore") == played(capsys, "--choices", "restore")


def test_terms_can_be_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    assert played(capsys, "--choices", "restore", "--terms", "none")["terms"] == "none"
    assert "toy has no insurance terms 'hard'; on offer: none, solid" in refused(
        capsys, TOY, "--choices", "restore", "--terms", "hard"
    )


@pytest.mark.parametrize(
    ("choices", "complaint"),
    [
        ("", "ends after 0, but the story goes on at alarm; on offer: ask, look, restore"),
        ("ask", "ends after 1, but the story goes on at alarm; on offer: look, restore"),
        ("ask,jump", "choice 2, 'jump', is not on offer at alarm; on offer: look, restore"),
        ("ask,ask", "choice 2, 'ask', is not on offer"),
        ("restore,ask", "choice 2, 'ask', comes after the ending"),
    ],
)
def test_a_script_that_does_not_fit_is_explained(
    capsys: pytest.CaptureFixture[str], choices: str, complaint: str
) -> None:
    assert complaint in refused(capsys, TOY, "--choices", choices, "--json")


def test_a_scenario_plan_or_journal_that_is_not_there_is_explained(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "nowhere: no scenario of this name" in refused(capsys, "nowhere", "--text")
    assert "no plan 'x'; known: optimal, random, as-it-happened" in refused(
        capsys, TOY, "--plan", "x"
    )
    assert "nowhere.jsonl: No such file" in refused(capsys, "--text", "--resume", "nowhere.jsonl")


@pytest.mark.parametrize("seed", ["x", "-1", "1e3", "9" * 30, str(2**63)])
def test_a_bad_seed_is_refused(capsys: pytest.CaptureFixture[str], seed: str) -> None:
    assert "is not a number from 0" in refused(capsys, TOY, "--text", f"--seed={seed}")


def test_a_broken_scenario_names_file_line_and_remedy(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    source = (Path(TOY) / "scenario.yaml").read_text()
    (tmp_path / "scenario.yaml").write_text(source.replace("then: lost}", "then: nowhere}"))
    message = refused(capsys, str(tmp_path), "--text")
    assert "scenario.yaml:" in message
    assert "nowhere" in message


def test_a_person_plays_by_number_and_by_name(
    capsys: pytest.CaptureFixture[str], type_lines: Any, home: Path
) -> None:
    type_lines("1", "l", "jump", "u", "?", "s", "9", "ask", "2")
    assert main(["play", TOY, "--text", "--seed", "5"]) == 0
    text = capsys.readouterr().out
    assert "You look after a server." in text
    assert "Insurance: Solid policy. Server number (seed): 5." in text
    assert "Tuesday 08:27  Told the client." in text
    assert "There is no choice 'jump'. Type a number from 1 to 2 or one of: look, restore" in text
    assert "There is no choice '9'. Type a number from 1 to 3" in text
    assert "[15 min, client 100.00 EUR, you 20.00 EUR]" in text
    assert "Client: Was told" in text
    assert "You pay" in text
    assert "no legal advice" in text
    assert "It went wrong." in text
    (path,) = (home / "plays").iterdir()
    record = journal.read(path)
    assert record.header.seed == 5
    assert [getattr(event, "choice", "undo") for event in record.events] == [
        "ask",
        "undo",
        "ask",
        "restore",
    ]


def test_a_play_that_is_left_can_be_continued(
    capsys: pytest.CaptureFixture[str], type_lines: Any, tmp_path: Path
) -> None:
    path = tmp_path / "play.jsonl"
    type_lines("ask", "q")
    assert main(["play", TOY, "--text", "--seed", "5", "--journal", str(path)]) == 0
    assert f"--text --resume {path}" in capsys.readouterr().out
    type_lines("restore")
    assert main(["play", TOY, "--text", "--resume", str(path), "--json"]) == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out)["choices"] == ["ask", "restore"]
    assert "Tuesday 08:27" in captured.err


def test_the_end_of_the_input_leaves_the_play_saved(
    capsys: pytest.CaptureFixture[str], type_lines: Any
) -> None:
    type_lines("ask")
    assert main(["play", TOY, "--text"]) == 0
    assert "Saved. Go on with" in capsys.readouterr().out


def test_an_examination_has_no_undo(capsys: pytest.CaptureFixture[str], type_lines: Any) -> None:
    type_lines("ask", "u", "q")
    assert main(["play", TOY, "--text", "--exam"]) == 0
    assert "An examination has no undo." in capsys.readouterr().out


def test_a_journal_is_never_overwritten(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "play.jsonl"
    path.write_text("precious")
    assert "already" in refused(capsys, TOY, "--choices", "restore", "--journal", str(path))
    assert path.read_text() == "precious"


def test_a_damaged_journal_is_set_aside(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "play.jsonl"
    path.write_text("{}\n")
    message = refused(capsys, TOY, "--text", "--resume", str(path))
    assert "play.jsonl:1: 'format' should be 1; it is kept as play.jsonl.unreadable" in message
    assert (tmp_path / "play.jsonl.unreadable").read_text() == "{}\n"


def test_the_shipped_story_retold_comes_to_a_hundred_thousand(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for seed in ("1", "77"):
        plan = ["--plan", "as-it-happened", "--seed", seed, "--json"]
        assert main(["play", "server-crash", *plan]) == 0
        data = json.loads(capsys.readouterr().out)
        assert data["client_loss"] == data["claim"] == 100_000_00
        heads = {head: cents for head, cents in data["heads"].items() if cents}
        assert heads.pop("own_time") + heads.pop("own_outlay") == data["own_costs"]
        assert heads == {
            "idle_staff": 30_000_00,
            "reentry": 45_000_00,
            "rental": 8_000_00,
            "recovery": 9_000_00,
            "hardware": 8_000_00,
        }
