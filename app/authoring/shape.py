"""Shapes: what may stand where in a file. ``pruning`` checks a tree by them, ``schema`` shows
them as JSON Schema, ``vocabulary`` puts the format together from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.phrase import Phrase

ID = r"[a-z][a-z0-9_]{0,39}"
FILE_ID = r"[a-z][a-z0-9_-]{0,39}"

_TEXT = Phrase("a text")
_EXPRESSION = Phrase("an expression")


@dataclass(frozen=True)
class Word:
    """A text of one kind: any, or one that matches a pattern, or one of a list."""

    wanted: Phrase = _TEXT
    pattern: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Whole:
    """A whole number."""

    low: int
    high: int


@dataclass(frozen=True)
class Share:
    """A whole or decimal number."""

    low: int
    high: int


@dataclass(frozen=True)
class Flag:
    """``true`` or ``false``."""


@dataclass(frozen=True)
class Formula:
    """An expression, a number, or a truth value; the builder looks into it."""

    wanted: Phrase = _EXPRESSION


@dataclass(frozen=True)
class Lines:
    """A list of one shape."""

    of: Shape
    least: int = 0


@dataclass(frozen=True)
class ById:
    """A mapping of ids to one shape each."""

    of: Shape
    least: int = 0
    pattern: str = ID


@dataclass(frozen=True)
class Record:
    """A mapping with known keys."""

    what: Phrase
    required: Mapping[str, Shape]
    optional: Mapping[str, Shape] = field(default_factory=dict)

    @property
    def keys(self) -> dict[str, Shape]:
        """All keys, the required ones first."""
        return {**self.required, **self.optional}


@dataclass(frozen=True)
class Either:
    """One shape for each form a value can have: a single value, a list, a mapping."""

    wanted: Phrase
    scalar: Shape | None = None
    listing: Shape | None = None
    table: Shape | None = None


@dataclass(frozen=True)
class ByKey:
    """One of several records, told by the key that only it has."""

    what: Phrase
    cases: Mapping[str, Record]


@dataclass(frozen=True)
class Chances:
    """A table of probabilities by word, nested once for each fact that ``given`` names."""

    given: Shape


Shape = Word | Whole | Share | Flag | Formula | Lines | ById | Record | Either | ByKey | Chances
