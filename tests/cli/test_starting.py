"""How the window is asked for: safely, once, and not twice at the same time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.cli import main, window
from app.store import folders, one_window


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, Any]]]:
    """What the window is opened with, without opening it."""
    monkeypatch.setenv(folders.HOME_VARIABLE, str(tmp_path))
    monkeypatch.setattr(window, "no_screen", lambda: "")
    told: list[dict[str, Any]] = []

    def note(scenario: str | None, language: str, journal: Path | None, **more: Any) -> int:
        told.append({"scenario": scenario, "language": language, "journal": journal, **more})
        return 0

    monkeypatch.setattr(window, "window_runner", lambda: note)
    yield told
    one_window.let_go()


@pytest.mark.parametrize("words", [["--safe-mode"], ["gui", "--safe-mode"], ["--safe-mode", "gui"]])
def test_safe_mode_is_asked_for_before_or_after_the_command(
    runs: list[dict[str, Any]], words: list[str]
) -> None:
    assert main(words) == 0
    assert runs == [{"scenario": None, "language": "", "journal": None, "safe": True}]


def test_the_usual_start_is_not_a_safe_one(runs: list[dict[str, Any]]) -> None:
    assert main([]) == 0
    assert not runs[0]["safe"]
    assert one_window.is_held()


def test_a_second_start_opens_nothing(
    runs: list[dict[str, Any]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(one_window, "is_first", lambda: False)
    monkeypatch.setattr(one_window, "call", lambda: True)
    assert main([]) == 0
    assert runs == []
    assert "open already" in capsys.readouterr().err


def test_when_the_first_does_not_answer_the_second_opens(
    runs: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_window, "is_first", lambda: False)
    monkeypatch.setattr(one_window, "call", lambda: False)
    assert main([]) == 0
    assert len(runs) == 1


def test_a_case_of_its_own_gets_a_window_of_its_own(
    runs: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_window, "is_first", lambda: False)
    assert main(["gui", "fourth-disk"]) == 0
    assert runs[0]["scenario"] == "fourth-disk"
