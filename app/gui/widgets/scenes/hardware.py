"""The machines: racks with servers, the disk shelf, opened drives. Their lights tell the state."""

from __future__ import annotations

from PySide6.QtGui import QColor

from app.gui.widgets.scenes.canvas import Canvas
from app.gui.widgets.scenes.palette import NIGHT, SOOT, WHITE, mix
from app.gui.widgets.scenes.situation import DISKS, Earth, Situation

RACK_WIDTH = 60.0
UNIT = 4.7
"""Height of one rack unit."""


def rack_frame(c: Canvas, x: float, base: float, h: float, w: float = RACK_WIDTH) -> None:
    """An open rack standing on ``base``."""
    p = c.palette
    c.shadow(x - 2, base - 1.4, w + 4, 3, 0.22)
    c.rect(x, base - h, w, h - 1.6, p.metal_dark, 1)
    c.veil_rect(x + 0.5, base - h + 0.2, w - 1, 0.5, p.paper, 0.25, 0.2)
    c.veil_rect(x + 0.2, base - h + 1, 0.6, h - 4, p.paper, 0.16, 0.3)
    for k in range(0 if c.contrast else int((h - 12) / 3)):
        for rail in (x + 1.4, x + w - 1.4):
            c.disc(rail, base - h + 6 + k * 3, 0.28, p.chassis)
    c.rect(x + 2.2, base - h + 2.2, w - 4.4, h - 6, mix(p.chassis, SOOT, 0.35))
    c.rect(x + 3, base - 1.8, 5, 1.8, p.ink)
    c.rect(x + w - 8, base - 1.8, 5, 1.8, p.ink)


def _unit(c: Canvas, x: float, y: float, w: float, units: int, fill: QColor) -> None:
    c.rect(x, y, w, UNIT * units - 0.5, fill, 0.5)
    for side in (x + 0.9, x + w - 0.9):
        c.disc(side, y + 1.1, 0.35, c.palette.metal)


def server(c: Canvas, x: float, y: float, w: float, state: str) -> None:
    """A server of one unit: grille, power and service light."""
    p = c.palette
    _unit(c, x, y, w, 1, mix(p.metal_dark, p.chassis, 0.4))
    for i in range(int((w - 22) / 2.6)):
        c.rect(x + 3.4 + i * 2.6, y + 1.1, 1.6, 2, p.chassis, 0.2)
    c.rect(x + w - 16, y + 1.5, 6, 1.2, p.metal, 0.3)
    c.led(x + w - 7, y + 2.1, "ok" if state != "off" else "off", 0.7)
    c.led(x + w - 3.4, y + 2.1, state, 1.15)


def switch(c: Canvas, x: float, y: float, w: float, state: str) -> None:
    """A network switch with its ports and patch cables' sockets."""
    p = c.palette
    _unit(c, x, y, w, 1, p.metal)
    for i in range(int((w - 5) / 2.9)):
        c.rect(x + 3 + i * 2.9, y + 1.3, 2, 1.9, p.ink, 0.2)
        c.rect(x + 3.2 + i * 2.9, y + 0.5, 0.7, 0.5, p.off if state == "off" else p.ok)


def array(c: Canvas, s: Situation, x: float, y: float, w: float) -> None:
    """The disk shelf: three units, a bay and a light for each disk; empty once they are out."""
    p = c.palette
    _unit(c, x, y, w, 3, mix(p.chassis, p.metal_dark, 0.3))
    bay = (w - 5.2) / DISKS
    for i, state in enumerate(s.disk_states()):
        bx, bw = x + 2.6 + i * bay, bay - 0.8
        if s.pulled:
            c.rect(bx, y + 1, bw, UNIT * 3 - 2.6, mix(p.chassis, NIGHT, 0.6), 0.4)
            c.shade(bx, y + 1, bw, 5, 0.6)
            c.line([(bx + 1, y + 11), (bx + bw - 1, y + 11)], p.metal_dark, 0.4)
            continue
        c.rect(bx, y + 1, bw, UNIT * 3 - 2.6, mix(p.metal, p.metal_dark, 0.35), 0.4)
        c.veil_rect(bx + 0.3, y + 1.1, bw - 0.6, 0.4, p.paper, 0.28, 0.2)
        c.rect(bx + 0.9, y + 2, bw - 1.8, 4.4, p.metal_dark, 0.3)
        for k in range(0 if c.contrast else 4):
            c.rect(bx + 1.6, y + 2.7 + k * 0.9, bw - 3.2, 0.35, p.chassis)
        c.rect(bx + 0.9, y + 7.2, bw - 1.8, 0.6, p.chassis, 0.3)
        c.led(bx + bw / 2, y + 10, state, 1.35)
        if state == "busy":
            c.rect(bx + 0.9, y + 4.4, bw - 1.8, 2, p.warn, 0.3)


def transfer_box(c: Canvas, s: Situation, x: float, y: float, w: float) -> None:
    """The MFT component, two units; burnt when dead."""
    p = c.palette
    _unit(c, x, y, w, 2, mix(p.metal_light, p.metal, 0.5) if not c.contrast else p.wall)
    c.rect(x + 4, y + 2, 12, 4.8, p.screen, 0.4)
    if s.mft_dead:
        for radius, strength in ((15, 0.5), (9, 0.75)):
            c.halo(x + 29, y + 3.6, radius, SOOT, strength)
        for dx, tall in ((0.0, 15.0), (-4.2, 10.0), (4.4, 11.0)):
            px = x + 29 + dx
            c.beam([(px - 1.6, y + 1), (px + 1.6, y + 1), (px + 3.4, y - tall),
                    (px - 2.2, y - tall)], (px, y + 1), (px, y - tall), SOOT, 0.42)  # fmt: skip
        c.line([(x + 25, y + 1.6), (x + 29, y + 3.8), (x + 26.6, y + 4.8), (x + 31, y + 7.4)],
               p.bad, 0.8)  # fmt: skip
        c.led(x + w - 4, y + 4.4, "bad", 1.25)
        return
    for i in range(3):
        c.rect(x + 5, y + 2.9 + i * 1.3, (9.5, 6, 8)[i], 0.6, p.screen_ink)
    for i in range(9):
        c.rect(x + 20 + i * 2.2, y + 2.6, 1.2, 4, p.metal_dark, 0.5)
    c.led(x + w - 4, y + 4.4, "ok", 1.25)


def power(c: Canvas, x: float, y: float, w: float) -> None:
    """The uninterruptible power supply at the foot of the rack."""
    p = c.palette
    _unit(c, x, y, w, 2, p.chassis)
    c.rect(x + w / 2 - 6, y + 1.8, 12, 4, p.screen, 0.4)
    for i in range(5):
        c.rect(x + w / 2 - 5 + i * 2.1, y + 2.8, 1.5, 2, p.ok if i < 4 else p.off, 0.2)
    for i in range(4):
        c.rect(x + 3 + i * 2, y + 2.2, 1, 3.2, p.metal_dark, 0.4)


def _blank(c: Canvas, x: float, y: float, w: float) -> None:
    """A panel over nothing: slots for the air."""
    p = c.palette
    _unit(c, x, y, w, 1, mix(p.metal_dark, p.chassis, 0.62))
    for i in range(0 if c.contrast else int((w - 6) / 3.2)):
        c.rect(x + 3.2 + i * 3.2, y + 1.6, 2.1, 0.9, mix(p.chassis, NIGHT, 0.5), 0.4)


def _cables(c: Canvas, x: float, top: float, bottom: float) -> None:
    """The bundle that runs down the rail, tied every hand's breadth."""
    p = c.palette
    for i, colour in enumerate((p.accent, p.metal, p.glow, p.metal_light)):
        dx = i * 0.75
        c.curve([(x + dx, top), (x + dx + 0.7, top + 18), (x + dx - 0.6, bottom - 20),
                 (x + dx, bottom)], colour, 0.6)  # fmt: skip
    for share in (0.2, 0.5, 0.8):
        c.rect(x - 0.6, top + (bottom - top) * share, 3.5, 0.9, p.ink, 0.3)


def _earth(c: Canvas, s: Situation, x: float, base: float) -> None:
    """The green and yellow wire from the frame to the floor; slack and loose where it fails."""
    p = c.palette
    if s.earth is Earth.UNKNOWN:
        return
    c.rect(x + 9, base + 0.6, 8, 1.6, p.metal_light, 0.5)
    if s.earth is Earth.GOOD:
        way = [(x, base - 7), (x + 7, base - 8), (x + 12, base - 5), (x + 12.6, base + 1)]
    else:
        way = [(x, base - 7), (x + 5, base - 8), (x + 6, base - 1), (x + 2.6, base + 2.2)]
    c.curve(way, p.ok if c.contrast else mix(p.plant, p.glow, 0.25), 1.2)
    if s.earth is Earth.BAD:
        c.led(x + 2.4, base + 2.6, "warn", 0.9)
    else:
        c.disc(x + 12.6, base + 1.3, 0.9, p.metal_dark)


def filled_rack(c: Canvas, s: Situation, x: float, base: float, h: float) -> None:
    """The client's rack from switch to power supply."""
    rack_frame(c, x, base, h)
    p = c.palette
    inner, width = x + 3.2, RACK_WIDTH - 6.4
    services = s.service_states()
    y = base - h + 3.4
    switch(c, inner, y, width, services[0])
    for i, colour in enumerate((p.accent, p.glow, p.metal_light, p.accent, p.metal_light)):
        px = inner + 6.9 + i * 8.7
        c.curve([(px, y + 2.4), (px, y + 6.5), (px + 3 - i, y + 5.5), (px + 2, y + 9.6)],
                colour, 0.7)  # fmt: skip
    y += UNIT * 2 + 0.8
    for i, state in enumerate(services):
        server(c, inner, y + i * UNIT, width, state)
    y += UNIT * 4 + 1.2
    array(c, s, inner, y, width)
    y += UNIT * 3 + 1.2
    transfer_box(c, s, inner, y, width)
    _blank(c, inner, y + UNIT * 2 + 0.9, width)
    power(c, inner, base - 4 - UNIT * 2, width)
    _cables(c, x + RACK_WIDTH - 1.9, base - h + 6, base - 8)
    _earth(c, s, x + RACK_WIDTH, base)
    c.shade(x + 2.2, base - h + 2.2, RACK_WIDTH - 4.4, 7, 0.35)


def drive(c: Canvas, x: float, y: float, w: float, opened: bool = True, state: str = "off") -> None:
    """A disk drive from above, ``w`` wide; opened it shows platter and arm."""
    p = c.palette
    h = w * 1.38
    c.veil_rect(x + 0.8, y + 1, w, h, NIGHT, 0.22, w * 0.06)
    c.rect(x, y, w, h, p.metal, w * 0.06)
    c.rect(x + w * 0.05, y + w * 0.05, w * 0.9, h - w * 0.1, p.metal_light, w * 0.05)
    for dx, dy in ((0.1, 0.1), (0.9, 0.1), (0.1, 1.28), (0.9, 1.28)):
        c.disc(x + w * dx, y + w * dy, w * 0.025, p.metal_dark)
    if not opened:
        c.rect(x + w * 0.18, y + w * 0.22, w * 0.64, w * 0.62, p.paper, w * 0.03)
        c.rect(x + w * 0.24, y + w * 0.3, w * 0.4, w * 0.06, p.metal_dark)
        for i in range(3):
            c.rect(x + w * 0.24, y + w * (0.45 + i * 0.1), w * (0.5, 0.42, 0.3)[i], w * 0.04,
                   p.metal)  # fmt: skip
        c.led(x + w * 0.5, y + w * 1.1, state, max(w * 0.045, 0.7))
        return
    mx, my, r = x + w * 0.5, y + w * 0.53, w * 0.41
    c.disc(mx, my, r, mix(p.metal_dark, p.metal, 0.4))
    c.disc(mx, my, r * 0.97, mix(p.metal_light, p.paper, 0.35))
    if not c.contrast:
        c.veil_poly([(mx, my), (mx - r * 0.75, my - r * 0.6), (mx - r * 0.35, my - r * 0.88)],
                    WHITE, 0.5)  # fmt: skip
        c.veil_poly([(mx, my), (mx + r * 0.8, my + r * 0.5), (mx + r * 0.45, my + r * 0.82)],
                    WHITE, 0.35)  # fmt: skip
    for share in (0.72, 0.5):
        c.arc(mx, my, r * share, 0, 360, mix(p.metal_light, p.metal, 0.5), w * 0.008)
    c.disc(mx, my, r * 0.3, p.metal)
    c.disc(mx, my, r * 0.2, p.metal_dark)
    px, py = x + w * 0.83, y + w * 1.13
    c.poly([(px - w * 0.09, py - w * 0.03), (mx + r * 0.42, my + r * 0.28),
            (mx + r * 0.5, my + r * 0.2), (px + w * 0.07, py - w * 0.05)], p.chassis)  # fmt: skip
    c.disc(px, py, w * 0.1, p.chassis)
    c.disc(px, py, w * 0.045, p.metal_light)
    c.rect(x + w * 0.1, y + w * 1.06, w * 0.42, w * 0.22, p.plant_dark, w * 0.02)
    for i in range(4):
        c.rect(x + w * (0.14 + i * 0.09), y + w * 1.11, w * 0.05, w * 0.12, p.ink)
