"""Two pictures of many plays: the frontier between two losses, and how results spread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.gui.theme import Theme, theme_of
from app.gui.widgets.rows import WRAP, wrapped_height
from app.play.wording import money, number, whole_euros

RIGHT_TOP = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class Mark:
    """A named point: expected client's loss and your own cost, cents. ``tone``: its colour."""

    name: str
    client_loss: float
    own: float
    tone: str = "ink"


class Plot(QWidget):
    """A drawing field with a legend of sentences below; one of them can be selected."""

    spoken_as = "Chart"

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._current = -1
        self._language = "en"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def current(self) -> int:
        """The selected sentence; -1 for none."""
        return self._current

    def sentences(self) -> list[str]:
        """What the plot says."""
        raise NotImplementedError

    def heightForWidth(self, width: int) -> int:
        """Field, axis and legend."""
        theme = theme_of()
        return self._field(width).bottom() + theme.px(26) + self._legend_height(width)

    def sizeHint(self) -> QSize:
        """A comfortable width, and the height that goes with it."""
        width = theme_of().px(460)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow, and as high as the present width asks."""
        least = theme_of().px(240)
        return QSize(least, self.heightForWidth(max(least, self.width())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go through what the plot says."""
        steps = {
            int(Qt.Key.Key_Down): 1,
            int(Qt.Key.Key_Right): 1,
            int(Qt.Key.Key_Up): -1,
            int(Qt.Key.Key_Left): -1,
        }
        step, last = steps.get(event.key(), 0), len(self.sentences()) - 1
        if not step or last < 0:
            super().keyPressEvent(event)
            return
        self._current = min(max(self._current + step, 0), last)
        self.describe()
        self.update()

    def describe(self) -> None:
        """Tell screen readers what is shown now."""
        spoken = self.sentences()
        name = self._name
        if 0 <= self._current < len(spoken):
            name = f"{name}: {spoken[self._current]}"
        self.setAccessibleName(name)
        self.setAccessibleDescription("\n".join(spoken))

    def _begin_anew(self, language: str) -> None:
        """There are other figures to show, in this language; none is looked at yet."""
        self._language = language
        self._current = -1
        self.describe()
        self.updateGeometry()
        self.update()

    def _euros(self, cents: float) -> str:
        return whole_euros(cents, self._language)

    def _field(self, width: int) -> QRect:
        theme = theme_of()
        left = theme.space(2)
        return QRect(left, theme.px(24), width - 2 * left, round(theme.px(200)))

    def _legend_height(self, width: int) -> int:
        theme = theme_of()
        metrics = QFontMetrics(theme.font("small"))
        inner = width - theme.px(30)
        heights = [wrapped_height(metrics, inner, text) for text in self.sentences()]
        return sum(heights) + theme.space(1.5) * len(heights) + theme.space(2)

    def legend_boxes(self, width: int) -> list[QRect]:
        """Where each sentence stands."""
        theme = theme_of()
        metrics = QFontMetrics(theme.font("small"))
        y = self._field(width).bottom() + theme.px(26)
        boxes = []
        for text in self.sentences():
            height = wrapped_height(metrics, width - theme.px(30), text)
            boxes.append(QRect(theme.px(24), y, width - theme.px(30), height))
            y += height + theme.space(1.5)
        return boxes

    def _paint_legend(self, painter: QPainter, theme: Theme, tones: Sequence[str]) -> None:
        boxes = self.legend_boxes(self.width())
        for index, (box, text) in enumerate(zip(boxes, self.sentences(), strict=True)):
            if index == self._current:
                ground = QRectF(box).adjusted(-theme.px(22), -2, 2, 2)
                painter.setBrush(theme.color("accent_soft"))
                ring = QPen(theme.color("focus"), 2) if self.hasFocus() else QPen(Qt.PenStyle.NoPen)
                painter.setPen(ring)
                painter.drawRoundedRect(ground, 4, 4)
            middle = box.top() + QFontMetrics(theme.font("small")).height() / 2
            paint_mark(
                painter, theme, QPointF(theme.px(11), middle), index, theme.color(tones[index])
            )
            painter.setPen(theme.color("ink"))
            painter.setFont(theme.font("small"))
            painter.drawText(box, WRAP, text)

    def _paint_axes(self, painter: QPainter, theme: Theme, up: str, along: str) -> None:
        field = self._field(self.width())
        painter.setPen(QPen(theme.color("line_strong"), 1))
        painter.drawLine(field.bottomLeft(), field.bottomRight())
        painter.drawLine(field.bottomLeft(), field.topLeft())
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("ink_muted"))
        painter.drawText(QRect(field.left(), 0, field.width(), field.top()), WRAP, up)
        below = QRect(field.left(), field.bottom() + 3, field.width(), theme.px(20))
        painter.drawText(below, RIGHT_TOP, along)
        if self.hasFocus() and self._current < 0:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(field).adjusted(-3, -3, 3, 3), 4, 4)


def apart(places: Sequence[QPointF], gap: float) -> list[QPointF]:
    """Places where none hides another: those nearer than ``gap`` pixels stand in a row."""
    rows: list[list[int]] = []
    for index, place in enumerate(places):
        for row in rows:
            away = places[row[0]] - place
            if max(abs(away.x()), abs(away.y())) < gap:
                row.append(index)
                break
        else:
            rows.append([index])
    spread = [*places]
    for row in rows:
        for at, index in enumerate(row):
            spread[index] = places[row[0]] + QPointF((at - (len(row) - 1) / 2) * gap, 0)
    return spread


class FrontierPlot(Plot):
    """The best possible trade-offs between the client's loss and yours, and where plans lie."""

    def __init__(self) -> None:
        self._line: tuple[tuple[float, float], ...] = ()
        self._marks: tuple[Mark, ...] = ()
        translate = QCoreApplication.translate
        self._sentence = translate(
            "FrontierPlot", "{plan}: the client loses {client}, you {own} on average"
        )
        self._up = translate("FrontierPlot", "Client's loss, up to {amount}")
        self._along = translate("FrontierPlot", "Your own loss, up to {amount}")
        super().__init__(translate("FrontierPlot", "The client's loss and yours"))

    def set_words(self, sentence: str, up: str, along: str) -> None:
        """Speak another language than the window's: ``{plan}``, ``{client}`` and ``{own}`` of a
        mark, and ``{amount}`` at the end of each axis.
        """
        self._sentence, self._up, self._along = sentence, up, along

    def set_points(
        self, line: Sequence[tuple[float, float]], marks: Sequence[Mark], language: str = "en"
    ) -> None:
        """The frontier as (client's loss, your loss) in cents, and the named plans."""
        self._line = tuple(sorted(line, key=lambda point: point[1]))
        self._marks = tuple(marks)
        self._begin_anew(language)

    def sentences(self) -> list[str]:
        """Each plan with both losses."""
        return [
            self._sentence.format(
                plan=mark.name,
                client=money(round(mark.client_loss), self._language),
                own=money(round(mark.own), self._language),
            )
            for mark in self._marks
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Axes, frontier, plans, legend."""
        theme = theme_of()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        every = [*self._line, *((mark.client_loss, mark.own) for mark in self._marks)]
        most = max((p[0] for p in every), default=1.0) * 1.08 or 1.0
        widest = max((p[1] for p in every), default=1.0) * 1.08 or 1.0
        self._paint_axes(
            painter,
            theme,
            self._up.format(amount=self._euros(most)),
            self._along.format(amount=self._euros(widest)),
        )
        field = QRectF(self._field(self.width()))

        def at(client: float, own: float) -> QPointF:
            x = field.left() + field.width() * own / widest
            return QPointF(x, field.bottom() - field.height() * client / most)

        if len(self._line) > 1:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawPolyline(QPolygonF([at(*point) for point in self._line]))
        for client, own in self._line:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(at(client, own), 2.5, 2.5)
        places = apart([at(mark.client_loss, mark.own) for mark in self._marks], theme.px(14))
        for index, (mark, place) in enumerate(zip(self._marks, places, strict=True)):
            paint_mark(painter, theme, place, index, theme.color(mark.tone))
        self._paint_legend(painter, theme, [mark.tone for mark in self._marks])
        painter.end()


class Histogram(Plot):
    """How results of many plays spread, and where yours lies."""

    def __init__(self) -> None:
        self._bars: tuple[tuple[float, int], ...] = ()
        self._mine = 0
        self._mean = 0.0
        super().__init__(QCoreApplication.translate("Histogram", "How results spread"))

    def set_distribution(
        self, bars: Sequence[tuple[float, int]], mean: float, mine: int, language: str = "en"
    ) -> None:
        """Left edges (cents) of equally wide bars with their counts; the mean; your result."""
        self._bars, self._mean, self._mine = tuple(bars), mean, mine
        self._begin_anew(language)

    def sentences(self) -> list[str]:
        """Your result, how many came out better, the mean."""
        translate = QCoreApplication.translate
        plays = sum(count for _, count in self._bars)
        below = sum(count for edge, count in self._bars if edge + self._width() <= self._mine)
        share = round(100 * below / plays) if plays else 0
        return [
            translate(
                "Histogram",
                "Your result: {mine}; played best, about {share} of 100 plays end cheaper",
            )
            .replace("{mine}", money(self._mine, self._language))
            .replace("{share}", str(share)),
            translate("Histogram", "Average of best play: {mean}").replace(
                "{mean}", money(round(self._mean), self._language)
            ),
        ]

    def _width(self) -> float:
        return self._bars[1][0] - self._bars[0][0] if len(self._bars) > 1 else 1.0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Axes, bars, the two lines, legend."""
        theme = theme_of()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        translate = QCoreApplication.translate
        field = QRectF(self._field(self.width()))
        low = min([edge for edge, _ in self._bars] + [float(self._mine)], default=0.0)
        ends = [edge + self._width() for edge, _ in self._bars]
        span = max([*ends, float(self._mine)]) - low or 1.0
        most = max((count for _, count in self._bars), default=1) or 1
        self._paint_axes(
            painter,
            theme,
            translate("Histogram", "Number of plays, up to {count}").format(
                count=number(most, self._language)
            ),
            translate("Histogram", "Final cost, {low} to {high}").format(
                low=self._euros(low), high=self._euros(low + span)
            ),
        )

        def x(cents: float) -> float:
            return field.left() + field.width() * (cents - low) / span

        painter.setPen(QPen(theme.color("accent"), 0.8))
        painter.setBrush(theme.color("accent_soft"))
        for edge, count in self._bars:
            height = field.height() * 0.94 * count / most
            width = x(edge + self._width()) - x(edge)
            painter.drawRect(QRectF(x(edge), field.bottom() - height, width, height))
        for index, (cents, tone) in enumerate(((float(self._mine), "loss"), (self._mean, "ink"))):
            painter.setPen(QPen(theme.color(tone), 2))
            painter.drawLine(QPointF(x(cents), field.top() + 8), QPointF(x(cents), field.bottom()))
            top = QPointF(x(cents), field.top() + 6 + index * theme.px(12))
            paint_mark(painter, theme, top, index, theme.color(tone))
        self._paint_legend(painter, theme, ["loss", "ink"])
        painter.end()


def paint_mark(painter: QPainter, theme: Theme, at: QPointF, kind: int, colour: QColor) -> None:
    """A small sign: disc, diamond, square, or triangle, so that colour is never alone."""
    r = theme.px(5)
    painter.setPen(QPen(theme.color("raised"), 1.4))
    painter.setBrush(colour)
    if kind % 4 == 0:
        painter.drawEllipse(at, r, r)
        return
    shapes = (
        ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
        ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
        ((0, -1.15), (1.1, 0.9), (-1.1, 0.9)),
    )
    painter.drawPolygon(
        QPolygonF([QPointF(at.x() + dx * r, at.y() + dy * r) for dx, dy in shapes[kind % 4 - 1]])
    )
