from __future__ import annotations

from collections import Counter
from fractions import Fraction

from app.engine.facts import draw_world, worlds
from tests.toy import FACTS


def test_all_worlds_and_their_chances() -> None:
    assert dict(worlds(FACTS)) == {
        (0, 0): Fraction(3, 10),
        (0, 1): Fraction(3, 10),
        (1, 0): Fraction(36, 100),
        (1, 1): Fraction(4, 100),
    }


def test_no_facts_make_one_world() -> None:
    assert dict(worlds(())) == {(): 1}
    assert draw_world((), 7, {}) == ()


def test_draws_follow_the_network() -> None:
    runs = 10_000
    counts = Counter(draw_world(FACTS, seed, {}) for seed in range(runs))
    for world, chance in worlds(FACTS):
        assert abs(counts[world] - chance * runs) < 250


def test_a_fixed_fact_holds_and_leaves_the_others_to_the_seed() -> None:
    for seed in range(50):
        assert draw_world(FACTS, seed, {"fault": "controller"})[0] == 1
        assert draw_world(FACTS, seed, {"backup": "destroyed"}) == (
            draw_world(FACTS, seed, {})[0],
            1,
        )
