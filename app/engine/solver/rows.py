"""Merging equal rows of integer columns, exactly."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)
_ROOM = 2**62


def merge_rows(columns: Iterable[Integers]) -> tuple[Integers, Integers]:
    """Merge equal rows of equally long columns (at least one).

    Returns ``first``, one row index per distinct row, and ``group``, for each row the
    position of its distinct row in ``first``. The columns are packed into few words without
    loss; several words are sorted by a hash and then every row is checked against its
    group, so a collision costs time and never an answer.
    """
    words = _packed(columns)
    if len(words) == 1:
        return _group(np.argsort(words[0]), words)
    key = np.zeros(len(words[0]), dtype=np.uint64)
    for word in words:
        key = (key + word.view(np.uint64)) * _MULTIPLIER
        key ^= key >> _SHIFT
    first, group = _group(np.argsort(key), [key])
    if all(np.array_equal(word, word[first][group]) for word in words):
        return first, group
    return _group(np.lexsort(words), words)


def _packed(columns: Iterable[Integers]) -> list[Integers]:
    """As few words as hold all columns: each column takes only the room its values span."""
    words: list[Integers] = []
    room = 1
    for column in columns:
        low = int(column.min(initial=0))
        span = int(column.max(initial=0)) - low + 1
        if words and span <= room:
            words[-1] *= span
            words[-1] += column
            words[-1] -= low
            room //= span
        else:
            words.append(column - low)
            room = _ROOM // span
    return words


def _group(
    order: Integers, columns: list[NDArray[np.uint64]] | list[Integers]
) -> tuple[Integers, Integers]:
    starts = np.zeros(len(order), dtype=bool)
    starts[:1] = True
    for column in columns:
        ordered = column[order]
        starts[1:] |= ordered[1:] != ordered[:-1]
    group = np.empty(len(order), dtype=np.int64)
    group[order] = np.cumsum(starts) - 1
    return order[starts], group
