"""Of two starts with the same data one has the window; how it ends does not matter."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store import folders, one_window

HOLDER = "from app.store import one_window; print(one_window.is_first(), flush=True); input()"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(folders.HOME_VARIABLE, str(tmp_path / "new" / "data"))
    yield tmp_path
    one_window.let_go()


@pytest.fixture
def holder(root: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the window."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        yield process
        process.kill()


def test_the_first_has_it_and_the_second_has_not(holder: subprocess.Popen[str]) -> None:
    assert not one_window.is_first()
    assert not one_window.is_held()


def test_after_a_kill_the_next_start_has_it(holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait()
    assert one_window.is_first()
    assert one_window.is_held()


def test_other_data_other_window(
    holder: subprocess.Popen[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(folders.HOME_VARIABLE, str(tmp_path / "other"))
    assert one_window.is_first()


def test_a_call_is_heard_once() -> None:
    assert one_window.is_first()
    assert not one_window.answer()
    heard = threading.Event()
    # What the window does when its folder changes.
    answering = threading.Thread(target=lambda: _answer(heard))
    answering.start()
    assert one_window.call(patience=30)
    answering.join()
    assert heard.is_set()
    assert not one_window.answer()


def _answer(heard: threading.Event) -> None:
    while not one_window.answer():
        pass
    heard.set()


def test_a_window_that_does_not_answer_is_not_waited_for() -> None:
    assert one_window.is_first()
    assert not one_window.call(patience=0.05)
    assert not folders.call_file().exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_cannot_be_written_keeps_nobody_from_playing(home: Path) -> None:
    home.chmod(0o500)
    try:
        assert one_window.is_first()
        assert not one_window.call()
    finally:
        home.chmod(0o700)


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="no such links")
def test_a_link_in_the_place_of_the_lock_is_not_followed(home: Path) -> None:
    target = home / "precious"
    folders.lock_file().parent.mkdir(parents=True)
    folders.lock_file().symlink_to(target)
    assert one_window.is_first()
    assert not target.exists()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal")
def test_the_lock_is_not_left_to_children(home: Path) -> None:
    assert one_window.is_first()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        one_window.let_go()
        assert one_window.is_first()
        child.kill()
