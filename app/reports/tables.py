"""A play or a workshop as CSV: RFC 4180, with the mark by which spreadsheets know UTF-8.

A text that a spreadsheet would take for a formula gets an apostrophe in front. Amounts are whole
cents, so that no program can mistake a comma for a point. The column names are the same in every
language, for whoever reads them by program.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from app.reports.session import CONFIDENCES, SessionPlay

BOM = "\ufeff"
DECISION_COLUMNS = (
    "play", "number", "node", "decision", "choice_id", "choice", "taken", "label",
    "expected_cost_cents", "regret_cents", "votes", "first_votes",
    *(f"confidence_{level}" for level in range(1, len(CONFIDENCES) + 1)),
    "seconds", "story_time",
)  # fmt: skip
RESULT_COLUMNS = (
    "play", "people", "ending", "decisions", "story_minutes", "seconds", "client_loss_cents",
    "claim_cents", "justified_claim_cents", "insurer_pays_cents", "you_pay_cents",
    "start_value_cents", "regret_cents", "luck_cents", "final_cost_cents", "rating", "hints",
    "undone",
)  # fmt: skip

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""Signs that a formula or a command may begin with, their full-width kin among them."""

Cell = str | int | None


def decisions_csv(plays: Iterable[SessionPlay]) -> bytes:
    """One row for each option of each decision: what it would have cost, and its votes."""
    rows: list[Sequence[Cell]] = []
    for play in plays:
        for decision in play.decisions:
            rows += [
                (
                    play.label, decision.number, decision.node, decision.title, option.choice,
                    option.text, int(option.choice == decision.taken),
                    decision.label.value if option.choice == decision.taken else "",
                    option.expected_cost, option.regret, option.votes, option.first_votes,
                    *option.confidence, decision.seconds, f"{decision.when:%Y-%m-%d %H:%M}",
                )
                for option in decision.options
            ]  # fmt: skip
    return table(DECISION_COLUMNS, rows)


def results_csv(plays: Iterable[SessionPlay]) -> bytes:
    """One row for each play: how it ended, who pays, and what decisions and luck cost."""
    return table(
        RESULT_COLUMNS,
        [
            (
                play.label, play.people, play.ending, len(play.decisions), play.minutes,
                play.seconds, play.bill.client_loss, play.bill.claim, play.bill.justified_claim,
                play.bill.insurer_pays, play.bill.you_pay, play.start_value, play.regret,
                play.luck, play.final_cost, play.rating, play.hints, play.undone,
            )
            for play in plays
        ],
    )  # fmt: skip


def table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A head and rows as a file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return (BOM + text.getvalue()).encode("utf-8", "replace")


def _safe(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    # Spreadsheets skip blanks before they look for a formula.
    return f"'{cell}" if cell.lstrip(" \u00a0\u200b\ufeff").startswith(_FORMULA) else cell
