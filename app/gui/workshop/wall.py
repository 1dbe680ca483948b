"""The wall: a head, one page, and a foot with the address; only what everybody may see."""

from __future__ import annotations

import time

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.gui.theme import theme_of
from app.gui.widgets.text import label, set_tone
from app.gui.workshop.slide_page import SlidePage
from app.gui.workshop.wall_pages import (
    BoardsPage,
    ConsequencePage,
    LobbyPage,
    NoticePage,
    ScenePage,
    VotesPage,
    WallPage,
)
from app.play.catalog import Catalog
from app.play.wording import clock
from app.workshop.events import Mode
from app.workshop.host import Address
from app.workshop.room import Phase
from app.workshop.views import ProjectorView

_TICK_MS = 250


class Wall(QWidget):
    """Shows ``ProjectorView``s in the room's language."""

    def __init__(self, words: Catalog, address: Address | None = None) -> None:
        super().__init__()
        self.words = words
        self._view: ProjectorView | None = None
        self._address = address
        self.lobby = LobbyPage(words, address)
        self.scene = ScenePage(words)
        self.votes = VotesPage(words)
        self.consequence = ConsequencePage(words)
        self.boards = BoardsPage(words)
        self.notice = NoticePage(words)
        self.slides = SlidePage(words)
        self.pages = _Pages()
        for page in (
            self.lobby, self.scene, self.votes, self.consequence, self.boards, self.notice,
            self.slides,
        ):  # fmt: skip
            self.pages.addWidget(page)
        self.case = label("", "body", "muted")
        self.moment = label("", "strong")
        self.timer = label("", "number")
        self.join = label("", "body", "muted")
        self.count = label("", "heading")
        self._ticking = QTimer(self)
        self._ticking.setInterval(_TICK_MS)
        self._ticking.timeout.connect(self._show_timer)
        self._arrange()

    @property
    def page(self) -> WallPage:
        """What is shown between head and foot."""
        shown = self.pages.currentWidget()
        assert isinstance(shown, WallPage)
        return shown

    def needed(self, width: int) -> int:
        """Pixels of height at a width, with the page shown now."""
        column = self.layout()
        assert column is not None
        margins = column.contentsMargins()
        rows = (self._head, self._foot)
        around = sum(row.sizeHint().height() for row in rows) + 3 * column.spacing() + 1
        inner = width - margins.left() - margins.right()
        return around + margins.top() + margins.bottom() + self.page.needed(inner)

    def set_address(self, address: Address | None) -> None:
        """Where phones go; None while nothing listens."""
        self._address = address
        self.lobby.set_address(address)
        self._show_foot()

    def show_view(self, view: ProjectorView) -> None:
        """Show the room as it is now."""
        self._view = view
        page = self._page_for(view)
        page.show_view(view)
        self.pages.setCurrentWidget(page)
        self._show_head(view)
        self._show_foot()
        self._show_timer()

    def spoken(self) -> str:
        """What the wall says, for those who do not see it."""
        parts = (self.case.text(), self.page.title.text(), self.count.text())
        return ". ".join(part for part in parts if part)

    def _page_for(self, view: ProjectorView) -> WallPage:
        say = self.words.message
        if view.phase is Phase.OVER:
            self.notice.say(say("Thank you for taking part."))
        elif view.mode is Mode.SOLO:
            counts = {"n": str(view.ended), "all": str(view.people)}
            told = say("At an ending: {n} of {all}", counts)
            self.notice.say(say("Everybody plays on their own phone"), told)
        pages = {
            Phase.LOBBY: self.lobby,
            Phase.DEBRIEF: self.slides,
            Phase.OVER: self.notice,
            Phase.REVEALED: self.votes,
            Phase.CONSEQUENCE: self.consequence,
        }
        if view.phase in (Phase.LOBBY, Phase.DEBRIEF, Phase.OVER):
            return pages[view.phase]
        if view.mode is Mode.SOLO:
            return self.notice
        return self.boards if view.scene is None else pages.get(view.phase, self.scene)

    def _show_head(self, view: ProjectorView) -> None:
        say = self.words.message
        what_if = say("What if: the same server, another way.") if view.what_if else ""
        self.case.setText(what_if or ("" if view.phase is Phase.LOBBY else view.title))
        set_tone(self.case, "accent" if view.what_if else "muted")
        self.moment.setText(clock(view.scene.now, self.words) if view.scene else "")

    def _show_foot(self) -> None:
        say, view, address = self.words.message, self._view, self._address
        unasked = view is None or view.phase in (Phase.LOBBY, Phase.OVER)
        told = "" if unasked or address is None else f"{address.short}   ·   {address.code}"
        self.join.setText(say("Join: {address}", {"address": told}) if told else "")
        count = ""
        if view is not None and view.phase is Phase.VOTING and view.mode is not Mode.SOLO:
            counts = {"n": str(view.voted), "all": str(view.asked)}
            count = say("Votes in: {n} of {all}", counts)
        elif view is not None and view.phase is Phase.CLOSED:
            count = say("The vote is closed.")
        elif view is not None and view.phase is Phase.SCENE:
            count = say("Read, think, talk.")
        self.count.setText(count)

    def _show_timer(self) -> None:
        view = self._view
        left = None
        if view is not None and view.timer_ends is not None:
            left = view.timer_ends - time.time_ns() // 1_000_000
        elif view is not None:
            left = view.timer_left
        running = view is not None and view.timer_ends is not None and (left or 0) > 0
        if running != self._ticking.isActive():
            (self._ticking.start if running else self._ticking.stop)()
        paused = view is not None and view.paused
        text = "" if left is None else countdown(left)
        if paused:
            text = f"{self.words.message('Break')}  {text}".strip()
        if text != self.timer.text():
            self.timer.setText(text)
            self.timer.setVisible(bool(text))
            set_tone(self.timer, "warning" if left is not None and left <= 0 else "")

    def _arrange(self) -> None:
        theme = theme_of()
        self._head, self._foot = head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.case, 1)
        head.addWidget(self.moment)
        head.addWidget(self.timer)
        head.setSpacing(theme.space(6))
        self.timer.hide()
        foot.addWidget(self.join, 1)
        foot.addWidget(self.count)
        line = QFrame()
        line.setProperty("surface", "rule")
        column = QVBoxLayout(self)
        side = theme.space(8)
        column.setContentsMargins(side, theme.space(3), side, theme.space(3))
        column.setSpacing(theme.space(2))
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        column.addWidget(line)
        column.addLayout(foot)


class _Pages(QStackedWidget):
    """Pages of which only the one that is shown needs room."""

    def minimumSizeHint(self) -> QSize:
        """Any size: ``Wall.needed`` asks the page itself."""
        return QSize(0, 0)


def countdown(milliseconds: int) -> str:
    """A time left as ``1:05``; ``0:00`` once it is over."""
    seconds = max(0, -(-milliseconds // 1000))
    return f"{seconds // 60}:{seconds % 60:02}"
