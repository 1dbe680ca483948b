"""Helpers to look at widgets: every theme and text size, and whether painted texts fit."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QWidget

from app.gui import theme as themes
from app.gui.widgets.rows import Painted

MODES = (themes.Mode.LIGHT, themes.Mode.DARK, themes.Mode.CONTRAST)
SIZES = (100, 150, 200)
LOOKS = [(mode, size) for mode in MODES for size in SIZES]


def dress(mode: themes.Mode = themes.Mode.LIGHT, percent: int = 100, still: bool = True) -> None:
    """Give the application a theme."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    themes.apply(app, themes.make_theme(mode, percent, still))


def picture(widget: QWidget) -> QImage:
    """The widget as it is painted once its layout has settled."""
    for _ in range(8):
        QApplication.processEvents()
    return widget.grab().toImage()


def colours(image: QImage, step: int = 7) -> set[int]:
    """The colours of an image, sampled."""
    return {
        image.pixel(x, y)
        for x in range(0, image.width(), step)
        for y in range(0, image.height(), step)
    }


def assert_texts_fit(texts: Iterable[Painted], width: int, height: int) -> None:
    """No painted text is cut off, leaves the widget, or overlaps another."""
    placed: list[tuple[QRect, str]] = []
    for text in texts:
        needed = QFontMetrics(text.font).boundingRect(
            QRect(text.box.left(), text.box.top(), text.box.width(), 100_000), text.flags, text.text
        )
        assert needed.height() <= text.box.height(), f"cut off: {text.text!r}"
        assert needed.width() <= text.box.width() + 1, f"too wide: {text.text!r}"
        assert text.box.left() >= 0, text.text
        assert text.box.right() <= width, text.text
        assert text.box.bottom() <= height, text.text
        for other, words in placed:
            assert not text.box.intersects(other), f"{text.text!r} overlaps {words!r}"
        placed.append((text.box, text.text))
