"""Text on the screen: labels with a role from the type scale, and prose set to be read."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget

from app.gui.icons import icon
from app.gui.theme import theme_of


def label(text: str, role: str = "body", tone: str = "", *, wrap: bool = False) -> QLabel:
    """A label in a type role; ``tone`` names its colour (``muted``, ``loss``, ...)."""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setProperty("role", role)
    result.setProperty("tone", tone)
    result.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        result.setSizePolicy(policy)
    return result


def set_tone(widget: QWidget, tone: str) -> None:
    """Change the colour of a label."""
    set_look(widget, "tone", tone)


def set_look(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the stylesheet looks at, and what it makes of it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Button(QPushButton):
    """A push button; ``kind`` is ``primary``, ``quiet``, ``link``, ``tool``, ``entry``, or plain.

    Its icon follows the theme.
    """

    def __init__(self, text: str, kind: str = "", icon_name: str = "") -> None:
        # The style leaves little room between icon and text.
        super().__init__(f" {text}" if icon_name and text else text)
        self._icon_name = icon_name
        self.setProperty("kind", kind)
        self.setProperty("role", "body")
        self.setAccessibleName(text.replace("&", ""))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._draw_icon()

    def changeEvent(self, event: QEvent) -> None:
        """Redraw the icon when colours or sizes change."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw_icon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _draw_icon(self) -> None:
        if self._icon_name:
            theme = theme_of()
            role = "on_accent" if self.property("kind") == "primary" else "ink_muted"
            size = theme.px(18)
            self.setIcon(icon(self._icon_name, theme.color(role), size))
            self.setIconSize(QSize(size, size))


class KeyedButton(Button):
    """An entry of a menu that also tells the keys that do the same where the menu is not open."""

    def __init__(self, text: str, icon_name: str, keys: str) -> None:
        super().__init__(text, "entry", icon_name)
        self._keys = keys
        self.setAccessibleDescription(keys)

    def sizeHint(self) -> QSize:
        """Room for both."""
        metrics = QFontMetrics(theme_of().font("small"))
        keys = metrics.horizontalAdvance(self._keys) + theme_of().space(8)
        return super().sizeHint() + QSize(keys if self._keys else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The keys stand on the right."""
        super().paintEvent(event)
        theme = theme_of()
        painter = QPainter(self)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("ink_muted"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(0, 0, -theme.roomy(15), 0), right, self._keys)
        painter.end()


class CopyButton(Button):
    """Puts ``what`` on the clipboard, and says ``done`` once it is there."""

    def __init__(self, text: str, done: str, what: str, kind: str = "entry") -> None:
        super().__init__(text, kind, "letter")
        self._done, self._what = done, what
        self.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._what)
        self.setText(f" {self._done}")
        self.setAccessibleName(self._done)


def rule() -> QFrame:
    """A thin line between two parts."""
    result = QFrame()
    result.setProperty("surface", "rule")
    result.setFixedHeight(1)
    return result


class Prose(QLabel):
    """Paragraphs with generous lines, as plain text.

    QLabel would lay rich text out several times to guess a width that looks good, and once more
    to paint it. Prose is as wide as its column: it is laid out once and painted from that.
    """

    def __init__(self, role: str = "story", tone: str = "", leading: int = 118) -> None:
        super().__init__()
        self._leading = leading / 100
        self._paragraphs: tuple[str, ...] = ()
        self._longest_word = ""
        self._laid: dict[int, tuple[list[tuple[float, QTextLayout]], int]] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_paragraphs(self, paragraphs: Sequence[str]) -> None:
        """Show these paragraphs; none at all hides the label."""
        if tuple(paragraphs) != self._paragraphs:
            self._paragraphs = tuple(paragraphs)
            words = (word for paragraph in paragraphs for word in paragraph.split())
            self._longest_word = max(words, key=len, default="")
            self._laid.clear()
            self.setText("\n".join(paragraphs))
            self.setAccessibleName(self.text())
        if self.parentWidget() is not None:
            self.setVisible(bool(paragraphs))

    def heightForWidth(self, width: int) -> int:
        """Pixels that all paragraphs need at ``width``."""
        return self._lay(width)[1]

    def sizeHint(self) -> QSize:
        """The present width, and the height that goes with it."""
        width = self.width() if self.isVisible() else theme_of().px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word, on a line of its own; longer ones, such as paths, are broken."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        longest = metrics.horizontalAdvance(self._longest_word) + 2
        return QSize(min(longest, theme_of().px(180)), metrics.height())

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._laid.clear()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Every line where it was measured."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        for top, paragraph in self._lay(self.width())[0]:
            paragraph.draw(painter, QPointF(0, top))
        painter.end()

    def _lay(self, width: int) -> tuple[list[tuple[float, QTextLayout]], int]:
        """Each paragraph with its top, and the height of all, at ``width``."""
        if width not in self._laid:
            self.ensurePolished()
            gap, top, layouts = theme_of().px(10), 0.0, []
            for paragraph in self._paragraphs:
                layout, height = self._lay_paragraph(paragraph, width)
                layouts.append((top, layout))
                top += height + gap
            self._laid[width] = layouts, max(0, ceil(top - gap))
        return self._laid[width]

    def _lay_paragraph(self, text: str, width: int) -> tuple[QTextLayout, float]:
        layout = QTextLayout(text.replace("\n", "\u2028"), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, y))
            y += line.height() * self._leading
        layout.endLayout()
        return layout, y
