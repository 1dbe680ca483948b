"""The decisions of a play as a list, rated like the moves of a chess game."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen

from app.engine.review import Label
from app.gui.theme import Theme, theme_of
from app.gui.widgets.rows import CENTRE, RIGHT, WRAP, Painted, Rows, wrapped_height

# A tick is good, an exclamation mark warns; each label has its own mark, whatever its colour.
GLYPHS = {
    Label.BEST: "\N{CHECK MARK}",
    Label.SOUND: "\N{ALMOST EQUAL TO}",
    Label.RISKY: "!",
    Label.GRAVE: "!!",
}
TONES = {Label.BEST: "gain", Label.SOUND: "accent", Label.RISKY: "warning", Label.GRAVE: "loss"}


def label_word(label: Label) -> str:
    """The label in the reader's language."""
    translate = QCoreApplication.translate
    return {
        Label.BEST: translate("DecisionList", "best"),
        Label.SOUND: translate("DecisionList", "sound"),
        Label.RISKY: translate("DecisionList", "risky"),
        Label.GRAVE: translate("DecisionList", "grave"),
    }[label]


@dataclass(frozen=True, slots=True)
class Decision:
    """A line: what was chosen, where and when, what it took and cost, how it is rated.

    ``costs``: a short text per line; ``undone``: a remark on choices taken back, or empty.
    """

    choice: str
    where: str
    costs: tuple[str, ...]
    undone: str = ""
    label: Label | None = None


class DecisionList(Rows):
    """Select a decision to see what there was to know and choose."""

    def __init__(self) -> None:
        self._decisions: tuple[Decision, ...] = ()
        self._measured: dict[tuple[Theme, int], list[_Row]] = {}
        super().__init__(QCoreApplication.translate("DecisionList", "Your decisions"))

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The lines shown."""
        return self._decisions

    def set_decisions(self, decisions: Sequence[Decision], current: int = 0) -> None:
        """Show these decisions."""
        self._decisions = tuple(decisions)
        self._measured.clear()
        self.rows_changed(current)

    def sentences(self) -> list[str]:
        """Number, rating, choice, place, costs, remark."""
        lines = []
        for number, decision in enumerate(self._decisions, 1):
            rating = f" ({label_word(decision.label)})" if decision.label else ""
            parts = [f"{number}. {decision.choice}{rating}", decision.where, *decision.costs]
            if decision.undone:
                parts.append(decision.undone)
            lines.append("; ".join(parts))
        return lines

    def row_boxes(self, width: int) -> list[QRect]:
        """The rows."""
        return [texts.row for texts in self._lay(width)]

    def painted(self) -> list[Painted]:
        """Every text as it is painted now."""
        return [text for row in self._lay(self.width()) for text in row.texts]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Badges, texts, thin lines between rows."""
        theme = theme_of()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, row in enumerate(self._lay(self.width())):
            self.paint_ground(painter, theme, row.row, index)
            if index and self.current not in (index, index - 1):
                painter.setPen(QPen(theme.color("line"), 1))
                y = row.row.top()
                painter.drawLine(row.texts[1].box.left(), y, self.width() - 12, y)
            _paint_badge(painter, theme, self._decisions[index].label, row.badge)
            for text in row.texts:
                text.paint(painter, theme)
        painter.end()

    def _lay(self, width: int) -> list[_Row]:
        theme = theme_of()
        if (theme, width) in self._measured:
            return self._measured[theme, width]
        costs = QFontMetrics(theme.font("small_strong"))
        column = max(
            (costs.horizontalAdvance(text) for d in self._decisions for text in d.costs), default=0
        )
        rows, y = [], 0
        for number, decision in enumerate(self._decisions, 1):
            row = _lay_row(theme, number, decision, y, width, column + 2)
            rows.append(row)
            y = row.row.bottom() + 1
        self._measured[theme, width] = rows
        return rows


@dataclass(frozen=True, slots=True)
class _Row:
    row: QRect
    badge: QRect
    texts: tuple[Painted, ...]


def _lay_row(
    theme: Theme, number: int, decision: Decision, top: int, width: int, column: int
) -> _Row:
    pad, edge = theme.space(3), theme.space(2.5)
    size = theme.px(28)
    badge = QRect(pad, top + edge, size, size)
    left = pad + size + theme.space(3)
    beside = width - left - pad - column - theme.space(6) >= theme.px(220)
    inner = width - left - pad - (column + theme.space(6) if beside else 0)
    strong, small = theme.font("strong"), theme.font("small")
    glyph = GLYPHS[decision.label] if decision.label else str(number)
    tone = "ink_muted" if decision.label is None else "ground"
    texts = [Painted(glyph, theme.font("small_strong"), badge, CENTRE, tone)]
    y = top + edge

    def line(text: str, role: str, tone: str, at: int) -> int:
        font = {"strong": strong, "small": small}[role]
        height = wrapped_height(QFontMetrics(font), inner, text)
        texts.append(Painted(text, font, QRect(left, at, inner, height), WRAP, tone))
        return at + height

    title = f"{number}. {decision.choice}" if decision.label else decision.choice
    y = line(title, "strong", "ink", y)
    y = line(decision.where, "small", "ink_muted", y)
    if decision.undone:
        y = line(decision.undone, "small", "warning", y)
    font = theme.font("small_strong")
    height = wrapped_height(QFontMetrics(font), width, "0")
    if beside:
        x, at = width - pad - column, top + edge
        for text in decision.costs:
            texts.append(Painted(text, font, QRect(x, at, column, height), RIGHT, "ink"))
            at += height
        y = max(y, at)
    else:
        for text in decision.costs:
            texts.append(Painted(text, font, QRect(left, y, inner, height), WRAP, "ink"))
            y += height
    bottom = max(y, badge.bottom()) + edge
    return _Row(QRect(0, top, width, bottom - top), badge, tuple(texts))


def _paint_badge(painter: QPainter, theme: Theme, label: Label | None, box: QRect) -> None:
    shape = QRectF(box).adjusted(1, 1, -1, -1)
    if label is None:
        painter.setPen(QPen(theme.color("line_strong"), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(TONES[label]))
    painter.drawEllipse(shape)
