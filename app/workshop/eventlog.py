"""The log of a workshop: every event is on the disk before anybody is told that it happened.

One SQLite file for each workshop. A host that is killed leaves the log of all that it ever
acknowledged. Personal words lie in a column of their own and are wiped there, for good.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from app.phrase import Phrase, as_phrase, reason_of
from app.store.folders import workshops_folder
from app.workshop.events import (
    FORMAT,
    Event,
    PersonalDataDeleted,
    RoomOpened,
    from_fields,
    to_fields,
)

Told = tuple[int, Event]
"""An event and when it happened, ms since 1970."""

_TABLE = """CREATE TABLE events (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    told TEXT NOT NULL,
    personal TEXT NOT NULL
) STRICT"""
SUFFIX = ".workshop"


class LogError(Exception):
    """The log cannot be read or written; the message names the file and what to do."""

    def __init__(self, path: Path, wrong: Phrase, remedy: Phrase) -> None:
        super().__init__(
            Phrase("{place}: {wrong}; {remedy}", place=path, wrong=wrong, remedy=remedy)
        )
        self.path = path


class EventLog:
    """An open log; only one host at a time has it. Use it from one thread at a time."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def create(cls, path: Path, opened: RoomOpened, at: int) -> EventLog:
        """A new log that begins with the opening. Raises LogError."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists():
                raise LogError(
                    path, Phrase("there is already a workshop here"), Phrase("choose another name")
                )
            log = cls(path, _connect(path))
            log._connection.execute(_TABLE)
        except (OSError, sqlite3.Error) as error:
            raise _unwritable(path, error) from error
        log.append([(at, opened)])
        return log

    @classmethod
    def open(cls, path: Path) -> EventLog:
        """An existing log. Raises LogError when it is damaged, or open in another window."""
        if not path.is_file():
            raise LogError(path, Phrase("there is no such workshop"), Phrase("check the path"))
        try:
            if path.stat().st_size == 0:
                raise _damaged(path, Phrase("the file is empty"))
            connection = _connect(path)
            try:
                sound = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            except sqlite3.Error:
                connection.close()
                raise
        except sqlite3.OperationalError as error:
            raise LogError(
                path,
                Phrase("cannot be opened ({reason})", reason=reason_of(error)),
                Phrase("close the other window that hosts it"),
            ) from error
        except (OSError, sqlite3.Error) as error:
            raise _damaged(path, reason_of(error)) from error
        if not sound:
            connection.close()
            raise _damaged(path, Phrase("the file is damaged"))
        return cls(path, connection)

    def __enter__(self) -> EventLog:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def append(self, told: Sequence[Told]) -> None:
        """Write events down, all or none; they are on the disk when the call returns.

        A deletion of personal data also wipes what was written before. Raises LogError.
        """
        rows = []
        for at, event in told:
            kind, fields, personal = to_fields(event)
            rows.append((at, kind, _json(fields), _json(personal)))
        wipe = any(isinstance(event, PersonalDataDeleted) for _, event in told)
        try:
            with self._connection:
                self._connection.execute("BEGIN IMMEDIATE")
                self._connection.executemany(
                    "INSERT INTO events (at, kind, told, personal) VALUES (?, ?, ?, ?)", rows
                )
                if wipe:
                    self._connection.execute("UPDATE events SET personal = '{}'")
            if wipe:
                # The old words also lie in the write-ahead log until it is emptied.
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                self._connection.execute("VACUUM")
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error as error:
            raise _unwritable(self.path, error) from error

    def read(self) -> list[Told]:
        """All events from the first. Raises LogError."""
        try:
            rows = self._connection.execute(
                "SELECT at, kind, told, personal FROM events ORDER BY number"
            ).fetchall()
            return [
                (at, from_fields(kind, json.loads(fields), json.loads(personal)))
                for at, kind, fields, personal in rows
            ]
        except (sqlite3.Error, ValueError, TypeError, AttributeError) as error:
            raise _damaged(self.path, as_phrase(error)) from error

    def opening(self) -> RoomOpened:
        """The first event. Raises LogError, also when a newer version wrote the log."""
        told = self.read()
        first = told[0][1] if told else None
        if not isinstance(first, RoomOpened):
            raise _damaged(
                self.path, Phrase("the log does not begin with the opening of a workshop")
            )
        if first.format > FORMAT:
            raise LogError(
                self.path, Phrase("written by a newer version of the game"), Phrase("update it")
            )
        return first

    def close(self) -> None:
        """Let go of the file."""
        with suppress(sqlite3.Error):
            self._connection.close()


def new_log_path(scenario_id: str, moment: datetime | None = None) -> Path:
    """A fresh name that sorts by time: ``20260303-081200-server-crash.workshop``."""
    stamp = f"{moment or datetime.now(UTC):%Y%m%d-%H%M%S}"
    safe = re.sub(r"[^A-Za-z0-9_-]", "_", scenario_id)[:60]
    path = workshops_folder() / f"{stamp}-{safe}{SUFFIX}"
    number = 2
    while path.exists():
        path = path.with_name(f"{stamp}-{safe}-{number}{SUFFIX}")
        number += 1
    return path


def workshop_files() -> tuple[Path, ...]:
    """The logs of all workshops on this computer, newest first."""
    folder = workshops_folder()
    return tuple(sorted(folder.glob(f"*{SUFFIX}"), reverse=True)) if folder.is_dir() else ()


def unfinished_workshops() -> tuple[Path, ...]:
    """Those that were not closed, newest first: a host that died left them. Unreadable and
    just now hosted ones are not among them.
    """
    return tuple(path for path in workshop_files() if _last_kind(path) not in ("", "Closed"))


def _last_kind(path: Path) -> str:
    """The kind of the last event but deletions, empty when there is none to read."""
    wanted = "SELECT kind FROM events WHERE kind != ? ORDER BY number DESC LIMIT 1"
    try:
        with closing(_connect(path)) as connection:
            row = connection.execute(wanted, (PersonalDataDeleted.__name__,)).fetchone()
    except sqlite3.Error:
        return ""
    return str(row[0]) if row else ""


def _connect(path: Path) -> sqlite3.Connection:
    # The host's writer thread uses it, one call after the other.
    connection = sqlite3.connect(
        path, timeout=0.3, isolation_level=None, check_same_thread=False, cached_statements=16
    )
    try:
        # Exclusive: a second host must not write into the same room.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        # Takes the lock now and not with the first event.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("COMMIT")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _json(fields: object) -> str:
    return json.dumps(fields, ensure_ascii=True, separators=(",", ":"))


def _damaged(path: Path, wrong: Phrase) -> LogError:
    return LogError(path, wrong, Phrase("open a new workshop; this file is left as it is"))


def _unwritable(path: Path, error: Exception) -> LogError:
    remedy = Phrase("free some space or check the folder; nothing that was acknowledged is lost")
    return LogError(path, Phrase("cannot be written ({reason})", reason=reason_of(error)), remedy)
