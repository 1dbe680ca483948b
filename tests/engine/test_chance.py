from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.chance import draw, pick


def test_a_draw_is_fixed_for_all_time() -> None:
    # Saved plays and shared seeds depend on these very numbers.
    assert draw(7, "fact", "fault") == 5768678409422304536
    assert draw(7, "node", "after_restart", 2) == 4695765517478527334


@given(st.integers(0, 2**63 - 1))
def test_draws_differ_by_identity_and_stay_in_range(seed: int) -> None:
    draws = {draw(seed, "node", "a", 1), draw(seed, "node", "a", 2), draw(seed, "node", "b", 1)}
    assert len(draws) == 3
    assert all(0 <= number < 2**64 for number in draws)


@given(st.lists(st.integers(0, 1000), min_size=1).filter(any), st.integers(0, 2**64 - 1))
def test_only_what_is_possible_is_picked(weights: list[int], number: int) -> None:
    assert weights[pick(weights, number)] > 0


@given(st.lists(st.integers(1, 50), min_size=1, max_size=5))
def test_the_ends_of_the_range_pick_the_ends_of_the_list(weights: list[int]) -> None:
    assert pick(weights, 0) == 0
    assert pick(weights, 2**64 - 1) == len(weights) - 1


def test_weights_are_met_over_many_seeds() -> None:
    counts = Counter(pick([1, 2, 7], draw(seed, "fact", "x")) for seed in range(10_000))
    for index, expected in enumerate((1000, 2000, 7000)):
        assert abs(counts[index] - expected) < 200


@pytest.mark.parametrize("weights", [[], [0], [0, 0]])
def test_nothing_can_be_picked_from_nothing(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="not all zero"):
        pick(weights, 5)
