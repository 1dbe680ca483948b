"""A caption over a part that scrolls when it is long, perhaps with a line to write in below."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.widgets.layouts import needed_height
from app.gui.widgets.scroll import Scroll
from app.gui.widgets.text import label


class Titled(QWidget):
    """``foot`` stays below the part while that scrolls."""

    def __init__(self, caption: str, part: QWidget, foot: QWidget | None = None) -> None:
        super().__init__()
        self._part_layout = part.layout()
        self._caption = label(caption, "small_strong")
        self._foot = foot
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(part)
        column.addStretch(1)
        self._area = Scroll(inner, caption)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self._caption)
        whole.addWidget(self._area, 1)
        if foot is not None:
            whole.addWidget(foot)

    def natural_height(self, width: int) -> int:
        """Pixels that caption, part and foot need at ``width``."""
        part = self._part_layout
        height = needed_height(part, width - 20) if part is not None else 0
        if self._foot is not None and not self._foot.isHidden():
            height += self._foot.sizeHint().height() + 6
        return self._caption.sizeHint().height() + 10 + height

    def to_end(self) -> None:
        """Scroll to the end of the part."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.maximum())
