"""A layout that puts equal boxes side by side and breaks lines as text does."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

from app.gui.theme import theme_of

GAP = 8


class Flow(QLayout):
    """As many columns of at least ``width`` pixels (at 100 % text) as there is room for, or fewer
    where that fills the last line."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take over an item."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """The item at ``index``, None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Across only."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Lines break."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels that all lines need at ``width``."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put everything into ``rect``."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """One column."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """One column and one line."""
        least = QSize(theme_of().px(100), 0)
        for item in self._items:
            least = least.expandedTo(QSize(0, item.minimumSize().height()))
        return least

    def _place(self, rect: QRect, *, move: bool) -> int:
        least = theme_of().px(self._width)
        shown = [item for item in self._items if not item.isEmpty()]
        fit = max(1, min(len(shown), (rect.width() + GAP) // (least + GAP)))
        # As many lines as needed, and then all about equally long.
        columns = -(-len(shown) // -(-len(shown) // fit)) if shown else 1
        width = (rect.width() - GAP * (columns - 1)) // columns
        y = rect.top()
        for start in range(0, len(shown), columns):
            line = shown[start : start + columns]
            height = max(_height(item, width) for item in line)
            if move:
                for index, item in enumerate(line):
                    last = index == columns - 1
                    x = rect.left() + index * (width + GAP)
                    room = rect.right() + 1 - x if last else width
                    item.setGeometry(QRect(x, y, room, height))
            y += height + GAP
        return max(0, y - GAP - rect.top())


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
