"""A page to read: one scrolling column of sections, with a foot of buttons that stays."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.gui.theme import theme_of
from app.gui.widgets.scroll import follow_finger
from app.gui.widgets.text import Button, label, set_tone

CONTENT_WIDTH = 1160
"""Widest content, pixels at 100 % text: longer lines are hard to read."""
_SETTLING = 250
"""Milliseconds in which a long page finds its height."""


class Page(QWidget):
    """Add sections to ``body``; ``add_buttons`` fills the foot."""

    def __init__(self) -> None:
        super().__init__()
        content = QWidget()
        content.setObjectName("scroll")
        self._content = content
        self._margins = QHBoxLayout(content)
        inner = QWidget()
        self._inner = inner
        self._margins.addStretch(1)
        self._margins.addWidget(inner, 1000)
        self._margins.addStretch(1)
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(content)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        follow_finger(self.area)
        self._foot = QFrame()
        self._foot.setProperty("surface", "foot")
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addWidget(self._foot)
        self._measure()

    def add_buttons(self, quiet: Sequence[Button], main: Sequence[Button]) -> None:
        """Put buttons into the foot: side ones on the left, the main ones on the right."""
        side, rest = QHBoxLayout(), QHBoxLayout()
        for button in quiet:
            side.addWidget(button)
        side.addStretch(1)
        rest.addStretch(1)
        for button in main:
            rest.addWidget(button)
        self._buttons.addLayout(side)
        self._buttons.addLayout(rest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The main buttons go below the others where all do not fit on a line."""
        super().resizeEvent(event)
        self._place_buttons()

    def _place_buttons(self) -> None:
        parts = [self._buttons.itemAt(index) for index in range(self._buttons.count())]
        margins = self._buttons.contentsMargins()
        needed = sum(part.sizeHint().width() for part in parts if part is not None)
        room = self.width() - margins.left() - margins.right() - self._buttons.spacing()
        directions = QBoxLayout.Direction
        fits = needed <= room
        self._buttons.setDirection(directions.LeftToRight if fits else directions.TopToBottom)

    def hold(self, part: QWidget) -> None:
        """Keep ``part`` where it is on the screen while more comes in above it, if it shows."""
        port = self.area.viewport()
        top = part.mapTo(port, QPoint()).y()
        if self.area.verticalScrollBar().value() and top < port.height() / 2:
            follower = _Follower(part, self.area, top)
            QTimer.singleShot(_SETTLING, follower, follower.deleteLater)

    def to_top(self) -> None:
        """Scroll back to the beginning."""
        self.area.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Down, Home and End read on, wherever the focus is."""
        bar = self.area.verticalScrollBar()
        goal = {
            int(Qt.Key.Key_PageDown): bar.value() + bar.pageStep(),
            int(Qt.Key.Key_PageUp): bar.value() - bar.pageStep(),
            int(Qt.Key.Key_Home): bar.minimum(),
            int(Qt.Key.Key_End): bar.maximum(),
        }.get(event.key())
        if goal is None:
            super().keyPressEvent(event)
            return
        bar.setValue(goal)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._measure()

    def _measure(self) -> None:
        theme = theme_of()
        self._inner.setMaximumWidth(theme.px(CONTENT_WIDTH))
        side = theme.space(7)
        self._margins.setContentsMargins(side, theme.space(7), side, theme.space(9))
        self.body.setSpacing(theme.space(9))
        self._buttons.setContentsMargins(side, theme.space(3), side, theme.space(3))
        self._place_buttons()


class _Follower(QObject):
    """Scrolls so that a part of the page stays ``top`` pixels below the area's edge."""

    def __init__(self, part: QWidget, area: QScrollArea, top: int) -> None:
        super().__init__(part)
        self._part, self._area, self._top = part, area, top
        part.installEventFilter(self)
        # It may be moved before there is room to scroll.
        area.verticalScrollBar().rangeChanged.connect(self.follow)

    def follow(self) -> None:
        """Scroll to it."""
        now = self._part.mapTo(self._area.viewport(), QPoint()).y()
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + now - self._top)

    def eventFilter(self, _part: QObject, event: QEvent) -> bool:
        """Only looks on."""
        if event.type() == QEvent.Type.Move:
            self.follow()
        return False


class MapButton(Button):
    """Leads to the map, as the key M does."""

    def __init__(self) -> None:
        super().__init__(self.tr("Map"), "quiet", "map")
        self.setToolTip(self.tr("Map of your play (M)"))


class Section(QWidget):
    """A titled part of a page. Add its widgets to ``column``."""

    spoken_as = "Grouping"

    def __init__(self, title: str, lead: str = "") -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme_of().space(3))
        self.title = label("", "heading", wrap=True)
        self.column.addWidget(self.title)
        self.set_title(title)
        self.lead = label(lead, "body", "muted", wrap=True)
        # Shown before it has a parent it would flash up as a window.
        self.column.addWidget(self.lead)
        self.lead.setVisible(bool(lead))

    def set_title(self, text: str) -> None:
        """The section's heading."""
        self.title.setText(text)
        self.setAccessibleName(text)

    def set_lead(self, text: str) -> None:
        """The sentence under the title; empty hides it."""
        self.lead.setText(text)
        self.lead.setVisible(bool(text))


class Split(QWidget):
    """Two or more parts side by side, or below each other where that gets too narrow."""

    def __init__(self, parts: Sequence[tuple[QWidget, int]], narrow: int) -> None:
        super().__init__()
        self._narrow = narrow
        self._parts = [part for part, _ in parts]
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme_of().space(7))
        for part, stretch in parts:
            self._row.addWidget(part, stretch, Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def stacked(self) -> bool:
        """Whether the parts are below each other now."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack below ``narrow`` pixels at 100 % text."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        stacked = self.width() < theme_of().px(self._narrow)
        direction = directions.TopToBottom if stacked else directions.LeftToRight
        if direction != self._row.direction():
            self._row.setDirection(direction)
            # A part that is aligned gets no height for its width below others.
            top = Qt.AlignmentFlag.AlignTop
            for part in self._parts:
                self._row.setAlignment(part, Qt.AlignmentFlag(0) if stacked else top)
            self.updateGeometry()


class Figure(QFrame):
    """A big amount with its caption above and a line of explanation below."""

    spoken_as = "Grouping"

    def __init__(self, caption: str, tone: str = "") -> None:
        super().__init__()
        self.setProperty("surface", "card")
        theme = theme_of()
        self._caption, self._tone = caption, tone
        self._amount = label("", "number", tone)
        self._note = label("", "small", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(4)] * 4)
        column.setSpacing(theme.space(0.5))
        column.addWidget(label(caption, "caption", "muted", wrap=True))
        column.addWidget(self._amount)
        column.addWidget(self._note)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_amount(self, amount: str, note: str = "", *, zero: bool = False) -> None:
        """Show an amount and what there is to say about it; ``zero`` keeps it plain."""
        set_tone(self._amount, "" if zero else self._tone)
        self._amount.setText(amount)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.setAccessibleName(f"{self._caption}: {amount}")
        self.setAccessibleDescription(note)


class Figures(QWidget):
    """Figures in a row that breaks into as many lines as it needs."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        super().__init__()
        self.figures = tuple(figures)
        self._per_line = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme_of().space(3))
        self._lines: list[QHBoxLayout] = []
        self._flow(len(self.figures))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many beside each other as fit."""
        super().resizeEvent(event)
        fit = max(1, self.width() // theme_of().px(215))
        count = len(self.figures)
        if fit < count:
            fit = max(1, -(-count // -(-count // fit)))
        self._flow(min(fit, count))

    def _flow(self, per_line: int) -> None:
        if per_line == self._per_line:
            return
        self._per_line = per_line
        for line in self._lines:
            while line.count():
                line.takeAt(0)
            self._column.removeItem(line)
        self._lines = []
        for start in range(0, len(self.figures), per_line):
            line = QHBoxLayout()
            line.setSpacing(theme_of().space(3))
            for figure in self.figures[start : start + per_line]:
                line.addWidget(figure, 1)
            self._column.addLayout(line)
            self._lines.append(line)
