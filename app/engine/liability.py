"""From the client's loss to the justified claim, by the rules of German law.

Read top-down: :func:`assess` goes head by head through what is claimed, what the law
replaces, what a breach caused, what the recovery firm answers for, what can be proved, and
the client's own share; then it caps the sum. Teaching model, no legal advice: docs/law.md.

Amounts are whole cents, ints (one ending) or int64 arrays (many); flags are bools or arrays
of bools. The same lines serve both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.engine.expression import Values, maximum, minimum, where
from app.engine.law import (
    APPROVAL_SHARE,
    BACKUP_SHARE,
    MITIGATION_SHARE,
    OWN_DUTY_BACKUP_SHARE,
    SHARED_RECOURSE,
    Admission,
    Answers,
    Backup,
    CapKind,
    Contract,
    LabOrder,
    share,
)
from app.engine.ledger import Ledger
from app.engine.scenario import Bearer, Duty, Scenario


@dataclass(frozen=True, slots=True, eq=False)
class Liability:
    """The balance after each step, from the claim down; each is at most the one before.

    ``client_loss``: what the client lost. ``claim``: what it asks. ``replaceable``: profit,
    not turnover. ``as_old``: less new-for-old. ``caused``: by a breach. ``avoidable``: that
    careful conduct would have spared. ``yours``: less what the client's own lab answers for.
    ``proven``. ``shared``: less the client's own share of ``client_percent``. ``justified``:
    less a valid cap. ``recourse``: what the lab owes you or your insurer of it.
    ``gross``: you were grossly negligent. ``lab_failed``: a recovery firm was at fault.
    """

    client_loss: Any
    claim: Any
    replaceable: Any
    as_old: Any
    caused: Any
    avoidable: Any
    yours: Any
    proven: Any
    shared: Any
    justified: Any
    recourse: Any
    client_percent: Any
    gross: Any
    lab_failed: Any


def assess(scenario: Scenario, values: Values, answers: Answers) -> Liability:
    """Apply the law to the public ``values`` at an ending."""
    ledger = Ledger.of(scenario, values)
    client_loss = ledger.total(Bearer.CLIENT)
    raised = answers.claim_raised & (client_loss > 0)
    breaches = _Breaches(scenario, values, answers)
    client_percent = client_share(answers, breaches.any_gross)
    contradicted = answers.log_kept & (answers.admission != Admission.GUILT)
    claim = replaceable = as_old = caused = avoidable = yours = proven = shared = 0
    uncapped = recourse = 0
    for head, loss in ledger.borne_by(Bearer.CLIENT):
        asked = share(loss, head.claimed_as) * raised
        lawful = minimum(asked, loss)
        old = lawful - share(lawful, head.new_for_old)
        by_you, by_lab = breaches.own(head.id), breaches.lab(head.id)
        for_lab = by_lab & (answers.lab_order == LabOrder.PROVIDER)
        breached = old * (by_you | for_lab)
        spared = breached
        if head.id in scenario.unavoidable:
            spared = maximum(breached - scenario.unavoidable[head.id].evaluate(values), 0)
        mine = where(falls_to_client(by_lab, answers), 0, spared)
        shown = mine
        if head.provable != 1:
            shown = where(contradicted, share(mine, head.provable), mine)
        left = shown - shown * client_percent // 100
        claim, replaceable, as_old = claim + asked, replaceable + lawful, as_old + old
        caused, avoidable, yours = caused + breached, avoidable + spared, yours + mine
        proven, shared = proven + shown, shared + left
        uncapped = uncapped + left * breaches.gross(head.id)
        recourse = recourse + for_lab * where(by_you, left * SHARED_RECOURSE // 100, left)
    justified = capped(scenario.contract, answers, shared, uncapped)
    return Liability(
        client_loss=client_loss,
        claim=claim,
        replaceable=replaceable,
        as_old=as_old,
        caused=caused,
        avoidable=avoidable,
        yours=yours,
        proven=proven,
        shared=shared,
        justified=justified,
        recourse=minimum(recourse, justified),
        client_percent=client_percent,
        gross=breaches.any_gross,
        lab_failed=breaches.lab_failed,
    )


def falls_to_client(by_lab: Any, answers: Answers) -> Any:
    """Whether a loss is the affair of the client and the lab it ordered itself (A).

    Your own breach does not keep it with you; bad advice on the choice of the lab does.
    """
    return by_lab & (answers.lab_order == LabOrder.CLIENT) & (answers.lab_chosen_badly ^ True)


def client_share(answers: Answers, gross: Any) -> Any:
    """The client's own share in percent, 0..100 (§ 254 BGB).

    The provider has to prove it: by its log, by the client's written approval, and, where it
    installed the backup itself, by showing that this ever worked (OLG Hamm 13 U 95/98).
    An approval excuses nothing that is grossly negligent.
    """
    fault = answers.client_backup_fault
    backup: Any = 0
    for answer in Backup:
        percent = where(
            answers.provider_owned_backup,
            OWN_DUTY_BACKUP_SHARE[answer] * answers.backup_proof,
            BACKUP_SHARE[answer],
        )
        backup = backup + percent * (fault == answer)
    proved_by_log = backup + MITIGATION_SHARE * answers.client_failed_to_mitigate
    approved = answers.approved_in_writing & (gross ^ True)
    return minimum(proved_by_log * answers.log_kept + APPROVAL_SHARE * approved, 100)


def capped(contract: Contract, answers: Answers, amount: Any, uncapped: Any) -> Any:
    """The amount under the contract's cap; ``uncapped`` of it is due to gross negligence.

    No cap holds for intent (§ 276(3) BGB), none here for gross negligence (§ 309 no. 7 b;
    in a negotiated cap: as usually worded, A). One in standard terms is void where it empties
    a cardinal duty (§ 307(2) no. 2), as the provider's own backup duty is; otherwise it may
    cap data loss at the cost of a restore from a proper backup.
    """
    if contract.cap_kind is CapKind.NONE:
        return amount
    void = answers.intent
    if contract.cap_kind is CapKind.STANDARD_TERMS:
        void = void | answers.provider_owned_backup
    return where(void, amount, uncapped + minimum(amount - uncapped, contract.cap))


class _Breaches:
    """Which heads the breached duties cause, yours and the lab's apart."""

    def __init__(self, scenario: Scenario, values: Values, answers: Answers) -> None:
        ordered = answers.lab_order != LabOrder.NOBODY
        self.lab_failed = answers.lab_fault & ordered
        for_lab = answers.lab_order == LabOrder.PROVIDER
        self._own: list[tuple[Duty, Any]] = []
        self._lab: list[tuple[Duty, Any]] = []
        self._gross: list[tuple[Duty, Any]] = []
        for index, duty in enumerate(scenario.duties):
            breached = values[scenario.first_duty + index] != 0
            if duty.by_lab:
                breached = (breached | answers.lab_fault) & ordered
                self._lab.append((duty, breached))
                self.lab_failed = self.lab_failed | breached
                breached = breached & for_lab
            else:
                self._own.append((duty, breached))
            if duty.gross_when is not None:
                self._gross.append((duty, breached & duty.gross_when.evaluate(values)))
        self.any_gross = _any([flag for _, flag in self._gross])

    def own(self, head_id: str) -> Any:
        return _any([flag for duty, flag in self._own if head_id in duty.causes])

    def lab(self, head_id: str) -> Any:
        return _any([flag for duty, flag in self._lab if head_id in duty.causes])

    def gross(self, head_id: str) -> Any:
        return _any([flag for duty, flag in self._gross if head_id in duty.causes])


def _any(flags: list[Any]) -> Any:
    joint: Any = False
    for flag in flags:
        joint = joint | flag
    return joint
