"""Phones for tests: a few lines of HTTP, with nothing of the game's own client in them."""

from __future__ import annotations

import json
import socket
from http.client import HTTPConnection
from typing import Any

from app.workshop.host import Host


class Phone:
    """One phone. ``answer`` is the last answer's status and JSON."""

    def __init__(self, host: Host, language: str = "en") -> None:
        assert host.address is not None
        self.at = host.address
        self.language = language
        self.token = ""
        self.status = 0
        self.source: tuple[str, int] | None = None
        self.answer: dict[str, Any] = {}

    def join(self, **fields: Any) -> dict[str, Any]:
        answer = self.post("join", code=fields.pop("code", self.at.code), **fields)
        self.token = answer.get("token", "")
        return answer

    def post(self, kind: str, **fields: Any) -> dict[str, Any]:
        if self.token and "token" not in fields:
            fields["token"] = self.token
        body = json.dumps({**fields, "language": self.language})
        return self.send("POST", f"/{kind}", body, {"Content-Type": "application/json"})

    def vote(self, choice: str, **fields: Any) -> dict[str, Any]:
        seen = self.view()
        return self.post(
            "vote", **{"ballot": seen["ballot"], "step": seen["step"], "choice": choice, **fields}
        )

    def view(self) -> dict[str, Any]:
        return self.send("GET", f"/view?token={self.token}&language={self.language}")

    def send(
        self,
        method: str,
        path: str,
        body: str | bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> dict[str, Any]:
        connection = HTTPConnection(self.at.host, self.at.port, 5, self.source)
        try:
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            self.status = response.status
            self.headers = dict(response.getheaders())
            raw = response.read()
        finally:
            connection.close()
        try:
            self.answer = json.loads(raw)
        except ValueError:
            self.answer = {"text": raw.decode()}
        return self.answer


class Stream:
    """An open stream of events, read as lines."""

    def __init__(self, phone: Phone) -> None:
        self.socket = socket.create_connection((phone.at.host, phone.at.port), timeout=5)
        path = f"/events?token={phone.token}&language={phone.language}"
        self.socket.sendall(f"GET {path} HTTP/1.1\r\nHost: {phone.at.short}\r\n\r\n".encode())
        self.lines = self.socket.makefile("rb")
        self.status = int(self.lines.readline().split()[1])

    def next_view(self) -> dict[str, Any]:
        """The next view that comes in."""
        for line in self.lines:
            if line.startswith(b"data: {"):
                view = json.loads(line[6:])
                assert isinstance(view, dict)
                return view
        raise AssertionError("the stream has ended")

    def view_where(self, **fields: Any) -> dict[str, Any]:
        """The first view to come in whose fields are these."""
        while True:
            view = self.next_view()
            if all(view[name] == value for name, value in fields.items()):
                return view

    def close(self) -> None:
        self.lines.close()
        self.socket.close()
