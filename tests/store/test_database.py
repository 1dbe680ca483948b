from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from app.store import database
from app.store.database import FinishedPlay, Store, StoreError

PLAY = FinishedPlay(
    journal="a.jsonl",
    scenario="toy",
    terms="solid",
    seed=2**63 - 1,
    exam=True,
    ending="lost",
    client_loss=1,
    claim=2,
    justified_claim=3,
    insurer_pays=4,
    you_pay=5,
    own_costs=6,
    finished="2026-03-03T09:00:00+00:00",
)


def test_settings_stay(tmp_path: Path) -> None:
    path = tmp_path / "new" / "norestore.sqlite3"
    with Store(path) as store:
        assert store.setting("theme", "light") == "light"
        store.set_setting("theme", "dark")
        store.set_setting("window", {"size": [800, 600], "full": False})
        store.set_setting("theme", "high contrast")
    with Store(path) as store:
        assert store.setting("theme") == "high contrast"
        assert store.setting("window") == {"size": [800, 600], "full": False}
        assert store.notice == ""


def test_finished_plays_are_listed_newest_first(tmp_path: Path) -> None:
    later = replace(PLAY, journal="b.jsonl", scenario="other", exam=False, finished="2026-04")
    with Store(tmp_path / "s") as store:
        store.add_finished(PLAY)
        store.add_finished(later)
        assert store.finished() == (later, PLAY)
        assert store.finished("toy") == (PLAY,)
        store.add_finished(replace(PLAY, ending="saved"))
        assert store.finished("toy") == (replace(PLAY, ending="saved"),)
        store.remove_finished("a.jsonl")
        assert store.finished() == (later,)


@pytest.mark.parametrize(
    "content", [b"this is no database" * 100, b"SQLite format 3\0" + b"x" * 999]
)
def test_a_damaged_database_is_set_aside_not_deleted(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "norestore.sqlite3"
    for number in (1, 2):
        path.write_bytes(content)
        with Store(path) as store:
            assert f"kept as norestore.sqlite3.damaged-{number}" in store.notice
            store.set_setting("works", True)
            assert store.setting("works") is True
        assert path.with_name(f"{path.name}.damaged-{number}").read_bytes() == content


def test_a_broken_setting_falls_back_to_its_default(tmp_path: Path) -> None:
    path = tmp_path / "s"
    with Store(path) as store:
        store.set_setting("theme", "dark")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE settings SET value = '{'")
    connection.close()
    with Store(path) as store:
        assert store.setting("theme", "light") == "light"


def test_later_versions_add_to_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "s"
    with Store(path) as store:
        store.set_setting("theme", "dark")
    more = (*database.MIGRATIONS, ("CREATE TABLE badges (name TEXT)",))
    monkeypatch.setattr(database, "MIGRATIONS", more)
    with Store(path) as store:
        assert store.setting("theme") == "dark"
    with Store(path), sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM migrations").fetchone() == (len(more),)
        assert connection.execute("SELECT count(*) FROM badges").fetchone() == (0,)
    connection.close()


def test_a_migration_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "s"
    Store(path).close()
    broken = (*database.MIGRATIONS, ("CREATE TABLE badges (name TEXT)", "NONSENSE"))
    with monkeypatch.context() as patch:
        patch.setattr(database, "MIGRATIONS", broken)
        with pytest.raises(StoreError):
            Store(path)
    with sqlite3.connect(path) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master")]
    connection.close()
    assert "badges" not in tables
    assert path.exists()


def test_a_newer_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "s"
    Store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO migrations VALUES (99)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="newer version of the game: update it"):
        Store(path)
    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(tmp_path / "file" / "s")


def test_what_was_set_aside_can_be_deleted(tmp_path: Path) -> None:
    path = tmp_path / "norestore.sqlite3"
    path.write_bytes(b"not a database at all, but long enough to be taken for a damaged one")
    beside = tmp_path / "other.sqlite3.damaged-1"
    beside.touch()
    with Store(path) as store:
        assert path.with_name(f"{path.name}.damaged-1").exists()
        store.forget_damaged()
    assert sorted(tmp_path.iterdir()) == [path, beside]
