"""Leaves out the debugging symbols that a self-built Python carries: most of its size."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

UNTOUCHED = ("PySide6", "shiboken6", "numpy.libs")
"""Qt comes as its makers built it, which its licence makes easy to show; tools that repaired
NumPy's libraries left them in an order that `strip` may break."""

File = tuple[str, str, str]
"""Path in the bundle, source, and PyInstaller's word for the kind."""


def without_symbols(files: Iterable[File], folder: Path) -> list[File]:
    """The files, those that carry symbols replaced by copies without in ``folder``.

    On Linux only; elsewhere symbols lie beside the program.
    """
    if sys.platform != "linux":
        return list(files)
    return [_stripped(file, folder) for file in files]


def _stripped(file: File, folder: Path) -> File:
    destination, source, kind = file
    if kind == "SYMLINK" or not {*Path(source).parts}.isdisjoint(UNTOUCHED):
        return file
    copy = folder / destination
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, copy)
    subprocess.run(["strip", "--strip-unneeded", copy], check=True)
    return destination, str(copy), kind
