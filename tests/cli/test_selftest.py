"""The self-test tells what is wrong. That all is fine with a real copy is tested in packaging/."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.cli import main, selftest
from app.resources import asset


def _checks(*found: tuple[str, Callable[[], str]]) -> Callable[..., Iterator[object]]:
    return lambda *, window: iter(found)


def _broken() -> str:
    raise selftest.Fault("the cable is loose")


def test_a_failure_is_told_and_the_other_checks_still_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(selftest, "checks", _checks(("one", _broken), ("two", lambda: "good")))
    assert main(["selftest"]) == 1
    text = capsys.readouterr().out
    assert "FAILED one: Fault: the cable is loose" in text
    assert "ok     two: good" in text
    assert main(["selftest", "--json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert (data["fine"], data["packaged"]) == (False, False)
    assert [check["fine"] for check in data["checks"]] == [False, True]


def test_the_players_folder_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NORESTORE_HOME", str(tmp_path / "mine"))
    seen = []
    here = ("home", lambda: seen.append(os.environ["NORESTORE_HOME"]) or "")
    monkeypatch.setattr(selftest, "checks", _checks(here, ("save", lambda: selftest._save(TOY))))
    assert main(["selftest", "--no-window"]) == 0
    assert seen != [str(tmp_path / "mine")]
    assert not Path(seen[0]).exists()
    assert not (tmp_path / "mine").exists()
    assert os.environ["NORESTORE_HOME"] == str(tmp_path / "mine")
    assert "bytes written and read again" in capsys.readouterr().out


TOY = str(Path(__file__).parent / "toy")


def test_missing_files_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def elsewhere(*parts: str) -> Path:
        return asset(*parts) if "icons" not in parts else tmp_path / "nothing"

    monkeypatch.setattr("app.resources.asset", elsewhere)
    result = selftest.tried("files", selftest._files)
    assert not result.fine
    assert result.detail == "Fault: missing: icons/norestore.svg"
