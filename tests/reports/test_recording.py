"""The record of a play: the review's figures, and votes beside the options they were for."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from app.engine.coverage import PRESETS
from app.play.catalog import ENGLISH
from app.reports.recording import moment, play_id, real_bill
from app.reports.session import Poll
from tests.reports.sessions import TERMS, played, record, reviewed, toy, wandered


def test_a_record_has_the_reviews_figures() -> None:
    play = played("ask", "look", "restore")
    told, found = reviewed(play), record(play)
    assert found.start_value + found.regret + found.luck == found.final_cost == told.final_cost
    assert [decision.taken for decision in found.decisions] == ["ask", "look", "restore"]
    assert [decision.regret for decision in found.decisions] == [d.regret for d in told.decisions]
    for decision in found.decisions:
        assert decision.chosen.regret == decision.regret
        assert decision.best.regret == 0
    assert found.bill.you_pay == play.settlement().you_pay


def test_votes_stand_beside_their_options() -> None:
    play = played("ask", "hand_over")
    polls = [
        Poll(40, {"ask": 3, "look": 1}, {"ask": (0, 1, 2)}, {"look": 4}),
        Poll(25, {"hand_over": 4}),
    ]
    first, second = record(play, polls).decisions
    votes = {option.choice: (option.votes, option.first_votes) for option in first.options}
    assert votes["ask"] == (3, 0)
    assert votes["look"] == (1, 4)
    assert first.revoted
    assert not second.revoted
    assert first.chosen.confidence == (0, 1, 2)
    assert (first.votes, second.votes) == (4, 4)
    assert record(play, polls).seconds == 65


def test_the_time_is_the_journals_where_nobody_voted() -> None:
    play = played("ask", "hand_over")
    play._decisions = [replace(play.decisions[0], seconds=7), replace(play.decisions[1], seconds=9)]
    assert record(play).seconds == 16
    assert record(play, [Poll(40)]).seconds == 49


def test_how_sure_one_was_alone_stands_beside_the_choice() -> None:
    play = played("ask")
    play.choose("hand_over", sure="fairly")
    first, second = record(play).decisions
    assert all(option.confidence == (0, 0, 0) for option in first.options)
    assert second.chosen.confidence == (0, 1, 0)
    assert second.votes == 0


def test_a_journal_without_times_leaves_them_unknown() -> None:
    play = played("ask", "hand_over")
    play._decisions[0] = replace(play.decisions[0], seconds=None)
    assert [decision.seconds for decision in record(play).decisions] == [None, 0]
    assert record(play).seconds is None


def test_a_play_is_named_by_what_was_done_in_it() -> None:
    names = {play_id(played(*choices)) for choices in (("restore",), ("ask", "restore"))}
    assert len(names) == 2
    assert play_id(played("restore")) == play_id(played("restore"))


def test_the_real_case_is_told_under_the_sessions_terms() -> None:
    covered = real_bill(toy(), TERMS, ENGLISH)
    bare = real_bill(toy(), PRESETS["none"], ENGLISH)
    assert covered is not None
    assert bare is not None
    assert covered.client_loss == bare.client_loss == 570000
    assert bare.insurer_pays == 0


@pytest.mark.parametrize(
    "text", ["", "nonsense", "2026-13-01T00:00:00", "0001-01-01T00:00:00+23:59"]
)
def test_a_damaged_moment_is_none(text: str) -> None:
    assert moment(text) is None


def test_random_plays_are_recorded_whole() -> None:
    dice = random.Random(5)
    for _ in range(20):
        found = record(wandered(dice))
        assert sum(decision.regret for decision in found.decisions) == found.regret
