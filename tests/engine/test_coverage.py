from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.coverage import PRESETS, deductible, defence_costs
from app.engine.settlement import settle_amounts
from tests.engine.cases import SCENARIO, law_cases, policies, scenarios, values


def test_the_presets_are_what_scenarios_name() -> None:
    assert list(PRESETS) == ["none", "small", "solid", "hard"]
    assert all(PRESETS[id_].id == id_ for id_ in PRESETS)
    assert [policy.in_force for policy in PRESETS.values()] == [False, True, True, True]


def test_the_presets_figures() -> None:
    small, solid, hard = PRESETS["small"], PRESETS["solid"], PRESETS["hard"]
    assert (small.limit, small.deductible, small.premium) == (50_000_00, 1_000_00, 290_00)
    assert (solid.limit, solid.deductible, solid.premium) == (1_000_000_00, 500_00, 565_00)
    assert (hard.deductible_rate, hard.deductible_min, hard.deductible_max) == (
        Fraction(1, 10),
        750_00,
        3_500_00,
    )


@pytest.mark.parametrize(
    ("claim", "cost"),
    [
        (0, 0),
        (1_000_00, 560_00),
        (10_000_00, 2_900_00),
        (100_000_00, 5_837_00 + 3_078_00),
        (1_000_000_00, 34_115_00),
    ],
)
def test_what_a_dispute_costs(claim: int, cost: int) -> None:
    assert defence_costs(claim) == cost


@given(st.integers(1, 10**10), st.integers(0, 10**9))
def test_a_larger_claim_never_costs_less_to_dispute(claim: int, more: int) -> None:
    assert defence_costs(claim) <= defence_costs(claim + more)


@given(law_cases())
def test_nobody_spends_more_on_defence_than_is_in_dispute(row) -> None:
    amounts = settle_amounts(SCENARIO, row, PRESETS["none"])
    assert amounts.defence <= amounts.claim - amounts.justified


@given(policies(), st.integers(0, 10**9))
def test_the_deductible_never_exceeds_the_payment(policy, payment: int) -> None:
    assert 0 <= deductible(policy, payment) <= payment


@given(scenarios(), law_cases(), policies())
def test_more_cover_never_makes_you_pay_more(case, row, policy) -> None:
    base = settle_amounts(case, row, policy).you_pay
    better = [
        replace(policy, in_force=True),
        replace(policy, sum_insured=policy.sum_insured * 2 + 1),
        replace(policy, sublimit=None),
        replace(policy, deductible=policy.deductible // 2),
        replace(policy, deductible_max=policy.deductible_min),
        replace(policy, gross_quota=(policy.gross_quota + 1) / 2),
        replace(policy, sanctions_agreed=False),
    ]
    for terms in better:
        assert settle_amounts(case, row, terms).you_pay <= base


@given(scenarios(), law_cases(), policies())
def test_the_quota_is_monotone_in_the_breaches(case, row, policy) -> None:
    def you_pay(notice: int, disobeyed: int) -> int:
        changed = list(row)
        changed[case.slot("notice_days")] = notice
        changed[case.slot("ignored_instructions")] = disobeyed
        return settle_amounts(case, tuple(changed), policy).you_pay

    assert you_pay(0, 0) <= you_pay(8, 0) <= you_pay(8, 1)
    assert you_pay(0, 0) <= you_pay(0, 1) <= you_pay(8, 1)
    assert you_pay(7, 0) == you_pay(0, 0)


@given(law_cases(), policies())
def test_preserving_the_recourse_never_hurts(row, policy) -> None:
    slot = SCENARIO.slot("recourse_preserved")
    lost, kept = ((*row[:slot], flag, *row[slot + 1 :]) for flag in (0, 1))
    assert (
        settle_amounts(SCENARIO, kept, policy).you_pay
        <= settle_amounts(SCENARIO, lost, policy).you_pay
    )


def test_a_recourse_comes_to_you_before_the_insurer() -> None:
    row = values(
        {"reentry": 100_000_00},
        notice_days=0,
        lab_order="provider",
        lab_fault=True,
        recourse_preserved=True,
    )
    coverage = settle_amounts(SCENARIO, row, PRESETS["small"]).coverage
    assert (coverage.recourse_to_you, coverage.recourse_to_insurer) == (50_000_00, 0)
    coverage = settle_amounts(SCENARIO, row, PRESETS["solid"]).coverage
    assert (coverage.recourse_to_you, coverage.recourse_to_insurer) == (500_00, 49_500_00)
