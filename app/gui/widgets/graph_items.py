"""What a story's graph is painted of: nodes told apart by shape, and edges with arrowheads."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTextLayout
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from app.authoring.layout import NODE_HEIGHT, NODE_WIDTH, Route
from app.gui.icons import paint_icon
from app.gui.theme import Theme, theme_of

_ARROW = 8.0
WARMEST = 0.42
"""How much of the warm colour the hottest node has: more would drown its title."""
TONES = {"saved": ("gain", "check"), "mixed": ("warning", "letter"), "lost": ("loss", "warning")}
"""Colour and icon of an ending."""


@dataclass(frozen=True, slots=True)
class NodeLook:
    """A node to paint. ``kind``: ``decision``, ``chance``, ``ending``; ``tone`` of an ending."""

    id: str
    title: str
    kind: str
    tone: str = ""
    start: bool = False
    problem: bool = False


@dataclass(frozen=True, slots=True)
class Warmth:
    """The heat of a node: ``share`` 0 to 1 colours it, ``text`` says the figure."""

    share: float
    text: str


class NodeItem(QGraphicsItem):
    """A decision is a box, chance a hexagon, an ending a rounded bar with the mark of its tone."""

    def __init__(self, look: NodeLook) -> None:
        super().__init__()
        self.look = look
        self.warmth: Warmth | None = None
        self.chosen = False
        self.found = False
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsFocusable, False)
        self.setToolTip(f"{look.title}\n{look.id}")
        self.setZValue(2)

    def size(self) -> tuple[float, float]:
        """Width and height, growing with the text."""
        theme = theme_of()
        return NODE_WIDTH * theme.text_percent / 100, NODE_HEIGHT * theme.text_percent / 100

    def boundingRect(self) -> QRectF:
        """With room for the ring of a chosen node."""
        width, height = self.size()
        return QRectF(-width / 2, -height / 2, width, height).adjusted(-7, -7, 7, 7)

    def shape(self) -> QPainterPath:
        """Where a click hits."""
        return self.outline()

    def outline(self, grow: float = 0.0) -> QPainterPath:
        """The edge of the shape."""
        width, height = self.size()
        box = QRectF(-width / 2, -height / 2, width, height).adjusted(-grow, -grow, grow, grow)
        path = QPainterPath()
        if self.look.kind == "chance":
            slant = height / 4
            corners = (
                QPointF(box.left() + slant, box.top()),
                QPointF(box.right() - slant, box.top()),
                QPointF(box.right(), 0),
                QPointF(box.right() - slant, box.bottom()),
                QPointF(box.left() + slant, box.bottom()),
                QPointF(box.left(), 0),
            )
            path.addPolygon(QPolygonF(corners))
            path.closeSubpath()
        else:
            radius = height / 2 if self.look.kind == "ending" else 6.0
            path.addRoundedRect(box, radius, radius)
        return path

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """The shape, its heat, its title, and the rings of choice and search."""
        theme = theme_of()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for on, grow, role in ((self.chosen, 5.0, "focus"), (self.found, 3.0, "accent")):
            if on:
                painter.setPen(QPen(theme.color(role), 3))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPath(self.outline(grow))
        painter.setBrush(self.ground(theme))
        painter.setPen(self.pen(theme))
        painter.drawPath(self.outline())
        if self.look.start:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self.outline(-5))
        self.paint_words(painter, theme)

    def ground(self, theme: Theme) -> QColor:
        """The filling."""
        plain = {"decision": "raised", "chance": "accent_soft", "ending": "surface"}
        ground = theme.color("raised" if self.warmth is not None else plain[self.look.kind])
        if self.warmth is None:
            return ground
        return blend(ground, theme.color("warning"), WARMEST * self.warmth.share)

    def pen(self, theme: Theme) -> QPen:
        """The edge."""
        if self.look.kind == "ending":
            return QPen(theme.color(TONES[self.look.tone][0]), 2.5)
        if self.look.kind == "chance":
            return QPen(theme.color("accent"), 1.5)
        return QPen(theme.color("line_strong"), 1.5)

    def paint_words(self, painter: QPainter, theme: Theme) -> None:
        """Title, id or heat, and the marks."""
        width, height = self.size()
        side = theme.px({"decision": 12, "chance": 24, "ending": 24}[self.look.kind])
        box = QRectF(-width / 2 + side, -height / 2 + 6, width - 2 * side, height - 12)
        mark = theme.px(16)
        if self.look.problem or self.look.kind == "ending":
            role, name = ("loss", "warning") if self.look.problem else TONES[self.look.tone]
            place = QRectF(box.right() - mark, box.bottom() - mark, mark, mark)
            paint_icon(painter, name, place, theme.color(role))
        painter.setPen(theme.color("ink"))
        font = theme.font("small_strong")
        painter.setFont(font)
        lines = two_lines(painter, self.look.title, box.width())
        step = painter.fontMetrics().height()
        for number, line in enumerate(lines):
            across = QRectF(box.left(), box.top() + number * step, box.width(), step)
            painter.drawText(across, Qt.AlignmentFlag.AlignLeft, line)
        painter.setFont(theme.font("mono" if self.warmth is None else "small_strong"))
        id_ = self.look.id if self.look.id != self.look.title else ""
        told = id_ if self.warmth is None else self.warmth.text
        painter.setPen(theme.color("ink_muted" if self.warmth is None else "ink"))
        room = box.width() - mark - 4
        told = painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, told)


class EdgeItem(QGraphicsPathItem):
    """A curve through the lanes of a route; a loop is dashed. ``strong``: at the chosen node."""

    def __init__(self, route: Route, moves: str) -> None:
        super().__init__()
        self.route = route
        self.strong = False
        self.setToolTip(f"{route.source} → {route.target}\n{moves}")
        scale = theme_of().text_percent / 100
        self._points = [QPointF(x * scale, y * scale) for x, y in route.points]
        self.setPath(self._curve())
        self._tip = self._head()

    def boundingRect(self) -> QRectF:
        """With the arrowhead."""
        return self.path().boundingRect().adjusted(-_ARROW, -_ARROW, _ARROW, _ARROW)

    def shape(self) -> QPainterPath:
        """Nothing: clicks go to nodes."""
        return QPainterPath()

    def set_strong(self, strong: bool) -> None:
        """Bring the edge forward, or put it back."""
        self.strong = strong
        self.setZValue(1 if strong else 0)
        self.update()

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """The line and its head."""
        pen = self.line(theme_of())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self.path())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pen.color())
        painter.drawPolygon(self._tip)

    def line(self, theme: Theme) -> QPen:
        """Colour, width and dashes."""
        colour = theme.color("focus" if self.strong else "line_strong")
        pen = QPen(colour, 2.5 if self.strong else 1.25)
        if self.route.loop:
            pen.setStyle(Qt.PenStyle.DashLine)
        return pen

    def _curve(self) -> QPainterPath:
        path = QPainterPath(self._points[0])
        for here, after in pairwise(self._points):
            if self.route.loop:
                path.lineTo(after)
                continue
            middle = (here.y() + after.y()) / 2
            path.cubicTo(QPointF(here.x(), middle), QPointF(after.x(), middle), after)
        return path

    def _head(self) -> QPolygonF:
        tip = self._points[-1]
        angle = pi / 2
        if self.route.loop:
            before = self._points[-2]
            angle = atan2(tip.y() - before.y(), tip.x() - before.x())
        wings = [
            QPointF(tip.x() - _ARROW * cos(angle + turn), tip.y() - _ARROW * sin(angle + turn))
            for turn in (-0.45, 0.45)
        ]
        return QPolygonF((tip, *wings))


def blend(ground: QColor, over: QColor, share: float) -> QColor:
    """A colour between two: 0 is the ground."""
    return QColor(
        round(ground.red() + (over.red() - ground.red()) * share),
        round(ground.green() + (over.green() - ground.green()) * share),
        round(ground.blue() + (over.blue() - ground.blue()) * share),
    )


def two_lines(painter: QPainter, text: str, width: float) -> list[str]:
    """The text on at most two lines, the second one cut where it does not fit."""
    layout = QTextLayout(text, painter.font())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    length = line.textLength()
    layout.endLayout()
    rest = text[length:].strip()
    if not rest:
        return [text]
    cut = painter.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, int(width))
    return [text[:length].strip(), cut]
