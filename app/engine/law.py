"""The questions the law asks of a case, and the contract's fixed terms.

A scenario answers each question by an expression over its public values; ``settlement``
applies the law to the answers. Teaching model of German law, no legal advice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from fractions import Fraction
from typing import Any

from app.engine.expression import BOOLEAN, Domain, Expression, Values


class ContractKind(StrEnum):
    """Service contract (§ 611 BGB) or contract for works (§ 631 BGB)."""

    SERVICE = "service"
    WORKS = "works"


class CapKind(StrEnum):
    """How a cap on liability came into the contract; standard terms bind less (§§ 307, 309 BGB)."""

    NONE = "none"
    STANDARD_TERMS = "standard_terms"
    NEGOTIATED = "negotiated"


@dataclass(frozen=True, slots=True)
class Contract:
    """Fixed terms. ``cap``: agreed limit of liability in cents, with how it was agreed."""

    kind: ContractKind = ContractKind.SERVICE
    cap_kind: CapKind = CapKind.NONE
    cap: int = 0


class Backup(IntEnum):
    """The stored answers to ``client_backup_fault``."""

    NONE = 0
    UNTESTED = 1
    MISSING = 2
    GROSS = 3


class LabOrder(IntEnum):
    """The stored answers to ``lab_order``."""

    NOBODY = 0
    PROVIDER = 1
    CLIENT = 2


class Admission(IntEnum):
    """The stored answers to ``admission``."""

    NONE = 0
    FACTS = 1
    GUILT = 2


def _words(answers: type[IntEnum]) -> Domain:
    return Domain.enumeration([answer.name.lower() for answer in answers])


CENTS = Domain.integer(0, 10**12)
DAYS = Domain.integer(-1, 400)
"""Days between an event and its notice; -1: never."""

QUESTIONS: Mapping[str, tuple[Domain, str]] = {
    "client_backup_fault": (
        _words(Backup),
        "The client's own share in the missing backup (§ 254 BGB): none, left untested, "
        "missing by neglect, grossly neglected.",
    ),
    "provider_owned_backup": (BOOLEAN, "The backup was the provider's own contractual duty."),
    "backup_proof": (BOOLEAN, "The provider can prove that the backup it installed ever worked."),
    "client_failed_to_mitigate": (BOOLEAN, "The client made its loss larger against advice."),
    "approved_in_writing": (BOOLEAN, "The client approved the risky step, informed, in writing."),
    "log_kept": (BOOLEAN, "A contemporaneous log of the provider's steps exists."),
    "lab_order": (
        _words(LabOrder),
        "In whose name a recovery firm was ordered (§ 278 BGB).",
    ),
    "lab_fault": (
        BOOLEAN,
        "The recovery firm destroyed data by its own fault; it causes the heads of the duties "
        "marked by_lab, as does the breach of such a duty.",
    ),
    "lab_chosen_badly": (BOOLEAN, "The provider advised an unfit firm (fault in selection)."),
    "recourse_preserved": (BOOLEAN, "Evidence against the recovery firm is kept (§ 86 VVG)."),
    "admission": (
        _words(Admission),
        "What was said to the client about guilt: nothing, facts only, an admission.",
    ),
    "admitted": (CENTS, "Cents that an admission or payment promised to the client."),
    "notice_days": (DAYS, "Days from knowing the facts to telling the insurer (§ 104 VVG)."),
    "claim_notice_days": (DAYS, "Days from the claim to telling the insurer (§ 104 VVG)."),
    "wilful_silence": (BOOLEAN, "The insurer was kept in the dark with positive knowledge."),
    "ignored_instructions": (BOOLEAN, "The insurer's instructions were not sought or followed."),
    "intent": (
        BOOLEAN,
        "The loss was caused on purpose or by a knowing breach, and the insurer can prove it "
        "(§ 103 VVG; BGH IV ZR 90/13).",
    ),
    "claim_raised": (BOOLEAN, "The client asserts a claim if it has a loss; true unless said."),
    "rescue_costs": (CENTS, "Cents of own money spent to avert the loss, repaid under § 83 VVG."),
}

DEFAULTS: Mapping[str, int] = {
    name: 1 if name == "claim_raised" else -1 if domain is DAYS else 0
    for name, (domain, _) in QUESTIONS.items()
}
"""The stored answer to a question that a scenario leaves out: no, none, 0, never."""


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """The answers for one ending (ints, truth values as bool) or for many (arrays).

    One field for each question, named as there.
    """

    client_backup_fault: Any
    provider_owned_backup: Any
    backup_proof: Any
    client_failed_to_mitigate: Any
    approved_in_writing: Any
    log_kept: Any
    lab_order: Any
    lab_fault: Any
    lab_chosen_badly: Any
    recourse_preserved: Any
    admission: Any
    admitted: Any
    notice_days: Any
    claim_notice_days: Any
    wilful_silence: Any
    ignored_instructions: Any
    intent: Any
    claim_raised: Any
    rescue_costs: Any

    @classmethod
    def of(cls, legal: Mapping[str, Expression], values: Values) -> Answers:
        """Answer every question; one that ``legal`` leaves out gets its default."""
        found: dict[str, Any] = {}
        for name, (domain, _) in QUESTIONS.items():
            expression = legal.get(name)
            answer = DEFAULTS[name] if expression is None else expression.evaluate(values)
            found[name] = answer != 0 if domain.is_bool else answer
        return cls(**found)


# --- shares of the client's own fault, in percent (§ 254 BGB) ---------------------------

BACKUP_SHARE: Mapping[Backup, int] = {
    Backup.NONE: 0,
    Backup.UNTESTED: 20,  # (A): the low end of 20-40, since it weighs less than none at all
    Backup.MISSING: 30,  # LG Frankfurt; AG Bonn 105 C 72/12
    Backup.GROSS: 100,  # OLG Hamm 13 U 133/03; OLG Karlsruhe 10 U 123/95
}
"""Where the backup was the client's own job."""

OWN_DUTY_BACKUP_SHARE: Mapping[Backup, int] = {
    Backup.NONE: 0,
    Backup.UNTESTED: 0,
    Backup.MISSING: 10,
    Backup.GROSS: 20,
}
"""Where the backup was the provider's own duty (A): 0-20."""

MITIGATION_SHARE = 20  # (A)
APPROVAL_SHARE = 20  # (A)
SHARED_RECOURSE = 50
"""Percent of a loss that the lab bears where your own breach caused it as well (A, § 426 BGB)."""

NOTICE_DAYS = 7
"""§ 104 VVG: one week for the facts, one week for a claim."""


def share(amount: Any, part: Fraction) -> Any:
    """``part`` of an amount in whole cents, rounded down. Ints or arrays."""
    if part.denominator == 1:
        return amount * part.numerator
    return amount * part.numerator // part.denominator
