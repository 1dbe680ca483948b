"""The web server that phones talk to: one page, one stream of views, a few short messages.

Nothing here carries out a facilitator's order: those come from the host's own window and have
no way in over the network.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping
from typing import Any

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.play.catalog import Catalog, marked
from app.play.languages import catalog
from app.workshop import orders, protocol
from app.workshop.access import (
    Allowance,
    fingerprint,
    new_return_code,
    new_token,
    same_code,
    way_back,
)
from app.workshop.desk import Desk, affected
from app.workshop.eventlog import LogError
from app.workshop.events import CameBack, Event, Joined
from app.workshop.orders import Refused
from app.workshop.pages import Page, check_page, phone_page
from app.workshop.protocol import BadMessage
from app.workshop.room import Participant
from app.workshop.streams import Streams

STATUS = {
    "late": 409,
    "foreign": 409,
    "step": 409,
    "full": 503,
    "gone": 401,
    "code": 403,
    "no": 409,
}
_SAFE: tuple[tuple[bytes, bytes], ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
    (b"cache-control", b"no-store"),
)
_NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"


class Refusal(Exception):
    """An answer other than 200, in words for the phone's owner."""

    def __init__(self, status: int, code: str, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.code = code
        self.text = text


class Server:
    """The ASGI application over a desk. ``hosts``: what the Host header may say; ``own``: this
    computer's addresses, from which any number of requests may come.

    ``checked`` is told the address of each machine that opens the test page.
    """

    def __init__(
        self,
        desk: Desk,
        streams: Streams,
        hosts: frozenset[str],
        own: Collection[str] = (),
        checked: Callable[[str], None] = lambda _address: None,
    ) -> None:
        self.desk = desk
        self.streams = streams
        self.hosts = hosts
        self.own = frozenset(own)
        self._checked = checked
        self._page = phone_page()
        self._check = check_page()
        self._requests = Allowance(rate=50, burst=400)
        self._messages = Allowance(rate=4, burst=20)
        self._wrong_codes = Allowance(rate=0.2, burst=10)
        self._wrong_tokens = Allowance(rate=1, burst=60)
        self._returns = Allowance(rate=0.1, burst=5)
        routes = [
            Route("/", self._show_page),
            Route("/check", self._show_check),
            Route("/events", self._events),
            Route("/view", self._view),
            *(Route(f"/{kind}", self._post, methods=["POST"]) for kind in protocol.SCHEMAS),
        ]
        inner = Starlette(routes=routes, exception_handlers={Refusal: _refused})
        self.app: ASGIApp = self._guard(inner)

    # --- pages ---------------------------------------------------------------------------

    async def _show_page(self, _request: Request) -> Response:
        return _html(self._page)

    async def _show_check(self, request: Request) -> Response:
        self._checked(_address(request))
        return _html(self._check)

    # --- views ---------------------------------------------------------------------------

    async def _events(self, request: Request) -> Response:
        person = self._known(request, request.query_params.get("token", ""))
        return self.streams.stream(person.id, person.device, _language(request.query_params))

    async def _view(self, request: Request) -> Response:
        person = self._known(request, request.query_params.get("token", ""))
        await self.desk.settled.wait()
        self.streams.asked(person.id)
        told = self.streams.told(person.id, _language(request.query_params))
        return Response(told, media_type="application/json")

    # --- messages ------------------------------------------------------------------------

    async def _post(self, request: Request) -> Response:
        kind = request.url.path.strip("/")
        try:
            message = protocol.parse(kind, await _body(request))
        except BadMessage as error:
            raise Refusal(400, "bad", f"bad message: {error}") from error
        words = catalog(_language(message), self.desk.scenario)
        try:
            answer = await self._carry_out(kind, message, request, words)
        except Refused as refusal:
            told = words.message(refusal.message, refusal.details)
            raise Refusal(STATUS[refusal.code], refusal.code, told) from refusal
        except LogError as error:
            told = words.message("This could not be saved; please try again.")
            raise Refusal(503, "disk", told) from error
        return JSONResponse(answer)

    async def _carry_out(
        self, kind: str, message: dict[str, Any], request: Request, words: Catalog
    ) -> dict[str, Any]:
        if kind == "join":
            return await self._join(message, request, words)
        if kind == "return":
            return await self._come_back(message, request, words)
        person = self._known(request, message["token"], words)
        if not self._messages.take(person.id):
            raise Refusal(429, "slow", words.message("Too many at once; wait a moment."))
        named = {k: v for k, v in message.items() if k not in ("token", "language")}
        await self.desk.submit(_ORDERS[kind], person.id, **named)
        return {"participant": person.id}

    async def _join(
        self, message: dict[str, Any], request: Request, words: Catalog
    ) -> dict[str, Any]:
        address = self._may_try(request, words)
        if not same_code(message["code"], self.desk.room.opened.code):
            self._wrong_codes.take(address)
            told = words.message("This is not the code on the wall.")
            raise Refusal(403, "code", told)
        token, code = new_token(), new_return_code()
        event = await self.desk.submit(
            orders.join,
            fingerprint(token),
            message.get("name", ""),
            message.get("team", ""),
            way_back(self.desk.room.opened.room, code),
        )
        assert isinstance(event, Joined)
        return {"participant": event.participant, "token": token, "return_code": code}

    async def _come_back(
        self, message: dict[str, Any], request: Request, words: Catalog
    ) -> dict[str, Any]:
        address = self._may_try(request, words)
        way = way_back(self.desk.room.opened.room, message["code"])
        # Two that hold one code must not sign each other out without end.
        if way in self.desk.room.ways_back and not self._returns.take(way):
            raise Refusal(429, "slow", words.message("Too many at once; wait a moment."))
        token = new_token()
        try:
            event = await self.desk.submit(orders.come_back, way, fingerprint(token))
        except Refused as refusal:
            if refusal.code == "code":
                self._wrong_codes.take(address)
            raise
        assert isinstance(event, CameBack)
        return {"participant": event.participant, "token": token}

    def _may_try(self, request: Request, words: Catalog) -> str:
        """The address that tries a code. Raises Refusal after too many wrong ones."""
        address = _address(request)
        if not self._wrong_codes.has(address):
            raise Refusal(429, "slow", words.message("Too many wrong codes; wait a minute."))
        return address

    def _known(self, request: Request, token: str, words: Catalog | None = None) -> Participant:
        """Who holds a token. Raises Refusal when nobody does."""
        words = words or catalog(_language(request.query_params), self.desk.scenario)
        room, address = self.desk.room, _address(request)
        if not self._wrong_tokens.has(address):
            raise Refusal(429, "slow", words.message("Too many at once; wait a moment."))
        person = room.participants.get(room.devices.get(fingerprint(token), ""))
        if person is None or person.removed:
            self._wrong_tokens.take(address)
            if fingerprint(token) in room.left:
                raise Refusal(401, "elsewhere", words.message(_ELSEWHERE))
            told = words.message("You are not in this workshop; please join again.")
            raise Refusal(401, "gone", told)
        return person

    # --- around everything -----------------------------------------------------------------

    def _guard(self, app: ASGIApp) -> ASGIApp:
        """Safe headers on every answer; nothing for other hosts, other origins, or floods."""

        async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                return

            async def send_safely(message: Message) -> None:
                if message["type"] == "http.response.start":
                    headers = list(message.get("headers", ()))
                    have = {name.lower() for name, _ in headers}
                    headers += [item for item in _SAFE if item[0] not in have]
                    if b"content-security-policy" not in have:
                        headers.append((b"content-security-policy", _NOTHING.encode()))
                    message["headers"] = headers
                await send(message)

            request = Request(scope, receive)
            try:
                self._admit(request)
                await app(scope, receive, send_safely)
            except Refusal as refusal:
                await _refused(request, refusal)(scope, receive, send_safely)
            except (ClientDisconnect, asyncio.CancelledError):
                return

        return guarded

    def _admit(self, request: Request) -> None:
        hosts = request.headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self.hosts:
            raise Refusal(421, "host", "wrong host")
        origin = request.headers.get("origin")
        if origin is not None and origin.partition("://")[2].lower() not in self.hosts:
            raise Refusal(403, "origin", "wrong origin")
        address = _address(request)
        if address not in self.own and not self._requests.take(address):
            raise Refusal(429, "slow", "too many requests")

    def changed(self, events: list[Event]) -> None:
        """Wake the phones that look different now."""
        self.streams.wake(affected(events))


_ELSEWHERE = marked(
    "You have come back on another device. If that was not you, enter your return code again "
    "and tell whoever holds the workshop."
)
_ORDERS: Mapping[str, Callable[..., Event]] = {
    "vote": orders.vote,
    "name": orders.rename,
    "team": orders.set_team,
    "commitment": orders.commit,
}


def _refused(_request: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, Refusal)
    return JSONResponse({"error": refusal.code, "text": refusal.text}, refusal.status)


async def _body(request: Request) -> bytes:
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise Refusal(415, "bad", "send application/json")
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > protocol.MAX_BODY:
            raise Refusal(413, "bad", f"at most {protocol.MAX_BODY} bytes")
    return bytes(body)


def _html(page: Page) -> Response:
    return Response(
        page.body,
        media_type="text/html; charset=utf-8",
        headers={"content-security-policy": page.policy},
    )


def _language(fields: Mapping[str, Any]) -> str:
    language = fields.get("language", "en")
    return language if language in protocol.LANGUAGES else "en"


def _address(request: Request) -> str:
    return request.client.host if request.client else "?"
