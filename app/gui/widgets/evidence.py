"""Your evidence: what can be shown once a claim is made, and the log in your own words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.gui.widgets.page import Section
from app.gui.widgets.table import FactTable
from app.play.playthrough import Playthrough
from app.reports.evidence import exhibits, own_entries


class EvidenceSection(Section):
    """Two tables; either is hidden when it would be empty."""

    def __init__(self) -> None:
        title = QCoreApplication.translate("EvidenceSection", "Your evidence")
        super().__init__(
            title,
            QCoreApplication.translate(
                "EvidenceSection",
                "What was written at the time counts; it cannot be made up for afterwards. Choices "
                "decide whether a log was kept; the words in it change no sum.",
            ),
        )
        self.exhibits = FactTable(
            title,
            [self.tr("Evidence"), self.tr("There?"), self.tr("What that means")],
            wide=(0, 2),
        )
        self.entries = FactTable(
            self.tr("Your entries in the log book"),
            [self.tr("Written"), self.tr("Your entry in the log book")],
            wide=(1,),
        )
        self.column.addWidget(self.exhibits)
        self.column.addWidget(self.entries)

    def show_play(self, play: Playthrough) -> None:
        """Show what this play has left to prove things with."""
        yes, no = self.tr("yes"), self.tr("no")
        shown = exhibits(play)
        self.exhibits.set_rows([(e.caption, yes if e.held else no, e.meaning) for e in shown])
        self.exhibits.setVisible(bool(shown))
        gone = self.tr("on a way taken back: {text}")
        written = own_entries(play)
        self.entries.set_rows(
            [(e.when, gone.replace("{text}", e.text) if e.taken_back else e.text) for e in written]
        )
        self.entries.setVisible(bool(written))
        self.setVisible(bool(shown or written))
