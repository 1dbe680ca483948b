"""Renders every screen of the game to build/screenshots, for a look: make screenshots.

Plays the real case of a scenario, so that claim and review have something to show.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HOME = tempfile.TemporaryDirectory(prefix="norestore-screenshots-")
os.environ["NORESTORE_HOME"] = _HOME.name

from PySide6.QtCore import QEventLoop, QPoint, QTimer  # noqa: E402 - the platform is chosen first
from PySide6.QtGui import QPixmap, QRegion  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from app.gui import main, theme  # noqa: E402
from app.gui.main_window import MainWindow  # noqa: E402
from app.gui.settings import Settings  # noqa: E402
from app.gui.tour import tour  # noqa: E402
from app.gui.widgets.page import Page  # noqa: E402
from app.workshop.host import Address  # noqa: E402

Mode = theme.Mode


@dataclass(frozen=True)
class Variant:
    """A size of the window and a way to look."""

    name: str
    width: int
    height: int
    mode: theme.Mode
    percent: int = 100


SMALL, USUAL, LARGE = (1024, 640), (1280, 800), (1920, 1080)
MODES = {"light": Mode.LIGHT, "dark": Mode.DARK, "contrast": Mode.CONTRAST}
VARIANTS = (
    *(
        Variant(f"{name}-{size[0]}", *size, mode)
        for size in (USUAL, SMALL, LARGE)
        for name, mode in MODES.items()
    ),
    Variant("text150-1280", *USUAL, Mode.LIGHT, 150),
    Variant("text200-1920", *LARGE, Mode.DARK, 200),
)
LANGUAGES = ("en", "de")
FEW = ("play-01", "play-02", "play-05", "play-08", "play-12", "play-16")
"""Of the many scenes of a play these stand for all, unless all are asked for."""
DOCS = {
    "play-02": "play",
    "claim": "claim",
    "review": "review",
    "map": "map",
    "progress": "progress",
    "cockpit-lobby": "workshop-wall",
    "cockpit-voting": "workshop-cockpit",
}
"""Screens that README and docs show, and the names of their pictures."""


def settle(milliseconds: int = 40) -> None:
    """Let layouts, deferred calls and animations come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def show(app: QApplication, variant: Variant, language: str) -> MainWindow:
    """The window in one variant, its library read."""
    window = main.make_window(app, language)
    settings = Settings(
        variant.mode,
        variant.percent,
        reduced_motion=True,
        language=language,
        hints=True,
        author_tools=True,
    )
    window.change_settings(settings)
    window.resize(variant.width, variant.height)
    window.show()
    while window.entries is None:
        settle()
    return window


def scenes(window: MainWindow, case: str, wanted: str, every: bool) -> Iterator[str]:
    """The names of the screens wanted, each while it shows and is at rest."""
    entry = next((entry for entry in window.entries or () if entry.id == case), None)
    if entry is None or entry.scenario is None:
        sys.exit(entry.problem if entry else f"there is no case {case}")
    for screen in tour(window, entry.scenario):
        if wanted not in screen or not (every or screen in FEW or screen[:5] != "play-"):
            continue
        settle()
        if screen == "review":
            wait(window.review.sum.bar.isVisible)
        if screen == "author":
            study = window.pages.author.page.study
            wait(lambda study=study: study.heat.runs > 0 and not study.busy)
        yield screen


def wait(done: Callable[[], bool], seconds: float = 20) -> None:
    """Let other threads finish what the picture is to show."""
    end = time.monotonic() + seconds
    while not done() and time.monotonic() < end:
        settle()
    settle()


def render(app: QApplication, variant: Variant, language: str, options: argparse.Namespace) -> int:
    """Save a picture of each screen in one variant and language; how many."""
    window = show(app, variant, language)
    folder = options.out / language
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for screen in scenes(window, options.case, options.screen, options.every):
        window.grab().save(str(folder / f"{screen}-{variant.name}.png"))
        count += 1
        projector = window.pages.hosting.projector
        if projector is not None:
            projector.resize(variant.width, variant.width * 9 // 16)
            settle()
            projector.grab().save(str(folder / f"wall-{screen}-{variant.name}.png"))
            count += 1
        page = window.pages.currentWidget()
        if isinstance(page, Page):
            whole(page).save(str(folder / f"{screen}-whole-{variant.name}.png"))
            count += 1
    window.close()
    window.deleteLater()
    settle()
    return count


def whole(page: Page) -> QPixmap:
    """A picture of all that a page scrolls through, on the ground that shines through it."""
    inside = page.area.widget()
    picture = QPixmap(inside.size())
    picture.fill(theme.theme_of().color("ground"))
    inside.render(picture, QPoint(), QRegion(inside.rect()), QWidget.RenderFlag.DrawChildren)
    return picture


def for_docs(app: QApplication) -> None:
    """The pictures of README and docs: few colours, so that they stay small."""
    from PIL import Image

    window = show(app, VARIANTS[0], "en")
    with tempfile.TemporaryDirectory() as folder:
        taken = Path(folder) / "picture.png"
        for screen in scenes(window, "server-crash", "", every=True):
            if screen not in DOCS:
                continue
            if screen == "map":
                graph = window.pages.map.graph
                graph.choose(window.pages.map.view.start)
                settle()
            projector = window.pages.hosting.projector
            if screen == "cockpit-lobby" and projector is not None:
                projector.set_address(Address("192.168.178.42", 8321, "BCDFG"))
                projector.resize(1280, 720)
                settle()
                projector.grab().save(str(taken))
            else:
                window.grab().save(str(taken))
            few = Image.open(taken).convert("RGB").quantize(256, dither=0)
            few.save(ROOT / "docs" / "images" / f"{DOCS[screen]}.png", optimize=True)
    window.close()


def run() -> int:
    """Render what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    names = [variant.name for variant in VARIANTS]
    parser.add_argument("--variant", action="append", choices=names, help="all, unless named")
    parser.add_argument("--language", action="append", help="en and de, unless named; or x-pseudo")
    parser.add_argument("--screen", default="", help="only screens with this in their name")
    parser.add_argument("--every", action="store_true", help="every scene of the play, not a few")
    parser.add_argument("--case", default="server-crash", help="id of the scenario to play")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "screenshots")
    parser.add_argument(
        "--docs",
        action="store_true",
        help="only those of README and docs; needs Pillow",
    )
    options = parser.parse_args()
    languages = options.language or LANGUAGES
    jobs = [(name, one) for name in options.variant or names for one in languages]
    if options.docs or len(jobs) == 1:
        app = QApplication(["norestore"])
        if options.docs:
            for_docs(app)
            return 0
        variant = next(variant for variant in VARIANTS if variant.name == jobs[0][0])
        count = render(app, variant, jobs[0][1], options)
        print(f"{variant.name} {jobs[0][1]}: {count} pictures in {options.out / jobs[0][1]}")
        return 0
    return _in_parallel(jobs)


def _in_parallel(jobs: list[tuple[str, str]]) -> int:
    """A process for each variant and language, as many at a time as there are processors."""
    rest = ["--every"] if "--every" in sys.argv else []
    for name in ("--screen", "--case", "--out"):
        if name in sys.argv:
            rest += [name, sys.argv[sys.argv.index(name) + 1]]

    def one(job: tuple[str, str]) -> int:
        command = [sys.executable, __file__, "--variant", job[0], "--language", job[1], *rest]
        return subprocess.run(command, check=False).returncode

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return max(pool.map(one, jobs))


if __name__ == "__main__":
    sys.exit(run())
