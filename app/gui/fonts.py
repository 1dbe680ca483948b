"""Loads the fonts shipped in ``assets/fonts`` (IBM Plex, SIL Open Font License 1.1)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase


def load_fonts(folder: Path) -> int:
    """Make every ``*.ttf`` in ``folder`` known to the application; how many were readable.

    A missing font is no reason not to start: Qt then falls back to one of the system's.
    """
    return sum(
        QFontDatabase.addApplicationFont(str(path)) >= 0 for path in sorted(folder.glob("*.ttf"))
    )
