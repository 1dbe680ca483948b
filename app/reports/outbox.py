"""Statements on their way to a learning record store: kept on disk until it has taken them.

Each export is one file, written whole, synced, and never changed. Beside it a file of progress
grows, synced after each batch. What the store took twice it stored once, so a crash between its
answer and our note costs nothing. What it refuses is set aside with its reason.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from app.phrase import reason_of
from app.reports.lrs import Lrs, LrsError, RefusedError
from app.reports.xapi import Statement, lines
from app.store.folders import user_folder
from app.store.lrs_settings import ToldError
from app.store.writing import write_whole

BATCH = 50
TRIES = 3
_PAUSE = 1.0
"""Seconds before the second try; each further pause is twice as long."""
_ASIDE = "refused"
_PROGRESS = ".progress"


class OutboxError(ToldError):
    """The files cannot be written or read."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What came of sending. ``problem``: why the rest still waits."""

    sent: int
    refused: int
    waiting: int
    problem: LrsError | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A statement that the store does not take, and its reason."""

    path: Path
    statement: Statement
    reason: str


class Outbox:
    """The folder of what is to be sent. Raises OutboxError."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder if folder is not None else user_folder() / "outbox"

    def add(self, statements: Iterable[Statement]) -> int:
        """Keep statements for sending; they are on the disk when this returns. How many.

        The same ones once more change nothing while they wait.
        """
        found = list(statements)
        if not all(_is_id(statement.get("id")) for statement in found):
            raise OutboxError("a statement without an id cannot be sent twice safely; add one")
        data = lines(found)
        path = self.folder / f"{hashlib.sha256(data).hexdigest()[:24]}.jsonl"
        if not found or path.exists():
            return len(found)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            # Left over from the same statements sent before.
            path.with_suffix(_PROGRESS).unlink(missing_ok=True)
            write_whole(path, data)
        except OSError as error:
            raise _unwritable(path, error) from error
        return len(found)

    def waiting(self) -> int:
        """How many statements are still to be sent."""
        return sum(len(list(self._open(path))) for path in self._files())

    def refusals(self) -> tuple[Refusal, ...]:
        """What was set aside."""
        found = []
        for path in sorted((self.folder / _ASIDE).glob("*.json")):
            told = _parsed(path, 1, _read(path))
            statement, reason = told.get("statement"), told.get("reason")
            if isinstance(statement, dict) and isinstance(reason, str):
                found.append(Refusal(path, statement, reason))
        return tuple(found)

    def try_again(self) -> int:
        """Put what was set aside back among what is to be sent. How many."""
        refused = self.refusals()
        self.add(refusal.statement for refusal in refused)
        for refusal in refused:
            refusal.path.unlink(missing_ok=True)
        return len(refused)

    def forget(self) -> None:
        """Delete all that waits or was set aside."""
        try:
            if self.folder.is_dir():
                shutil.rmtree(self.folder)
        except OSError as error:
            raise _unwritable(self.folder, error) from error

    def send(
        self,
        lrs: Lrs,
        *,
        batch: int = BATCH,
        tries: int = TRIES,
        sleep: Callable[[float], object] = time.sleep,
    ) -> Delivery:
        """Send all that waits, oldest first, and stop at the first problem."""
        sent = refused = 0
        try:
            for path in self._files():
                waiting = list(self._open(path))
                for start in range(0, len(waiting), batch):
                    part = waiting[start : start + batch]
                    aside = 0
                    for statement, reason in _deliver(lrs, part, tries, sleep):
                        self._set_aside(statement, reason)
                        aside += 1
                    self._note(path, part)
                    sent, refused = sent + len(part) - aside, refused + aside
                self._remove(path)
        except LrsError as error:
            return Delivery(sent, refused, self.waiting(), error)
        return Delivery(sent, refused, 0)

    def _files(self) -> list[Path]:
        found = [(path.stat().st_mtime_ns, path) for path in self.folder.glob("*.jsonl")]
        return [path for _, path in sorted(found)]

    def _open(self, path: Path) -> Iterator[Statement]:
        """The statements of a file that have not been settled."""
        settled = set()
        progress = path.with_suffix(_PROGRESS)
        if progress.exists():
            # An id torn by a crash is no id: its statement is sent once more.
            settled = set(_read(progress).decode("utf-8", "replace").split("\n"))
        for number, line in enumerate(_read(path).splitlines(), 1):
            statement = _parsed(path, number, line)
            if statement.get("id") not in settled:
                yield statement

    def _note(self, path: Path, settled: Sequence[Statement]) -> None:
        # A line break first, in case a crash has torn the line before.
        ids = "".join(f"\n{statement['id']}" for statement in settled) + "\n"
        progress = path.with_suffix(_PROGRESS)
        try:
            with progress.open("ab") as file:
                file.write(ids.encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise _unwritable(progress, error) from error

    def _set_aside(self, statement: Statement, reason: str) -> None:
        name = hashlib.sha256(lines([statement])).hexdigest()[:24]
        path = self.folder / _ASIDE / f"{name}.json"
        try:
            path.parent.mkdir(exist_ok=True)
            write_whole(path, json.dumps({"reason": reason, "statement": statement}).encode())
        except OSError as error:
            raise _unwritable(path, error) from error

    def _remove(self, path: Path) -> None:
        with suppress(OSError):  # the progress tells that nothing in it waits any more
            path.unlink(missing_ok=True)
            path.with_suffix(_PROGRESS).unlink(missing_ok=True)


def _deliver(
    lrs: Lrs, statements: Sequence[Statement], tries: int, sleep: Callable[[float], object]
) -> Iterator[tuple[Statement, str]]:
    """Send; yields those that the store refuses, found by halving, with its reason."""
    try:
        _post(lrs, statements, tries, sleep)
    except RefusedError as error:
        if len(statements) == 1:
            yield statements[0], error.reason
            return
        half = len(statements) // 2
        yield from _deliver(lrs, statements[:half], tries, sleep)
        yield from _deliver(lrs, statements[half:], tries, sleep)


def _post(
    lrs: Lrs, statements: Sequence[Statement], tries: int, sleep: Callable[[float], object]
) -> None:
    """One request, again after a pause while the store is only passingly out of order."""
    for attempt in range(1, tries + 1):
        try:
            lrs.post(statements)
        except LrsError as error:
            if not error.passing or attempt == tries:
                raise
            sleep(_PAUSE * 2 ** (attempt - 1))
        else:
            return


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = reason_of(error)
        raise OutboxError(
            "{path}: cannot be read ({reason}); check its permissions",
            path=str(path),
            reason=reason,
        ) from error


def _is_id(text: Any) -> bool:
    try:
        return isinstance(text, str) and str(UUID(text)) == text.lower()
    except ValueError:
        return False


def _parsed(path: Path, number: int, line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line)
        if isinstance(found, dict):
            return found
    except (ValueError, RecursionError):
        pass
    raise OutboxError(
        "{place}: not a statement; move the file away, and export the play again",
        place=f"{path}:{number}",
    )


def _unwritable(path: Path, error: OSError) -> OutboxError:
    reason = reason_of(error)
    return OutboxError(
        "{path}: cannot be written ({reason}); free some space and try again",
        path=str(path),
        reason=reason,
    )
