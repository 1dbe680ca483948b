"""What the desktop says about how its user wants to see things. Nothing here may fail a start."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

_GNOME = frozenset({"GNOME", "Unity", "Budgie", "Pantheon"})
"""Desktops that keep to GNOME's settings."""


def wants_contrast(app: QApplication) -> bool:
    """Whether the desktop asks for high contrast. Older Qt cannot tell."""
    hints = getattr(app.styleHints(), "accessibility", None)
    return hints is not None and hints().contrastPreference() == Qt.ContrastPreference.HighContrast


def wants_less_motion() -> bool:
    """Whether the desktop's animations are switched off; Qt does not know yet."""
    if sys.platform == "win32":
        return _windows_is_still()
    if sys.platform == "darwin":
        return _mac_is_still()
    config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    plasma = _entry(config / "kdeglobals", "KDE", "AnimationDurationFactor")
    gtk = _entry(config / "gtk-3.0" / "settings.ini", "Settings", "gtk-enable-animations")
    still = plasma.strip() in ("0", "0.0") or gtk.strip().lower() in ("0", "false")
    return still or gnome_is_still()


@cache
def gnome_is_still() -> bool:
    """GNOME and its kin keep it where only their own program reads it; asked once, in ms."""
    if not _GNOME.intersection(os.environ.get("XDG_CURRENT_DESKTOP", "").split(":")):
        return False
    import subprocess

    # The libraries of a download are not for other programs.
    surroundings = {name: value for name, value in os.environ.items() if name != "LD_LIBRARY_PATH"}
    asked = ("gsettings", "get", "org.gnome.desktop.interface", "enable-animations")
    try:
        answer = subprocess.run(
            asked, capture_output=True, text=True, timeout=1, check=False, env=surroundings
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return False
    return answer.stdout.strip() == "false"


def _windows_is_still() -> bool:
    import ctypes

    animated = ctypes.c_int(1)
    client_area_animation = 0x1042
    library = getattr(ctypes, "windll")  # noqa: B009 - there on Windows only
    library.user32.SystemParametersInfoW(client_area_animation, 0, ctypes.byref(animated), 0)
    return not animated.value


def _mac_is_still() -> bool:
    import plistlib

    file = Path.home() / "Library/Preferences/com.apple.universalaccess.plist"
    try:
        return bool(plistlib.loads(file.read_bytes()).get("reduceMotion"))
    except (OSError, ValueError, AttributeError):
        return False


def _entry(file: Path, section: str, name: str) -> str:
    """An entry of a desktop's own settings file; empty without one."""
    if not file.is_file():
        return ""
    from configparser import ConfigParser
    from configparser import Error as ConfigError

    parser = ConfigParser(strict=False, interpolation=None)
    try:
        parser.read(file, encoding="utf-8")
        return parser.get(section, name, fallback="")
    except (OSError, UnicodeDecodeError, ConfigError):
        return ""
