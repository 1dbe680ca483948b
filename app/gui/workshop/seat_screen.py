"""A seat in a workshop: what a phone shows, in the game."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from app.gui.language import reader
from app.gui.theme import theme_of
from app.gui.widgets.bars import BarChart
from app.gui.widgets.cards import OptionCard, Tag
from app.gui.widgets.flow import Flow
from app.gui.widgets.framed import FramedPage
from app.gui.widgets.layouts import clear, show_all
from app.gui.widgets.text import Button, Prose, label
from app.gui.workshop.wall_pages import vote_bars

View = Mapping[str, Any]


class SeatScreen(FramedPage):
    """``voted`` carries a choice and how sure (1 to 3, or 0); ``team_chosen`` a team's id;
    ``committed`` what one will do.
    """

    voted = Signal(str, int)
    team_chosen = Signal(str)
    committed = Signal(str)

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("SeatScreen", "In a workshop"))
        self._view: View = {}
        self._asked: object = None
        self.state = label("", "strong", "accent", wrap=True)
        self.trouble = label("", "body", "warning", wrap=True)
        self.team = QComboBox()
        self.team.setAccessibleName(self.tr("Your team"))
        self.team.activated.connect(lambda: self.team_chosen.emit(str(self.team.currentData())))
        self.moment = label("", "small", "muted", wrap=True)
        self.title = label("", "title", wrap=True)
        self.prose = Prose("body", leading=112)
        self.cards: tuple[OptionCard, ...] = ()
        self.sure: tuple[OptionCard, ...] = ()
        self._options, self._levels = QWidget(), QWidget()
        self._option_list = QVBoxLayout(self._options)
        self._option_list.setContentsMargins(0, 0, 0, 0)
        self._level_list = Flow(150)
        self._fill_levels()
        self.vote = Button(self.tr("Vote"), "primary")
        self.vote.clicked.connect(self._vote)
        self.bars = BarChart(self.tr("How the votes fell"))
        self.commitment = QPlainTextEdit()
        self.commitment.setProperty("role", "body")
        self.commitment.setTabChangesFocus(True)
        self.commitment.setAccessibleName(self.tr("What will you do differently from Monday on?"))
        self.commitment.setMaximumHeight(theme_of().px(110))
        self._ask_commitment = label(self.commitment.accessibleName(), "strong", wrap=True)
        self.keep = Button(self.tr("Save"), "primary")
        self.keep.clicked.connect(
            lambda: self.committed.emit(self.commitment.toPlainText().strip())
        )
        for part in (
            self.state, self.trouble, self.team, self.moment, self.title, self.prose,
            self._options, self._levels, self.vote, self.bars, self._ask_commitment,
            self.commitment, self.keep,
        ):  # fmt: skip
            narrow = part in (self.team, self.vote, self.keep)
            side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0)
            self.column.addWidget(part, 0, side)
        self.team.setMinimumSize(theme_of().px(180), theme_of().px(36))
        self.column.addStretch(1)

    @property
    def view(self) -> View:
        """What the seat saw last."""
        return self._view

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 9 take a choice, which Vote then sends."""
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(self.cards) and not self.commitment.hasFocus():
            self.cards[number].click()
            self.cards[number].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def show_trouble(self, text: str) -> None:
        """Say that the host cannot be reached, or what it refused; empty: all is well."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def show_view(self, view: View) -> None:
        """Show what the seat may see."""
        self._view = view
        self.show_trouble("")
        self._show_team(view.get("teams") or {}, str(view.get("team", "")))
        phase = str(view.get("phase", ""))
        scene = view.get("scene") or {}
        self.state.setText(self._state(phase, view, scene))
        self._show_story(phase, scene)
        self._show_vote(view, scene)
        tally = view.get("tally")
        self.bars.setVisible(tally is not None)
        if tally is not None:
            texts = {one["id"]: one["text"] for one in scene.get("options", ())}
            self.bars.set_bars(vote_bars(tuple((c, n) for c, n in tally), texts, {}))
        writes = phase == "debrief"
        for part in (self._ask_commitment, self.commitment, self.keep):
            part.setVisible(writes)
        if writes and not self.commitment.hasFocus() and not self.commitment.toPlainText():
            self.commitment.setPlainText(str(view.get("commitment", "")))

    # --- parts -------------------------------------------------------------------------------

    def _state(self, phase: str, view: View, scene: View) -> str:
        say = reader().message
        open_ = bool(view.get("ballot"))
        voted = say("Your vote is in. You can change it until the vote closes.")
        texts = {
            "lobby": say("It begins soon. Look at the wall."),
            "scene": say("The vote is not open yet. Read, think, talk."),
            "voting": voted if view.get("vote") else say("The vote is open."),
            "closed": say("The vote is closed. Look at the wall."),
            "revealed": say("How the votes fell"),
            "consequence": say("Look at the wall. The next scene comes soon."),
            "debrief": say(
                "Talk about it in the room. At the end, write down one thing that you will do."
            ),
            "over": say("Thank you for taking part."),
        }
        if view.get("paused"):
            return say("The workshop is paused.")
        if scene.get("ended"):
            return say("The story has ended for you. Please wait.")
        if phase == "voting" and not open_:
            return say("The vote is not open yet. Read, think, talk.")
        return texts.get(phase, "")

    def _show_team(self, teams: Mapping[str, str], mine: str) -> None:
        self.team.setVisible(bool(teams))
        known = [self.team.itemData(index) for index in range(self.team.count())]
        if known != [*teams]:
            self.team.clear()
            for id_, name in teams.items():
                self.team.addItem(name, id_)
        self.team.setCurrentIndex(max(0, self.team.findData(mine)))

    def _show_story(self, phase: str, scene: View) -> None:
        told: Sequence[str] = ()
        if scene:
            before = scene["consequence"] if phase == "consequence" or scene["ended"] else ()
            after = scene["paragraphs"] if phase != "consequence" or scene["ended"] else ()
            told = (*before, *after)
        self.moment.setText(str(scene.get("clock", "")))
        self.title.setText(str(scene.get("title", "")))
        self.prose.set_paragraphs(tuple(told))
        for part in (self.moment, self.title):
            part.setVisible(bool(scene))

    def _show_vote(self, view: View, scene: View) -> None:
        phase = view.get("phase")
        shown = scene.get("options", ()) if phase in ("scene", "voting", "closed") else ()
        asked = view.get("step"), view.get("ballot"), tuple(one["id"] for one in shown)
        if asked != self._asked:
            self._asked = asked
            self._fill_options(shown, str(view.get("vote", "")))
        self._options.setVisible(bool(shown))
        open_ = bool(view.get("ballot")) and bool(shown)
        for card in self.cards:
            card.setEnabled(open_)
        self._levels.setVisible(open_)
        self.vote.setVisible(open_)
        self.vote.setText(self.tr("Change my vote") if view.get("vote") else self.tr("Vote"))
        self.vote.setAccessibleName(self.vote.text())

    def _fill_options(self, options: Sequence[View], mine: str) -> None:
        clear(self._option_list)
        cards = []
        for one in options:
            tags = [Tag("clock", one["price"])] if one["price"] else []
            card = OptionCard(one["id"], one["text"], one["detail"], tags)
            card.setChecked(one["id"] == mine)
            self._option_list.addWidget(card)
            cards.append(card)
        self.cards = tuple(cards)
        show_all(self._option_list)

    def _fill_levels(self) -> None:
        column = QVBoxLayout(self._levels)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(self.tr("How sure are you? (You may skip this.)"), "small_strong"))
        column.addLayout(self._level_list)
        words = self.tr("a guess"), self.tr("fairly sure"), self.tr("sure")
        self.sure = tuple(OptionCard(str(number), word, "") for number, word in enumerate(words, 1))
        for card in self.sure:
            self._level_list.addWidget(card)

    def _vote(self) -> None:
        choice = next((card.option for card in self.cards if card.isChecked()), "")
        level = next((card.option for card in self.sure if card.isChecked()), "0")
        if choice:
            self.voted.emit(choice, int(level))
