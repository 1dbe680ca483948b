"""What the window must know before its first paint, in one line of text.

A copy of some settings: to open the database for them would take longer than the paint. The
database is right where the two differ, and a missing or odd line means a first start.
"""

from __future__ import annotations

from contextlib import suppress
from typing import NamedTuple

from app.store import folders

_FORMAT = "look-1"


class FirstLook(NamedTuple):
    """Names of theme and language as in the settings; ``geometry`` in Base64, may be empty."""

    mode: str = "system"
    text_percent: int = 100
    easy_reading: bool = False
    language: str = ""
    geometry: str = ""


def read() -> FirstLook:
    """The look that was kept last."""
    try:
        words = folders.first_look_file().read_text("ascii").split(" ")
        name, mode, percent, letters, language, geometry = words
        if name == _FORMAT:
            return FirstLook(mode, int(percent), letters == "easy", language, geometry.strip())
    except (OSError, ValueError):
        pass
    return FirstLook()


def keep(look: FirstLook) -> None:
    """Write the look down; without it the next start merely looks like a first one for a moment."""
    path = folders.first_look_file()
    letters = "easy" if look.easy_reading else "usual"
    words = _FORMAT, look.mode, str(look.text_percent), letters, look.language, look.geometry
    with suppress(OSError, UnicodeEncodeError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(" ".join(words) + "\n", "ascii")
