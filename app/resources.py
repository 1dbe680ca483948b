"""Where the data that comes with the program lives: scenarios and assets.

In a checkout both are folders at the top level; an installed wheel keeps them in
``app/_data``; a PyInstaller bundle unpacks them below ``sys._MEIPASS``.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from app.phrase import Phrase

SCENARIO_FILE = "scenario.yaml"


@cache
def data_root() -> Path:
    """The folder that holds ``scenarios/`` and ``assets/``."""
    here = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", None)
    places = [Path(bundle)] if bundle else []
    places += [here / "_data", here.parent]
    return next((place for place in places if (place / "assets").is_dir()), here.parent)


def asset(*parts: str) -> Path:
    """The path of an asset, as ``asset("fonts", "OFL.txt")``; it need not exist."""
    return data_root().joinpath("assets", *parts)


def scenario_folders() -> list[Path]:
    """The folders of the scenarios that come with the program, by name."""
    found = (data_root() / "scenarios").glob(f"*/{SCENARIO_FILE}")
    return sorted(path.parent for path in found)


def find_scenario(name_or_path: str) -> Path:
    """The folder of a scenario given by its id, its folder, or its ``scenario.yaml``.

    A file of another name is answered as it is. Raises FileNotFoundError with a sentence that
    says which scenarios there are.
    """
    path = Path(name_or_path)
    if path.is_file():
        return path.parent if path.name == SCENARIO_FILE else path
    if (path / SCENARIO_FILE).is_file():
        return path
    for folder in scenario_folders():
        if folder.name == name_or_path:
            return folder
    known = ", ".join(folder.name for folder in scenario_folders()) or Phrase("none")
    raise FileNotFoundError(
        Phrase(
            "{name}: no scenario of this name and no folder with a {file}; known by name: {known}",
            name=name_or_path,
            file=SCENARIO_FILE,
            known=known,
        )
    )
