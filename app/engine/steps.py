"""A step of the waterfall, and a collector that lets each step begin where the last ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the waterfall. ``change`` and ``balance`` are cents; deductions negative.

    ``title`` and ``reason`` are English templates (message ids for translation), the reason
    filled with ``details`` (whole numbers are cents, but for ``percent`` and ``days``);
    ``source`` names the legal source; ``duties`` are the ids of the duties it is about.
    """

    id: str
    title: str
    change: int
    balance: int
    reason: str
    source: str
    details: Mapping[str, int | str] = field(default_factory=dict)
    duties: tuple[str, ...] = ()


class Waterfall:
    """Collects steps; each begins where the last one ended."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.balance = 0

    def to(
        self,
        balance: int,
        id_: str,
        title: str,
        reason: str,
        source: str,
        *,
        always: bool = False,
        duties: tuple[str, ...] = (),
        **details: int | str,
    ) -> None:
        """A step to the new balance; left out when it changes nothing, unless ``always``."""
        change = balance - self.balance
        if change or always:
            details = {"amount": abs(change), **details}
            self.steps.append(Step(id_, title, change, balance, reason, source, details, duties))
        self.balance = balance

    def add(self, change: int, id_: str, title: str, reason: str, source: str) -> None:
        """A step by so many cents."""
        self.to(self.balance + change, id_, title, reason, source)
