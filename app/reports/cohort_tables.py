"""The view over many rooms as CSV, in the form of ``tables``."""

from __future__ import annotations

from collections.abc import Iterable

from app.reports.cohort import CaseView
from app.reports.tables import table

DECISION_COLUMNS = (
    "case", "node", "choice_id", "offered", "taken", "votes", "mean_regret_cents",
    "decision_taken", "decision_mean_regret_cents", "decision_mean_seconds",
)  # fmt: skip
ROOM_COLUMNS = (
    "case", "workshop", "provider", "first", "plays", "people", "mean_rating",
    "mean_client_loss_cents", "mean_you_pay_cents", "mean_regret_cents", "mean_luck_cents",
)  # fmt: skip


def decisions_csv(cases: Iterable[CaseView]) -> bytes:
    """One row for each option of each decision."""
    return table(
        DECISION_COLUMNS,
        [
            (
                case.case, view.node, option.choice, option.offered, option.taken, option.votes,
                option.mean_regret, view.taken, view.mean_regret, view.mean_seconds,
            )
            for case in cases
            for view in case.decisions
            for option in view.options
        ],
    )  # fmt: skip


def rooms_csv(cases: Iterable[CaseView]) -> bytes:
    """One row for each workshop."""
    return table(
        ROOM_COLUMNS,
        [
            (
                case.case, room.workshop, room.name,
                room.first.isoformat() if room.first is not None else None, room.plays,
                room.people, room.rating, room.client_loss, room.you_pay, room.regret, room.luck,
            )
            for case in cases
            for room in case.workshops
        ],
    )  # fmt: skip
