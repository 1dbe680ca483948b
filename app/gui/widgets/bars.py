"""Rows of bars: the one chart behind the waterfall, the heads of loss, and the review's sums.

Each row has its label on the left, its bar in the middle and its amount on the right; where
that gets too narrow, the bar moves below. Rows are selected with the arrow keys, the mouse,
or a screen reader, which hears each row as one sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.gui.theme import Theme, theme_of
from app.gui.widgets.rows import RIGHT, WRAP, Painted, Rows, wrapped_height


class Look(Enum):
    """What a bar stands for: fill and edge, as palette roles. Red is money lost, only that."""

    LOSS = ("loss", "loss")
    LOSS_PART = ("loss_soft", "loss")
    MONEY = ("accent", "accent")
    MONEY_PART = ("accent_soft", "accent")
    GAIN = ("gain", "gain")
    PLAIN = ("line_strong", "line_strong")


@dataclass(frozen=True, slots=True)
class Bar:
    """A row. The bar runs from ``start`` to ``end`` (cents); ``amount`` is the text beside it.

    ``says``: the sentence a screen reader speaks; ``heading`` opens a new group above the row;
    ``total``: a sum, set in bold; ``below``: a second, thinner bar from 0, for comparison;
    ``mark``: a short word after the label; ``joined``: linked to the row before by a line.
    """

    label: str
    start: int
    end: int
    amount: str
    look: Look = Look.MONEY
    says: str = ""
    heading: str = ""
    total: bool = False
    below: int | None = None
    below_amount: str = ""
    mark: str = ""
    joined: bool = False

    @property
    def sentence(self) -> str:
        """What a screen reader speaks."""
        return self.says or f"{self.label}: {self.amount}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row's parts are; empty rectangles for parts it does not have."""

    row: QRect
    heading: QRect
    label: QRect
    bar: QRect
    amount: QRect


class BarChart(Rows):
    """A chart of rows. ``selected`` tells which row the player looks at.

    A bar of ``whole`` is as long as there is room; without it, the longest one is.
    """

    spoken_as = "Chart"

    def __init__(self, name: str = "", parent: QWidget | None = None, *, whole: int = 0) -> None:
        self._whole = whole
        self._bars: tuple[Bar, ...] = ()
        # Layouts ask for heights hundreds of times before they settle.
        self._measured: dict[tuple[Theme, int], list[Place]] = {}
        super().__init__(name, parent)

    # --- content ---------------------------------------------------------------------

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The rows shown."""
        return self._bars

    def set_bars(self, bars: Sequence[Bar], current: int = -1) -> None:
        """Show these rows, the given one selected."""
        self._bars = tuple(bars)
        self._measured.clear()
        self.rows_changed(current)

    def sentences(self) -> list[str]:
        """Each row as a sentence."""
        return [bar.sentence for bar in self._bars]

    def accessible_text(self) -> str:
        """The whole chart in sentences."""
        lines = []
        for bar in self._bars:
            if bar.heading:
                lines.append(f"{bar.heading}:")
            lines.append(bar.sentence)
        return "\n".join(lines)

    # --- places ----------------------------------------------------------------------

    def places(self, width: int) -> list[Place]:
        """Where each row goes at a width."""
        key = (theme_of(), width)
        if key not in self._measured:
            self._measured[key] = _Layout(key[0], self._bars, width).places()
        return self._measured[key]

    def painted(self) -> list[Painted]:
        """Every text of the chart as it is painted now."""
        theme = theme_of()
        found = []
        for bar, place in zip(self._bars, self.places(self.width()), strict=True):
            if bar.heading:
                font = theme.font("small_strong")
                found.append(Painted(bar.heading, font, place.heading, WRAP, "ink_muted"))
            # What changes nothing steps back, so that the eye finds what does.
            tone = "ink_muted" if bar.joined and bar.start == bar.end else "ink"
            font, amount_font = _label_font(theme, bar), _amount_font(theme, bar)
            found.append(Painted(_label(bar), font, place.label, WRAP, tone))
            found.append(Painted(_amount(bar), amount_font, place.amount, RIGHT, tone))
        return found

    def row_boxes(self, width: int) -> list[QRect]:
        """The rows with their headings."""
        return [place.row for place in self.places(width)]

    # --- looks -----------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Rows, bars, links, texts."""
        theme = theme_of()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self.places(self.width())
        scale = _Scale(self._bars, self._whole)
        for index, (bar, place) in enumerate(zip(self._bars, places, strict=True)):
            self.paint_ground(painter, theme, _below_heading(place), index)
            before = places[index - 1] if index else None
            if bar.joined and before is not None:
                _paint_link(painter, theme, scale, bar, before, place)
            _paint_bar(painter, theme, scale, bar, place)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for text in self.painted():
            painter.setFont(text.font)
            painter.setPen(theme.color(text.tone))
            painter.drawText(text.box, text.flags, text.text)
        painter.end()


class _Scale:
    """Cents to pixels: zero, the whole, and every bar fit."""

    def __init__(self, bars: Sequence[Bar], whole: int) -> None:
        ends = [0, whole] + [
            value for bar in bars for value in (bar.start, bar.end, bar.below or 0)
        ]
        self.low, self.high = min(ends), max(ends)

    def x(self, box: QRect, cents: int) -> float:
        span = max(self.high - self.low, 1)
        return box.left() + box.width() * (cents - self.low) / span


class _Layout:
    """Measures the rows at a width."""

    def __init__(self, theme: Theme, bars: Sequence[Bar], width: int) -> None:
        self.theme, self.bars, self.width = theme, bars, width
        self.pad = theme.space(3)
        metrics = [(QFontMetrics(_amount_font(theme, bar)), _amount(bar)) for bar in bars]
        self.amount_width = max((_text_size(m, text).width() for m, text in metrics), default=0) + 2
        labels = [(QFontMetrics(_label_font(theme, bar)), _label(bar)) for bar in bars]
        longest = max((m.horizontalAdvance(text) for m, text in labels), default=0) + 2
        room = width - 2 * self.pad - self.amount_width - theme.space(8)
        self.stacked = room < theme.px(380)
        self.label_width = min(longest, round(room * 0.52))

    def places(self) -> list[Place]:
        """The rows from the top down."""
        result, y = [], 0
        for bar in self.bars:
            place = self._place(bar, y)
            result.append(place)
            y = place.row.bottom() + 1
        return result

    def _place(self, bar: Bar, y: int) -> Place:
        theme, pad, gap = self.theme, self.pad, self.theme.space(4)
        inner = self.width - 2 * pad
        heading = QRect()
        if bar.heading:
            y += theme.space(3) if y else 0
            metrics = QFontMetrics(theme.font("small_strong"))
            height = wrapped_height(metrics, inner, bar.heading)
            heading = QRect(pad, y, inner, height)
            y += height + theme.space(1)
        label_font = QFontMetrics(_label_font(theme, bar))
        amount_height = _text_size(QFontMetrics(_amount_font(theme, bar)), _amount(bar)).height()
        thick = theme.px(26 if bar.below is not None else 16)
        edge = theme.space(1.5)
        amount_x = self.width - pad - self.amount_width
        if self.stacked:
            label_width = max(inner - self.amount_width - gap, theme.px(60))
            height = max(wrapped_height(label_font, label_width, _label(bar)), amount_height)
            label = QRect(pad, y + edge, label_width, height)
            amount = QRect(amount_x, y + edge, self.amount_width, height)
            bar_box = QRect(pad, y + edge + height + theme.space(1), inner, thick)
            bottom = bar_box.bottom() + 1 + edge
        else:
            height = max(
                wrapped_height(label_font, self.label_width, _label(bar)), amount_height, thick
            )
            label = QRect(pad, y + edge, self.label_width, height)
            amount = QRect(amount_x, y + edge, self.amount_width, height)
            x = pad + self.label_width + gap
            bar_box = QRect(x, y + edge + (height - thick) // 2, amount_x - gap - x, thick)
            bottom = y + 2 * edge + height
        return Place(QRect(0, y, self.width, bottom - y), heading, label, bar_box, amount)


def _below_heading(place: Place) -> QRect:
    if place.heading.isEmpty():
        return place.row
    return place.row.adjusted(0, place.heading.bottom() + 1 - place.row.top(), 0, 0)


def _label(bar: Bar) -> str:
    return f"{bar.label} · {bar.mark}" if bar.mark else bar.label


def _amount(bar: Bar) -> str:
    return f"{bar.amount}\n{bar.below_amount}" if bar.below is not None else bar.amount


def _label_font(theme: Theme, bar: Bar) -> QFont:
    return theme.font("strong" if bar.total else "body")


def _amount_font(theme: Theme, bar: Bar) -> QFont:
    font = theme.font("strong" if bar.total else "body")
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _text_size(metrics: QFontMetrics, text: str) -> QSize:
    return metrics.size(0, text)


def _paint_bar(painter: QPainter, theme: Theme, scale: _Scale, bar: Bar, place: Place) -> None:
    box = place.bar
    zero = scale.x(box, 0)
    painter.setPen(QPen(theme.color("line_strong"), 1))
    ground = _below_heading(place)
    if box.top() > place.label.bottom():
        ground = box
    if place.heading.isValid():
        # A long heading reaches over the line.
        ground = ground.adjusted(0, 4, 0, 0)
    painter.drawLine(round(zero), ground.top(), round(zero), ground.bottom() + 1)
    left, right = sorted((scale.x(box, bar.start), scale.x(box, bar.end)))
    height = box.height() if bar.below is None else round(box.height() * 0.55)
    fill, edge = (theme.color(role) for role in bar.look.value)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(fill)
    shape = QRectF(left, box.top() + 0.5, max(right - left, 2.0), height - 1)
    painter.drawRoundedRect(shape, 1.5, 1.5)
    if bar.below is not None:
        end = scale.x(box, bar.below)
        top = box.top() + height + 2
        thin = QRectF(zero, top, max(end - zero, 2.0), box.bottom() - top)
        painter.setPen(QPen(theme.color("line_strong"), 1))
        painter.setBrush(theme.color("line"))
        painter.drawRoundedRect(thin, 1.5, 1.5)


def _paint_link(
    painter: QPainter, theme: Theme, scale: _Scale, bar: Bar, before: Place, place: Place
) -> None:
    x = scale.x(place.bar, bar.start)
    pen = QPen(theme.color("line_strong"), 1, Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawLine(round(x), before.bar.bottom() + 1, round(x), place.bar.top())
