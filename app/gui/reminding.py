"""The lesson that is due, for the title. Asked when the title shows: nothing runs meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from app.engine.scenario import Scenario
from app.gui.language import reader
from app.gui.library import Entry
from app.reports.reminders import Recall, recall
from app.store import progress
from app.store.database import Store, StoreError


def due_recall(store: Store | None, entries: Sequence[Entry]) -> Recall | None:
    """What to ask the player, if anything. A title without it is no trouble."""

    def find(scenario_id: str) -> Scenario | None:
        return next((entry.scenario for entry in entries if entry.id == scenario_id), None)

    now = datetime.now(UTC)
    try:
        due = () if store is None else progress.due_reminders(store, now)
    except StoreError:
        return None
    # One whose case is not there now may be asked when it is there again.
    told = (recall(reminder, find, reader, now) for reminder in due)
    return next((found for found in told if found is not None), None)


def end_recall(store: Store | None, recalled: Recall) -> None:
    """It was answered or put away. Raises StoreError."""
    if store is not None:
        progress.end_reminder(store, recalled.reminder, datetime.now(UTC))
