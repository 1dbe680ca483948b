"""The waterfall told: each step of a settlement with its amount, reason and legal source.

Titles and reasons are English message ids; a catalogue translates them, placeholders kept.
"""

from __future__ import annotations

from app.engine.amounts import Amounts
from app.engine.coverage import InsurancePolicy
from app.engine.expression import Values
from app.engine.law import Admission, CapKind, Contract, ContractKind, LabOrder
from app.engine.ledger import Ledger
from app.engine.scenario import Scenario
from app.engine.steps import Step, Waterfall


def liability_steps(scenario: Scenario, values: Values, amounts: Amounts) -> tuple[Step, ...]:
    """From the claim to the justified claim; one step that says so if there is none."""
    law, answers = amounts.liability, amounts.answers
    fall = Waterfall()
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
        "Only lost profit is replaced; {amount} of the claim is turnover whose costs were saved.",
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
    _cap_step(fall, scenario.contract, amounts)
    return tuple(fall.steps)


def _breach_step(fall: Waterfall, scenario: Scenario, values: Values, amounts: Amounts) -> None:
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
    elif not breached:
        title = "Caused by your helper"
        reason = "You were careful yourself, but your recovery firm's fault counts as yours."
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


def _own_share_step(fall: Waterfall, amounts: Amounts) -> None:
    law, answers = amounts.liability, amounts.answers
    neglect = bool(answers.client_backup_fault)
    if law.client_percent:
        reasons = [
            "The client neglected its backup; {percent} % of the damage is its own.",
            "The client let the damage grow against advice; {percent} % of it is its own.",
            "The client approved the risk, informed and in writing; {percent} % is its own.",
        ]
        proved = answers.backup_proof or not answers.provider_owned_backup
        held = (
            neglect and proved and answers.log_kept,
            answers.client_failed_to_mitigate and answers.log_kept,
            answers.approved_in_writing and not law.gross,
        )
        fitting = [reason for reason, holds in zip(reasons, held, strict=True) if holds]
        several = "The client is to blame itself for several reasons; {percent} % is its own."
        fall.to(
            law.shared,
            "contributory_fault",
            "The client's own share",
            fitting[0] if len(fitting) == 1 else several,
            "§ 254 BGB; OLG Hamm 13 U 133/03; AG Bonn 105 C 72/12",
            percent=law.client_percent,
        )
    elif law.proven and (neglect or answers.client_failed_to_mitigate):
        title = "The client's own share cannot be proved"
        reason = "The client neglected something too, but you have to prove it and cannot."
        if answers.log_kept and answers.provider_owned_backup and answers.backup_proof:
            title = "No share of the client's own"
            reason = "The client trusted your backup, which was your own duty."
        source = "§ 254 BGB; OLG Hamm 13 U 95/98"
        fall.to(law.shared, "contributory_fault", title, reason, source, always=True)


def _cap_step(fall: Waterfall, contract: Contract, amounts: Amounts) -> None:
    law = amounts.liability
    negotiated = contract.cap_kind is CapKind.NEGOTIATED
    fall.to(
        law.justified,
        "cap",
        "The agreed limit of liability",
        "The contract limits your liability for ordinary negligence; {amount} lie beyond.",
        "§§ 276, 311(1) BGB" if negotiated else "§§ 307, 309, 310 BGB",
    )
    if contract.cap_kind is CapKind.NONE or law.justified <= contract.cap:
        return
    if amounts.answers.intent:
        reason, source = "No limit holds for intent.", "§ 276(3) BGB"
    elif amounts.answers.provider_owned_backup and not negotiated:
        reason = "Standard terms cannot limit the very duty that the contract is about."
        source = "§ 307(2) no. 2 BGB"
    else:
        reason = "The contract's limit does not cover what gross negligence caused."
        source = "§§ 276, 309 no. 7 b BGB; OLG Hamburg 8 U 69/16"
    fall.to(law.justified, "cap_void", "Beyond the agreed limit", reason, source, always=True)


def coverage_steps(terms: InsurancePolicy, amounts: Amounts) -> tuple[Step, ...]:
    """From the justified claim to what the insurer pays; empty without a claim."""
    cover = amounts.coverage
    fall = Waterfall()
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
        fall.to(0, "no_cover", *_why_no_cover(terms, amounts), always=True)
        return tuple(fall.steps)
    id_ = "quota" if cover.breaches else "in_time"
    fall.to(cover.after_quota, id_, *_why_cover(amounts), always=True)
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


def _why_cover(amounts: Amounts) -> tuple[str, str, str]:
    cover = amounts.coverage
    if cover.breaches == 2:
        reason = "Told after more than a week, instructions ignored: two cuts, {amount} in all."
        return "Cut by the quota, twice", reason, "§§ 104, 28(2), 82(3) VVG"
    if cover.breaches and cover.late:
        reason = "The insurer was told after more than a week; grossly careless, a cut of {amount}."
        return "Cut by the quota", reason, "§§ 104, 28(2) VVG"
    if cover.breaches:
        reason = "The insurer's instructions were not sought or followed, a cut of {amount}."
        return "Cut by the quota", reason, "§ 82(2), (3) VVG"
    if cover.excused:
        reason = "Your log proves that your breach of a duty to the insurer changed nothing."
        return "Careless, but without effect", reason, "§§ 28(3), 82(4) VVG"
    if cover.late or cover.disobeyed:
        reason = "The policy provides for no sanction: full cover."
        return "Careless, but without sanction", reason, "§ 28(2) VVG"
    return "Notified in time", "The insurer was told within a week: full cover.", "§ 104 VVG"


def own_steps(amounts: Amounts) -> tuple[Step, ...]:
    """What adds up to your retained loss."""
    cover, answers = amounts.coverage, amounts.answers
    fall = Waterfall()
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
