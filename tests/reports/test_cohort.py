"""The view over many rooms: sums that can be checked by hand, and nothing from strangers."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reports import xapi
from app.reports.cohort import cohort
from app.reports.cohort_tables import decisions_csv, rooms_csv
from app.reports.session import Session
from app.reports.told import Answer, read
from tests.reports.sessions import session, toy

junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def rooms(count: int = 4) -> list[Session]:
    names = ("Muster Makler GmbH", "Beispiel & Partner")
    return [session(seed, provider=names[seed % 2]) for seed in range(1, count + 1)]


def statements(held: list[Session]) -> list[xapi.Statement]:
    return [one for room in held for one in xapi.session_statements(room, toy())]


def test_what_was_told_comes_back() -> None:
    held = rooms(2)
    told = read(statements(held))
    plays = [play for room in held for play in room.plays]
    assert (told.foreign, told.repeated) == (0, 0)
    assert [finish.rating for finish in told.finishes] == [play.rating for play in plays]
    decisions = [decision for play in plays for decision in play.decisions]
    for answer, decision in zip(told.answers, decisions, strict=True):
        assert (answer.node, answer.taken) == (decision.node, decision.taken)
        assert (answer.regret, answer.seconds) == (decision.regret, decision.seconds)
        assert [o.votes for o in answer.options] == [o.votes for o in decision.options]
        assert [o.confidence for o in answer.options] == [o.confidence for o in decision.options]
    assert {finish.place.workshop for finish in told.finishes} == {room.id for room in held}


def test_choices_votes_and_regret_add_up() -> None:
    held = rooms()
    (case,) = cohort(read(statements(held))).cases
    decisions = [d for room in held for play in room.plays for d in play.decisions]
    (view,) = case.decisions
    assert view.taken == len(decisions)
    assert view.mean_regret == round(sum(d.regret for d in decisions) / len(decisions))
    assert sum(option.taken for option in view.options) == len(decisions)
    assert sum(option.votes for option in view.options) == sum(d.votes for d in decisions)
    looked = next(option for option in view.options if option.choice == "look")
    offered = [o for d in decisions for o in d.options if o.choice == "look"]
    assert looked.offered == len(offered)
    assert looked.mean_regret == round(sum(o.regret for o in offered) / len(offered))
    seconds = [d.seconds for d in decisions if d.seconds is not None]
    assert view.mean_seconds == round(sum(seconds) / len(seconds))
    revoted = [d for d in decisions if d.revoted]
    assert view.before[1] == sum(o.first_votes for d in revoted for o in d.options)
    assert view.after[1] == sum(d.votes for d in revoted)


def test_providers_and_workshops_are_told_apart() -> None:
    held = rooms()
    (case,) = cohort(read(statements(held))).cases
    assert {group.name: group.plays for group in case.providers} == {
        "Muster Makler GmbH": 6,
        "Beispiel & Partner": 6,
    }
    assert [group.plays for group in case.workshops] == [3, 3, 3, 3]
    assert case.all.plays == 12
    ratings = [play.rating for room in held for play in room.plays]
    assert case.all.rating == round(sum(ratings) / len(ratings))


def test_confidence_is_held_against_what_was_best() -> None:
    held = rooms()
    (case,) = cohort(read(statements(held))).cases
    options = [o for room in held for p in room.plays for d in p.decisions for o in d.options]
    for view in case.calibration:
        said = [(o.confidence[view.level - 1], o.regret) for o in options]
        assert view.said == sum(count for count, _ in said)
        assert view.right == sum(count for count, regret in said if regret < 100)
    assert [view.level for view in case.calibration] == [2, 3]


def test_luck_and_decisions_make_four_fields() -> None:
    held = rooms()
    (case,) = cohort(read(statements(held))).cases
    plays = [play for room in held for play in room.plays]
    assert sum(view.plays for view in case.luck) == len(plays)
    lucky = [play for play in plays if play.luck <= 0]
    assert sum(view.plays for view in case.luck if view.lucky) == len(lucky)


def test_the_same_statement_twice_counts_once() -> None:
    made = statements(rooms(1))
    told = cohort(read([*made, *made]))
    assert told.repeated == len(made)
    assert told.cases == cohort(read(made)).cases


def test_foreign_statements_are_counted_and_left_out() -> None:
    made = statements(rooms(1))
    foreign = [
        {"id": "a", "verb": {"id": xapi.ANSWERED}, "object": {"id": "https://elsewhere.example"}},
        {**made[0], "context": {}},
        {**made[0], "verb": {"id": "http://adlnet.gov/expapi/verbs/passed"}},
        7,
        None,
        "statement",
    ]
    told = read([*foreign, *made])
    assert told.foreign == len(foreign)
    assert cohort(told).cases == cohort(read(made)).cases


def _spoiled(statement: xapi.Statement) -> Iterator[tuple[str, Any]]:
    """Fields that must not be believed, each with the path to it."""
    decision = ["result", "extensions", xapi.DECISION]
    yield from (
        ("/".join([*decision, "regret"]), value)
        for value in (-1, 10**20, "1", None, 1.5, float("nan"), float("inf"), True)
    )
    yield from (("/".join([*decision, "options"]), value) for value in ([], None, {}, [7], [[]]))
    yield "/".join([*decision, "label"]), "splendid"
    yield "result/response", "not on offer"
    yield "result/duration", "P1Y"
    yield "result/duration", "PT" + "9" * 5_000 + "S"
    yield "object/id", f"{xapi.BASE}/cases/%1b%5b31m/decisions/x"
    yield "object/id", f"{xapi.BASE}/cases/x"
    yield "context/registration", "a\x1b[2J"
    yield "/".join(["context", "extensions", xapi.SETTING, "provider"]), "x" * 5_000
    yield "actor/account", []


@pytest.mark.parametrize("number", range(22))
def test_a_spoiled_field_makes_it_foreign(number: int) -> None:
    statement = statements(rooms(1))[0]
    path, value = list(_spoiled(statement))[number]
    spoiled = copy.deepcopy(statement)
    # Our extension names have slashes themselves.
    for name in (xapi.DECISION, xapi.SETTING):
        path = path.replace(name, name.replace("/", "|"))
    *way, last = [part.replace("|", "/") for part in path.split("/")]
    inner = spoiled
    for part in way:
        inner = inner[part]
    assert last in inner
    inner[last] = value
    assert read([spoiled]).foreign == 1
    assert read([statement]).foreign == 0


def test_a_bill_that_does_not_add_up_is_foreign() -> None:
    finish = copy.deepcopy(statements(rooms(1))[-1])
    finish["result"]["extensions"][xapi.RESULT]["luck"] += 1
    assert read([finish]).foreign == 1


@given(junk)
def test_whatever_a_store_holds_nothing_breaks(value: Any) -> None:
    told = cohort(read([value]))
    assert told.foreign == 1
    assert told.cases == ()


@given(st.data())
def test_whatever_a_field_holds_nothing_breaks(data: st.DataObject) -> None:
    statement = copy.deepcopy(data.draw(st.sampled_from(statements(rooms(1)))))
    inner: Any = statement
    while True:
        keys = list(inner) if isinstance(inner, dict) else list(range(len(inner)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(inner[key], dict | list) or not inner[key] or data.draw(st.booleans()):
            inner[key] = data.draw(junk)
            break
        inner = inner[key]
    view = cohort(read([statement, *statements(rooms(1))]))
    decisions_csv(view.cases)
    rooms_csv(view.cases)


def test_a_store_may_give_numbers_back_in_another_form() -> None:
    made = json.loads(json.dumps(statements(rooms(1))[-1]))
    made["result"]["score"]["raw"] = float(made["result"]["score"]["raw"])
    made["context"]["contextActivities"]["category"] = made["context"]["contextActivities"][
        "category"
    ][0]
    assert read([made]).foreign == 0


def test_csv_has_a_row_for_each_option_and_each_room() -> None:
    view = cohort(read(statements(rooms())))
    lines = decisions_csv(view.cases).decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + sum(len(d.options) for case in view.cases for d in case.decisions)
    assert len(rooms_csv(view.cases).decode("utf-8-sig").splitlines()) == 1 + 4


def test_answers_without_an_end_are_told_too() -> None:
    told = read(statements(rooms(1)))
    only = [one for one in told.answers if isinstance(one, Answer)]
    assert only
    (case,) = cohort(type(told)(tuple(only), (), 0, 0)).cases
    assert case.all.plays == 0
    assert case.decisions
