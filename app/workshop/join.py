"""A seat in somebody else's workshop: for a laptop that has the game and joins from it.

Plain HTTP from the standard library. Views are the JSON objects that phones get, too.
"""

from __future__ import annotations

import json
import re
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Any
from urllib.parse import parse_qs, urlsplit

from app.phrase import Phrase
from app.play.catalog import ENGLISH, Catalog

TIMEOUT = 10.0
_QUIET = 30.0
"""Seconds without a word, after which the connection counts as broken (pings come in 10)."""
_PAUSE = 2.0
MAX_LINE = 500_000

View = dict[str, Any]


class JoinError(Exception):
    """The workshop cannot be reached, or does not let one in; the message says what to do.

    ``gone``: this seat is not one any more; join again.
    """

    def __init__(self, text: str, gone: bool = False) -> None:
        super().__init__(text)
        self.gone = gone


def parse_address(typed: str) -> tuple[str, int, str]:
    """Host, port and code (empty if there is none) of what a wall says or a QR code holds.

    Raises JoinError.
    """
    text = typed.strip()
    parts = urlsplit(text if "://" in text else f"http://{text}")
    try:
        port = 80 if parts.port is None else parts.port
    except ValueError:
        port = 0
    named = re.fullmatch(r"[\w.:%-]+", parts.hostname or "")
    if parts.scheme != "http" or not named or not 0 < port < 65536:
        raise JoinError(
            Phrase(
                "{typed} is no address of a workshop; one looks like 192.168.1.5:8321",
                typed=repr(text[:60]),
            )
        )
    code = parse_qs(parts.query).get("c", [""])[0]
    return named[0], port, re.sub(r"[^A-Za-z]", "", code)


class Seat:
    """A place in a workshop. ``token`` is worth keeping: with it the seat is found again."""

    def __init__(self, host: str, port: int, token: str = "", words: Catalog = ENGLISH) -> None:
        self.host = host
        self.port = port
        self.token = token
        self._words = words
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._stream: HTTPConnection | None = None

    def join(self, code: str, name: str = "", team: str = "") -> None:
        """Take a seat. Raises JoinError."""
        message = {"code": code, "name": name, **({"team": team} if team else {})}
        self.token = str(self._post("join", message)["token"])

    def sit(self, code: str, name: str = "") -> None:
        """Take the seat of one's token again, wherever its workshop is now, or else a new one.

        Raises JoinError.
        """
        if self.token:
            try:
                self.view()
            except JoinError as error:
                if not error.gone:
                    raise
            else:
                return
        self.token = ""
        self.join(code, name)

    def vote(self, view: View, choice: str, confidence: int | None = None) -> None:
        """Vote in the ballot that a view shows. Raises JoinError."""
        fields = {"ballot": view["ballot"], "step": view["step"], "choice": choice}
        self._say("vote", {**fields, "confidence": confidence})

    def rename(self, name: str) -> None:
        """Go by another name. Raises JoinError."""
        self._say("name", {"name": name})

    def change_team(self, team: str) -> None:
        """Sit at another table. Raises JoinError."""
        self._say("team", {"team": team})

    def commit(self, text: str) -> None:
        """Write one's commitment. Raises JoinError."""
        self._say("commitment", {"text": text})

    def view(self) -> View:
        """What the seat sees now. Raises JoinError."""
        return self._request("GET", self._path("view"))

    def follow(
        self, on_view: Callable[[View], None], on_trouble: Callable[[JoinError], None]
    ) -> None:
        """Have views come in on another thread, until ``leave``; broken connections mend.

        ``on_trouble`` tells of each break; after one that is ``gone`` nothing follows.
        """
        self._stop.clear()
        self._thread = threading.Thread(
            target=self._follow, args=(on_view, on_trouble), name="workshop-seat", daemon=True
        )
        self._thread.start()

    def leave(self) -> None:
        """Stop following. The seat stays one's own."""
        self._stop.set()
        stream = self._stream
        if stream is not None and stream.sock is not None:
            # Wakes the thread that reads from it.
            with suppress(OSError):
                stream.sock.shutdown(socket.SHUT_RDWR)
        if self._thread is not None:
            self._thread.join(timeout=TIMEOUT)

    # --- inside ------------------------------------------------------------------------

    def _follow(
        self, on_view: Callable[[View], None], on_trouble: Callable[[JoinError], None]
    ) -> None:
        while not self._stop.is_set():
            try:
                self._listen(on_view)
            except JoinError as error:
                on_trouble(error)
                if error.gone:
                    return
            except (OSError, HTTPException, ValueError):
                if not self._stop.is_set():
                    on_trouble(self._unreachable())
            self._stop.wait(_PAUSE)

    def _listen(self, on_view: Callable[[View], None]) -> None:
        connection = HTTPConnection(self.host, self.port, timeout=_QUIET)
        self._stream = connection
        try:
            connection.request("GET", self._path("events"))
            response = connection.getresponse()
            if response.status != 200:
                raise self._error(response.status, response.read(MAX_LINE))
            self._read(response, on_view)
        finally:
            self._stream = None
            connection.close()

    def _read(self, response: HTTPResponse, on_view: Callable[[View], None]) -> None:
        kind = ""
        while not self._stop.is_set():
            line = response.readline(MAX_LINE)
            if not line:
                return
            if line.startswith(b"event: "):
                kind = line[7:].strip().decode("ascii", "replace")
                if kind == "gone":
                    raise JoinError(self._words.message("You were sent out; join again."), True)
            elif line.startswith(b"data: ") and kind == "view":
                on_view(json.loads(line[6:]))

    def _say(self, kind: str, fields: dict[str, Any]) -> None:
        self._post(kind, {**fields, "token": self.token})

    def _post(self, kind: str, message: dict[str, Any]) -> View:
        body = json.dumps({**message, "language": self._language})
        return self._request("POST", f"/{kind}", body, {"Content-Type": "application/json"})

    def _request(
        self, method: str, path: str, body: str | None = None, headers: dict[str, str] | None = None
    ) -> View:
        connection = HTTPConnection(self.host, self.port, timeout=TIMEOUT)
        try:
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            raw = response.read(MAX_LINE)
        except (OSError, HTTPException) as error:
            raise self._unreachable() from error
        finally:
            connection.close()
        if response.status != 200:
            raise self._error(response.status, raw)
        try:
            answer = json.loads(raw)
        except ValueError as error:
            raise self._unreachable() from error
        if not isinstance(answer, dict):
            raise self._unreachable()
        return answer

    @property
    def _language(self) -> str:
        return "de" if self._words.language.startswith("de") else "en"

    def _path(self, page: str) -> str:
        return f"/{page}?token={self.token}&language={self._language}"

    def _error(self, status: int, raw: bytes) -> JoinError:
        try:
            text = str(json.loads(raw)["text"])
        except (ValueError, KeyError, TypeError):
            return self._unreachable()
        return JoinError(text, gone=status == 401)

    def _unreachable(self) -> JoinError:
        told = self._words.message(
            "There is no workshop at {address}; check the network and what the wall says.",
            {"address": f"{self.host}:{self.port}"},
        )
        return JoinError(told)
