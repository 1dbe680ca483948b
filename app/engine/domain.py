"""What a name of a scenario may hold, and where it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.engine.errors import ExpressionError
from app.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Domain:
    """What a name may hold: a truth value, one word of a list, or a whole number.

    ``words`` is empty for numbers; a truth value has ``is_bool`` and bounds 0..1.
    Values are always stored as ints: a word by its index, a truth value as 0 or 1.
    """

    low: int
    high: int
    words: tuple[str, ...] = ()
    is_bool: bool = False

    @classmethod
    def boolean(cls) -> Domain:
        """True or false."""
        return cls(0, 1, is_bool=True)

    @classmethod
    def enumeration(cls, words: Sequence[str]) -> Domain:
        """One of these words."""
        return cls(0, len(words) - 1, words=tuple(words))

    @classmethod
    def integer(cls, low: int, high: int) -> Domain:
        """A whole number from ``low`` to ``high``."""
        return cls(low, high)

    def encode(self, value: object) -> int:
        """The stored int for a value as an author writes it. Raises ExpressionError."""
        if self.words:
            if isinstance(value, str) and value in self.words:
                return self.words.index(value)
            raise ExpressionError(
                Phrase(
                    "{value} is not one of {words}", value=repr(value), words=", ".join(self.words)
                )
            )
        if self.is_bool:
            if isinstance(value, bool):
                return int(value)
            raise ExpressionError(Phrase("{value} is not true or false", value=repr(value)))
        if isinstance(value, int) and not isinstance(value, bool):
            if self.low <= value <= self.high:
                return value
            raise ExpressionError(
                Phrase(
                    "{value} is outside {low}..{high}", value=value, low=self.low, high=self.high
                )
            )
        raise ExpressionError(Phrase("{value} is not a whole number", value=repr(value)))

    def decode(self, stored: int) -> bool | int | str:
        """The author's value for a stored int."""
        if self.words:
            return self.words[stored]
        return bool(stored) if self.is_bool else stored


BOOLEAN = Domain.boolean()


@dataclass(frozen=True, slots=True)
class Symbol:
    """A name an expression may use: how to read it (``code``) and what it may hold.

    ``slot``: the one slot that the code reads.
    """

    name: str
    code: str
    domain: Domain
    slot: int
    hidden: bool = False


def describe_domain(domain: Domain) -> Phrase:
    """A domain in words, for messages."""
    if domain.is_bool:
        return Phrase("a truth value")
    if domain.words:
        return Phrase("one of {words}", words=", ".join(domain.words))
    return Phrase("a whole number")
