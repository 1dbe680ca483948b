"""The pages of the window, each made when first needed and wired to what the window can do."""

from __future__ import annotations

from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.gui.language import reader
from app.gui.screens.title import TitleScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    # Only later pages need these: they are imported when first shown, so that the title
    # paints sooner.
    from app.engine.review import Review
    from app.gui.author_tools import AuthorTools
    from app.gui.main_window import MainWindow
    from app.gui.screens.briefing import BriefingScreen
    from app.gui.screens.claim import ClaimScreen
    from app.gui.screens.map import MapScreen
    from app.gui.screens.play import PlayScreen
    from app.gui.screens.review import ReviewScreen
    from app.gui.settings import Settings
    from app.gui.widgets.overlay import Overlay
    from app.gui.workshop.hosting import Hosting
    from app.gui.workshop.joining import Joining
    from app.play.playthrough import Playthrough
    from app.reports.reminders import Recall

_READING = 700
"""Milliseconds after which a player still reads the ending, and nothing moves any more."""
_NAMES = ("title", "briefing", "play", "claim", "review", "map")


class Pages(QStackedWidget):
    """One page at a time; they only say what the player wants."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self.setObjectName("pages")
        window.may_close = self.may_close
        self._map_from: QWidget | None = None

    def made(self) -> dict[str, QWidget]:
        """The pages that there are already, by name."""
        return {name: self.__dict__[name] for name in _NAMES if name in self.__dict__}

    def follow(self, settings: Settings) -> None:
        """Show and hide what the settings switch."""
        self.title.author_button.setVisible(settings.author_tools)
        if "play" in self.__dict__:
            self.play.choices.sure.set_wanted(settings.confidence)

    def show_log(self) -> None:
        """Show what was just written into the log book."""
        play = self._window.desk.play
        if play is not None:
            self.play.show_log_lines(play.view())

    def get_ready(self) -> None:
        """Load what claim and review calculate with while the player reads how it ended."""
        # Later, for imports on another thread hold this one up while the ending is painted.
        QTimer.singleShot(_READING, self, self._load_reviewer)

    def _load_reviewer(self) -> None:
        # What goes wrong here goes wrong again where it is used, and is told there.
        self._window.tasks.run(
            partial(import_module, "app.gui.reviewer"), lambda _: None, lambda _: None
        )

    def forget(self) -> dict[str, QWidget]:
        """Let every page be made anew when next needed; the old ones, still shown."""
        old = self.made()
        for name in old:
            del self.__dict__[name]
        if "author" in self.__dict__:
            self.author.forget_page()
        return old

    @cached_property
    def author(self) -> AuthorTools:
        """The author view and its test plays."""
        from app.gui.author_tools import AuthorTools

        return AuthorTools(self, self._window)

    @cached_property
    def hosting(self) -> Hosting:
        """Workshops: hosted here."""
        from app.gui.workshop.hosting import Hosting

        return Hosting(self, self._window)

    @cached_property
    def joining(self) -> Joining:
        """Workshops: those of somebody else."""
        from app.gui.workshop.joining import Joining

        return Joining(self, self._window)

    def may_close(self) -> bool:
        """Whether the window may close; a workshop hosted here asks first."""
        if "joining" in self.__dict__:
            self.joining.leave()
        return "hosting" not in self.__dict__ or self.hosting.may_close()

    def _join(self) -> None:
        self.joining.open()

    def _host(self) -> None:
        self.hosting.open()

    def _open_author(self) -> None:
        self.author.open()

    def _usual_or_test(
        self, usual: Callable[..., None], test: Callable[[AuthorTools], Callable[..., None]]
    ) -> Callable[..., None]:
        """What a page's wish does: something else during an author's test play."""

        def do(*wish: object) -> None:
            testing = "author" in self.__dict__ and self.author.is_testing()
            (test(self.author) if testing else usual)(*wish)

        return do

    def discard(self, page: QWidget) -> None:
        """Remove a page for good."""
        self.removeWidget(page)
        page.deleteLater()

    def sheet(self) -> Overlay | None:
        """The sheet that lies on top of the page now, if any."""
        from app.gui.widgets.overlay import Overlay

        open_sheets = [sheet for sheet in self.findChildren(Overlay) if not sheet.isHidden()]
        return open_sheets[-1] if open_sheets else None

    @cached_property
    def title(self) -> TitleScreen:
        """The title page."""
        page, window = TitleScreen(), self._window
        page.continue_wanted.connect(window.continue_play)
        page.case_chosen.connect(window.open_case)
        page.problem_opened.connect(self._explain_case)
        page.saves_wanted.connect(window.asides.saves)
        page.progress_wanted.connect(window.asides.progress)
        page.reminder_ended.connect(self._end_reminder)
        page.settings_wanted.connect(window.open_settings)
        page.about_wanted.connect(window.open_about)
        page.quit_wanted.connect(window.close)
        page.author_wanted.connect(self._open_author)
        page.host_wanted.connect(self._host)
        page.join_wanted.connect(self._join)
        page.author_button.setVisible(window.settings.author_tools)
        self.addWidget(page)
        return page

    @cached_property
    def briefing(self) -> BriefingScreen:
        """The briefing page."""
        from app.gui.screens.briefing import BriefingScreen

        page = BriefingScreen()
        page.back_wanted.connect(self._window.open_title)
        page.start_wanted.connect(self._window.start_play)
        self.addWidget(page)
        return page

    @cached_property
    def play(self) -> PlayScreen:
        """The play page."""
        from app.gui.hints import Hints
        from app.gui.screens.play import PlayScreen

        page, window = PlayScreen(), self._window
        page.chosen.connect(lambda choice: window.desk.choose(choice, page.choices.sure.value))
        page.choices.sure.set_wanted(window.settings.confidence)
        page.noted.connect(window.desk.note)
        page.history_wanted.connect(window.asides.history)
        page.undo_wanted.connect(window.desk.undo)
        either = self._usual_or_test
        page.menu_wanted.connect(either(window.open_menu, lambda author: author.open_menu))
        page.help_wanted.connect(window.open_help)
        page.claim_wanted.connect(window.open_claim)
        page.map_wanted.connect(self.open_map)
        Hints(page, window.desk, window.tasks, lambda: window.settings.hints)
        self.addWidget(page)
        return page

    @cached_property
    def claim(self) -> ClaimScreen:
        """The page of the claim and who pays it."""
        from app.gui.screens.claim import ClaimScreen

        page = ClaimScreen()
        page.back_wanted.connect(self._window.open_play)
        page.map_wanted.connect(self.open_map)
        window = self._window
        page.review_wanted.connect(
            self._usual_or_test(window.open_review, lambda author: author.review)
        )
        self.addWidget(page)
        return page

    @cached_property
    def review(self) -> ReviewScreen:
        """The page of the review."""
        from app.gui.screens.review import ReviewScreen

        page, window = ReviewScreen(), self._window
        page.back_wanted.connect(window.open_claim)
        page.map_wanted.connect(self.open_map)
        either = self._usual_or_test
        page.title_wanted.connect(either(window.open_title, lambda author: author.leave))
        page.play_again_wanted.connect(either(window.play_again, lambda author: author.again))
        page.play_on_wanted.connect(either(window.play_on, lambda author: author.play_on))
        page.reviewed.connect(self._keep_review)
        self.addWidget(page)
        return page

    def _keep_review(self, play: Playthrough, review: Review) -> None:
        from app.gui.progressing import keep_review

        self._try_to_keep(lambda: keep_review(self._window.store, play, review))

    def _explain_case(self, why: str) -> None:
        self._window.show_problem(self.tr("This case cannot be opened"), why)

    def _end_reminder(self, recalled: Recall) -> None:
        from app.gui.reminding import end_recall

        self._try_to_keep(lambda: end_recall(self._window.store, recalled))

    def _try_to_keep(self, do: Callable[[], None]) -> None:
        from app.store.database import StoreError

        try:
            do()
        except StoreError as error:
            self._window.show_problem(self.tr("This was not saved"), reader().why(error))

    # --- the map, from and back to the page it was asked for on ---------------------------

    @cached_property
    def map(self) -> MapScreen:
        """The page of the map."""
        from app.gui.screens.map import MapScreen

        page = MapScreen()
        page.back_wanted.connect(self._close_map)
        self.addWidget(page)
        return page

    def open_map(self) -> None:
        """The map of the play at hand; from the review on, its fog may be lifted."""
        here, made, play = self.currentWidget(), self.made(), self._window.desk.play
        if play is None or here not in [made.get(name) for name in ("play", "claim", "review")]:
            return
        self._map_from = here
        self.map.show_play(play, self._window.tasks, may_lift=here is made.get("review"))
        self.setCurrentWidget(self.map)
        self.map.focus_first()

    def _close_map(self) -> None:
        page = self._map_from
        self.setCurrentWidget(page if page is not None else self.title)
        if page is self.made().get("play"):
            self.play.choices.focus_first()
