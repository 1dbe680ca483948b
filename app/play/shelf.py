"""All saved plays at a glance: where each stands, read from its journal without changing it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.authoring.finding import ScenarioFileError
from app.engine.scenario import Scenario
from app.play import journal as journals
from app.play.catalog import Catalog
from app.play.journal_error import JournalError
from app.play.playthrough import Playthrough, journaled_terms
from app.play.view import SceneView
from app.store import folders, shelf

ScenarioOf = Callable[[str], Scenario]
CatalogOf = Callable[[Scenario | None], Catalog]


@dataclass(frozen=True, slots=True)
class SavedPlay:
    """A saved play. ``problem`` says why it cannot be opened; all else is empty then.

    ``name`` is the player's own, if any; ``case`` and ``view`` are in the reader's language;
    ``written``: when it was last played, UTC.
    """

    path: Path
    name: str
    written: datetime
    case: str = ""
    view: SceneView | None = None
    decisions: int = 0
    exam: bool = False
    problem: str = ""


def saved_plays(
    names: Mapping[str, str], scenario_of: ScenarioOf, catalog_of: CatalogOf
) -> tuple[SavedPlay, ...]:
    """Every play of the data folder, last played first; then those that were set aside."""
    plays = [_saved(path, names, scenario_of, catalog_of) for path in folders.journal_files()]
    aside = [_saved(path, names, scenario_of, catalog_of) for path in shelf.unreadable_files()]
    return (*plays, *aside)


def _saved(
    path: Path, names: Mapping[str, str], scenario_of: ScenarioOf, catalog_of: CatalogOf
) -> SavedPlay:
    name = names.get(path.name, "")
    try:
        written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        written = datetime.fromtimestamp(0, UTC)
    try:
        record = journals.read(path)
        scenario = scenario_of(record.header.scenario)
        catalog = catalog_of(scenario)
        play = Playthrough.replay(record, scenario, journaled_terms(record, scenario), catalog)
    except JournalError as error:
        return SavedPlay(path, name, written, problem=catalog_of(None).why(error))
    except (ScenarioFileError, OSError) as error:
        return SavedPlay(path, name, written, problem=catalog_of(None).why(error))
    return SavedPlay(
        path,
        name,
        written,
        case=catalog.text(scenario.title),
        view=play.view(),
        decisions=len(play.decisions),
        exam=play.exam,
    )
