"""What the facilitator sets up, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.engine.scenario import Scenario
from app.workshop.events import Mode, TieRule


@dataclass(frozen=True, slots=True)
class Plan:
    """A workshop to be opened.

    ``terms``: id of insurance terms, or empty when they are those of the ``preset`` in that
    file. ``teams``: how many, where there are any. ``address`` and ``port`` to listen on.
    """

    scenario: Scenario
    language: str
    terms: str
    preset: Path | None
    mode: Mode
    tie_rule: TieRule
    teams: int
    minutes: int
    provider: str
    address: str
    port: int


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A workshop whose host ended before it did: its log, its case and when it began."""

    path: Path
    title: str
    when: str
