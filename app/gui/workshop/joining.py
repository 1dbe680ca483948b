"""Takes part in somebody else's workshop: the way in, the seat, and the way out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from app.gui.language import reader
from app.gui.workshop.join_screen import JoinScreen
from app.gui.workshop.link import Newest
from app.gui.workshop.seat_screen import SeatScreen
from app.workshop.join import JoinError, Seat

if TYPE_CHECKING:
    from app.gui.main_window import MainWindow
    from app.gui.pages import Pages


class Joining:
    """One seat at a time. It stays one's own while the program runs, also after a broken line."""

    def __init__(self, pages: Pages, window: MainWindow) -> None:
        self._pages = pages
        self._window = window
        self.form: JoinScreen | None = None
        self.screen: SeatScreen | None = None
        self.seat: Seat | None = None
        self._lost_token = ""
        self._views: Newest | None = None
        self._troubles: Newest | None = None

    def open(self) -> None:
        """Ask where the workshop is, or show the seat that one has."""
        if self.screen is not None:
            self._pages.setCurrentWidget(self.screen)
            return
        form = JoinScreen()
        form.join_wanted.connect(self._join)
        form.back_wanted.connect(self._close_form)
        self.form = form
        self._pages.addWidget(form)
        self._pages.setCurrentWidget(form)
        form.focus_first()

    def leave(self) -> None:
        """Leave the seat and go to the title."""
        for box in (self._views, self._troubles):
            if box is not None:
                box.end()
        self._views = self._troubles = None
        seat, self.seat = self.seat, None
        # Who goes because the host is out of reach may find it at another address.
        lost = self.screen is not None and bool(self.screen.trouble.text())
        self._lost_token = seat.token if seat is not None and lost else ""
        if seat is not None:
            seat.leave()
        if self.screen is not None:
            self._window.open_title()
            self._pages.discard(self.screen)
        self.screen = None

    def _join(self, host: str, port: int, code: str, name: str) -> None:
        seat = Seat(host, port, self._lost_token, reader())
        self._window.tasks.run(
            lambda: seat.sit(code, name), lambda _: self._sit(seat), self._refused
        )

    def _sit(self, seat: Seat) -> None:
        form, self.form = self.form, None
        if form is None:
            return
        screen = SeatScreen()
        screen.back_wanted.connect(self.leave)
        screen.voted.connect(self._vote)
        screen.team_chosen.connect(lambda team: self._do(lambda: seat.change_team(team)))
        screen.committed.connect(lambda text: self._do(lambda: seat.commit(text)))
        self.seat, self.screen = seat, screen
        self._views, self._troubles = Newest(screen), Newest(screen)
        self._views.came.connect(screen.show_view)
        self._troubles.came.connect(self._show_trouble)
        seat.follow(self._views.put, self._troubles.put)
        self._pages.addWidget(screen)
        self._pages.setCurrentWidget(screen)
        self._pages.discard(form)
        screen.focus_first()

    def _vote(self, choice: str, sure: int) -> None:
        seat, screen = self.seat, self.screen
        if seat is not None and screen is not None:
            view = dict(screen.view)
            self._do(lambda: seat.vote(view, choice, sure or None))

    def _do(self, say: Callable[[], None]) -> None:
        self._window.tasks.run(say, _nothing, self._show_trouble)

    def _refused(self, error: Exception) -> None:
        if self.form is not None:
            self.form.tell(reader().why(error))

    def _show_trouble(self, error: Exception) -> None:
        if self.screen is None:
            return
        self.screen.show_trouble(reader().why(error))
        if isinstance(error, JoinError) and error.gone:
            self.seat = None

    def _close_form(self) -> None:
        form, self.form = self.form, None
        self._window.open_title()
        if form is not None:
            self._pages.discard(form)


def _nothing(_answer: Any) -> None:
    """What was said comes back as a view."""
