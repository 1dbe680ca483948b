"""A real store takes every statement we make, once, and gives it back."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.engine.review import Label
from app.reports import xapi
from app.reports.lrs import Lrs, LrsError
from app.reports.outbox import Outbox
from app.reports.session import Bill, Mode, SessionDecision, SessionOption, SessionPlay
from app.store.lrs_settings import Endpoint
from tests.reports.lrs.starting import started
from tests.reports.sessions import played, record, session, toy, wandered

cents = st.integers(0, 10**12)
counts = st.integers(0, 500)


def statements(seed: int) -> list[xapi.Statement]:
    return xapi.session_statements(session(seed), toy())


@st.composite
def decisions(draw: st.DrawFn, number: int) -> SessionDecision:
    node = "alarm"
    options = tuple(
        SessionOption(
            choice, choice, draw(cents), draw(cents), draw(counts),
            tuple(draw(st.lists(counts, min_size=3, max_size=3))), draw(counts),
        )
        for choice in ("look", "ask", "restore", "hand_over")
    )  # fmt: skip
    return SessionDecision(
        number, node, draw(st.text()), datetime(2026, 3, 3, tzinfo=UTC), draw(counts), options,
        draw(st.sampled_from(options)).choice, draw(cents), draw(st.sampled_from(Label)),
        draw(st.none() | counts), draw(st.booleans()),
    )  # fmt: skip


@st.composite
def plays(draw: st.DrawFn) -> SessionPlay:
    taken = [draw(decisions(number)) for number in range(1, draw(st.integers(1, 4)))]
    any_cents = st.integers(-(10**12), 10**12)
    return SessionPlay(
        id=draw(st.text()),
        label=draw(st.text()),
        people=draw(counts),
        started=draw(st.none() | st.datetimes(timezones=st.just(UTC))),
        seconds=draw(st.none() | counts),
        decisions=tuple(taken),
        ending="saved",
        ending_title=draw(st.text()),
        minutes=draw(counts),
        bill=Bill(draw(cents), draw(cents), draw(cents), draw(cents), draw(cents)),
        start_value=draw(cents),
        regret=draw(cents),
        luck=draw(any_cents),
        final_cost=draw(any_cents),
        rating=draw(st.integers(0, 100)),
        plan=(draw(cents), draw(cents)),
        hints=draw(counts),
        undone=draw(counts),
        exam=draw(st.booleans()),
    )


def test_its_model_takes_every_statement(validate: Callable[[bytes], int]) -> None:
    """Plays by chance, and whatever Hypothesis can put into a record, in one go."""
    made = []
    dice = random.Random(7)
    for _ in range(40):
        play = wandered(dice)
        made += xapi.play_statements(record(play), play, f"{dice.getrandbits(128):032x}")
    whole = session()
    play = played("restore")

    @settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
    @given(plays(), st.text(), st.text(), st.sampled_from(Mode))
    def collect(drawn: SessionPlay, provider: str, title: str, mode: Mode) -> None:
        held = replace(whole, plays=(drawn,), provider=provider, title=title, mode=mode)
        made.extend(xapi.session_statements(held, toy()))
        made.extend(xapi.play_statements(drawn, play, "somebody"))

    collect()
    assert validate(xapi.lines(made)) == len(made) > 150


@pytest.mark.parametrize("version", xapi.VERSIONS)
def test_what_is_sent_is_stored_once_and_comes_back(
    endpoint: Endpoint, tmp_path: Path, version: str
) -> None:
    lrs, box = Lrs(replace(endpoint, version=version)), Outbox(tmp_path)
    rooms = [statements(seed) for seed in range(3)]
    for room in rooms:
        box.add(room)
    all_of_them = [statement for room in rooms for statement in room]
    delivery = box.send(lrs, batch=7)
    assert (delivery.sent, delivery.refused, delivery.waiting) == (len(all_of_them), 0, 0)
    box.add(rooms[0])
    assert box.send(lrs).problem is None
    back = list(lrs.statements(ours=False))
    assert sorted(told["id"] for told in back) == sorted(told["id"] for told in all_of_them)
    stored = {told["id"]: told for told in back}
    for told in all_of_them:
        same = {name: stored[told["id"]][name] for name in told}
        assert same == told


def test_a_period_can_be_asked_for(endpoint: Endpoint) -> None:
    lrs = Lrs(endpoint)
    lrs.post(statements(1))
    now = datetime.now(UTC) + timedelta(days=1)
    assert list(lrs.statements(since=now, ours=False)) == []
    assert list(lrs.statements(until=now, ours=False)) != []


def test_one_that_it_refuses_is_set_aside_and_the_others_arrive(
    endpoint: Endpoint, tmp_path: Path
) -> None:
    lrs, box = Lrs(endpoint), Outbox(tmp_path)
    made = statements(2)
    bad = dict(made[2])
    del bad["verb"]
    box.add([*made[:2], bad, *made[3:]])
    delivery = box.send(lrs)
    assert (delivery.sent, delivery.refused, delivery.waiting) == (len(made) - 1, 1, 0)
    (refusal,) = box.refusals()
    assert refusal.statement == bad
    assert "verb" in refusal.reason
    assert len(list(lrs.statements(ours=False))) == len(made) - 1


def test_the_same_id_with_other_content_is_set_aside(endpoint: Endpoint, tmp_path: Path) -> None:
    lrs, box = Lrs(endpoint), Outbox(tmp_path)
    made = statements(3)
    lrs.post(made)
    other = {**made[0], "result": {"response": "look"}}
    box.add([other, *made[1:]])
    assert box.send(lrs).refused == 1
    assert box.refusals()[0].reason.startswith("409")


def test_a_wrong_key_is_said_and_everything_waits(endpoint: Endpoint, tmp_path: Path) -> None:
    box = Outbox(tmp_path)
    made = statements(4)
    box.add(made)
    delivery = box.send(Lrs(replace(endpoint, secret="other")))
    assert delivery.waiting == len(made)
    assert "key" in str(delivery.problem)
    assert "other" not in str(delivery.problem)
    with pytest.raises(LrsError, match="address"):
        list(Lrs(replace(endpoint, url=endpoint.url + "/nowhere")).statements())


def test_as_shipped_its_files_take_one_request_and_the_rest_waits_for_a_better_day(
    endpoint: Endpoint, tmp_path: Path
) -> None:
    """Ralph 5.1.0 answers 500 to the second request; what it did not take is not lost."""
    (tmp_path / "ralph").mkdir()
    box = Outbox(tmp_path / "outbox")
    made = statements(5)
    box.add(made)
    pauses: list[float] = []
    with started(tmp_path / "ralph", "--as-shipped") as address:
        lrs = Lrs(Endpoint(address, "room-0", "secret"))
        delivery = box.send(lrs, batch=4, sleep=pauses.append)
    assert (delivery.sent, delivery.waiting) == (4, len(made) - 4)
    assert "500" in str(delivery.problem)
    assert pauses == [1.0, 2.0]
    later = box.send(Lrs(endpoint), batch=4)
    assert (later.sent, later.waiting) == (len(made) - 4, 0)
