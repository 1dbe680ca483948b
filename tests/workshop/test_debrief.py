"""The debrief and the session behind all reports, from workshops on the small scenario."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from app.engine.scenario import Scenario
from app.engine.solver.cache import SolverCache
from app.play.languages import catalog
from app.workshop import agenda, orders
from app.workshop.debrief import Debrief, debrief
from app.workshop.events import Mode
from app.workshop.record import record
from app.workshop.room import Phase
from app.workshop.session import attendees, work_out
from tests.shipped import scenarios
from tests.workshop.rooms import MINUTE, Driver

CACHE = SolverCache()


@cache
def fourth_disk() -> Scenario:
    return next(scenario for scenario in scenarios() if scenario.id == "fourth-disk")


def driver(mode: Mode, people: int) -> Driver:
    at = Driver(mode, fourth_disk())
    at.people(people)
    return at


def debriefed(at: Driver, language: str = "en") -> Debrief:
    words = catalog(language, at.scenario)
    told = record(at.room)
    return debrief(work_out(told, at.scenario, CACHE, words), told, at.scenario, words)


def play_first(at: Driver, picks: dict[str, int], rounds: int = 99) -> None:
    """Each person takes the choice at this place of those on offer (the last at most)."""
    for _ in range(rounds):
        if not at.room.playing():
            return
        if at.room.phase is not Phase.SCENE:
            at.do(orders.show_scene)
        at.do(orders.open_vote)
        for person, pick in picks.items():
            track = at.room.participants[person].track
            line = at.room.line(track)
            if line is not None and not line.state.is_terminal():
                options = at.room.question(track).options
                at.vote(person, options[min(pick, len(options) - 1)], 3)
        at.do(orders.close_vote)
        at.do(orders.reveal)
        at.do(orders.show_consequence)


@pytest.fixture(scope="module")
def teams() -> Driver:
    at = driver(Mode.TEAMS, 4)
    play_first(at, {"p1": 0, "p2": 1, "p3": 0, "p4": 1})
    return at


def test_every_sum_is_true_to_the_cent(teams: Driver) -> None:
    told = debriefed(teams)
    assert [balance.label for balance in told.balances] == ["Team 1", "Team 2"]
    for balance in told.balances:
        assert balance.start_value + balance.regret + balance.luck == balance.final_cost


def test_teams_are_compared_by_where_they_parted_and_what_that_cost(teams: Driver) -> None:
    told = debriefed(teams)
    first = next(parting for parting in told.partings if parting.node == "stopped")
    assert {label for way in first.ways for label in way.labels} == {"Team 1", "Team 2"}
    assert first.spread >= 0
    spreads = [parting.spread for parting in told.partings]
    assert spreads == sorted(spreads, reverse=True)
    by_id = {habit.id: habit for habit in told.habits}
    for number, play in enumerate(told.session.plays):
        good = sum(decision.regret < 100 for decision in play.decisions)
        assert by_id["best"].counts[number] == (good, len(play.decisions))
    assert by_id["together"].counts[0][0] == by_id["together"].counts[0][1]


def test_the_frontier_lies_below_every_team(teams: Driver) -> None:
    told = debriefed(teams)
    client = [point[0] for point in told.frontier]
    assert client == sorted(client)
    for balance in told.balances:
        assert sum(balance.expected) >= sum(told.best) - 1


def test_other_ways_are_the_same_server_with_the_best_choice(teams: Driver) -> None:
    told = debriefed(teams)
    assert told.other_ways
    for way in told.other_ways:
        assert way.instead != way.taken
        assert way.ending
    costs = [p.regret for p in told.session.plays[1].decisions if p.regret >= 100]
    assert sum(way.label == "Team 2" for way in told.other_ways) == len(costs)


def test_decisions_stand_with_the_votes_beside_expected_costs() -> None:
    at = driver(Mode.ROOM, 3)
    at.do(orders.show_scene)
    at.do(orders.open_vote)
    at.vote("p1", "restart", 1)
    at.vote("p2", "restart", 3)
    at.do(orders.close_vote)
    at.do(orders.reveal)
    at.do(orders.open_vote)
    at.vote("p1", "save_logs")
    at.vote("p2", "save_logs", 2)
    at.vote("p3", "restart")
    at.do(orders.close_vote)
    at.do(orders.reveal)
    at.do(orders.show_consequence)
    told = debriefed(at)
    decision = told.session.plays[0].decisions[0]
    votes = {option.choice: (option.first_votes, option.votes) for option in decision.options}
    assert votes == {"save_logs": (0, 2), "restart": (2, 1)}
    assert decision.revoted
    saved = next(option for option in decision.options if option.choice == "save_logs")
    assert saved.confidence == (0, 1, 0)
    assert {habit.id: habit.counts for habit in told.habits}["learnt"] == ((1, 1),)


def test_a_play_that_was_broken_off_is_told_as_far_as_it_went() -> None:
    at = driver(Mode.ROOM, 1)
    play_first(at, {"p1": 0}, rounds=2)
    at.do(orders.debrief)
    told = debriefed(at)
    assert not told.stories[0].played_to_the_end
    assert len(told.stories[0].happened) == len(told.session.plays[0].decisions) == 2
    assert all(line.beliefs for line in told.stories[0].known)


def test_nothing_played_is_nothing_to_tell() -> None:
    at = driver(Mode.ROOM, 1)
    told = debriefed(at)
    assert (told.session.plays, told.stories, told.facts) == ((), (), ())


def test_a_fork_that_was_played_is_told_with_its_ending() -> None:
    at = driver(Mode.ROOM, 1)
    play_first(at, {"p1": 1})
    at.do(orders.rewind, 1)
    play_first(at, {"p1": 1})
    at.do(orders.debrief, 6)
    at.do(orders.fork, 0)
    play_first(at, {"p1": 0})
    at.do(orders.end_fork)
    told = debriefed(at)
    fork = told.forks[0]
    assert (fork.number, bool(fork.ending)) == (1, True)
    assert fork.client_loss != told.balances[0].actual[0]
    assert told.session.plays[0].undone > 0


def test_a_race_knows_each_play_by_a_number() -> None:
    at = driver(Mode.SOLO, 2)
    at.do(orders.open_vote)
    for person, pick in (("p1", 0), ("p2", 1)):
        line = at.room.line(person)
        while line is not None and not line.state.is_terminal():
            options = at.room.question(person).options
            at.vote(person, options[min(pick, len(options) - 1)])
    told = debriefed(at, "de")
    assert [balance.label for balance in told.balances] == ["Teilnehmer 1", "Teilnehmer 2"]
    assert all(play.seconds is not None for play in told.session.plays)


def test_who_gets_a_certificate_and_for_how_long() -> None:
    at = driver(Mode.ROOM, 0)
    at.do(orders.join, "device", "Jo")
    at.do(orders.show_scene)
    told = record(at.room)
    later = replace(told, ended=(told.started or 0) + 75 * MINUTE)
    assert [(a.name, a.minutes) for a in attendees(later)] == [("Jo", 75)]


@pytest.mark.parametrize("minutes", agenda.LENGTHS)
def test_a_plan_fills_its_minutes(minutes: int) -> None:
    assert sum(agenda.plan(minutes).values()) == minutes


def test_minutes_over_and_under_plan() -> None:
    at = driver(Mode.ROOM, 1)
    assert agenda.pace(at.room, at.now).late == 0
    at.do(orders.show_scene)
    begun = at.room.marks[0].at
    story = agenda.plan(75)[agenda.Part.STORY]
    assert agenda.pace(at.room, begun + 10 * MINUTE).late == pytest.approx(0)
    assert agenda.pace(at.room, begun + (story + 4) * MINUTE).late == pytest.approx(4)
    at.do(orders.debrief)
    assert agenda.pace(at.room, at.now).late == pytest.approx(-story, abs=0.1)
