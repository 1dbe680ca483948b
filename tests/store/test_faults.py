"""Errors and crashes leave a trace that helps, stays small, and names nobody."""

from __future__ import annotations

import faulthandler
import subprocess
import sys
from pathlib import Path

import pytest

from app import __version__
from app.store import faults, folders


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(folders.HOME_VARIABLE, str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path / "home-of-marlene"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home-of-marlene"))
    monkeypatch.setenv("USER", "marlene")
    return tmp_path


def fault(text: str = "a fault of ours") -> Exception:
    try:
        raise ZeroDivisionError(text)
    except ZeroDivisionError as error:
        return error


def test_an_error_is_noted_with_time_version_and_traceback() -> None:
    path = faults.note(fault())
    text = path.read_text("utf-8")
    assert path == folders.error_log_file()
    assert f"norestore {__version__}" in text
    assert "Traceback" in text
    assert "ZeroDivisionError: a fault of ours" in text


def test_the_log_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "LOG_BYTES", 2_000)
    for number in range(40):
        faults.note(fault(f"fault {number}"))
    files = sorted(folders.user_folder().glob("errors.log*"))
    assert [file.name for file in files] == ["errors.log", *(f"errors.log.{n}" for n in (1, 2, 3))]
    assert all(file.stat().st_size <= 2_000 for file in files)
    assert "fault 39" in files[0].read_text("utf-8")
    faults.forget()
    assert not list(folders.user_folder().glob("errors.log*"))


def test_a_log_that_cannot_be_written_is_told_to_the_caller(home: Path) -> None:
    (home / "data").write_text("in the way", "utf-8")
    with pytest.raises(OSError, match="data"):
        faults.note(fault())


def test_a_report_names_nobody(home: Path) -> None:
    where = home / "home-of-marlene" / "plays" / "a.jsonl"
    told = faults.report(fault(f"{where} belongs to marlene; {folders.user_folder()}"), {"Qt": "7"})
    first, versions, _platform, _, *trace = told.splitlines()
    assert first == f"Point of No Restore {__version__}, from source"
    assert versions.endswith("Qt 7")
    assert trace[0].startswith("Traceback")
    assert "marlene" not in told
    assert "~/plays/a.jsonl belongs to <user>; <data>" in told
    assert str(Path(faults.__file__).parents[2]) not in told
    assert "<program>" in told


def test_a_crash_is_told_once_at_the_next_start(monkeypatch: pytest.MonkeyPatch) -> None:
    program = (
        "import ctypes; from app.store import faults; "
        "assert faults.watch_for_crashes() == ''; ctypes.string_at(0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode != 0
    monkeypatch.setattr(faulthandler, "enable", lambda _file: None)
    monkeypatch.setattr(faulthandler, "disable", lambda: None)
    told = faults.watch_for_crashes({"Qt": "7"})
    assert "Qt 7" in told
    assert "string_at" in told
    assert "marlene" not in told
    assert faults.watch_for_crashes() == ""
    assert folders.crash_file().with_suffix(".last.txt").exists()
    faults.stop_watching()


def test_a_good_end_is_no_crash() -> None:
    program = "from app.store import faults; print(repr(faults.watch_for_crashes()))"
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
        assert done.stdout.strip() == b"''"
