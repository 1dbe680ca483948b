"""What a scenario defines and never uses."""

from __future__ import annotations

from collections.abc import Iterator

from app.engine.expression import Expression
from app.engine.graph import moves
from app.engine.scenario import Choice, DecisionNode, Ending, Outcome, Scenario


def unread_variables(scenario: Scenario) -> list[str]:
    """Variables that no rule reads but for their own next value, and no screen shows."""
    read = _names(_expressions(scenario))
    for node in scenario.nodes.values():
        for move in moves(node):
            for slot, expression in move.effect.assign:
                read |= {name for name in expression.names if scenario.slot(name) != slot}
    return [
        variable.id
        for variable in scenario.variables
        if variable.id not in read and not variable.value_texts
    ]


def unread_facts(scenario: Scenario) -> list[str]:
    """Facts that no outcome depends on, neither directly nor through later facts."""
    read = _names(_expressions(scenario))
    needed = {index for index, fact in enumerate(scenario.facts) if fact.id in read}
    for index, fact in reversed(list(enumerate(scenario.facts))):
        if index in needed:
            needed |= set(fact.given)
    return [fact.id for index, fact in enumerate(scenario.facts) if index not in needed]


def _names(expressions: Iterator[Expression | None]) -> set[str]:
    return {
        name for expression in expressions if expression is not None for name in expression.names
    }


def _expressions(scenario: Scenario) -> Iterator[Expression | None]:
    """Every expression but those that set variables."""
    yield from scenario.legal.values()
    yield from scenario.unavoidable.values()
    yield from (duty.gross_when for duty in scenario.duties)
    yield from (accrual.rate for accrual in scenario.accruals)
    yield from (passage.when for passage in scenario.briefing)
    for node in scenario.nodes.values():
        if isinstance(node, DecisionNode | Ending):
            yield from (passage.when for passage in node.passages)
            yield from (panel.when for panel in node.panels)
        for move in moves(node):
            yield from _of_move(move)


def _of_move(move: Choice | Outcome) -> Iterator[Expression | None]:
    if isinstance(move, Choice):
        yield move.when
    else:
        yield move.weight
        yield from (passage.when for passage in move.passages)
    yield move.effect.minutes
    yield move.effect.work
    yield from (amount for _, amount in move.effect.losses)
