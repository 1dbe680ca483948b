"""The story: what your last step led to first, then the scene."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.engine.scenario import Tone
from app.gui.language import reader
from app.gui.theme import theme_of
from app.gui.widgets.layouts import needed_height
from app.gui.widgets.scroll import Scroll
from app.gui.widgets.text import Prose, label, set_look, set_tone
from app.play.view import SceneView
from app.play.wording import clock

_ENDING_TONES = {Tone.SAVED: "gain", Tone.MIXED: "warning", Tone.LOST: "loss"}


class Story(Scroll):
    """A reading column; Page Up and Page Down scroll it from anywhere on the screen."""

    spoken_as = "Document"
    read_back = Signal()
    """Page Up where the scene begins: what came before it is wanted."""

    def __init__(self) -> None:
        self._inner = QWidget()
        super().__init__(self._inner, QCoreApplication.translate("Story", "Story"))
        self._over = label("", "caption", "muted")
        self._title = Prose("title", leading=100)
        self._consequence = QFrame()
        self._consequence.setProperty("surface", "consequence")
        self._led_to = Prose()
        box = QVBoxLayout(self._consequence)
        box.setContentsMargins(16, 10, 12, 10)
        box.addWidget(self._led_to)
        self._text = Prose()
        column = QVBoxLayout(self._inner)
        self._column = column
        column.setContentsMargins(0, 0, 12, 4)
        column.setSpacing(12)
        heading = QVBoxLayout()
        heading.setSpacing(2)
        heading.addWidget(self._over)
        heading.addWidget(self._title)
        column.addLayout(heading)
        column.addWidget(self._consequence)
        column.addWidget(self._text)
        column.addStretch(1)

    def set_view(self, view: SceneView, *, lost: bool) -> None:
        """Tell ``view`` from its beginning; ``lost``: whether the last step cost somebody money."""
        self._over.setText(self.tr("How it ended") if view.is_ending else clock(view.now, reader()))
        set_tone(self._over, _ENDING_TONES[view.tone] if view.tone else "muted")
        self._title.set_paragraphs([view.title])
        self._led_to.set_paragraphs(view.consequence)
        self._consequence.setVisible(bool(view.consequence))
        # The column is measured before Qt gets round to telling it that this part has grown.
        self._consequence.updateGeometry()
        set_look(self._consequence, "lost", lost)
        self._text.set_paragraphs(view.paragraphs)
        self.setAccessibleDescription("\n".join((view.title, *view.consequence, *view.paragraphs)))
        self.verticalScrollBar().setValue(0)

    def set_large(self, large: bool) -> None:
        """Set the prose larger, where there is room; lines stay short enough to read."""
        for prose in (self._led_to, self._text):
            set_look(prose, "role", "story_large" if large else "story")
        self._inner.setMaximumWidth(theme_of().px(900 if large else 820))

    def natural_height(self, width: int) -> int:
        """Pixels that the whole text needs at ``width``."""
        return needed_height(self._column, min(width - 14, self._inner.maximumWidth())) + 6

    def page(self, direction: int) -> None:
        """Scroll a page down (1) or up (-1); up from the top reads back."""
        bar = self.verticalScrollBar()
        if direction < 0 and bar.value() == bar.minimum():
            self.read_back.emit()
        bar.setValue(bar.value() + direction * round(self.viewport().height() * 0.85))
