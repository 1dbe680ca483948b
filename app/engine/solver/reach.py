"""Which values a public word or flag can still have at a node, and so which losses can run.

A forward data-flow analysis that takes every choice and outcome for possible. It lets the
clock die once nothing runs any more: without it, states would be kept apart by the hour.
"""

from __future__ import annotations

from itertools import product
from math import prod

from app.engine.expression import Expression
from app.engine.scenario import FIRST_FREE_SLOT, INSURED_SLOT, Accrual, Effect, Scenario
from app.engine.solver.moves import moves_of

Possible = dict[int, frozenset[int]]
"""By slot, the values it may hold. Slots with many values are left out: they may hold any."""

_MOST_VALUES = 12
_MOST_CASES = 500


def possible_values(scenario: Scenario) -> dict[str, Possible]:
    """By node that the start leads to, what each slot may hold on arrival there."""
    first: Possible = {INSURED_SLOT: frozenset((0, 1))}
    for variable in scenario.variables:
        if variable.domain.high - variable.domain.low < _MOST_VALUES:
            first[scenario.slot(variable.id)] = frozenset((variable.initial,))
    for index in range(len(scenario.duties)):
        first[scenario.first_duty + index] = frozenset((0,))
    found = {scenario.start: first}
    pending = [scenario.start]
    while pending:
        node_id = pending.pop()
        here = found[node_id]
        for move in moves_of(scenario.nodes[node_id]):
            after = _after(scenario, move.effect, here)
            known = found.get(move.then)
            joined = after if known is None else {s: known[s] | after[s] for s in known}
            if joined != known:
                found[move.then] = joined
                pending.append(move.then)
    return found


def may_run(scenario: Scenario, accrual: Accrual, here: Possible) -> bool:
    """Whether an accrual can add anything while these values hold."""
    return _results(scenario, accrual.rate, here) != {0}


def _after(scenario: Scenario, effect: Effect, here: Possible) -> Possible:
    after = dict(here)
    for slot, expression in effect.assign:
        if slot in here:
            values = _results(scenario, expression, here)
            domain = scenario.variables[slot - FIRST_FREE_SLOT].domain
            everything = range(domain.low, domain.high + 1)
            after[slot] = frozenset(everything if values is None else values)
    for slot in effect.breaches:
        after[slot] = frozenset((1,))
    return after


def _results(scenario: Scenario, expression: Expression, here: Possible) -> set[int] | None:
    """All values an expression can have; None when that cannot be told."""
    slots = sorted({scenario.symbols[name].slot for name in expression.names})
    if any(slot not in here for slot in slots):
        return None
    if prod(len(here[slot]) for slot in slots) > _MOST_CASES:
        return None
    results: set[int] = set()
    values = [0] * scenario.width
    for case in product(*(here[slot] for slot in slots)):
        for slot, value in zip(slots, case, strict=True):
            values[slot] = value
        results.add(int(expression.evaluate(values)))
    return results
