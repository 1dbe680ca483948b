"""What courts and the insurance contract act say, as a table: situation, result, source.

Losses and expectations in EUR. Rows marked (A) rest on a share that the model assumes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from app.engine.coverage import PRESETS, InsurancePolicy
from app.engine.law import CapKind, Contract, ContractKind
from app.engine.scenario import Scenario
from app.engine.settlement import settle
from tests.engine.cases import SCENARIO, scenario, values

LOSS = {"reentry": 100_000}
PLAIN = InsurancePolicy("plain", "Plain", in_force=True, sum_insured=1_000_000_00)
NEGOTIATED = scenario(Contract(cap_kind=CapKind.NEGOTIATED, cap=40_000_00))
STANDARD = scenario(Contract(cap_kind=CapKind.STANDARD_TERMS, cap=40_000_00))
TOLD: dict[str, Any] = {"notice_days": 0, "claim_notice_days": 0}
LAB: dict[str, Any] = {"lab_fault": True, "lab_order": "provider"}


@dataclass(frozen=True)
class Row:
    source: str
    situation: str
    expected: Mapping[str, float]
    answers: Mapping[str, Any] = field(default_factory=dict)
    losses: Mapping[str, float] = field(default_factory=lambda: LOSS)
    breaches: tuple[str, ...] = ("verify",)
    case: Scenario = SCENARIO
    terms: InsurancePolicy = PRESETS["none"]


LIABILITY = [
    Row(
        "OLG Hamm 13 U 133/03",
        "the client grossly neglected its backup",
        {"claim": 100_000, "justified_claim": 0},
        {"client_backup_fault": "gross", "log_kept": True},
    ),
    Row(
        "OLG Karlsruhe 10 U 123/95",
        "no backup whatever, the client's own gross neglect, hardware killed too",
        {"justified_claim": 0},
        {"client_backup_fault": "gross", "log_kept": True},
        {"reentry": 60_000, "hardware": 8_000},
    ),
    Row(
        "LG Frankfurt",
        "the client made no backup: 30 %",
        {"justified_claim": 70_000},
        {"client_backup_fault": "missing", "log_kept": True},
    ),
    Row(
        "AG Bonn 105 C 72/12",
        "no backup at a small firm: 30 %",
        {"justified_claim": 3_500},
        {"client_backup_fault": "missing", "log_kept": True},
        {"reentry": 5_000},
    ),
    Row(
        "§ 254 BGB (A)",
        "a backup that the client never tested",
        {"justified_claim": 80_000},
        {"client_backup_fault": "untested", "log_kept": True},
    ),
    Row(
        "§ 254 BGB (A)",
        "the backup was the full-service provider's own duty, and it once worked",
        {"justified_claim": 80_000},
        {
            "client_backup_fault": "gross",
            "log_kept": True,
            "provider_owned_backup": True,
            "backup_proof": True,
        },
    ),
    Row(
        "OLG Hamm 13 U 95/98",
        "the provider installed the backup and cannot prove that it ever worked",
        {"justified_claim": 100_000},
        {"client_backup_fault": "gross", "log_kept": True, "provider_owned_backup": True},
    ),
    Row(
        "§ 254 BGB, burden of proof",
        "the client neglected its backup, but there is no log to prove it",
        {"justified_claim": 100_000},
        {"client_backup_fault": "gross"},
    ),
    Row(
        "§ 254(2) BGB (A)",
        "the client let the damage grow against advice",
        {"justified_claim": 80_000},
        {"client_failed_to_mitigate": True, "log_kept": True},
    ),
    Row(
        "§ 254 BGB (A)",
        "the client, informed, approved the risky step in writing",
        {"justified_claim": 80_000},
        {"approved_in_writing": True},
    ),
    Row(
        "§ 254 BGB (A)",
        "an approval does not excuse gross negligence",
        {"justified_claim": 100_000},
        {"approved_in_writing": True, "gross": True},
    ),
    Row(
        "§ 254 BGB",
        "shares never exceed the whole",
        {"justified_claim": 0},
        {"client_backup_fault": "gross", "client_failed_to_mitigate": True, "log_kept": True},
    ),
    Row(
        "OLG Hamburg 8 U 69/16",
        "the old copy deleted unverified is gross negligence: no cap",
        {"justified_claim": 100_000},
        {"gross": True},
        case=NEGOTIATED,
    ),
    Row(
        "§ 311(1) BGB",
        "a negotiated cap holds for ordinary negligence, for the own backup duty as well",
        {"justified_claim": 40_000},
        {"provider_owned_backup": True},
        case=NEGOTIATED,
    ),
    Row(
        "§ 276(3) BGB",
        "no cap for intent",
        {"justified_claim": 100_000},
        {"intent": True},
        case=NEGOTIATED,
    ),
    Row(
        "§§ 307, 310 BGB",
        "standard terms may cap data loss at the cost of a restore from a proper backup",
        {"justified_claim": 40_000},
        case=STANDARD,
    ),
    Row(
        "§ 309 no. 7 b BGB",
        "standard terms cannot cap gross negligence",
        {"justified_claim": 100_000},
        {"gross": True},
        case=STANDARD,
    ),
    Row(
        "§ 307(2) no. 2 BGB",
        "standard terms cannot empty a cardinal duty",
        {"justified_claim": 100_000},
        {"provider_owned_backup": True},
        case=STANDARD,
    ),
    Row(
        "BGH X ZR 19/98",
        "a recovery firm at fault owes the re-entry: the provider that ordered it has recourse",
        {"justified_claim": 100_000, "recourse": 100_000, "you_pay": 0},
        {**LAB, "recourse_preserved": True},
        breaches=(),
    ),
    Row(
        "§ 278 BGB",
        "the fault of a helper is the provider's own",
        {"justified_claim": 100_000, "recourse": 0, "you_pay": 100_000},
        LAB,
        breaches=(),
    ),
    Row(
        "§ 278 BGB",
        "the helper's breach of its duty is as good as the answer that it was at fault",
        {"justified_claim": 100_000},
        {"lab_order": "provider"},
        breaches=("lab_care",),
    ),
    Row(
        "§ 278 BGB",
        "the helper's fault causes the heads of its duty only",
        {"justified_claim": 60_000},
        LAB,
        {"reentry": 60_000, "idle": 40_000},
        breaches=(),
    ),
    Row(
        "§ 278 BGB, by inference (A)",
        "ordered in the client's name: that part falls away, the rest stays",
        {"justified_claim": 40_000},
        {**LAB, "lab_order": "client"},
        {"reentry": 60_000, "idle": 40_000},
    ),
    Row(
        "§ 280(1) BGB, selection (A)",
        "ordered in the client's name on bad advice: the provider answers for the choice",
        {"justified_claim": 100_000},
        {**LAB, "lab_order": "client", "lab_chosen_badly": True},
    ),
    Row(
        "§ 426 BGB (A)",
        "provider and lab caused it both: half of it comes back",
        {"justified_claim": 100_000, "recourse": 50_000, "you_pay": 50_000},
        {**LAB, "recourse_preserved": True},
    ),
    Row(
        "§ 252 BGB",
        "90,000 of turnover claimed, 9,000 of profit lost",
        {"client_loss": 9_000, "claim": 90_000, "justified_claim": 9_000},
        losses={"profit": 9_000},
        case=scenario(profit={"claimed_as": Fraction(10)}),
    ),
    Row(
        "LG Duisburg 22 O 102/12",
        "new for old: 1,267 of 5,068",
        {"claim": 5_068, "justified_claim": 1_267},
        losses={"hardware": 5_068},
        case=scenario(hardware={"new_for_old": Fraction(3, 4)}),
    ),
    Row(
        "LG Heilbronn 2 O 238/17",
        "about 560 hours of the client's own staff count as damage",
        {"justified_claim": 13_367},
        losses={"reentry": 13_367},
    ),
    Row(
        "§ 280(1) BGB",
        "no breach, no liability, however large the loss",
        {"claim": 100_000, "justified_claim": 0},
        breaches=(),
    ),
    Row(
        "§ 280(1) BGB, causation",
        "a breach answers for what it caused, not for the rest",
        {"claim": 100_000, "justified_claim": 8_000},
        losses={"hardware": 8_000, "idle": 92_000},
        breaches=("isolate",),
    ),
    Row(
        "§ 249(1) BGB",
        "what careful conduct would not have spared the client",
        {"justified_claim": 75_000},
        case=scenario(unavoidable={"reentry": 25_000_00}),
    ),
    Row(
        "BGH III ZR 79/09",
        "full-service care is a service contract: it owes care, not success",
        {"justified_claim": 0},
        breaches=(),
        case=scenario(Contract(kind=ContractKind.SERVICE)),
    ),
    Row(
        "BGH VI ZR 173/07",
        "350,000 for lost data whose value is contested and not proved: no award",
        {"claim": 350_000, "justified_claim": 0},
        {"log_kept": True},
        {"reentry": 350_000},
        case=scenario(reentry={"provable": Fraction(0)}),
    ),
    Row(
        "§ 286 ZPO",
        "the provider's log contradicts a part of the damage",
        {"justified_claim": 90_000},
        {"log_kept": True},
        case=scenario(reentry={"provable": Fraction(9, 10)}),
    ),
    Row(
        "§ 280(1) sentence 2 BGB",
        "no log: the provider cannot contradict",
        {"justified_claim": 100_000},
        case=scenario(reentry={"provable": Fraction(9, 10)}),
    ),
    Row(
        "§ 286 ZPO (A)",
        "an admission of guilt takes the log's force",
        {"justified_claim": 100_000},
        {"log_kept": True, "admission": "guilt"},
        case=scenario(reentry={"provable": Fraction(9, 10)}),
    ),
    Row(
        "§ 194 BGB",
        "no claim raised: nothing to pay",
        {"client_loss": 100_000, "claim": 0, "justified_claim": 0, "you_pay": 800},
        {"claim_raised": False},
        {"reentry": 100_000, "own": 800},
    ),
]

PERCENT = replace(
    PLAIN, deductible_rate=Fraction(1, 10), deductible_min=750_00, deductible_max=3_500_00
)

INSURANCE = [
    Row(
        "§ 100 VVG",
        "pays what is justified and fends off the rest",
        {"insurer_pays": 8_000, "you_pay": 0, "defence_costs": 8_915},
        TOLD,
        {"hardware": 8_000, "idle": 92_000},
        ("isolate",),
        terms=PLAIN,
    ),
    Row(
        "§ 100 VVG",
        "nothing justified: the whole claim is fended off",
        {"justified_claim": 0, "insurer_pays": 0, "you_pay": 0, "defence_costs": 8_915},
        TOLD,
        breaches=(),
        terms=PLAIN,
    ),
    Row(
        "no policy",
        "uninsured: the justified part and the defence are one's own",
        {"insurer_pays": 0, "you_pay": 16_915, "defence_costs": 8_915},
        TOLD,
        {"hardware": 8_000, "idle": 92_000},
        ("isolate",),
    ),
    Row(
        "§ 101 VVG",
        "defence comes on top of the sum insured",
        {"insurer_pays": 5_000, "you_pay": 3_000},
        TOLD,
        {"hardware": 8_000, "idle": 92_000},
        ("isolate",),
        terms=replace(PLAIN, sum_insured=5_000_00),
    ),
    Row(
        "§ 104 VVG",
        "facts and claim on the seventh day are in time",
        {"insurer_pays": 100_000},
        {"notice_days": 7, "claim_notice_days": 7},
        terms=PLAIN,
    ),
    Row(
        "§§ 104, 28(2) VVG",
        "facts on the eighth day, gross: cut by half",
        {"insurer_pays": 50_000, "you_pay": 50_000},
        {"notice_days": 8, "claim_notice_days": 0},
        terms=PLAIN,
    ),
    Row(
        "§§ 104, 28(2) VVG",
        "a claim passed on after its week: cut by half",
        {"insurer_pays": 50_000},
        {"notice_days": 0, "claim_notice_days": 8},
        terms=PLAIN,
    ),
    Row(
        "§§ 104, 28(2) VVG",
        "facts never reported, only the claim: cut by half",
        {"insurer_pays": 50_000},
        {"claim_notice_days": 0},
        terms=PLAIN,
    ),
    Row(
        "§ 28(2) VVG",
        "the quota cuts the defence too",
        {"insurer_pays": 4_000, "you_pay": 4_000 + 4_457.50},
        {"notice_days": 30},
        {"hardware": 8_000, "idle": 92_000},
        ("isolate",),
        terms=PLAIN,
    ),
    Row(
        "§ 28(2) VVG",
        "the quota follows the gravity that the policy's insurer sees",
        {"insurer_pays": 80_000},
        {"notice_days": 30},
        terms=replace(PLAIN, gross_quota=Fraction(4, 5)),
    ),
    Row(
        "§ 28(2) VVG",
        "kept in the dark on purpose: no cover",
        {"insurer_pays": 0, "you_pay": 100_000},
        {**TOLD, "wilful_silence": True},
        terms=PLAIN,
    ),
    Row(
        "§ 28(3) VVG",
        "counter-proof: the log shows that the delay changed nothing",
        {"insurer_pays": 100_000},
        {"notice_days": 30, "log_kept": True},
        terms=PLAIN,
    ),
    Row(
        "§ 28(3) VVG",
        "no counter-proof where a lab failed that the insurer would not have chosen (A)",
        {"insurer_pays": 50_000},
        {"notice_days": 30, "log_kept": True, "recourse_preserved": True, **LAB},
        terms=PLAIN,
    ),
    Row(
        "§ 28(2) VVG",
        "no sanction agreed in the policy: full cover",
        {"insurer_pays": 100_000},
        {"notice_days": 30, "ignored_instructions": True},
        terms=replace(PLAIN, sanctions_agreed=False),
    ),
    Row(
        "§ 104 VVG",
        "never told at all: nobody pays",
        {"insurer_pays": 0, "you_pay": 100_000},
        terms=PLAIN,
    ),
    Row(
        "§ 104(1) VVG",
        "an early report without any claim costs nothing",
        {"insurer_pays": 0, "you_pay": 0},
        {"notice_days": 0, "claim_raised": False},
        terms=PLAIN,
    ),
    Row(
        "§ 82(2), (3) VVG",
        "instructions neither sought nor followed: cut by half",
        {"insurer_pays": 50_000},
        {**TOLD, "ignored_instructions": True},
        terms=PLAIN,
    ),
    Row(
        "§§ 28(2), 82 VVG (A)",
        "late and disobedient: half of the half",
        {"insurer_pays": 25_000},
        {"notice_days": 30, "ignored_instructions": True},
        terms=PLAIN,
    ),
    Row(
        "§ 83 VVG",
        "rescue costs are repaid even when nothing was saved",
        {"insurer_pays": 100_000, "own_costs": 2_000, "you_pay": 500},
        {**TOLD, "rescue_costs": 1_500_00},
        {"reentry": 100_000, "own": 2_000},
        terms=PLAIN,
    ),
    Row(
        "§ 83(2) VVG",
        "rescue costs share the quota",
        {"you_pay": 50_000 + 1_250},
        {"notice_days": 30, "rescue_costs": 1_500_00},
        {"reentry": 100_000, "own": 2_000},
        terms=PLAIN,
    ),
    Row(
        "§ 86(1) VVG",
        "recourse: the insured's deductible ranks first",
        {"recourse": 50_000, "insurer_pays": 99_500, "you_pay": 0},
        {**TOLD, **LAB, "recourse_preserved": True},
        terms=replace(PLAIN, deductible=500_00),
    ),
    Row(
        "§ 86(2) VVG",
        "evidence against the lab thrown away: the insurer cuts what it lost, by half",
        {"recourse": 0, "insurer_pays": 75_000, "you_pay": 25_000},
        {**TOLD, **LAB},
        terms=PLAIN,
    ),
    Row(
        "§ 103 VVG",
        "no cover for intent",
        {"insurer_pays": 0, "you_pay": 100_000},
        {**TOLD, "intent": True},
        terms=PLAIN,
    ),
    Row(
        "BGH IV ZR 90/13",
        "gross negligence is not yet a knowing breach: full cover",
        {"insurer_pays": 100_000},
        {**TOLD, "gross": True},
        terms=PLAIN,
    ),
    Row(
        "§ 105 VVG",
        "an admission costs no cover",
        {"insurer_pays": 100_000, "you_pay": 0},
        {**TOLD, "admission": "guilt", "admitted": 100_000_00},
        terms=PLAIN,
    ),
    Row(
        "§ 105 VVG",
        "what was promised beyond the justified claim is one's own",
        {"justified_claim": 8_000, "insurer_pays": 8_000, "you_pay": 42_000},
        {**TOLD, "admission": "guilt", "admitted": 50_000_00},
        {"hardware": 8_000, "idle": 92_000},
        ("isolate",),
        terms=PLAIN,
    ),
    Row(
        "§ 105 VVG",
        "what was promised is no longer in dispute",
        {"defence_costs": 5_000, "you_pay": 87_000},
        {**TOLD, "admission": "guilt", "admitted": 95_000_00},
        {"hardware": 8_000, "idle": 92_000},
        ("isolate",),
        terms=PLAIN,
    ),
    Row(
        "§ 86(1) VVG",
        "under a cap the recourse is no more than what is owed",
        {"justified_claim": 40_000, "recourse": 40_000},
        {**TOLD, **LAB, "recourse_preserved": True},
        breaches=(),
        case=NEGOTIATED,
        terms=PLAIN,
    ),
    Row(
        "insurance contract",
        "a sublimit above the sum insured does not raise it",
        {"insurer_pays": 30_000},
        TOLD,
        terms=replace(PLAIN, sum_insured=30_000_00, sublimit=50_000_00),
    ),
    Row(
        "insurance contract",
        "fixed deductible",
        {"insurer_pays": 99_500, "you_pay": 500},
        TOLD,
        terms=PRESETS["solid"],
    ),
    Row(
        "insurance contract",
        "a loss below the deductible",
        {"insurer_pays": 0, "you_pay": 300},
        TOLD,
        {"reentry": 300},
        terms=PRESETS["solid"],
    ),
    Row(
        "insurance contract",
        "percentage deductible at its minimum",
        {"insurer_pays": 4_250, "you_pay": 750},
        TOLD,
        {"reentry": 5_000},
        terms=PERCENT,
    ),
    Row(
        "insurance contract",
        "percentage deductible between its bounds",
        {"insurer_pays": 18_000, "you_pay": 2_000},
        TOLD,
        {"reentry": 20_000},
        terms=PERCENT,
    ),
    Row(
        "insurance contract",
        "percentage deductible at its maximum",
        {"insurer_pays": 96_500, "you_pay": 3_500},
        TOLD,
        terms=PERCENT,
    ),
    Row(
        "insurance contract",
        "sublimit for pure financial loss",
        {"insurer_pays": 49_000, "you_pay": 51_000},
        TOLD,
        terms=PRESETS["small"],
    ),
    Row(
        "insurance contract",
        "the loss exceeds the sum insured",
        {"insurer_pays": 999_500, "you_pay": 200_500},
        TOLD,
        {"reentry": 1_200_000},
        terms=PRESETS["solid"],
    ),
]


@pytest.mark.parametrize("row", LIABILITY + INSURANCE, ids=lambda r: f"{r.source}: {r.situation}")
def test_rule(row: Row) -> None:
    losses = {head: round(eur * 100) for head, eur in row.losses.items()}
    result = settle(row.case, values(losses, row.breaches, **row.answers), row.terms)
    assert {name: getattr(result, name) / 100 for name in row.expected} == row.expected


KNOWN = (
    *("BGH III ZR 79/09", "LG Heilbronn 2 O 238/17", "BGH VI ZR 173/07", "OLG Hamm 13 U 133/03"),
    *("OLG Karlsruhe 10 U 123/95", "LG Frankfurt", "AG Bonn 105 C 72/12", "OLG Hamm 13 U 95/98"),
    *("OLG Hamburg 8 U 69/16", "BGH X ZR 19/98", "LG Duisburg 22 O 102/12", "BGH IV ZR 90/13"),
    *("OGH 1 Ob 37/12s", "8 Ob 106/15v", "Art. 97, 100 OR", "GDPR", "§ 195 BGB", "§ 251 BGB"),
    *("§ 280(1) BGB", "§ 249(1) BGB", "§ 252 BGB", "§ 254 BGB", "§ 254(2) BGB", "§ 276(3) BGB"),
    *("§ 278 BGB", "§ 307(2) no. 2 BGB", "§ 309 no. 7 b BGB", "§§ 307, 310 BGB", "§ 100 VVG"),
    *("§ 101 VVG", "§ 104 VVG", "§ 104(2) VVG", "§ 28(2) VVG", "§ 28(3) VVG", "§ 28(4) VVG"),
    *("§ 105 VVG", "§ 82", "§ 83 VVG", "§ 86(1) VVG", "§ 86(2) VVG", "§ 103 VVG", "Retroactive"),
    *("omitted maintenance", "time deductibles", "sublimit", "percentage deductible"),
)
"""Every decision and rule that the project has gathered on liability and insurance."""


def test_every_known_rule_has_a_row_or_is_named_as_left_out(root: Path) -> None:
    law = (root / "docs" / "law.md").read_text(encoding="utf-8")
    left_out = " ".join(law.partition("## Left out")[2].split())
    rows = " ".join(f"{row.source}: {row.situation}" for row in LIABILITY + INSURANCE)
    assert left_out
    assert [rule for rule in KNOWN if rule not in rows and rule not in left_out] == []
