"""The documents and devices on the desk: one tab each, looking like what they are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from app.engine.scenario import PanelKind
from app.gui.icons import icon
from app.gui.theme import theme_of
from app.gui.widgets.layouts import needed_height
from app.gui.widgets.scroll import Scroll
from app.gui.widgets.text import Prose, label
from app.play.view import PanelView

WRAPPED_FROM = 60
"""A line of prose of at least so many characters was broken by an editor, not by its author."""


class Documents(QWidget):
    """A tab bar and the document of the tab; hidden when the desk is empty."""

    def __init__(self) -> None:
        super().__init__()
        self._panels: tuple[PanelView, ...] = ()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setProperty("role", "small")
        self.tabs.setAccessibleName(self.tr("Documents"))
        self.pages = QStackedWidget()
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)

    def set_panels(self, panels: Sequence[PanelView]) -> None:
        """Lay these on the desk; the first one that is new is on top."""
        panels = tuple(panels)
        fresh = [i for i, panel in enumerate(panels) if panel not in self._panels]
        self._panels = panels
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        while page := self.pages.widget(0):
            self.pages.removeWidget(page)
            page.deleteLater()
        for panel in panels:
            index = self.tabs.addTab(panel.title)
            self.tabs.setTabToolTip(index, self._kind_name(panel.kind))
            self.pages.addWidget(self._page(panel))
        self.tabs.blockSignals(False)
        self._draw_icons()
        shown = fresh[0] if fresh else 0
        self.tabs.setCurrentIndex(shown)
        self.pages.setCurrentIndex(shown)
        self.setVisible(bool(panels))

    def natural_height(self, width: int) -> int:
        """Pixels that tabs and the open document need at ``width``."""
        page = self.pages.currentWidget()
        if not isinstance(page, TerminalPage | PaperPage):
            return 0
        return self.tabs.sizeHint().height() + 8 + page.natural_height(width)

    def changeEvent(self, event: QEvent) -> None:
        """Redraw the tabs' icons when colours or sizes change."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw_icons()

    def _draw_icons(self) -> None:
        theme = theme_of()
        size = theme.px(16)
        self.tabs.setIconSize(QSize(size, size))
        for index, panel in enumerate(self._panels):
            self.tabs.setTabIcon(index, icon(panel.kind.value, theme.color("ink_muted"), size))

    def _page(self, panel: PanelView) -> QWidget:
        if panel.kind is PanelKind.TERMINAL:
            page: QWidget = TerminalPage(panel)
        else:
            page = PaperPage(panel, self._kind_name(panel.kind))
        page.setAccessibleName(f"{self._kind_name(panel.kind)}: {panel.title}")
        page.setAccessibleDescription(panel.body)
        return page

    def _kind_name(self, kind: PanelKind) -> str:
        return {
            PanelKind.TERMINAL: self.tr("Terminal"),
            PanelKind.TICKET: self.tr("Ticket"),
            PanelKind.MAIL: self.tr("Mail"),
            PanelKind.PHONE: self.tr("Phone"),
            PanelKind.LETTER: self.tr("Letter"),
            PanelKind.PHOTO: self.tr("Photo"),
        }[kind]


def unwrap(paragraph: str) -> str:
    """Undo the line breaks of an author's editor: a long line goes on, a short one ends."""
    lines = paragraph.split("\n")
    text = lines[0]
    for before, line in pairwise(lines):
        text += (" " if len(before) >= WRAPPED_FROM else "\n") + line
    return text


class TerminalPage(QFrame):
    """A dark device with a title bar; long lines wrap anywhere, as in a real terminal."""

    def __init__(self, panel: PanelView) -> None:
        super().__init__()
        self.setProperty("surface", "terminal")
        bar = _TerminalBar(panel.title)
        self.output = QPlainTextEdit(panel.body)
        self.output.setProperty("role", "mono")
        self.output.setObjectName("terminal")
        self.output.setReadOnly(True)
        self.output.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.output.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.output.setTabChangesFocus(True)
        self.output.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.output.setAccessibleName(self.tr("Terminal output"))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.output, 1)
        self._bar = bar

    def natural_height(self, width: int) -> int:
        """Pixels that bar and text need at ``width``, and an empty line below."""
        metrics = QFontMetrics(theme_of().font("mono"))
        columns = max(20, (width - 56) // metrics.horizontalAdvance("0"))
        lines = sum(
            1 if not line else math.ceil(len(line) / columns)
            for line in self.output.toPlainText().split("\n")
        )
        return self._bar.sizeHint().height() + (lines + 1) * metrics.lineSpacing() + 32


class _TerminalBar(QWidget):
    """The device's upper edge: a status light and what it is connected to."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line of small type."""
        metrics = QFontMetrics(theme_of().font("mono"))
        return QSize(metrics.horizontalAdvance(self._title) + 60, metrics.height() + 12)

    def minimumSizeHint(self) -> QSize:
        """The title may be cut short by an ellipsis."""
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Light and title."""
        theme = theme_of()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("terminal_bar"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("terminal_muted"))
        middle = self.height() / 2
        painter.drawEllipse(12, round(middle - 3), 7, 7)
        font = theme.font("mono")
        painter.setFont(font)
        painter.setPen(theme.color("terminal_muted"))
        box = self.rect().adjusted(30, 0, -10, 0)
        title = QFontMetrics(font).elidedText(self._title, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), title)
        painter.end()


class PaperPage(QFrame):
    """A ticket, mail, note of a call, letter or photo: a headed sheet that scrolls."""

    def __init__(self, panel: PanelView, kind_name: str) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.setSpacing(12)
        title_role = "heading" if panel.kind is PanelKind.LETTER else "strong"
        head.addWidget(label(panel.title, title_role, wrap=True), 1)
        head.addWidget(label(kind_name, "caption", "muted"), 0, Qt.AlignmentFlag.AlignTop)
        body = Prose("body", leading=114)
        body.set_paragraphs([unwrap(part) for part in panel.body.strip().split("\n\n")])
        inner = QWidget()
        text = QVBoxLayout(inner)
        text.setContentsMargins(16, 0, 16, 16)
        text.addWidget(body)
        text.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Scroll(inner, panel.title), 1)
        self._text = text

    def natural_height(self, width: int) -> int:
        """Pixels that heading and text need at ``width``."""
        return theme_of().px(44) + needed_height(self._text, width - 4) + 8
