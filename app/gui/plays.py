"""Beginning and resuming plays, for the window. No Qt in here.

Imported after the first paint: it brings the engine along.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from app.authoring.finding import ScenarioFileError
from app.engine.coverage import InsurancePolicy
from app.engine.errors import IllegalChoiceError
from app.engine.scenario import Scenario
from app.gui.library import Entry, Unfinished, unfinished
from app.phrase import words_of
from app.play import saves
from app.play.catalog import Catalog
from app.play.journal_error import JournalError
from app.play.playthrough import Playthrough
from app.store.database import Store, StoreError

SEEDS = 1_000_000
"""Servers that nobody chose are numbered below this, short enough to say aloud."""


class CannotPlayError(Exception):
    """A play cannot be begun or go on; the message says why and what to do."""


def new_seed() -> int:
    """The number of a server that nobody chose."""
    return secrets.randbelow(SEEDS)


def begin(
    scenario: Scenario,
    terms: InsurancePolicy,
    seed: int,
    choices: tuple[str, ...] = (),
    *,
    exam: bool = False,
) -> Playthrough:
    """A new saved play in which ``choices`` are taken already. Raises CannotPlayError."""
    try:
        play = saves.new_play(scenario, terms, seed, exam=exam)
        for choice in choices:
            play.choose(choice)
    except (JournalError, IllegalChoiceError) as error:
        raise CannotPlayError(words_of(error)) from error
    return play


def again(old: Playthrough, same_server: bool) -> Playthrough:
    """The same case and terms from the start, an examination again if it was one.

    Raises CannotPlayError.
    """
    seed = old.seed if same_server else new_seed()
    return begin(old.scenario, old.terms, seed, exam=old.exam)


def play_on(old: Playthrough, step: int, choice_id: str) -> Playthrough:
    """A new play of the same server that takes another choice at ``step`` of the old one's
    history (chance nodes count as steps). Raises CannotPlayError.
    """
    before = tuple(
        after.action
        for state, after in pairwise(old.state.history()[: step + 1])
        if not state.is_chance()
    )
    return begin(old.scenario, old.terms, old.seed, (*before, choice_id))


def resume(
    store: Store | None,
    scenario_of: Callable[[str], Scenario],
    words: Catalog,
    journal: Path | None = None,
) -> Playthrough | None:
    """The play of a journal, or the one left last, None when there is none.

    ``words`` say what has changed since. Raises CannotPlayError.
    """
    try:
        path = journal
        if path is None and store is not None:
            path = saves.latest_unfinished(store)
        return None if path is None else Playthrough.resume(path, scenario_of, words)
    except JournalError as error:
        raise CannotPlayError(words_of(error)) from error
    except (ScenarioFileError, StoreError, OSError) as error:
        raise CannotPlayError(words_of(error)) from error


def scenario_finder(entries: tuple[Entry, ...]) -> Callable[[str], Scenario]:
    """Finds scenarios by id: among those already read, else on the disk."""

    def find(scenario_id: str) -> Scenario:
        for entry in entries:
            if entry.id == scenario_id and entry.scenario is not None:
                return entry.scenario
        from app.authoring.loading import load_scenario
        from app.resources import find_scenario

        return load_scenario(find_scenario(scenario_id))

    return find


def shelf(store: Store | None) -> tuple[dict[str, int], Unfinished | None]:
    """The least that the player paid, in cents, by scenario; and the play to continue.

    Raises CannotPlayError.
    """
    best: dict[str, int] = {}
    if store is None:
        return best, None
    try:
        for play in store.finished():
            best[play.scenario] = min(play.you_pay, best.get(play.scenario, play.you_pay))
        path = saves.latest_unfinished(store)
    except (StoreError, OSError) as error:
        raise CannotPlayError(words_of(error)) from error
    return best, None if path is None else unfinished(path)
