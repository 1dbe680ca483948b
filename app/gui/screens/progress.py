"""Progress: ratings over time, kinds of decision, and how sure one was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.engine.scenario import Scenario
from app.gui.language import reader
from app.gui.widgets.bars import Bar, BarChart, Look
from app.gui.widgets.empty import Empty
from app.gui.widgets.flow import Flow
from app.gui.widgets.framed import FramedPage
from app.gui.widgets.meters import euros
from app.gui.widgets.page import Figure, Figures, Section
from app.gui.widgets.table import FactTable
from app.gui.widgets.text import Button, label
from app.gui.widgets.trend import Series, TrendPlot
from app.gui.widgets.waiting import Waiting
from app.play.catalog import Catalog
from app.play.wording import calendar_date, money
from app.reports.evidence import sure_word
from app.reports.progress import Share, by_confidence, by_kind, calibration, duty_text
from app.store.progress import ReviewedDecision, ReviewedPlay

_LATEST = 5
"""Plays behind the average that is shown."""


class ProgressScreen(FramedPage):
    """Shows what is kept of past plays; says what the player wants done with it."""

    export_wanted = Signal(str)
    """``plays`` or ``decisions``."""
    forget_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("ProgressScreen", "Progress"))
        self.note = label("", "body", "muted", wrap=True)
        self.waiting = Waiting()
        self.plays = Figure(self.tr("Plays reviewed"))
        self.latest = Figure(self.tr("Average rating"))
        self.best = Figure(self.tr("Best rating"))
        self.trend = TrendPlot()
        self.table = FactTable(
            self.tr("Every play"),
            [self.tr("Date"), self.tr("Case"), self.tr("Rating"), self.tr("Cost of decisions")],
            wide=(1,),
        )
        self.kinds = BarChart(self.tr("By kind of decision"))
        self.sure = BarChart(self.tr("How sure, and how right"))
        self.sure_told = label("", "body", wrap=True)
        self.results = self._section(
            self.tr("Results over time"),
            self.tr("The rating is your share of perfect play; luck is not in it."),
            (self.trend, self.table),
        )
        self.by_kind = self._section(
            self.tr("By kind of decision"),
            self.tr("How many of your decisions were best or sound, by the duty at stake."),
            (self.kinds,),
        )
        self.by_sure = self._section(
            self.tr("How sure, and how right"),
            self.tr(
                "How many of your decisions were best or sound, by how sure you said you were, and "
                "what a decision cost too much on average."
            ),
            (self.sure, self.sure_told),
        )
        self.keeping = self._section(
            self.tr("Yours alone"),
            self.tr("All this lies on this computer only. Take it with you, or be rid of it."),
            (self._buttons(),),
        )
        self.column.setSpacing(28)
        self.figures = Figures([self.plays, self.latest, self.best])
        self.empty = Empty(
            "progress",
            self.tr(
                "Nothing yet. Play a case to its end and look at the review: from then on it "
                "counts here."
            ),
        )
        self.empty.begin.clicked.connect(self.cases_wanted)
        self.empty.hide()
        for index, part in enumerate((self.note, self.waiting, self.empty, self.figures)):
            self.column.insertWidget(index, part)
        self.column.addStretch(1)

    def focus_first(self) -> None:
        """Put the keyboard on the way back, or on the way to something to show here."""
        first = self.back_button if self.empty.isHidden() else self.empty.begin
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, text: str) -> None:
        """Say something above all; nothing hides it."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def show_progress(
        self,
        plays: Sequence[ReviewedPlay],
        decisions: Sequence[ReviewedDecision],
        scenarios: Sequence[Scenario],
    ) -> None:
        """Show these reviewed plays, the oldest first."""
        catalogs = {scenario.id: reader(scenario) for scenario in scenarios}
        titles = {s.id: catalogs[s.id].text(s.title) for s in scenarios}
        some = bool(plays)
        kinds, sure = by_kind(decisions), by_confidence(decisions)
        for part, shown in (
            (self.figures, some),
            (self.results, some),
            (self.by_kind, bool(kinds)),
            (self.by_sure, some),
            (self.keeping, some),
        ):
            part.setVisible(shown)
        self.empty.setVisible(not some)
        if not some:
            self.focus_first()
            return
        self._fill_figures(plays)
        self._fill_results(plays, titles)
        words = [
            duty_text(k.name, scenarios, catalogs) if k.name else self.tr("Other decisions")
            for k in kinds
        ]
        self.kinds.set_bars(self._bars(kinds, words))
        catalog = reader()
        self.sure.set_bars(
            self._bars(sure, [_capital(sure_word(share.name, catalog)) for share in sure])
        )
        self.sure.setVisible(bool(sure))
        self.sure_told.setText(calibration(sure, catalog))

    # --- content -------------------------------------------------------------------------

    def _fill_figures(self, plays: Sequence[ReviewedPlay]) -> None:
        exams = sum(play.exam for play in plays)
        told = self.tr("Examinations: {n}").replace("{n}", str(exams)) if exams else ""
        self.plays.set_amount(str(len(plays)), told)
        latest = plays[-_LATEST:]
        self.latest.set_amount(
            str(round(sum(play.rating for play in latest) / len(latest))),
            self.tr("over the last {n} plays").replace("{n}", str(len(latest)))
            if len(latest) > 1
            else self.tr("over one play"),
        )
        self.best.set_amount(str(max(play.rating for play in plays)), self.tr("of 100"))

    def _fill_results(self, plays: Sequence[ReviewedPlay], titles: Mapping[str, str]) -> None:
        points: dict[str, list[tuple[int, int]]] = {}
        for index, play in enumerate(plays):
            points.setdefault(play.scenario, []).append((index, play.rating))
        self.trend.set_series(
            [Series(titles.get(case, case), tuple(found)) for case, found in points.items()]
        )
        catalog = reader()
        self.table.set_rows(
            [
                (
                    _date(play.finished, catalog),
                    titles.get(play.scenario, play.scenario),
                    str(play.rating),
                    money(play.regret, catalog.language),
                )
                for play in reversed(plays)
            ],
            (2, 3),
        )

    def _bars(self, shares: Sequence[Share], names: Sequence[str]) -> list[Bar]:
        catalog = reader()
        bars = []
        for share, name in zip(shares, names, strict=True):
            amount = self.tr("{careful} of {count}")
            amount = amount.replace("{careful}", str(share.careful))
            amount = amount.replace("{count}", str(share.count))
            says = self.tr(
                "{name}: {amount} best or sound; on average a decision cost {regret} too much"
            )
            says = says.replace("{name}", name).replace("{amount}", amount)
            says = says.replace("{regret}", money(share.mean_regret, catalog.language))
            shown = f"{amount} · {euros(share.mean_regret)}"
            bars.append(Bar(name, 0, share.percent, shown, Look.MONEY, says))
        return bars

    # --- layout --------------------------------------------------------------------------

    def _section(self, title: str, lead: str, parts: Sequence[QWidget]) -> Section:
        section = Section(title, lead)
        for part in parts:
            section.column.addWidget(part)
        self.column.addWidget(section)
        return section

    def _buttons(self) -> QWidget:
        box = QWidget()
        flow = Flow(230)
        box.setLayout(flow)
        self.export_plays = Button(self.tr("Plays as CSV"))
        self.export_plays.clicked.connect(lambda: self.export_wanted.emit("plays"))
        self.export_decisions = Button(self.tr("Decisions as CSV"))
        self.export_decisions.clicked.connect(lambda: self.export_wanted.emit("decisions"))
        self.forget = Button(self.tr("Delete my data"))
        self.forget.clicked.connect(self.forget_wanted)
        for button in (self.export_plays, self.export_decisions, self.forget):
            flow.addWidget(button)
        return box


def _date(finished: str, catalog: Catalog) -> str:
    try:
        return calendar_date(datetime.fromisoformat(finished).astimezone(), catalog)
    except ValueError:
        return finished


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
