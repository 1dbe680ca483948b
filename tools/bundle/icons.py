"""The program's icon in the forms that Windows and macOS want, from our SVG."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).parents[2] / "assets" / "icons" / "norestore.svg"
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_SIZES = (16, 32, 64, 128, 256, 512, 1024)


def png(size: int) -> bytes:
    """The icon as a PNG of ``size`` pixels, drawn at that size and not scaled."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def ico(path: Path) -> str:
    """Write the icon for Windows; its path."""
    return _save(path, "ICO", ICO_SIZES)


def icns(path: Path) -> str:
    """Write the icon for macOS; its path."""
    return _save(path, "ICNS", ICNS_SIZES)


def _save(path: Path, form: str, sizes: tuple[int, ...]) -> str:
    drawn = [Image.open(BytesIO(png(size))) for size in sizes]
    options = {"sizes": [(size, size) for size in sizes]} if form == "ICO" else {}
    path.parent.mkdir(parents=True, exist_ok=True)
    drawn[-1].save(path, form, append_images=drawn[:-1], **options)
    return str(path)
