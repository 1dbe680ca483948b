"""Talking to a learning record store: send statements, read them back.

Nothing here runs unless the user asks for it. Answers are bounded in size and time, redirects
are not followed, and pages are read from the store's own address only, so that the key goes
nowhere else.
"""

from __future__ import annotations

import base64
import json
import os
import ssl
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.parse import SplitResult, urlencode, urljoin, urlsplit

from app.reports.xapi import PROFILE, Statement
from app.store.lrs_settings import Endpoint, ToldError

MAX_ANSWER = 20_000_000
"""Bytes of one answer."""
MAX_PAGES = 20_000
TIMEOUT = 20.0
"""Seconds that an answer may take to begin or go on."""
LONGEST = 120.0
"""Seconds that a whole answer may take."""

_CERTIFICATES = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Arch
    "/etc/pki/tls/certs/ca-bundle.crt",  # Fedora
    "/etc/ssl/ca-bundle.pem",  # openSUSE
    "/etc/ssl/cert.pem",  # macOS, Alpine
)
_REFUSALS = (400, 409, 413, 422)
_PASSING = (408, 425, 429, 500, 502, 503, 504)


class LrsError(ToldError):
    """The store cannot be used. ``passing``: it may work later as it is."""

    def __init__(self, message: str, passing: bool = False, **details: str) -> None:
        super().__init__(message, **details)
        self.passing = passing


class RefusedError(LrsError):
    """The store does not take one of these statements; ``reason`` is its own words."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(
            "the store refused a statement ({status}): {reason}", status=str(status), reason=reason
        )
        self.status = status
        self.reason = f"{status}: {reason}"


class Lrs:
    """A learning record store. Its methods raise LrsError."""

    def __init__(self, endpoint: Endpoint, timeout: float = TIMEOUT) -> None:
        self.endpoint = endpoint
        self._timeout = timeout

    def post(self, statements: Sequence[Statement]) -> None:
        """Store these, all or none. Raises RefusedError when one of them is not taken."""
        body = json.dumps(list(statements)).encode()
        status, answer = self._ask("POST", f"{self.endpoint.url}/statements", body)
        if status in _REFUSALS:
            raise RefusedError(status, _told(answer))
        if status not in (200, 204):
            raise _unexpected(status, answer)

    def statements(
        self, since: datetime | None = None, until: datetime | None = None, *, ours: bool = True
    ) -> Iterator[Any]:
        """What is stored, page by page; whatever it is, as parsed from JSON.

        ``ours``: ask for the statements of this program only.
        """
        query = {"limit": "500"}
        if ours:
            query |= {"activity": PROFILE, "related_activities": "true"}
        for name, moment in (("since", since), ("until", until)):
            if moment is not None:
                query[name] = f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"
        url = f"{self.endpoint.url}/statements?{urlencode(query)}"
        seen = set()
        for _ in range(MAX_PAGES):
            seen.add(url)
            page = self._page(url)
            found, more = page.get("statements"), page.get("more")
            if not isinstance(found, list):
                raise LrsError("the store's answer has no statements; is this its address?")
            yield from found
            if not more or not found:
                return
            url = self._next(url, more)
            if url in seen:
                raise LrsError("the store's pages go in a circle; ask its operator")
        raise LrsError(
            "the store has more than {most} pages; ask for less with --since", most=str(MAX_PAGES)
        )

    def _page(self, url: str) -> dict[str, Any]:
        status, answer = self._ask("GET", url)
        if status != 200:
            raise _unexpected(status, answer)
        try:
            page = json.loads(answer)
        except (ValueError, RecursionError):
            page = None
        if not isinstance(page, dict):
            raise LrsError("the store's answer cannot be understood; is this its address?")
        return page

    def _next(self, url: str, more: Any) -> str:
        """The address of the next page, which must be at the same store."""
        following, same = "", False
        try:
            following = urljoin(url, more) if isinstance(more, str) else ""
            here, there = urlsplit(url), urlsplit(following)
            same = _origin(here) == _origin(there)
        except ValueError:
            pass
        if not same or not following.isascii() or any(map(str.isspace, following)):
            raise LrsError("the store's next page is at another address; it was not asked")
        return following

    def _ask(self, method: str, url: str, body: bytes | None = None) -> tuple[int, bytes]:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        connection: HTTPConnection
        if parts.scheme == "https":
            connection = HTTPSConnection(host, port, timeout=self._timeout, context=_trusting())
        else:
            connection = HTTPConnection(host, port, timeout=self._timeout)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        try:
            connection.request(method, path, body, self._headers(body))
            return _read(connection.getresponse())
        except ssl.SSLCertVerificationError as error:
            reason = error.verify_message
            raise LrsError(
                "{host}: its certificate is not trusted ({reason}); check the address",
                host=host,
                reason=reason,
            ) from error
        except TimeoutError as error:
            raise LrsError("{host} does not answer; try again later", True, host=host) from error
        except (OSError, HTTPException) as error:
            reason = getattr(error, "strerror", None) or type(error).__name__
            raise LrsError(
                "{host} cannot be reached ({reason}); are you online?",
                True,
                host=host,
                reason=reason,
            ) from error
        finally:
            connection.close()

    def _headers(self, body: bytes | None) -> dict[str, str]:
        endpoint = self.endpoint
        headers = {"X-Experience-API-Version": endpoint.version, "Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        if endpoint.key:
            pair = f"{endpoint.key}:{endpoint.secret}".encode()
            headers["Authorization"] = f"Basic {base64.b64encode(pair).decode()}"
        elif endpoint.token:
            headers["Authorization"] = f"Bearer {endpoint.token}"
        return headers


def _trusting() -> ssl.SSLContext:
    """Trust what this computer trusts.

    A packaged Python looks for certificates where the computer it was built on has them.
    """
    context = ssl.create_default_context()
    if not context.get_ca_certs():
        for path in filter(os.path.exists, _CERTIFICATES):
            with suppress(OSError):
                context.load_verify_locations(cafile=path)
                break
    return context


def _read(response: HTTPResponse) -> tuple[int, bytes]:
    """Status and body, unless it is too long or takes too long."""
    until = time.monotonic() + LONGEST
    data = bytearray()
    while chunk := response.read1(65_536):
        data += chunk
        if len(data) > MAX_ANSWER:
            raise LrsError("the store's answer is too long; ask for less with --since")
        if time.monotonic() > until:
            raise LrsError("the store answers too slowly; try again later", passing=True)
    return response.status, bytes(data)


def _unexpected(status: int, answer: bytes) -> LrsError:
    code = str(status)
    if status in (401, 403):
        return LrsError(
            "the store does not accept the key ({status}); check key and secret", status=code
        )
    if 300 <= status < 400:
        return LrsError(
            "the store has moved ({status}); ask its operator for the new address", status=code
        )
    if status in (404, 405):
        return LrsError(
            "no learning record store at this address ({status}); check it", status=code
        )
    told = _told(answer)
    return LrsError(
        "the store answers {status}: {told}", status in _PASSING, status=code, told=told
    )


def _told(answer: bytes) -> str:
    """What a store says, in one short line without control characters."""
    text = answer[:2_000].decode("utf-8", "replace")
    words = "".join(sign if sign.isprintable() else " " for sign in text).split()
    return " ".join(words)[:300] or "without a reason"


def _origin(parts: SplitResult) -> tuple[str, str | None, int | None]:
    return parts.scheme, parts.hostname, parts.port
