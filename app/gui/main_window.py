"""The window: one page at a time, and the way between pages."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer

from app.gui.front import Front
from app.gui.language import reader

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QApplication

    # All these, and Qt's namespace of that name, are imported after the first paint or when
    # first needed, so that the title paints sooner.
    from app.engine.scenario import Scenario
    from app.gui.asides import Asides
    from app.gui.bridge import Desk
    from app.gui.library import Entry
    from app.gui.pages import Pages
    from app.gui.screens.briefing import BriefingScreen
    from app.gui.screens.claim import ClaimScreen
    from app.gui.screens.play import PlayScreen
    from app.gui.screens.review import ReviewScreen
    from app.gui.screens.title import TitleScreen
    from app.gui.settings import Settings
    from app.gui.widgets.overlay import Overlay
    from app.play.playthrough import Playthrough
    from app.store.database import Store


class MainWindow(Front):
    """Owns the pages; they only say what the player wants."""

    def __init__(
        self,
        app: QApplication,
        store: Store | None = None,
        settings: Settings | None = None,
        *,
        load: Callable[[], tuple[Entry, ...]] | None = None,
        prepare: Callable[[], str] | None = None,
    ) -> None:
        super().__init__(app, store, settings, load=load, prepare=prepare)
        self._pages: Pages | None = None
        self._briefed: Scenario | None = None
        if settings is not None:
            self.complete()

    def make_pages(self) -> None:
        """Put the pages where the hero was."""
        from app.gui.accessible import tell_roles
        from app.gui.pages import Pages

        tell_roles()
        self._pages = Pages(self)
        self._pages.setCurrentWidget(self._pages.title)
        self.setCentralWidget(self._pages)
        self._app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def pages(self) -> Pages:
        """All pages; asking for them completes the window."""
        self.complete()
        assert self._pages is not None
        return self._pages

    @cached_property
    def asides(self) -> Asides:
        """The pages aside from the game."""
        from app.gui.asides import Asides

        return Asides(self)

    @property
    def store(self) -> Store | None:
        """Where settings and results are kept; None when it could not be opened."""
        return self._store

    # --- parts made when first needed ----------------------------------------------------

    @cached_property
    def desk(self) -> Desk:
        """The play in progress."""
        from app.gui.bridge import Desk

        desk = Desk(self._store)
        desk.scene_changed.connect(self._show_scene)
        desk.log_changed.connect(self.pages.show_log)
        desk.problem.connect(lambda why: self.show_problem(self.tr("This was not saved"), why))
        return desk

    @property
    def title(self) -> TitleScreen:
        """The title page."""
        return self.pages.title

    @property
    def briefing(self) -> BriefingScreen:
        """The briefing page."""
        return self.pages.briefing

    @property
    def play(self) -> PlayScreen:
        """The play page."""
        return self.pages.play

    @property
    def claim(self) -> ClaimScreen:
        """The page of the claim and who pays it."""
        return self.pages.claim

    @property
    def review(self) -> ReviewScreen:
        """The page of the review."""
        return self.pages.review

    # --- start and end -------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Text grows with a large window. Later: pages must not change while they are laid out."""
        super().resizeEvent(event)
        if not self.is_complete:
            return
        from app.gui.settings import text_percent

        sizes = event.oldSize(), event.size()
        before, now = (text_percent(self.settings, size) for size in sizes)
        if before != now:
            QTimer.singleShot(0, self._dress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F11: full screen; Esc: back; M: map; ? and F1: help, where a page has no use for them.

        Ctrl with plus, minus, and 0: the size of the text.
        """
        from PySide6.QtCore import Qt

        keys = Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0
        steps = dict(zip(map(int, keys), (1, 1, -1, 0), strict=True))
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and (step := steps.get(event.key())) is not None:
            self._zoom(step)
        elif event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif event.key() == Qt.Key.Key_Escape:
            self._go_back()
        elif event.key() == Qt.Key.Key_F1 or event.text() == "?":
            self.open_help()
        elif event.key() == Qt.Key.Key_M:
            self.pages.open_map()
        else:
            super().keyPressEvent(event)

    def _zoom(self, step: int) -> None:
        from app.gui.settings import zoomed

        self.change_settings(zoomed(self.settings, step))
        self.asides.follow(self.settings)

    def _go_back(self) -> None:
        """Esc on a page that has no use for it."""
        here = self.pages.currentWidget()
        made = self.pages.made()
        if here is made.get("claim"):
            self.open_play()
        elif here is made.get("review"):
            self.open_claim()

    def release(self) -> None:
        """Let go of the database, once it knows of the last play."""
        if "desk" in self.__dict__:
            self.desk.catch_up()
        super().release()

    def refresh_title(self) -> None:
        """Show the cases and what can be gone on with."""
        from app.gui.plays import CannotPlayError, shelf
        from app.gui.reminding import due_recall

        if self.entries is None:
            return
        self.desk.catch_up()
        try:
            best, left = shelf(self._store)
        except CannotPlayError as error:
            best, left = {}, None
            self.show_problem(self.tr("The saves could not be read"), reader().why(error))
        self.title.show_library(self.entries, best, left, due_recall(self._store, self.entries))

    # --- pages ---------------------------------------------------------------------------

    def open_title(self) -> None:
        """Back to the start; what was played is saved."""
        self.pages.setCurrentWidget(self.title)
        self.refresh_title()

    def open_case(self, scenario_id: str) -> None:
        """Brief the player on a case of the library."""
        entry = next((entry for entry in self.entries or () if entry.id == scenario_id), None)
        if entry is None or entry.scenario is None:
            none = self.tr("There is no case called “{name}”.").replace("{name}", scenario_id)
            self.show_problem(
                self.tr("This case cannot be opened"),
                reader().told(entry.problem) if entry else none,
            )
            return
        self._briefed = entry.scenario
        self.pages.setCurrentWidget(self.briefing)
        self.briefing.show_scenario(entry.scenario)

    def open_play(self) -> None:
        """Back to the play as it stands."""
        self.pages.setCurrentWidget(self.play)
        self.play.choices.focus_first()

    def open_claim(self) -> None:
        """The client's claim and who pays it, once the story has ended."""
        from PySide6.QtCore import Qt

        if self.desk.play is not None and self.desk.play.state.is_terminal():
            self.claim.show_play(self.desk.play)
            self.pages.setCurrentWidget(self.claim)
            self.claim.review.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_review(self) -> None:
        """What the decisions were worth."""
        if self.desk.play is not None:
            self.review.show_play(self.desk.play, self.tasks)
            self.pages.setCurrentWidget(self.review)
            self.review.decisions.setFocus()

    def open_settings(self) -> None:
        """Show the settings; back leads to where the player was."""
        self.asides.settings()

    def open_about(self) -> None:
        """Show what the game is made of; back leads to where the player was."""
        self.asides.about()

    def close_aside(self) -> None:
        """Leave the page aside."""
        self.asides.close()

    def change_settings(self, settings: Settings) -> None:
        """Take up new settings at once, and keep them."""
        from app.gui.language import speak
        from app.gui.settings import save_settings
        from app.store.database import StoreError

        before, self.settings = self.settings.language, settings
        self.pages.follow(settings)
        self._dress()
        if settings.language != before and speak(self._app, settings.language):
            self._make_anew()
        try:
            save_settings(self._store, settings)
        except StoreError as error:
            self.show_problem(self.tr("The settings were not saved"), reader().why(error))

    def _make_anew(self) -> None:
        """Make all pages again, in the language of now, and go on where the player was."""
        from app.gui.language import reader

        aside, beside = self.asides.take()
        here = self.pages.currentWidget() if aside is None else beside
        # Work for an old page must find it alive.
        self.tasks.wait()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
        old = self.pages.forget()
        name = next((name for name, page in old.items() if page is here), "title")
        if self._briefed is not None and "briefing" in old:
            self.briefing.show_scenario(self._briefed)
        if self.desk.play is not None and "play" in old:
            self.desk.play.catalog = reader(self.desk.play.scenario)
            self._show_scene(False)
        self.refresh_title()
        self.pages.setCurrentWidget(getattr(self, name))
        if name in ("claim", "review"):
            self.open_claim()
        if name == "review":
            self.open_review()
        for page in (*old.values(), *([] if aside is None else [aside])):
            self.pages.discard(page)
        if aside is not None:
            self.open_settings()

    def _follow_system(self) -> None:
        """The desktop went dark or light."""
        from app.gui.theme import Mode

        if self.settings.mode is Mode.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        from app.gui.settings import dress

        dress(self._app, self.settings, self.size())

    # --- play ----------------------------------------------------------------------------

    def continue_play(self, journal: Path | None = None) -> None:
        """Take up the play of a journal, or the one that was left last."""
        from app.gui.language import reader
        from app.gui.plays import resume, scenario_finder

        finder = scenario_finder(self.entries or ())
        self._try(lambda: resume(self._store, finder, reader(), journal))

    def start_play(self, terms_id: str, seed: int, exam: bool = False) -> None:
        """Begin a play of the case that was briefed; ``ANY_SERVER`` leaves the server to chance."""
        from app.engine.coverage import insurance_terms
        from app.gui.plays import begin, new_seed

        scenario = self._briefed
        if scenario is not None:
            number = seed if seed >= 0 else new_seed()
            terms = insurance_terms(scenario)[terms_id]
            self._try(lambda: begin(scenario, terms, number, exam=exam))

    def play_again(self, same_server: bool) -> None:
        """Begin the case of the play at hand once more."""
        from app.gui.plays import again

        old = self.desk.play
        if old is not None:
            self._try(lambda: again(old, same_server))

    def play_on(self, step: int, choice_id: str) -> None:
        """Begin a play that takes another choice at a step of the one at hand."""
        from app.gui.plays import play_on

        old = self.desk.play
        if old is not None:
            self._try(lambda: play_on(old, step, choice_id))

    def _try(self, start: Callable[[], Playthrough | None]) -> None:
        from app.gui.plays import CannotPlayError

        try:
            play = start()
        except CannotPlayError as error:
            self.show_problem(self.tr("This play cannot be played"), reader().why(error))
            self.refresh_title()
            return
        if play is not None:
            self.open_desk(play)

    def open_desk(self, play: Playthrough) -> None:
        """Play on with a new or resumed play."""
        from app.gui.language import reader

        self.play.forget()
        play.catalog = reader(play.scenario)
        self.pages.setCurrentWidget(self.play)
        self.desk.begin(play)
        if play.message:
            self.show_problem(self.tr("Something has changed"), play.message)

    def _show_scene(self, advanced: bool) -> None:
        play = self.desk.play
        if play is not None:
            title = play.catalog.text(play.scenario.title)
            self.play.show_view(
                play.view(), title, can_undo=play.can_undo, animate=advanced, exam=play.exam
            )
            if play.state.is_terminal():
                self.pages.get_ready()

    # --- sheets --------------------------------------------------------------------------

    def open_menu(self) -> None:
        """The menu of the play page."""
        from app.gui.sheets import play_menu

        if self.sheet() is None and self.desk.play is not None:
            play_menu(self, self.desk.play)

    def open_help(self) -> None:
        """The keys."""
        from app.gui.sheets import help_sheet

        if self.sheet() is None:
            help_sheet(self.pages)

    def show_problem(self, title: str, text: str) -> None:
        """Say what went wrong, in sentences."""
        from app.gui.sheets import problem_sheet

        problem_sheet(self.pages, title, text)

    def sheet(self) -> Overlay | None:
        """The sheet that lies on top now, if any."""
        return self.pages.sheet()
