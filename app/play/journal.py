"""The save: a journal of one play, JSON Lines, only ever appended to.

The first line says which play it is, every other line is one event. A line is on the disk
before the next scene shows; a line torn by a crash was never confirmed and is dropped. A
journal that cannot be read is set aside under another name, never deleted or overwritten.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from errno import ENOSPC
from pathlib import Path
from typing import Any

from app.engine.scenario import MAX_MINUTES
from app.play.catalog import marked
from app.play.journal_error import MEND, JournalError, unexpected, unwritable
from app.store.writing import sync_folder

FORMAT = 1
MAX_BYTES = 500_000
MAX_LINE = 20_000
MAX_WORD = 200
SURE = ("unsure", "fairly", "certain")
"""How sure a player may say to be of a decision."""
MAX_SECONDS = 86_400
"""The longest time a decision is said to have taken; nobody thinks about one for longer."""
_MAX_SEED = 2**63


@dataclass(frozen=True, slots=True)
class Header:
    """Which play this is: scenario and its content hash, terms, seed, and what was fixed."""

    scenario: str
    content_hash: str
    terms: str
    seed: int
    exam: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)
    outcomes: Mapping[str, str] = field(default_factory=dict)
    started: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A decision: the choice taken, the decision node it was taken at, and how sure one was.

    ``sure`` is one of ``SURE``, or empty where the player did not say. ``seconds``: real time
    from when it could be taken, None where nobody measured it; it is told in reports, and two
    decisions are the same without it.
    """

    choice: str
    at: str
    sure: str = ""
    seconds: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Undo:
    """So many decisions taken back."""

    steps: int


@dataclass(frozen=True, slots=True)
class Note:
    """A remark of the player's own for the log book, and the story's minute it was made at.

    Older journals do not tell the minute: -1.
    """

    text: str
    minutes: int = -1


@dataclass(frozen=True, slots=True)
class Hint:
    """A hint taken at a decision node; what it said follows from the play."""

    at: str


Event = Chosen | Undo | Note | Hint


@dataclass(frozen=True, slots=True)
class Record:
    """A journal as read: ``size`` is the length in bytes of its whole lines."""

    path: Path
    header: Header
    events: tuple[Event, ...]
    size: int


class Journal:
    """An open journal. Every write is on the disk when the call returns."""

    def __init__(self, path: Path, size: int) -> None:
        self.path = path
        self._size = size

    @classmethod
    def create(cls, path: Path, header: Header, events: Sequence[Event] = ()) -> Journal:
        """A new journal, whole or not at all; never in place of an existing file.

        Raises JournalError.
        """
        lines = [{"format": FORMAT, **_header_fields(header)}, *map(_event_fields, events)]
        data = b"".join(map(_line, lines))
        if path.exists():
            raise JournalError(
                path,
                0,
                marked("there is already a journal here"),
                marked("choose another name"),
                damaged=False,
            )
        unfinished = path.with_name(path.name + ".part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with unfinished.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            unfinished.rename(path)
            sync_folder(path.parent)
        except OSError as error:
            raise unwritable(path, error) from error
        return cls(path, len(data))

    @classmethod
    def reopen(cls, record: Record) -> Journal:
        """Go on with a journal that was read; a torn last line is cut off."""
        try:
            if record.path.stat().st_size > record.size:
                with record.path.open("r+b") as file:
                    file.truncate(record.size)
                    os.fsync(file.fileno())
        except OSError as error:
            raise unwritable(record.path, error) from error
        return cls(record.path, record.size)

    def append(self, event: Event) -> None:
        """Write one event down. When this raises JournalError, nothing has been added."""
        line = _line(_event_fields(event))
        if len(line) > MAX_LINE or self._size + len(line) > MAX_BYTES:
            raise JournalError(
                self.path,
                0,
                marked("the journal is full"),
                marked("start a new play; this one is kept"),
                damaged=False,
            )
        try:
            with self.path.open("r+b", buffering=0) as file:
                if file.seek(0, os.SEEK_END) != self._size:
                    raise JournalError(
                        self.path,
                        0,
                        marked("another window plays on with this journal"),
                        marked("close one of the two and continue the play again"),
                        damaged=False,
                    )
                try:
                    if file.write(line) != len(line):
                        raise OSError(ENOSPC, os.strerror(ENOSPC))
                    os.fsync(file.fileno())
                except OSError:
                    with suppress(OSError):
                        file.truncate(self._size)
                    raise
        except OSError as error:
            raise unwritable(self.path, error) from error
        self._size += len(line)


def read(path: Path) -> Record:
    """Read a journal without changing it. Raises JournalError."""
    try:
        if path.exists() and not path.is_file():
            raise JournalError(
                path, 0, marked("not a file"), marked("check the path"), damaged=False
            )
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "unreadable"
        raise JournalError(path, 0, reason, marked("check the path"), damaged=False) from error
    if len(data) > MAX_BYTES:
        raise JournalError(
            path,
            0,
            marked("larger than {size} bytes"),
            marked("this is no journal"),
            details={"size": str(MAX_BYTES)},
        )
    lines = data.rstrip(b"\0").split(b"\n")[:-1]
    if not lines:
        raise JournalError(
            path, 1, marked("the first line is not complete"), marked("start a new play")
        )
    header = _parse_header(path, _object(path, 1, lines[0]))
    events = tuple(
        _parse_event(path, number, _object(path, number, line))
        for number, line in enumerate(lines[1:], 2)
    )
    return Record(path, header, events, sum(len(line) + 1 for line in lines))


def free_name(path: Path) -> Path:
    """A name like ``path`` that no file has yet: ``play-2.jsonl``, ``play-3.jsonl``, ..."""
    number = 2
    while (free := path.with_name(f"{path.stem}-{number}{path.suffix}")).exists():
        number += 1
    return free


def set_aside(path: Path, suffix: str = ".unreadable") -> Path:
    """Rename a journal out of the way, without overwriting anything; the new path."""
    target = path.with_name(path.name + suffix)
    number = 2
    while target.exists():
        target = path.with_name(f"{path.name}{suffix}-{number}")
        number += 1
    try:
        path.rename(target)
        sync_folder(path.parent)
    except OSError as error:
        raise unwritable(path, error) from error
    return target


def now() -> str:
    """This moment, for a header: UTC, ISO 8601, whole seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


# --- writing and parsing lines ---------------------------------------------------------


def _line(fields: Mapping[str, Any]) -> bytes:
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace") + b"\n"


def _header_fields(header: Header) -> dict[str, Any]:
    return {
        "scenario": header.scenario,
        "content_hash": header.content_hash,
        "terms": header.terms,
        "seed": header.seed,
        "exam": header.exam,
        "facts": dict(header.facts),
        "outcomes": dict(header.outcomes),
        "started": header.started,
    }


def _event_fields(event: Event) -> dict[str, Any]:
    if isinstance(event, Chosen):
        sure = {"sure": event.sure} if event.sure else {}
        timed = {} if event.seconds is None else {"seconds": event.seconds}
        return {"choose": event.choice, "at": event.at, **sure, **timed}
    if isinstance(event, Undo):
        return {"undo": event.steps}
    if isinstance(event, Hint):
        return {"hint": event.at}
    return {"note": event.text, **({"minutes": event.minutes} if event.minutes >= 0 else {})}


def _object(path: Path, number: int, line: bytes) -> dict[str, Any]:
    wrong = ""
    if len(line) > MAX_LINE:
        wrong = marked("the line is longer than {size} bytes")
    else:
        try:
            fields = json.loads(line)
            if isinstance(fields, dict):
                return fields
            wrong = marked("the line is not a JSON object")
        except (ValueError, RecursionError):
            wrong = marked("the line is not JSON")
    raise JournalError(path, number, wrong, MEND, details={"size": str(MAX_LINE)})


def _parse_header(path: Path, fields: dict[str, Any]) -> Header:
    version = fields.get("format")
    if isinstance(version, int) and version > FORMAT:
        raise JournalError(
            path,
            1,
            marked("written by a newer version (format {version})"),
            marked("update the game"),
            damaged=False,
            details={"version": str(version)},
        )
    if version != FORMAT or isinstance(version, bool):
        raise unexpected(path, 1, "format", str(FORMAT))
    seed = fields.get("seed")
    if type(seed) is not int or not -_MAX_SEED <= seed < _MAX_SEED:
        raise unexpected(path, 1, "seed", marked("a whole number"))
    exam = fields.get("exam", False)
    if not isinstance(exam, bool):
        raise unexpected(path, 1, "exam", marked("true or false"))
    return Header(
        scenario=_word(path, 1, fields, "scenario"),
        content_hash=_word(path, 1, fields, "content_hash"),
        terms=_word(path, 1, fields, "terms"),
        seed=seed,
        exam=exam,
        facts=_words(path, fields, "facts"),
        outcomes=_words(path, fields, "outcomes"),
        started=_word(path, 1, fields, "started"),
    )


def _parse_event(path: Path, number: int, fields: dict[str, Any]) -> Event:
    if "choose" in fields:
        sure = fields.get("sure", "")
        if sure not in ("", *SURE):
            raise unexpected(path, number, "sure", marked("one of unsure, fairly, certain"))
        seconds = fields.get("seconds")
        # A decision counts whatever is said of its time.
        known = seconds if type(seconds) is int and 0 <= seconds <= MAX_SECONDS else None
        choice, at = (_word(path, number, fields, name) for name in ("choose", "at"))
        return Chosen(choice, at, sure, known)
    if "undo" in fields:
        steps = fields["undo"]
        if type(steps) is not int or not 1 <= steps <= MAX_BYTES:
            raise unexpected(path, number, "undo", marked("a whole number from 1"))
        return Undo(steps)
    if "hint" in fields:
        return Hint(_word(path, number, fields, "hint"))
    if "note" in fields:
        text = fields["note"]
        if not isinstance(text, str):
            raise unexpected(path, number, "note", marked("a text"))
        minutes = fields.get("minutes", -1)
        if type(minutes) is not int or not -1 <= minutes <= MAX_MINUTES:
            raise unexpected(path, number, "minutes", marked("a whole number"))
        return Note(text, minutes)
    raise JournalError(
        path,
        number,
        marked("the line has none of choose, undo, note, hint"),
        MEND,
    )


def _word(path: Path, number: int, fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str) or len(value) > MAX_WORD:
        raise unexpected(path, number, name, marked("a text of at most 200 characters"))
    return value


def _words(path: Path, fields: Mapping[str, Any], name: str) -> dict[str, str]:
    value = fields.get(name, {})
    if not isinstance(value, dict) or not all(isinstance(word, str) for word in value.values()):
        raise unexpected(path, 1, name, marked("an object of ids and words"))
    return value
