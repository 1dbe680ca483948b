"""Made-up plays of the past, for pictures and for the self-test."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.engine.scenario import DecisionNode, Scenario
from app.play.journal import SURE
from app.store.progress import ReviewedDecision, ReviewedPlay, add_review

if TYPE_CHECKING:
    from app.gui.main_window import MainWindow


def past_plays(window: MainWindow, scenario: Scenario) -> None:
    """Keep some reviewed plays of the past weeks, so that progress has something to show."""
    if window.store is None:
        return
    nodes = [node for node in scenario.nodes.values() if isinstance(node, DecisionNode)]
    duties = [duty.id for duty in scenario.duties if not duty.by_lab]
    labels = ("grave", "risky", "sound", "best", "best", "best")
    for number, rating in enumerate((31, 44, 40, 58, 71, 69, 83)):
        finished = datetime.now(UTC) - timedelta(days=40 - 5 * number)
        journal = f"old-{number}.jsonl"
        play = ReviewedPlay(
            journal, scenario.id, 18_000_00, (100 - rating) * 300_00, 0, rating, 0, 1, number == 6,
            finished.isoformat(timespec="seconds"),
        )  # fmt: skip
        decisions = [
            ReviewedDecision(
                journal, step, scenario.id, node.id, node.choices[0].id, node.choices[-1].id,
                0 if step % 6 > 1 else 900_00 - 100_00 * number, 1_000_00, labels[step % 6],
                ("", *duties)[step % (len(duties) + 1)], ("", *SURE)[(step + number) % 4],
            )
            for step, node in enumerate(nodes[:14], 1)
        ]  # fmt: skip
        add_review(window.store, play, decisions)
