"""Statements: who, what, how good, without a name, and the same each time."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from app.engine.coverage import PRESETS
from app.engine.review import review
from app.engine.scenario import Scenario
from app.engine.solver.solution import solve
from app.engine.solver.tree import Tree
from app.play.languages import catalog
from app.play.playthrough import Playthrough
from app.reports import xapi
from app.reports.recording import recorded
from app.reports.session import SessionPlay
from tests.reports.sessions import played, record, session, toy, wandered
from tests.shipped import scenarios

NAME = "0123456789abcdef0123456789abcdef"


def alone(*choices: str) -> tuple[SessionPlay, list[xapi.Statement]]:
    play = played(*choices)
    play._decisions = [
        replace(decision, seconds=10 * number) for number, decision in enumerate(play.decisions, 1)
    ]
    found = record(play)
    return found, xapi.play_statements(found, play, NAME)


def texts(value: Any) -> list[str]:
    """Every key and every string within."""
    if isinstance(value, dict):
        return [word for key, inner in value.items() for word in (key, *texts(inner))]
    if isinstance(value, list):
        return [word for inner in value for word in texts(inner)]
    return [value] if isinstance(value, str) else []


def test_one_answered_for_each_decision_then_completed() -> None:
    found, told = alone("ask", "look", "restore")
    assert [one["verb"]["id"] for one in told] == [xapi.ANSWERED] * 3 + [xapi.COMPLETED]
    assert [one["result"]["response"] for one in told[:3]] == ["ask", "look", "restore"]
    for one, decision in zip(told, found.decisions, strict=False):
        detail = one["result"]["extensions"][xapi.DECISION]
        assert detail["regret"] == decision.regret
        assert detail["label"] == decision.label.value
        assert one["result"]["success"] is (decision.label.value in ("best", "sound"))
        choices = [choice["id"] for choice in one["object"]["definition"]["choices"]]
        assert {option["choice"] for option in detail["options"]} <= set(choices)


def test_durations_and_times_follow_the_journal() -> None:
    _, told = alone("ask", "look", "restore")
    assert [one["result"]["duration"] for one in told] == ["PT10S", "PT20S", "PT30S", "PT60S"]
    assert [one["timestamp"][11:] for one in told] == [
        "09:30:10Z", "09:30:30Z", "09:31:00Z", "09:31:00Z",
    ]  # fmt: skip


def test_completed_has_the_rating_and_who_pays() -> None:
    found, told = alone("restore")
    result = told[-1]["result"]
    score = {"scaled": found.rating / 100, "raw": found.rating, "min": 0, "max": 100}
    assert result["score"] == score
    detail = result["extensions"][xapi.RESULT]
    assert detail["start_value"] + detail["regret"] + detail["luck"] == detail["final_cost"]
    assert detail["client_loss"] == found.bill.client_loss
    assert detail["you_pay"] == found.bill.you_pay


def test_the_same_play_makes_the_same_bytes() -> None:
    assert xapi.lines(alone("ask", "restore")[1]) == xapi.lines(alone("ask", "restore")[1])


def test_every_statement_has_an_id_of_its_own_and_a_play_one_registration() -> None:
    dice = random.Random(11)
    ids, registrations = [], set()
    rooms = [xapi.session_statements(session(seed), toy()) for seed in range(5)]
    for told in rooms:
        ids += [one["id"] for one in told]
        registrations |= {one["context"]["registration"] for one in told}
    assert len(set(ids)) == len(ids)
    assert all(UUID(one).version == 5 for one in ids)
    # The same choices on the same server at the same time are the same play.
    assert len(registrations) > 10
    play = wandered(dice)
    mine, yours = (xapi.play_statements(record(play), play, name) for name in ("a" * 32, "b" * 32))
    assert {one["id"] for one in mine}.isdisjoint(one["id"] for one in yours)


def test_names_are_in_every_language_of_the_case() -> None:
    case = next(scenario for scenario in scenarios() if scenario.id == "fourth-disk")
    told = _played_first(case)
    definition = told[0]["object"]["definition"]
    assert set(definition["name"]) == {"en", "de"}
    assert all(set(choice["description"]) == {"en", "de"} for choice in definition["choices"])
    assert set(told[-1]["object"]["definition"]["name"]) == {"en", "de"}
    node = case.nodes[case.start]
    title = getattr(node, "title", None)
    assert title is not None
    assert definition["name"]["de"] == catalog("de", case).text(title) != definition["name"]["en"]


def test_nobody_is_named() -> None:
    whole = session()
    told = xapi.session_statements(whole, toy())
    words = texts(told)
    assert not any("@" in word or word.startswith("mailto:") for word in words)
    assert not {"mbox", "mbox_sha1sum", "openid", "member"} & set(words)
    for one in told:
        assert one["actor"]["objectType"] == "Group"
        assert re.fullmatch(r"[0-9a-f]{32}", one["actor"]["account"]["name"])
    commitments = [commitment.text for commitment in whole.commitments]
    assert not any(commitment in word for word in words for commitment in commitments)


def test_a_workshop_has_its_votes_and_who_held_it() -> None:
    whole = session()
    told = xapi.session_statements(whole, toy())
    context = told[0]["context"]
    setting = context["extensions"][xapi.SETTING]
    assert setting["provider"] == whole.provider
    assert setting["mode"] == "teams"
    assert context["contextActivities"]["grouping"][0]["id"].endswith(whole.id)
    options = told[0]["result"]["extensions"][xapi.DECISION]["options"]
    first = whole.plays[0].decisions[0]
    assert [option["votes"] for option in options] == [option.votes for option in first.options]
    assert [tuple(option.get("confidence", (0, 0, 0))) for option in options] == [
        option.confidence for option in first.options
    ]


def test_under_2_0_times_are_whole_and_in_utc_and_nothing_is_empty() -> None:
    """What 2.0 is stricter about; Ralph's model knows the rules of 1.0 only."""
    allowed = {"id", "actor", "verb", "object", "result", "context", "timestamp"}

    def full(value: Any) -> bool:
        if isinstance(value, dict):
            return bool(value) and all(full(inner) for inner in value.values())
        return value not in (None, "")

    for one in (*alone("ask", "restore")[1], *xapi.session_statements(session(), toy())):
        assert set(one) <= allowed
        assert datetime.fromisoformat(one["timestamp"]).utcoffset() is not None
        assert one["timestamp"].endswith("Z")
        bare = {**one, "result": {**one["result"], "extensions": {"any": "thing"}}}
        bare["context"] = {**one["context"], "extensions": {"any": "thing"}}
        assert full(bare)


def test_a_room_that_played_on_is_told_anew() -> None:
    whole = session()
    play = whole.plays[0]
    stopped = replace(play, decisions=play.decisions[:1], ended=False)
    before, after = (
        xapi.session_statements(replace(whole, plays=(one,)), toy()) for one in (stopped, play)
    )
    assert before[-1]["result"]["completion"] is False
    assert after[-1]["result"]["completion"] is True
    assert {one["id"] for one in before}.isdisjoint(one["id"] for one in after)


def test_an_impossible_start_leaves_the_time_out() -> None:
    found, _ = alone("restore")
    latest = datetime.fromisoformat("9999-12-31T23:59:59+00:00")
    told = xapi.play_statements(replace(found, started=latest), played("restore"), NAME)
    assert "timestamp" not in told[0]


def test_a_half_character_does_not_stop_the_file() -> None:
    told = xapi.session_statements(session(provider="Makler \ud800"), toy())
    assert len(xapi.lines(told).decode().splitlines()) == len(told)
    assert all(json.loads(line) for line in xapi.lines(told).splitlines())


def _played_first(case: Scenario) -> list[xapi.Statement]:
    terms = PRESETS[case.default_terms]
    play = Playthrough.start(case, terms, 3)
    while not play.state.is_terminal():
        play.choose(play.state.legal_choices()[0].id)
    found = recorded(play, review(solve(Tree(case, terms)), play.state))
    return xapi.play_statements(found, play, NAME)
