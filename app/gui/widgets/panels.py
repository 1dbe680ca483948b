"""The documents and devices on the desk: one tab each, looking like what they are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, QVariantAnimation
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
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
from app.gui.widgets.scroll import Scroll, follow_finger
from app.gui.widgets.text import Prose, label, set_look
from app.play.view import PanelView

WRAPPED_FROM = 60
"""A line of prose of at least so many characters was broken by an editor, not by its author."""

TYPING_MS = 900
TYPING_MS_PER_LINE = 110
"""How long output types itself: at most, and for each line."""

LEAST_TERMINAL_TYPE = 0.84
"""How far a terminal's letters may shrink before it scrolls sideways: 11 px of 13."""

_TERMINAL_MARGINS = 52
"""Pixels of a terminal's width that are frame and padding."""

_TITLE_ROLES = {PanelKind.LETTER: "heading"}


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
        self.tabs.currentChanged.connect(self._open)
        # New widgets are slow to style, so two pages show all documents in turn.
        self._terminal, self._paper = TerminalPage(), PaperPage()
        self.pages.addWidget(self._terminal)
        self.pages.addWidget(self._paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)

    def set_panels(self, panels: Sequence[PanelView], *, animate: bool = False) -> None:
        """Lay these on the desk; the first one that is new is on top.

        With ``animate`` a terminal that is new types its output.
        """
        panels = tuple(panels)
        fresh = [i for i, panel in enumerate(panels) if panel not in self._panels]
        self._panels = panels
        self.tabs.blockSignals(True)
        while self.tabs.count() > len(panels):
            self.tabs.removeTab(self.tabs.count() - 1)
        for index, panel in enumerate(panels):
            if index == self.tabs.count():
                self.tabs.addTab("")
            self.tabs.setTabText(index, panel.title)
            self.tabs.setTabToolTip(index, self._kind_name(panel.kind))
        self.tabs.blockSignals(False)
        self._draw_icons()
        shown = fresh[0] if fresh else 0
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(shown)
        self.tabs.blockSignals(False)
        self._open(shown, animate=animate and bool(fresh))
        self.setVisible(bool(panels))

    def is_moving(self) -> bool:
        """Whether a terminal is typing."""
        return self._terminal.is_typing()

    def settle(self) -> None:
        """Show all of the open document now."""
        self._terminal.settle()

    def _open(self, index: int, *, animate: bool = False) -> None:
        """Bring a tab's document to the top; a page is filled only when somebody looks at it."""
        if not 0 <= index < len(self._panels):
            return
        panel = self._panels[index]
        kind_name = self._kind_name(panel.kind)
        if panel.kind is PanelKind.TERMINAL:
            self._terminal.show_panel(panel, kind_name, animate=animate)
            self.pages.setCurrentWidget(self._terminal)
        else:
            self._paper.show_panel(panel, kind_name)
            self.pages.setCurrentWidget(self._paper)

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
    """A dark device with a title bar. No line wraps, for that would break its columns: the letters
    shrink somewhat until the longest line fits, and what is wider still scrolls sideways.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "terminal")
        self._bar = _TerminalBar()
        self.output = QPlainTextEdit()
        self.output.setProperty("role", "mono")
        self.output.setObjectName("terminal")
        self.output.setReadOnly(True)
        self.output.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.output.setTabChangesFocus(True)
        self.output.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.output.setAccessibleName(self.tr("Terminal output"))
        follow_finger(self.output)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self.output, 1)
        self._body = ""
        self._typing = QVariantAnimation(self)
        self._typing.valueChanged.connect(self._type)
        self._typing.finished.connect(self._show_all)

    def show_panel(self, panel: PanelView, kind_name: str, *, animate: bool = False) -> None:
        """Show a device's output from its first line; what is shown already stays as it is.

        With ``animate`` it types itself, unless motion is reduced.
        """
        if not _names(self, panel, kind_name):
            return
        self._bar.set_title(panel.title)
        self._typing.stop()
        self._body = panel.body
        self._fit()
        if not animate or theme_of().reduced_motion or not self.window().isVisible():
            self._show_all()
            return
        self.output.setPlainText("")
        self._typing.setStartValue(0)
        self._typing.setEndValue(len(self._body))
        self._typing.setDuration(min(TYPING_MS, TYPING_MS_PER_LINE * (1 + self._body.count("\n"))))
        self._typing.start()

    def is_typing(self) -> bool:
        """Whether the output is still appearing."""
        return self._typing.state() == QVariantAnimation.State.Running

    def settle(self) -> None:
        """Show all output now."""
        if self.is_typing():
            self._typing.stop()
            self._show_all()

    def _type(self, count: int) -> None:
        # New bounds make the animation tell a value too, before it runs.
        if self.is_typing():
            self.output.setPlainText(self._body[:count])

    def _show_all(self) -> None:
        if self.output.toPlainText() != self._body:
            self.output.setPlainText(self._body)

    def natural_height(self, width: int) -> int:
        """Pixels that bar and text need at ``width``, and an empty line below."""
        metrics = QFontMetrics(self._fitting_font(width))
        lines = self._body.count("\n") + 2
        wide = metrics.horizontalAdvance("0") * self._columns() > width - _TERMINAL_MARGINS
        bar = self.output.horizontalScrollBar().sizeHint().height() if wide else 0
        return self._bar.sizeHint().height() + lines * metrics.lineSpacing() + 32 + bar

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the letters to the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the letters again when their own size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        font = self._fitting_font(self.width())
        if font != self.output.document().defaultFont():
            self.output.document().setDefaultFont(font)

    def _columns(self) -> int:
        return max(map(len, self._body.split("\n")))

    def _fitting_font(self, width: int) -> QFont:
        font = theme_of().font("mono")
        needed = QFontMetricsF(font).horizontalAdvance("0") * self._columns()
        room = max(width - _TERMINAL_MARGINS, 1)
        if needed > room:
            least = math.ceil(font.pixelSize() * LEAST_TERMINAL_TYPE)
            font.setPixelSize(max(least, math.floor(font.pixelSize() * room / needed)))
        return font


class _TerminalBar(QWidget):
    """The device's upper edge: a status light and what it is connected to."""

    spoken_as = "TitleBar"

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_title(self, title: str) -> None:
        """What the device is connected to."""
        self._title = title
        self.setAccessibleName(title)
        self.updateGeometry()
        self.update()

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

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        # A heading may be one long word, and is broken then.
        self._title = Prose("strong", leading=100)
        self._kind = label("", "caption", "muted")
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignTop)
        self._body = Prose("body", leading=114)
        inner = QWidget()
        self._text = QVBoxLayout(inner)
        self._text.setContentsMargins(16, 12, 16, 16)
        self._text.setSpacing(8)
        # The heading scrolls along: it may be long, and the desk narrow.
        self._text.addLayout(head)
        self._text.addWidget(self._body)
        self._text.addStretch(1)
        # Named after each document in turn; without any name the keyboard would pass it by.
        self._scroll = Scroll(inner, " ")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow desk the kind stands below the heading."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        narrow = self.width() < theme_of().px(280)
        self._head.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def show_panel(self, panel: PanelView, kind_name: str) -> None:
        """Show a document from its beginning; one that is shown already stays as it is."""
        if _names(self, panel, kind_name):
            set_look(self._title, "role", _TITLE_ROLES.get(panel.kind, "strong"))
            self._title.set_paragraphs([panel.title])
            self._kind.setText(kind_name)
            self._body.set_paragraphs([unwrap(part) for part in panel.body.strip().split("\n\n")])
            self._scroll.setAccessibleName(panel.title)
            self._scroll.verticalScrollBar().setValue(0)

    def natural_height(self, width: int) -> int:
        """Pixels that heading and text need at ``width``."""
        return needed_height(self._text, width - 4) + 8


def _names(page: QWidget, panel: PanelView, kind_name: str) -> bool:
    """Name a page after a document; whether that is another one than before."""
    name = f"{kind_name}: {panel.title}"
    if (page.accessibleName(), page.accessibleDescription()) == (name, panel.body):
        return False
    page.setAccessibleName(name)
    page.setAccessibleDescription(panel.body)
    return True
