"""A store that errs or means ill does no harm: bounded answers, no foreign addresses."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from app.reports import lrs as client
from app.reports.lrs import Lrs, LrsError, RefusedError
from app.reports.xapi import PROFILE
from app.store.lrs_settings import Endpoint

Answer = tuple[int, dict[str, str], bytes]


class Server(ThreadingHTTPServer):
    """Answers what ``answer`` says, and remembers what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, str, dict[str, str], bytes]] = []
        self.answer: Callable[[str], Answer] = lambda path: (200, {}, b"[]")

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/xapi"


class _Handler(BaseHTTPRequestHandler):
    def _respond(self) -> None:
        server = self.server
        assert isinstance(server, Server)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        server.asked.append((self.command, self.path, dict(self.headers), body))
        status, headers, data = server.answer(self.path)
        self.send_response(status)
        for name, value in {"Content-Length": str(len(data)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(data)
        except OSError:
            self.close_connection = True

    do_GET = do_POST = _respond  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture(scope="module")
def _server() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def server(_server: Server) -> Server:
    _server.asked.clear()
    return _server


def says(value: Any, status: int = 200, **headers: str) -> Callable[[str], Answer]:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return lambda path: (status, headers, data)


def test_a_request_names_version_and_key(server: Server) -> None:
    server.answer = says([])
    endpoint = Endpoint(server.address, "schlüssel", "geheim", version="2.0.0")
    Lrs(endpoint).post([{"id": "ä"}])
    method, path, headers, body = server.asked[0]
    assert (method, path) == ("POST", "/xapi/statements")
    assert headers["X-Experience-API-Version"] == "2.0.0"
    kind, _, pair = headers["Authorization"].partition(" ")
    assert (kind, base64.b64decode(pair).decode()) == ("Basic", "schlüssel:geheim")
    assert json.loads(body) == [{"id": "ä"}]
    Lrs(Endpoint(server.address, token="abc")).post([])
    assert server.asked[1][2]["Authorization"] == "Bearer abc"
    Lrs(Endpoint(server.address)).post([])
    assert "Authorization" not in server.asked[2][2]


def test_only_our_statements_of_a_period_are_asked_for(server: Server) -> None:
    server.answer = says({"statements": []})
    since = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert list(Lrs(Endpoint(server.address)).statements(since)) == []
    query = parse_qs(urlsplit(server.asked[0][1]).query)
    assert query["activity"] == [PROFILE]
    assert query["related_activities"] == ["true"]
    assert query["since"] == ["2026-01-02T03:04:05Z"]
    assert "until" not in query


def test_pages_are_followed_to_the_end(server: Server) -> None:
    def pages(path: str) -> Answer:
        page = int(path[-1]) if "page" in path else 0
        more = f"/xapi/statements?page={page + 1}" if page < 3 else ""
        return says({"statements": [page], "more": more})(path)

    server.answer = pages
    assert list(Lrs(Endpoint(server.address)).statements()) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "more",
    ["http://evil.example/x", "//evil.example/x", "https://127.0.0.1/x", 7, "\n", "http://[",
     "http://127.0.0.1:99999/", "http://127.0.0.1@evil.example/", "ftp://127.0.0.1/"],
)  # fmt: skip
def test_a_next_page_elsewhere_is_not_asked(server: Server, more: object) -> None:
    server.answer = says({"statements": [1], "more": more})
    lrs = Lrs(Endpoint(server.address, "key", "secret"))
    with pytest.raises(LrsError, match=r"another address|circle"):
        list(lrs.statements())
    assert all(path.startswith(("/xapi", "/")) for _, path, _, _ in server.asked)
    assert len(server.asked) <= 2


def test_pages_in_a_circle_end(server: Server) -> None:
    server.answer = says({"statements": [1], "more": "/xapi/statements?again"})
    with pytest.raises(LrsError, match="circle"):
        list(Lrs(Endpoint(server.address)).statements())


def test_redirects_are_not_followed(server: Server) -> None:
    server.answer = says(b"", 302, Location="http://evil.example/")
    lrs = Lrs(Endpoint(server.address, "key", "secret"))
    with pytest.raises(LrsError, match="moved"):
        lrs.post([])
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [400, 409, 413, 422])
def test_a_refusal_has_the_stores_reason_in_one_plain_line(server: Server, status: int) -> None:
    server.answer = says(b"bad\x1b[31m verb\r\n" + b"x" * 5_000, status)
    with pytest.raises(RefusedError, match="bad") as refusal:
        Lrs(Endpoint(server.address)).post([{}])
    assert refusal.value.reason.startswith(f"{status}: bad [31m verb")
    assert len(refusal.value.reason) < 400
    assert refusal.value.reason.isprintable()


@pytest.mark.parametrize(
    ("status", "told", "passing"),
    [(401, "key", False), (403, "key", False), (404, "address", False), (500, "500", True),
     (503, "503", True), (429, "429", True), (418, "418", False), (201, "201", False)],
)  # fmt: skip
def test_other_answers_say_what_to_do(
    server: Server, status: int, told: str, passing: bool
) -> None:
    server.answer = says(b"", status)
    with pytest.raises(LrsError, match=told) as error:
        Lrs(Endpoint(server.address)).post([{}])
    assert error.value.passing is passing
    assert not isinstance(error.value, RefusedError)


@pytest.mark.parametrize(
    "page", [b"", b"<html>", b"[]", b"[" * 100_000, b"\xff", b'{"statements": 1}', b"{}"]
)
def test_what_is_no_page_is_said(server: Server, page: bytes) -> None:
    server.answer = says(page)
    with pytest.raises(LrsError, match="address"):
        list(Lrs(Endpoint(server.address)).statements())


def test_an_endless_answer_is_cut(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "MAX_ANSWER", 100_000)
    server.answer = says(b" " * 3_000_000)
    with pytest.raises(LrsError, match="too long"):
        list(Lrs(Endpoint(server.address)).statements())


def test_a_dripping_answer_is_cut(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "LONGEST", -1.0)
    server.answer = says({"statements": []})
    with pytest.raises(LrsError, match="slowly"):
        list(Lrs(Endpoint(server.address)).statements())


def test_a_silent_store_is_given_up(server: Server) -> None:
    heard = threading.Event()

    def silent(path: str) -> Answer:
        heard.wait(5)
        return 200, {}, b""

    server.answer = silent
    with pytest.raises(LrsError, match="does not answer") as error:
        Lrs(Endpoint(server.address), timeout=0.05).post([])
    heard.set()
    assert error.value.passing


def test_a_closed_port_is_passing_and_tells_no_secret() -> None:
    endpoint = Endpoint("http://127.0.0.1:9", "key", "hush-hush")
    with pytest.raises(LrsError, match="cannot be reached") as error:
        Lrs(endpoint).post([])
    assert error.value.passing
    assert "hush-hush" not in f"{error.value!r} {endpoint!r} {replace(endpoint, key='k')!r}"


def test_no_encryption_is_no_https(server: Server) -> None:
    endpoint = Endpoint(server.address.replace("http:", "https:"))
    with pytest.raises(LrsError, match=r"cannot be reached|does not answer"):
        Lrs(endpoint, timeout=2).post([])
