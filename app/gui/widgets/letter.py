"""A letter on paper: what the client writes, what the insurer answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.gui.theme import theme_of
from app.gui.widgets.text import label


class Letter(QFrame):
    """A sheet of paper with letterhead, date, subject, paragraphs, amounts, and a signature.

    ``accent``: whether the letterhead is in the accent colour (the insurer's) or plain;
    ``signed``: whether there is a signature.
    """

    spoken_as = "Document"

    def __init__(self, *, accent: bool = False, signed: bool = True) -> None:
        super().__init__()
        self._accent = accent
        theme = theme_of()
        self._sender = label("", "small_strong")
        self._sender.setWordWrap(True)
        self._date = label("", "small", "muted")
        self._subject = label("", "title", wrap=True)
        self._opening = label("", "body", wrap=True)
        self._closing = label("", "body", wrap=True)
        self._amounts = QGridLayout()
        self._amounts.setHorizontalSpacing(theme.space(6))
        self._amounts.setVerticalSpacing(theme.space(2))
        self._amounts.setColumnStretch(0, 1)
        self._rows: list[QWidget] = []
        head = QHBoxLayout()
        head.addWidget(self._sender, 1)
        head.addWidget(self._date, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        side = theme.space(8)
        column.setContentsMargins(side, theme.space(8), side, theme.space(6))
        column.setSpacing(theme.space(4))
        column.addLayout(head)
        column.addSpacing(theme.space(3))
        column.addWidget(self._subject)
        column.addWidget(self._opening)
        column.addLayout(self._amounts)
        column.addWidget(self._closing)
        self._signed_by = label("", "small", "muted", wrap=True)
        if signed:
            column.addWidget(_Signature())
            column.addWidget(self._signed_by)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_head(self, sender: str, date: str, subject: str) -> None:
        """Who writes, when, what about."""
        self._sender.setText(sender)
        self._signed_by.setText(sender)
        self._date.setText(date)
        self._subject.setText(subject)
        self.setAccessibleName(f"{sender}, {date}: {subject}")

    def set_text(
        self,
        opening: str,
        rows: Sequence[tuple[str, str]],
        total: tuple[str, str] | None,
        closing: str,
    ) -> None:
        """Paragraph, lines of text and amount, their total, paragraph."""
        self._opening.setText(opening)
        self._closing.setText(closing)
        self._closing.setVisible(bool(closing))
        for widget in self._rows:
            self._amounts.removeWidget(widget)
            widget.setParent(None)
            widget.deleteLater()
        self._rows = []
        for left, right in rows:
            self._row(left, right, "body")
        if total is not None:
            line = _DoubleRule()
            self._amounts.addWidget(line, len(self._rows), 0, 1, 2)
            self._rows.append(line)
            self._row(*total, "strong")
        sentences = [opening, *(f"{a}: {b}" for a, b in rows)]
        if total is not None:
            sentences.append(f"{total[0]}: {total[1]}")
        self.setAccessibleDescription("\n".join([*sentences, closing]))

    def _row(self, left: str, right: str, role: str) -> None:
        row = len(self._rows)
        name = label(left, role, wrap=True)
        value = label(right, role)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._amounts.addWidget(name, row, 0)
        self._amounts.addWidget(value, row, 1)
        self._rows += [name, value]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper, its shadow, a folded corner, the letterhead's stripe."""
        theme = theme_of()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(self.rect()).adjusted(2, 1, -2, -4)
        for spread in range(3):
            shade = theme.dark(0.16 if theme.is_dark else 0.055)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade)
            painter.drawRoundedRect(
                sheet.adjusted(-spread * 0.6, 1, spread * 0.6, spread + 1), 3, 3
            )
        fold = theme.space(5)
        outline = QPainterPath(sheet.topLeft())
        outline.lineTo(sheet.right() - fold, sheet.top())
        outline.lineTo(sheet.right(), sheet.top() + fold)
        outline.lineTo(sheet.bottomRight())
        outline.lineTo(sheet.bottomLeft())
        outline.closeSubpath()
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("raised"))
        painter.drawPath(outline)
        corner = QPainterPath(QPointF(sheet.right() - fold, sheet.top()))
        corner.lineTo(sheet.right() - fold, sheet.top() + fold)
        corner.lineTo(sheet.right(), sheet.top() + fold)
        corner.closeSubpath()
        painter.setBrush(theme.color("ground"))
        painter.drawPath(corner)
        stripe = theme.color("accent" if self._accent else "ink")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(stripe)
        painter.drawRect(QRectF(sheet.left() + theme.space(8), sheet.top() + 1, theme.space(11), 4))
        painter.end()


class _DoubleRule(QWidget):
    """The double line of accountants above a total."""

    spoken_as = "Separator"

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(5)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(theme_of().color("line_strong"), 1))
        painter.drawLine(0, 1, self.width(), 1)
        painter.drawLine(0, 4, self.width(), 4)
        painter.end()


class _Signature(QWidget):
    """An unreadable signature, as they are."""

    spoken_as = "Graphic"

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Signature"))

    def sizeHint(self) -> QSize:
        """A few centimetres of ink."""
        return QSize(theme_of().px(130), theme_of().px(40))

    def minimumSizeHint(self) -> QSize:
        """The same: ink does not shrink."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = theme.px(100) / 100
        painter.scale(unit, unit)
        pen = QPen(theme.color("ink"), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        ink = QPainterPath(QPointF(4, 30))
        for a, b, end in (
            ((14, 2), (24, 4), (18, 24)), ((14, 38), (30, 30), (36, 18)),
            ((40, 10), (44, 12), (42, 24)), ((46, 14), (52, 14), (52, 24)),
            ((58, 10), (62, 14), (64, 23)), ((72, 30), (92, 12), (122, 16)),
        ):  # fmt: skip
            ink.cubicTo(QPointF(*a), QPointF(*b), QPointF(*end))
        painter.drawPath(ink)
        painter.end()
