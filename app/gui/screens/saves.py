"""Saved plays: continue, rename, copy, throw away, put back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.gui.language import reader
from app.gui.widgets.cards import Card, Tag
from app.gui.widgets.empty import Empty
from app.gui.widgets.framed import FramedPage
from app.gui.widgets.layouts import clear, show_all
from app.gui.widgets.meters import euros
from app.gui.widgets.text import Button, label
from app.play.shelf import SavedPlay
from app.play.wording import calendar_date, clock


class SavesScreen(FramedPage):
    """A card for each play. ``opened`` carries the ``SavedPlay`` that was taken."""

    opened = Signal(object)
    put_back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("SavesScreen", "Saved plays"))
        self.cards: tuple[Card, ...] = ()
        self._told = label("", "body", "muted", wrap=True)
        self.put_back = Button(self.tr("Put it back"), "link")
        self.put_back.clicked.connect(self.put_back_wanted)
        row = QHBoxLayout()
        row.addWidget(self._told, 1)
        row.addWidget(self.put_back)
        box = QWidget()
        self._list = QVBoxLayout(box)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(12)
        none = self.tr("There is none yet. Every play is saved by itself, step by step.")
        self.empty = Empty("book", none)
        self.empty.begin.clicked.connect(self.cases_wanted)
        self.column.addLayout(row)
        self.column.addWidget(self.empty)
        self.empty.hide()
        self.column.addWidget(box)
        self.column.addStretch(1)
        self.tell(self.tr("Reading the saved plays…"))

    def tell(self, text: str, *, can_put_back: bool = False) -> None:
        """Say something above the list."""
        self._told.setText(text)
        self._told.setVisible(bool(text))
        self.put_back.setVisible(can_put_back)

    def show_plays(self, plays: Sequence[SavedPlay]) -> None:
        """List these plays."""
        clear(self._list)
        self.cards = tuple(self._card(play) for play in plays)
        for card in self.cards:
            self._list.addWidget(card)
        show_all(self._list)
        self.empty.setVisible(not plays)
        if plays and not self._told.text():
            self.tell(
                self.tr(
                    "Every play is saved by itself. Select one to go on with it, to review it, to "
                    "rename, copy or delete it."
                )
            )
        self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard on the play that was played last."""
        other = self.back_button if self.empty.isHidden() else self.empty.begin
        first = self.cards[0] if self.cards else other
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move through the plays."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)

    def _card(self, play: SavedPlay) -> Card:
        date = self._date(play)
        if play.view is None:
            title = play.name or play.path.name
            why = self.tr("This play cannot be opened. Select it to see why.")
            tags = [Tag("warning", self.tr("unreadable"), "warning"), Tag("clock", date)]
            card = Card(title, why, tags, title_role="heading", tags_below=True)
        else:
            card = Card(
                play.name or play.case,
                self._where(play),
                self._tags(play, date),
                title_role="heading",
                detail_role="body",
                tags_below=True,
            )
        card.clicked.connect(lambda: self.opened.emit(play))
        return card

    def _where(self, play: SavedPlay) -> str:
        view = play.view
        assert view is not None
        case = f"{play.case} · " if play.name else ""
        if view.is_ending:
            return case + self.tr("ended: {scene}").replace("{scene}", view.title)
        return f"{case}{clock(view.now, reader())} · {view.title}"

    def _tags(self, play: SavedPlay, date: str) -> list[Tag]:
        view = play.view
        assert view is not None
        decisions = self.tr("Decisions: {n}").replace("{n}", str(play.decisions))
        tags = [Tag("check", decisions)]
        if view.client_loss:
            tags.append(Tag("client", euros(view.client_loss), "loss"))
        if view.own_costs:
            tags.append(Tag("person", euros(view.own_costs), "loss"))
        if play.exam:
            tags.append(Tag("shield", self.tr("Examination"), "accent"))
        return [*tags, Tag("history", date)]

    def _date(self, play: SavedPlay) -> str:
        here = play.written.astimezone()
        return f"{calendar_date(here, reader())} {here:%H:%M}"
