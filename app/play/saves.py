"""Plays in the player's own folder: new ones, the one to continue, and finished ones."""

from __future__ import annotations

from pathlib import Path

from app.engine.coverage import InsurancePolicy
from app.engine.scenario import Plan, Scenario
from app.play.catalog import ENGLISH, Catalog
from app.play.journal import now
from app.play.playthrough import Playthrough
from app.store import folders, progress
from app.store.database import FinishedPlay, Store


def new_play(
    scenario: Scenario,
    terms: InsurancePolicy,
    seed: int,
    *,
    exam: bool = False,
    plan: Plan | None = None,
    catalog: Catalog = ENGLISH,
) -> Playthrough:
    """A new play, saved in the player's folder. Raises JournalError."""
    path = folders.new_journal_path(scenario.id, seed)
    return Playthrough.start(scenario, terms, seed, path, exam=exam, plan=plan, catalog=catalog)


def latest_unfinished(store: Store) -> Path | None:
    """The journal that "continue" takes up: the one last played of those not ended."""
    finished = {play.journal for play in store.finished()}
    return next((path for path in folders.journal_files() if path.name not in finished), None)


def note_progress(play: Playthrough, store: Store) -> None:
    """Call after each step: lists a saved play as finished, or as going on after an undo."""
    if play.journal_path is None:
        return
    journal = play.journal_path.name
    if not play.state.is_terminal():
        if play.undone:
            store.remove_finished(journal)
            progress.forget_review(store, journal)
        return
    result = play.settlement()
    store.add_finished(
        FinishedPlay(
            journal=journal,
            scenario=play.scenario.id,
            terms=play.terms.id,
            seed=play.seed,
            exam=play.exam,
            ending=play.state.node_id,
            client_loss=result.client_loss,
            claim=result.claim,
            justified_claim=result.justified_claim,
            insurer_pays=result.insurer_pays,
            you_pay=result.you_pay,
            own_costs=result.own_costs,
            finished=now(),
        )
    )
