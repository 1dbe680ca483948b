"""The exact review as plain data for JSON; all money in whole cents."""

from __future__ import annotations

from typing import Any

from app.engine.review import Branch, DecisionReview, RevealReview, Review


def review_data(review: Review) -> dict[str, Any]:
    """The review as JSON-ready data: the identity's terms, decision by decision."""
    return {
        "weights": {"client_loss": review.weights[0], "you_pay": review.weights[1]},
        "start_value": review.start_value,
        "regret": review.regret,
        "luck": review.luck,
        "final_cost": review.final_cost,
        "decisions": [_decision(decision) for decision in review.decisions],
        "reveals": [_reveal(reveal) for reveal in review.reveals],
        "value_of_perfect_information": review.perfect_information,
        "plan": {
            "expected_client_loss": round(review.plan.client_loss),
            "expected_you_pay": round(review.plan.retained),
        },
    }


def _decision(decision: DecisionReview) -> dict[str, Any]:
    return {
        "step": decision.step,
        "node": decision.node_id,
        "chosen": decision.chosen,
        "regret": decision.regret,
        "label": decision.label.value,
        "options": {option.choice_id: option.expected_cost for option in decision.options},
        "value_of_information": decision.value_of_information,
        "counterfactual": {
            option.choice_id: {
                "best_play": _branch(option.best_after),
                "own_choices": _branch(option.own_after),
            }
            for option in decision.options
        },
        "belief": {
            fact: {word: round(chance, 6) for word, chance in words.items()}
            for fact, words in decision.belief.items()
        },
    }


def _branch(branch: Branch) -> dict[str, Any]:
    return {
        "ending": branch.ending,
        "client_loss": branch.client_loss,
        "you_pay": branch.you_pay,
    }


def _reveal(reveal: RevealReview) -> dict[str, Any]:
    return {
        "step": reveal.step,
        "node": reveal.node_id,
        "outcome": reveal.outcome,
        "luck": reveal.luck,
        "probability": round(reveal.probability, 6),
    }
