"""What hostile clients try, and that it harms nobody."""

from __future__ import annotations

import json
import re
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.workshop import orders, protocol, server, wire
from app.workshop.access import (
    CODE_LENGTH,
    LETTERS,
    RETURN_LENGTH,
    Allowance,
    new_code,
    new_return_code,
    same_code,
)
from app.workshop.host import Host
from app.workshop.protocol import BadMessage
from app.workshop.room import EVERYBODY
from tests.workshop.conftest import Hosting
from tests.workshop.phones import Phone, Stream

JSON = {"Content-Type": "application/json"}


def voting(host: Host) -> Host:
    for order in (orders.show_scene, orders.open_vote):
        host.command(order).result(5)
    return host


@contextmanager
def connection(host: Host) -> Iterator[socket.socket]:
    assert host.address is not None
    with socket.create_connection((host.address.host, host.address.port), timeout=5) as raw:
        yield raw


def answer(host: Host, request: bytes) -> bytes:
    """What comes back for some bytes until the host hangs up or falls silent."""
    with connection(host) as raw:
        raw.sendall(request)
        raw.settimeout(0.3)
        told = b""
        with suppress(TimeoutError, ConnectionError):
            while part := raw.recv(4096):
                told += part
        return told


# --- who may do what -----------------------------------------------------------------------


def test_no_road_leads_to_a_facilitators_order(hosting: Hosting) -> None:
    host = hosting()
    phone = Phone(host)
    phone.join()
    before = len(host.ask(lambda room: room.marks).result(5))
    names = [name for name in vars(orders) if not name.startswith("_")]
    for name in [*names, "command", "admin", "room", "state", "log", "record", "cockpit"]:
        if name in protocol.SCHEMAS:
            continue
        for method in ("GET", "POST", "PUT", "DELETE"):
            phone.send(method, f"/{name}?token={phone.token}", "{}", JSON)
            assert phone.status in (404, 405), name
    assert len(host.ask(lambda room: room.marks).result(5)) == before
    assert set(server._ORDERS.values()) == {
        orders.vote,
        orders.rename,
        orders.set_team,
        orders.commit,
    }


def test_a_phone_speaks_only_for_itself(hosting: Hosting) -> None:
    host = voting(hosting())
    one, other = Phone(host), Phone(host)
    one.join()
    other.join()
    one.post("vote", ballot=1, step=0, choice="ask", participant="p2")
    assert one.status == 400
    one.post("vote", ballot=1, step=0, choice="ask")
    one.post("vote", ballot=1, step=0, choice="look")
    counts = host.ask(lambda room: room.tally(room.ballots[0], EVERYBODY)).result(5)
    assert (counts["look"], counts.total()) == (1, 1)
    assert other.view()["vote"] == ""


def test_a_replayed_vote_counts_once_and_an_old_one_not_at_all(hosting: Hosting) -> None:
    host = voting(hosting())
    phone = Phone(host)
    phone.join()
    for _ in range(5):
        phone.post("vote", ballot=1, step=0, choice="ask")
    assert host.ask(lambda room: room.tally(room.ballots[0], EVERYBODY)).result(5).total() == 1
    for order in (orders.close_vote, orders.reveal, orders.open_vote):
        host.command(order).result(5)
    phone.post("vote", ballot=1, step=0, choice="look")
    assert (phone.status, phone.answer["error"]) == (409, "late")


@pytest.mark.parametrize("token", ["", "x" * 24, "../../etc/passwd", "p1", "a" * 5000])
def test_tokens_that_nobody_was_given(hosting: Hosting, token: str) -> None:
    host = voting(hosting())
    phone = Phone(host)
    phone.join()
    phone.post("vote", token=token, ballot=1, step=0, choice="ask")
    assert phone.status in (400, 401, 413)
    phone.send("GET", f"/view?token={token.replace('/', '%2F')}")
    assert phone.status in (400, 401)


def test_a_token_of_somebody_sent_out_or_forgotten_opens_nothing(hosting: Hosting) -> None:
    host = hosting()
    out, forgotten = Phone(host), Phone(host)
    out.join()
    forgotten.join()
    stream = Stream(out)
    stream.next_view()
    host.command(orders.remove, "p1").result(5)
    assert any(b"event: gone" in line for line in stream.lines)
    stream.close()
    out.view()
    assert out.status == 401
    host.command(orders.delete_personal_data).result(5)
    forgotten.view()
    assert forgotten.status == 401


def test_the_log_holds_no_token_and_no_return_code(hosting: Hosting) -> None:
    host = hosting()
    phone = Phone(host)
    code = phone.join()["return_code"]
    raw = b"".join(p.read_bytes() for p in host.path.parent.glob(host.path.name + "*"))
    assert phone.token.encode() not in raw
    assert code.encode() not in raw
    assert code.replace("-", "").encode() not in raw


# --- return codes ----------------------------------------------------------------------------


def come_back(phone: Phone, code: str) -> dict[str, Any]:
    phone.token = ""
    answer = phone.post("return", code=code)
    phone.token = answer.get("token", "")
    return answer


def test_who_comes_back_is_the_same_and_the_device_before_is_signed_out(hosting: Hosting) -> None:
    host = voting(hosting())
    old, new = Phone(host), Phone(host)
    code = old.join(name="Jo")["return_code"]
    old.vote("ask")
    stream = Stream(old)
    stream.next_view()
    assert come_back(new, code.lower().replace("-", " "))["participant"] == "p1"
    assert any(b"event: gone" in line for line in stream.lines)
    stream.close()
    seen = new.view()
    assert (seen["name"], seen["vote"], seen["participant"]) == ("Jo", "ask", "p1")
    old.post("vote", ballot=1, step=0, choice="hand_over")
    assert (old.status, old.answer["error"]) == (401, "elsewhere")
    old.view()
    assert (old.status, old.answer["error"]) == (401, "elsewhere")
    new.vote("look")
    counts = host.ask(lambda room: room.tally(room.ballots[0], EVERYBODY)).result(5)
    assert (counts["look"], counts.total()) == (1, 1)
    assert len(host.ask(lambda room: tuple(room.participants)).result(5)) == 1


@pytest.mark.usefixtures("no_refill")
def test_guessing_return_codes_ends_soon_and_signs_no_one_out(hosting: Hosting) -> None:
    host = hosting()
    member, guesser = Phone(host), Phone(host)
    code = member.join()["return_code"]
    seen = [come_back(guesser, "WWWW-WWWW") and guesser.status for _ in range(15)]
    assert (seen[0], seen[-1]) == (403, 429)
    come_back(guesser, code)
    assert guesser.status == 429, "not even a right code, for a while"
    guesser.join()
    assert guesser.status == 429, "nor the code on the wall"
    assert member.view()["phase"] == "lobby"


@pytest.mark.usefixtures("no_refill")
def test_two_with_one_code_do_not_fight_without_end(hosting: Hosting) -> None:
    host = hosting()
    phones = [Phone(host), Phone(host)]
    code = phones[0].join()["return_code"]
    seen = [come_back(phones[turn % 2], code) and phones[turn % 2].status for turn in range(8)]
    assert seen == [200] * 5 + [429] * 3


def test_a_return_code_of_somebody_sent_out_or_forgotten_opens_nothing(hosting: Hosting) -> None:
    host = hosting()
    codes = [Phone(host).join()["return_code"] for _ in range(2)]
    host.command(orders.remove, "p1").result(5)
    back = Phone(host)
    come_back(back, codes[0])
    assert (back.status, back.answer["error"]) == (403, "code")
    host.command(orders.delete_personal_data).result(5)
    come_back(back, codes[1])
    assert (back.status, back.answer["error"]) == (403, "code")


def test_a_return_code_is_good_in_its_own_room_only(hosting: Hosting) -> None:
    code = Phone(hosting()).join()["return_code"]
    elsewhere = Phone(hosting())
    come_back(elsewhere, code)
    assert elsewhere.status == 403


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other loopback addresses")
def test_it_listens_on_the_address_chosen_and_on_no_other(hosting: Hosting) -> None:
    host = hosting()
    assert host.address is not None
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", host.address.port), timeout=1)


# --- codes, floods, and slow ones ------------------------------------------------------------


@pytest.fixture
def no_refill(monkeypatch: pytest.MonkeyPatch) -> None:
    """Allowances do not come back while a busy machine takes its time."""
    monkeypatch.setattr(
        Allowance, "_left", lambda self, who: self._buckets.get(who, (self.burst,))[0]
    )


@pytest.mark.usefixtures("no_refill")
def test_guessing_codes_ends_soon_and_disturbs_no_one_who_is_in(hosting: Hosting) -> None:
    host = hosting()
    member, guesser = Phone(host), Phone(host)
    member.join()
    seen = [guesser.join(code="WWWWW") and guesser.status for _ in range(15)]
    assert seen[0] == 403
    assert seen[-1] == 429
    guesser.join()
    assert guesser.status == 429, "not even the right code, for a while"
    assert member.view()["phase"] == "lobby"


def test_a_code_has_millions_of_brothers_and_nothing_to_mistake() -> None:
    assert len(LETTERS) ** CODE_LENGTH > 1_000_000
    assert not set(LETTERS) & set("AEIOULSY0158")
    code = new_code()
    assert same_code(f" {code[:2].lower()}-{code[2:]} ", code)
    assert not same_code("", code)
    assert not same_code("", "")
    assert len(LETTERS) ** RETURN_LENGTH > 10_000_000_000
    assert len(new_return_code()) == RETURN_LENGTH + 1


@pytest.mark.usefixtures("no_refill")
def test_one_phone_that_floods_is_slowed_and_the_others_are_not(hosting: Hosting) -> None:
    host = voting(hosting())
    flood, quiet = Phone(host), Phone(host)
    flood.join()
    quiet.join()
    statuses = []
    for _ in range(40):
        flood.post("vote", ballot=1, step=0, choice="ask")
        statuses.append(flood.status)
    assert statuses.count(429) >= 10
    quiet.post("vote", ballot=1, step=0, choice="look")
    assert quiet.status == 200


def test_one_address_that_asks_without_end_is_slowed(
    hosting: Hosting, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = server.Server.__init__

    def few(self: server.Server, *given: Any) -> None:
        begin(self, *given)
        self.own = frozenset()
        self._requests = Allowance(rate=0, burst=3)

    monkeypatch.setattr(server.Server, "__init__", few)
    phone = Phone(hosting())
    seen = [phone.send("GET", "/check") and phone.status for _ in range(5)]
    assert seen == [200, 200, 200, 429, 429]


def test_an_allowance_refills_and_forgets_the_oldest() -> None:
    now = [0.0]
    allowance = Allowance(rate=1, burst=2, clock=lambda: now[0])
    assert [allowance.take("a") for _ in range(3)] == [True, True, False]
    now[0] = 1.0
    assert allowance.take("a")
    assert not allowance.has("a")
    for number in range(6_000):
        allowance.take(str(number))
    assert len(allowance._buckets) <= 5_000


def test_connections_are_counted_by_address() -> None:
    limits = wire.Limits({"127.0.0.1"}, most=4, most_from_one=2)
    assert [limits.admit("10.0.0.1") for _ in range(3)] == [True, True, False]
    assert limits.admit("127.0.0.1")
    assert limits.admit("127.0.0.1")
    assert not limits.admit("10.0.0.2"), "the room is full"
    limits.leave("10.0.0.1")
    assert limits.admit("10.0.0.2")


def test_who_never_finishes_a_request_is_cut_off(
    hosting: Hosting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "REQUEST_SECONDS", 0.4)
    monkeypatch.setattr(wire, "IDLE_SECONDS", 0.2)
    host = hosting()
    at = host.address
    assert at is not None
    beginnings = [
        b"",
        b"GET / HT",
        f"POST /vote HTTP/1.1\r\nHost: {at.short}\r\nContent-Length: 99\r\n\r\n{{".encode(),
        # A whole request, and a second one on the same line that never ends.
        f"GET /check HTTP/1.1\r\nHost: {at.short}\r\n\r\nGET /che".encode(),
    ]
    for beginning in beginnings:
        with connection(host) as raw:
            raw.sendall(beginning)
            with suppress(ConnectionError):
                while raw.recv(65536):
                    pass
    assert Phone(host).join()["participant"] == "p1"


def test_who_does_not_read_holds_nobody_up(
    hosting: Hosting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "READ_SECONDS", 0.3)
    # Linux would give up by itself; other systems have no such option.
    monkeypatch.delattr(socket, "TCP_USER_TIMEOUT", raising=False)
    host = voting(hosting())
    quick = Phone(host)
    quick.join()
    at = host.address
    assert at is not None
    with socket.socket() as raw:
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        raw.settimeout(5)
        raw.connect((at.host, at.port))
        page = f"GET / HTTP/1.1\r\nHost: {at.short}\r\n\r\n".encode()
        # Many pages asked for and none read: the host stops writing, and in the end hangs up.
        raw.sendall(page * 50)
        with pytest.raises(ConnectionError):
            send_slowly(raw)
    quick.post("vote", ballot=1, step=0, choice="look")
    assert quick.status == 200


def send_slowly(raw: socket.socket) -> None:
    for _ in range(100):
        raw.sendall(b"X: y\r\n")
        time.sleep(0.05)


# --- what is no message ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"{", JSON, 400),
        (b"[]", JSON, 400),
        (b"null", JSON, 400),
        (b"\xff\xfe", JSON, 400),
        (b'{"token": NaN}', JSON, 400),
        (b"[" * 4000, JSON, 400),
        (b" " * 5000, JSON, 413),
        (b"{}", {"Content-Type": "text/plain"}, 415),
        (b"{}", {}, 415),
    ],
)
def test_bodies_that_are_no_message(
    hosting: Hosting, body: bytes, headers: dict[str, str], status: int
) -> None:
    phone = Phone(hosting())
    phone.send("POST", "/vote", body, headers)
    assert phone.status == status
    assert "Traceback" not in json.dumps(phone.answer)


JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
WORDS = st.sampled_from(
    ["token", "code", "name", "team", "ballot", "step", "choice", "confidence", "text", "language"]
)


@settings(max_examples=150)
@given(
    kind=st.sampled_from(sorted(protocol.SCHEMAS)),
    body=st.binary(max_size=200)
    | JSONS.map(lambda value: json.dumps(value).encode())
    | st.dictionaries(WORDS, JSONS).map(lambda value: json.dumps(value).encode()),
)
def test_no_bytes_make_a_message_that_does_not_fit_its_schema(kind: str, body: bytes) -> None:
    try:
        message = protocol.parse(kind, body)
    except BadMessage as error:
        assert len(str(error)) < 500  # noqa: PT017
        return
    schema = protocol.SCHEMAS[kind]
    assert set(schema["required"]) <= set(message) <= set(schema["properties"])


@pytest.mark.parametrize(
    "request_line",
    [
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"POST /join HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 9_000 + b"\r\n",
        b"GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nHost: x\r\n\r\n",
    ],
)
def test_malformed_requests_get_an_error_and_no_more(hosting: Hosting, request_line: bytes) -> None:
    host = hosting()
    told = answer(host, request_line)
    assert re.match(rb"HTTP/1\.1 4\d\d ", told) or not told
    assert b"Traceback" not in told
    assert Phone(host).join()["participant"] == "p1"


# --- other sites, and other people's words ---------------------------------------------------


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "localhost.evil.example:80"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
    ],
)
def test_pages_of_other_sites_are_kept_out(hosting: Hosting, headers: dict[str, str]) -> None:
    phone = Phone(hosting())
    phone.send("GET", "/", headers=headers)
    assert phone.status in (403, 421)


@pytest.mark.parametrize("path", ["/", "/check", "/view", "/nothing", "/join"])
def test_every_answer_has_safe_headers(hosting: Hosting, path: str) -> None:
    phone = Phone(hosting())
    phone.send("GET", path)
    found = {name.lower(): value for name, value in phone.headers.items()}
    assert "default-src 'none'" in found["content-security-policy"]
    assert "frame-ancestors 'none'" in found["content-security-policy"]
    assert "unsafe" not in found["content-security-policy"]
    assert found["x-content-type-options"] == "nosniff"
    assert found["referrer-policy"] == "no-referrer"
    assert found["cache-control"] == "no-store"
    assert "server" not in found
    assert "access-control-allow-origin" not in found


def test_a_name_with_html_in_it_stays_a_name(hosting: Hosting) -> None:
    host = hosting()
    phone = Phone(host)
    name = "<script>alert(1)</script>"
    phone.join(name=name)
    assert phone.view()["name"] == name
    assert phone.headers["content-type"] == "application/json"
    assert host.record().personal.names["p1"] == name


def test_many_who_come_and_go_at_once_leave_nothing_behind(hosting: Hosting) -> None:
    host = hosting()
    phone = Phone(host)
    phone.join()

    def come_and_go() -> None:
        for _ in range(10):
            with suppress(OSError):
                Stream(phone).socket.close()

    threads = [threading.Thread(target=come_and_go) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for _ in range(200):
        if not host._streams.here:
            break
        time.sleep(0.02)
    assert not host._streams.here


def test_a_full_room_says_so(hosting: Hosting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orders, "MAX_PEOPLE", 1)
    host = hosting()
    phones: list[Any] = [Phone(host), Phone(host, "de")]
    phones[0].join()
    assert phones[1].join()["text"] == "Der Raum ist voll."
    assert phones[1].status == 503
