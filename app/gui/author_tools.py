"""The author view in the window, and test plays: ordinary plays that nothing saves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from app.engine.errors import EngineError
from app.engine.state import State
from app.gui.language import reader
from app.gui.screens.author import AuthorScreen
from app.gui.sheets import menu_sheet
from app.gui.widgets.text import Button
from app.play.journal import Header, now
from app.play.playthrough import Playthrough
from app.resources import scenario_folders

if TYPE_CHECKING:
    from app.gui.main_window import MainWindow
    from app.gui.pages import Pages


class AuthorTools:
    """Opens the author view and plays from its nodes."""

    def __init__(self, pages: Pages, window: MainWindow) -> None:
        self._pages = pages
        self._window = window
        self._page: AuthorScreen | None = None
        self._path: Path | None = None
        self._start: State | None = None
        self._play: Playthrough | None = None

    @property
    def page(self) -> AuthorScreen:
        """The view, made when first needed."""
        if self._page is None:
            page = AuthorScreen(self._window.tasks, scenario_folders())
            page.back_wanted.connect(self._window.open_title)
            page.play_wanted.connect(self.play)
            self._pages.addWidget(page)
            self._page = page
        return self._page

    def open(self, path: Path | None = None) -> None:
        """Show the view: of a scenario, else of the one shown last, else of the first."""
        folders = scenario_folders()
        wanted = path or self._path or (folders[0] if folders else None)
        fresh = self._page is None
        page = self.page
        if wanted is not None and (fresh or wanted != page.study.path):
            page.open(wanted)
        self._pages.setCurrentWidget(page)
        page.focus_first()

    def forget_page(self) -> None:
        """Make the view anew when it is next needed, as in another language."""
        page, self._page = self._page, None
        if page is not None:
            self._path = page.study.path
            self._pages.discard(page)

    # --- test plays ----------------------------------------------------------------------

    def is_testing(self) -> bool:
        """Whether the play at hand is a test play."""
        return self._play is not None and self._window.desk.play is self._play

    def play(self, state: State) -> None:
        """Begin a test play; it has no journal, so nothing of it is kept."""
        scenario = state.scenario
        header = Header(
            scenario=scenario.id,
            content_hash=scenario.content_hash,
            terms=state.terms.id,
            seed=state.deal.seed,
            started=now(),
        )
        try:
            play = Playthrough(state, header)
        except EngineError as error:
            title = QCoreApplication.translate("AuthorTools", "Nothing can happen there")
            self._window.show_problem(title, reader().why(error))
            return
        self._start, self._play = state, play
        self._window.open_desk(play)

    def again(self, _same_server: bool = True) -> None:
        """The test play from its start."""
        if self._start is not None:
            self.play(self._start)

    def play_on(self, step: int, choice_id: str) -> None:
        """A test play that takes another choice at a step of this one."""
        if self._play is not None:
            self.play(self._play.state.history()[step].choose(choice_id))

    def review(self) -> None:
        """The review of a test play that began where the story does."""
        if self._play is None:
            return
        first = self._play.state.history()[0]
        scenario = first.scenario
        begun = scenario.initial_values(first.terms.in_force)
        if (first.node_id, first.values) == (scenario.start, begun):
            self._window.open_review()
            return
        translate = QCoreApplication.translate
        why = translate(
            "AuthorTools",
            "This test play began with values of your own. A review needs the way from the "
            "first scene on: choose a way in the author view and leave its values as they are.",
        )
        self._window.show_problem(translate("AuthorTools", "There is no review"), why)

    def open_menu(self) -> None:
        """The menu of a test play."""
        if self._window.sheet() is not None:
            return
        translate = QCoreApplication.translate
        on = Button(translate("AuthorTools", "Play on"), "entry", "forward")
        anew = Button(translate("AuthorTools", "From the start of the test"), "entry", "undo")
        anew.clicked.connect(lambda: QTimer.singleShot(0, self.again))
        away = Button(translate("AuthorTools", "Back to the author view"), "entry", "map")
        away.clicked.connect(self.leave)
        title = translate("AuthorTools", "Test play (nothing of it is saved)")
        menu_sheet(self._pages, title, (on, anew, away))

    def leave(self) -> None:
        """From a test play back to the view."""
        self.open()
