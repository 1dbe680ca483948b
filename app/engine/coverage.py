"""Professional indemnity insurance: the policy's terms. See ``settlement`` for what it pays."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class InsurancePolicy:
    """Terms of an insurance contract; amounts in cents.

    ``sublimit``: lower limit for pure financial loss, if the policy has one.
    ``deductible`` is fixed; with ``deductible_rate`` it is that share of the payment,
    at least ``deductible_min`` and at most ``deductible_max``.
    ``gross_quota``: share still paid after a grossly negligent breach of an Obliegenheit
    (an incumbency such as the notice of loss), § 28(2) VVG.
    """

    id: str
    name: str
    in_force: bool
    sum_insured: int = 0
    sublimit: int | None = None
    deductible: int = 0
    deductible_rate: Fraction = Fraction(0)
    deductible_min: int = 0
    deductible_max: int = 0
    gross_quota: Fraction = Fraction(1, 2)
    premium: int = 0
