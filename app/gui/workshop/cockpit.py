"""The private cockpit: what the room does, what to say, and one button for what comes next."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.gui.language import reader
from app.gui.theme import theme_of
from app.gui.widgets.flow import Flow
from app.gui.widgets.scroll import Scroll
from app.gui.widgets.text import Button, label, set_tone
from app.gui.workshop.lobby_panel import LobbyPanel
from app.gui.workshop.people import PeoplePanel
from app.gui.workshop.stage import StagePanel
from app.gui.workshop.wall import countdown
from app.workshop.agenda import Pace
from app.workshop.cockpit import CockpitView
from app.workshop.events import Mode
from app.workshop.naming import mode_name, part_name
from app.workshop.next_step import NextStep, next_step
from app.workshop.room import BALLOT_PHASES, Phase

MINUTE_MS = 60_000
_TICK_MS = 500
_NARROW = 1000
"""Pixels at 100 % text below which the parts are stacked."""


class CockpitScreen(QWidget):
    """Says what the facilitator wants; the course (``course``) knows what to do about it.

    ``wanted`` carries a word: ``next``, ``minute``, ``pause``, ``blank``, ``undo``, ``rewind``,
    ``fork``, ``revote``, ``paper``, ``debrief``, ``rehearse``, ``projector``, ``timer``,
    ``help``, ``end``.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Cockpit"))
        self.view: CockpitView | None = None
        self.step = NextStep("")
        self.slides_left: Callable[[], bool] = lambda: False
        """Whether the part of the debrief has another slide; the big button shows it first."""
        self.case = label("", "heading", wrap=True)
        self.kind = label("", "small", "muted", wrap=True)
        self.pace = label("", "body", wrap=True)
        self.late = label("", "strong", wrap=True)
        self.lobby = LobbyPanel()
        self.stage = StagePanel()
        self.people = PeoplePanel()
        self.middle = QStackedWidget()
        self._panels: dict[Phase, QWidget] = {}
        self._rest: tuple[QWidget, ...] = ()
        self.middle.addWidget(self.stage)
        self.timer = self._tool("timer", self.tr("Timer"), "clock")
        self.minute = self._tool("minute", self.tr("+1 minute"))
        self.pause = self._tool("pause", self.tr("Break"))
        self.blank = self._tool("blank", self.tr("Darken the wall"))
        self.undo = self._tool("undo", self.tr("Take back"), "undo")
        self.rewind = self._entry("rewind", self.tr("Back to a decision…"), "history")
        self.fork = self._entry("fork", self.tr("What if…"), "map")
        self.revote = self._entry("revote", self.tr("Vote again"), "check")
        self.paper = self._entry("paper", self.tr("Paper votes…"), "pencil")
        self.debrief = self._entry("debrief", self.tr("Skip to the debrief"), "forward")
        self.rehearse = self._entry("rehearse", self.tr("Rehearse with bots"), "person")
        self.projector = self._entry("projector", self.tr("Projector's window"), "eye")
        self.end = self._entry("end", self.tr("End the workshop"), "quit")
        self.keys = self._tool("help", self.tr("Keys"), "help")
        self.note = label("", "small", "muted", wrap=True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.next = Button("", "primary")
        self.next.clicked.connect(lambda: self.wanted.emit("next"))
        self._ticking = QTimer(self)
        self._ticking.setInterval(_TICK_MS)
        self._ticking.timeout.connect(self._show_timer)
        self._arrange()

    def show_view(self, view: CockpitView) -> None:
        """Show the room as it is now."""
        before, self.view = self.view, view
        wall = view.projector
        self.case.setText(wall.title)
        kind = mode_name(wall.mode, reader())
        self.kind.setText(self.tr("What if") if wall.what_if else kind)
        set_tone(self.kind, "accent" if wall.what_if else "muted")
        self._show_pace(view.pace)
        self.people.show_view(view)
        self._show_middle(view)
        self.show_step()
        self._show_tools(view)
        self._show_timer()
        if before is None or before.projector.phase is not wall.phase or self.hasFocus():
            self.focus_first()

    def show_step(self) -> None:
        """Say on the big button what comes next."""
        if self.view is None:
            return
        self.step = next_step(self.view, reader())
        wall = self.view.projector
        slide = wall.phase is Phase.DEBRIEF and not wall.paused and self.slides_left()
        text = self.tr("Next slide") if slide else self.step.text
        self.next.setText(text)
        self.next.setAccessibleName(text)
        self.next.setEnabled(slide or self.step.is_possible)
        self.note.setText("" if slide else self.step.note)

    def show_bots(self, here: bool) -> None:
        """Say on the button of the rehearsal what it does now."""
        text = self.tr("Send the bots home") if here else self.tr("Rehearse with bots")
        self.rehearse.setText(f" {text}")
        self.rehearse.setAccessibleName(text)

    def add_panel(self, phase: Phase, panel: QWidget) -> None:
        """A panel for the middle in a phase."""
        self.middle.addWidget(panel)
        self._panels[phase] = panel
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes as one reads, whatever was made first: head, middle, side, foot."""
        before: QWidget = self.keys
        for part in (*self._panels.values(), self.stage, *self._rest):
            for stop in (part, *part.findChildren(QWidget)):
                if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.focusProxy() is None:
                    QWidget.setTabOrder(before, stop)
                    before = stop

    def focus_first(self) -> None:
        """Put the keyboard on the next step, or on what has to be decided before.

        While neither can be pressed it waits on the page, so that Space presses nothing else.
        """
        part = self.next if self.next.isEnabled() else self.stage.first_tied() or self
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the help sheet."""
        words = {
            int(Qt.Key.Key_Space): "next",
            int(Qt.Key.Key_T): "minute",
            int(Qt.Key.Key_P): "pause",
            int(Qt.Key.Key_B): "blank",
            int(Qt.Key.Key_R): "rewind",
            int(Qt.Key.Key_W): "fork",
            int(Qt.Key.Key_V): "revote",
            int(Qt.Key.Key_N): "paper",
            int(Qt.Key.Key_D): "debrief",
        }
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        undo = event.key() == Qt.Key.Key_Z and event.modifiers() == (
            Qt.KeyboardModifier.ControlModifier
        )
        word = words.get(event.key()) if plain else "undo" if undo else None
        if event.text() == "?" or event.key() == Qt.Key.Key_F1:
            word = "help"
        if event.key() == Qt.Key.Key_Escape:
            # Nothing behind the cockpit: the room must not be left by accident.
            return
        if word is None:
            super().keyPressEvent(event)
            return
        if self._may(word):
            self.wanted.emit(word)

    def _may(self, word: str) -> bool:
        buttons = {
            "next": self.next,
            "undo": self.undo,
            "rewind": self.rewind,
            "fork": self.fork,
            "revote": self.revote,
            "paper": self.paper,
            "debrief": self.debrief,
            "minute": self.minute,
            "pause": self.pause,
        }
        return word not in buttons or buttons[word].isEnabled()

    # --- inside ----------------------------------------------------------------------------

    def _show_middle(self, view: CockpitView) -> None:
        panel = self._panels.get(view.projector.phase, self.stage)
        self.middle.setCurrentWidget(panel)
        if panel is self.stage:
            self.stage.show_view(view)

    def _show_pace(self, pace: Pace) -> None:
        told = self.tr("{part}: minute {n} of {all}")
        told = told.replace("{part}", part_name(pace.part, reader()))
        told = told.replace("{n}", str(max(0, int(pace.spent)) + 1))
        self.pace.setText(told.replace("{all}", str(pace.part_minutes)))
        late = round(pace.late)
        if late > 0:
            text = self.tr("{n} min over plan").replace("{n}", str(late))
        elif late < 0:
            text = self.tr("{n} min under plan").replace("{n}", str(-late))
        else:
            text = self.tr("on time")
        self.late.setText(text)
        set_tone(self.late, "warning" if late > 1 else "gain")

    def _show_tools(self, view: CockpitView) -> None:
        wall, can = view.projector, view.can
        over = wall.phase is Phase.OVER
        together = wall.mode is not Mode.SOLO
        self.undo.setEnabled("undo" in can)
        self.rewind.setEnabled("rewind" in can)
        back = wall.what_if
        self.fork.setText(" " + (self.tr("End the “what if”") if back else self.tr("What if…")))
        self.fork.setEnabled("end_fork" in can or "fork" in can)
        again = wall.phase in (Phase.CLOSED, Phase.REVEALED) and together
        self.revote.setEnabled(again and "open_vote" in can)
        self.paper.setEnabled(together and wall.phase in (Phase.VOTING, Phase.CLOSED))
        self.debrief.setEnabled("debrief" in can and wall.phase is not Phase.DEBRIEF)
        self.rehearse.setEnabled(not over)
        self.end.setEnabled(not over)
        for button in (self.timer, self.minute, self.pause):
            button.setEnabled(not over)
        self.pause.setText(self.tr("Go on") if wall.paused else self.tr("Break"))
        self.blank.setText(self.tr("Light the wall") if wall.blank else self.tr("Darken the wall"))
        for button in (self.fork, self.pause, self.blank):
            button.setAccessibleName(button.text().strip())
        for button in (self.rewind, self.fork, self.revote, self.paper):
            button.setVisible(together)
        set_tone(self.note, "warning" if wall.phase in BALLOT_PHASES and not can else "muted")

    def _show_timer(self) -> None:
        wall = self.view.projector if self.view is not None else None
        left = time_left(wall.timer_ends, wall.timer_left) if wall is not None else None
        running = wall is not None and wall.timer_ends is not None and (left or 0) > 0
        if running != self._ticking.isActive():
            (self._ticking.start if running else self._ticking.stop)()
        text = self.tr("Timer") if left is None else countdown(left)
        self.timer.setText(f" {text}")
        stop = self.tr("Stop the timer") if left is not None else self.tr("Start two minutes")
        self.timer.setToolTip(stop)
        self.timer.setAccessibleName(f"{text}: {stop}")

    def _tool(self, word: str, text: str, icon: str = "") -> Button:
        return self._made(word, Button(text, "quiet", icon))

    def _entry(self, word: str, text: str, icon: str) -> Button:
        return self._made(word, Button(text, "entry", icon))

    def _made(self, word: str, button: Button) -> Button:
        # A click leaves the keyboard on the big button: Space must not do the click once more.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.wanted.emit(word))
        return button

    def _arrange(self) -> None:
        theme = theme_of()
        side, foot = self._side(), self._make_foot()
        inner, whole = QWidget(), QWidget()
        margins = QVBoxLayout(inner)
        margins.setContentsMargins(theme.space(6), theme.space(4), theme.space(3), theme.space(2))
        margins.addWidget(self.middle)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(inner, 63)
        self._body.addWidget(side, 37)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._bar())
        page.addWidget(Scroll(whole), 1)
        page.addWidget(foot)
        self._rest = side, foot
        self.add_panel(Phase.LOBBY, self.lobby)

    def _bar(self) -> QFrame:
        theme, bar = theme_of(), QFrame()
        bar.setProperty("surface", "bar")
        head = QHBoxLayout(bar)
        head.setContentsMargins(theme.space(6), theme.space(2.5), theme.space(6), theme.space(2.5))
        head.setSpacing(theme.space(4))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for part, stretch in ((self.case, 2), (self.kind, 3), (self.pace, 5), (self.late, 2)):
            head.addWidget(part, stretch)
            if part in (self.pace, self.late):
                part.setAlignment(right)
        head.addWidget(self.keys)
        return bar

    def _side(self) -> QFrame:
        theme, side = theme_of(), QFrame()
        side.setProperty("surface", "side")
        column = QVBoxLayout(side)
        column.setContentsMargins(*[theme.space(4)] * 4)
        column.setSpacing(theme.space(3))
        column.addWidget(self.people, 1)
        course = Flow(212)
        for button in (
            self.rewind, self.fork, self.revote, self.paper,
            self.debrief, self.rehearse, self.projector, self.end,
        ):  # fmt: skip
            course.addWidget(button)
        column.addLayout(course)
        return side

    def _make_foot(self) -> QFrame:
        theme, foot = theme_of(), QFrame()
        foot.setProperty("surface", "foot")
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight, foot)
        side, edge = theme.space(6), theme.space(3)
        self._foot.setContentsMargins(side, edge, side, edge)
        self._foot.setSpacing(edge)
        tools = Flow(142)
        for button in (self.timer, self.minute, self.pause, self.blank, self.undo):
            tools.addWidget(button)
        last = QHBoxLayout()
        last.setSpacing(edge)
        last.addWidget(self.note, 1)
        last.addWidget(self.next)
        self.next.setMinimumWidth(theme.px(230))
        self._foot.addLayout(tools, 65)
        self._foot.addLayout(last, 35)
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below each other what does not fit beside each other."""
        super().resizeEvent(event)
        theme = theme_of()
        directions = QBoxLayout.Direction
        narrow = self.width() < theme.px(_NARROW)
        direction = directions.TopToBottom if narrow else directions.LeftToRight
        self._body.setDirection(direction)
        self._foot.setDirection(direction)
        self.middle.setMinimumHeight(theme.px(360 if narrow else 200))
        self.people.list.setMinimumHeight(theme.px(160 if narrow else 90))


def time_left(ends: int | None, left: int | None) -> int | None:
    """Milliseconds left of a countdown; None when there is none."""
    if ends is not None:
        return max(0, ends - time.time_ns() // 1_000_000)
    return left
