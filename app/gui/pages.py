"""The pages of the window, each made when first needed and wired to what the window can do."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.gui.screens.title import TitleScreen

if TYPE_CHECKING:
    # Only later pages need these: they are imported when first shown, so that the title
    # paints sooner.
    from app.gui.main_window import MainWindow
    from app.gui.screens.briefing import BriefingScreen
    from app.gui.screens.claim import ClaimScreen
    from app.gui.screens.play import PlayScreen
    from app.gui.screens.review import ReviewScreen
    from app.gui.widgets.overlay import Overlay

_NAMES = ("title", "briefing", "play", "claim", "review")


class Pages(QStackedWidget):
    """One page at a time; they only say what the player wants."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self.setObjectName("pages")

    def made(self) -> dict[str, QWidget]:
        """The pages that there are already, by name."""
        return {name: self.__dict__[name] for name in _NAMES if name in self.__dict__}

    def forget(self) -> dict[str, QWidget]:
        """Let every page be made anew when next needed; the old ones, still shown."""
        old = self.made()
        for name in old:
            del self.__dict__[name]
        return old

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
        page.problem_opened.connect(window.explain_case)
        page.settings_wanted.connect(window.open_settings)
        page.about_wanted.connect(window.open_about)
        page.quit_wanted.connect(window.close)
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
        page.chosen.connect(window.desk.choose)
        page.undo_wanted.connect(window.desk.undo)
        page.menu_wanted.connect(window.open_menu)
        page.help_wanted.connect(window.open_help)
        page.claim_wanted.connect(window.open_claim)
        Hints(page, window.desk, window.tasks, lambda: window.settings.hints)
        self.addWidget(page)
        return page

    @cached_property
    def claim(self) -> ClaimScreen:
        """The page of the claim and who pays it."""
        from app.gui.screens.claim import ClaimScreen

        page = ClaimScreen()
        page.back_requested.connect(self._window.open_play)
        page.review_requested.connect(self._window.open_review)
        self.addWidget(page)
        return page

    @cached_property
    def review(self) -> ReviewScreen:
        """The page of the review."""
        from app.gui.screens.review import ReviewScreen

        page, window = ReviewScreen(), self._window
        page.back_requested.connect(window.open_claim)
        page.title_requested.connect(window.open_title)
        page.play_again_requested.connect(window.play_again)
        page.play_on_requested.connect(window.play_on)
        self.addWidget(page)
        return page
