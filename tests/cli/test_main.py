from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import app.cli
from app.cli import main, window
from app.store import folders

ROOT = Path(__file__).parents[2]
TOY = str(Path(__file__).parent / "toy")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(folders.HOME_VARIABLE, str(tmp_path))
    return tmp_path


def run(*arguments: str, typed: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    screenless = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        cwd=ROOT,
        env={**screenless, "PYTHONIOENCODING": "utf-8", **environment},
        input=typed,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_help_lists_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    text = capsys.readouterr().out
    for command in ("gui", "play", "review", "lint", "graph", "schema"):
        assert f"    {command} " in text


def test_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dance"]) == 2
    assert "invalid choice: 'dance'" in capsys.readouterr().err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a screen is always there")
def test_without_a_screen_the_reason_is_one_sentence_and_the_play_begins() -> None:
    done = run("play", TOY, typed="1\nq\n")
    assert done.returncode == 0
    assert done.stderr.startswith("norestore: there is no screen here")
    assert done.stderr.count("\n") == 1
    assert "You look after a server." in done.stdout
    assert "Saved. Go on with: norestore play" in done.stdout


def test_without_any_input_nothing_is_begun(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(window, "no_screen", lambda: "there is no screen here")
    monkeypatch.setattr(sys, "stdin", None)
    assert main([]) == 2
    assert "norestore play server-crash --text" in capsys.readouterr().err


def test_with_a_terminal_the_screenless_play_in_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

        def readline(self) -> str:
            return ""

    monkeypatch.setattr(window, "no_screen", lambda: "there is no screen here")
    monkeypatch.setattr(sys, "stdin", Terminal())
    assert main(["play", TOY]) == 0
    captured = capsys.readouterr()
    assert captured.err.startswith("norestore: there is no screen here; playing in the terminal")
    assert "You look after a server." in captured.out


def test_a_reader_who_has_seen_enough_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "app", "play", TOY, "--plan", "random"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_full_disk_is_named_and_is_no_error_of_ours() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "app", "schema"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == "norestore: No space left on device; free some space and run it again\n"


def test_a_terminal_that_knows_few_letters_still_plays() -> None:
    done = run("play", TOY, "--plan", "random", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "?? 280(1), 249, 251 BGB" in done.stdout


def test_our_own_errors_leave_a_log_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    def stumble(_name: str) -> None:
        raise ZeroDivisionError("the server fell over")

    monkeypatch.setattr("app.cli.play.load", stumble)
    assert main(["play", TOY, "--text"]) == 3
    message = capsys.readouterr().err
    assert message.count("\n") == 1
    assert "the server fell over" in message
    assert str(home / "errors.log") in message
    assert "Traceback" in (home / "errors.log").read_text()
    monkeypatch.setenv(app.cli.DEBUG_VARIABLE, "1")
    with pytest.raises(ZeroDivisionError):
        main(["play", TOY, "--text"])


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    code = "import sys, app.cli; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    heavy = {"numpy", "networkx", "yaml", "PySide6", "jsonschema", "platformdirs"}
    assert not heavy & set(done.stdout.split())
