"""Waiting for slow work: how far it is, and a way out."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.gui.theme import theme_of
from app.gui.widgets.text import Button

PATIENCE = 500
"""Milliseconds before the bar appears: what is done by then needs none."""


class CancelledError(Exception):
    """The player did not want to wait."""


class Work(QObject):
    """Handed to slow work as its progress: tells the window, raises CancelledError once told to."""

    advanced = Signal(float)
    """Share done, 0..1."""

    def __init__(self) -> None:
        super().__init__()
        self._cancelled = Event()

    def __call__(self, share: float) -> None:
        """Called by the work, in its own thread."""
        if self._cancelled.is_set():
            raise CancelledError
        self.advanced.emit(share)

    def cancel(self) -> None:
        """End the work at its next step."""
        self._cancelled.set()


class Waiting(QWidget):
    """A bar and a button to cancel; hidden until the work takes long enough to ask."""

    def __init__(self) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._work: Work | None = None
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("Waiting", "Progress in percent"))
        self.cancel = Button(translate("Waiting", "Cancel"), "quiet")
        self.cancel.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme_of().space(3))
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show)
        self.hide()

    def begin(self) -> Work:
        """New work to follow; whatever was followed before is cancelled."""
        self._cancel()
        work = Work()
        self._work = work
        self.bar.setValue(0)
        work.advanced.connect(self._move)
        self._timer.start(PATIENCE)
        return work

    def end(self, work: Work | None = None) -> bool:
        """Hide; with ``work``, only if that is still followed. Whether it was."""
        if work is not None and work is not self._work:
            return False
        self._work = None
        self._timer.stop()
        self.hide()
        return True

    def stop(self) -> None:
        """Cancel what is followed, if anything."""
        self._cancel()
        self.end()

    def _cancel(self) -> None:
        if self._work is not None:
            self._work.cancel()

    def _move(self, share: float) -> None:
        if self.sender() is self._work:
            self.bar.setValue(round(100 * share))
