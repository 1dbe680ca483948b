"""Sentences that remember how they were put together, so that a reader's language can do it anew.

Rules, authoring and store know no languages: they say what they have to say in English, as a
``Phrase``. It is that English sentence for whoever takes it as text. Whoever knows the reader
(``app.play.catalog``) takes its template and its parts instead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Phrase(str):
    """An English sentence made of a ``template`` with ``{names}`` and the ``details`` for them.

    A detail may be a phrase itself. Templates are literals, for `make translations` collects them.
    """

    template: str
    details: Mapping[str, str]

    def __new__(cls, template: str, /, **details: object) -> Phrase:
        """Fill the template; a detail that is no text becomes one."""
        told = {
            name: part if isinstance(part, str) else str(part) for name, part in details.items()
        }
        self = super().__new__(cls, filled(template, told))
        self.template = template
        self.details = told
        return self

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, str]]:
        """What makes a copy of it."""
        return (self.template,), dict(self.details)


class Euros(str):
    """An amount of money in a phrase: ``1,200.00 EUR``, and how many ``cents`` that is."""

    cents: int

    def __new__(cls, cents: int) -> Euros:
        """Of whole cents."""
        self = super().__new__(cls, f"{cents / 100:,.2f} EUR")
        self.cents = cents
        return self

    def __reduce__(self) -> tuple[type[Euros], tuple[int]]:
        """What makes a copy of it."""
        return Euros, (self.cents,)


def filled(template: str, details: Mapping[str, str]) -> str:
    """The template with its ``{names}`` replaced; one without a detail stays as it is written."""
    return _PLACEHOLDER.sub(lambda found: details.get(found[1], found[0]), template)


def as_phrase(error: BaseException) -> Phrase:
    """What an error says, as a phrase in any case."""
    said = words_of(error)
    return said if isinstance(said, Phrase) else Phrase("{error}", error=said)


def reason_of(error: Exception) -> Phrase:
    """Why the system refused something: its own words, which some languages know (``SYSTEM``)."""
    return Phrase(getattr(error, "strerror", None) or str(error) or type(error).__name__)


def words_of(error: BaseException) -> str:
    """What an error says, as the phrase that it was raised with where it was."""
    said = error.args[0] if len(error.args) == 1 else None
    return said if isinstance(said, Phrase) else str(error)


SYSTEM = (
    Phrase("No space left on device"),
    Phrase("Disk quota exceeded"),
    Phrase("Permission denied"),
    Phrase("Operation not permitted"),
    Phrase("Read-only file system"),
    Phrase("No such file or directory"),
    Phrase("Is a directory"),
    Phrase("Not a directory"),
    Phrase("File exists"),
    Phrase("File name too long"),
    Phrase("Input/output error"),
    Phrase("database or disk is full"),
    Phrase("disk I/O error"),
    Phrase("database is locked"),
    Phrase("attempt to write a readonly database"),
    Phrase("unable to open database file"),
    Phrase("file is not a database"),
    Phrase("database disk image is malformed"),
)
"""What operating systems and SQLite say most often when a file cannot be had."""
