"""A page to paint on: lengths in points, type in the shipped fonts, paragraphs that wrap."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QImageReader,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtSvg import QSvgRenderer

from app.gui.theme import LIGHT, SANS, SERIF

Picture = QImage | QSvgRenderer

RESOLUTION = 1200
"""Dots per inch of the painter: fine enough that no glyph is moved to a coarser grid."""

_UNIT = RESOLUTION / 72
_LIMITLESS = 1_000

# Points, weight, family.
_FACES: dict[str, tuple[float, int, str]] = {
    "display": (25, 500, SERIF),
    "title": (15, 500, SERIF),
    "deck": (12, 500, SERIF),
    "number": (13, 600, SANS),
    "strong": (8.6, 600, SANS),
    "body": (8.6, 400, SANS),
    "small": (7.4, 400, SANS),
    "kicker": (7.4, 600, SANS),
}
_LEADING = {"display": 1.28, "title": 1.2, "deck": 1.3}


def color(role: str) -> QColor:
    """A colour of the light theme: paper is white, whatever the window looks like."""
    return QColor(getattr(LIGHT, role))


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph as set: its lines, and all measures in points."""

    lines: tuple[str, ...]
    font: QFont
    leading: float
    ascent: float

    @property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last."""
        return len(self.lines) * self.leading


class Sheet:
    """Paints on a page through ``painter``, or only measures without one.

    ``scale`` makes all type smaller.
    """

    def __init__(self, painter: QPainter | None, scale: float = 1.0) -> None:
        self._painter = painter
        self.scale = scale
        if painter is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def font(self, face: str) -> QFont:
        """The font of a face. KeyError for an unknown one."""
        points, weight, family = _FACES[face]
        font = QFont(family)
        font.setPixelSize(round(points * self.scale * _UNIT))
        font.setWeight(QFont.Weight(weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if face == "kicker":
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
        return font

    def width_of(self, text: str, face: str) -> float:
        """Points that a text needs in one line."""
        return QFontMetricsF(self.font(face)).horizontalAdvance(text) / _UNIT

    def set(self, text: str, face: str, width: float, most: int = _LIMITLESS) -> Words:
        """Break a text into lines of ``width`` points; what is beyond ``most`` lines ends in …."""
        font = self.font(face)
        metrics = QFontMetricsF(font)
        lines: list[str] = []
        for paragraph in text.split("\n"):
            lines += _broken(paragraph, font, width * _UNIT)
        if len(lines) > most:
            rest = " ".join(lines[most - 1 :])
            elide = Qt.TextElideMode.ElideRight
            # A little room, because the elided text is measured by other means.
            lines[most - 1 :] = [metrics.elidedText(rest, elide, width * _UNIT * 0.99)]
        leading = _FACES[face][0] * self.scale * _LEADING.get(face, 1.36)
        return Words(tuple(lines), font, leading, metrics.ascent() / _UNIT)

    def put(
        self, words: Words, x: float, y: float, role: str = "ink", *, right: float | None = None
    ) -> float:
        """Paint set words with their top at ``y``; the bottom. ``right`` aligns them there."""
        painter = self._painter
        if painter is None:
            return y + words.height
        painter.setFont(words.font)
        painter.setPen(color(role))
        for number, line in enumerate(words.lines):
            left = x
            if right is not None:
                left = right - QFontMetricsF(words.font).horizontalAdvance(line) / _UNIT
            baseline = y + number * words.leading + words.ascent
            painter.drawText(QPointF(left * _UNIT, baseline * _UNIT), line)
        return y + words.height

    def write(
        self, text: str, face: str, x: float, y: float, width: float, role: str = "ink"
    ) -> float:
        """Set and paint a paragraph; its bottom."""
        return self.put(self.set(text, face, width), x, y, role)

    def line(
        self, x: float, y: float, to_x: float, role: str = "line_strong", thick: float = 0.6
    ) -> None:
        """A horizontal rule."""
        self.box(x, y - thick / 2, to_x - x, thick, role)

    def box(self, x: float, y: float, width: float, height: float, role: str) -> None:
        """A filled box; a negative width goes to the left."""
        box = QRectF(x * _UNIT, y * _UNIT, width * _UNIT, height * _UNIT).normalized()
        if self._painter is not None:
            self._painter.fillRect(box, QBrush(color(role)))

    def picture(
        self, picture: Picture | None, right: float, y: float, width: float, height: float
    ) -> None:
        """A picture as large as fits, its upper right corner there."""
        painter = self._painter
        if painter is None or picture is None:
            return
        size = picture.size() if isinstance(picture, QImage) else picture.defaultSize()
        shrink = min(width / max(1, size.width()), height / max(1, size.height()))
        wide, high = size.width() * shrink, size.height() * shrink
        box = QRectF((right - wide) * _UNIT, y * _UNIT, wide * _UNIT, high * _UNIT)
        if isinstance(picture, QImage):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
            painter.drawImage(box, picture)
        else:
            picture.render(painter, box)

    def dot(self, x: float, y: float, radius: float, role: str) -> None:
        """A filled circle around a point."""
        if self._painter is not None:
            self._painter.setPen(QPen(Qt.PenStyle.NoPen))
            self._painter.setBrush(color(role))
            self._painter.drawEllipse(QPointF(x * _UNIT, y * _UNIT), radius * _UNIT, radius * _UNIT)


def logo(path: str) -> Picture | None:
    """A provider's picture; None when there is none or it cannot be read."""
    if not path:
        return None
    if path.lower().endswith(".svg"):
        drawing = QSvgRenderer(path)
        return drawing if drawing.isValid() else None
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    image = reader.read()
    return None if image.isNull() else image


def _broken(text: str, font: QFont, width: float) -> list[str]:
    """Lines of at most ``width`` dots; a word that is longer still is broken too."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return lines or [""]
