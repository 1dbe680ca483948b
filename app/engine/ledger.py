"""The ledger: what has been lost so far, by head, and out of whose pocket.

A view over the public values: cents as ints (one play) or as equally long arrays (many).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.engine.expression import Values
from app.engine.scenario import Bearer, Head, Scenario


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """Heads of loss with their amounts, in the scenario's order, zeros included."""

    entries: tuple[tuple[Head, Any], ...]

    @classmethod
    def of(cls, scenario: Scenario, values: Values) -> Ledger:
        """The ledger behind the public ``values``."""
        first = scenario.first_head
        return cls(tuple((head, values[first + i]) for i, head in enumerate(scenario.heads)))

    def __getitem__(self, head_id: str) -> Any:
        """The amount under a head. Raises KeyError."""
        for head, amount in self.entries:
            if head.id == head_id:
                return amount
        raise KeyError(head_id)

    def borne_by(self, bearer: Bearer) -> Iterator[tuple[Head, Any]]:
        """The entries that come out of one pocket."""
        return (entry for entry in self.entries if entry[0].bearer is bearer)

    def total(self, bearer: Bearer | None = None) -> Any:
        """The sum over one pocket, or over both."""
        entries = self.entries if bearer is None else self.borne_by(bearer)
        return sum((amount for _, amount in entries), start=0)
