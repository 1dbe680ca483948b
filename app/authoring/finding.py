"""What is wrong with a scenario file: one finding for each fault, with its place and remedy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from app.authoring.rules import RULES, Severity
from app.phrase import Phrase

MAX_FINDINGS = 200


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file; line and column count from 1."""

    line: int
    column: int


TOP = Mark(1, 1)


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A fault of a scenario file.

    ``code`` is stable: E... keeps the file from loading, S... is a fault of the story, T... of a
    translation.
    ``remedy`` says what to do.
    """

    file: str
    line: int
    column: int
    code: str
    message: Phrase
    remedy: Phrase

    @property
    def severity(self) -> Severity:
        """How bad it is; errors and warnings fail a check."""
        return RULES[self.code].severity

    @property
    def phrase(self) -> Phrase:
        """Place, code, fault and remedy in one line."""
        return Phrase(
            "{where}: {code} {message} - {remedy}",
            where=f"{self.file}:{self.line}:{self.column}",
            code=self.code,
            message=self.message,
            remedy=self.remedy,
        )

    def __str__(self) -> str:
        return str(self.phrase)


class ScenarioFileError(Exception):
    """A scenario file cannot be used; ``findings`` says all that is wrong with it."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        lines = {f"line{number}": found.phrase for number, found in enumerate(self.findings)}
        super().__init__(Phrase("\n".join(f"{{{name}}}" for name in lines), **lines))


class Report:
    """Collects findings about one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._findings: set[Finding] = set()

    def add(self, mark: Mark, code: str, message: Phrase, remedy: Phrase) -> None:
        """Note a fault. Raises ScenarioFileError when there are too many to be worth more work."""
        self._findings.add(Finding(self.file, mark.line, mark.column, code, message, remedy))
        if len(self._findings) >= MAX_FINDINGS:
            self.stop()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings so far, by their place in the file."""
        return tuple(sorted(self._findings))

    def stop(self) -> None:
        """Raise ScenarioFileError if there is any finding."""
        if self._findings:
            raise ScenarioFileError(self.findings)


def suggestion(word: str, known: Iterable[str], otherwise: Phrase | None = None) -> Phrase:
    """A remedy for a misspelt word: the nearest known one, or the list of all."""
    names = [str(name) for name in known]
    near = get_close_matches(word[:60], names[:500], n=1)
    if near:
        return Phrase("did you mean {near}?", near=repr(near[0]))
    if otherwise:
        return otherwise
    listed = ", ".join(names[:30]) + (", ..." if len(names) > 30 else "")
    return (
        Phrase("use one of: {listed}", listed=listed)
        if names
        else Phrase("there is none to choose from yet")
    )


def shorten(text: str, limit: int = 60) -> str:
    """A quoted extract of an author's text for a message, on one line."""
    flat = " ".join(text.split())
    return repr(flat if len(flat) <= limit else flat[: limit - 3] + "...")
