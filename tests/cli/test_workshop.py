"""Hosting and rehearsing in the terminal."""

from __future__ import annotations

import io
import json
import re
import sys

import pytest

from app.cli import main
from app.workshop.eventlog import workshop_files


@pytest.mark.parametrize("mode", ["room", "teams", "solo"])
def test_a_rehearsal_loses_nothing(capsys: pytest.CaptureFixture[str], mode: str) -> None:
    words = ["workshop", "fourth-disk", "--rehearse", "6", "--mode", mode, "--teams", "2"]
    assert main([*words, "--seed", "3", "--haste", "0.05", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["joined"], told["lost"], told["refused"]) == (6, 0, 0)
    assert told["votes"] >= 6
    assert not workshop_files()


def test_a_room_is_led_through_by_enter_and_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n\n\nnonsense\nundo\ndebrief\nclose\n"))
    assert main(["workshop", "fourth-disk", "--interface", "127.0.0.1", "--language", "de"]) == 0
    told = capsys.readouterr().out
    assert re.search(r"http://127\.0\.0\.1:\d+/\?c=[A-Z]{5}\n", told)
    assert "show_scene: scene, Personen: 0" in told
    assert "open_vote: voting" in told
    assert "undo: scene" in told
    assert "close: over" in told
    assert workshop_files()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--rehearse", "0"], "1 to 600"),
        (["--mode", "teams", "--teams", "99"], "2 to 12"),
        (["--interface", "192.0.2.77", "--port", "8321"], "no address 192.0.2.77"),
        (["--terms", "nope"], "no insurance terms"),
    ],
)
def test_what_cannot_be_hosted_is_said(
    capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert main(["workshop", "fourth-disk", *words]) == 2
    assert said in capsys.readouterr().err
