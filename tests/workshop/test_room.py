"""A room, step by step, as facilitators and phones live it."""

from __future__ import annotations

import pytest

from app.play.catalog import ENGLISH
from app.workshop import orders
from app.workshop.cockpit import cockpit_view, possible
from app.workshop.events import Mode, TieRule
from app.workshop.orders import Refused
from app.workshop.record import record, replay
from app.workshop.room import EVERYBODY, Phase, Verdict
from app.workshop.views import Scenes, phone_view, projector_view
from tests.workshop.rooms import SECRET, Driver


def room_of(count: int, mode: Mode = Mode.ROOM, **others: object) -> Driver:
    driver = Driver(mode, **others)
    driver.people(count)
    return driver


def test_a_round_from_the_scene_to_the_consequence() -> None:
    at = room_of(3)
    assert at.room.phase is Phase.LOBBY
    at.do(orders.show_scene)
    at.do(orders.open_vote)
    for person, choice in (("p1", "ask"), ("p2", "ask"), ("p3", "restore")):
        at.vote(person, choice)
    at.do(orders.close_vote)
    scenes = Scenes(at.room, ENGLISH)
    assert projector_view(scenes, ()).tally is None
    at.do(orders.reveal)
    counts = (("look", 0), ("ask", 2), ("restore", 1), ("hand_over", 0))
    assert projector_view(scenes, ()).tally == counts
    assert phone_view(scenes, "p3").tally == counts
    at.do(orders.show_consequence)
    assert at.room.tracks[EVERYBODY].play.decisions[-1].choice == "ask"
    assert phone_view(scenes, "p1").taken == "ask"


def test_a_vote_may_change_until_the_close_and_the_last_one_counts() -> None:
    at = room_of(1)
    at.do(orders.show_scene)
    at.do(orders.open_vote)
    at.vote("p1", "ask", 1)
    at.vote("p1", "look", 3)
    ballot = at.room.ballots[-1]
    assert at.room.tally(ballot, EVERYBODY).total() == 1
    at.do(orders.close_vote)
    with pytest.raises(Refused, match="closed") as late:
        at.do(orders.vote, "p1", 1, 0, "ask")
    assert late.value.code == "late"


@pytest.mark.parametrize(
    ("ballot", "step", "choice", "code"),
    [(2, 0, "ask", "late"), (1, 1, "ask", "late"), (1, 0, "steal", "foreign")],
)
def test_what_is_no_vote_of_this_ballot(ballot: int, step: int, choice: str, code: str) -> None:
    at = room_of(1)
    at.do(orders.show_scene)
    at.do(orders.open_vote)
    with pytest.raises(Refused) as refusal:
        at.do(orders.vote, "p1", ballot, step, choice)
    assert refusal.value.code == code


def test_strangers_and_those_sent_out_have_no_vote() -> None:
    at = room_of(2)
    at.do(orders.show_scene)
    at.do(orders.open_vote)
    at.do(orders.remove, "p2")
    for person in ("p2", "p3", "room"):
        with pytest.raises(Refused) as refusal:
            at.do(orders.vote, person, 1, 0, "ask")
        assert refusal.value.code == "gone"


def tie(rule: TieRule) -> Driver:
    at = room_of(2, tie_rule=rule)
    at.do(orders.show_scene)
    at.do(orders.open_vote)
    at.vote("p1", "ask")
    at.vote("p2", "look")
    at.do(orders.close_vote)
    at.do(orders.reveal)
    return at


def test_a_tie_waits_for_the_facilitator_who_may_take_only_what_is_tied() -> None:
    at = tie(TieRule.FACILITATOR)
    with pytest.raises(Refused, match="you decide"):
        at.do(orders.show_consequence)
    with pytest.raises(Refused, match="tied"):
        at.do(orders.decide, EVERYBODY, "restore")
    at.do(orders.decide, EVERYBODY, "look")
    at.do(orders.show_consequence)
    assert record(at.room).ballots[0].by_facilitator


def test_a_tie_is_voted_on_once_more_and_then_decided() -> None:
    at = tie(TieRule.REVOTE)
    with pytest.raises(Refused, match="vote again"):
        at.do(orders.show_consequence)
    at.do(orders.open_vote)
    assert at.room.ballots[-1].revote
    at.do(orders.close_vote)
    assert at.room.results()[EVERYBODY].verdict is Verdict.FACILITATOR


def test_a_tie_is_drawn_the_same_whenever_it_is_told() -> None:
    draws = {tie(TieRule.CHANCE).room.results()[EVERYBODY].choice for _ in range(5)}
    assert len(draws) == 1
    assert draws < {"ask", "look"}


def test_a_majority_cannot_be_overruled() -> None:
    at = room_of(1)
    at.do(orders.show_scene)
    at.do(orders.open_vote)
    at.vote("p1", "ask")
    at.do(orders.close_vote)
    with pytest.raises(Refused, match="majority"):
        at.do(orders.decide, EVERYBODY, "look")


def test_votes_on_paper_count_and_can_be_corrected() -> None:
    at = room_of(1)
    at.do(orders.show_scene)
    at.do(orders.open_vote)
    at.vote("p1", "ask")
    at.do(orders.paper_votes, EVERYBODY, {"look": 9})
    at.do(orders.paper_votes, EVERYBODY, {"look": 2, "ask": 0})
    assert at.room.tally(at.room.ballots[-1], EVERYBODY)["look"] == 2
    for wrong in ({"steal": 1}, {"look": -1}, {"look": 5000}):
        with pytest.raises(Refused, match="whole numbers"):
            at.do(orders.paper_votes, EVERYBODY, wrong)


def test_a_room_may_vote_on_paper_alone() -> None:
    at = room_of(0)
    at.do(orders.show_scene)
    at.do(orders.open_vote)
    at.do(orders.paper_votes, EVERYBODY, {"ask": 12})
    at.do(orders.close_vote)
    at.do(orders.reveal)
    at.do(orders.show_consequence)
    assert at.room.tracks[EVERYBODY].play.decisions[-1].choice == "ask"


def test_a_revote_after_discussion_shows_both_distributions() -> None:
    at = room_of(2)
    at.do(orders.show_scene)
    at.do(orders.open_vote)
    at.vote("p1", "restore")
    at.do(orders.close_vote)
    at.do(orders.reveal)
    at.do(orders.open_vote)
    scenes = Scenes(at.room, ENGLISH)
    assert projector_view(scenes, ()).earlier is None
    at.vote("p1", "ask")
    at.do(orders.close_vote)
    at.do(orders.reveal)
    view = projector_view(scenes, ())
    assert view.earlier is not None
    assert view.tally is not None
    assert dict(view.earlier)["restore"] == 1
    assert dict(view.tally)["ask"] == 1


def test_undo_drops_the_open_ballot_first_and_then_takes_decisions_back() -> None:
    at = room_of(1)
    at.round("ask")
    at.round("look")
    at.do(orders.show_scene)
    at.do(orders.open_vote)
    at.do(orders.undo)
    play = at.room.tracks[EVERYBODY].play
    assert [d.choice for d in play.decisions] == ["ask", "look"]
    at.do(orders.undo)
    assert [d.choice for d in play.decisions] == ["ask"]
    assert [u.choice for u in play.undone] == ["look"]
    assert at.room.phase is Phase.SCENE


def test_rewind_to_any_decision() -> None:
    at = room_of(1)
    at.round("ask")
    at.round("look")
    at.do(orders.rewind, 0)
    assert not at.room.tracks[EVERYBODY].play.decisions
    with pytest.raises(Refused):
        at.do(orders.rewind, 0)
    at.round("ask")
    assert len(at.room.standing()) == 1


def test_a_fork_plays_the_same_server_beside_and_leaves_the_play_alone() -> None:
    at = room_of(1)
    at.round("ask")
    at.round("restore")
    ended = at.room.tracks[EVERYBODY].play.state
    at.do(orders.fork, 1)
    at.round("hand_over")
    line = at.room.line(EVERYBODY)
    assert line is not None
    assert [d.choice for d in line.decisions] == ["ask", "hand_over"]
    assert line.state.deal == ended.deal
    at.do(orders.end_fork)
    assert at.room.tracks[EVERYBODY].play.state is ended
    assert at.room.phase is Phase.CONSEQUENCE
    forks = [b.fork for b in record(at.room).ballots]
    assert forks == [0, 0, 1]


def test_a_fork_from_the_debrief_returns_to_it() -> None:
    at = room_of(1)
    at.round("hand_over")
    at.do(orders.debrief, 3)
    at.do(orders.fork, 0)
    at.round("ask")
    at.do(orders.end_fork)
    assert (at.room.phase, at.room.debrief_step) == (Phase.DEBRIEF, 3)


def test_teams_play_the_same_server_each_for_itself() -> None:
    at = room_of(4, Mode.TEAMS)
    assert [p.track for p in at.room.present] == ["t1", "t2", "t1", "t2"]
    at.do(orders.show_scene)
    scenes = Scenes(at.room, ENGLISH)
    assert projector_view(scenes, ()).scene is not None
    at.do(orders.open_vote)
    for person, choice in (("p1", "look"), ("p2", "ask"), ("p3", "look"), ("p4", "ask")):
        at.vote(person, choice)
    at.do(orders.close_vote)
    at.do(orders.reveal)
    at.do(orders.show_consequence)
    deals = {track.play.state.deal.world for track in at.room.tracks.values()}
    assert len(deals) == 1
    view = projector_view(scenes, ())
    assert view.scene is None, "what one team found out is the other's secret"
    assert [(b.label, b.decisions) for b in view.boards] == [("Team 1", 1), ("Team 2", 1)]


def test_a_team_change_waits_until_the_vote_is_over() -> None:
    at = room_of(2, Mode.TEAMS)
    at.do(orders.show_scene)
    at.do(orders.open_vote)
    at.vote("p1", "ask")
    with pytest.raises(Refused, match="over"):
        at.do(orders.set_team, "p1", "t2")
    at.do(orders.set_team, "p2", "t1")
    with pytest.raises(Refused, match="no such team"):
        at.do(orders.set_team, "p2", "t9")


def test_a_solo_race_lets_everybody_choose_at_their_own_pace() -> None:
    at = room_of(2, Mode.SOLO)
    at.do(orders.open_vote)
    at.vote("p1", "ask")
    at.vote("p1", "look")
    at.vote("p2", "hand_over")
    with pytest.raises(Refused) as ended:
        at.do(orders.vote, "p2", 1, 1, "ask")
    assert ended.value.code == "foreign"
    with pytest.raises(Refused) as twice:
        at.do(orders.vote, "p1", 1, 0, "look")
    assert twice.value.code == "late"
    at.do(orders.join, "late one")
    at.vote("p3", "ask")
    told = record(at.room)
    assert {t.id: t.choices for t in told.tracks} == {
        "p1": ("ask", "look"),
        "p2": ("hand_over",),
        "p3": ("ask",),
    }
    assert [(b.track, b.step, b.taken) for b in told.ballots][:2] == [
        ("p1", 0, "ask"),
        ("p1", 1, "look"),
    ]
    with pytest.raises(Refused):
        at.do(orders.undo)


def test_while_paused_nobody_votes_and_the_timer_stands() -> None:
    at = room_of(1)
    at.do(orders.show_scene)
    at.do(orders.open_vote)
    at.do(orders.set_timer, at.now + 60_000)
    at.do(orders.pause, True)
    left = at.room.timer_left
    with pytest.raises(Refused, match="paused"):
        at.vote("p1", "ask")
    at.do(orders.pause, False)
    assert at.room.timer_ends == at.log[-1][0] + (left or 0)
    at.vote("p1", "ask")


def test_commitments_are_written_in_the_debrief_and_deleted_with_names() -> None:
    at = room_of(1)
    at.do(orders.rename, "p1", " Jo\x00 \n<b>Do</b> ")
    assert at.room.participants["p1"].name == "Jo <b>Do</b>"
    at.round("ask")
    with pytest.raises(Refused):
        at.do(orders.commit, "p1", "too early")
    at.do(orders.debrief)
    at.do(orders.commit, "p1", "Test the backup every Friday.")
    assert record(at.room).personal.commitments == {"p1": "Test the backup every Friday."}
    at.do(orders.delete_personal_data)
    told = record(at.room)
    assert (told.personal.names, told.personal.commitments) == ({}, {})
    assert told.ballots[0].counts()["ask"] == 1


def test_what_was_recorded_makes_the_play_again() -> None:
    at = room_of(2)
    at.round("ask")
    at.round("restore")
    track = record(at.room).tracks[0]
    assert track.ended
    assert replay(at.room, track).state == at.room.tracks[EVERYBODY].play.state


def test_the_cockpit_knows_who_is_missing_what_comes_in_and_what_can_be_done() -> None:
    at = room_of(3)
    at.do(orders.show_scene)
    at.do(orders.open_vote)
    at.vote("p1", "ask", 3)
    view = cockpit_view(Scenes(at.room, ENGLISH), {"p1", "p2"}, at.now)
    assert [(p.here, p.voted) for p in view.people] == [
        (True, True),
        (True, False),
        (False, False),
    ]
    track = view.tracks[0]
    assert track.tally is not None
    assert dict(track.tally)["ask"] == 1
    assert track.sure == 3
    assert track.guide is not None
    assert SECRET in track.guide.notes
    assert {"close_vote", "undo"} <= view.can
    assert "reveal" not in view.can
    assert (view.projector.here, view.projector.asked, view.projector.voted) == (2, 3, 1)


def test_what_can_be_done_when_the_workshop_is_over_is_nothing() -> None:
    at = room_of(1)
    at.do(orders.close)
    assert possible(at.room) == frozenset()
    with pytest.raises(Refused, match="over"):
        at.do(orders.join, "another device")
