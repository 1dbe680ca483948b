"""The part of the self-test that needs Qt: every screen, and a paper, without a display."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QApplication

from app.engine.scenario import Scenario
from app.gui import main
from app.gui.main_window import MainWindow
from app.gui.paper.pdf import pdf
from app.gui.tour import tour
from app.play.playthrough import Playthrough
from app.reports.document import review_paper

LOGOS = {"jpeg", "png"}
"""Kinds of pictures that a broker's logo may have."""


class SelfTestError(Exception):
    """Something does not work as it should; the message says what."""


def application() -> QApplication:
    """The application; one that draws into memory when there is none yet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        app = QApplication(["norestore"])
    return app


def open_every_screen(scenario: Scenario, language: str) -> list[str]:
    """Open every screen in a language; their names. Raises SelfTestError.

    Plays are saved in the player's folder, which should be a temporary one.
    """
    app = application()
    shown = []
    with _errors() as errors:
        window = main.make_window(app, language)
        window.show()
        while window.entries is None and not errors:
            app.processEvents()
        for name in tour(window, scenario):
            _settle(app, window)
            if errors:
                raise SelfTestError(f"{name}: {errors[0]}")
            _look(window, name)
            shown.append(name)
        window.close()
        window.release()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if errors:
        raise SelfTestError(f"closing: {errors[0]}")
    return shown


def _settle(app: QApplication, window: MainWindow) -> None:
    """Let other threads' work and its results arrive."""
    app.processEvents()
    window.tasks.wait()
    app.processEvents()


def _look(window: MainWindow, name: str) -> None:
    picture = window.grab().toImage()
    colours = {
        picture.pixel(x, y)
        for x in range(0, picture.width(), 16)
        for y in range(0, picture.height(), 16)
    }
    if len(colours) < 3:
        raise SelfTestError(f"{name}: nothing is painted")


@contextmanager
def _errors() -> Iterator[list[str]]:
    """What goes wrong where nobody catches it: in what Qt calls."""
    found: list[str] = []

    def note(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        found.append(f"{kind.__name__}: {error}")

    before, sys.excepthook = sys.excepthook, note
    try:
        yield found
    finally:
        sys.excepthook = before


def print_review(play: Playthrough) -> int:
    """Render the review of a finished play as a PDF; its size in bytes. Raises SelfTestError."""
    from app.engine.review import review
    from app.engine.solver.solution import solve
    from app.engine.solver.tree import Tree
    from app.gui.fonts import load_fonts
    from app.resources import asset

    application()
    if not load_fonts(asset("fonts")):
        raise SelfTestError("no font could be loaded")
    readable = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    if not readable >= LOGOS:
        raise SelfTestError(f"logos cannot be read: {', '.join(sorted(LOGOS - readable))}")
    told = review(solve(Tree(play.scenario, play.terms)), play.state)
    with tempfile.TemporaryDirectory(prefix="norestore-selftest-") as folder:
        path = Path(folder) / "review.pdf"
        path.write_bytes(pdf(review_paper(play, told)))
        data = path.read_bytes()
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-32:]:
        raise SelfTestError("the PDF is not whole")
    return len(data)
