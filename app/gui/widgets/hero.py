"""The name of the game beside a row of disks, one of them amber; the first thing painted.

The picture is an SVG that is written for its size. To hand a colour to QPainter would make
Qt's namespace with its 150 enumerations first, which takes longer than the whole picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.gui.theme import theme_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

HERO_SHARE, LIST_SHARE = 36, 64
"""How the title divides its width."""

NAME = "Point of\nNo Restore"
BAYS = 8
TIRED_BAY = 5
LEFT, RIGHT, BOTTOM = 40, 32, 40


class Hero(QWidget):
    """A tall coloured panel: the name, one sentence, the disks. Painted once, then still."""

    spoken_as = "Graphic"

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Point of No Restore")
        self._name = _first_label(NAME, "display", "brand", "on_brand")
        self._name.setWordWrap(False)
        self._name.setAccessibleName("Point of No Restore")
        line = self.tr("A client's server is dying. You are the IT provider. Decide, then pay.")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._name)
        self._column.addWidget(_first_label(line, "story", "brand_muted", "brand_muted"))
        self._column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name is set smaller where it would be cut."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        scale = _scale(self.width(), self.height())
        left, right = round(LEFT * scale), round(RIGHT * scale)
        self._column.setContentsMargins(left, round(48 * scale), right, round(32 * scale))
        self._column.setSpacing(round(16 * scale))
        role = "display" if _width("display") < self.width() - left - right else "title"
        if self._name.property("role") != role:
            self._name.setProperty("role", role)
            self._name.setFont(theme_of().font(role))
            self._name.style().unpolish(self._name)
            self._name.style().polish(self._name)

    def minimumSizeHint(self) -> QSize:
        """Room for the name at its smaller size, whatever the size of the text."""
        return QSize(max(220, _width("title") + LEFT + RIGHT + 4), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The panel, and the disks at its foot where the words leave room."""
        width, height = self.width(), self.height()
        text_end = self._column.totalHeightForWidth(width) - self._column.contentsMargins().bottom()
        drawing = panel(width, height, text_end)
        painter = QPainter(self)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter)
        painter.end()


class Opening(QWidget):
    """The title as far as it can be painted before anything was read: the hero and a sentence."""

    def __init__(self) -> None:
        super().__init__()
        line = QCoreApplication.translate("TitleScreen", "Opening the case files…")
        column = QVBoxLayout()
        column.setContentsMargins(40, 44, 28, 20)
        column.addWidget(_first_label(line, "body", "muted", "ink_muted"))
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Hero(), HERO_SHARE)
        row.addLayout(column, LIST_SHARE)


def _first_label(text: str, role: str, tone: str, colour: str) -> QLabel:
    """A label that looks right without the stylesheet too, which comes after the first paint."""
    result = QLabel(text)
    result.setProperty("role", role)
    result.setProperty("tone", tone)
    result.setWordWrap(True)
    theme = theme_of()
    result.setFont(theme.font(role))
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.WindowText, theme.color(colour))
    result.setPalette(palette)
    return result


def _width(role: str) -> int:
    """Pixels across that the name needs in a type role."""
    metrics = QFontMetrics(theme_of().font(role))
    return max(metrics.horizontalAdvance(line) for line in NAME.split("\n"))


def _scale(width: int, height: int) -> float:
    """How much larger than in a window of 1280 x 800 everything is drawn."""
    return max(1.0, min(width / 460, height / 800))


def panel(width: int, height: int, text_end: int) -> str:
    """The drawing of the panel in pixels; ``text_end`` is where the words end."""
    colours = theme_of().palette
    scale = _scale(width, height)
    gap = 8.0 * scale
    bay = (width - (LEFT + RIGHT) * scale - gap * (BAYS - 1)) / BAYS
    tall = min(bay * 3.4, height * 0.34)
    top = height - BOTTOM * scale - tall
    parts = [f'<rect width="{width}" height="{height}" fill="{colours.brand}"/>']
    if top >= text_end + 16 * scale:
        lefts = [LEFT * scale + i * (bay + gap) for i in range(BAYS)]
        lamp_x, lamp_y, glow = lefts[TIRED_BAY] + bay / 2, top + tall - 16 * scale, bay * 4.4
        parts += [
            _glow("room", lamp_x, lamp_y, glow, colours.brand_light, 0.26),
            f'<circle cx="{lamp_x}" cy="{lamp_y}" r="{glow}" fill="url(#room)"/>',
        ]
        parts += [
            _disk(left, top, bay, tall, scale, tired=i == TIRED_BAY) for i, left in enumerate(lefts)
        ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        + "".join(parts)
        + "</svg>"
    )


def _glow(name: str, x: float, y: float, radius: float, colour: str, strength: float) -> str:
    return (
        f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="{x}" cy="{y}" '
        f'r="{radius}">'
        f'<stop offset="0" stop-color="{colour}" stop-opacity="{strength}"/>'
        f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/></radialGradient>'
    )


def _disk(x: float, y: float, w: float, h: float, scale: float, *, tired: bool) -> str:
    """One bay: its vents, its handle, its lamp."""
    colours = theme_of().palette
    ink, edge = colours.on_brand, colours.brand_light if tired else colours.on_brand
    left, right, line = x + w * 0.25, x + w * 0.75, 1.2 * scale
    lamp_x, lamp_y, size = x + w / 2, y + h - 16 * scale, min(7.0 * scale, w * 0.25) / 2
    vents = "".join(f"M{left} {y + h * (0.12 + 0.085 * slot)}H{right}" for slot in range(5))
    parts = [
        f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{4 * scale}" fill="{ink}" '
        f'fill-opacity="0.05" stroke="{edge}" stroke-opacity="{0.75 if tired else 0.36}" '
        f'stroke-width="{line}"/>',
        f'<path d="{vents}" stroke="{ink}" stroke-opacity="0.22" stroke-width="{line}"/>',
        f'<path d="M{left} {y + h * 0.63}H{right}" stroke="{ink}" stroke-opacity="0.26" '
        f'stroke-width="{2.5 * line}" stroke-linecap="round"/>',
    ]
    if tired:
        parts += [
            _glow("lamp", lamp_x, lamp_y, size * 4.4, edge, 0.7),
            f'<circle cx="{lamp_x}" cy="{lamp_y}" r="{size * 4.4}" fill="url(#lamp)"/>',
        ]
    parts.append(
        f'<circle cx="{lamp_x}" cy="{lamp_y}" r="{size}" fill="{edge}" '
        f'fill-opacity="{1 if tired else 0.55}"/>'
    )
    return "".join(parts)
