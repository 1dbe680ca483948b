"""The small database: settings, names of saved plays, finished plays, and their reviews.

Everything in it can be missed: plays themselves are journals. A damaged file is renamed
and a new one begun, with ``notice`` saying so.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path
from types import TracebackType
from typing import Any

from app.phrase import Phrase, reason_of

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
        """CREATE TABLE finished (
            journal TEXT PRIMARY KEY,
            scenario TEXT NOT NULL,
            terms TEXT NOT NULL,
            seed INTEGER NOT NULL,
            exam INTEGER NOT NULL,
            ending TEXT NOT NULL,
            client_loss INTEGER NOT NULL,
            claim INTEGER NOT NULL,
            justified_claim INTEGER NOT NULL,
            insurer_pays INTEGER NOT NULL,
            you_pay INTEGER NOT NULL,
            own_costs INTEGER NOT NULL,
            finished TEXT NOT NULL
        ) STRICT""",
    ),
    (
        "CREATE TABLE names (journal TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT",
        """CREATE TABLE reviews (
            journal TEXT PRIMARY KEY,
            scenario TEXT NOT NULL,
            start_value INTEGER NOT NULL,
            regret INTEGER NOT NULL,
            luck INTEGER NOT NULL,
            rating INTEGER NOT NULL,
            hints INTEGER NOT NULL,
            undone INTEGER NOT NULL,
            exam INTEGER NOT NULL,
            finished TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE reviewed_decisions (
            journal TEXT NOT NULL,
            number INTEGER NOT NULL,
            scenario TEXT NOT NULL,
            node TEXT NOT NULL,
            chosen TEXT NOT NULL,
            best TEXT NOT NULL,
            regret INTEGER NOT NULL,
            stake INTEGER NOT NULL,
            label TEXT NOT NULL,
            duty TEXT NOT NULL,
            sure TEXT NOT NULL,
            PRIMARY KEY (journal, number)
        ) STRICT""",
        """CREATE TABLE reminders (
            journal TEXT NOT NULL,
            days INTEGER NOT NULL,
            scenario TEXT NOT NULL,
            node TEXT NOT NULL,
            chosen TEXT NOT NULL,
            best TEXT NOT NULL,
            due TEXT NOT NULL,
            done TEXT NOT NULL,
            PRIMARY KEY (journal, days)
        ) STRICT""",
    ),
    # Finished plays that are no part of progress: copies, and those whose reviews were deleted.
    ("CREATE TABLE uncounted (journal TEXT PRIMARY KEY) STRICT",),
)
"""Statements of each version; only ever append. The table ``migrations`` tells which ran."""


_DAMAGED = "damaged-"


class StoreError(Exception):
    """The database cannot be opened or written; the message, a phrase, says what to do."""


@dataclass(frozen=True, slots=True)
class FinishedPlay:
    """A play that reached an ending. Money in cents; ``finished`` is UTC, ISO 8601."""

    journal: str
    scenario: str
    terms: str
    seed: int
    exam: bool
    ending: str
    client_loss: int
    claim: int
    justified_claim: int
    insurer_pays: int
    you_pay: int
    own_costs: int
    finished: str


class Store:
    """An open database; use it from one thread. Raises StoreError."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notice = ""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._connection = _open(path)
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                kept = _set_aside(path)
                self._connection = _open(path)
                self.notice = Phrase(
                    "The settings were damaged and start afresh; the damaged file is kept as "
                    "{kept}. Your saved plays are not affected.",
                    kept=kept.name,
                )
        except (OSError, sqlite3.Error) as error:
            raise StoreError(
                Phrase(
                    "{path}: cannot be opened ({reason}); check the folder's permissions and space",
                    path=path,
                    reason=reason_of(error),
                )
            ) from error

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def setting(self, name: str, default: Any = None) -> Any:
        """A setting as it was stored, or ``default`` when it is absent or unreadable."""
        row = self.query("SELECT value FROM settings WHERE name = ?", (name,))
        try:
            return json.loads(row[0][0]) if row else default
        except ValueError:
            return default

    def set_setting(self, name: str, value: Any) -> None:
        """Store a setting: anything that JSON can hold."""
        self.write(("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, json.dumps(value))))

    def forget_settings(self) -> None:
        """Every setting is as in a first start."""
        self.write(("DELETE FROM settings", ()))

    def forget_damaged(self) -> None:
        """Delete for good what was set aside as damaged, with all in it. Raises OSError."""
        for path in self.path.parent.glob(f"{self.path.name}.{_DAMAGED}*"):
            path.unlink()

    def add_finished(self, play: FinishedPlay) -> None:
        """List a play as finished; once more for the same journal replaces the entry."""
        marks = ", ".join("?" * len(fields(FinishedPlay)))
        self.write((f"INSERT OR REPLACE INTO finished VALUES ({marks})", astuple(play)))

    def remove_finished(self, journal: str) -> None:
        """The play goes on after all (its last decision was taken back)."""
        self.write(
            ("DELETE FROM finished WHERE journal = ?", (journal,)),
            ("DELETE FROM uncounted WHERE journal = ?", (journal,)),
        )

    def finished(self, scenario: str | None = None) -> tuple[FinishedPlay, ...]:
        """Finished plays, newest first; of one scenario if given."""
        names = ", ".join(field.name for field in fields(FinishedPlay))
        rows = self.query(
            f"SELECT {names} FROM finished WHERE ?1 IS NULL OR scenario = ?1 "
            "ORDER BY finished DESC, journal DESC",
            (scenario,),
        )
        plays = (FinishedPlay(*row) for row in rows)
        return tuple(replace(play, exam=bool(play.exam)) for play in plays)

    def query(self, statement: str, values: tuple[Any, ...] = ()) -> list[Any]:
        """All rows that a statement finds. Raises StoreError."""
        try:
            with closing(self._connection.execute(statement, values)) as cursor:
                return cursor.fetchall()
        except sqlite3.Error as error:
            raise StoreError(
                Phrase(
                    "{path}: cannot be read ({reason}); start the game again",
                    path=self.path,
                    reason=reason_of(error),
                )
            ) from error

    def write(self, *statements: tuple[str, tuple[Any, ...]]) -> None:
        """Carry out statements, all or none. Raises StoreError."""
        try:
            with self._connection:
                for statement, values in statements:
                    self._connection.execute(statement, values)
        except sqlite3.Error as error:
            raise StoreError(
                Phrase(
                    "{path}: cannot be written ({reason}); free some space, or close another "
                    "window of the game",
                    path=self.path,
                    reason=reason_of(error),
                )
            ) from error


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=3)
    try:
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("the file is damaged")
        # What is deleted is overwritten: the player was told that it is gone for good.
        connection.execute("PRAGMA secure_delete = ON").close()
        _migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY)")
    done = connection.execute("SELECT coalesce(max(number), 0) FROM migrations").fetchone()[0]
    if done > len(MIGRATIONS):
        raise sqlite3.OperationalError(Phrase("written by a newer version of the game: update it"))
    for number, statements in enumerate(MIGRATIONS[done:], done + 1):
        with connection:
            connection.execute("BEGIN")
            for statement in statements:
                connection.execute(statement)
            connection.execute("INSERT INTO migrations VALUES (?)", (number,))


def _set_aside(path: Path) -> Path:
    number = 1
    while (target := path.with_name(f"{path.name}.{_DAMAGED}{number}")).exists():
        number += 1
    path.rename(target)
    return target
