"""Missing libraries of the system are named, with the packages that bring them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.cli import window
from app.store import libraries

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux asks for them")


@pytest.fixture
def odd_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "list.txt"
    file.write_text("libc.so.6 libc6\nlibnowhere-9.so.1 libnowhere9\n", "utf-8")
    monkeypatch.setattr(libraries, "asset", lambda *_parts: file)
    return file


@linux
def test_what_can_be_loaded_is_not_missing(odd_list: Path) -> None:
    assert libraries.needed() == {"libc.so.6": "libc6", "libnowhere-9.so.1": "libnowhere9"}
    assert libraries.missing() == ["libnowhere9"]


def test_the_list_that_comes_with_the_game_is_whole() -> None:
    listed = libraries.needed()
    assert listed["libxcb-cursor.so.0"] == "libxcb-cursor0"
    assert len(listed) > 15


def test_the_advice_is_one_sentence_to_copy() -> None:
    assert libraries.advice([]) == ""
    assert libraries.advice(["libegl1"]).startswith("libraries of the system are missing")
    assert "sudo apt install libegl1 libgl1 (" in libraries.advice(["libegl1", "libgl1"])


def test_without_the_list_nothing_is_said(tmp_path: Path) -> None:
    assert libraries.needed(tmp_path / "nowhere") == {}


@linux
def test_when_qt_cannot_be_loaded_the_package_is_named(
    odd_list: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def unusable() -> None:
        raise ImportError("libnowhere-9.so.1: cannot open shared object file")

    monkeypatch.setattr(window, "no_screen", lambda: "")
    monkeypatch.setattr(window, "_is_first", lambda _plain: True)
    monkeypatch.setattr(window, "window_runner", unusable)
    monkeypatch.setattr(sys, "stdin", None)
    assert window.open_or_explain(None) == 2
    assert "sudo apt install libnowhere9" in capsys.readouterr().err
