"""Common random numbers: each draw depends on the seed and on what is drawn, nothing else.

So the same seed is the same server whatever the player does first, and a replay with one
other choice is a true counterfactual.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from app.phrase import Phrase

_BITS = 64


def draw(seed: int, *identity: str | int) -> int:
    """A whole number, uniform in 0 .. 2**64 - 1, fixed by the seed and the identity."""
    key = "\x1f".join(map(str, (seed, *identity))).encode()
    return int.from_bytes(blake2b(key, digest_size=_BITS // 8).digest(), "big")


def pick(weights: Sequence[int], number: int) -> int:
    """The index that ``number`` (from :func:`draw`) falls on; exact for whole weights."""
    total = sum(weights)
    position = number * total >> _BITS
    for index, weight in enumerate(weights):
        position -= weight
        if position < 0:
            return index
    raise ValueError(Phrase("weights must be whole, not negative, and not all zero"))
