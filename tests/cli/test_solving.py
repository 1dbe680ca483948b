from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from app.store import folders

TOY = str(Path(__file__).parent / "toy")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(folders.HOME_VARIABLE, str(tmp_path / "home"))


def told(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main([*words, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert isinstance(data, dict)
    return data


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main([*words]) == 0
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main([*words]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err


def test_perfect_play_is_the_cheapest_first_choice(capsys) -> None:
    data = told(capsys, "solve", TOY)
    assert data["first_choice"] == min(data["options"], key=lambda c: data["options"][c])
    assert data["start_value"] == min(data["options"].values())
    parts = data["expected_client_loss"] + data["expected_you_pay"]
    assert data["start_value"] == pytest.approx(parts, abs=1)
    assert data["information_states"] > 10


def test_each_objective_is_best_at_its_own_aim(capsys) -> None:
    client = told(capsys, "solve", TOY, "--objective", "client", "--terms", "none")
    own = told(capsys, "solve", TOY, "--objective", "own", "--terms", "none")
    assert client["start_value"] == client["expected_client_loss"] <= own["expected_client_loss"]
    assert own["start_value"] == own["expected_you_pay"] <= client["expected_you_pay"]


def test_solve_says_it_in_words(capsys) -> None:
    text = printed(capsys, "solve", TOY)
    assert "Expected cost of perfect play" in text
    assert "information states, insurance terms: Solid policy" in text
    assert "Expected cost by first choice:" in text


@pytest.mark.parametrize("plan", ["optimal", "as-it-happened"])
def test_the_simulated_mean_agrees_with_the_solver(capsys, plan: str) -> None:
    data = told(capsys, "simulate", TOY, "--plan", plan, "--runs", "20000", "--seed", "3")
    low, high = data["interval_99"]
    assert low - 1 <= data["expected"] <= high + 1
    assert data["runs"] == 20000 == sum(bar["plays"] for bar in data["distribution"])
    assert sum(data["endings"].values()) == 20000
    assert data["worst_5_percent_mean"] >= data["quantiles"]["0.95"]


def test_chance_plays_worse_than_perfect_play(capsys) -> None:
    data = told(capsys, "simulate", TOY, "--plan", "random", "--runs", "5000")
    assert data["expected"] is None
    assert data["mean"] > told(capsys, "solve", TOY)["start_value"]
    assert data == told(capsys, "simulate", TOY, "--plan", "random", "--runs", "5000")


def test_simulate_says_it_in_words_and_bars(capsys) -> None:
    text = printed(capsys, "simulate", TOY, "--plan", "as-it-happened", "--runs", "500")
    assert "500 plays" in text
    assert "Mean of the worst 5 %" in text
    assert "Worked out exactly" in text
    assert "#" * 50 in text


def test_both_speak_german_with_german_money(capsys) -> None:
    solved = printed(capsys, "solve", "fourth-disk", "--language", "de")
    assert solved.startswith("Die vierte Platte")
    assert "Hände weg." in solved
    assert re.search(r"perfektem Spiel +\d\.\d{3},\d{2} EUR", solved)
    simulated = printed(capsys, "simulate", "fourth-disk", "--runs", "1000", "--language", "de")
    assert "1.000 Spiele" in simulated
    assert "Mean" not in simulated


def test_perfect_play_can_be_played_and_has_no_regret(capsys) -> None:
    data = told(capsys, "play", TOY, "--text", "--plan", "optimal", "--seed", "4")
    review = data["review"]
    assert [decision["regret"] for decision in review["decisions"]] == [0] * len(data["choices"])
    lucks = sum(reveal["luck"] for reveal in review["reveals"])
    assert review["final_cost"] == review["start_value"] + lucks
    assert review["final_cost"] == data["client_loss"] + data["you_pay"]


@pytest.mark.parametrize("plan", ["random", "as-it-happened"])
def test_the_identity_is_printed_by_play_and_by_review(capsys, tmp_path: Path, plan: str) -> None:
    journal = str(tmp_path / "play.jsonl")
    played = told(capsys, "play", TOY, "--text", "--plan", plan, "--journal", journal)["review"]
    found = told(capsys, "review", journal, "--scenario", TOY)
    assert found["review"] == played
    regrets = sum(decision["regret"] for decision in found["decisions"])
    lucks = sum(reveal["luck"] for reveal in found["reveals"])
    assert found["final_cost"] == found["start_value"] + regrets + lucks
    text = printed(capsys, "review", journal, "--scenario", TOY)
    assert "Start " in text
    assert re.search(r" \+ bad luck | - good luck ", text)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["simulate", TOY, "--plan", "lucky"], "no plan 'lucky'; known: optimal, random, as-it-"),
        (["simulate", TOY, "--runs", "0"], "'0' is not a number of plays from 2 to 10000000"),
        (["simulate", TOY, "--runs", "many"], "'many' is not a number of plays"),
        (["solve", TOY, "--terms", "golden"], "no insurance terms 'golden'"),
        (["solve", TOY, "--objective", "fame"], "invalid choice: 'fame'"),
        (["solve", "nowhere"], "nowhere"),
    ],
)
def test_bad_input_is_named(capsys, words: list[str], message: str) -> None:
    assert message in refused(capsys, *words)
