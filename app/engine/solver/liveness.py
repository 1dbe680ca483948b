"""Which public values can still matter at a node: the rest need not be told apart.

A backward data-flow analysis over the scenario's graph. Two information states that agree
on the live values and on the belief have equal futures, so the solver merges them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.engine.expression import Expression
from app.engine.scenario import (
    CLOCK_SLOT,
    Accrual,
    Bearer,
    ChanceNode,
    Choice,
    Effect,
    Ending,
    Scenario,
)
from app.engine.solver.moves import moves_of
from app.engine.solver.reach import may_run, possible_values


def additive_slots(scenario: Scenario) -> frozenset[int]:
    """Slots of own costs that only ever add to the final cost.

    No expression reads them and nothing lowers them: a refund stops at zero, so what it is
    worth depends on what was spent before.
    """
    read = _slots_read(scenario, _all_expressions(scenario))
    booked = [(accrual.slot, accrual.rate) for accrual in scenario.accruals]
    for node in scenario.nodes.values():
        booked += [loss for move in moves_of(node) for loss in move.effect.losses]
    lowered = {slot for slot, amount in booked if amount.domain.low < 0}
    own = {
        scenario.first_head + index
        for index, head in enumerate(scenario.heads)
        if head.bearer is Bearer.OWN
    }
    return frozenset(own - read - lowered)


def live_slots(scenario: Scenario) -> dict[str, frozenset[int]]:
    """By node, the public slots whose value on arrival can change any later cost."""
    additive = additive_slots(scenario)
    running = _running(scenario)
    at_end = _slots_read_by_settlement(scenario) - additive
    live: dict[str, frozenset[int]] = {node_id: frozenset() for node_id in scenario.nodes}
    readers: dict[str, set[str]] = {node_id: set() for node_id in scenario.nodes}
    for node_id, node in scenario.nodes.items():
        for move in moves_of(node):
            readers[move.then].add(node_id)
    pending = set(scenario.nodes)
    while pending:
        node_id = pending.pop()
        node = scenario.nodes[node_id]
        found: set[int] = set(at_end) if isinstance(node, Ending) else set()
        for move in moves_of(node):
            condition = move.when if isinstance(move, Choice) else move.weight
            found |= _slots_read(scenario, [condition])
            found |= _live_before(
                scenario, move.effect, live[move.then], additive, running.get(node_id, ())
            )
        if found != live[node_id]:
            live[node_id] = frozenset(found)
            pending |= readers[node_id]
    return live


def live_facts(scenario: Scenario) -> dict[str, frozenset[int]]:
    """By node, the numbers of the facts that a chance node there or later may depend on."""
    number = {fact.id: index for index, fact in enumerate(scenario.facts)}
    live = {
        node_id: frozenset(
            number[name]
            for outcome in (node.outcomes if isinstance(node, ChanceNode) else ())
            for name in outcome.weight.names
            if name in number
        )
        for node_id, node in scenario.nodes.items()
    }
    changed = True
    while changed:
        changed = False
        for node_id, node in scenario.nodes.items():
            found = live[node_id].union(*(live[move.then] for move in moves_of(node)))
            changed |= found != live[node_id]
            live[node_id] = found
    return live


def _running(scenario: Scenario) -> dict[str, list[Accrual]]:
    """By node, the losses that may run while its choices or outcomes take time."""
    return {
        node_id: [accrual for accrual in scenario.accruals if may_run(scenario, accrual, here)]
        for node_id, here in possible_values(scenario).items()
    }


def _live_before(
    scenario: Scenario,
    effect: Effect,
    after: frozenset[int],
    additive: frozenset[int],
    running: Sequence[Accrual],
) -> set[int]:
    """Slots that matter before an effect when those in ``after`` matter behind it."""
    overwritten = {slot for slot, _ in effect.assign} | set(effect.breaches)
    found = set(after) - overwritten
    wanted = after | additive
    used = [expression for slot, expression in effect.assign if slot in wanted]
    used += [expression for slot, expression in effect.losses if slot in wanted]
    used.append(effect.work)
    takes_time = effect.minutes.domain.high > 0
    if CLOCK_SLOT in after and takes_time:
        used.append(effect.minutes)
    if takes_time:
        for accrual in scenario.accruals:
            if accrual.slot in wanted:
                # What proves that nothing runs is kept, so that the rate is still seen as 0.
                used.append(accrual.rate)
                if accrual in running:
                    used.append(effect.minutes)
                    if accrual.office_hours:
                        found.add(CLOCK_SLOT)
    return found | _slots_read(scenario, used)


def _slots_read(scenario: Scenario, expressions: Iterable[Expression | None]) -> set[int]:
    slots: set[int] = set()
    for expression in expressions:
        for name in expression.names if expression is not None else ():
            symbol = scenario.symbols[name]
            if not symbol.hidden:
                slots.add(symbol.slot)
    return slots


def _slots_read_by_settlement(scenario: Scenario) -> set[int]:
    answers = [*scenario.legal.values(), *scenario.unavoidable.values()]
    gross = [duty.gross_when for duty in scenario.duties]
    ledger = range(scenario.first_head, scenario.width)
    return _slots_read(scenario, [*answers, *gross]) | set(ledger)


def _all_expressions(scenario: Scenario) -> list[Expression | None]:
    found: list[Expression | None] = [*scenario.legal.values(), *scenario.unavoidable.values()]
    found += [duty.gross_when for duty in scenario.duties]
    found += [accrual.rate for accrual in scenario.accruals]
    for node in scenario.nodes.values():
        for move in moves_of(node):
            effect = move.effect
            found.append(move.when if isinstance(move, Choice) else move.weight)
            found += [effect.minutes, effect.work]
            found += [expression for _, expression in (*effect.losses, *effect.assign)]
    return found
