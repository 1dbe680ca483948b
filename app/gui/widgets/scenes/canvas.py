"""A small drawing surface for the scenes: units, shapes, soft shadows, lights.

Units: a picture is at least 100 high and at least 125 wide; one of the two is exact and the
other grows with the widget. So a wide strip shows more of the room, never a stretched one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
    QTransform,
)

from app.gui.widgets.scenes.palette import NIGHT, ScenePalette

MIN_WIDTH = 125.0
MIN_HEIGHT = 100.0

Points = Sequence[tuple[float, float]]


class Canvas:
    """Draws on ``painter``, scaled so that ``width`` x ``height`` pixels hold the picture."""

    def __init__(
        self, painter: QPainter, width: float, height: float, palette: ScenePalette
    ) -> None:
        scale = min(width / MIN_WIDTH, height / MIN_HEIGHT)
        self.painter = painter
        self.palette = palette
        self.w = width / scale
        self.h = height / scale
        self.cx = self.w / 2
        self.spare = self.h - MIN_HEIGHT
        """Height beyond the least, to be spent on ceilings, windows and skies."""
        painter.scale(scale, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    @property
    def contrast(self) -> bool:
        """Whether shapes get edges and nothing soft is drawn."""
        return self.palette.edge is not None

    def rect(self, x: float, y: float, w: float, h: float, fill: QColor, r: float = 0.0) -> None:
        """A rectangle, its corners rounded by ``r``."""
        self._style(fill)
        if r:
            self.painter.drawRoundedRect(QRectF(x, y, w, h), r, r)
        else:
            self.painter.drawRect(QRectF(x, y, w, h))

    def disc(self, x: float, y: float, r: float, fill: QColor, ry: float | None = None) -> None:
        """A disc or ellipse around a point."""
        self._style(fill)
        self.painter.drawEllipse(QPointF(x, y), r, r if ry is None else ry)

    def poly(self, points: Points, fill: QColor) -> None:
        """A filled polygon."""
        self._style(fill)
        self.painter.drawPolygon([QPointF(x, y) for x, y in points])

    def shape(self, path: QPainterPath, fill: QColor) -> None:
        """A filled path."""
        self._style(fill)
        self.painter.drawPath(path)

    def line(self, points: Points, colour: QColor, width: float = 1.0) -> None:
        """An open line through points, with round ends."""
        path = QPainterPath(QPointF(*points[0]))
        for point in points[1:]:
            path.lineTo(*point)
        self.stroke(path, colour, width)

    def curve(self, points: Points, colour: QColor, width: float = 1.0) -> None:
        """A cubic curve: start, two handles, end, then two handles and an end for each more."""
        path = QPainterPath(QPointF(*points[0]))
        for i in range(1, len(points), 3):
            path.cubicTo(*(QPointF(*p) for p in points[i : i + 3]))
        self.stroke(path, colour, width)

    def stroke(self, path: QPainterPath, colour: QColor, width: float) -> None:
        """The line of a path. In high contrast lines take the edge colour unless signals."""
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if self.palette.edge is not None and not self._signal(colour):
            pen.setColor(self.palette.edge)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPath(path)

    def arc(
        self, x: float, y: float, r: float, start: float, span: float, colour: QColor,
        width: float = 1.0,
    ) -> None:  # fmt: skip
        """Part of a circle's line; degrees, counter-clockwise from three o'clock."""
        path = QPainterPath()
        box = QRectF(x - r, y - r, 2 * r, 2 * r)
        path.arcMoveTo(box, start)
        path.arcTo(box, start, span)
        self.stroke(path, colour, width)

    def shadow(self, x: float, y: float, w: float, h: float, strength: float = 0.16) -> None:
        """A flat, soft-edged-by-roundness shadow; nothing in high contrast."""
        self.veil_rect(x, y, w, h, NIGHT, strength, h / 2)

    def veil_rect(
        self, x: float, y: float, w: float, h: float, colour: QColor, strength: float, r: float = 0
    ) -> None:
        """A see-through rectangle for shadow or light; nothing in high contrast."""
        if not self.contrast:
            self._veil(colour, strength)
            self.painter.drawRoundedRect(QRectF(x, y, w, h), r, r)

    def veil_poly(self, points: Points, colour: QColor, strength: float) -> None:
        """A see-through polygon for shadow or light; nothing in high contrast."""
        if not self.contrast:
            self._veil(colour, strength)
            self.painter.drawPolygon([QPointF(x, y) for x, y in points])

    def halo(self, x: float, y: float, r: float, colour: QColor, strength: float = 0.5) -> None:
        """A round light that fades out; nothing in high contrast."""
        if self.contrast:
            return
        gradient = QRadialGradient(QPointF(x, y), r)
        inner, outer = QColor(colour), QColor(colour)
        inner.setAlphaF(strength)
        outer.setAlphaF(0.0)
        gradient.setColorAt(0, inner)
        gradient.setColorAt(1, outer)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QBrush(gradient))
        self.painter.drawEllipse(QPointF(x, y), r, r)

    def pool(
        self, x: float, y: float, rx: float, ry: float, colour: QColor, strength: float
    ) -> None:
        """Light that lies on a floor; nothing in high contrast."""
        with self._moved(QTransform(1, 0, 0, ry / rx, x, y)):
            self.halo(0, 0, rx, colour, strength)

    @contextmanager
    def turned(self, x: float, y: float, degrees: float) -> Iterator[None]:
        """Draw turned around a point."""
        turn = math.radians(degrees)
        cos, sin = math.cos(turn), math.sin(turn)
        dx, dy = x - x * cos + y * sin, y - x * sin - y * cos
        with self._moved(QTransform(cos, sin, -sin, cos, dx, dy)):
            yield

    @contextmanager
    def _moved(self, transform: QTransform) -> Iterator[None]:
        self.painter.save()
        self.painter.setTransform(transform, True)
        yield
        self.painter.restore()

    def beam(
        self, points: Points, start: tuple[float, float], end: tuple[float, float],
        colour: QColor, strength: float,
    ) -> None:  # fmt: skip
        """Light in a polygon that fades out from ``start`` to ``end``; nothing in high contrast."""
        if self.contrast:
            return
        gradient = QLinearGradient(QPointF(*start), QPointF(*end))
        for stop, alpha in ((0.0, strength), (1.0, 0.0)):
            tint = QColor(colour)
            tint.setAlphaF(alpha)
            gradient.setColorAt(stop, tint)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QBrush(gradient))
        self.painter.drawPolygon([QPointF(x, y) for x, y in points])

    def shade(self, x: float, y: float, w: float, h: float, strength: float, *,
              upward: bool = False) -> None:  # fmt: skip
        """Darkness that fades out downwards, or upwards; nothing in high contrast."""
        top, bottom = (y + h, y) if upward else (y, y + h)
        self.beam([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], (x, top), (x, bottom),
                  NIGHT, strength)  # fmt: skip

    def fade(self, x: float, y: float, w: float, h: float, top: QColor, bottom: QColor) -> None:
        """A rectangle from one colour to another, downwards; of the first in high contrast."""
        bottom = top if self.contrast else bottom
        gradient = QLinearGradient(0, y, 0, y + h)
        gradient.setColorAt(0, top)
        gradient.setColorAt(1, bottom)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QBrush(gradient))
        self.painter.drawRect(QRectF(x, y, w, h))

    def led(self, x: float, y: float, state: str, r: float = 0.9) -> None:
        """A signal light: ok, warn, busy, bad or off. Shape tells too: bad is a square."""
        p = self.palette
        colour = {"ok": p.ok, "warn": p.warn, "busy": p.warn, "bad": p.bad}.get(state, p.off)
        if state in ("bad", "warn", "busy"):
            self.halo(x, y, r * 4.5, colour, 0.55)
        if state == "bad":
            self.rect(x - r, y - r, 2 * r, 2 * r, colour, r * 0.2)
        else:
            self.disc(x, y, r, colour)

    @contextmanager
    def clipped(self, x: float, y: float, w: float, h: float, r: float = 0.0) -> Iterator[None]:
        """Draw inside a rectangle only."""
        self.painter.save()
        path = QPainterPath()
        path.addRoundedRect(QRectF(x, y, w, h), r, r)
        self.painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        yield
        self.painter.restore()

    def _signal(self, colour: QColor) -> bool:
        p = self.palette
        return colour in (p.accent, p.ok, p.warn, p.bad)

    def _style(self, fill: QColor) -> None:
        edge = self.palette.edge
        if edge is None or fill == edge or self._signal(fill):
            self.painter.setPen(Qt.PenStyle.NoPen)
        else:
            self.painter.setPen(QPen(edge, 0.55))
        self.painter.setBrush(fill)

    def _veil(self, colour: QColor, strength: float) -> None:
        tint = QColor(colour)
        tint.setAlphaF(strength)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(tint)
