"""The people of the story, from the waist up, at a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath

from app.gui.widgets.scenes.canvas import Canvas
from app.gui.widgets.scenes.palette import mix


@dataclass(frozen=True, slots=True)
class Figure:
    """Where somebody sits, how they look; ``facing`` is left (-1) or right (1)."""

    x: float
    base: float
    facing: float
    coat: QColor
    hair: QColor
    size: float = 1.0
    long_hair: bool = False
    tie: QColor | None = None


def person(c: Canvas, f: Figure) -> None:
    """A seated figure; ``base`` is the edge of the table that hides the rest."""
    p = c.palette
    d, k = f.facing, f.size

    def at(dx: float, dy: float) -> QPointF:
        return QPointF(f.x + dx * d * k, f.base - dy * k)

    if f.long_hair:
        back = QPainterPath(at(-5.6, 27))
        back.cubicTo(at(-8.2, 21), at(-6.6, 15), at(-6.4, 13.4))
        back.cubicTo(at(-3, 12.4), at(1, 13), at(1.4, 15))
        back.lineTo(at(2, 28))
        back.closeSubpath()
        c.shape(back, f.hair)
    neck = QPainterPath(at(-2.4, 23))
    neck.lineTo(at(1.9, 22))
    neck.lineTo(at(2.4, 16))
    neck.lineTo(at(-2.8, 16))
    neck.closeSubpath()
    c.shape(neck, mix(p.skin, p.ink, 0.20))
    body = QPainterPath(at(-10, 0))
    body.cubicTo(at(-10.6, 9), at(-10.2, 15.4), at(-6.6, 17))
    body.cubicTo(at(-3.8, 18), at(-3, 18.6), at(-2.6, 19))
    body.lineTo(at(2.6, 18.6))
    body.cubicTo(at(3.6, 18), at(6, 17.6), at(7.4, 16.4))
    body.cubicTo(at(9.4, 14.4), at(9.6, 8), at(9.6, 0))
    body.closeSubpath()
    c.shape(body, f.coat)
    shirt = QPainterPath(at(-1.4, 19))
    shirt.lineTo(at(2.7, 18.7))
    shirt.lineTo(at(2.2, 8.4))
    shirt.closeSubpath()
    c.shape(shirt, p.paper)
    if f.tie is not None:
        tie = QPainterPath(at(1.0, 17.4))
        tie.lineTo(at(2.4, 17.4))
        tie.lineTo(at(2.6, 10.6))
        tie.lineTo(at(1.9, 9.2))
        tie.lineTo(at(1.4, 10.8))
        tie.closeSubpath()
        c.shape(tie, f.tie)
    lapel = mix(f.coat, p.ink, 0.26)
    c.line([_xy(at(-1.4, 19)), _xy(at(2.2, 8.2)), _xy(at(2.4, 0))], lapel, 0.5)
    arm = QPainterPath(at(-7.4, 13))
    arm.cubicTo(at(-8.6, 7), at(-6.4, 2.6), at(-3.4, 1.6))
    arm.lineTo(at(7.6, 1.4))
    c.stroke(arm, mix(f.coat, p.ink, 0.13), 0.5 if c.contrast else 4.2 * k)
    c.disc(f.x + 10.2 * d * k, f.base - 1.5 * k, 2.1 * k, p.skin, 1.5 * k)
    _head(c, f, at)


def _head(c: Canvas, f: Figure, at: Callable[[float, float], QPointF]) -> None:
    p = c.palette
    face = QPainterPath(at(-4.6, 27))
    face.cubicTo(at(-4.9, 22.6), at(-2.4, 20.2), at(1.2, 20.1))
    face.cubicTo(at(3.2, 20.1), at(4.1, 21.2), at(4.2, 22.8))
    face.lineTo(at(4.3, 23.8))
    face.cubicTo(at(5.4, 24.1), at(5.5, 24.5), at(5.1, 25.2))
    face.lineTo(at(4.4, 26.8))
    face.cubicTo(at(4.6, 30.6), at(1.8, 31.8), at(-0.6, 31.6))
    face.cubicTo(at(-3.6, 31.3), at(-4.7, 29.4), at(-4.6, 27))
    face.closeSubpath()
    c.shape(face, p.skin)
    hair = QPainterPath(at(4.3, 28.4))
    hair.cubicTo(at(4.9, 32.4), at(0.8, 33.8), at(-1.8, 32.9))
    hair.cubicTo(at(-6.6, 31.8), at(-6.6, 26.2), at(-4.8, 22.6))
    hair.cubicTo(at(-3.6, 22.4), at(-3.2, 23.4), at(-3.1, 24.6))
    hair.cubicTo(at(-2.2, 26.4), at(-1.2, 28.2), at(0.6, 29.2))
    hair.cubicTo(at(2.2, 29.8), at(3.4, 29.2), at(4.3, 28.4))
    hair.closeSubpath()
    c.shape(hair, f.hair)
    k = f.size
    c.disc(at(-1.5, 25.2).x(), at(0, 25.2).y(), 0.9 * k, mix(p.skin, p.ink, 0.14), 1.3 * k)
    c.disc(at(2.9, 26.1).x(), at(0, 26.1).y(), 0.42 * k, p.ink, 0.55 * k)
    c.line([_xy(at(2.1, 27.4)), _xy(at(3.6, 27.3))], f.hair, 0.4 * k)
    c.line([_xy(at(2.7, 22.3)), _xy(at(4.0, 22.4))], mix(p.skin, p.ink, 0.45), 0.36 * k)


def _xy(point: QPointF) -> tuple[float, float]:
    return point.x(), point.y()
