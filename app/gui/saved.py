"""The page of saved plays at work: reads them beside the window, and does what is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from app.gui.language import current, reader
from app.gui.naming import name_sheet
from app.gui.plays import scenario_finder
from app.gui.screens.saves import SavesScreen
from app.gui.sheets import menu_sheet, problem_sheet
from app.gui.widgets.text import Button
from app.play.languages import catalog
from app.play.playthrough import Playthrough
from app.play.shelf import SavedPlay, saved_plays
from app.store import shelf
from app.store.database import StoreError

if TYPE_CHECKING:
    from app.gui.main_window import MainWindow


class Saved:
    """Serves one ``page`` while it is open."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._thrown: Path | None = None
        self.page = SavesScreen()
        self.page.opened.connect(self._open)
        self.page.put_back_wanted.connect(self._put_back)
        self._read()

    def _read(self) -> None:
        window = self._window
        try:
            names = shelf.names(window.store) if window.store is not None else {}
        except StoreError as error:
            names = {}
            self._tell_problem(error)
        finder, language = scenario_finder(window.entries or ()), current()
        window.tasks.run(
            lambda: saved_plays(names, finder, partial(catalog, language)),
            self._show,
            self._tell_problem,
        )

    def _show(self, plays: tuple[SavedPlay, ...]) -> None:
        if not self._window.asides.shows(self.page):
            return
        if self._thrown is None:
            self.page.tell("")
        self.page.show_plays(plays)

    def _tell_problem(self, error: Exception) -> None:
        title = QCoreApplication.translate("Saved", "The saves could not be read")
        self._window.show_problem(title, reader().why(error))

    # --- one play ------------------------------------------------------------------------

    def _open(self, play: SavedPlay) -> None:
        """What can be done with a play."""
        if self._window.sheet() is not None:
            return
        translate = QCoreApplication.translate
        title = play.name or play.case or play.path.name
        ended = play.view is not None and play.view.is_ending
        entries = []
        if play.view is not None:
            words = (
                translate("Saved", "Look at the end") if ended else translate("Saved", "Play on")
            )
            entries.append(self._entry(words, "forward", lambda: self._go_on(play)))
            rename = translate("Saved", "Rename")
            entries.append(self._entry(rename, "pencil", lambda: self._ask_name(play)))
        else:
            why = translate("Saved", "Why it cannot be opened")
            entries.append(self._entry(why, "warning", lambda: self._explain(play)))
        if play.view is not None and not play.exam:
            copy = translate("Saved", "Make a copy")
            entries.append(self._entry(copy, "book", lambda: self._ask_copy(play)))
        away = translate("Saved", "Throw away (it can be put back)")
        entries.append(self._entry(away, "trash", lambda: self._throw_away(play)))
        menu_sheet(self._window.pages, title, tuple(entries))

    def _entry(self, text: str, icon: str, action: Callable[[], None]) -> Button:
        entry = Button(text, "entry", icon)
        # The menu must be gone before anything else shows.
        entry.clicked.connect(lambda: QTimer.singleShot(0, action))
        return entry

    def _go_on(self, play: SavedPlay) -> None:
        self._window.close_aside()
        self._window.continue_play(play.path)

    def _explain(self, play: SavedPlay) -> None:
        title = QCoreApplication.translate("Saved", "This play cannot be opened")
        problem_sheet(self._window.pages, title, play.problem)

    def _ask_name(self, play: SavedPlay) -> None:
        translate = QCoreApplication.translate
        name_sheet(
            self._window.pages,
            translate("Saved", "Rename"),
            translate("Saved", "Without a name, the play goes by its case."),
            play.name,
            lambda name: self._try(lambda: self._rename(play.path, name)),
        )

    def _rename(self, path: Path, name: str) -> None:
        if self._window.store is not None:
            shelf.rename(self._window.store, path.name, name)

    def _ask_copy(self, play: SavedPlay) -> None:
        copy = QCoreApplication.translate("Saved", "{name}, copy")
        name = copy.replace("{name}", play.name or play.case)
        ask_for_copy(self._window, play.path, name, self._read)

    def _throw_away(self, play: SavedPlay) -> None:
        def move() -> None:
            self._thrown = shelf.throw_away(play.path)
            open_play = self._window.desk.play
            if open_play is not None and open_play.journal_path == play.path:
                self._window.desk.play = None
            told = QCoreApplication.translate("Saved", "“{name}” lies in the trash.")
            name = play.name or play.case or play.path.name
            self.page.tell(told.replace("{name}", name), can_put_back=True)

        self._try(move)

    def _put_back(self) -> None:
        def move() -> None:
            if self._thrown is not None:
                shelf.put_back(self._thrown)
                self._thrown = None

        self._try(move)

    def _try(self, do: Callable[[], None]) -> None:
        try:
            do()
        except (OSError, StoreError) as error:
            title = QCoreApplication.translate("Saved", "That could not be done")
            self._window.show_problem(title, reader().why(error))
        self._read()


def ask_for_copy(
    window: MainWindow, path: Path, name: str, done: Callable[[], None] = lambda: None
) -> None:
    """Ask for a name, and save a copy of a play under it."""
    translate = QCoreApplication.translate

    def copy(wanted: str) -> None:
        try:
            if window.store is not None:
                shelf.duplicate(window.store, path, wanted)
        except (OSError, StoreError) as error:
            window.show_problem(translate("Saved", "That could not be done"), reader().why(error))
        done()

    told = translate("Saved", "The copy stays as it is now, whatever comes; the play goes on.")
    name_sheet(window.pages, translate("Saved", "Save a copy"), told, name, copy)


def copy_of(window: MainWindow, play: Playthrough) -> None:
    """Save a copy of the play at hand, where it stands."""
    if play.journal_path is not None and not play.exam:
        scene = play.view().title
        ask_for_copy(
            window, play.journal_path, f"{play.catalog.text(play.scenario.title)}: {scene}"
        )
