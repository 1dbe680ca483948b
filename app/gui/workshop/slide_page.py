"""A slide of the debrief, on the wall in big type and in the cockpit as it is there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from app.gui.theme import theme_of
from app.gui.widgets.bars import BarChart
from app.gui.widgets.layouts import clear, show_all
from app.gui.widgets.plots import FrontierPlot
from app.gui.widgets.text import label
from app.gui.workshop.fitted import Fitted
from app.gui.workshop.slides import Slide
from app.gui.workshop.wall_pages import WallPage
from app.play.catalog import Catalog
from app.workshop.views import ProjectorView


class SlidePage(WallPage):
    """Shows one slide after the other."""

    least = 720

    def __init__(self, words: Catalog) -> None:
        super().__init__(words)
        self.slide: Slide | None = None
        self.lead = label("", "heading", "muted", wrap=True)
        self.points = QVBoxLayout()
        self.points.setSpacing(theme_of().space(3))
        self.table = QGridLayout()
        self.table.setHorizontalSpacing(theme_of().space(5))
        self.table.setVerticalSpacing(theme_of().space(2.5))
        self.bars = BarChart("")
        self.field = FrontierPlot()
        self.field.set_words(
            words.message("{plan}: the client loses {client}, you {own} on average"),
            words.message("Client's loss, up to {amount}"),
            words.message("Your own loss, up to {amount}"),
        )
        self.column.addWidget(self.title)
        self.column.addWidget(self.lead)
        self.column.addLayout(self.points)
        self.column.addLayout(self.table)
        self.column.addWidget(self.bars)
        self.column.addWidget(self.field)
        self.column.addStretch(1)

    def show_slide(self, slide: Slide) -> None:
        """Show a slide."""
        if slide == self.slide:
            return
        self.slide = slide
        self.setAccessibleName(slide.title)
        self.title.setText(slide.title)
        self.lead.setText(slide.lead)
        self.lead.setVisible(bool(slide.lead))
        clear(self.points)
        for point in slide.points:
            self.points.addWidget(label(point, "heading", wrap=True))
        show_all(self.points)
        self._fill_table(slide.table)
        self.bars.setVisible(bool(slide.bars))
        self.bars.set_bars(slide.bars)
        self.field.setVisible(slide.field is not None)
        if slide.field is not None:
            self.field.set_points(slide.field.line, slide.field.marks, self.words.language)

    def show_view(self, view: ProjectorView) -> None:
        """The room's state is not on a slide."""

    def _fill_table(self, rows: tuple[tuple[str, ...], ...]) -> None:
        clear(self.table)
        if not rows:
            return
        widest = max(range(len(rows[0])), key=lambda column: max(len(row[column]) for row in rows))
        for column in range(len(rows[0])):
            self.table.setColumnStretch(column, 3 if column == widest else 1)
        for line, row in enumerate(rows):
            for column, text in enumerate(row):
                if line == 0 and not any(row):
                    continue
                role, tone = ("strong", "muted") if line == 0 else ("body", "")
                cell = label(text, role, tone, wrap=True)
                self.table.addWidget(cell, line, column, Qt.AlignmentFlag.AlignTop)
        show_all(self.table)


class SlidePreview(Fitted):
    """What is on the wall now, small."""

    def __init__(self, words: Catalog) -> None:
        self.shown = SlidePage(words)
        margin = theme_of().space(6)
        self.shown.column.setContentsMargins(margin, margin, margin, margin)
        super().__init__(self.shown, self.shown.needed)
        self.least = SlidePage.least

    def show_slide(self, slide: Slide) -> None:
        """Show a slide as the wall does."""
        self.shown.show_slide(slide)
        self.setAccessibleName(slide.title)
        self.refit()

    def sizeHint(self) -> QSize:
        """Wide as a wall is."""
        return QSize(640, 360)
