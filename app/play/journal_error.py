"""What can be wrong with a journal, told in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from app.phrase import Phrase, reason_of
from app.play.catalog import ENGLISH, Catalog, marked

MEND = marked("start a new play, or mend the line by hand")


class JournalError(Exception):
    """A journal that cannot be read or written.

    The message names file, line, what is wrong and what to do. ``damaged`` says that the
    content is at fault, so that the file should be set aside.
    """

    def __init__(
        self,
        path: Path,
        line: int,
        wrong: str,
        remedy: str,
        damaged: bool = True,
        details: Mapping[str, str] | None = None,
    ):
        self.path = path
        self.line = line
        self.wrong = wrong
        self.remedy = remedy
        self.damaged = damaged
        self.details = details or {}
        words = {name: Phrase(value) for name, value in self.details.items()}
        self.phrase = Phrase(
            "{place}: {wrong}; {remedy}",
            place=f"{path}:{line}" if line else path,
            wrong=Phrase(wrong, **words),
            remedy=Phrase(remedy, **words),
        )
        super().__init__(self.phrase)

    def told(self, catalog: Catalog = ENGLISH) -> str:
        """The message in the reader's language."""
        return catalog.told(self.phrase)


def unexpected(path: Path, number: int, name: str, expected: str) -> JournalError:
    """The error for a line whose field ``name`` is not as ``expected``, a message id."""
    return JournalError(
        path,
        number,
        marked("'{name}' should be {expected}"),
        MEND,
        details={"name": name, "expected": expected},
    )


def unwritable(path: Path, error: OSError) -> JournalError:
    """The error for a file that the system does not let us write."""
    reason = reason_of(error)
    return JournalError(
        path,
        0,
        marked("cannot be written ({reason})"),
        marked("free some space or choose another folder; nothing that was confirmed is lost"),
        damaged=False,
        details={"reason": reason},
    )
