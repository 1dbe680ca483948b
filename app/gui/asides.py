"""Pages aside from the game, such as the settings. The way back leads to where the player was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.store import folders

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.gui.main_window import MainWindow
    from app.gui.progressing import Progressing
    from app.gui.saved import Saved
    from app.gui.settings import Settings
    from app.gui.widgets.framed import FramedPage


class Asides:
    """Shows one such page at a time, made when it is wanted and gone when it is left."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._page: FramedPage | None = None
        self._beside: QWidget | None = None
        self._way: QWidget | None = None
        # They serve their pages, and must live as long.
        self._saved: Saved | None = None
        self._progressing: Progressing | None = None

    def settings(self) -> None:
        """The settings."""
        from app.gui.screens.settings import SettingsScreen

        page = SettingsScreen(self._window.settings, folders.user_folder())
        page.changed.connect(self._window.change_settings)
        page.forget_wanted.connect(self.ask_what_to_forget)
        self.open(page)

    def about(self) -> None:
        """What the game is made of."""
        from app.gui.screens.about import AboutScreen

        self.open(AboutScreen())

    def saves(self) -> None:
        """All saved plays."""
        from app.gui.saved import Saved

        self._saved = Saved(self._window)
        self.open(self._saved.page)

    def progress(self) -> None:
        """What past plays were worth."""
        from app.gui.progressing import Progressing

        self._progressing = Progressing(self._window)
        self.open(self._progressing.page)

    def history(self) -> None:
        """The story so far of the play at hand, to read back in."""
        play = self._window.desk.play
        if play is None or not play.decisions or self._window.sheet() is not None:
            return
        from app.gui.screens.history import HistoryScreen

        self.open(HistoryScreen(play.earlier()))

    def open(self, page: FramedPage) -> None:
        """Show a page until its way back is taken."""
        pages = self._window.pages
        if self._page is None:
            self._beside = pages.currentWidget()
            self._way = self._window.focusWidget()
        else:
            pages.discard(self._page)
        self._page = page
        page.back_wanted.connect(self.close)
        page.cases_wanted.connect(self._to_cases)
        pages.addWidget(page)
        pages.setCurrentWidget(page)
        page.focus_first()

    def close(self) -> None:
        """Back to where the player was."""
        from PySide6.QtCore import Qt

        from app.gui.widgets.text import Button

        window, (page, beside) = self._window, self.take()
        here = beside or window.title
        window.pages.setCurrentWidget(here)
        if page is not None:
            window.pages.discard(page)
        if here is window.title:
            window.open_title()
            # The keyboard goes on at the button it left by, which a new title page has no more.
            for button in here.findChildren(Button):
                if button is self._way:
                    button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif here is window.pages.made().get("play"):
            window.play.choices.focus_first()

    def _to_cases(self) -> None:
        self._way = None
        self.close()

    def ask_what_to_forget(self) -> None:
        """The question before one's own data are deleted."""
        from app.gui.forgetting import forget_sheet

        if self._window.sheet() is None:
            forget_sheet(self._window)

    def follow(self, settings: Settings) -> None:
        """Let the settings page show settings that were changed elsewhere."""
        show = getattr(self._page, "show_settings", None)
        if show is not None:
            show(settings)

    def shows(self, page: QWidget) -> bool:
        """Whether this page is still there."""
        return self._page is page

    def take(self) -> tuple[FramedPage | None, QWidget | None]:
        """Forget the page that is shown; it, and the one beside which it was opened."""
        page, self._page = self._page, None
        return page, self._beside
