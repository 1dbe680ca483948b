"""The title screen: continue, the library of cases, settings, about, quit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.gui.language import reader
from app.gui.library import Entry, Unfinished
from app.gui.theme import theme_of
from app.gui.widgets.cards import Card, Tag
from app.gui.widgets.flow import Flow
from app.gui.widgets.hero import HERO_SHARE, LIST_SHARE, Hero
from app.gui.widgets.layouts import clear
from app.gui.widgets.scroll import Scroll
from app.gui.widgets.text import Button, label

if TYPE_CHECKING:
    from app.gui.widgets.reminder import ReminderCard
    from app.reports.reminders import Recall


class TitleScreen(QWidget):
    """Shows what there is to play; opens without having read any of it."""

    continue_wanted = Signal()
    case_chosen = Signal(str)
    problem_opened = Signal(str)
    saves_wanted = Signal()
    progress_wanted = Signal()
    reminder_ended = Signal(object)
    settings_wanted = Signal()
    about_wanted = Signal()
    author_wanted = Signal()
    host_wanted = Signal()
    join_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[Card] = []
        self.go_on: Card | None = None
        self.reminder: ReminderCard | None = None
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.addWidget(label(self.tr("Opening the case files…"), "body", "muted"))
        self._list.addStretch(1)
        self.settings_button = _way(self.tr("Settings"), "quiet", "settings", self.settings_wanted)
        self.about_button = _way(self.tr("About and licences"), "quiet", "info", self.about_wanted)
        self.saves_button = _way(self.tr("Saved plays"), "entry", "book", self.saves_wanted)
        self.progress_button = _way(self.tr("Progress"), "entry", "progress", self.progress_wanted)
        self.author_button = _way(self.tr("Author view"), "entry", "map", self.author_wanted)
        self.author_button.setVisible(False)
        self.quit_button = _way(self.tr("Quit"), "quiet", "quit", self.quit_wanted)
        # One more entry is one more line here.
        self.entries = Flow(210)
        self.host_button = _way(self.tr("Host a workshop"), "entry", "person", self.host_wanted)
        self.join_button = _way(self.tr("Join a workshop"), "entry", "phone", self.join_wanted)
        for entry in (
            self.saves_button, self.progress_button, self.host_button, self.join_button,
            self.author_button,
        ):  # fmt: skip
            self.entries.addWidget(entry)
        self._foot = foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        foot.setSpacing(4)
        foot.addWidget(self.settings_button)
        foot.addWidget(self.about_button)
        foot.addStretch(1)
        foot.addWidget(self.quit_button)
        column = self._column = QVBoxLayout()
        self._area = Scroll(inner)
        column.addWidget(self._area, 1)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(12)
        below.addLayout(self.entries)
        below.addLayout(foot)
        self._pinned = QVBoxLayout()
        self._pinned.addWidget(self._below)
        column.addLayout(self._pinned)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Hero(), HERO_SHARE)
        row.addLayout(column, LIST_SHARE)
        self._measure()

    def show_library(
        self,
        entries: Sequence[Entry],
        best: Mapping[str, int],
        unfinished: Unfinished | None,
        recall: Recall | None = None,
    ) -> None:
        """Offer the cases; ``best`` is the least that the player paid, in cents, by scenario.

        ``recall``: a lesson to ask about again.
        """
        self._list.removeWidget(self._below)
        clear(self._list)
        self.cards = []
        self.go_on = None
        titles = {
            entry.id: reader(entry.scenario).text(entry.scenario.title)
            for entry in entries
            if entry.scenario is not None
        }
        if unfinished is not None:
            self.go_on = self._continue_card(unfinished, titles)
            self._add(self.go_on)
            self._list.addSpacing(12)
        self.reminder = None
        if recall is not None:
            self._add_reminder(recall)
        self._add(label(self.tr("Cases"), "small_strong", "muted"))
        # Whoever has played nothing yet is shown where to begin.
        fresh = not best and unfinished is None
        first = next((entry.id for entry in entries if fresh and entry.scenario), "")
        for entry in entries:
            card = self._case_card(entry, best.get(entry.id), begin=entry.id == first)
            self.cards.append(card)
            self._add(card)
        if not entries:
            none = self.tr("No case was found. Put one into the folder “scenarios”.")
            self._add(label(none, "body", "muted", wrap=True))
        self._list.addStretch(1)
        self._place_entries()
        self.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size may leave no room below the cases."""
        super().resizeEvent(event)
        self._place_entries()

    def changeEvent(self, event: QEvent) -> None:
        """So may another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()
            self._place_entries()

    def _measure(self) -> None:
        space = theme_of().space
        self._column.setContentsMargins(space(10), space(11), space(7), space(5))
        self._column.setSpacing(space(3))
        self._list.setSpacing(space(3))
        # What is pinned is as far from the edge as what scrolls.
        self._list.setContentsMargins(0, 0, space(3), 0)
        self._pinned.setContentsMargins(0, 0, space(3), 0)

    def _place_entries(self) -> None:
        """The entries stay below the cases, or scroll with them where it gets low."""
        ways = (self.settings_button, self.about_button, self.quit_button)
        wide = sum(way.sizeHint().width() + self._foot.spacing() for way in ways)
        room = self.width() * LIST_SHARE // (HERO_SHARE + LIST_SHARE)
        margins = self._column.contentsMargins()
        room -= margins.left() + margins.right() + self._pinned.contentsMargins().right()
        low = self.height() < theme_of().px(400) or wide > room
        here = self._list if low else self._pinned
        if here.indexOf(self._below) < 0 or low:
            self._list.removeWidget(self._below)
            self._pinned.removeWidget(self._below)
            here.addWidget(self._below)
            self._below.show()
        directions = QBoxLayout.Direction
        self._foot.setDirection(directions.TopToBottom if low else directions.LeftToRight)

    def focus_first(self) -> None:
        """Put the keyboard on the most likely wish."""
        first = self.go_on or next(iter(self.cards), None) or self.settings_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        # The area follows the keyboard while the cards have no place yet.
        QTimer.singleShot(0, self._area, lambda: self._area.verticalScrollBar().setValue(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move through the cards."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)

    def _add(self, widget: QWidget) -> None:
        self._list.addWidget(widget)
        widget.show()

    def _add_reminder(self, recall: Recall) -> None:
        from app.gui.widgets.reminder import ReminderCard

        self.reminder = card = ReminderCard(recall)
        card.ended.connect(lambda: self.reminder_ended.emit(recall))
        card.ended.connect(card.hide)
        card.ended.connect(self.focus_first)
        self._add(card)
        self._list.addSpacing(12)

    def _continue_card(self, unfinished: Unfinished, titles: Mapping[str, str]) -> Card:
        name = titles.get(unfinished.scenario_id, unfinished.scenario_id)
        title = self.tr("Continue: {case}").replace("{case}", name or self.tr("the last play"))
        taken = (
            self.tr("Decisions taken and saved: {n}").replace("{n}", str(unfinished.decisions))
            if unfinished.decisions
            else self.tr("Just begun")
        )
        card = Card(
            title, taken, [Tag("forward", "", "on_accent")], title_role="heading", primary=True
        )
        card.clicked.connect(self.continue_wanted)
        return card

    def _case_card(self, entry: Entry, best: int | None, *, begin: bool) -> Card:
        if entry.scenario is None:
            why = self.tr("This case cannot be opened. Select it to see why.")
            card = Card(
                entry.id, why, [Tag("warning", self.tr("broken"), "warning")], title_role="heading"
            )
            card.clicked.connect(lambda: self.problem_opened.emit(reader().told(entry.problem)))
            return card
        scenario, words = entry.scenario, reader(entry.scenario)
        minutes = self.tr("{n} min to play").replace("{n}", str(scenario.minutes_to_play))
        tags = [Tag("clock", minutes)]
        if best is not None:
            from app.gui.widgets.meters import euros

            result = self.tr("Best: you paid {amount}").replace("{amount}", euros(best))
            tags.append(Tag("check", result))
        if begin:
            tags.append(Tag("forward", self.tr("Start here"), "accent"))
        card = Card(
            words.text(scenario.title),
            words.text(scenario.summary),
            tags,
            title_role="heading",
            detail_role="body",
            tags_below=True,
        )
        card.clicked.connect(lambda: self.case_chosen.emit(entry.id))
        return card


def _way(text: str, kind: str, icon: str, wanted: SignalInstance) -> Button:
    """A button that leads to another page."""
    button = Button(text, kind, icon)
    button.clicked.connect(wanted)
    return button
