"""A page that is set for a small canvas and magnified to whatever the screen has.

So type is equally large on every projector, and all widgets of the game can be used on it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from app.gui.theme import theme_of

WIDTHS = tuple(range(640, 1960, 20))
"""Canvases to choose from: the narrower, the larger all type."""


class Fitted(QGraphicsView):
    """Shows ``page`` on the narrowest canvas, from ``least`` on, on which it is not cut.

    ``needed`` says how high the page must be at a width.
    """

    spoken_as = "Pane"

    magnified = Signal(float)
    """Pixels of the screen for one of the page; pictures want to be painted for that."""

    def __init__(self, page: QWidget, needed: Callable[[int], int]) -> None:
        super().__init__()
        self.page = page
        self.least = WIDTHS[0]
        self.magnification = 1.0
        self._needed = needed
        stage = QGraphicsScene(self)
        self._proxy = stage.addWidget(page)
        self.setScene(stage)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setInteractive(False)
        self.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        for hide in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            hide(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def refit(self) -> None:
        """Choose the canvas anew, as after a change of what the page shows."""
        width, height = self.width(), self.height()
        if width < 1 or height < 1:
            return
        # The type of the wall does not follow the text size of the private window.
        text = theme_of().text_percent / 100
        canvases = [round(one * text) for one in WIDTHS if one >= self.least]
        fits = (one for one in canvases if self._needed(one) <= one * height // width)
        canvas = next(fits, canvases[-1])
        self.magnification = width / canvas
        self.resetTransform()
        self.scale(self.magnification, self.magnification)
        self._proxy.setGeometry(0, 0, canvas, canvas * height / width)
        self.setSceneRect(0, 0, canvas, canvas * height / width)
        self.magnified.emit(self.magnification)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new size."""
        super().resizeEvent(event)
        self.refit()
