from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.store import folders

MOMENT = datetime(2026, 3, 3, 8, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(folders.HOME_VARIABLE, str(tmp_path))
    return tmp_path


def test_the_environment_names_the_folder(home: Path) -> None:
    assert folders.user_folder() == home
    assert folders.journals_folder() == home / "plays"
    assert folders.database_file().parent == home


def test_without_it_the_systems_place_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(folders.HOME_VARIABLE)
    assert folders.user_folder().name == "norestore"


def test_a_packaged_program_prefers_the_folder_beside_it(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(folders.HOME_VARIABLE)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(home / "norestore.exe"))
    assert folders.user_folder().name == "norestore"
    (home / folders.PORTABLE_FOLDER).mkdir()
    assert folders.user_folder() == home.resolve() / folders.PORTABLE_FOLDER


def test_journal_names_sort_by_time_and_never_clash() -> None:
    path = folders.new_journal_path("server-crash", 7, MOMENT)
    assert path.name == "20260303-081200-server-crash-7.jsonl"
    path.parent.mkdir()
    path.touch()
    other = folders.new_journal_path("server-crash", 7, MOMENT)
    assert other.name == "20260303-081200-server-crash-7-2.jsonl"
    odd = folders.new_journal_path("../../x" * 50, 7, MOMENT)
    assert odd.parent == path.parent
    assert len(odd.name) < 120


def test_journals_are_listed_newest_first_without_those_set_aside() -> None:
    assert folders.journal_files() == ()
    folder = folders.journals_folder()
    folder.mkdir()
    for age, name in enumerate(("b.jsonl", "a.jsonl", "c.jsonl", "d.jsonl.unreadable")):
        (folder / name).touch()
        os.utime(folder / name, (1000 - age, 1000 - age))
    assert [path.name for path in folders.journal_files()] == ["b.jsonl", "a.jsonl", "c.jsonl"]
