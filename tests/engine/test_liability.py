from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given

from app.engine.expression import constant
from app.engine.law import BACKUP_SHARE, DEFAULTS, OWN_DUTY_BACKUP_SHARE, QUESTIONS, Answers, share
from app.engine.liability import assess, client_share
from app.engine.scenario import Gravity
from tests.engine.cases import FRACTIONS, SCENARIO, law_cases, scenarios, values


def liability(case, row):
    return assess(case, row, Answers.of(case.legal, row))


def test_each_question_has_an_answer_field() -> None:
    assert [field.name for field in fields(Answers)] == list(QUESTIONS) == list(DEFAULTS)


def test_a_question_left_out_gets_its_default() -> None:
    answers = Answers.of({"log_kept": constant(1)}, values({}))
    assert (answers.log_kept, answers.claim_raised, answers.notice_days) == (True, True, -1)
    assert answers.backup_proof is False


def test_every_default_is_an_answer() -> None:
    for name, (domain, _) in QUESTIONS.items():
        assert domain.low <= DEFAULTS[name] <= domain.high


def test_worse_neglect_weighs_more_and_less_where_the_duty_was_yours() -> None:
    assert list(BACKUP_SHARE.values()) == sorted(BACKUP_SHARE.values())
    for answer, percent in OWN_DUTY_BACKUP_SHARE.items():
        assert percent <= min(20, BACKUP_SHARE[answer])


@given(scenarios(), law_cases())
def test_every_step_only_takes_away(case, row) -> None:
    found = liability(case, row)
    balances = [
        found.claim,
        found.replaceable,
        found.as_old,
        found.caused,
        found.avoidable,
        found.yours,
        found.proven,
        found.shared,
        found.justified,
        found.recourse,
    ]
    assert balances == sorted(balances, reverse=True)
    assert found.recourse >= 0
    assert found.replaceable <= found.client_loss


@given(scenarios(), law_cases())
def test_gross_negligence_never_helps_you(case, row) -> None:
    slot = case.slot("gross")
    mild, grave = ((*row[:slot], gross, *row[slot + 1 :]) for gross in (0, 1))
    assert liability(case, mild).justified <= liability(case, grave).justified


@given(scenarios(), law_cases())
def test_keeping_a_log_never_hurts(case, row) -> None:
    slot = case.slot("log_kept")
    without, kept = ((*row[:slot], log, *row[slot + 1 :]) for log in (0, 1))
    assert liability(case, kept).justified <= liability(case, without).justified


@given(scenarios(), law_cases())
def test_no_breach_and_no_lab_in_your_name_owes_nothing(case, row) -> None:
    order = case.slot("lab_order")
    careful = list(row[: case.first_duty]) + [0] * len(case.duties)
    careful[order] = 0
    assert liability(case, tuple(careful)).justified == 0


@given(scenarios(), law_cases())
def test_a_lab_ordered_by_the_client_is_never_worse_for_you(case, row) -> None:
    order = case.slot("lab_order")
    yours, clients = ((*row[:order], who, *row[order + 1 :]) for who in (1, 2))
    assert liability(case, clients).justified <= liability(case, yours).justified


@given(law_cases())
def test_the_clients_share_is_a_percentage(row) -> None:
    answers = Answers.of(SCENARIO.legal, row)
    for gross in (False, True):
        assert 0 <= client_share(answers, gross) <= 100


@given(FRACTIONS)
def test_a_share_and_its_rest_never_exceed_the_whole(part) -> None:
    for amount in (0, 1, 99, 5_068_00, 10**12):
        assert 0 <= share(amount, part) + share(amount, 1 - part) <= amount
        assert amount - share(amount, part) - share(amount, 1 - part) <= 1


@pytest.mark.parametrize("loss", [0, 1, 10**12])
def test_extreme_losses(loss: int) -> None:
    found = liability(SCENARIO, values({"reentry": loss}))
    assert found.claim == found.justified == loss


def test_only_a_breached_duty_can_be_gross() -> None:
    row = values({"hardware": 100}, ("isolate",), gross=True)
    assert liability(SCENARIO, row).gross is False
    assert liability(SCENARIO, values({"hardware": 100}, gross=True)).gross is True


def test_a_grossly_careless_lab_is_gross_only_in_your_name() -> None:
    gross = SCENARIO.duties[0].gross_when
    verify, isolate, lab = SCENARIO.duties
    case = replace(SCENARIO, duties=(verify, isolate, replace(lab, gross_when=gross)))
    for order, expected in (("provider", True), ("client", False)):
        row = values({"reentry": 100}, ("lab_care",), gross=True, lab_order=order)
        assert liability(case, row).gross is expected


def test_gravity_is_ordered_by_weight() -> None:
    assert list(Gravity) == [Gravity.ORDINARY, Gravity.GROSS, Gravity.INTENT]
