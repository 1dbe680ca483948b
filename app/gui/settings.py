"""The player's settings for the window, kept in the store."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from app.gui import theme
from app.gui.language import OWN_NAMES, SYSTEM
from app.store.database import Store, StoreError

_NAME = "window"


@dataclass(frozen=True, slots=True)
class Settings:
    """Looks, language, hints during play, author tools, and where the window was.

    ``text_percent`` is 100 to 200; ``language`` a code, or empty for the desktop's.
    """

    mode: theme.Mode = theme.Mode.SYSTEM
    text_percent: int = 100
    reduced_motion: bool = False
    geometry: bytes = b""
    language: str = ""
    hints: bool = False
    author_tools: bool = False


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
        language=language if isinstance(language, str) and language in OWN_NAMES else SYSTEM,
    )


def save_settings(store: Store | None, settings: Settings) -> None:
    """Keep the settings. Raises StoreError."""
    if store is not None:
        store.set_setting(
            _NAME,
            {
                "mode": settings.mode.value,
                "text_percent": settings.text_percent,
                "reduced_motion": settings.reduced_motion,
                "geometry": base64.b64encode(settings.geometry).decode("ascii"),
                "language": settings.language,
                "hints": settings.hints,
                "author_tools": settings.author_tools,
            },
        )


def dress(app: QApplication, settings: Settings) -> None:
    """Give the program the look of these settings, now."""
    dark = theme.system_is_dark(app)
    looks = theme.make_theme(settings.mode, settings.text_percent, settings.reduced_motion, dark)
    theme.apply(app, looks)
