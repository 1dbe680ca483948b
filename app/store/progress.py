"""What past plays were worth: reviews, their decisions, and reminders of their lessons.

Plain rows; ``app.reports.progress`` makes sense of them. Money in cents, moments in UTC, ISO
8601.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields, replace
from datetime import datetime, timedelta

from app.store.database import FinishedPlay, Store

REMINDER_DAYS = (7, 30)


@dataclass(frozen=True, slots=True)
class ReviewedPlay:
    """A play whose review was worked out; ``journal`` is its file's name."""

    journal: str
    scenario: str
    start_value: int
    regret: int
    luck: int
    rating: int
    hints: int
    undone: int
    exam: bool
    finished: str


@dataclass(frozen=True, slots=True)
class ReviewedDecision:
    """A decision of such a play, counted from 1.

    ``stake``: how much the worst option costs more than the best; ``label`` as in the review;
    ``duty``: id of the duty that was at stake, or empty; ``sure``: what the player said.
    """

    journal: str
    number: int
    scenario: str
    node: str
    chosen: str
    best: str
    regret: int
    stake: int
    label: str
    duty: str
    sure: str


@dataclass(frozen=True, slots=True)
class Reminder:
    """A decision to be asked about again so many days after the play."""

    journal: str
    days: int
    scenario: str
    node: str
    chosen: str
    best: str
    due: str


def add_review(store: Store, play: ReviewedPlay, decisions: Sequence[ReviewedDecision]) -> None:
    """Keep a review; once more for the same journal replaces it, reminders apart.

    A play that does not count (see ``unreviewed``) is left out. Raises StoreError.
    """
    if play.journal in _journals(store, "uncounted"):
        return
    statements: list[tuple[str, tuple[object, ...]]] = [
        ("DELETE FROM reviewed_decisions WHERE journal = ?", (play.journal,)),
        (f"INSERT OR REPLACE INTO reviews VALUES ({_marks(ReviewedPlay)})", astuple(play)),
    ]
    insert = f"INSERT INTO reviewed_decisions VALUES ({_marks(ReviewedDecision)})"
    statements += [(insert, astuple(decision)) for decision in decisions]
    lesson = max(decisions, key=lambda d: (d.regret, d.stake), default=None)
    if lesson is not None and lesson.stake > 0:
        finished = datetime.fromisoformat(play.finished)
        statements += [
            (
                "INSERT OR IGNORE INTO reminders VALUES (?, ?, ?, ?, ?, ?, ?, '')",
                (
                    play.journal,
                    days,
                    play.scenario,
                    lesson.node,
                    lesson.chosen,
                    lesson.best,
                    (finished + timedelta(days=days)).isoformat(timespec="seconds"),
                ),
            )
            for days in REMINDER_DAYS
        ]
    store.write(*statements)


def forget_review(store: Store, journal: str) -> None:
    """The play goes on after all: what was kept of its end holds no longer. Raises StoreError."""
    tables = ("reviews", "reviewed_decisions", "reminders")
    store.write(*((f"DELETE FROM {table} WHERE journal = ?", (journal,)) for table in tables))


def unreviewed(store: Store) -> tuple[FinishedPlay, ...]:
    """Finished plays without a review, newest first. Raises StoreError.

    A copy does not count beside its original, nor does what ended before progress was deleted,
    unless such a play is taken up again and ends anew.
    """
    left_out = _journals(store, "uncounted") | _journals(store, "reviews")
    return tuple(play for play in store.finished() if play.journal not in left_out)


def reviews(store: Store) -> tuple[ReviewedPlay, ...]:
    """Reviewed plays, oldest first. Raises StoreError."""
    rows = store.query(f"SELECT {_names(ReviewedPlay)} FROM reviews ORDER BY finished, journal")
    plays = (ReviewedPlay(*row) for row in rows)
    return tuple(replace(play, exam=bool(play.exam)) for play in plays)


def decisions(store: Store) -> tuple[ReviewedDecision, ...]:
    """Their decisions, in the order of play. Raises StoreError."""
    rows = store.query(
        f"SELECT {_names(ReviewedDecision)} FROM reviewed_decisions ORDER BY journal, number"
    )
    return tuple(ReviewedDecision(*row) for row in rows)


def due_reminders(store: Store, now: datetime) -> tuple[Reminder, ...]:
    """The reminders whose time has come, the oldest first. Raises StoreError."""
    rows = store.query(
        f"SELECT {_names(Reminder)} FROM reminders WHERE done = '' AND due <= ? "
        "ORDER BY due, journal, days",
        (now.isoformat(timespec="seconds"),),
    )
    return tuple(Reminder(*row) for row in rows)


def end_reminder(store: Store, reminder: Reminder, now: datetime) -> None:
    """It has been answered or put away. Raises StoreError."""
    store.write(
        (
            "UPDATE reminders SET done = ? WHERE journal = ? AND days = ?",
            (now.isoformat(timespec="seconds"), reminder.journal, reminder.days),
        )
    )


def forget_progress(store: Store) -> None:
    """Delete reviews and reminders for good; saved plays stay. Raises StoreError."""
    tables = ("reviews", "reviewed_decisions", "reminders")
    store.write(
        *((f"DELETE FROM {table}", ()) for table in tables),
        ("INSERT OR IGNORE INTO uncounted SELECT journal FROM finished", ()),
    )


def _journals(store: Store, table: str) -> set[str]:
    return {journal for (journal,) in store.query(f"SELECT journal FROM {table}")}


def _names(row: type) -> str:
    return ", ".join(field.name for field in fields(row))


def _marks(row: type) -> str:
    return ", ".join("?" * len(fields(row)))
