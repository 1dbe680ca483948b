"""A bench for legal cases: a scenario whose variables are the answers to the law's questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from app.engine.clock import Calendar
from app.engine.coverage import InsurancePolicy
from app.engine.expression import BOOLEAN, Expression, compile_expression, constant
from app.engine.law import CENTS, DAYS, DEFAULTS, QUESTIONS, CapKind, Contract, ContractKind
from app.engine.scenario import (
    Bearer,
    Duty,
    Ending,
    Head,
    Scenario,
    Text,
    Variable,
    symbol_table,
)


def text(source: str) -> Text:
    return Text(source, source)


CALENDAR = Calendar(datetime(2026, 3, 3, 8, 12))  # noqa: DTZ001  (a story has no time zone)
VARIABLES = (
    *(Variable(name, domain, DEFAULTS[name]) for name, (domain, _) in QUESTIONS.items()),
    Variable("gross", BOOLEAN, 0),
)
HEADS = (
    Head("idle", text("Idle staff")),
    Head("reentry", text("Re-entry")),
    Head("hardware", text("Hardware")),
    Head("profit", text("Lost profit")),
    Head("own", text("Your hours"), Bearer.OWN),
)
EVERYTHING = frozenset({"idle", "reentry", "hardware", "profit"})
DUTY_HEADS = {
    "verify": EVERYTHING,
    "isolate": frozenset({"hardware"}),
    "lab_care": frozenset({"reentry"}),
}
SYMBOLS = symbol_table(CALENDAR, VARIABLES, tuple(h.id for h in HEADS), tuple(DUTY_HEADS), ())
GROSS = compile_expression("gross", SYMBOLS, BOOLEAN)
DUTIES = (
    Duty("verify", text("Verify"), "OLG Hamm 13 U 133/03", DUTY_HEADS["verify"], GROSS),
    Duty("isolate", text("Isolate"), "DGUV", DUTY_HEADS["isolate"]),
    Duty("lab_care", text("Image first"), "§ 278 BGB", DUTY_HEADS["lab_care"], by_lab=True),
)
SCENARIO = Scenario(
    id="case",
    title=text("Case"),
    summary=text("Case"),
    briefing=(),
    calendar=CALENDAR,
    facts=(),
    variables=VARIABLES,
    heads=HEADS,
    duties=DUTIES,
    accruals=(),
    own_time=None,
    nodes={"end": Ending("end", text("End"), "office", ())},
    start="end",
    legal={
        name: compile_expression(name, SYMBOLS, domain) for name, (domain, _) in QUESTIONS.items()
    },
    unavoidable={},
    contract=Contract(),
    terms=("none", "small", "solid", "hard"),
    default_terms="solid",
    symbols=SYMBOLS,
)


def scenario(
    contract: Contract | None = None,
    unavoidable: Mapping[str, int] | None = None,
    **heads: Mapping[str, Any],
) -> Scenario:
    """The bench with another contract, unavoidable cents by head, or other fields of heads."""
    spared: dict[str, Expression] = {
        head: constant(cents) for head, cents in (unavoidable or {}).items()
    }
    return replace(
        SCENARIO,
        contract=contract or Contract(),
        unavoidable=spared,
        heads=tuple(replace(head, **heads.get(head.id, {})) for head in HEADS),
    )


def values(
    losses: Mapping[str, int], breaches: tuple[str, ...] = ("verify",), **answers: Any
) -> tuple[int, ...]:
    """Public values: cents by head, breached duties, and answers as an author writes them."""
    found = list(SCENARIO.initial_values(insured=True))
    for head, cents in losses.items():
        found[SCENARIO.slot(f"loss_{head}")] = cents
    for duty in breaches:
        found[SCENARIO.slot(f"breach_{duty}")] = 1
    for name, answer in answers.items():
        found[SCENARIO.slot(name)] = SYMBOLS[name].domain.encode(answer)
    return tuple(found)


def law_cases() -> st.SearchStrategy[tuple[int, ...]]:
    """Any public values: losses up to millions, any breaches, any answers."""
    cents = st.one_of(st.just(0), st.integers(0, 10**9))
    days = st.integers(-1, 15)
    columns: list[st.SearchStrategy[int]] = [st.just(0), st.just(1)]
    for variable in VARIABLES:
        domain = variable.domain
        columns.append(
            days
            if domain is DAYS
            else cents
            if domain is CENTS
            else st.integers(domain.low, domain.high)
        )
    columns += [cents] * len(HEADS) + [st.integers(0, 1)] * len(DUTIES)
    return st.tuples(*columns)


def contracts() -> st.SearchStrategy[Contract]:
    return st.builds(Contract, st.just(ContractKind.SERVICE), st.sampled_from(CapKind), CAPS)


CAPS = st.integers(0, 10**8)
FRACTIONS = st.fractions(0, 1, max_denominator=100)


def scenarios() -> st.SearchStrategy[Scenario]:
    """The bench under any contract, with any shares for its heads and any unavoidable loss."""
    claimed = st.fractions(0, 10, max_denominator=10)
    head = st.fixed_dictionaries(
        {"claimed_as": claimed, "new_for_old": FRACTIONS, "provable": FRACTIONS}
    )
    spared = st.dictionaries(st.sampled_from(sorted(EVERYTHING)), st.integers(0, 10**8))
    return st.builds(scenario, contracts(), spared, idle=head, reentry=head, profit=head)


def policies() -> st.SearchStrategy[InsurancePolicy]:
    return st.builds(
        InsurancePolicy,
        id=st.just("any"),
        name=st.just("Any"),
        in_force=st.sampled_from((True, True, True, False)),
        sum_insured=st.integers(0, 10**9),
        sublimit=st.none() | st.integers(0, 10**8),
        deductible=st.integers(0, 10**6),
        deductible_rate=st.just(Fraction(0)) | st.fractions(0, 1, max_denominator=20),
        deductible_min=st.integers(0, 10**5),
        deductible_max=st.integers(10**5, 10**6),
        gross_quota=FRACTIONS,
        sanctions_agreed=st.booleans(),
    )
