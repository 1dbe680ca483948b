"""The middle of the cockpit in the debrief: the slide on the wall, and what to ask."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.gui.language import reader
from app.gui.theme import theme_of
from app.gui.widgets.layouts import clear, show_all
from app.gui.widgets.text import Button, label
from app.gui.workshop.debrief_desk import DebriefDesk
from app.gui.workshop.slide_page import SlidePreview
from app.play.catalog import Catalog
from app.workshop.agenda import DEBRIEF, Part
from app.workshop.naming import part_name, prompts


class DebriefPanel(QWidget):
    """``part_wanted`` carries a step of the debrief to go to."""

    part_wanted = Signal(int)

    def __init__(self, desk: DebriefDesk, words: Catalog) -> None:
        super().__init__()
        self._desk = desk
        self._part: Part | None = None
        theme = theme_of()
        self.title = label("", "title", wrap=True)
        self.state = label("", "small", "muted", wrap=True)
        self.preview = SlidePreview(words)
        self.preview.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.back = Button(self.tr("Slide before"), "quiet", "back")
        self.back.clicked.connect(lambda: desk.turn(-1))
        self.on = Button(self.tr("Next slide"), "quiet", "forward")
        self.on.clicked.connect(lambda: desk.turn(1))
        self.place = label("", "small", "muted")
        self.before = Button(self.tr("Part before"), "quiet", "undo")
        self.before.clicked.connect(self._part_before)
        self.ask = QFrame()
        self.ask.setProperty("surface", "card")
        self._questions = QVBoxLayout(self.ask)
        self._questions.setContentsMargins(*[theme.space(3)] * 4)
        self._questions.setSpacing(theme.space(1))
        row = QHBoxLayout()
        row.addWidget(self.before)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.place)
        row.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.space(3), 0)
        column.setSpacing(theme.space(2))
        column.addWidget(self.title)
        column.addWidget(self.state)
        column.addWidget(self.ask)
        frame = QFrame()
        frame.setProperty("surface", "raised")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.addWidget(self.preview)
        column.addWidget(frame, 1)
        column.addLayout(row)
        desk.changed.connect(self.refresh)
        desk.problem.connect(self._say_why)

    def refresh(self) -> None:
        """Show the slide and the part that the desk is at."""
        part, slide = self._desk.part, self._desk.slide
        if part is None or slide is None:
            return
        if part is not self._part:
            self._part = part
            self.title.setText(part_name(part, reader()))
            clear(self._questions)
            self._questions.addWidget(label(self.tr("To say and ask"), "small_strong", "accent"))
            for text in prompts(part, reader()):
                self._questions.addWidget(label(f"–  {text}", "body", wrap=True))
            show_all(self._questions)
        self.state.setText(self.tr("The figures are being worked out…") if self._desk.busy else "")
        self.state.setVisible(self._desk.busy)
        self.preview.show_slide(slide)
        number, count = self._desk.place
        told = self.tr("{n} of {all}").replace("{n}", str(number))
        self.place.setText(told.replace("{all}", str(count)))
        self.back.setEnabled(number > 1)
        self.on.setEnabled(number < count)
        self.before.setEnabled(DEBRIEF.index(part) > 0)

    def _part_before(self) -> None:
        if self._part is not None and DEBRIEF.index(self._part) > 0:
            self.part_wanted.emit(DEBRIEF.index(self._part) - 1)

    def _say_why(self, why: str) -> None:
        self.state.setText(why)
        self.state.show()
