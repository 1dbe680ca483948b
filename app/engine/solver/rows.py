"""Merging equal rows of integer columns, exactly."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)


def merge_rows(columns: list[Integers]) -> tuple[Integers, Integers]:
    """Merge equal rows of equally long columns (at least one).

    Returns ``first``, one row index per distinct row, and ``group``, for each row the
    position of its distinct row in ``first``. Sorts by a hash, then checks every row
    against its group, so a collision costs time and never an answer.
    """
    key = np.zeros(len(columns[0]), dtype=np.uint64)
    for column in columns:
        key = (key + column.astype(np.uint64)) * _MULTIPLIER
        key ^= key >> _SHIFT
    first, group = _group(np.argsort(key, kind="stable"), [key])
    if all(np.array_equal(column, column[first][group]) for column in columns):
        return first, group
    return _group(np.lexsort(columns[::-1]), columns)


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
