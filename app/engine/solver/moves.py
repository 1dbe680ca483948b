"""The ways out of a node, whatever its kind."""

from __future__ import annotations

from app.engine.scenario import ChanceNode, Choice, DecisionNode, Ending, Outcome


def moves_of(node: DecisionNode | ChanceNode | Ending) -> tuple[Choice | Outcome, ...]:
    """The choices or outcomes of a node; none at an ending."""
    if isinstance(node, DecisionNode):
        return node.choices
    return node.outcomes if isinstance(node, ChanceNode) else ()
