"""A play in plain data, for machines: what was chosen, what it cost, who pays."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from app.engine.scenario import DecisionNode, Ending
from app.engine.settlement import Step
from app.engine.state import State
from app.play.playthrough import Playthrough


def result_data(play: Playthrough) -> dict[str, Any]:
    """The result so far as JSON-ready data; ``ending`` is None while the play goes on.

    Money in cents, time in minutes since the start.
    """
    bill = play.settlement()
    state = play.state
    return {
        "scenario": play.scenario.id,
        "seed": play.seed,
        "terms": play.terms.id,
        "exam": play.exam,
        "ending": state.node_id if isinstance(state.node, Ending) else None,
        "minutes": state.minutes,
        "choices": [decision.choice for decision in play.decisions],
        "undone": [{"node": undone.node, "choice": undone.choice} for undone in play.undone],
        "heads": state.losses(),
        "client_loss": bill.client_loss,
        "claim": bill.claim,
        "justified_claim": bill.justified_claim,
        "recourse": bill.recourse,
        "insurer_pays": bill.insurer_pays,
        "you_pay": bill.you_pay,
        "own_costs": bill.own_costs,
        "defence_costs": bill.defence_costs,
        "breaches": list(state.breaches()),
        "steps": {
            "liability": [_step(step) for step in bill.liability_steps],
            "coverage": [_step(step) for step in bill.coverage_steps],
            "own": [_step(step) for step in bill.own_steps],
        },
    }


def path_data(state: State) -> list[dict[str, Any]]:
    """Each step of the history: where, what was chosen or came about, and when it was over."""
    history = state.history()
    return [
        {
            "node": before.node_id,
            "choice" if isinstance(before.node, DecisionNode) else "outcome": after.action,
            "minutes": after.minutes,
        }
        for before, after in pairwise(history)
    ]


def _step(step: Step) -> dict[str, Any]:
    return {
        "id": step.id,
        "title": step.title,
        "change": step.change,
        "balance": step.balance,
        "reason": step.reason,
        "details": dict(step.details),
        "source": step.source,
    }
