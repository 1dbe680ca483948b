"""The questions the law asks of a case, and the contract's fixed terms.

A scenario answers each question by an expression over its public values; ``settlement``
applies the law to the answers. Teaching model of German law, no legal advice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.engine.expression import BOOLEAN, Domain


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


CENTS = Domain.integer(0, 10**12)
DAYS = Domain.integer(-1, 400)
"""Days between an event and its notice; -1: never."""

QUESTIONS: Mapping[str, tuple[Domain, str]] = {
    "client_backup_fault": (
        Domain.enumeration(("none", "untested", "missing", "gross")),
        "The client's own share in the missing backup (§ 254 BGB): none, left untested, "
        "missing by neglect, grossly neglected.",
    ),
    "provider_owned_backup": (BOOLEAN, "The backup was the provider's own contractual duty."),
    "backup_proof": (BOOLEAN, "The provider can prove that the backup it installed ever worked."),
    "client_failed_to_mitigate": (BOOLEAN, "The client made its loss larger against advice."),
    "approved_in_writing": (BOOLEAN, "The client approved the risky step, informed, in writing."),
    "log_kept": (BOOLEAN, "A contemporaneous log of the provider's steps exists."),
    "lab_order": (
        Domain.enumeration(("nobody", "provider", "client")),
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
        Domain.enumeration(("none", "facts", "guilt")),
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
