from __future__ import annotations

import string
from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.amounts import Amounts
from app.engine.coverage import PRESETS
from app.engine.law import QUESTIONS, CapKind, Contract, ContractKind
from app.engine.scenario import Bearer
from app.engine.settlement import Settlement, settle, settle_amounts
from tests.engine.cases import (
    EVERYTHING,
    SCENARIO,
    law_cases,
    policies,
    scenario,
    scenarios,
    values,
)

FIGURES = [
    field.name
    for field in fields(Amounts)
    if field.name not in ("liability", "coverage", "answers")
]


def steps(result: Settlement):
    return [*result.liability_steps, *result.coverage_steps, *result.own_steps]


@given(scenarios(), st.lists(law_cases(), min_size=1, max_size=8), policies())
def test_many_endings_are_settled_as_one_by_one(case, rows, terms) -> None:
    columns = [np.array(column, dtype=np.int64) for column in zip(*rows, strict=True)]
    many = settle_amounts(case, columns, terms)
    ones = [settle_amounts(case, row, terms) for row in rows]
    for name in FIGURES:
        together = np.broadcast_to(getattr(many, name), len(rows))
        assert together.dtype == np.int64, name
        assert together.tolist() == [getattr(one, name) for one in ones], name


@given(scenarios(), law_cases(), policies())
def test_one_ending_gives_plain_ints(case, row, terms) -> None:
    result = settle_amounts(case, row, terms)
    assert {name: type(getattr(result, name)) for name in FIGURES} == dict.fromkeys(FIGURES, int)


@given(scenarios(), law_cases(), policies())
def test_nothing_is_lost_and_nothing_negative(case, row, terms) -> None:
    slot = case.slot("rescue_costs")
    own = sum(row[case.first_head + i] for i, h in enumerate(case.heads) if h.bearer is Bearer.OWN)
    row = (*row[:slot], min(row[slot], own), *row[slot + 1 :])
    amounts = settle_amounts(case, row, terms)
    assert all(getattr(amounts, name) >= 0 for name in FIGURES)
    assert amounts.justified <= amounts.claim
    assert amounts.insurer_pays + amounts.retained == amounts.justified
    assert amounts.recourse <= amounts.justified
    assert amounts.own_defence <= amounts.defence


@given(scenarios(), law_cases(), policies())
def test_the_steps_add_up(case, row, terms) -> None:
    result = settle(case, row, terms)
    ends = [
        (result.liability_steps, result.justified_claim),
        (result.coverage_steps, result.insurer_pays),
        (result.own_steps, result.you_pay),
    ]
    for part, end in ends:
        assert sum(step.change for step in part) == end
        balance = 0
        for step in part:
            balance += step.change
            assert step.balance == balance
    assert result.liability_steps[0].balance == result.claim


@given(scenarios(), law_cases(), policies())
def test_every_step_gives_reason_and_source(case, row, terms) -> None:
    for step in steps(settle(case, row, terms)):
        wanted = {name for _, name, _, _ in string.Formatter().parse(step.reason) if name}
        assert wanted <= set(step.details)
        assert step.title
        assert step.reason.endswith(".")
        assert step.source
        assert set(step.duties) <= {duty.id for duty in case.duties}


@given(scenarios(), law_cases(), policies())
def test_a_step_of_nothing_is_shown_only_to_inform(case, row, terms) -> None:
    informative = {
        "claim", "breach", "your_lab", "contributory_fault", "cap_void", "justified",
        "no_cover", "quota", "in_time", "own_costs", "defended",
    }  # fmt: skip
    for step in steps(settle(case, row, terms)):
        assert step.change or step.id in informative


def test_the_real_case_claims_exactly_what_was_lost() -> None:
    row = values({"idle": 30_000_00, "reentry": 62_000_00, "hardware": 8_000_00}, notice_days=1)
    result = settle(SCENARIO, row, PRESETS["solid"])
    assert result.claim == result.client_loss == 100_000_00
    assert (result.insurer_pays, result.you_pay) == (99_500_00, 500_00)


def test_no_loss_means_only_your_own_costs() -> None:
    row = values({"own": 640_00}, admission="guilt", admitted=5_000_00, notice_days=0)
    for terms in PRESETS.values():
        result = settle(SCENARIO, row, terms)
        assert (result.claim, result.insurer_pays, result.defence_costs) == (0, 0, 0)
        assert result.you_pay == result.own_costs == 640_00
        assert [step.id for step in steps(result)] == ["claim", "own_costs"]


def test_the_breach_names_the_duties_that_caused_the_loss() -> None:
    row = values({"idle": 100_00}, ("verify", "isolate"))
    step = settle(SCENARIO, row, PRESETS["none"]).liability_steps[1]
    assert (step.id, step.duties) == ("breach", ("verify",))
    assert step.source == "§§ 611, 280(1) BGB; OLG Hamm 13 U 133/03"


def test_a_contract_for_works_is_judged_as_one() -> None:
    case = scenario(Contract(kind=ContractKind.WORKS))
    step = settle(case, values({"idle": 100_00}), PRESETS["none"]).liability_steps[1]
    assert step.source.startswith("§§ 631, 634 no. 4, 280(1) BGB")


@pytest.mark.parametrize(
    ("answers", "terms", "step_id", "source"),
    [
        ({}, "none", "no_cover", "§ 100 VVG"),
        ({}, "solid", "no_cover", "§ 104 VVG"),
        ({"wilful_silence": True, "notice_days": 0}, "solid", "no_cover", "§ 28(2) VVG"),
        ({"intent": True, "notice_days": 0}, "solid", "no_cover", "§ 103 VVG; BGH IV ZR 90/13"),
        ({"notice_days": 9}, "solid", "quota", "§§ 104, 28(2) VVG"),
        (
            {"notice_days": 9, "ignored_instructions": True},
            "solid",
            "quota",
            "§§ 104, 28(2), 82(3) VVG",
        ),
        ({"notice_days": 0, "ignored_instructions": True}, "solid", "quota", "§ 82(2), (3) VVG"),
        ({"notice_days": 9, "log_kept": True}, "solid", "in_time", "§§ 28(3), 82(4) VVG"),
        ({"notice_days": 7}, "solid", "in_time", "§ 104 VVG"),
    ],
)
def test_the_insurers_answer_has_its_reason(answers, terms, step_id, source) -> None:
    row = values({"reentry": 10_000_00}, **answers)
    step = settle(SCENARIO, row, PRESETS[terms]).coverage_steps[1]
    assert (step.id, step.source) == (step_id, source)


@pytest.mark.parametrize(
    ("kind", "cap", "answers", "step_id", "source"),
    [
        ("negotiated", 40_000_00, {}, "cap", "§§ 276, 311(1) BGB"),
        ("standard_terms", 40_000_00, {}, "cap", "§§ 307, 309, 310 BGB"),
        ("negotiated", 40_000_00, {"intent": True}, "cap_void", "§ 276(3) BGB"),
        (
            "standard_terms",
            40_000_00,
            {"provider_owned_backup": True},
            "cap_void",
            "§ 307(2) no. 2 BGB",
        ),
        (
            "negotiated",
            40_000_00,
            {"gross": True},
            "cap_void",
            "§§ 276, 309 no. 7 b BGB; OLG Hamburg 8 U 69/16",
        ),
        ("negotiated", 900_000_00, {"gross": True}, "breach", "§§ 611, 280(1) BGB"),
        ("none", 0, {"gross": True}, "breach", "§§ 611, 280(1) BGB"),
    ],
)
def test_the_cap_gives_its_reason(kind, cap, answers, step_id, source) -> None:
    case = scenario(Contract(cap_kind=CapKind(kind), cap=cap))
    row = values({"reentry": 100_000_00}, **answers)
    step = settle(case, row, PRESETS["none"]).liability_steps[-1]
    assert step.id == step_id
    assert step.source.startswith(source)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"client_backup_fault": "missing", "log_kept": True}, "neglected its backup"),
        ({"client_failed_to_mitigate": True, "log_kept": True}, "let the damage grow"),
        ({"approved_in_writing": True}, "approved the risk"),
        ({"approved_in_writing": True, "client_backup_fault": "missing"}, "approved the risk"),
        (
            {"client_backup_fault": "missing", "log_kept": True, "approved_in_writing": True},
            "several reasons",
        ),
        ({"client_backup_fault": "missing"}, "you have to prove it"),
        (
            {
                "client_backup_fault": "untested",
                "log_kept": True,
                "provider_owned_backup": True,
                "backup_proof": True,
            },
            "your own duty",
        ),
    ],
)
def test_the_clients_share_gives_its_reason(answers, words) -> None:
    row = values({"reentry": 100_00}, **answers)
    step = settle(SCENARIO, row, PRESETS["none"]).liability_steps[-1]
    assert step.id == "contributory_fault"
    assert words in step.reason


def test_a_careful_provider_answers_for_its_helper() -> None:
    row = values({"reentry": 60_00, "idle": 40_00}, (), lab_order="provider", lab_fault=True)
    found = settle(SCENARIO, row, PRESETS["none"])
    assert [step.id for step in found.liability_steps] == ["claim", "breach", "your_lab"]
    assert found.liability_steps[1].title == "Caused by your helper"
    assert found.justified_claim == 60_00


def test_only_the_named_answers_matter_to_a_scenario_without_questions() -> None:
    bare = replace(SCENARIO, legal={})
    row = values({"reentry": 500_00}, client_backup_fault="gross", log_kept=True)
    assert settle(bare, row, PRESETS["none"]).justified_claim == 500_00


def test_hundreds_of_thousands_of_endings_at_once() -> None:
    count = 300_000
    random = np.random.default_rng(7)
    columns = [np.zeros(count, dtype=np.int64) for _ in range(SCENARIO.width)]
    for name, (domain, _) in QUESTIONS.items():
        if domain.is_bool or domain.words:
            columns[SCENARIO.slot(name)] = random.integers(0, domain.high + 1, count)
    for head in EVERYTHING:
        columns[SCENARIO.slot(f"loss_{head}")] = random.integers(0, 10**8, count)
    columns[SCENARIO.slot("breach_verify")] = random.integers(0, 2, count)
    amounts = settle_amounts(SCENARIO, columns, PRESETS["hard"])
    assert amounts.you_pay.shape == (count,)
    assert (amounts.justified <= amounts.claim).all()
