"""Renders every screen of the game to build/screenshots, for a look: make screenshots.

Plays the real case of a scenario, so that claim and review have something to show.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HOME = tempfile.TemporaryDirectory(prefix="norestore-screenshots-")
os.environ["NORESTORE_HOME"] = _HOME.name

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402 - the platform is chosen first
from PySide6.QtWidgets import QApplication  # noqa: E402

from app.engine.coverage import PRESETS  # noqa: E402
from app.engine.scenario import Scenario  # noqa: E402
from app.gui import main, theme  # noqa: E402
from app.gui.main_window import MainWindow  # noqa: E402
from app.gui.settings import Settings  # noqa: E402
from app.play import saves  # noqa: E402

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


def walk(window: MainWindow, scenario: Scenario) -> Iterator[str]:
    """Go through the screens; yields the name of each when it shows."""
    window.open_title()
    yield "title"
    window.open_case(scenario.id)
    yield "briefing"
    plan = next(iter(scenario.plans.values()), None)
    play = saves.new_play(scenario, PRESETS[scenario.default_terms], 4711, plan=plan)
    window.open_desk(play)
    yield "play-00"
    window.open_menu()
    yield "menu"
    dismiss(window)
    window.open_help()
    yield "help"
    dismiss(window)
    step = 0
    while not play.state.is_terminal():
        step += 1
        view = play.view()
        wanted = plan.choices.get(view.node_id) if plan else None
        offered = [choice.id for choice in view.choices]
        window.desk.choose(wanted if wanted in offered else offered[0])
        yield f"play-{step:02}" if not play.state.is_terminal() else "ending"
        if step == 2 and not play.state.is_terminal():
            window.desk.note("Told Ms Kern by telephone: no restart before the logs are safe.")
            window.play.show_log()
            yield "log"
            dismiss(window)
    window.asides.history()
    yield "history"
    window.close_aside()
    window.open_claim()
    yield "claim"
    window.open_review()
    yield "review"
    window.open_title()
    yield "title-after"
    window.asides.saves()
    window.tasks.wait()
    yield "saves"
    window.close_aside()
    window.open_settings()
    yield "settings"
    window.close_aside()
    window.open_about()
    yield "about"
    window.close_aside()
    window.show_problem(
        "This play cannot go on",
        "plays/20260303-081200-server-crash-7.jsonl:4: the line is not JSON; it is kept as "
        "20260303-081200-server-crash-7.jsonl.unreadable; start a new play",
    )
    yield "problem"
    dismiss(window)


def dismiss(window: MainWindow) -> None:
    """Close the sheet on top."""
    sheet = window.sheet()
    if sheet is not None:
        sheet.dismiss()


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
    for screen in walk(window, scenario):
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
