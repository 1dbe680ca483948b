"""Loads the fonts in ``assets/fonts``: IBM Plex, and OpenDyslexic for those who ask for it.

Both are under the SIL Open Font License 1.1; their licences lie beside them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QFontDatabase

from app.gui.theme import EASY
from app.resources import asset

_FIRST = ("IBMPlexSans_400Regular.ttf", "IBMPlexSerif_500Medium.ttf")
_ENDINGS = (".ttf", ".otf")


def load_fonts(folder: Path) -> int:
    """Make every font in ``folder`` known to the application; how many were readable.

    A missing font is no reason not to start: Qt then falls back to one of the system's.
    """
    return _load(sorted(file for file in folder.glob("*") if file.suffix in _ENDINGS))


def load_first_fonts(folder: Path) -> int:
    """Only the faces of the first paint; how many were readable."""
    return _load(folder / name for name in _FIRST)


def load_later_fonts(folder: Path) -> int:
    """All faces but those of the first paint; how many were readable."""
    return _load(file for file in sorted(folder.glob("*.ttf")) if file.name not in _FIRST)


def load_easy_font() -> None:
    """Make the font for easy reading known; a window that does not use it need not wait for it."""
    if EASY not in QFontDatabase.families():
        load_fonts(asset("fonts", "opendyslexic"))


def _load(files: Iterable[Path]) -> int:
    return sum(QFontDatabase.addApplicationFont(str(file)) >= 0 for file in files)
