"""Professional indemnity insurance: the policies on offer, and what one pays.

Read top-down: :func:`cover` asks whether there is cover at all, cuts it by the quota,
applies limits and deductible, settles the recourse, and looks at the defence. Teaching
model of German law (VVG), no legal advice: docs/law.md. Amounts are whole cents, ints (one
ending) or int64 arrays (many).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from app.engine.expression import maximum, minimum, where
from app.engine.law import NOTICE_DAYS, Answers, share
from app.engine.liability import Liability

if TYPE_CHECKING:
    from app.engine.scenario import Scenario


@dataclass(frozen=True, slots=True)
class InsurancePolicy:
    """Terms of an insurance contract; amounts in cents.

    ``sublimit``: lower limit for pure financial loss, if the policy has one.
    ``deductible`` is fixed; with ``deductible_rate`` it is that share of the payment,
    at least ``deductible_min`` and at most ``deductible_max``.
    ``gross_quota``: share still paid after a grossly negligent breach of an Obliegenheit
    (an Obliegenheit such as the notice of loss), § 28(2) VVG; ``sanctions_agreed``: whether
    the policy provides for that at all, else such a breach costs nothing.
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
    sanctions_agreed: bool = True

    @property
    def limit(self) -> int:
        """The most it pays for one claim; every loss here is a pure financial one (A)."""
        return self.sum_insured if self.sublimit is None else min(self.sum_insured, self.sublimit)


PRESETS: Mapping[str, InsurancePolicy] = {
    policy.id: policy
    for policy in (
        InsurancePolicy("none", "No insurance", in_force=False),
        # Premiums a year, net: Hiscox freelancer terms of 2016; the pairing with sublimit
        # and deductible is assumed (A).
        InsurancePolicy(
            "small",
            "Small policy",
            in_force=True,
            sum_insured=250_000_00,
            sublimit=50_000_00,
            deductible=1_000_00,
            premium=290_00,
        ),
        InsurancePolicy(
            "solid",
            "Solid policy",
            in_force=True,
            sum_insured=1_000_000_00,
            deductible=500_00,
            premium=565_00,
        ),
        InsurancePolicy(
            "hard",
            "Hard mode: the deductible grows with the claim",
            in_force=True,
            sum_insured=500_000_00,
            sublimit=100_000_00,
            deductible_rate=Fraction(1, 10),
            deductible_min=750_00,
            deductible_max=3_500_00,
            premium=460_00,
        ),
    )
}
"""The insurance terms that every scenario may offer, by id."""


def insurance_terms(scenario: Scenario) -> Mapping[str, InsurancePolicy]:
    """All terms that a play of the scenario may be under, by id: the presets and its own.

    Those it offers are ``scenario.terms``; an older save may be under others.
    """
    return {**PRESETS, **scenario.own_terms}


@dataclass(frozen=True, slots=True, eq=False)
class Coverage:
    """What the insurer does with the justified claim; cents, flags, and balances.

    ``owed`` falls to ``after_quota``, ``within_limit``, ``after_deductible`` and at last to
    ``pays``, which is cut where a recourse was lost. ``breaches``: incumbencies breached by
    gross negligence, 0..2. ``late``, ``disobeyed`` and ``excused`` (counter-proof of
    § 28(3) VVG) say why. ``recourse_to_you`` and ``recourse_to_insurer`` come back from the
    lab. ``defence``: what fending off costs in all; ``own_defence``: your part of it.
    """

    covered: Any
    owed: Any
    after_quota: Any
    within_limit: Any
    after_deductible: Any
    pays: Any
    told: Any
    late: Any
    disobeyed: Any
    excused: Any
    breaches: Any
    recourse_to_you: Any
    recourse_to_insurer: Any
    defence: Any
    own_defence: Any
    rescue_repaid: Any


def cover(policy: InsurancePolicy, answers: Answers, liability: Liability) -> Coverage:
    """What ``policy`` does about a liability."""
    told = (answers.notice_days >= 0) | (answers.claim_notice_days >= 0)
    covered = told & (answers.wilful_silence ^ True) & (answers.intent ^ True) & policy.in_force
    late, disobeyed = late_notice(answers), answers.ignored_instructions
    excused = counter_proof(answers, liability) & (late | disobeyed)
    sanctioned = (excused ^ True) & policy.sanctions_agreed
    breaches = (late & sanctioned) * 1 + (disobeyed & sanctioned) * 1

    def quota(amount: Any) -> Any:
        once = share(amount, policy.gross_quota)
        twice = share(once, policy.gross_quota)
        return covered * where(breaches == 0, amount, where(breaches == 1, once, twice))

    justified = liability.justified
    after_quota = quota(justified)
    within_limit = minimum(after_quota, policy.limit)
    after_deductible = within_limit - deductible(policy, within_limit)
    retained = justified - after_deductible
    preserved = answers.recourse_preserved
    # § 86 VVG: the insured's own part is served first. A recourse thrown away by gross
    # negligence cuts the insurer's payment by what it would have got back, at the quota.
    for_insurer = maximum(liability.recourse - retained, 0)
    lost = for_insurer - share(for_insurer, policy.gross_quota)
    pays = after_deductible - where(preserved, 0, lost)
    recourse_to_you = where(preserved, minimum(liability.recourse, retained), 0)
    conceded = maximum(justified, minimum(answers.admitted, liability.claim))
    defence = minimum(defence_costs(liability.claim), liability.claim - conceded)
    return Coverage(
        covered=covered,
        owed=justified * covered,
        after_quota=after_quota,
        within_limit=within_limit,
        after_deductible=after_deductible,
        pays=pays,
        told=told,
        late=late,
        disobeyed=disobeyed,
        excused=excused,
        breaches=breaches,
        recourse_to_you=recourse_to_you,
        recourse_to_insurer=where(preserved, for_insurer, 0),
        defence=defence,
        own_defence=defence - quota(defence),
        rescue_repaid=quota(answers.rescue_costs),
    )


def late_notice(answers: Answers) -> Any:
    """Whether the facts or the claim reached the insurer after the week of § 104 VVG.

    Facts reported in time count as notice of the claim that follows them when the story ends
    before that claim could be passed on (claim never reported: A).
    """
    facts_late = (answers.notice_days < 0) | (answers.notice_days > NOTICE_DAYS)
    return facts_late | (answers.claim_notice_days > NOTICE_DAYS)


def counter_proof(answers: Answers, liability: Liability) -> Any:
    """Whether the insured can prove that its breach changed nothing (§§ 28(3), 82(4) VVG).

    It takes a log, and no lab that spoiled what the insurer's own choice could have saved (A).
    """
    return answers.log_kept & (liability.lab_failed ^ True)


def deductible(policy: InsurancePolicy, payment: Any) -> Any:
    """The deductible from a payment, never more than this."""
    amount: Any = policy.deductible
    if policy.deductible_rate:
        amount = share(payment, policy.deductible_rate)
        amount = minimum(maximum(amount, policy.deductible_min), policy.deductible_max)
    return minimum(amount, payment)


_DEFENCE_BANDS = (
    # from cents of claim, to, cost per claim as numerator and denominator
    (0, 10_000_00, 26, 100),
    (10_000_00, 100_000_00, 6_015, 90_000),
    (100_000_00, None, 28, 1000),
)


def defence_costs(claim: Any) -> Any:
    """Your lawyer and the court, in cents, for a claim of so many cents. Ints or arrays.

    8,915 EUR for 100,000 EUR (lawyer 5,837, court 3,078: domain facts); the other points of
    the falling scale are assumed (A): 300 EUR at least, 2,900 EUR for 10,000 EUR, and 2.8 %
    of what goes beyond 100,000 EUR.
    """
    cost = where(claim > 0, 300_00, 0)
    for low, high, numerator, denominator in _DEFENCE_BANDS:
        within = maximum(claim - low, 0)
        if high is not None:
            within = minimum(within, high - low)
        cost = cost + within * numerator // denominator
    return cost
