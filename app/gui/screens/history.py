"""The story so far: every scene that lies behind, with its documents and the choice taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.engine.scenario import PanelKind
from app.gui.language import reader
from app.gui.widgets.framed import READING_WIDTH, FramedPage
from app.gui.widgets.panels import unwrap
from app.gui.widgets.text import Prose, label, rule
from app.play.view import PanelView, SceneView
from app.play.wording import clock


class HistoryScreen(FramedPage):
    """One long text to read back in, oldest scene first; it opens at the latest one."""

    def __init__(self, scenes: Sequence[tuple[SceneView, str]]) -> None:
        super().__init__(
            QCoreApplication.translate("HistoryScreen", "The story so far"), READING_WIDTH
        )
        self.column.setSpacing(20)
        self.parts = tuple(self._part(view, choice) for view, choice in scenes)
        for index, part in enumerate(self.parts):
            if index:
                self.column.addWidget(rule())
            self.column.addWidget(part)
        self.column.addStretch(1)

    def focus_first(self) -> None:
        """Put the keyboard on the text, where it was left last."""
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)
        # Once more when every height is known.
        QTimer.singleShot(0, self._to_latest)

    def _to_latest(self) -> None:
        if self.parts:
            bar = self.area.verticalScrollBar()
            bar.setValue(min(bar.maximum(), self.parts[-1].y()))

    def _part(self, view: SceneView, choice: str) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(clock(view.now, reader()), "caption", "muted"))
        column.addWidget(label(view.title, "title", wrap=True))
        if view.consequence:
            column.addWidget(_box("consequence", view.consequence))
        text = Prose()
        text.set_paragraphs(view.paragraphs)
        column.addWidget(text)
        for panel in view.panels:
            column.addWidget(_document(panel))
        taken = self.tr("You chose: {choice}").replace("{choice}", choice)
        column.addWidget(label(taken, "strong", "accent", wrap=True))
        part.setAccessibleName(f"{clock(view.now, reader())}: {view.title}")
        told = [*view.consequence, *view.paragraphs]
        told += [f"{panel.title}. {panel.body}" for panel in view.panels]
        part.setAccessibleDescription("\n".join([*told, taken]))
        return part


def _box(surface: str, paragraphs: Sequence[str]) -> QFrame:
    frame = QFrame()
    frame.setProperty("surface", surface)
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 10, 12, 10)
    prose = Prose()
    prose.set_paragraphs(paragraphs)
    column.addWidget(prose)
    return frame


def _document(panel: PanelView) -> QFrame:
    """A document as it lay on the desk."""
    frame = QFrame()
    terminal = panel.kind is PanelKind.TERMINAL
    frame.setProperty("surface", "terminal" if terminal else "panel")
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 10, 16, 12)
    column.setSpacing(6)
    tone = "terminal_muted" if terminal else ""
    column.addWidget(label(panel.title, "mono" if terminal else "strong", tone, wrap=True))
    if terminal:
        # Long lines of a terminal break anywhere.
        output = "\u200b".join(panel.body.rstrip())
        column.addWidget(label(output, "mono", "terminal", wrap=True))
        return frame
    prose = Prose("body", leading=114)
    prose.set_paragraphs([unwrap(part) for part in panel.body.strip().split("\n\n")])
    column.addWidget(prose)
    return frame
