"""A whole number between two buttons, for fingers and keys alike."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QSpinBox, QWidget

from app.gui.theme import theme_of
from app.gui.widgets.text import Button


class Counter(QWidget):
    """``changed`` carries the new value. Type it, use the arrow keys, or press the buttons."""

    changed = Signal(int)

    def __init__(self, name: str, least: int, most: int, value: int) -> None:
        super().__init__()
        self.field = QSpinBox()
        self.field.setProperty("role", "body")
        self.field.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.field.setAccessibleName(name)
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.setRange(least, most)
        self.field.setValue(value)
        self.field.setMinimumWidth(theme_of().px(20 + 11 * len(str(most))))
        self.less = Button("\N{MINUS SIGN}", "tool")
        self.less.setAccessibleName(self.tr("Less"))
        self.more = Button("+", "tool")
        self.more.setAccessibleName(self.tr("More"))
        self.less.clicked.connect(self.field.stepDown)
        self.more.clicked.connect(self.field.stepUp)
        self.field.valueChanged.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme_of().space(1))
        for part in (self.less, self.field, self.more):
            row.addWidget(part)
        # The Tab key comes to the parts as they are read.
        QWidget.setTabOrder(self.less, self.field)
        QWidget.setTabOrder(self.field, self.more)

    @property
    def value(self) -> int:
        """The number."""
        return self.field.value()
