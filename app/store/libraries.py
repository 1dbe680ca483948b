"""Which of the system's libraries that Qt needs are missing, and how to get them.

Asked only when Qt cannot start, for looking takes time.
"""

from __future__ import annotations

import sys
from pathlib import Path

from app.phrase import Phrase
from app.resources import asset


def needed(file: Path | None = None) -> dict[str, str]:
    """Debian's packages by the file name of the library; empty when the list is not there."""
    try:
        text = (file or asset("qt-libraries.txt")).read_text("utf-8")
    except OSError:
        return {}
    pairs = (line.split() for line in text.splitlines())
    return {pair[0]: pair[1] for pair in pairs if len(pair) == 2}


def missing(file: Path | None = None) -> list[str]:
    """The packages whose libraries cannot be loaded here; only Linux leaves them to its users."""
    if not sys.platform.startswith("linux"):
        return []
    import ctypes

    packages = []
    for library, package in needed(file).items():
        try:
            ctypes.CDLL(library)
        except OSError:
            packages.append(package)
    return packages


def advice(packages: list[str]) -> str:
    """What to do about it, in one sentence; empty when nothing is missing."""
    if not packages:
        return ""
    return Phrase(
        "libraries of the system are missing; on Debian, Ubuntu and Mint run: "
        "sudo apt install {packages} (elsewhere the packages have similar names)",
        packages=" ".join(packages),
    )
