"""The review as a PDF without a window, for the command line."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from app.engine.review import Review
from app.gui.fonts import load_fonts
from app.gui.paper.pdf import save
from app.play.playthrough import Playthrough
from app.reports.document import review_paper
from app.resources import asset


def save_review(play: Playthrough, review: Review, path: Path) -> None:
    """Write the one-page review; needs no screen. Raises PaperError."""
    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        application = QGuiApplication([])
        load_fonts(asset("fonts"))
        save(review_paper(play, review), path)
        application.shutdown()
    else:
        save(review_paper(play, review), path)
