"""Which learning record store the user sends to, and the key to it: a file of its own, 0600.

A secret is never shown, logged, or told in an error.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from app.phrase import Phrase, reason_of
from app.store.folders import user_folder
from app.store.writing import write_whole

VERSIONS = ("1.0.3", "2.0.0")
_MOST = 10_000
"""Bytes of the file, and characters of an address or a key."""
_HEADER = re.compile(r"[\x21-\x7e]*")


class ToldError(Exception):
    """Says what is wrong and what to do, in English.

    ``message`` is an id for translators, and ``details`` are what fills its placeholders.
    """

    def __init__(self, message: str, **details: str) -> None:
        super().__init__(Phrase(message, **details))
        self.message = message
        self.details = details


class LrsSettingsError(ToldError):
    """An address or key that cannot be used, or a file that cannot."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A store's address and how to sign in: ``key`` and ``secret``, or ``token``, or neither.

    ``url`` is the one above ``/statements``; ``version`` of xAPI is what requests name.
    ``plain``: the user agrees to an address without encryption. Raises LrsSettingsError.
    """

    url: str
    key: str = ""
    secret: str = field(default="", repr=False)
    token: str = field(default="", repr=False)
    version: str = VERSIONS[0]
    plain: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "url", _checked(self.url, self.plain))
        if self.version not in VERSIONS:
            raise LrsSettingsError(
                "xAPI {version} is not known; {known} are",
                version=self.version,
                known=", ".join(VERSIONS),
            )
        if bool(self.key) != bool(self.secret):
            raise LrsSettingsError("a key needs its secret, and a secret its key")
        if self.key and self.token:
            raise LrsSettingsError("give a key with its secret, or a token, not both")
        if ":" in self.key:
            raise LrsSettingsError("a key has no colon in it; check what was copied")
        if not _HEADER.fullmatch(self.token) or max(map(len, (self.key, self.secret))) > _MOST:
            raise LrsSettingsError(
                "the key or token has a blank in it or is too long; copy it anew"
            )


def settings_file() -> Path:
    """Where the address and key are kept."""
    return user_folder() / "lrs.json"


def load() -> Endpoint | None:
    """The store that was saved; None without one. Raises LrsSettingsError."""
    path = settings_file()
    try:
        with path.open("rb") as file:
            fields = json.loads(file.read(_MOST * 5))
        if not isinstance(fields, dict):
            raise ValueError
        plain = fields.pop("plain", False)
        words = {name: fields.get(name, "") for name in ("url", "key", "secret", "token")}
        version = fields.get("version", VERSIONS[0])
        if not all(isinstance(word, str) for word in (*words.values(), version)):
            raise ValueError
        return Endpoint(**words, version=version, plain=plain is True)
    except FileNotFoundError:
        return None
    except (ValueError, RecursionError) as error:
        raise LrsSettingsError(
            "{path}: cannot be understood; name the store anew, and it is written anew",
            path=str(path),
        ) from error
    except OSError as error:
        raise LrsSettingsError(
            "{path}: cannot be read ({reason}); check its permissions",
            path=str(path),
            reason=reason_of(error),
        ) from error


def save(endpoint: Endpoint) -> None:
    """Keep the store for the next time; only the user may read the file."""
    path = settings_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(asdict(endpoint)).encode(), 0o600)
    except OSError as error:
        raise LrsSettingsError(
            "{path}: cannot be written ({reason}); free some space and try again",
            path=str(path),
            reason=reason_of(error),
        ) from error


def forget() -> None:
    """Delete the address and key."""
    with suppress(FileNotFoundError):
        settings_file().unlink()


def _checked(url: str, plain: bool) -> str:
    """The address without a trailing slash or ``/statements``."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port, parts = None, None, urlsplit("")
    if parts.scheme not in ("http", "https") or not host or port == 0 or len(url) > _MOST:
        raise LrsSettingsError(
            "“{url}” is no address of a learning record store; one looks like "
            "https://lrs.example.com/xapi",
            url=url[:80],
        )
    if not url.isascii() or any(sign.isspace() for sign in url.strip()):
        raise LrsSettingsError("the address may have plain letters, digits and signs only")
    if parts.username is not None or parts.query or parts.fragment:
        raise LrsSettingsError(
            "the address must end with its path; give key and secret apart from it"
        )
    if parts.scheme == "http" and not plain and not _loopback(host):
        raise LrsSettingsError(
            "{host} would be reached without encryption; use https (--plain agrees to it)",
            host=host,
        )
    return url.strip().rstrip("/").removesuffix("/statements").rstrip("/")


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
