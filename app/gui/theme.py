"""How everything looks: colours by role, a type scale, a 4 px grid, and one stylesheet.

A ``Theme`` is a frozen value. ``apply`` hands it to the application, which carries it as a
property; painted widgets ask ``theme_of()`` inside ``paintEvent`` and so never hold a stale one
(Qt repaints all widgets when the palette changes).
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

SANS = "IBM Plex Sans"
SERIF = "IBM Plex Serif"
MONO = "IBM Plex Mono"
EASY = "OpenDyslexic"
"""In place of the first two where the reader has asked for it; see ``fonts``."""

_PROPERTY = "norestore_theme"
_DARKNESS = "#0a0e10"


class Mode(StrEnum):
    """What the player picks in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


# Named tuples, not dataclasses: the first paint comes sooner by what those take to import.
class Palette(NamedTuple):
    """Colours by role, as ``#rrggbb``. Text roles keep 4.5:1 on ground, surface and raised.

    ``loss`` is the only red and means lost money; ``terminal_*`` is the dark device, ``brand*`` the
    panel with the name of the game.
    """

    ground: str
    surface: str
    raised: str
    hover: str
    ink: str
    ink_muted: str
    line: str
    line_strong: str
    accent: str
    accent_soft: str
    on_accent: str
    loss: str
    loss_soft: str
    gain: str
    warning: str
    focus: str
    brand: str = "#123f4f"
    on_brand: str = "#f6f4ef"
    brand_muted: str = "#c3d4d9"
    brand_light: str = "#f0b94f"
    terminal: str = "#10161a"
    terminal_bar: str = "#1c252b"
    terminal_ink: str = "#cfdcd6"
    terminal_muted: str = "#8d9c9a"


LIGHT = Palette(
    ground="#f3f1ec",
    surface="#faf9f6",
    raised="#ffffff",
    hover="#f0f3f3",
    ink="#1a1d20",
    ink_muted="#575d62",
    line="#dad6cd",
    line_strong="#8b8a84",
    accent="#155a70",
    accent_soft="#e1ecef",
    on_accent="#ffffff",
    loss="#b02318",
    loss_soft="#f8e6e3",
    gain="#2f6b4a",
    warning="#7d5200",
    focus="#0a78a0",
)
DARK = Palette(
    ground="#121517",
    surface="#191d20",
    raised="#21262a",
    hover="#293035",
    ink="#e9e7e2",
    ink_muted="#a5abaf",
    line="#353b40",
    line_strong="#757d83",
    accent="#74bdd3",
    accent_soft="#1f3841",
    on_accent="#0b181d",
    loss="#f58f84",
    loss_soft="#3d2322",
    gain="#8cc7a2",
    warning="#e2b562",
    focus="#8ad7f0",
    brand="#0c2730",
    terminal="#0a0d0f",
)
CONTRAST = Palette(
    ground="#000000",
    surface="#000000",
    raised="#0c0c0c",
    hover="#262626",
    ink="#ffffff",
    ink_muted="#e4e4e4",
    line="#9a9a9a",
    line_strong="#ffffff",
    accent="#ffd60a",
    accent_soft="#332b00",
    on_accent="#000000",
    loss="#ff8077",
    loss_soft="#3a0f0c",
    gain="#7df0a0",
    warning="#ffb340",
    focus="#00e5ff",
    brand="#000000",
    on_brand="#ffffff",
    brand_muted="#ffffff",
    terminal="#000000",
    terminal_bar="#1a1a1a",
    terminal_ink="#ffffff",
    terminal_muted="#e4e4e4",
)

BLACK, WHITE = "#000000", "#ffffff"
"""For what must not follow the theme: codes that cameras read, a wall without light."""

# Type scale: pixels at 100 %, weight, family. A role is also a label's `role` property.
TYPE: dict[str, tuple[int, int, str]] = {
    "display": (40, 500, SERIF),
    "title": (27, 500, SERIF),
    "heading": (19, 500, SERIF),
    "lead": (17, 600, SANS),
    "strong": (15, 600, SANS),
    "body": (15, 400, SANS),
    "story": (16, 400, SANS),
    "story_large": (19, 400, SANS),
    "small": (13, 400, SANS),
    "small_strong": (13, 600, SANS),
    "caption": (12, 500, SANS),
    "number": (22, 600, SANS),
    "mono": (13, 400, MONO),
}
TEXT_SCALES = (100, 125, 150, 175, 200)
MOST_PERCENT = 600
"""Twice the largest of these in a window of 3840 x 2160, and some room."""
_EASY_SIZE = 0.88
GRID = 4
RADIUS = 6


class Theme(NamedTuple):
    """Everything that decides looks. ``text_percent`` is 100 to ``MOST_PERCENT``.

    ``easy_reading``: letters that are hard to take for one another. ``room_percent``: how much
    whitespace a large window gives, 100 is the usual.
    """

    palette: Palette = LIGHT
    text_percent: int = 100
    reduced_motion: bool = False
    easy_reading: bool = False
    room_percent: int = 100

    @property
    def is_dark(self) -> bool:
        """Whether the ground is darker than the ink."""
        return QColor(self.palette.ground).lightness() < QColor(self.palette.ink).lightness()

    def color(self, role: str) -> QColor:
        """The colour of a palette role. AttributeError for an unknown one."""
        return QColor(getattr(self.palette, role))

    def dark(self, share: float) -> QColor:
        """Darkness over what lies below: 0 nothing, 1 all."""
        colour = QColor(_DARKNESS)
        colour.setAlphaF(share)
        return colour

    def px(self, pixels: float) -> int:
        """Pixels that grow with the text: font sizes, line heights, boxes around text."""
        return round(pixels * self.text_percent / 100)

    def space(self, steps: float) -> int:
        """Steps of the 4 px grid; whitespace grows with a large window, not with the text."""
        return round(steps * GRID * self.room_percent / 100)

    def roomy(self, pixels: int) -> int:
        """Padding in a large window. It grows in steps of the grid: where a ring is a pixel
        thicker than the border and the padding a pixel less, both must stay the same together.
        """
        steps = round((pixels + 1) / GRID)
        return pixels + round(steps * GRID * (self.room_percent - 100) / 100)

    def font(self, role: str) -> QFont:
        """The font of a type role. KeyError for an unknown one."""
        return QFont(_font(role, self.text_percent, self.easy_reading))

    def types(self) -> dict[str, tuple[int, int, str]]:
        """The type scale in this theme's families."""
        return {role: _type(role, self.easy_reading) for role in TYPE}


def _type(role: str, easy_reading: bool) -> tuple[int, int, str]:
    size, weight, family = TYPE[role]
    if easy_reading and family != MONO:
        # It is broad and tall: a little smaller, it is as large to the eye as the others.
        return round(size * _EASY_SIZE), 700 if weight > 500 else 400, EASY
    return size, weight, family


@cache
def _font(role: str, text_percent: int, easy_reading: bool) -> QFont:
    size, weight, family = _type(role, easy_reading)
    font = QFont(family)
    font.setPixelSize(Theme(text_percent=text_percent).px(size))
    font.setWeight(QFont.Weight(weight))
    if family == MONO:
        font.setStyleHint(QFont.StyleHint.Monospace)
    if role == "number":
        # A running meter must not dance while its digits change.
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def make_theme(
    mode: Mode,
    text_percent: int,
    reduced_motion: bool,
    system_dark: bool = False,
    *,
    easy_reading: bool = False,
    room_percent: int = 100,
) -> Theme:
    """The theme for the player's settings; ``system_dark`` decides in mode ``system``."""
    palettes = {
        Mode.SYSTEM: DARK if system_dark else LIGHT,
        Mode.LIGHT: LIGHT,
        Mode.DARK: DARK,
        Mode.CONTRAST: CONTRAST,
    }
    return Theme(
        palettes[mode],
        min(MOST_PERCENT, max(100, text_percent)),
        reduced_motion,
        easy_reading,
        room_percent,
    )


def system_is_dark(app: QApplication) -> bool:
    """Whether the desktop asks for dark windows."""
    # Not before the first paint: the enumerations of Qt's own namespace take long to make.
    from PySide6.QtCore import Qt

    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def begin(app: QApplication, mode: str, text_percent: int, *, easy_reading: bool = False) -> None:
    """Give colours and fonts to the first paint; ``apply`` adds all that widgets need."""
    desktop = app.palette()
    is_dark = desktop.window().color().lightness() < desktop.windowText().color().lightness()
    known = Mode(mode) if mode in list(Mode) else Mode.SYSTEM
    _wear(app, make_theme(known, text_percent, False, is_dark, easy_reading=easy_reading))


def apply(app: QApplication, theme: Theme) -> None:
    """Give ``theme`` to the whole application; open windows follow at once."""
    from app.gui.stylesheet import stylesheet

    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    _wear(app, theme)
    app.setStyleSheet(stylesheet(tokens(theme), theme.types(), theme.px, theme.roomy))


class _Worn:
    """Keeps Qt from taking a theme for a list, as it does with any tuple."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme


def _wear(app: QApplication, theme: Theme) -> None:
    app.setProperty(_PROPERTY, _Worn(theme))
    app.setFont(theme.font("body"))
    app.setPalette(_qt_palette(theme.palette))


def theme_of() -> Theme:
    """The theme in force; the plain light one before any was applied."""
    app = QApplication.instance()
    worn = app.property(_PROPERTY) if app is not None else None
    return worn.theme if isinstance(worn, _Worn) else Theme()


def tokens(theme: Theme) -> dict[str, str]:
    """The palette as a mapping, role to ``#rrggbb``."""
    return theme.palette._asdict()


def _qt_palette(palette: Palette) -> QPalette:
    roles = QPalette.ColorRole
    colours = {
        roles.Window: palette.ground,
        roles.WindowText: palette.ink,
        roles.Base: palette.raised,
        roles.AlternateBase: palette.surface,
        roles.Text: palette.ink,
        roles.Button: palette.surface,
        roles.ButtonText: palette.ink,
        roles.BrightText: palette.loss,
        roles.Highlight: palette.accent,
        roles.HighlightedText: palette.on_accent,
        roles.Link: palette.accent,
        roles.LinkVisited: palette.accent,
        roles.PlaceholderText: palette.ink_muted,
        roles.ToolTipBase: palette.ink,
        roles.ToolTipText: palette.ground,
        roles.Light: palette.raised,
        roles.Midlight: palette.surface,
        roles.Mid: palette.line,
        roles.Dark: palette.line_strong,
        roles.Shadow: palette.line_strong,
        roles.Accent: palette.accent,
    }
    result = QPalette()
    for role, colour in colours.items():
        result.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.ink_muted))
    return result
