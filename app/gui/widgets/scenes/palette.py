"""The colours of the painted scenes: few, calm, and the same in every picture.

A scene is lit by the hour: every material has a day colour and a night colour, and the
daylight (0..1) mixes them. The dark theme lets less of the day in, so that a picture never
glares out of a dark page; high contrast keeps two colours, drawn edges, and the signals.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

from app.gui.widgets.scenes.situation import Situation

_DAY = {
    "wall": "#e3e8ea", "wall_low": "#d3dadd", "floor": "#bcc6cb", "shade": "#a9b5bc",
    "wood": "#c9a27a", "wood_dark": "#a9835d", "metal_light": "#c2ccd2", "metal": "#8f9ca7",
    "metal_dark": "#5a6774", "chassis": "#2c3845", "ink": "#222d39", "paper": "#f8f8f4",
    "plant": "#5c8f80", "plant_dark": "#3f7265", "cloth": "#51677c", "skin": "#d3a785",
    "ground": "#93a798", "road": "#6a7682",
}  # fmt: skip
_NIGHT = {
    "wall": "#37455a", "wall_low": "#2f3c4f", "floor": "#263142", "shade": "#1f2938",
    "wood": "#77634f", "wood_dark": "#5c4c3e", "metal_light": "#79889a", "metal": "#566577",
    "metal_dark": "#39465a", "chassis": "#182230", "ink": "#0f1722", "paper": "#c3ccd4",
    "plant": "#35625a", "plant_dark": "#274c46", "cloth": "#2c3c50", "skin": "#9b7b67",
    "ground": "#26343a", "road": "#1f2936",
}  # fmt: skip

# Minute of the day, high sky, low sky, daylight: a clear day in early March.
_SKY = (
    (0, "#101a30", "#22314d", 0.0),
    (330, "#141f38", "#2c3b58", 0.02),
    (405, "#4c6389", "#e3a98b", 0.45),
    (480, "#8fb6d3", "#f0dcc6", 0.85),
    (600, "#8fbfdf", "#dcebf2", 1.0),
    (930, "#8abadb", "#dfeaef", 1.0),
    (1050, "#7f9fc4", "#f1c896", 0.8),
    (1110, "#4d5f8c", "#e39a7a", 0.4),
    (1200, "#18233f", "#3a4669", 0.06),
    (1440, "#101a30", "#22314d", 0.0),
)


WHITE = QColor("#ffffff")
NIGHT = QColor("#0b1220")
"""What shadows are made of."""
SOOT = QColor("#05070a")
"""What burnt things are covered with."""


def mix(first: QColor, second: QColor, share: float) -> QColor:
    """``first`` with ``share`` (0..1) of ``second`` in it."""
    keep = 1.0 - share
    return QColor.fromRgbF(
        first.redF() * keep + second.redF() * share,
        first.greenF() * keep + second.greenF() * share,
        first.blueF() * keep + second.blueF() * share,
    )


@dataclass(frozen=True, slots=True)
class Signals:
    """The colours that carry meaning, and the theme's own: as the theme has them."""

    accent: QColor
    ok: QColor
    warn: QColor
    bad: QColor
    page: QColor
    text: QColor
    dark: bool
    contrast: bool


@dataclass(frozen=True, slots=True)
class ScenePalette:
    """Every colour a scene may use. ``edge``: outline of all shapes, in high contrast only."""

    wall: QColor
    wall_low: QColor
    floor: QColor
    shade: QColor
    wood: QColor
    wood_dark: QColor
    metal_light: QColor
    metal: QColor
    metal_dark: QColor
    chassis: QColor
    ink: QColor
    paper: QColor
    plant: QColor
    plant_dark: QColor
    cloth: QColor
    skin: QColor
    ground: QColor
    road: QColor
    sky_high: QColor
    sky_low: QColor
    sun: QColor
    glow: QColor
    screen: QColor
    screen_ink: QColor
    accent: QColor
    ok: QColor
    warn: QColor
    bad: QColor
    off: QColor
    daylight: float
    edge: QColor | None


def sky(minute_of_day: int) -> tuple[QColor, QColor, float]:
    """High sky, low sky and daylight (0..1) at a minute of the day (0..1439)."""
    for (start, high, low, light), (end, high2, low2, light2) in zip(_SKY, _SKY[1:], strict=False):
        if start <= minute_of_day <= end:
            share = (minute_of_day - start) / (end - start)
            return (
                mix(QColor(high), QColor(high2), share),
                mix(QColor(low), QColor(low2), share),
                light + (light2 - light) * share,
            )
    return QColor(_SKY[0][1]), QColor(_SKY[0][2]), 0.0


def palette_for(situation: Situation, signals: Signals, indoors_dark: bool = False) -> ScenePalette:
    """The colours for a situation under a theme. ``indoors_dark``: the lights are out."""
    if signals.contrast:
        return _contrast(situation, signals)
    high, low, daylight = sky(situation.minute_of_day)
    lit = 0.0 if indoors_dark else max(daylight, 0.28)
    if signals.dark:
        lit *= 0.17
        night = QColor("#131c2b")
        high, low = mix(high, night, 0.38), mix(low, night, 0.38)
    tone = {name: mix(QColor(_NIGHT[name]), QColor(day), lit) for name, day in _DAY.items()}
    return ScenePalette(
        **tone,
        sky_high=high,
        sky_low=low,
        sun=QColor("#f7dfa6") if daylight > 0.1 else QColor("#dfe6ee"),
        glow=QColor("#f6d58e"),
        screen=QColor("#141e2a"),
        screen_ink=QColor("#86c9bb"),
        accent=signals.accent,
        ok=QColor("#4fc08d"),
        warn=QColor("#f0b13c"),
        bad=QColor("#ee5a4a"),
        off=mix(tone["chassis"], tone["metal_dark"], 0.55),
        daylight=daylight,
        edge=None,
    )


def _contrast(situation: Situation, signals: Signals) -> ScenePalette:
    page, text = signals.page, signals.text
    grey = mix(page, text, 0.28)
    _, _, daylight = sky(situation.minute_of_day)
    flat = dict.fromkeys(_DAY, page)
    flat |= {"shade": grey, "metal": grey, "plant": grey, "cloth": grey, "ink": text, "floor": grey}
    return ScenePalette(
        **flat,
        sky_high=page,
        sky_low=page,
        sun=text,
        glow=text,
        screen=page,
        screen_ink=text,
        accent=signals.accent,
        ok=signals.ok,
        warn=signals.warn,
        bad=signals.bad,
        off=page,
        daylight=daylight,
        edge=text,
    )
