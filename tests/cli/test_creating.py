"""``new``: what it says, and that what it says can be done."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from app.cli import main


def test_the_commands_it_names_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "my-case", "--folder", str(tmp_path / "my cases")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "README.md, scenario.schema.json, scenario.yaml, tests.yaml" in lines[0]
    lint, test, play = (shlex.split(line)[1:] for line in lines[1:])
    assert main(lint) == 0
    assert main([*test, "--min-coverage", "100"]) == 0
    capsys.readouterr()
    assert main([*play, "--plan", "random", "--seed", "3"]) == 0
    assert "Monday, ten past nine" in capsys.readouterr().out


def test_its_own_insurance_terms_are_played_saved_and_reviewed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "my-case", "--folder", str(tmp_path)]) == 0
    case, saved = str(tmp_path / "my-case"), str(tmp_path / "play.jsonl")
    capsys.readouterr()
    walk = ["--plan", "random"]
    assert main(["play", case, *walk, "--seed", "5", "--journal", saved, "--json"]) == 0
    played = json.loads(capsys.readouterr().out)
    assert played["terms"] == "broker"
    assert main(["review", saved, "--scenario", case, "--json"]) == 0
    reviewed = json.loads(capsys.readouterr().out)
    assert reviewed["you_pay"] == played["you_pay"]
    assert main(["play", case, "--text", "--resume", saved]) == 0
    assert main(["solve", case, "--terms", "none"]) == 0
    assert main(["solve", case, "--terms", "solid"]) == 2
    assert "on offer: none, broker" in capsys.readouterr().err


def test_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "my-case", "--folder", str(tmp_path), "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert all((Path(made["folder"]) / name).is_file() for name in made["files"])


def test_a_second_time_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "my-case", "--folder", str(tmp_path)]) == 0
    assert main(["new", "my-case", "--folder", str(tmp_path)]) == 2
    assert "nothing is overwritten" in capsys.readouterr().err
