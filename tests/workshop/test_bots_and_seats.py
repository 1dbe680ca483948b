"""Bots for rehearsals, and laptops that join from the game."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable
from typing import Any

import pytest

from app.play.languages import catalog
from app.workshop import orders
from app.workshop.bots import Swarm
from app.workshop.host import Host
from app.workshop.join import JoinError, Seat, parse_address
from app.workshop.room import EVERYBODY
from tests.workshop.conftest import Hosting


def wait_for(what: Callable[[], bool]) -> None:
    for _ in range(500):
        if what():
            return
        time.sleep(0.01)
    raise AssertionError("it did not come about")


def test_bots_join_vote_and_commit_and_every_vote_is_there(hosting: Hosting) -> None:
    host = hosting()
    assert host.address is not None
    swarm = Swarm(host.address, 12, haste=0.01, language="de")
    swarm.start()
    try:
        wait_for(lambda: swarm.tallies.joined == 12)
        host.command(orders.show_scene).result(5)
        host.command(orders.open_vote).result(5)
        wait_for(lambda: len(swarm.tallies.votes) == 12)
        host.command(orders.close_vote).result(5)
        counted = host.ask(lambda room: room.tally(room.ballots[0], EVERYBODY)).result(5)
        told = [vote.choice for vote in swarm.tallies.votes]
        assert {choice: told.count(choice) for choice in counted} == dict(counted)
        host.command(orders.debrief).result(5)
        wait_for(lambda: len(host.record().personal.commitments) == 12)
    finally:
        swarm.stop()
    assert (swarm.tallies.refused, swarm.tallies.broken) == (0, 0)


def seat_at(host: Host, language: str = "en") -> Seat:
    assert host.address is not None
    name, port, code = parse_address(host.address.url)
    seat = Seat(name, port, words=catalog(language))
    seat.join(code, "Laptop")
    return seat


def test_a_seat_follows_votes_and_finds_itself_again(hosting: Hosting) -> None:
    host = hosting()
    seat = seat_at(host)
    views: queue.Queue[dict[str, Any]] = queue.Queue()
    troubles: queue.Queue[JoinError] = queue.Queue()
    seat.follow(views.put, troubles.put)
    try:
        assert views.get(timeout=5)["name"] == "Laptop"
        host.command(orders.show_scene).result(5)
        host.command(orders.open_vote).result(5)
        view = views.get(timeout=5)
        while not view["ballot"]:
            view = views.get(timeout=5)
        seat.vote(view, "ask", 3)
        assert views.get(timeout=5)["vote"] == "ask"
        again = Seat(seat.host, seat.port, seat.token)
        assert again.view()["vote"] == "ask"
        host.command(orders.remove, "p1").result(5)
        assert troubles.get(timeout=5).gone
    finally:
        seat.leave()


def test_a_seat_says_in_ones_language_what_is_wrong(hosting: Hosting) -> None:
    host = hosting()
    seat = seat_at(host, "de")
    with pytest.raises(JoinError, match="geschlossen"):
        seat.vote({"ballot": 1, "step": 0}, "ask")
    with pytest.raises(JoinError, match="nicht der Code"):
        seat.join("WRONG")
    host.stop()
    with pytest.raises(JoinError, match="keinen Workshop"):
        seat.view()


@pytest.mark.parametrize(
    ("typed", "parsed"),
    [
        ("192.168.1.5:8321", ("192.168.1.5", 8321, "")),
        (" http://192.168.1.5:8321/?c=BCDFG ", ("192.168.1.5", 8321, "BCDFG")),
        ("10.0.0.2", ("10.0.0.2", 80, "")),
    ],
)
def test_addresses_as_people_type_them(typed: str, parsed: tuple[str, int, str]) -> None:
    assert parse_address(typed) == parsed


@pytest.mark.parametrize(
    "typed", ["", "https://host/", "host:0", "host:99999", "file:///etc", "a:b"]
)
def test_what_is_no_address(typed: str) -> None:
    with pytest.raises(JoinError, match=r"192\.168\.1\.5:8321"):
        parse_address(typed)
