"""The waterfall told: each step of a settlement with its amount, reason and legal source.

Titles and reasons are English message ids; a catalogue translates them, placeholders kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.engine.amounts import Amounts
from app.engine.coverage import InsurancePolicy
from app.engine.expression import Values
from app.engine.law import Admission, CapKind, ContractKind, LabOrder
from app.engine.ledger import Ledger
from app.engine.scenario import Scenario


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


class _Waterfall:
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


def liability_steps(scenario: Scenario, values: Values, amounts: Amounts) -> tuple[Step, ...]:
    """From the claim to the justified claim; one step that says so if there is none."""
    law, answers = amounts.liability, amounts.answers
    fall = _Waterfall()
    if not amounts.claim:
        reason = "The client lost {loss} and claims nothing from you."
        fall.to(0, "claim", "No claim", reason, "§ 280(1) BGB", always=True, loss=law.client_loss)
        return tuple(fall.steps)
    fall.to(
        law.claim,
        "claim",
        "The client claims",
        "The client puts its damage at {amount}; it lost {loss}.",
        "§§ 280(1), 249, 251 BGB",
        loss=law.client_loss,
    )
    fall.to(
        law.replaceable,
        "profit",
        "Turnover is not profit",
        "Only lost profit is replaced; the {amount} beyond it are turnover never spent on costs.",
        "§ 252 BGB",
    )
    fall.to(
        law.as_old,
        "new_for_old",
        "New for old",
        "The client gets new parts for used ones; the betterment of {amount} is its own gain.",
        "§ 249 BGB; LG Duisburg 22 O 102/12",
    )
    _breach_step(fall, scenario, values, amounts)
    fall.to(
        law.avoidable,
        "unavoidable",
        "Would have happened anyway",
        "Even careful conduct would not have spared the client {amount}.",
        "§ 249(1) BGB",
    )
    fall.to(
        law.yours,
        "clients_lab",
        "The client's own recovery firm",
        "The client ordered the recovery firm itself, so {amount} lie between those two; "
        "you answer for choice and advice only.",
        "§ 278 BGB",
    )
    if law.lab_failed and answers.lab_order == LabOrder.PROVIDER and law.yours:
        fall.to(
            law.yours,
            "your_lab",
            "Your recovery firm",
            "You ordered the recovery firm in your own name: its fault counts as yours.",
            "§ 278 BGB; BGH X ZR 19/98",
            always=True,
        )
    fall.to(
        law.proven,
        "proof",
        "Not proved",
        "Your log, written at the time, contradicts {amount}; the client cannot prove them.",
        "§ 280(1) BGB, § 286 ZPO",
    )
    _own_share_step(fall, amounts)
    fall.to(
        law.justified,
        "cap",
        "The agreed limit of liability",
        "The contract limits your liability for ordinary negligence; {amount} lie beyond.",
        "§ 276 BGB" if scenario.contract.cap_kind is CapKind.NEGOTIATED else "§§ 307, 309 BGB",
    )
    if scenario.contract.cap_kind is not CapKind.NONE and law.shared == law.justified and law.gross:
        fall.to(
            law.justified,
            "cap_void",
            "No limit for gross negligence",
            "The contract's limit does not help you: no such clause covers gross negligence.",
            "§§ 276(3), 309 no. 7 b BGB",
            always=True,
        )
    return tuple(fall.steps)


def _breach_step(fall: _Waterfall, scenario: Scenario, values: Values, amounts: Amounts) -> None:
    law = amounts.liability
    lost = {head.id for head, cents in Ledger.of(scenario, values).entries if cents}
    breached = [
        duty
        for index, duty in enumerate(scenario.duties)
        if values[scenario.first_duty + index] and not duty.by_lab and duty.causes & lost
    ]
    if not law.caused:
        title = "No breach of duty caused it"
        reason = "You neglected nothing that caused this loss; bad luck is the client's own risk."
    elif law.caused < law.as_old:
        title = "Caused by a breach of duty"
        reason = "You answer for what a breach caused; {amount} have other causes."
    else:
        title = "Caused by a breach of duty"
        reason = "A breach of duty caused all of it; that you are at fault is presumed."
    rule = "§§ 611, 280(1) BGB"
    if scenario.contract.kind is ContractKind.WORKS:
        rule = "§§ 631, 634 no. 4, 280(1) BGB"
    fall.to(
        law.caused,
        "breach",
        title,
        reason,
        "; ".join(dict.fromkeys([rule, *(duty.source for duty in breached)])),
        always=True,
        duties=tuple(duty.id for duty in breached),
    )


def _own_share_step(fall: _Waterfall, amounts: Amounts) -> None:
    law, answers = amounts.liability, amounts.answers
    if law.client_percent:
        fall.to(
            law.shared,
            "contributory_fault",
            "The client's own share",
            "The client is to blame for {percent} % itself: for its backup, for what it let "
            "grow, or for a risk it approved in writing.",
            "§ 254 BGB; OLG Hamm 13 U 133/03; AG Bonn 105 C 72/12",
            percent=law.client_percent,
        )
    elif law.proven and (answers.client_backup_fault or answers.client_failed_to_mitigate):
        fall.to(
            law.shared,
            "contributory_fault",
            "The client's own share cannot be proved",
            "The client neglected something too, but you have to prove it and cannot.",
            "§ 254 BGB; OLG Hamm 13 U 95/98",
            always=True,
        )


def coverage_steps(terms: InsurancePolicy, amounts: Amounts) -> tuple[Step, ...]:
    """From the justified claim to what the insurer pays; empty without a claim."""
    cover = amounts.coverage
    fall = _Waterfall()
    if not amounts.claim:
        return ()
    fall.to(
        amounts.justified,
        "justified",
        "Justified claim",
        "So much of the claim is justified; whoever covers you pays this and fends off the rest.",
        "§ 100 VVG",
        always=True,
    )
    if not cover.covered:
        title, reason, source = _why_no_cover(terms, amounts)
        fall.to(0, "no_cover", title, reason, source, always=True)
        return tuple(fall.steps)
    if cover.breaches:
        reason = (
            "The insurer was told late and its instructions were not sought or followed; "
            "it keeps {amount} for each cut by the quota."
            if cover.breaches == 2
            else "The insurer was told later than one week; grossly careless, so it cuts {amount}."
            if cover.late
            else "The insurer's instructions were not sought or followed, so it cuts {amount}."
        )
        source = "§§ 104, 28(2) VVG" if cover.late else "§ 82(2), (3) VVG"
        fall.to(cover.after_quota, "quota", "Cut by the quota", reason, source, always=True)
    else:
        title, reason, source = _why_full_cover(amounts)
        fall.to(cover.after_quota, "in_time", title, reason, source, always=True)
    sublimit = terms.sublimit is not None and terms.sublimit < terms.sum_insured
    fall.to(
        cover.within_limit,
        "limit",
        "Sublimit for pure financial loss" if sublimit else "Sum insured",
        "The policy pays at most {limit} for such a loss; {amount} lie beyond.",
        "Insurance contract",
        limit=terms.limit,
    )
    fall.to(
        cover.after_deductible,
        "deductible",
        "Your deductible",
        "You keep the deductible of {amount}.",
        "Insurance contract",
    )
    fall.to(
        cover.pays,
        "lost_recourse",
        "Recourse thrown away",
        "Evidence against the recovery firm is gone; the insurer cuts {amount} for it.",
        "§ 86(2) VVG",
    )
    return tuple(fall.steps)


def _why_no_cover(terms: InsurancePolicy, amounts: Amounts) -> tuple[str, str, str]:
    answers = amounts.answers
    if not terms.in_force:
        return "No insurance", "There is no policy in force.", "§ 100 VVG"
    if answers.intent:
        return (
            "No cover for intent",
            "The loss was caused on purpose or by a knowing breach of duty.",
            "§ 103 VVG; BGH IV ZR 90/13",
        )
    if answers.wilful_silence:
        return (
            "No cover after wilful silence",
            "The insurer was kept in the dark knowingly.",
            "§ 28(2) VVG",
        )
    return "The insurer was never told", "Nobody ever reported the case to it.", "§ 104 VVG"


def _why_full_cover(amounts: Amounts) -> tuple[str, str, str]:
    cover = amounts.coverage
    if cover.excused:
        return (
            "Late, but without effect",
            "Your log proves that the breach of your duty to the insurer changed nothing.",
            "§ 28(3) VVG",
        )
    if cover.late or cover.disobeyed:
        return (
            "Late, but without sanction",
            "The policy provides for no sanction; full cover.",
            "§ 28(2) VVG",
        )
    return "Notified in time", "The insurer was told within a week: full cover.", "§ 104 VVG"


def own_steps(amounts: Amounts) -> tuple[Step, ...]:
    """What adds up to your retained loss."""
    cover, answers = amounts.coverage, amounts.answers
    fall = _Waterfall()
    fall.to(
        amounts.own_costs,
        "own_costs",
        "Your unpaid hours and outlays",
        "Nobody pays you {amount} of work and outlays.",
        "No contract pays for it",
        always=True,
    )
    fall.add(
        -amounts.rescue_repaid,
        "rescue",
        "Rescue costs repaid",
        "You spent {amount} to avert the loss; the insurer repays them, successful or not.",
        "§ 83 VVG",
    )
    fall.add(
        amounts.retained,
        "retained",
        "Your part of the justified claim",
        "The insurer does not pay {amount} of the justified claim; you do.",
        "§ 280(1) BGB",
    )
    fall.add(
        -cover.recourse_to_you,
        "recourse",
        "Back from the recovery firm",
        "The recovery firm pays you back {amount}; your part ranks before the insurer's.",
        "§§ 280(1), 426 BGB, § 86(1) VVG",
    )
    fall.add(
        amounts.conceded,
        "conceded",
        "Promised beyond what you owed",
        "Your promise costs no cover, but {amount} of it were never justified."
        if answers.admission == Admission.GUILT
        else "You promised {amount} more than was justified.",
        "§ 105 VVG",
    )
    fall.add(
        amounts.own_defence,
        "defence",
        "Defence on your own account",
        "Lawyer and court against the unjustified part cost you {amount}."
        if not cover.covered
        else "The quota cuts the defence as well; {amount} of lawyer and court stay with you.",
        "§ 101 VVG",
    )
    if amounts.defence and not amounts.own_defence:
        fall.to(
            fall.balance,
            "defended",
            "Defended by the insurer",
            "The insurer fends off the unjustified part and pays the {defence} for it, "
            "on top of the sum insured.",
            "§§ 100, 101 VVG",
            always=True,
            defence=amounts.defence,
        )
    return tuple(fall.steps)
