"""Which values can still decide what is on offer or what may happen later.

A backward data-flow analysis, as the solver's, but blind to money: two states of play that
agree on these values have the same ways ahead of them, whatever they have cost so far.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.engine.expression import Expression, constant
from app.engine.graph import moves
from app.engine.scenario import CLOCK_SLOT, Accrual, Choice, Effect, Outcome, Scenario


def relevant_slots(scenario: Scenario) -> dict[str, frozenset[int]]:
    """By node, the slots (public ones and hidden facts) that a later move may depend on."""
    relevant: dict[str, frozenset[int]] = dict.fromkeys(scenario.nodes, frozenset())
    leads_to: dict[str, set[str]] = {id_: set() for id_ in scenario.nodes}
    for id_, node in scenario.nodes.items():
        for move in moves(node):
            leads_to[move.then].add(id_)
    pending = set(scenario.nodes)
    while pending:
        id_ = pending.pop()
        found: set[int] = set()
        for move in moves(scenario.nodes[id_]):
            found |= slots_read(scenario, [_condition(move)])
            found |= _before(scenario, move.effect, relevant[move.then])
        if found != relevant[id_]:
            relevant[id_] = frozenset(found)
            pending |= leads_to[id_]
    return relevant


def slots_read(scenario: Scenario, expressions: Iterable[Expression | None]) -> set[int]:
    """The slots behind the names that expressions mention, hidden ones included."""
    return {
        scenario.symbols[name].slot
        for expression in expressions
        if expression is not None
        for name in expression.names
    }


def reduced(scenario: Scenario, effect: Effect, relevant: frozenset[int]) -> Effect:
    """The part of an effect that is felt in the relevant slots."""
    timed = CLOCK_SLOT in relevant or bool(_running(scenario, relevant))
    return replace(
        effect,
        minutes=effect.minutes if timed else constant(0),
        losses=tuple(pair for pair in effect.losses if pair[0] in relevant),
        assign=tuple(pair for pair in effect.assign if pair[0] in relevant),
        breaches=tuple(slot for slot in effect.breaches if slot in relevant),
    )


def _condition(move: Choice | Outcome) -> Expression | None:
    return move.when if isinstance(move, Choice) else move.weight


def _running(scenario: Scenario, relevant: frozenset[int]) -> list[Accrual]:
    found = [accrual for accrual in scenario.accruals if accrual.slot in relevant]
    if scenario.own_time is not None and scenario.own_time[0] in relevant:
        found.append(Accrual(scenario.own_time[0], constant(0), office_hours=False))
    return found


def _before(scenario: Scenario, effect: Effect, after: frozenset[int]) -> set[int]:
    """Slots that matter before an effect when those in ``after`` matter behind it."""
    found = set(after) - {slot for slot, _ in effect.assign} - set(effect.breaches)
    used = [amount for slot, amount in (*effect.assign, *effect.losses) if slot in after]
    if effect.minutes.domain.high > 0:
        running = _running(scenario, after)
        used += [accrual.rate for accrual in running]
        if running or CLOCK_SLOT in after:
            used += [effect.minutes, effect.work]
        if any(accrual.office_hours for accrual in running):
            found.add(CLOCK_SLOT)
    return found | slots_read(scenario, used)
