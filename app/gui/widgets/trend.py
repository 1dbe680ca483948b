"""Ratings of past plays, in the order in which they were played: a line for each case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF

from app.gui.theme import theme_of
from app.gui.widgets.plots import Plot, paint_mark

_TONES = ("accent", "warning", "gain", "ink")


@dataclass(frozen=True, slots=True)
class Series:
    """A case's plays: where each stands among all plays (from 0), and its rating, 0 to 100."""

    name: str
    points: tuple[tuple[int, int], ...]


class TrendPlot(Plot):
    """Ratings over plays. Each case has a sign of its own, so that colour is never alone."""

    def __init__(self) -> None:
        self._series: tuple[Series, ...] = ()
        super().__init__(QCoreApplication.translate("TrendPlot", "Your rating over time"))

    def set_series(self, series: Sequence[Series]) -> None:
        """Show these cases."""
        self._series = tuple(series)
        self._current = -1
        self.describe()
        self.updateGeometry()
        self.update()

    def sentences(self) -> list[str]:
        """Each case with its ratings, the oldest first."""
        told = QCoreApplication.translate("TrendPlot", "{case}: {ratings}")
        return [
            told.replace("{case}", series.name).replace(
                "{ratings}", ", ".join(str(rating) for _, rating in series.points)
            )
            for series in self._series
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Axes, a line and signs for each case, legend."""
        theme = theme_of()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        translate = QCoreApplication.translate
        self._paint_axes(
            painter,
            theme,
            translate("TrendPlot", "Rating, up to 100"),
            translate("TrendPlot", "Plays, the latest on the right"),
        )
        field = QRectF(self._field(self.width())).adjusted(theme.px(14), 0, -theme.px(14), 0)
        painter.setPen(QPen(theme.color("line"), 1))
        for rating in (25, 50, 75, 100):
            y = field.bottom() - field.height() * rating / 100
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
        count = max((at for series in self._series for at, _ in series.points), default=0)

        def place(at: int, rating: int) -> QPointF:
            x = field.left() + field.width() * (at / count if count else 0.5)
            return QPointF(x, field.bottom() - field.height() * rating / 100)

        tones = [_TONES[index % len(_TONES)] for index in range(len(self._series))]
        for series, tone in zip(self._series, tones, strict=True):
            painter.setPen(QPen(theme.color(tone), 2))
            painter.drawPolyline(QPolygonF([place(*point) for point in series.points]))
        for index, (series, tone) in enumerate(zip(self._series, tones, strict=True)):
            for point in series.points:
                paint_mark(painter, theme, place(*point), index, theme.color(tone))
        self._paint_legend(painter, theme, tones)
        painter.end()
