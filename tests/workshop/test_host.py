"""A host and its phones, over real connections."""

from __future__ import annotations

import queue
import socket
from pathlib import Path

import pytest

from app.workshop import orders, streams
from app.workshop.cockpit import CockpitView
from app.workshop.events import Mode
from app.workshop.host import Host, HostError, restore_workshop
from app.workshop.orders import Refused
from app.workshop.room import Phase
from tests.workshop.conftest import Hosting
from tests.workshop.phones import Phone, Stream
from tests.workshop.rooms import SCENARIO, snapshot


def go(host: Host, *steps: object) -> None:
    for step in steps:
        host.command(step).result(5)  # type: ignore[arg-type]


def test_from_the_code_to_the_reveal(hosting: Hosting) -> None:
    host = hosting()
    phone, other = Phone(host), Phone(host, "de")
    assert phone.join(name="Jo")["participant"] == "p1"
    other.join(code="b c d-f g")
    assert phone.view()["phase"] == "lobby"
    go(host, orders.show_scene, orders.open_vote)
    assert phone.vote("ask", confidence=2) == {"participant": "p1"}
    other.vote("restore")
    assert phone.view()["vote"] == "ask"
    assert phone.view()["tally"] is None
    go(host, orders.close_vote)
    late = other.post("vote", ballot=1, step=0, choice="ask")
    assert (other.status, late["text"]) == (409, "Die Abstimmung ist geschlossen.")
    go(host, orders.reveal)
    assert dict(phone.view()["tally"]) == {"look": 0, "ask": 1, "restore": 1, "hand_over": 0}


def test_a_stream_brings_what_changes_and_only_that(hosting: Hosting) -> None:
    host = hosting()
    phone, other = Phone(host), Phone(host)
    phone.join()
    other.join()
    stream = Stream(phone)
    assert stream.next_view()["phase"] == "lobby"
    go(host, orders.show_scene, orders.open_vote)
    assert stream.view_where(phase="voting")["vote"] == ""
    other.vote("ask")
    phone.vote("look")
    assert stream.next_view()["vote"] == "look"
    stream.close()


def test_a_token_brings_the_same_person_back(hosting: Hosting) -> None:
    host = hosting()
    phone = Phone(host)
    phone.join()
    go(host, orders.show_scene, orders.open_vote)
    phone.vote("ask")
    again = Phone(host)
    again.token = phone.token
    assert again.view()["vote"] == "ask"


def test_a_phone_with_another_address_is_still_the_same(hosting: Hosting) -> None:
    host = hosting()
    phone = Phone(host)
    phone.join()
    go(host, orders.show_scene, orders.open_vote)
    phone.source = ("127.0.0.9", 0)
    phone.vote("ask")
    assert phone.view()["vote"] == "ask"
    assert host.record().participants == ("p1",)


def until(views: queue.Queue[CockpitView], **wanted: object) -> CockpitView:
    """The first view to come in whose first person is like this."""
    while True:
        view = views.get(timeout=5)
        if view.people and all(getattr(view.people[0], n) == v for n, v in wanted.items()):
            return view


def test_a_phone_that_can_only_ask_counts_as_connected_while_it_does(
    hosting: Hosting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "POLL_SECONDS", 0.2)
    host = hosting()
    views: queue.Queue[CockpitView] = queue.Queue()
    host.watch(views.put)
    phone = Phone(host)
    phone.join()
    assert until(views, here=False).projector.here == 0
    phone.view()
    assert until(views, here=True).projector.here == 1
    assert until(views, here=False).projector.here == 0


def test_the_window_is_told_who_is_here_and_what_comes_in(hosting: Hosting) -> None:
    host = hosting()
    views: queue.Queue[CockpitView] = queue.Queue()
    host.watch(views.put)
    phone = Phone(host)
    phone.join()
    stream = Stream(phone)
    stream.next_view()
    go(host, orders.show_scene, orders.open_vote)
    phone.vote("ask")

    assert until(views, here=True, voted=True).projector.voted == 1
    stream.close()
    assert until(views, here=False).projector.people == 1


def test_a_restored_host_is_the_same_room_and_phones_rejoin(
    hosting: Hosting, tmp_path: Path
) -> None:
    host = hosting(Mode.TEAMS)
    phone = Phone(host)
    phone.join()
    go(host, orders.show_scene, orders.open_vote)
    phone.vote("ask")
    before = host.ask(snapshot).result(5)
    path = host.path
    host.close()
    after = restore_workshop(path, lambda _id: SCENARIO)
    try:
        assert after.ask(snapshot).result(5) == before
        at = after.start("127.0.0.1", phone.at.port)
        assert at.code == "BCDFG"
        assert phone.view()["vote"] == "ask"
    finally:
        after.close()


def test_it_listens_only_between_start_and_stop(hosting: Hosting) -> None:
    host = hosting()
    phone = Phone(host)
    phone.join()
    stream = Stream(phone)
    stream.next_view()
    host.stop()
    with pytest.raises(ConnectionRefusedError):
        phone.view()
    stream.close()
    host.command(orders.show_scene).result(5)
    host.start("127.0.0.1", phone.at.port)
    assert phone.view()["phase"] == "scene"


def test_a_taken_port_is_named_with_a_remedy(hosting: Hosting) -> None:
    host = hosting()
    host.stop()
    taken = "taken by another program; choose another"
    with (
        socket.create_server(("127.0.0.1", 0)) as other,
        pytest.raises(HostError, match=taken),
    ):
        host.start("127.0.0.1", other.getsockname()[1])
    with pytest.raises(HostError, match=r"no address 192\.0\.2\.1 now"):
        host.start("192.0.2.1")


def test_a_refused_order_says_why_and_changes_nothing(hosting: Hosting) -> None:
    host = hosting()
    with pytest.raises(Refused, match="not possible now"):
        host.command(orders.reveal).result(5)
    assert host.ask(lambda room: room.phase).result(5) is Phase.LOBBY


def test_a_solo_race_over_the_network(hosting: Hosting) -> None:
    host = hosting(Mode.SOLO)
    phone = Phone(host)
    phone.join()
    go(host, orders.open_vote)
    phone.vote("ask")
    phone.vote("hand_over")
    assert phone.view()["scene"]["ended"]
    assert host.record().tracks[0].choices == ("ask", "hand_over")
