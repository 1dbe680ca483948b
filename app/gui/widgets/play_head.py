"""The bar on top of a play: where one is, what it has cost, and what one can do."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSpacerItem, QVBoxLayout

from app.gui.language import reader
from app.gui.sheets import key_name
from app.gui.theme import theme_of
from app.gui.widgets.meters import Meter
from app.gui.widgets.text import Button, label
from app.play.view import SceneView
from app.play.wording import weekday


class PlayHead(QFrame):
    """The bar on top: menu, clock, the two meters, hint, undo, log book, map, help."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "bar")
        self.menu = _tool("menu", self.tr("Menu"), "Esc")
        self.log = _tool("book", self.tr("Log book"), "Ctrl+L")
        self.map = _tool("map", self.tr("Map"), "M")
        self.history = _tool("history", self.tr("The story so far"), "B")
        self.undo = _tool("undo", self.tr("Take the last decision back"), "Ctrl+Z")
        self.help = _tool("help", self.tr("Keys and help"), "?")
        self.hint = _tool("eye", self.tr("Hint"), "H")
        self.hint.hide()
        self._title = label("", "strong", wrap=True)
        self._title.setMinimumWidth(0)
        self._exam = label(self.tr("Examination"), "caption", "accent")
        self._exam.setToolTip(self.tr("No undo, no hints; the certificate says so."))
        self._exam.setAccessibleDescription(self._exam.toolTip())
        self._exam.setMinimumWidth(0)
        self._day = label("", "caption", "muted")
        self._time = label("", "number")
        self.client = Meter(self.tr("Client's loss"), "loss")
        self.own = Meter(self.tr("Your costs"), "loss")
        clock_column = QVBoxLayout()
        clock_column.setSpacing(0)
        clock_column.addWidget(self._day)
        clock_column.addWidget(self._time)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self.menu)
        title_column = QVBoxLayout()
        title_column.setSpacing(0)
        title_column.addWidget(self._title)
        title_column.addWidget(self._exam)
        row.addLayout(title_column, 1)
        self._gaps = QSpacerItem(0, 0), QSpacerItem(0, 0), QSpacerItem(0, 0)
        row.addLayout(clock_column)
        row.addItem(self._gaps[0])
        row.addWidget(self.client)
        row.addItem(self._gaps[1])
        row.addWidget(self.own)
        row.addItem(self._gaps[2])
        for button in (
            self.hint,
            self.undo,
            self.history,
            self.log,
            self.map,
            self.help,
        ):
            row.addWidget(button)
        row.setSpacing(4)

    def show_view(self, view: SceneView, title: str, *, animate: bool) -> None:
        """The time, and who has lost how much."""
        self._title.setText(title)
        first = (view.now - timedelta(minutes=view.minutes)).date()
        day = (view.now.date() - first).days + 1
        self._day.setText(
            self.tr("Day {n}, {weekday}")
            .replace("{n}", str(day))
            .replace("{weekday}", weekday(view.now, reader()))
        )
        self._time.setText(f"{view.now:%H:%M}")
        self.client.show_amount(view.client_loss, animate=animate)
        self.own.show_amount(view.own_costs, animate=animate)

    def fit(self, width: int) -> None:
        """Where it gets narrow, the menu alone leads to what seldom is wanted."""
        theme = theme_of()
        self.history.setVisible(width >= theme.px(960))
        self.log.setVisible(width >= theme.px(520))
        self.map.setVisible(width >= theme.px(720))
        self.help.setVisible(width >= theme.px(720))
        self._title.setVisible(width >= theme.px(700))
        side, between = (16, 20) if width >= theme.px(600) else (8, 2)
        for gap in self._gaps:
            gap.changeSize(between, 0)
        self._row.setContentsMargins(side, 8, side, 8)
        self._row.invalidate()

    def show_way(self, view: SceneView, *, can_undo: bool, exam: bool) -> None:
        """What lies behind can be read back, and taken back but in an examination."""
        self.undo.setEnabled(can_undo)
        self.undo.setVisible(not exam)
        self.history.setEnabled(view.step > 0)
        self._exam.setVisible(exam)

    def settle(self) -> None:
        """End the counting at once."""
        self.client.settle()
        self.own.settle()


def _tool(icon_name: str, name: str, key: str) -> Button:
    button = Button("", "tool", icon_name)
    button.setAccessibleName(name)
    button.setToolTip(f"{name} ({key_name(key)})")
    return button
