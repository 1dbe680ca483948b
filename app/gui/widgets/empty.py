"""What a page shows while there is nothing on it yet: why, and the way to change that."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.gui.icons import icon
from app.gui.theme import theme_of
from app.gui.widgets.text import Button, label

_ICON_SIZE = 48


class Empty(QWidget):
    """A sign, a sentence, and the button ``begin`` that leads to the cases."""

    spoken_as = "Grouping"

    def __init__(self, icon_name: str, sentence: str) -> None:
        super().__init__()
        self.setAccessibleName(sentence)
        self._icon_name = icon_name
        self._sign = QLabel()
        text = label(sentence, "body", "muted", wrap=True)
        choose = QCoreApplication.translate("Empty", "Choose a case")
        self.begin = Button(choose, "primary", "forward")
        middle = Qt.AlignmentFlag.AlignHCenter
        text.setAlignment(middle)
        column = QVBoxLayout(self)
        column.setSpacing(theme_of().space(4))
        column.addSpacing(theme_of().space(16))
        column.addWidget(self._sign, 0, middle)
        column.addWidget(text)
        column.addWidget(self.begin, 0, middle)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Redraw the sign when colours or sizes change."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw()

    def _draw(self) -> None:
        theme = theme_of()
        size = theme.px(_ICON_SIZE)
        self._sign.setPixmap(icon(self._icon_name, theme.color("line_strong"), size).pixmap(size))
