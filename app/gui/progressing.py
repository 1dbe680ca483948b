"""Progress at work: keeps reviews, catches up on plays never reviewed, exports, reminds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.engine.errors import EngineError
from app.engine.review import Review
from app.gui.language import reader
from app.gui.paper.export import ask
from app.gui.plays import scenario_finder
from app.gui.reviewer import Reviewer
from app.gui.screens.progress import ProgressScreen
from app.gui.widgets.waiting import CancelledError, Work
from app.phrase import Phrase
from app.play import journal as journals
from app.play.playthrough import Playthrough, journaled_terms
from app.reports.progress import decisions_csv, plays_csv, review_rows
from app.store import folders, progress
from app.store.database import FinishedPlay, Store, StoreError

if TYPE_CHECKING:
    from app.gui.main_window import MainWindow


def keep_review(store: Store | None, play: Playthrough, review: Review) -> None:
    """Keep what a review says of a saved play. Raises StoreError."""
    if store is None or play.journal_path is None:
        return
    journal = play.journal_path.name
    ended = [entry.finished for entry in store.finished() if entry.journal == journal]
    rows = review_rows(play, review, journal, ended[0] if ended else journals.now())
    progress.add_review(store, *rows)


class Progressing:
    """Serves one ``page`` of progress while it is open."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._reviewer = Reviewer()
        self._left: list[FinishedPlay] = []
        self.page = ProgressScreen()
        self.page.export_wanted.connect(self._export)
        self.page.forget_wanted.connect(window.asides.ask_what_to_forget)
        window.tasks.stopping.connect(self.page.waiting.stop)
        self.page.destroyed.connect(self._left.clear)
        self._show()
        self._catch_up()

    def _show(self) -> None:
        store = self._window.store
        plays: tuple[progress.ReviewedPlay, ...] = ()
        decisions: tuple[progress.ReviewedDecision, ...] = ()
        self.page.tell("")
        try:
            if store is not None:
                plays, decisions = progress.reviews(store), progress.decisions(store)
                self._left = list(progress.unreviewed(store))
        except StoreError as error:
            self.page.tell(reader().why(error))
        found = [entry.scenario for entry in self._window.entries or () if entry.scenario]
        self.page.show_progress(plays, decisions, found)

    # --- plays that ended without a look at the review -------------------------------------

    def _catch_up(self) -> None:
        """Work out one review after the other beside the window."""
        store = self._window.store
        if store is None or not self._left:
            return
        ended = self._left.pop()
        waiting = self.page.waiting
        work = waiting.begin()
        finder = scenario_finder(self._window.entries or ())

        def review_of() -> tuple[Playthrough, Review]:
            path = folders.journals_folder() / ended.journal
            record = journals.read(path)
            scenario = finder(record.header.scenario)
            play = Playthrough.replay(record, scenario, journaled_terms(record, scenario))
            if not play.state.is_terminal():
                raise EngineError(Phrase("the play does not end any more"))
            return play, self._reviewer.review(play.state, work)

        def done(result: tuple[Playthrough, Review]) -> None:
            if not self._is_open() or not waiting.end(work):
                return
            play, review = result
            try:
                progress.add_review(
                    store, *review_rows(play, review, ended.journal, ended.finished)
                )
            except StoreError as error:
                self.page.tell(reader().why(error))
                return
            left = list(self._left)
            self._show()
            self._left = left
            self._catch_up()

        self._window.tasks.run(review_of, done, lambda error: self._failed(error, work))

    def _failed(self, error: Exception, work: Work) -> None:
        """A play that cannot be reviewed is left out; a cancelled one leaves the rest out too."""
        if (
            self._is_open()
            and self.page.waiting.end(work)
            and not isinstance(error, CancelledError)
        ):
            self._catch_up()

    def _is_open(self) -> bool:
        return self._window.asides.shows(self.page)

    # --- export --------------------------------------------------------------------------

    def _export(self, what: str) -> None:
        store = self._window.store
        if store is None:
            return
        translate = QCoreApplication.translate
        title, kinds = (
            translate("Progressing", "Save as CSV"),
            translate("Progressing", "CSV (*.csv)"),
        )
        path = ask(self.page, title, f"norestore-{what}.csv", kinds)
        if path is None:
            return
        try:
            data = (
                plays_csv(progress.reviews(store))
                if what == "plays"
                else decisions_csv(progress.decisions(store))
            )
            path.write_bytes(data)
        except (OSError, StoreError) as error:
            self._window.show_problem(
                translate("Progressing", "This was not saved"), reader().why(error)
            )
            return
        self.page.tell(translate("Progressing", "Saved: {file}").replace("{file}", str(path)))
