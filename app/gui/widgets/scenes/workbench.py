"""The workbench: drives out of their slots, in order, tools ready, wrist strap on the mat."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from app.gui.widgets.scenes import hardware, props
from app.gui.widgets.scenes.canvas import Canvas
from app.gui.widgets.scenes.palette import mix
from app.gui.widgets.scenes.situation import Situation


def paint(c: Canvas, s: Situation) -> None:
    """Paint the workbench, looking down on it a little."""
    p = c.palette
    edge = c.h - 56
    c.rect(-1, -1, c.w + 2, c.h + 2, p.wall)
    c.shade(-1, -1, c.w + 2, edge * 0.9, 0.13)
    _pegboard(c, edge)
    c.rect(-1, edge - 1.4, c.w + 2, c.h - edge + 3, p.wood)
    c.rect(-1, edge - 1.4, c.w + 2, 1.6, mix(p.wood, p.paper, 0.3))
    for i in range(1, 5):
        y = edge + i * i * 2.3 + 4
        c.line([(0, y), (c.w, y)], mix(p.wood, p.wood_dark, 0.35), 0.35)
    mat = mix(p.accent, p.metal_dark, 0.45)
    c.poly([(c.cx - 52, edge + 5), (c.cx + 52, edge + 5), (c.cx + 60, c.h - 4),
            (c.cx - 60, c.h - 4)], mat)  # fmt: skip
    c.shade(-1, c.h - 26, c.w + 2, 27, 0.18, upward=True)
    c.shade(-1, edge, c.w + 2, 7, 0.16)
    c.halo(c.cx, edge + 24, 62, p.glow, 0.34)
    c.line([(c.cx - 51, edge + 6.4), (c.cx + 51, edge + 6.4)], mix(mat, p.paper, 0.22), 0.4)
    hardware.drive(c, c.cx - 15, edge + 9, 28)
    states = s.disk_states()
    for i in range(2):
        hardware.drive(c, c.cx - 50 + i * 16, edge + 12 + i * 1, 13, False, states[i + 1])
        hardware.drive(c, c.cx + 20 + i * 16, edge + 13 - i * 1, 13, False, states[i + 3])
    _strap(c, edge)
    _screwdriver(c, c.cx + 22, edge + 41)
    if c.w > 190:
        _tray(c, c.cx - 96, edge + 12)
        _bag(c, c.cx + 72, edge + 10)
    if c.w > 270:
        _tray(c, c.cx - 142, edge + 20)
        _bag(c, c.cx + 104, edge + 16)
    _lamp(c, edge)


def _pegboard(c: Canvas, edge: float) -> None:
    p = c.palette
    x, w = c.cx - min(c.w / 2 - 8, 118), min(c.w - 16, 236)
    top, bottom = 6.0, edge - 8
    c.rect(x, top, w, bottom - top, p.wall_low, 1)
    dot = mix(p.wall_low, p.shade, 0.6)
    if not c.contrast:
        py = top + 4
        while py < bottom - 2:
            px = x + 4
            while px < x + w - 2:
                c.disc(px, py, 0.35, dot)
                px += 5
            py += 5
    y = max(top + 5, bottom - 33)
    for i, colour in enumerate((p.metal_dark, p.cloth, p.metal_dark, p.accent)):
        tx = c.cx - 55 + i * 8
        c.line([(tx, y + 1), (tx, y + 12 + (i % 2) * 2)], p.metal, 0.9)
        c.rect(tx - 1.4, y + 12 + (i % 2) * 2, 2.8, 9, colour, 1.2)
    tx = c.cx - 19
    c.line([(tx, y + 2), (tx + 3, y + 8), (tx + 1, y + 20)], p.cloth, 1.6)
    c.line([(tx + 6, y + 2), (tx + 3, y + 8), (tx + 5, y + 20)], p.cloth, 1.6)
    for k, r in enumerate((6.0, 4.6)):
        for turn in range(3 if c.cx - 70 - k * 17 > 16 else 0):
            c.arc(c.cx - 70 - k * 17, y + 9, r - turn * 0.9, 0, 360,
                  (p.accent, p.metal_dark)[k], 0.6)  # fmt: skip
    if c.w > 200:
        props.binders(c, c.cx + 62, y + 22, 7)


def _lamp(c: Canvas, edge: float) -> None:
    """A magnifier lamp that reaches over the mat."""
    p = c.palette
    x, y = c.cx + 16, edge - 15
    base = c.cx + 54
    c.rect(base - 3, edge - 5, 6, 5, p.metal_dark, 1)
    c.line([(base, edge - 4), (base - 4, edge - 30), (x + 9, y - 3)], p.metal_dark, 1.5)
    c.disc(base - 4, edge - 30, 1.8, p.metal)
    c.beam([(x - 9, y + 1), (x + 9, y + 1), (x + 18, edge + 50), (x - 44, edge + 50)],
           (x, y), (x - 14, edge + 56), p.glow, 0.5)  # fmt: skip
    c.disc(x, y, 10.5, p.metal_dark, 3.8)
    c.disc(x, y + 0.5, 8.2, p.glow, 2.4)


def _strap(c: Canvas, edge: float) -> None:
    """The antistatic wrist strap with its coiled cord, clipped to the mat."""
    p = c.palette
    y = edge + 43
    path = QPainterPath(QPointF(c.cx - 58, y + 5))
    x = c.cx - 58
    for i in range(9):
        path.cubicTo(
            QPointF(x + i * 3 + 1, y - 2),
            QPointF(x + i * 3 + 4, y - 2),
            QPointF(x + i * 3 + 3, y + 3),
        )
    c.stroke(path, p.ink, 0.7)
    c.rect(c.cx - 30, y - 2.4, 12, 7.4, p.paper, 3.4)
    c.rect(c.cx - 27.6, y - 0.4, 7.2, 3.4, mix(p.accent, p.metal_dark, 0.45), 1.6)
    c.rect(c.cx - 31.6, y - 0.2, 3.2, 3, p.metal_light, 0.6)
    c.poly([(c.cx - 63, y + 4), (c.cx - 57, y + 2.6), (c.cx - 57, y + 6.4)], p.metal_dark)


def _screwdriver(c: Canvas, x: float, y: float) -> None:
    p = c.palette
    c.line([(x, y), (x + 13, y + 2)], p.metal_light, 0.9)
    c.line([(x + 13, y + 2), (x + 24, y + 3.7)], p.wood_dark if not c.contrast else p.accent, 2.6)
    for dx, dy in ((-8, 1), (-5, 4), (-10, 5)):
        c.disc(x + dx, y + dy, 0.8, p.metal_light)
        c.disc(x + dx, y + dy, 0.3, p.metal_dark)


def _tray(c: Canvas, x: float, y: float) -> None:
    p = c.palette
    c.veil_rect(x + 1, y + 1.4, 30, 22, p.ink, 0.18, 2)
    c.rect(x, y, 30, 22, p.metal_dark, 2)
    for i in range(6):
        cx, cy = x + 1.6 + (i % 3) * 9.2, y + 1.6 + (i // 3) * 9.8
        c.rect(cx, cy, 8.4, 9, mix(p.metal_dark, p.chassis, 0.5), 0.8)
        for k in range((5, 3, 4, 2, 5, 3)[i]):
            c.disc(cx + 1.8 + (k * 37 % 50) / 10, cy + 2 + (k * 53 % 52) / 10, 0.6, p.metal_light)


def _bag(c: Canvas, x: float, y: float) -> None:
    """An antistatic bag with a replacement drive, sealed."""
    p = c.palette
    c.veil_rect(x + 1, y + 1.4, 22, 30, p.ink, 0.18, 1)
    c.rect(x, y, 22, 30, mix(p.metal, p.metal_light, 0.3), 1)
    c.rect(x, y + 3, 22, 1, mix(p.metal_dark, p.metal, 0.3))
    c.rect(x + 4, y + 8, 14, 18, mix(p.metal, p.metal_dark, 0.3), 0.8)
    c.poly([(x + 11, y + 11), (x + 15, y + 18), (x + 7, y + 18)], p.glow)
    c.rect(x + 10.6, y + 13, 0.8, 2.6, p.ink)
    c.veil_poly([(x + 2, y + 29), (x + 6, y + 29), (x + 18, y + 5), (x + 14, y + 5)],
                p.paper, 0.22)  # fmt: skip
