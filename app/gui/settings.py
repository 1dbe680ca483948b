"""The player's settings for the window, kept in the store."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.gui import desktop, theme
from app.gui.fonts import load_easy_font
from app.gui.language import OWN_NAMES, SYSTEM
from app.store import first_look
from app.store.database import Store, StoreError
from app.store.first_look import FirstLook

NO_WINDOW = QSize(0, 0)

_NAME = "window"
_LARGEST = QSize(1536, 864)
_PROJECTED = QSize(1120, 700)
"""A window that is larger has larger text, so that it shows as much as this one."""
_STEP = 25
"""Percent."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Looks, language, what is offered during play, author tools, and where the window was.

    ``text_percent`` is 100 to 200; ``language`` a code, or empty for the desktop's.
    ``follow_motion``: less motion as well where the desktop has none; ``projector``: text
    grows with the window; ``confidence``: the play asks how sure one is.
    """

    mode: theme.Mode = theme.Mode.SYSTEM
    text_percent: int = 100
    reduced_motion: bool = False
    geometry: bytes = b""
    language: str = ""
    hints: bool = False
    author_tools: bool = False
    easy_reading: bool = False
    follow_motion: bool = True
    projector: bool = False
    confidence: bool = True


def load_settings(store: Store | None) -> Settings:
    """The stored settings; whatever is missing or makes no sense is as in a first start."""
    try:
        stored = store.setting(_NAME) if store is not None else None
    except StoreError:
        stored = None
    if not isinstance(stored, dict):
        return Settings()
    mode, percent = stored.get("mode"), stored.get("text_percent")
    language = stored.get("language")
    modes = {known.value: known for known in theme.Mode}
    try:
        geometry = base64.b64decode(str(stored.get("geometry", "")), validate=True)
    except (binascii.Error, ValueError):
        geometry = b""
    return Settings(
        mode=modes.get(mode, theme.Mode.SYSTEM) if isinstance(mode, str) else theme.Mode.SYSTEM,
        text_percent=min(200, max(100, percent)) if type(percent) is int else 100,
        reduced_motion=stored.get("reduced_motion") is True,
        geometry=geometry,
        hints=stored.get("hints") is True,
        author_tools=stored.get("author_tools") is True,
        easy_reading=stored.get("easy_reading") is True,
        follow_motion=stored.get("follow_motion") is not False,
        projector=stored.get("projector") is True,
        confidence=stored.get("confidence") is not False,
        language=language if isinstance(language, str) and language in OWN_NAMES else SYSTEM,
    )


def save_settings(store: Store | None, settings: Settings) -> None:
    """Keep the settings. Raises StoreError."""
    geometry = base64.b64encode(settings.geometry).decode("ascii")
    if store is not None:
        store.set_setting(
            _NAME,
            {
                "mode": settings.mode.value,
                "text_percent": settings.text_percent,
                "reduced_motion": settings.reduced_motion,
                "geometry": geometry,
                "language": settings.language,
                "hints": settings.hints,
                "author_tools": settings.author_tools,
                "easy_reading": settings.easy_reading,
                "follow_motion": settings.follow_motion,
                "projector": settings.projector,
                "confidence": settings.confidence,
            },
        )
        shown = theme.theme_of()
        mode = theme.Mode.CONTRAST if shown.palette == theme.CONTRAST else settings.mode
        first_look.keep(
            FirstLook(
                mode.value, shown.text_percent, shown.easy_reading, settings.language, geometry
            )
        )


def zoomed(settings: Settings, step: int) -> Settings:
    """The next larger (1) or smaller (-1) size of text; 0: the usual one."""
    if not step:
        return replace(settings, text_percent=theme.TEXT_SCALES[0], projector=False)
    sizes = sorted(theme.TEXT_SCALES, reverse=step < 0)
    further = [size for size in sizes if (size - settings.text_percent) * step > 0]
    return replace(settings, text_percent=further[0]) if further else settings


def dress(app: QApplication, settings: Settings, window: QSize = NO_WINDOW) -> None:
    """Give the program the look of these settings, now; a large window gets larger text."""
    mode = settings.mode
    if mode is theme.Mode.SYSTEM and desktop.wants_contrast(app):
        mode = theme.Mode.CONTRAST
    if settings.easy_reading:
        load_easy_font()
    looks = theme.make_theme(
        mode,
        text_percent(settings, window),
        settings.reduced_motion or (settings.follow_motion and desktop.wants_less_motion()),
        theme.system_is_dark(app),
        easy_reading=settings.easy_reading,
        room_percent=_grown(settings, window),
    )
    theme.apply(app, looks)


def text_percent(settings: Settings, window: QSize) -> int:
    """The size of the text: as set, in proportion to a large window, lest it be lost there.

    The projector layout fills a window sooner. In steps, so that resizing stays smooth.
    """
    return settings.text_percent * _grown(settings, window) // 100 // _STEP * _STEP


def _grown(settings: Settings, window: QSize) -> int:
    """How much larger than usual everything is in a window, in percent."""
    whole = _PROJECTED if settings.projector else _LARGEST
    share = min(window.width() / whole.width(), window.height() / whole.height())
    return max(100, int(share * 100) // _STEP * _STEP)
