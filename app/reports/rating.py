"""A whole play as one number: its share of perfect play, hints counted."""

from __future__ import annotations

from fractions import Fraction

HINT_SHARE = Fraction(2, 100)
"""What a hint costs in the rating, as a share of the start value."""


def rating(start_value: int, regret: int, hints: int = 0) -> int:
    """From 100 (perfect, no hint) down to 0; luck is not in it.

    ``start_value``: expected cost of perfect play, ``regret``: what the decisions added, both
    in cents; ``hints``: how many were taken. See docs/decisions/0007-rating-and-hints.md.
    """
    spent = start_value + regret + hints * HINT_SHARE * start_value
    return int(100 * Fraction(start_value) / spent) if spent > 0 else 100


def hint_points(start_value: int, regret: int, hints: int) -> int:
    """How many points of the rating the hints took."""
    return rating(start_value, regret) - rating(start_value, regret, hints)
