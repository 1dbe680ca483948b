"""A whole play as one number."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.reports.rating import hint_points, rating

CENTS = st.integers(1, 10**9)
COUNT = st.integers(0, 50)


def test_the_examples_of_the_decision_record() -> None:
    assert rating(10_000_00, 0) == 100
    assert rating(10_000_00, 10_000_00) == 50
    assert rating(10_000_00, 0, hints=10) == 83
    assert hint_points(10_000_00, 0, 10) == 17


@given(CENTS, st.integers(0, 10**9), COUNT)
def test_it_lies_between_0_and_100_and_only_perfect_play_has_100(
    start: int, regret: int, hints: int
) -> None:
    points = rating(start, regret, hints)
    assert 0 <= points <= 100
    assert (points == 100) == (regret == 0 and hints == 0)


@given(CENTS, st.integers(0, 10**9), st.integers(1, 10**6), COUNT)
def test_dearer_decisions_and_more_hints_never_raise_it(
    start: int, regret: int, more: int, hints: int
) -> None:
    assert rating(start, regret + more, hints) <= rating(start, regret, hints)
    assert rating(start, regret, hints + 1) <= rating(start, regret, hints)


def test_a_case_that_costs_nothing_at_best() -> None:
    assert rating(0, 0) == 100
    assert rating(0, 1) == 0
