"""The office at night: everybody gone, the town lit, one screen still on."""

from __future__ import annotations

from app.gui.widgets.scenes import props
from app.gui.widgets.scenes.canvas import Canvas
from app.gui.widgets.scenes.palette import mix
from app.gui.widgets.scenes.situation import Situation


def paint(c: Canvas, s: Situation) -> None:
    """Paint the empty office."""
    p = c.palette
    props.room(c)
    sill = c.h - props.FLOOR - 7
    head = 9 + min(c.spare * 0.12, 16)
    width = c.w - 24
    c.rect(10.4, head - 1.6, width + 3.2, sill - head + 3.2, p.metal_dark, 0.8)
    props.outside(c, s, 12, head, width, sill - head)
    panes = max(2, round(width / 42))
    for i in range(1, panes):
        c.rect(12 + width * i / panes - 0.7, head, 1.4, sill - head, p.metal_dark)
    c.rect(8, sill + 1, c.w - 16, 2, p.metal_dark, 0.5)
    x = c.cx - 42
    top = props.desk(c, x, 92)
    c.halo(c.cx + 6, top - 17, 44, p.screen_ink, 0.42)
    props.screen(c, s, c.cx - 14, top, 40, 25)
    c.veil_poly([(c.cx - 16, top), (c.cx + 28, top), (c.cx + 20, top - 4), (c.cx - 8, top - 4)],
                p.screen_ink, 0.35)  # fmt: skip
    props.mug(c, c.cx + 34, top)
    c.rect(x + 8, top - 1, 13, 1, mix(p.paper, p.metal, 0.3))
    c.rect(x + 10, top - 1.9, 12, 0.9, p.paper)
    props.chair(c, c.cx + 26)
    if c.w > 200:
        for left in (c.cx - 150, c.cx + 68):
            far = props.desk(c, left, 70)
            props.screen(c, s, left + 18, far, 34, 21, asleep=True)
            props.chair(c, left + 34)
    props.plant(c, c.cx - (62 if c.w > 200 else 52), c.h - 3, 0.9)
