"""The waterfall with the selected step told beside it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.engine.settlement import Settlement
from app.gui.theme import theme_of
from app.gui.widgets.page import Split
from app.gui.widgets.text import label
from app.gui.widgets.waterfall import Line, WaterfallChart
from app.play.catalog import Catalog


class StepDetail(QFrame):
    """A step in words."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "raised")
        theme = theme_of()
        self._title = label("", "heading", wrap=True)
        self._amount = label("", "number")
        self._reason = label("", "story", wrap=True)
        self._caption = label(
            QCoreApplication.translate("StepDetail", "Source"), "caption", "muted"
        )
        self._source = label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(5)] * 4)
        column.setSpacing(theme.space(2))
        for widget in (self._title, self._amount, self._reason, self._caption, self._source):
            column.addWidget(widget)

    def show_line(self, line: Line) -> None:
        """Show a step's title, amount, reason, and source."""
        self._title.setText(line.title)
        self._amount.setText(line.amount)
        self._reason.setText(line.reason)
        self._source.setText(line.source)
        self._caption.setVisible(bool(line.source))
        self._source.setVisible(bool(line.source))
        self.setAccessibleName(f"{line.title}: {line.amount}")
        self.setAccessibleDescription(f"{line.reason} {line.source}".strip())


class WaterfallView(Split):
    """Chart and detail, side by side or below each other."""

    def __init__(self) -> None:
        self.chart = WaterfallChart()
        self.detail = StepDetail()
        super().__init__([(self.chart, 63), (self.detail, 37)], 900)
        self.chart.selected.connect(self._tell)

    def set_settlement(self, settlement: Settlement, catalog: Catalog) -> None:
        """Show a settlement."""
        self.chart.set_settlement(settlement, catalog)
        self._tell(self.chart.current)

    def _tell(self, index: int) -> None:
        if 0 <= index < len(self.chart.lines):
            self.detail.show_line(self.chart.lines[index])
