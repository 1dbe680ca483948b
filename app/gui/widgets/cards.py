"""Cards that are buttons: a choice in play, insurance terms, a scenario in the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.gui.icons import paint_icon
from app.gui.theme import RADIUS, Theme, theme_of

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class Tag:
    """A short fact at a card's side: an icon's name, the text, its palette role, and what is
    spoken where nobody sees the icon (the text, if nothing else is said).
    """

    icon: str
    text: str
    role: str = "ink_muted"
    spoken: str = ""


class Card(QAbstractButton):
    """A painted button with a title, a wrapped detail, a badge, and tags at its side.

    Its height follows its width, so that no text is ever cut. When checkable it shows a ring
    instead of the badge.
    """

    def __init__(
        self,
        title: str,
        detail: str = "",
        tags: Sequence[Tag] = (),
        badge: str = "",
        *,
        title_role: str = "strong",
        detail_role: str = "small",
        tags_below: bool = False,
        primary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._roles = title_role, detail_role
        self._tags_below = tags_below
        self._primary = primary
        self._places: dict[int, _Places] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._set_content(title, detail, tags, badge)

    def set_roles(self, title: str, detail: str) -> None:
        """Set the texts in these type roles."""
        if self._roles != (title, detail):
            self._roles = title, detail
            self._places.clear()
            self.updateGeometry()
            self.update()

    def _set_content(self, title: str, detail: str, tags: Sequence[Tag], badge: str) -> None:
        self._title = title
        self._detail = detail
        self._tags = tuple(tags)
        self._badge = badge
        self._places.clear()
        self.setText(title)
        spoken = [
            f"{badge}. {title}" if badge else title,
            detail,
            *(tag.spoken or tag.text for tag in tags),
        ]
        self.setAccessibleName(title)
        self.setAccessibleDescription(". ".join(part for part in spoken if part))
        self.updateGeometry()
        self.update()

    # --- size ------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        """The text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels that all text needs at ``width``."""
        return self._layout(width).height

    def sizeHint(self) -> QSize:
        """A comfortable width, and the height that goes with it."""
        width = theme_of().px(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for a long word beside the badge; the height follows from the width."""
        return QSize(theme_of().px(180), theme_of().px(44))

    def _layout(self, width: int) -> _Places:
        # Qt asks several times for each width, and measuring text is slow.
        if width not in self._places:
            self._places[width] = _Places.of(
                theme_of(),
                width,
                self._title,
                self._detail,
                self._tags,
                self._mark,
                self._roles,
                self._tags_below,
            )
        return self._places[width]

    @property
    def _mark(self) -> bool:
        return bool(self._badge) or self.isCheckable()

    # --- looks -----------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._places.clear()
            self.updateGeometry()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does; arrows are the screen's, except among options."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isCheckable():
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self.isCheckable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def enterEvent(self, _event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        """Be calm again."""
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, badge, texts, tags."""
        theme = theme_of()
        places = self._layout(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, theme)
        self._paint_mark(painter, theme, places.mark)
        ink = theme.color("on_accent" if self._primary else "ink")
        title_role, detail_role = self._roles
        _paint_text(painter, theme.font(title_role), ink, places.title, self._title)
        muted = theme.color("on_accent" if self._primary else "ink_muted")
        if self._detail:
            _paint_text(painter, theme.font(detail_role), muted, places.detail, self._detail)
        for tag, box in zip(self._tags, places.tags, strict=True):
            _paint_tag(painter, theme, tag, box)
        painter.end()

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        fill, line, width = theme.color("raised"), theme.color("line"), 1.0
        if self._primary:
            fill = line = theme.color("accent")
            if self.underMouse() or self.hasFocus():
                line, width = theme.color("ink"), 2.0
        elif self.isDown():
            fill = theme.color("accent_soft")
        elif self.isChecked():
            fill, line, width = theme.color("accent_soft"), theme.color("accent"), 1.5
        elif self.underMouse() and self.isEnabled():
            fill, line = theme.color("hover"), theme.color("line_strong")
        if self.hasFocus() and not self._primary:
            line, width = theme.color("focus"), 2.5
        painter.setPen(QPen(line, width))
        painter.setBrush(fill)
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _paint_mark(self, painter: QPainter, theme: Theme, box: QRect) -> None:
        if box.isEmpty():
            return
        accent = theme.color("accent")
        if self.isCheckable():
            ring = QRectF(box).adjusted(4, 4, -4, -4)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent if self.isChecked() else theme.color("line_strong"), 1.6))
            painter.drawEllipse(ring)
            if self.isChecked():
                painter.setBrush(accent)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(ring.adjusted(4, 4, -4, -4))
            return
        active = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(accent, 1.2))
        painter.setBrush(accent if active else Qt.GlobalColor.transparent)
        painter.drawRoundedRect(QRectF(box).adjusted(0.6, 0.6, -0.6, -0.6), 4, 4)
        painter.setFont(theme.font("small_strong"))
        painter.setPen(theme.color("on_accent") if active else accent)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._badge)


class ChoiceCard(Card):
    """A choice at a decision; ``choice_id`` is what it stands for. One card serves many scenes."""

    def __init__(self) -> None:
        super().__init__("")
        self.choice_id = ""

    def show_choice(
        self, choice_id: str, key: str, text: str, detail: str, tags: Sequence[Tag]
    ) -> None:
        """Stand for this choice from now on."""
        self.choice_id = choice_id
        self._set_content(text, detail, tags, key)


class OptionCard(Card):
    """One of several options of which one is checked; ``option`` is its id."""

    def __init__(self, option: str, title: str, detail: str, tags: Sequence[Tag] = ()) -> None:
        super().__init__(title, detail, tags)
        self.option = option
        self.setCheckable(True)
        self.setAutoExclusive(True)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a card's parts go."""

    mark: QRect
    title: QRect
    detail: QRect
    tags: tuple[QRect, ...]
    height: int

    @classmethod
    def of(
        cls,
        theme: Theme,
        width: int,
        title: str,
        detail: str,
        tags: Sequence[Tag],
        mark: bool,
        roles: tuple[str, str],
        tags_below: bool,
    ) -> _Places:
        pad, gap = theme.space(3), theme.space(3)
        title_font, detail_font = theme.font(roles[0]), theme.font(roles[1])
        mark_size = theme.px(24)
        left = pad + (mark_size + gap if mark else 0)
        small = QFontMetrics(theme.font("small"))
        tag_height = small.height() + theme.space(0.5)
        icon_room = theme.px(14) + theme.space(1.5)
        tag_widths = [icon_room + small.horizontalAdvance(tag.text) + 2 for tag in tags]
        # At least so wide that the tags of one card stand below those of the one above.
        column = max((theme.px(84), *tag_widths)) if tags else 0
        beside = (
            bool(tags)
            and not tags_below
            and width - left - pad - column - theme.space(5) >= theme.px(230)
        )
        text_width = width - left - pad - (column + theme.space(5) if beside else 0)
        text_width = max(text_width, 40)
        top = theme.space(2.5)
        title_height = _text_height(title_font, text_width, title)
        title_box = QRect(left, top, text_width, title_height)
        y = top + title_height
        detail_box = QRect()
        if detail:
            y += theme.space(0.5)
            detail_box = QRect(left, y, text_width, _text_height(detail_font, text_width, detail))
            y += detail_box.height()
        boxes = []
        if beside:
            x, tag_y = width - pad - column, top + 1
            for _ in tags:
                boxes.append(QRect(x, tag_y, column, tag_height))
                tag_y += tag_height
            y = max(y, tag_y)
        elif tags:
            x, y = left, y + theme.space(1.5)
            for tag_width in tag_widths:
                if x > left and x + tag_width > width - pad:
                    x, y = left, y + tag_height
                boxes.append(QRect(x, y, min(tag_width, width - pad - left), tag_height))
                x += tag_width + theme.space(4)
            y += tag_height
        height = max(y, top + (mark_size if mark else 0)) + theme.space(2.5)
        mark_box = QRect(pad, top - 1, mark_size, mark_size) if mark else QRect()
        return cls(mark_box, title_box, detail_box, tuple(boxes), height)


def _text_height(font: QFont, width: int, text: str) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 100_000), _WRAP, text).height()


def _paint_text(painter: QPainter, font: QFont, colour: QColor, box: QRect, text: str) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, _WRAP, text)


def _paint_tag(painter: QPainter, theme: Theme, tag: Tag, box: QRect) -> None:
    size = theme.px(14)
    colour = theme.color(tag.role)
    centre = box.top() + (box.height() - size) / 2
    paint_icon(painter, tag.icon, QRectF(box.left(), centre, size, size), colour)
    painter.setFont(theme.font("small"))
    painter.setPen(colour)
    text = box.adjusted(size + theme.space(1.5), 0, 0, 0)
    painter.drawText(
        text, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), tag.text
    )
