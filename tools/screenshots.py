"""Renders every screen of the game to build/screenshots, for a look: make screenshots.

Plays the real case of a scenario, so that claim and review have something to show.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HOME = tempfile.TemporaryDirectory(prefix="norestore-screenshots-")
os.environ["NORESTORE_HOME"] = _HOME.name

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402 - the platform is chosen first
from PySide6.QtWidgets import QApplication  # noqa: E402

from app.gui import main, theme  # noqa: E402
from app.gui.settings import Settings  # noqa: E402
from app.gui.tour import tour  # noqa: E402

Mode = theme.Mode


@dataclass(frozen=True)
class Variant:
    """A size of the window and a way to look."""

    name: str
    width: int
    height: int
    mode: theme.Mode
    percent: int = 100


VARIANTS = (
    Variant("light", 1280, 800, Mode.LIGHT),
    Variant("dark", 1280, 800, Mode.DARK),
    Variant("contrast", 1280, 800, Mode.CONTRAST),
    Variant("large", 1920, 1080, Mode.LIGHT),
    Variant("large-dark", 1920, 1080, Mode.DARK),
    Variant("small", 1024, 640, Mode.LIGHT),
    Variant("text150", 1280, 800, Mode.LIGHT, 150),
    Variant("text200", 1920, 1080, Mode.LIGHT, 200),
)


def settle(milliseconds: int = 40) -> None:
    """Let layouts, deferred calls and animations come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def render(
    app: QApplication, variant: Variant, folder: Path, case: str, wanted: str, language: str
) -> int:
    """Save a picture of each screen in one variant; how many."""
    window = main.make_window(app, language)
    window.change_settings(Settings(variant.mode, variant.percent, reduced_motion=True))
    window.resize(variant.width, variant.height)
    window.show()
    while window.entries is None:
        settle()
    entry = next((entry for entry in window.entries if entry.id == case), None)
    if entry is None or entry.scenario is None:
        sys.exit(entry.problem if entry else f"there is no case {case}")
    scenario = entry.scenario
    count = 0
    for screen in tour(window, scenario):
        if wanted in screen:
            settle()
            window.grab().save(str(folder / f"{screen}-{variant.name}.png"))
            count += 1
    window.close()
    window.deleteLater()
    settle()
    return count


def run() -> int:
    """Render what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--variant", action="append", choices=[v.name for v in VARIANTS])
    parser.add_argument("--screen", default="", help="only screens with this in their name")
    parser.add_argument("--case", default="server-crash", help="id of the scenario to play")
    parser.add_argument("--language", default="en", help="en, de, or x-pseudo")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "screenshots")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    app = QApplication(["norestore"])
    for variant in VARIANTS:
        if not options.variant or variant.name in options.variant:
            count = render(
                app, variant, options.out, options.case, options.screen, options.language
            )
            print(f"{variant.name}: {count} pictures in {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(run())
