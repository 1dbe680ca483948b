"""A sheet over the window: help, log book, menu, problems. It keeps the keyboard inside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.gui.theme import theme_of
from app.gui.widgets.scroll import Scroll
from app.gui.widgets.text import Button, label


class Overlay(QWidget):
    """Covers ``parent`` and shows ``content`` on a sheet; Esc or a click beside it closes it.

    ``entries`` are buttons of the content that act and close; ``foot`` stays below the content
    while that scrolls. ``closed`` fires once; the keyboard then goes back to where it was.
    """

    spoken_as = "Dialog"

    closed = Signal()

    def __init__(
        self,
        parent: QWidget,
        title: str,
        content: QWidget,
        entries: Sequence[Button] = (),
        foot: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._covers = parent
        self._before: QWidget | None = parent.window().focusWidget()
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._heading = label(title, "title", wrap=True)
        self._sheet = QFrame(self)
        self._sheet.setProperty("surface", "raised")
        self._content = content
        self._foot = foot
        self._close = close = Button(self.tr("Close"), "quiet" if entries else "primary")
        close.clicked.connect(self.dismiss)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(close)
        space = theme_of().space
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(space(6), space(5), space(6), space(5))
        column.setSpacing(space(4))
        column.addWidget(self._heading)
        self._area = Scroll(content, title)
        column.addWidget(self._area, 1)
        if foot is not None:
            column.addWidget(foot)
        column.addLayout(last)
        parent.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        for entry in entries:
            # Hidden first, deleted later: the button outlives its own click.
            entry.clicked.connect(self.dismiss)
        (entries[0] if entries else close).setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Close the sheet."""
        if self.isHidden():
            return
        self.hide()
        self._covers.removeEventFilter(self)
        # The page may have changed meanwhile; its keyboard is its own then.
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.deleteLater()

    def follow(self) -> None:
        """The content has grown: make room for it and show its end."""
        self._place()
        QTimer.singleShot(0, self._to_end)

    def _to_end(self) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.maximum())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the parent."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round within the sheet."""
        ring = [
            child
            for child in self._sheet.findChildren(QWidget)
            if child.isVisible()
            and child.isEnabled()
            and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if not ring:
            return True
        now = self.window().focusWidget()
        at = ring.index(now) if now in ring else -1
        ring[(at + (1 if forward else -1)) % len(ring)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; no key reaches what lies below."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the sheet closes it."""
        if not self._sheet.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what lies below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme_of().dark(0.55))
        painter.end()

    def _place(self) -> None:
        parent = self._covers
        theme = theme_of()
        self.setGeometry(parent.rect())
        width = min(theme.px(560), parent.width() - 48)
        inner = self._content.layout()
        needed = self._content.sizeHint().height()
        if inner is not None and inner.hasHeightForWidth():
            needed = inner.totalHeightForWidth(width - 50)
        if self._foot is not None:
            needed += self._foot.sizeHint().height() + 16
        for part in (self._heading, self._close):
            part.ensurePolished()
        # The area would rather keep its own least height and cut a long heading.
        self._area.setMinimumHeight(min(needed, theme.px(48)))
        heading = self._heading.heightForWidth(width - 48)
        self._heading.setMinimumHeight(heading)
        needed += heading + self._close.sizeHint().height()
        height = min(needed + 2 * 20 + 2 * 16 + 2, parent.height() - 48)
        self._sheet.setGeometry(
            (parent.width() - width) // 2, (parent.height() - height) // 2, width, height
        )
