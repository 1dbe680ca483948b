"""Text on the screen: labels with a role from the type scale, and prose set to be read."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
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


def rule() -> QFrame:
    """A thin line between two parts."""
    result = QFrame()
    result.setProperty("surface", "rule")
    result.setFixedHeight(1)
    return result


class Prose(QLabel):
    """Paragraphs with generous lines. Plain text only: whatever a scenario says is escaped."""

    def __init__(self, role: str = "story", tone: str = "", leading: int = 118) -> None:
        super().__init__()
        self._leading = leading
        self._longest_word = ""
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_paragraphs(self, paragraphs: Sequence[str]) -> None:
        """Show these paragraphs; none at all hides the label."""
        gap = theme_of().px(10)
        last = len(paragraphs) - 1
        words = (word for paragraph in paragraphs for word in paragraph.split())
        self._longest_word = max(words, key=len, default="")
        self._heights.clear()
        self.setText(
            "".join(
                f'<p style="line-height:{self._leading}%; margin:0 0 {gap if i < last else 0}px 0">'
                f"{escape(paragraph).replace(chr(10), '<br>')}</p>"
                for i, paragraph in enumerate(paragraphs)
            )
        )
        self.setAccessibleName("\n".join(paragraphs))
        if self.parentWidget() is not None:
            self.setVisible(bool(paragraphs))

    # QLabel lays the whole text out several times to guess a width that looks good. Prose is
    # as wide as its column, so that its height there is all that matters.

    def heightForWidth(self, width: int) -> int:
        """Pixels that all paragraphs need at ``width``."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """The present width, and the height that goes with it."""
        width = self.width() if self.isVisible() else theme_of().px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word, on a line of its own."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._longest_word) + 2, metrics.height())

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
        super().changeEvent(event)
