"""Helpers for columns that are filled anew: emptying, showing, and measuring them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QLayout, QWidget


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, inner layouts too."""
    while item := layout.takeAt(0):
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def show_all(layout: QLayout) -> None:
    """Show what was just added now, so that its height can be asked for at once."""
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.show()
        elif inner is not None:
            show_all(inner)


def tab_after(before: QWidget, parts: Iterable[QWidget]) -> None:
    """Let the Tab key come to these parts after ``before``: to what is new it would come last,
    after all that stands beside and below.
    """
    for part in parts:
        QWidget.setTabOrder(before, part)
        before = part


def needed_height(layout: QLayout, width: int) -> int:
    """Pixels that a layout needs at ``width``, whether its height depends on that or not."""
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return layout.totalSizeHint().height()
