"""The drive to the server centre: a van on the road, the building's lights ahead."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from app.gui.widgets.scenes import props
from app.gui.widgets.scenes.canvas import Canvas
from app.gui.widgets.scenes.palette import mix
from app.gui.widgets.scenes.situation import Situation


def paint(c: Canvas, s: Situation) -> None:
    """Paint the drive."""
    p = c.palette
    road = c.h - 24
    c.fade(0, 0, c.w, c.h, p.sky_high, p.sky_low)
    props.sun(c, s, 0, 4, c.w, road - 30)
    _clouds(c, road)
    props.rolling_hill(c, road - 17, 15, 27, 40, mix(p.sky_low, p.ground, 0.40))
    _centre(c, road)
    props.rolling_hill(c, road - 4, 11, 39, 8, mix(p.sky_low, p.ground, 0.78))
    _trees(c, road)
    c.rect(-1, road - 1, c.w + 2, 26, mix(p.ground, p.ink, 0.12))
    c.fade(-1, road + 3, c.w + 2, 17, mix(p.road, p.sky_low, 0.10), mix(p.road, p.ink, 0.22))
    c.line([(0, road + 3.8), (c.w, road + 3.8)], mix(p.paper, p.road, 0.45), 0.35)
    c.line([(0, road + 19), (c.w, road + 19)], mix(p.paper, p.road, 0.45), 0.5)
    x = 6.0
    while x < c.w:
        c.rect(x, road + 13.2, 9, 1.1, mix(p.paper, p.road, 0.25), 0.4)
        x += 22
    _van(c, c.cx - 34, road + 11.5)


def _clouds(c: Canvas, road: float) -> None:
    p = c.palette
    if p.daylight < 0.3 or c.contrast:
        return
    colour = mix(p.sky_low, p.paper, 0.5)
    for share, height, size in ((0.14, 0.62, 1.0), (0.52, 0.80, 0.7), (0.83, 0.55, 1.15)):
        x, y = c.w * share, (road - 30) * (1 - height) + 6
        for dx, r in ((-7, 3.0), (0, 4.6), (7, 3.2)):
            c.disc(x + dx * size, y, r * size, colour)
        c.rect(x - 10 * size, y, 20.4 * size, 3.2 * size, colour, 1.6 * size)


def _centre(c: Canvas, road: float) -> None:
    """The server centre on the horizon: a long low building with a mast."""
    p = c.palette
    x, w, h = c.cx + min(c.w * 0.20, 46), 52.0, 21.0
    body = mix(p.sky_low, p.metal_dark, 0.62)
    base = road - 5
    c.rect(x + 38, base - h - 14, 0.9, 14, body)
    c.led(x + 38.4, base - h - 14, "bad" if p.daylight < 0.5 else "off", 0.6)
    c.rect(x, base - h, w, h + 4, body)
    c.rect(x + 4, base - h - 4, 14, 4, body)
    c.rect(x + 20, base - h - 3, 10, 3, body)
    lit = p.glow if p.daylight < 0.6 else mix(body, p.paper, 0.45)
    for row in range(2):
        for i in range(7):
            c.rect(x + 4 + i * 6.6, base - h + 4.5 + row * 6, 4.4, 2, lit, 0.3)


def _trees(c: Canvas, road: float) -> None:
    p = c.palette
    colour = mix(p.plant_dark, p.sky_low, 0.12)
    for k in range(-9, 10):
        x = c.cx + k * 31 + (k * k * 5) % 13 - 18
        tall = 13 + (k * 7) % 6
        if 6 < x - c.cx < 108 and k > 0:
            continue
        c.rect(x - 0.5, road - 6, 1, 6, p.wood_dark)
        c.poly([(x - 4.4, road - 4), (x + 4.4, road - 4), (x, road - 4 - tall)], colour)


def _van(c: Canvas, x: float, base: float) -> None:
    p = c.palette
    if p.daylight < 0.6:
        c.beam(
            [(x + 58, base - 8), (x + 58, base - 5), (x + 126, base + 4), (x + 126, base - 10)],
            (x + 58, base), (x + 126, base), p.glow, 0.75,
        )  # fmt: skip
        c.halo(x + 58, base - 6.5, 11, p.glow, 0.8)
        c.halo(x, base - 11.5, 6, p.bad, 0.5)
    c.shadow(x - 1, base - 0.6, 62, 3.2, 0.3)
    body = QPainterPath(QPointF(x, base - 3))
    for px, py in ((0, -22), (2, -24), (35, -24)):
        body.lineTo(QPointF(x + px, base + py))
    body.cubicTo(QPointF(x + 43, base - 24), QPointF(x + 45, base - 20), QPointF(x + 48, base - 14))
    body.cubicTo(QPointF(x + 54, base - 13), QPointF(x + 58, base - 12), QPointF(x + 59, base - 8))
    body.lineTo(QPointF(x + 59, base - 3))
    body.closeSubpath()
    c.shape(body, mix(p.paper, p.metal_light, 0.25))
    c.shade(x + 1, base - 13, 57, 9.6, 0.16, upward=True)
    c.rect(x, base - 8.6, 58.4, 2.2, p.accent)
    glass = QPainterPath(QPointF(x + 32, base - 21.4))
    glass.lineTo(QPointF(x + 36, base - 21.4))
    glass.cubicTo(
        QPointF(x + 41, base - 21.4), QPointF(x + 42.4, base - 18.4), QPointF(x + 44.6, base - 13.4)
    )
    glass.lineTo(QPointF(x + 32, base - 13.4))
    glass.closeSubpath()
    c.shape(glass, mix(p.chassis, p.sky_low, 0.18))
    c.disc(x + 37, base - 16.3, 1.8, p.skin)
    c.line([(x + 29.6, base - 22), (x + 29.6, base - 5)], p.metal, 0.5)
    c.line([(x + 14, base - 22), (x + 14, base - 9)], p.metal, 0.4)
    c.rect(x + 25.6, base - 12.4, 2.6, 0.9, p.metal_dark, 0.3)
    c.rect(x + 56.4, base - 9, 2.6, 2.6, p.glow, 0.8)
    c.rect(x - 0.4, base - 13, 1.4, 3, p.bad if p.daylight < 0.6 else mix(p.bad, p.metal_dark, 0.4))
    c.rect(x - 0.6, base - 4.2, 60.4, 1.6, p.metal_dark, 0.6)
    for wheel in (12.5, 47):
        c.disc(x + wheel, base - 2.2, 5, p.ink)
        c.disc(x + wheel, base - 2.2, 2.4, p.metal_light)
        c.disc(x + wheel, base - 2.2, 0.8, p.metal_dark)
