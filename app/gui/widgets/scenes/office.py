"""The office: your desk, the ticket on the screen, the phone, and the day outside."""

from __future__ import annotations

from app.gui.widgets.scenes import props
from app.gui.widgets.scenes.canvas import Canvas
from app.gui.widgets.scenes.palette import NIGHT, mix
from app.gui.widgets.scenes.situation import Situation


def paint(c: Canvas, s: Situation) -> None:
    """Paint the office."""
    p = c.palette
    props.room(c)
    dim = p.daylight < 0.6
    top_of_desk = c.h - props.FLOOR * 0.45 - 27
    sill = top_of_desk - 9
    head = 12 + min(c.spare * 0.25, 30)
    x = c.cx - 66
    props.window(c, s, x, head, 62, sill - head, 3)
    left = x - 76
    while left > -70:
        props.window(c, s, left, head, 62, sill - head, 3, x - left, False)
        left -= 76
    props.daylight(c, x, 62, 40)
    _wall_right(c, s, top_of_desk)
    if c.spare > 50:
        props.pendant(c, c.cx + 34, min(c.spare * 0.5, 60), dim)
    props.plant(c, c.cx - 68 if c.w > 150 else c.cx - 57, c.h - 5)
    top = props.desk(c, c.cx - 44, 100)
    props.screen(c, s, c.cx - 12, top, 40, 25)
    _keyboard(c, c.cx - 6, top)
    _phone(c, c.cx - 36, top)
    props.mug(c, c.cx + 32, top)
    props.lamp(c, c.cx + 47, top, dim)
    props.chair(c, c.cx - 22)


def _wall_right(c: Canvas, s: Situation, desk_top: float) -> None:
    p = c.palette
    props.clock(c, s, c.cx + 8, max(desk_top - 45 - c.spare * 0.1, 14))
    shelf = desk_top - 36
    props.binders(c, c.cx + 24, shelf, 8)
    if c.w > 230:
        x, y, w = c.cx + 66, desk_top - 52, 46
        c.rect(x, y, w, 36, p.metal_light, 0.8)
        c.rect(x + 1.2, y + 1.2, w - 2.4, 33.6, p.paper, 0.4)
        for column in range(3):
            c.rect(x + 4 + column * 14, y + 4, 10, 1, p.metal)
            for row in range((3, 2, 4)[column]):
                tint = (p.accent, p.metal_light, p.glow)[(column + row) % 3]
                c.rect(x + 4 + column * 14, y + 7.5 + row * 6.4, 10, 4.8, tint, 0.4)
    if c.w > 250:
        top = props.desk(c, c.cx + 92, 72)
        props.screen(c, s, c.cx + 122, top, 36, 22, asleep=True)
        props.chair(c, c.cx + 112)


def _keyboard(c: Canvas, x: float, top: float) -> None:
    p = c.palette
    c.rect(x, top - 1.3, 27, 1.3, p.metal_light, 0.5)
    c.rect(x + 30, top - 1.6, 4, 1.6, p.metal_light, 0.8)


def _phone(c: Canvas, x: float, top: float) -> None:
    p = c.palette
    c.poly([(x, top), (x + 15, top), (x + 13, top - 6), (x + 2, top - 6)], p.chassis)
    c.rect(x + 5, top - 5.2, 5.4, 1.6, mix(p.screen_ink, NIGHT, 0.2), 0.3)
    for i in range(6):
        c.rect(x + 5 + (i % 3) * 2, top - 3 + (i // 3) * 1.4, 1.2, 0.8, p.metal, 0.2)
    c.rect(x + 0.6, top - 8, 13.8, 2.4, p.ink, 1.2)
