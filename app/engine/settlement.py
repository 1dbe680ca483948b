"""From the loss to who pays: the waterfall, each step with its amount, reason and source.

All arithmetic is on whole cents and works on ints (one ending) and on NumPy arrays (the
solver's endings) alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the waterfall. ``change`` and ``balance`` are cents; deductions negative.

    ``title`` and ``reason`` are English templates (message ids for translation), the reason
    filled with ``details``; ``source`` names the legal source.
    """

    id: str
    title: str
    change: int
    balance: int
    reason: str
    source: str
    details: Mapping[str, int | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settlement:
    """Who bears what in the end, all in cents.

    ``own_costs``: your unpaid hours and outlays; ``you_pay``: your retained loss, which
    contains them, your deductible, what no insurer covers, and uninsured defence.
    ``liability_steps`` run from the claim to ``justified_claim``; ``coverage_steps`` from
    there to ``insurer_pays``; ``own_steps`` add up to ``you_pay``.
    """

    client_loss: int
    claim: int
    justified_claim: int
    recourse: int
    insurer_pays: int
    you_pay: int
    own_costs: int
    defence_costs: int
    liability_steps: tuple[Step, ...]
    coverage_steps: tuple[Step, ...]
    own_steps: tuple[Step, ...]
