"""Our own line icons: SVG files in ``assets/icons`` drawn with ``currentColor``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.resources import asset


def icon_file(name: str) -> Path:
    """Where the drawing called ``name`` lies."""
    return asset("icons", f"{name}.svg")


@lru_cache(maxsize=128)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    text = icon_file(name).read_text("utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(text.encode()))


def paint_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draw an icon into ``box`` in one colour."""
    _drawing(name, colour.name()).render(painter, box)


def icon(name: str, colour: QColor, size: int = 20) -> QIcon:
    """An icon of ``size`` pixels for a button or tab, sharp on dense displays too."""
    ratio = 2
    pixmap = QPixmap(size * ratio, size * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, size * ratio, size * ratio), colour)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return QIcon(pixmap)
