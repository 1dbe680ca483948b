"""The recovery lab: a clean bench under its hood, the drive open, the copy growing."""

from __future__ import annotations

from PySide6.QtGui import QColor

from app.gui.widgets.scenes import hardware
from app.gui.widgets.scenes.canvas import Canvas
from app.gui.widgets.scenes.palette import WHITE, mix
from app.gui.widgets.scenes.props import FLOOR
from app.gui.widgets.scenes.situation import ArrayState, Situation


def paint(c: Canvas, s: Situation) -> None:
    """Paint the lab."""
    p = c.palette
    wall = mix(p.wall, p.paper, 0.35) if not c.contrast else p.wall
    c.rect(-1, -1, c.w + 2, c.h + 2, wall)
    _tiles(c, wall)
    c.shade(-1, -1, c.w + 2, c.h * 0.5, 0.12)
    c.rect(-1, c.h - FLOOR, c.w + 2, FLOOR + 1, mix(p.floor, p.metal_light, 0.3))
    c.shade(-1, c.h - FLOOR, c.w + 2, FLOOR + 1, 0.16, upward=True)
    top = c.h - 36.0
    c.halo(c.cx, top - 24, 84, WHITE, 0.30)
    _bench(c, top)
    _hood(c, top)
    _microscope(c, c.cx + 14, top)
    c.rect(c.cx - 43, top - 2.2, 46, 2.2, p.metal_light, 0.6)
    hardware.drive(c, c.cx - 36, top - 34, 20)
    _rig(c, s, c.cx - 12, top)
    room = min(46.0, c.w / 2 - 62)
    if room > 22:
        _sector_map(c, s, c.cx + 57, top, room)
        _donors(c, c.cx - 57 - min(room, 42), top, min(room, 42))
    if c.w > 270:
        _cabinet(c, c.cx - 158, top)
        _cabinet(c, c.cx + 126, top)


def _tiles(c: Canvas, wall: QColor) -> None:
    p = c.palette
    if c.contrast:
        return
    joint = mix(wall, p.shade, 0.22)
    y = c.h - FLOOR - 12
    while y > 0:
        c.line([(0, y), (c.w, y)], joint, 0.3)
        y -= 14
    x = c.cx % 22 - 22
    while x < c.w:
        c.line([(x, 0), (x, c.h - FLOOR)], joint, 0.3)
        x += 22


def _bench(c: Canvas, top: float) -> None:
    p = c.palette
    x, w = max(c.cx - 112, 3), min(224, c.w - 6)
    floor = c.h - 5
    c.shadow(x, floor - 1.2, w, 2.6)
    count = max(3, round(w / 36))
    c.rect(x + 2, top + 3, w - 4, floor - top - 6, mix(p.metal_light, p.wall_low, 0.5))
    for i in range(count):
        dx = x + 4 + i * (w - 8) / count
        c.rect(dx + 0.8, top + 5.4, (w - 8) / count - 1.6, floor - top - 10, p.paper, 0.8)
        c.rect(dx + (w - 8) / count / 2 - 4, top + 8, 8, 1, p.metal, 0.5)
    c.rect(x, top, w, 3.2, p.metal, 0.8)
    c.veil_rect(x + 0.4, top, w - 0.8, 0.7, p.paper, 0.4, 0.3)
    c.shade(x + 2, top + 3.2, w - 4, 7, 0.20)


def _hood(c: Canvas, top: float) -> None:
    """The laminar-flow hood; its air and light fall straight down."""
    p = c.palette
    x, w = c.cx - 50, 100.0
    y = max(9.0, top - 60)
    c.rect(x + 2, y + 10, w - 4, top - y - 10, mix(p.metal_light, p.paper, 0.55), 0.5)
    c.beam([(x + 8, y + 13), (x + w - 8, y + 13), (x + w - 3, top), (x + 3, top)],
           (x, y + 10), (x, top + 6), WHITE, 0.62)  # fmt: skip
    if not c.contrast:
        for i in range(12):
            lx = x + 10 + i * 7.2
            c.line(
                [(lx, y + 15), (lx, y + 21 + (i * 5) % 4)], mix(p.metal_light, p.paper, 0.2), 0.35
            )
    c.rect(x, y + 9, 3, top - y - 9, p.metal)
    c.rect(x + w - 3, y + 9, 3, top - y - 9, p.metal)
    c.rect(x - 2, y, w + 4, 11, p.metal_dark, 1.6)
    c.rect(x + 6, y + 10.2, w - 12, 1.8, mix(p.paper, p.screen_ink, 0.18), 0.9)
    c.rect(x + 6, y + 3, 22, 4.6, p.screen, 0.6)
    c.rect(x + 8, y + 4.7, 12, 1.2, p.screen_ink, 0.4)
    c.led(x + w - 8, y + 5.2, "ok", 0.9)
    c.disc(x + w - 14, y + 5.2, 1.5, p.metal_light)


def _microscope(c: Canvas, x: float, top: float) -> None:
    p = c.palette
    c.rect(x, top - 2.6, 20, 2.6, p.chassis, 1)
    c.curve([(x + 17, top - 2), (x + 22, top - 14), (x + 20, top - 24), (x + 11, top - 27)],
            p.chassis, 2.8)  # fmt: skip
    tube = mix(p.metal_light, p.metal, 0.35) if not c.contrast else p.paper
    c.poly([(x + 4, top - 33), (x + 9, top - 35), (x + 14, top - 19), (x + 9, top - 17)], tube)
    c.poly([(x + 2.8, top - 35.4), (x + 7.8, top - 37.4), (x + 9, top - 34.6), (x + 4, top - 32.6)],
           p.chassis)  # fmt: skip
    c.poly([(x + 9.8, top - 17.4), (x + 13, top - 18.7), (x + 14.2, top - 14.6),
            (x + 11.4, top - 13.6)], p.metal)  # fmt: skip
    c.rect(x + 4, top - 10.2, 13, 1.6, p.metal_dark, 0.5)
    c.disc(x + 19.4, top - 11, 2.2, p.metal)


def _rig(c: Canvas, s: Situation, x: float, top: float) -> None:
    """The imaging rig: how far the copy is."""
    p = c.palette
    c.rect(x, top - 15, 18, 15, p.chassis, 1.2)
    c.rect(x + 2, top - 13, 14, 6, p.screen, 0.5)
    share = 1.0 if s.imaged else 0.42
    c.rect(x + 3, top - 9.4, 12, 1.2, p.metal_dark, 0.5)
    c.rect(x + 3, top - 9.4, 12 * share, 1.2, p.ok if s.imaged else p.warn, 0.5)
    c.rect(x + 3, top - 12, 7, 0.9, p.screen_ink, 0.3)
    for i in range(3):
        c.led(x + 4 + i * 3.2, top - 3.6, "ok" if i == 0 or s.imaged else "off", 0.8)
    c.curve([(x, top - 5), (x - 4, top - 2), (x - 3, top - 3), (x - 8, top - 3)], p.accent, 0.8)


def _sector_map(c: Canvas, s: Situation, x: float, top: float, w: float) -> None:
    """A screen with the map of sectors: read, weak, lost."""
    p = c.palette
    h = 31.0
    columns = int((w - 5.5) / 3)
    c.rect(x + w / 2 - 1.8, top - 7, 3.6, 6.4, p.metal_dark)
    c.rect(x + w / 2 - 8, top - 1, 16, 1, p.metal_dark, 0.5)
    y = top - 6 - h
    c.halo(x + w / 2, y + h / 2, w, p.screen_ink, 0.10 + 0.2 * (1 - p.daylight))
    c.rect(x, y, w, h, p.chassis, 1.4)
    c.rect(x + 1.4, y + 1.4, w - 2.8, h - 2.8, p.screen, 0.6)
    lost = s.array is ArrayState.FAILED or s.unreadable
    for row in range(7):
        for column in range(columns):
            k = row * columns + column
            colour = mix(p.screen_ink, p.screen, 0.25 + (k * 7 % 5) * 0.06)
            if (k * 29) % 31 < (7 if lost else 2):
                colour = p.bad if lost else p.warn
            elif not s.imaged and row > 3:
                colour = p.metal_dark
            c.rect(x + 3.6 + column * 3, y + 3.6 + row * 3.5, 2.3, 2.7, colour, 0.2)


def _donors(c: Canvas, x: float, top: float, w: float) -> None:
    """Shelf with donor drives for spare parts."""
    p = c.palette
    for row in range(2):
        y = top - 21 - row * 21
        c.rect(x, y, w, 1.4, p.metal, 0.4)
        for i in range(int((w - 2) / 8)):
            if (i + row) % 5 != 3:
                hardware.drive(c, x + 2 + i * 8, y - 9, 6.4, False)
    for i, colour in enumerate((p.accent, p.glow, p.metal_light)[: int(w / 12)]):
        c.rect(x + 3 + i * 12, top - 9 - i, 9, 9 + i, colour, 1)
        c.rect(x + 3 + i * 12, top - 10.6 - i, 9, 2, p.metal_dark, 0.6)


def _cabinet(c: Canvas, x: float, top: float) -> None:
    p = c.palette
    base = c.h - 6
    c.shadow(x - 1, base - 1, 34, 2.6)
    c.rect(x, top - 46, 32, base - top + 45, p.metal_light, 1)
    for i in range(2):
        c.rect(
            x + 2 + i * 14.6, top - 44, 13.4, base - top + 40, mix(p.paper, p.metal_light, 0.4), 0.6
        )
        c.rect(x + (13 if i == 0 else 18), top - 14, 1, 9, p.metal_dark, 0.5)
