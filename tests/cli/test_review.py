from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli import main

TOY = str(Path(__file__).parent / "toy")


@pytest.fixture
def saved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    path = str(tmp_path / "play.jsonl")
    options = ["--choices", "ask,look,restore", "--seed", "5", "--journal", path]
    assert main(["play", TOY, *options]) == 0
    capsys.readouterr()
    return path


def test_a_review_tells_the_path_the_bill_and_the_real_case(
    capsys: pytest.CaptureFixture[str], saved: str
) -> None:
    before = Path(saved).read_bytes()
    assert main(["review", saved, "--scenario", TOY]) == 0
    text = capsys.readouterr().out
    assert "Tuesday 08:12  One line: Tell the client" in text
    assert "Tuesday 08:27  One line: Look closer" in text
    assert "The client claims" in text
    assert "It went wrong." in text
    assert Path(saved).read_bytes() == before


def test_a_review_as_json(capsys: pytest.CaptureFixture[str], saved: str) -> None:
    assert main(["review", saved, "--scenario", TOY, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["choices"] == ["ask", "look", "restore"]
    assert [step["node"] for step in data["path"]] == [
        "alarm",
        "alarm",
        "search",
        "alarm",
        "restored",
    ]
    assert data["path"][0] == {"node": "alarm", "choice": "ask", "minutes": 15}
    assert data["path"][-1]["outcome"] in ("works", "garbage")
    assert data["path"][-1]["minutes"] == data["minutes"]
    assert data["real_case"].strip() == "It went wrong."
    assert data["message"] == ""


def test_an_unfinished_or_undone_play_says_so(
    capsys: pytest.CaptureFixture[str], saved: str
) -> None:
    with Path(saved).open("a") as file:
        file.write('{"undo":1}\n')
    assert main(["review", saved, "--scenario", TOY]) == 0
    text = capsys.readouterr().out
    assert "This play has not ended" in text
    assert "Taken back: restore at alarm" in text


def test_a_scenario_that_cannot_be_found_is_named(
    capsys: pytest.CaptureFixture[str], saved: str
) -> None:
    assert main(["review", saved]) == 2
    assert "toy: no scenario of this name" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", ":1: the first line is not complete"),
        (b"\x00\xff\n", ":1: the line is not JSON"),
        (b"[]\n", ":1: the line is not a JSON object"),
    ],
)
def test_a_broken_journal_is_named_and_left_alone(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes, complaint: str
) -> None:
    path = tmp_path / "play.jsonl"
    path.write_bytes(content)
    assert main(["review", str(path)]) == 2
    assert f"play.jsonl{complaint}" in capsys.readouterr().err
    assert path.read_bytes() == content


def test_the_review_as_a_pdf(saved: str, tmp_path: Path) -> None:
    """In a process of its own, because Qt allows one application in each."""
    target = tmp_path / "review.pdf"
    command = [sys.executable, "-m", "app", "review", saved, "--scenario", TOY, "--pdf", target]
    subprocess.run(command, check=True, capture_output=True)
    text = subprocess.run(
        ["pdftotext", target, "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "Tell the client" in text
    assert "Who pays" in text
    command[-1] = tmp_path / "nowhere" / "review.pdf"
    refused = subprocess.run(command, check=False, capture_output=True, text=True)
    assert refused.returncode == 2
    assert "choose another folder" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_an_unfinished_play_has_no_pdf(
    capsys: pytest.CaptureFixture[str], saved: str, tmp_path: Path
) -> None:
    with Path(saved).open("a") as file:
        file.write('{"undo":1}\n')
    target = tmp_path / "review.pdf"
    assert main(["review", saved, "--scenario", TOY, "--pdf", str(target)]) == 2
    assert "has not ended" in capsys.readouterr().err
    assert not target.exists()
