"""A call: the phone on the desk rings, a note pad beside it."""

from __future__ import annotations

import math

from app.gui.widgets.scenes import props
from app.gui.widgets.scenes.canvas import Canvas
from app.gui.widgets.scenes.palette import WHITE, mix
from app.gui.widgets.scenes.situation import Outage, Situation


def paint(c: Canvas, s: Situation, ringing: float = 1.0) -> None:
    """Paint the call, close up. ``ringing`` runs from 0 to 1, when the phone is still again."""
    p = c.palette
    top = c.h - 22.0
    c.rect(-1, -1, c.w + 2, c.h + 2, p.wall)
    head = 8 + min(c.spare * 0.2, 30)
    w = min(c.w - 16, 168)
    props.window(c, s, c.cx - w / 2, head, w, top - 14 - head, max(2, round(w / 42)), 90)
    c.shade(-1, -1, c.w + 2, c.h * 0.5, 0.12)
    c.rect(-1, top, c.w + 2, c.h - top + 1, p.wood)
    c.shade(-1, top + 1.6, c.w + 2, 16, 0.12, upward=True)
    c.rect(-1, top, c.w + 2, 1.6, mix(p.wood, p.paper, 0.28))
    c.rect(-1, c.h - 5, c.w + 2, 6, p.wood_dark)
    base = top + 9
    if c.w > 200:
        props.lamp(c, c.cx + 92, base - 3, p.daylight < 0.6)
        props.plant(c, c.cx - 96, base - 3, 1.1)
    _rings(c, c.cx, base - 36, ringing)
    with c.turned(c.cx, base, 2.6 * math.sin(ringing * 6 * math.pi) * (1 - ringing)):
        _mobile(c, c.cx - 16, base)
    _pad(c, c.cx + 26, base + 1)
    c.rect(c.cx - 46, base - 9, 9, 11, p.paper, 1.4)
    c.arc(c.cx - 46, base - 3.6, 2.8, 90, 180, p.paper, 1.3)
    c.disc(c.cx - 41.5, base - 8.6, 3.8, p.wood_dark, 0.9)
    if s.outage is not Outage.NONE and c.w > 150:
        _notice(c, c.cx - 75, base + 1, "bad" if s.outage is Outage.FULL else "warn")


def _rings(c: Canvas, x: float, y: float, ringing: float) -> None:
    """The ringing, drawn as waves on either side that run outwards one by one."""
    p = c.palette
    for i in range(min(3, 1 + int(ringing * 6) % 3) if ringing < 1 else 3):
        colour = p.accent if c.contrast else mix(p.accent, p.paper, 0.1 + i * 0.25)
        c.arc(x, y, 25 + i * 6.5, -24, 48, colour, 1.5 - i * 0.25)
        c.arc(x, y, 25 + i * 6.5, 156, 48, colour, 1.5 - i * 0.25)


def _mobile(c: Canvas, x: float, base: float) -> None:
    """A mobile standing in its cradle; accept and decline wait."""
    p = c.palette
    w, h = 32.0, 60.0
    y = base - h - 3
    c.shadow(x - 5, base - 1.6, w + 10, 4, 0.28)
    c.rect(x - 3, base - 6, w + 6, 6, p.metal_dark, 2)
    c.rect(x, y, w, h, p.ink, 4.4)
    face = mix(p.screen, p.accent, 0.22) if not c.contrast else p.screen
    c.rect(x + 1.5, y + 1.5, w - 3, h - 3, face, 3.2)
    c.rect(x + w / 2 - 4, y + 3, 8, 1.5, p.ink, 0.7)
    mx = x + w / 2
    c.disc(mx, y + 19, 8.2, mix(p.accent, WHITE, 0.25))
    with c.clipped(mx - 8.2, y + 10.8, 16.4, 16.4, 8.2):
        c.disc(mx, y + 17, 3.1, p.screen)
        c.disc(mx, y + 27, 6.4, p.screen, 6.6)
    c.rect(mx - 8, y + 31, 16, 1.7, WHITE if not c.contrast else p.ink, 0.8)
    c.rect(mx - 5, y + 34.6, 10, 1.1, p.screen_ink, 0.5)
    c.disc(x + 9, y + 49, 4, p.metal_dark)
    c.disc(x + w - 9, y + 49, 4, p.ok)
    white = WHITE if not c.contrast else p.ink
    c.arc(x + 9, y + 50.4, 2.4, 45, 90, white, 1.1)
    c.arc(x + w - 9, y + 47.6, 2.4, 225, 90, white, 1.1)


def _pad(c: Canvas, x: float, base: float) -> None:
    """A note pad with the first lines of a record, and a pen."""
    p = c.palette
    c.veil_poly([(x + 2, base + 2), (x + 44, base + 2), (x + 38, base - 8), (x + 1, base - 8)],
                p.ink, 0.16)  # fmt: skip
    c.poly([(x, base), (x + 42, base), (x + 36, base - 9), (x + 3, base - 9)], p.paper)
    c.poly(
        [(x + 2.4, base - 7.4), (x + 37, base - 7.4), (x + 36, base - 9), (x + 3, base - 9)],
        p.accent,
    )
    for i, share in enumerate((0.78, 0.6, 0.7)):
        y = base - 5.6 + i * 1.8
        c.line([(x + 5 - i * 0.5, y), (x + 5 + 30 * share, y)], p.metal, 0.4)
    c.line([(x + 30, base - 1.6), (x + 40, base - 8)], p.ink, 1.1)


def _notice(c: Canvas, x: float, base: float, state: str) -> None:
    """A laptop at the side that shows the outage."""
    p = c.palette
    c.poly([(x, base), (x + 25, base), (x + 23, base - 2.4), (x + 2, base - 2.4)], p.metal)
    c.rect(x + 1.4, base - 19, 22.2, 16.8, p.chassis, 1)
    c.rect(x + 2.6, base - 17.8, 19.8, 14.4, p.screen, 0.4)
    c.poly([(x + 12.5, base - 15), (x + 16.4, base - 8.4), (x + 8.6, base - 8.4)],
           p.bad if state == "bad" else p.warn)  # fmt: skip
    c.rect(x + 12, base - 12.8, 1, 2.2, p.screen)
    c.rect(x + 12, base - 10, 1, 0.9, p.screen)
    c.rect(x + 6, base - 6.6, 13, 0.9, p.screen_ink, 0.3)
