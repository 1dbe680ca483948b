"""Things that stand in more than one room: windows, desks, screens, lamps, plants, people."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath

from app.gui.widgets.scenes.canvas import Canvas
from app.gui.widgets.scenes.palette import NIGHT, WHITE, mix
from app.gui.widgets.scenes.situation import Outage, Situation

FLOOR = 13.0
"""Height of the strip of floor at the bottom of a room."""

_TOWERS = (
    (0, 13, 15), (12, 8, 24), (21, 15, 11), (35, 9, 30), (45, 12, 18), (56, 16, 9),
    (71, 10, 26), (82, 12, 14), (93, 9, 20), (103, 17, 12), (119, 8, 28), (128, 14, 16),
)  # fmt: skip
_SPAN = 143.0


def room(c: Canvas) -> None:
    """Wall, wainscot and floor."""
    p = c.palette
    c.rect(-1, -1, c.w + 2, c.h + 2, p.wall)
    c.rect(-1, c.h - FLOOR, c.w + 2, FLOOR + 1, p.floor)
    c.rect(-1, c.h - FLOOR - 2.2, c.w + 2, 2.2, p.wall_low)
    c.shade(-1, -1, c.w + 2, c.h * 0.55, 0.13)
    c.shade(-1, c.h - FLOOR - 16, c.w + 2, 14, 0.07, upward=True)
    c.shade(-1, c.h - FLOOR, c.w + 2, FLOOR + 1, 0.16, upward=True)


def daylight(c: Canvas, x: float, w: float, lean: float = 26.0) -> None:
    """What falls through a window from ``x`` to ``x + w`` on the floor."""
    p = c.palette
    if p.daylight < 0.5:
        return
    top, bottom = c.h - FLOOR, c.h + 1
    for left, right in ((0.02, 0.47), (0.53, 0.98)):
        near, far = x + w * left, x + w * right
        c.beam([(near + lean * 0.3, top), (far + lean * 0.3, top), (far + lean, bottom),
                (near + lean, bottom)], (x, top), (x, bottom + 6), p.sun,
               0.46 * p.daylight * p.wall.lightnessF())  # fmt: skip


def window(
    c: Canvas, s: Situation, x: float, y: float, w: float, h: float, panes: int = 2,
    offset: float = 0.0, with_sun: bool = True,
) -> None:  # fmt: skip
    """A window with the sky of the hour and a skyline."""
    p = c.palette
    c.rect(x - 1.6, y - 1.6, w + 3.2, h + 3.2, p.paper if not c.contrast else p.wall, 0.8)
    outside(c, s, x, y, w, h, offset, with_sun)
    with c.clipped(x, y, w, h):
        for share in (0.16, 0.66):
            c.beam([(x + w * share, y), (x + w * (share + 0.13), y),
                    (x + w * share - h * 0.22, y + h), (x + w * (share - 0.13) - h * 0.22, y + h)],
                   (x, y), (x, y + h), WHITE, 0.05 + 0.13 * p.daylight)  # fmt: skip
    c.shade(x, y, w, min(5.0, h * 0.2), 0.20)
    for i in range(1, panes):
        c.rect(x + w * i / panes - 0.6, y, 1.2, h, p.paper)
        c.veil_rect(x + w * i / panes + 0.2, y, 0.4, h, NIGHT, 0.14)
    c.rect(x - 3, y + h + 1, w + 6, 2.2, p.paper, 0.6)
    c.shade(x - 2, y + h + 3.2, w + 4, 3.4, 0.16)


def outside(
    c: Canvas, s: Situation, x: float, y: float, w: float, h: float, offset: float = 0.0,
    with_sun: bool = True,
) -> None:  # fmt: skip
    """Sky, sun or moon, and the town, inside a rectangle."""
    p = c.palette
    with c.clipped(x, y, w, h):
        c.fade(x, y, w, h, p.sky_high, p.sky_low)
        if with_sun:
            sun(c, s, x, y, w, h)
        haze = mix(p.sky_low, p.sky_high, 0.45)
        far = mix(haze, p.metal_dark, 0.26)
        near = mix(haze, p.metal_dark, 0.62) if p.daylight > 0.3 else mix(haze, p.ink, 0.62)
        skyline(c, x, y + h, w, min(h * 0.62, 44), far, offset + 37, 1.25, False)
        skyline(c, x, y + h, w, min(h * 0.42, 27), near, offset, 1.0, True)
        c.beam([(x, y + h * 0.55), (x + w, y + h * 0.55), (x + w, y + h), (x, y + h)],
               (x, y + h), (x, y + h * 0.55), haze, 0.55)  # fmt: skip
    if c.contrast:
        c.line([(x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y)], p.ink, 0.6)


def sun(c: Canvas, s: Situation, x: float, y: float, w: float, h: float) -> None:
    """Sun by day on its arc, moon by night."""
    p = c.palette
    day = 390 <= s.minute_of_day <= 1110
    t = (s.minute_of_day - 390) / 720 if day else ((s.minute_of_day + 330) % 1440) / 720
    t = min(max(t, 0.0), 1.0)
    px = x + w * (0.12 + 0.76 * t)
    py = y + h * (0.62 - 0.42 * math.sin(math.pi * t))
    if day:
        c.halo(px, py, min(w, h) * 0.5, p.sun, 0.55)
        c.disc(px, py, min(3.6, h * 0.1), p.sun)
        return
    r = min(4.4, h * 0.1)
    moon = QPainterPath()
    moon.addEllipse(QPointF(px, py), r, r)
    bite = QPainterPath()
    bite.addEllipse(QPointF(px + r * 0.55, py - r * 0.3), r * 0.9, r * 0.9)
    c.shape(moon.subtracted(bite), p.sun)
    for dx, dy in ((0.08, 0.12), (0.24, 0.3), (0.38, 0.08), (0.6, 0.22), (0.77, 0.1), (0.92, 0.34)):
        c.disc(x + w * dx, y + h * dy, 0.3, p.sun)


def skyline(
    c: Canvas, x: float, base: float, w: float, height: float, colour: QColor,
    offset: float, scale: float, lit: bool,
) -> None:  # fmt: skip
    """Houses along a base line; in the dark some windows are lit."""
    p = c.palette
    start = -(offset % (_SPAN * scale))
    while start < w:
        for left, width, tall in _TOWERS:
            bx, bw, bh = x + start + left * scale, width * scale, tall * height / 30
            if bx > x + w or bx + bw < x:
                continue
            c.rect(bx, base - bh, bw, bh + 1, colour)
            if lit and p.daylight < 0.5:
                for k in range(int(bw // 3) * int(bh // 3.4)):
                    if (k * 7 + left * 3) % 5 in (0, 3):
                        cols = max(1, int(bw // 3))
                        wx, wy = bx + 1.4 + (k % cols) * 3, base - bh + 1.8 + (k // cols) * 3.4
                        c.rect(wx, wy, 1.1, 1.4, mix(p.glow, colour, 0.25))
        start += _SPAN * scale


def desk(c: Canvas, x: float, w: float, height: float = 27.0, drawers: bool = True) -> float:
    """A desk standing on the floor, ``height`` above it; returns the y of its top."""
    p = c.palette
    floor = c.h - FLOOR * 0.45
    top = floor - height
    c.shadow(x - 2, floor - 1.4, w + 4, 2.8)
    c.rect(x + 3, top + 2, 2.2, height - 2, p.wood_dark)
    c.rect(x + w - 5.2, top + 2, 2.2, height - 2, p.wood_dark)
    if drawers:
        c.rect(x + w - 24, top + 2, 20, height - 6, p.wood_dark)
        for i in range(3):
            c.rect(x + w - 23, top + 4 + i * 6.4, 18, 5.4, p.wood, 0.4)
            c.rect(x + w - 16, top + 6.2 + i * 6.4, 4, 0.9, p.wood_dark, 0.4)
    c.shade(x + 3, top + 2, w - 6, min(12, height - 6), 0.20)
    c.rect(x, top, w, 2.6, p.wood, 0.6)
    c.veil_rect(x + 0.4, top, w - 0.8, 0.6, p.paper, 0.30, 0.3)
    return top


_CODE = (14, 22, 9, 18, 25, 12, 20, 7, 16, 23)


def screen(
    c: Canvas, s: Situation, x: float, base: float, w: float, h: float, asleep: bool = False
) -> None:
    """A monitor on its foot, standing on ``base``: log lines, and how the services are."""
    p = c.palette
    top = base - h - 5
    c.rect(x + w / 2 - 1.6, base - 6, 3.2, 5.4, p.metal_dark)
    c.rect(x + w / 2 - 7, base - 1, 14, 1, p.metal_dark, 0.5)
    if not asleep:
        c.halo(x + w / 2, top + h / 2, w * 0.9, p.screen_ink, 0.10 + 0.22 * (1 - p.daylight))
    c.rect(x, top, w, h, p.chassis, 1.2)
    c.veil_rect(x + 0.6, top + 0.2, w - 1.2, 0.4, p.paper, 0.22, 0.2)
    c.rect(x + 1.2, top + 1.2, w - 2.4, h - 2.4, p.screen, 0.5)
    with c.clipped(x + 1.2, top + 1.2, w - 2.4, h - 2.4):
        c.beam([(x + w * 0.62, top), (x + w, top), (x + w, top + h), (x + w * 0.38, top + h)],
               (x + w, top), (x + w * 0.3, top + h), WHITE, 0.10)  # fmt: skip
    if not asleep:
        c.veil_rect(x + 3, base - 0.5, w - 6, 0.7, p.screen_ink, 0.25, 0.3)
    if asleep:
        c.led(x + w - 3, top + h - 0.7, "warn", 0.35)
        return
    rows = int((h - 5) // 2.6)
    for i in range(rows):
        length = _CODE[i % len(_CODE)] / 25 * (w - 8)
        colour = mix(p.screen_ink, p.screen, 0.35)
        if s.outage is not Outage.NONE and i >= rows - 2:
            colour = p.warn if s.outage is Outage.PARTIAL else p.bad
        c.rect(x + 3, top + 3.2 + i * 2.6, length, 0.9, colour, 0.3)
        if i % 3 == 1:
            c.rect(x + 3 + length + 1.2, top + 3.2 + i * 2.6, 3, 0.9, p.metal_dark, 0.3)
    c.rect(x + w - 4.6, top + h - 4.2, 1.4, 1.8, p.screen_ink)


def lamp(c: Canvas, x: float, base: float, lit: bool, flip: float = 1.0) -> None:
    """A jointed desk lamp; ``flip`` -1 bends it the other way."""
    p = c.palette
    head = (x - 9 * flip, base - 22)
    if lit:
        c.beam(
            [(head[0] - 3.4, head[1] + 3), (head[0] + 3.4, head[1] + 3),
             (head[0] + 14, base), (head[0] - 14, base)],
            (head[0], head[1]), (head[0], base + 8), p.glow, 0.62,
        )  # fmt: skip
        c.halo(head[0], head[1] + 4, 24, p.glow, 0.42)
        c.disc(head[0], base - 0.1, 14, mix(p.wood, p.glow, 0.55), 0.5)
    c.rect(x - 4, base - 1.4, 8, 1.4, p.accent, 0.6)
    c.line([(x, base - 1), (x + 5 * flip, base - 14), head], p.metal_dark, 1.0)
    c.disc(x + 5 * flip, base - 14, 1.1, p.metal_dark)
    c.poly(
        [(head[0] - 2, head[1] - 2.4), (head[0] + 2, head[1] - 2.4),
         (head[0] + 5, head[1] + 3), (head[0] - 5, head[1] + 3)], p.accent,
    )  # fmt: skip
    if lit:
        c.rect(head[0] - 3, head[1] + 3, 6, 1, p.glow, 0.5)


def pendant(c: Canvas, x: float, y: float, lit: bool) -> None:
    """A ceiling lamp hanging down to ``y``."""
    p = c.palette
    c.line([(x, 0), (x, y - 5)], p.metal_dark, 0.6)
    if lit:
        c.halo(x, y + 2, 40, p.glow, 0.42)
        c.beam([(x - 7, y), (x + 7, y), (x + 44, c.h - 20), (x - 44, c.h - 20)],
               (x, y), (x, c.h - 16), p.glow, 0.26)  # fmt: skip
    shade = QPainterPath(QPointF(x - 8, y))
    shade.cubicTo(QPointF(x - 7, y - 7), QPointF(x + 7, y - 7), QPointF(x + 8, y))
    shade.closeSubpath()
    c.shape(shade, p.metal_dark)
    c.rect(x - 6, y, 12, 0.8, p.glow if lit else p.metal_light, 0.4)


def plant(c: Canvas, x: float, base: float, size: float = 1.0) -> None:
    """A pot plant."""
    p = c.palette
    c.shadow(x - 6 * size, base - 1.2, 12 * size, 2.4)
    for angle, length, colour in (
        (-58, 17, p.plant_dark), (52, 18, p.plant_dark), (-30, 22, p.plant),
        (26, 23, p.plant), (-4, 26, p.plant_dark),
    ):  # fmt: skip
        _leaf(c, x, base - 9 * size, angle, length * size, colour)
    c.poly(
        [(x - 5 * size, base - 10 * size), (x + 5 * size, base - 10 * size),
         (x + 3.6 * size, base), (x - 3.6 * size, base)], p.paper if not c.contrast else p.wall,
    )  # fmt: skip
    c.rect(x - 5.6 * size, base - 11 * size, 11.2 * size, 2 * size, p.metal_light, 0.5)


def _leaf(c: Canvas, x: float, y: float, angle: float, length: float, colour: QColor) -> None:
    turn = math.radians(angle)
    tip = QPointF(x + math.sin(turn) * length, y - math.cos(turn) * length)
    side = QPointF(math.cos(turn), math.sin(turn)) * (length * 0.22)
    middle = QPointF((x + tip.x()) / 2, (y + tip.y()) / 2)
    leaf = QPainterPath(QPointF(x, y))
    leaf.quadTo(middle + side, tip)
    leaf.quadTo(middle - side, QPointF(x, y))
    c.shape(leaf, colour)


def chair(c: Canvas, x: float) -> None:
    """An office chair seen from behind, in front of a desk."""
    p = c.palette
    floor = c.h - 2.2
    c.shadow(x - 10, floor - 1.3, 20, 2.6)
    for dx in (-8, 0, 8):
        c.line([(x, floor - 5), (x + dx, floor - 1.2)], p.ink, 1.1)
        c.disc(x + dx, floor - 0.8, 1.0, p.ink)
    c.rect(x - 0.9, floor - 12, 1.8, 8, p.ink)
    c.rect(x - 9, floor - 15, 18, 3.6, p.cloth, 1.8)
    c.rect(x - 0.9, floor - 20, 1.8, 6, p.ink)
    c.rect(x - 8, floor - 36, 16, 18, p.cloth, 3.4)
    c.veil_rect(x - 6, floor - 33.5, 12, 1, p.paper, 0.14, 0.5)


def clock(c: Canvas, s: Situation, x: float, y: float, r: float = 6.0) -> None:
    """A wall clock that shows the story's time."""
    p = c.palette
    c.disc(x, y, r, p.metal_dark)
    c.disc(x, y, r - 0.9, p.paper)
    for i in range(12):
        a = math.radians(i * 30)
        near, far = r - 2.1, r - 1.5
        c.line(
            [(x + math.sin(a) * near, y - math.cos(a) * near),
             (x + math.sin(a) * far, y - math.cos(a) * far)], p.metal_dark, 0.35,
        )  # fmt: skip
    hour = math.radians(s.minute_of_day / 720 * 360)
    minute = math.radians(s.minute_of_day % 60 * 6)
    for a, length, width in ((hour, r * 0.45, 0.9), (minute, r * 0.68, 0.6)):
        c.line([(x, y), (x + math.sin(a) * length, y - math.cos(a) * length)], p.ink, width)
    c.disc(x, y, 0.6, p.accent)


def binders(c: Canvas, x: float, base: float, count: int) -> None:
    """A row of binders standing on a shelf; the shelf belongs to it."""
    p = c.palette
    colours = (p.cloth, p.metal_light, p.accent, p.metal, p.cloth, p.paper, p.metal_dark)
    for i in range(count):
        h = 12.5 - (i % 3 == 2)
        c.rect(x + i * 4.1, base - h, 3.7, h, colours[i % len(colours)], 0.3)
        c.rect(x + i * 4.1 + 1, base - h + 2, 1.7, 3, mix(p.paper, p.metal_light, 0.3))
    c.rect(x - 2, base, count * 4.1 + 4, 1.5, p.wood, 0.3)
    c.veil_rect(x - 1, base + 1.5, count * 4.1 + 2, 1.1, NIGHT, 0.12)


def mug(c: Canvas, x: float, base: float) -> None:
    """A mug of coffee."""
    p = c.palette
    c.arc(x + 4, base - 2.6, 1.3, 90, -180, p.paper, 0.8)
    c.rect(x, base - 5, 4, 5, p.paper, 0.5)


def rolling_hill(c: Canvas, base: float, height: float, period: float, shift: float,
                 colour: QColor) -> None:  # fmt: skip
    """A line of hills across the picture, filled down to the bottom."""
    path = QPainterPath(QPointF(-1, c.h + 1))
    path.lineTo(QPointF(-1, base))
    steps = 60
    for i in range(steps + 1):
        x = c.w * i / steps
        y = base - height * (0.5 + 0.5 * math.sin((x + shift) / period))
        path.lineTo(QPointF(x, y))
    path.lineTo(QPointF(c.w + 1, c.h + 1))
    path.closeSubpath()
    c.shape(path, colour)
