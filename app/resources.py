"""Where the data folders are: in a checkout at the top, in an installed package beside us."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """The folder ``name`` (``scenarios``, ``assets``); it may be missing in a broken install."""
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def assets_folder() -> Path:
    """Fonts, icons, and Qt translations."""
    return data_folder("assets")


def scenarios_folder() -> Path:
    """The scenarios that come with the game, one folder each."""
    return data_folder("scenarios")
