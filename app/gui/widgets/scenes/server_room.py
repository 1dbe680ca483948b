"""The server centre: the client's rack between its neighbours. Every light means something."""

from __future__ import annotations

from app.gui.widgets.scenes import hardware
from app.gui.widgets.scenes.canvas import Canvas
from app.gui.widgets.scenes.palette import NIGHT, WHITE, mix
from app.gui.widgets.scenes.situation import Situation


def paint(c: Canvas, s: Situation) -> None:
    """Paint the server room."""
    p = c.palette
    floor = c.h - 9
    c.rect(-1, -1, c.w + 2, c.h + 2, mix(p.wall_low, p.metal_dark, 0.18))
    _ceiling(c)
    _floor(c, floor)
    base = floor + 3
    height = 79.0
    main = c.cx - hardware.RACK_WIDTH / 2
    step = hardware.RACK_WIDTH + 1.5
    for side in (-1, 1):
        k = 1
        while -step < main + side * k * step < c.w:
            left = main + side * k * step
            if s.rental and side == 1 and k == 1:
                break
            _neighbour(c, left, base, height, k + (side == 1))
            c.veil_rect(left, base - height, hardware.RACK_WIDTH, height - 1.4, NIGHT,
                        min(0.10 * k, 0.3), 1)  # fmt: skip
            k += 1
    if s.rental:
        _rental(c, main + step + 5, base)
    _light(c, main, base)
    hardware.filled_rack(c, s, main, base, height)
    _spill(c, s, main, base)
    if s.pulled:
        _sealed_cart(c, main - 31, base + 3)
    elif s.imaged:
        _imaging_cart(c, main - 31, base + 3)


def _floor(c: Canvas, floor: float) -> None:
    """Raised tiles that run towards a point behind the rack; the air comes up through some."""
    p = c.palette
    c.fade(-1, floor, c.w + 2, 11, mix(p.floor, p.shade, 0.55), p.floor)
    x = c.cx % 24 - 24
    while x < c.w + 24:
        c.line([(x, floor), (x - (c.cx - x) * 0.16, c.h)], mix(p.floor, p.shade, 0.9), 0.4)
        x += 24
    c.line([(0, floor + 3.6), (c.w, floor + 3.6)], mix(p.floor, p.shade, 0.8), 0.35)
    for left in (c.cx - 12,) if not c.contrast else ():
        for i in range(9):
            for k in range(2):
                c.disc(left + i * 3 + k * 0.4, floor + 5.4 + k * 1.5, 0.5, p.metal_dark, 0.22)


def _spill(c: Canvas, s: Situation, x: float, base: float) -> None:
    """The colour of the worst light on the floor before the rack."""
    p = c.palette
    states = (*s.service_states(), *(() if s.pulled else s.disk_states()))
    colour = p.bad if "bad" in states or s.mft_dead else p.warn
    if "bad" in states or s.mft_dead or {"warn", "busy"} & set(states):
        middle = x + hardware.RACK_WIDTH / 2
        c.pool(middle, base + 2.5, hardware.RACK_WIDTH * 0.7, 7, colour, 0.42)


def _ceiling(c: Canvas) -> None:
    p = c.palette
    y = min(c.spare * 0.55, 46)
    c.rect(-1, -1, c.w + 2, y + 5, p.wall_low)
    c.rect(-1, y + 4, c.w + 2, 1.2, p.metal)
    c.rect(-1, y + 7.4, c.w + 2, 0.7, p.metal)
    x = 4.0
    while x < c.w:
        c.rect(x, y + 4.4, 0.7, 3.4, p.metal)
        x += 9
    for i, colour in enumerate((p.accent, p.metal_dark, p.glow)):
        c.rect(-1, y + 5.2 + i * 0.8, c.w + 2, 0.55, colour)
    left = c.cx - 26
    c.halo(c.cx, y + 1, 46, WHITE, 0.18)
    c.rect(left, y - 0.4, 52, 1.8, mix(p.paper, p.glow, 0.12), 0.9)


def _light(c: Canvas, x: float, base: float) -> None:
    """The lamp above falls on the rack and a little on its neighbours."""
    w = hardware.RACK_WIDTH
    for spread, strength in ((20.0, 0.10), (9.0, 0.12)):
        c.beam([(x + 8, 4), (x + w - 8, 4), (x + w + spread, base), (x - spread, base)],
               (x, 0), (x, base), WHITE, strength)  # fmt: skip


def _neighbour(c: Canvas, x: float, base: float, h: float, index: int) -> None:
    """A closed rack with a perforated door: somebody else's, in the dark."""
    p = c.palette
    w = hardware.RACK_WIDTH
    body = mix(p.chassis, p.metal_dark, 0.45)
    c.shadow(x - 2, base - 1.4, w + 4, 3, 0.2)
    c.rect(x, base - h, w, h - 1.4, body, 1)
    c.rect(x + 3, base - h + 3, w - 6, h - 8, mix(body, p.chassis, 0.6), 0.6)
    for row in range(0 if c.contrast else 12):
        y = base - h + 7 + row * 5.4
        c.rect(x + 6, y, w - 17, 0.6, body)
        lights = (row * 5 + index * 3) % 4
        for i in range(lights):
            c.disc(x + 8 + i * 2.4, y + 2.4, 0.4, mix(p.ok, body, 0.35))
    c.beam([(x + 6, base - h + 3), (x + 20, base - h + 3), (x + 9, base - 6), (x + 3, base - 6)],
           (x + 6, base - h), (x + 6, base), p.paper, 0.08)  # fmt: skip
    c.rect(x + w - 7, base - h * 0.58, 1.4, 11, p.metal, 0.7)


def _rental(c: Canvas, x: float, base: float) -> None:
    """Rented servers on a wheeled half-rack, all well."""
    p = c.palette
    w, h = 42.0, 46.0
    c.shadow(x - 2, base - 1.4, w + 4, 3, 0.2)
    c.rect(x, base - h, w, h - 4, p.accent, 1)
    c.rect(x + 2, base - h + 2, w - 4, h - 8, p.chassis, 0.5)
    for i in range(7):
        hardware.server(c, x + 3, base - h + 3.4 + i * (hardware.UNIT + 0.6), w - 6, "ok")
    for dx in (5, w - 5):
        c.disc(x + dx, base - 2, 2, p.ink)
        c.disc(x + dx, base - 2, 0.8, p.metal_light)


def _cart(c: Canvas, x: float, base: float) -> None:
    """A trolley with two shelves."""
    p = c.palette
    c.shadow(x - 1, base - 1.4, 27, 2.6, 0.22)
    c.rect(x + 1, base - 27, 1.2, 24, p.metal_light)
    c.rect(x + 23, base - 27, 1.2, 24, p.metal_light)
    for y in (base - 27, base - 8):
        c.rect(x - 0.5, y, 26.2, 1.6, p.metal_light, 0.5)
        c.shade(x + 2.2, y + 1.6, 20.8, 3, 0.18)
    for dx in (2, 23):
        c.disc(x + dx, base - 2, 1.8, p.ink)
        c.disc(x + dx, base - 2, 0.6, p.metal_light)


def _imaging_cart(c: Canvas, x: float, base: float) -> None:
    """The disk images: the copies you work on."""
    p = c.palette
    _cart(c, x, base)
    for i in range(4):
        c.rect(x + 2.4 + i * 5.5, base - 38, 4.6, 11, p.metal, 0.6)
        c.rect(x + 3.1 + i * 5.5, base - 36.8, 3.2, 3.6, p.paper, 0.3)
        c.led(x + 4.7 + i * 5.5, base - 29.4, "ok", 0.7)
    c.rect(x + 3, base - 15, 19, 7, p.chassis, 0.8)
    c.rect(x + 5, base - 13, 12, 1.6, p.screen, 0.3)
    c.rect(x + 5, base - 13, 12, 1.6, p.ok, 0.3)


def _sealed_cart(c: Canvas, x: float, base: float) -> None:
    """The disks, out of their bays, in a padded box with a seal."""
    p = c.palette
    _cart(c, x, base)
    c.rect(x + 2, base - 40, 21, 13, p.wood, 0.6)
    c.rect(x + 2, base - 40, 21, 3.4, mix(p.wood, p.paper, 0.28), 0.6)
    c.veil_rect(x + 2, base - 36.6, 21, 0.8, NIGHT, 0.2)
    c.rect(x + 11, base - 40, 3, 13, mix(p.wood_dark, p.wood, 0.4))
    c.rect(x + 9.4, base - 35.4, 6.2, 4.4, p.paper, 0.3)
    c.rect(x + 10.4, base - 34.2, 4.2, 0.5, p.metal)
    c.rect(x + 10.4, base - 32.8, 3, 0.5, p.metal)
    c.disc(x + 12.5, base - 38.2, 1.3, p.accent)
