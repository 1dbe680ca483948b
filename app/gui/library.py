"""What the title screen offers: the scenarios, and the play to continue. No Qt in here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.phrase import words_of
from app.resources import scenario_folders

if TYPE_CHECKING:
    # The title opens sooner without the engine.
    from app.engine.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Entry:
    """A scenario of the library; when its file is broken, ``problem`` says how instead,
    in English or as a phrase."""

    id: str
    scenario: Scenario | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A saved play that can go on. ``decisions`` counts those taken so far."""

    path: Path
    scenario_id: str
    decisions: int


def load_entries(folders: Sequence[Path] | None = None) -> tuple[Entry, ...]:
    """Read all scenarios; a broken one does not keep the others from being played."""
    return tuple(_entry(folder) for folder in (scenario_folders() if folders is None else folders))


def load_entries_with(own: Path) -> tuple[Entry, ...]:
    """All scenarios, and first the one in a folder of the author's own."""
    entry = _entry(own)
    return (entry, *(other for other in load_entries() if other.id != entry.id))


def _entry(folder: Path) -> Entry:
    # Imported here: PyYAML has no business on the way to the first window.
    from app.authoring.finding import ScenarioFileError
    from app.authoring.loading import load_scenario

    try:
        scenario = load_scenario(folder)
    except (ScenarioFileError, OSError) as error:
        return Entry(folder.name, None, words_of(error))
    return Entry(scenario.id, scenario)


def unfinished(path: Path) -> Unfinished:
    """What a journal tells at a glance; an unreadable one has no scenario (resuming says why)."""
    from app.play import journal
    from app.play.journal_error import JournalError

    try:
        record = journal.read(path)
    except (JournalError, OSError):
        return Unfinished(path, "", 0)
    decisions = 0
    for event in record.events:
        if isinstance(event, journal.Chosen):
            decisions += 1
        elif isinstance(event, journal.Undo):
            decisions -= event.steps
    return Unfinished(path, record.header.scenario, max(0, decisions))
