"""The negotiating table: you, the client, and the paper between you."""

from __future__ import annotations

from app.gui.widgets.scenes import props
from app.gui.widgets.scenes.canvas import Canvas
from app.gui.widgets.scenes.palette import mix
from app.gui.widgets.scenes.people import Figure, person
from app.gui.widgets.scenes.situation import Situation


def paint(c: Canvas, s: Situation) -> None:
    """Paint the meeting room."""
    p = c.palette
    props.room(c)
    dim = p.daylight < 0.6
    top = c.h - 34.0
    head = 10 + min(c.spare * 0.3, 34)
    w = min(c.w - 20, 150)
    props.window(c, s, c.cx - w / 2, head, w, top - 18 - head, max(3, round(w / 40)), 60)
    props.daylight(c, c.cx - w / 2, w)
    if c.w > 250:
        _chart(c, c.cx + 84, top - 50)
    if c.w > 190:
        props.plant(c, c.cx - 88, c.h - 6, 1.2)
    if c.w > 290:
        props.binders(c, c.cx - 156, top - 20, 9)
        props.plant(c, c.cx + 152, c.h - 6, 1.1)
        props.clock(c, s, c.cx - 120, top - 52, 7)
    props.pendant(c, c.cx, max(head + 8, min(c.spare * 0.45, 60)), dim)
    for x in (c.cx - 38, c.cx + 38, c.cx + 60)[: 3 if c.w > 150 else 2]:
        side = -1 if x < c.cx else 1
        c.rect(x + side * 4 - 8, top - 21, 16, 24, mix(p.cloth, p.ink, 0.4), 4)
    grey, brown = mix(p.metal, p.metal_dark, 0.45), mix(p.ink, p.wood_dark, 0.45)
    if c.w > 150:
        colleague = Figure(c.cx + 60, top + 1, -1, mix(p.metal, p.cloth, 0.4), brown, 0.98)
        person(c, colleague)
    you = Figure(c.cx - 38, top + 1, 1, mix(p.accent, p.cloth, 0.5), p.ink)
    client = Figure(c.cx + 35, top + 1, -1, mix(p.ink, p.cloth, 0.35), grey, 1.06, long_hair=True)
    person(c, you)
    person(c, client)
    _table(c, top)


def _table(c: Canvas, top: float) -> None:
    p = c.palette
    floor = c.h - 4
    c.shadow(c.cx - 62, floor - 1.4, 134, 3)
    for x in (c.cx - 44, c.cx + 50):
        c.poly([(x, top + 3), (x + 3, top + 3), (x + 5, floor), (x - 2, floor)], p.wood_dark)
    c.rect(c.cx - 62, top, 134, 3.4, p.wood, 1.2)
    c.veil_rect(c.cx - 60, top + 3.4, 130, 1.4, p.ink, 0.18)
    c.poly(
        [(c.cx - 13, top), (c.cx + 6, top), (c.cx + 8, top - 2.2), (c.cx - 10, top - 2.2)], p.paper
    )
    c.line([(c.cx - 7, top - 1.5), (c.cx + 3, top - 1.5)], p.metal, 0.35)
    c.line([(c.cx - 8, top - 0.8), (c.cx, top - 0.8)], p.bad, 0.4)
    c.poly(
        [(c.cx + 17, top), (c.cx + 30, top), (c.cx + 31, top - 1.4), (c.cx + 19, top - 1.4)],
        p.cloth,
    )
    c.rect(c.cx - 27, top - 6, 3.6, 6, mix(p.sky_low, p.paper, 0.5), 0.6)
    x = c.cx + 10.5
    c.rect(x, top - 11, 4.4, 11, mix(p.sky_low, p.paper, 0.35), 1.6)
    c.rect(x + 1, top - 13.4, 2.4, 3, mix(p.sky_low, p.paper, 0.35), 0.6)
    c.line([(c.cx - 46, top - 0.6), (c.cx - 34, top - 0.9)], p.ink, 0.9)


def _chart(c: Canvas, x: float, y: float) -> None:
    """A flip chart with the running loss."""
    p = c.palette
    c.line([(x + 4, y + 34), (x - 2, c.h - 6)], p.metal_dark, 1)
    c.line([(x + 32, y + 34), (x + 38, c.h - 6)], p.metal_dark, 1)
    c.rect(x, y, 36, 38, p.metal_light, 0.8)
    c.rect(x + 1.4, y + 2.4, 33.2, 34, p.paper, 0.3)
    c.line([(x + 6, y + 7), (x + 6, y + 31), (x + 31, y + 31)], p.metal_dark, 0.6)
    for i, h in enumerate((4, 7, 12, 19)):
        c.rect(x + 9 + i * 5.4, y + 31 - h, 3.6, h, p.metal if i < 3 else p.accent)
