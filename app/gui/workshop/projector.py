"""The projector's window: what everybody sees. It gets views for the wall and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.gui.theme import BLACK
from app.gui.workshop.fitted import Fitted
from app.gui.workshop.link import WallFeed
from app.gui.workshop.slides import Slide
from app.gui.workshop.wall import Wall
from app.play.catalog import Catalog
from app.workshop.host import Address
from app.workshop.views import ProjectorView


class ProjectorWindow(QMainWindow):
    """Put it on the second screen; F11 or a double click fills it.

    ``closed``: somebody closed it. The workshop goes on, and the cockpit can open it again.
    """

    closed = Signal()

    def __init__(self, feed: WallFeed, words: Catalog, address: Address | None = None) -> None:
        super().__init__()
        self.setWindowTitle(f"{words.message('Projector')} · Point of No Restore")
        # The facilitator's keys belong to the cockpit.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setMinimumSize(480, 270)
        self.resize(960, 540)
        self.wall = Wall(words, address)
        self.fitted = Fitted(self.wall, self.wall.needed)
        self.fitted.viewport().installEventFilter(self)
        self.fitted.magnified.connect(self._sharpen)
        self.dark = QWidget()
        self.dark.setStyleSheet(f"background: {BLACK};")
        self.dark.setAccessibleName(words.message("The projector is dark"))
        self._sides = QStackedWidget()
        self._sides.addWidget(self.fitted)
        self._sides.addWidget(self.dark)
        self.setCentralWidget(self._sides)
        feed.view.connect(self._show_view)
        feed.slide.connect(self._show_slide)

    @property
    def blank(self) -> bool:
        """Whether the wall is dark."""
        return self._sides.currentWidget() is self.dark

    def place(self, beside: QScreen | None) -> None:
        """Fill another screen than ``beside``, or stay a window where there is none."""
        # Screens that show the same are one.
        here = beside.geometry() if beside is not None else None
        others = [one for one in QGuiApplication.screens() if one.geometry() != here]
        if others and here is not None:
            self.setGeometry(others[0].availableGeometry())
            self.showFullScreen()
        else:
            self.show()

    def set_address(self, address: Address | None) -> None:
        """Where phones go."""
        self.wall.set_address(address)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F11 fills the screen or leaves it, Esc leaves it."""
        if event.key() == Qt.Key.Key_F11:
            self._turn()
        elif event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.showNormal()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double click does as F11."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self._turn()
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Fit anew in other letters or colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            QTimer.singleShot(0, self, self._fit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so: the facilitator may have meant another window."""
        super().closeEvent(event)
        self.closed.emit()

    def _turn(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _show_view(self, view: ProjectorView) -> None:
        self.wall.show_view(view)
        self._sides.setCurrentWidget(self.dark if view.blank else self.fitted)
        self._fit()

    def _show_slide(self, slide: Slide | None) -> None:
        if slide is not None:
            self.wall.slides.show_slide(slide)
            self._fit()

    def _sharpen(self, magnification: float) -> None:
        self.wall.page.sharpen(magnification)

    def _fit(self) -> None:
        self.fitted.least = self.wall.page.least
        self.fitted.refit()
        self.fitted.setAccessibleName(self.wall.spoken())
