"""The waterfall: from the client's loss through claim and law to who pays what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.engine.settlement import Settlement, Step
from app.gui.widgets.bars import Bar, BarChart, Look
from app.play.catalog import ENGLISH, Catalog
from app.play.citations import cited
from app.play.wording import money, sentence


@dataclass(frozen=True, slots=True)
class Line:
    """A step in words: what a row of the chart, of the list and of the table says."""

    title: str
    amount: str
    reason: str
    source: str


class WaterfallChart(BarChart):
    """The waterfall of a settlement. ``lines`` has each row's title, amount, reason, source."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("WaterfallChart", "From the loss to who pays"))
        self._lines: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The rows in words."""
        return self._lines

    def set_settlement(self, settlement: Settlement, catalog: Catalog = ENGLISH) -> None:
        """Show a settlement; the largest cut is selected."""
        rows = _Rows(catalog)
        rows.client(settlement)
        rows.insurer(settlement)
        rows.you(settlement)
        self._lines = tuple(rows.lines)
        cuts = {i: bar.start - bar.end for i, bar in enumerate(rows.bars) if bar.joined}
        self.set_bars(rows.bars, max(cuts, key=lambda i: cuts[i], default=0))


class _Rows:
    """Collects rows with their words."""

    def __init__(self, catalog: Catalog) -> None:
        self.bars: list[Bar] = []
        self.lines: list[Line] = []
        self._catalog = catalog

    def client(self, settlement: Settlement) -> None:
        """Loss, claim, and what is justified of it."""
        translate = QCoreApplication.translate
        self._total(
            translate("WaterfallChart", "The client's loss"),
            settlement.client_loss,
            Look.LOSS,
            translate("WaterfallChart", "What the client has lost, whoever answers for it."),
            heading=translate("WaterfallChart", "What the client claims, and what is justified"),
        )
        self._steps(settlement.liability_steps, Look.MONEY_PART, Look.PLAIN)
        if not settlement.coverage_steps:
            self._total(
                translate("WaterfallChart", "Justified claim"),
                settlement.justified_claim,
                Look.MONEY,
                translate("WaterfallChart", "Nobody has a claim against you."),
            )

    def insurer(self, settlement: Settlement) -> None:
        """From the justified claim to what the insurer pays."""
        translate = QCoreApplication.translate
        heading = translate("WaterfallChart", "What the insurer pays")
        self._steps(settlement.coverage_steps, Look.LOSS_PART, Look.MONEY, heading)
        self._total(
            translate("WaterfallChart", "The insurer pays"),
            settlement.insurer_pays,
            Look.MONEY,
            translate("WaterfallChart", "What the insurer pays to the client for you."),
            heading="" if settlement.coverage_steps else heading,
        )

    def you(self, settlement: Settlement) -> None:
        """What adds up to your retained loss."""
        translate = QCoreApplication.translate
        heading = translate("WaterfallChart", "What you pay yourself")
        self._steps(settlement.own_steps, Look.MONEY_PART, Look.LOSS_PART, heading)
        self._total(
            translate("WaterfallChart", "You pay"),
            settlement.you_pay,
            Look.LOSS,
            translate("WaterfallChart", "All of the above together: your retained loss."),
            heading="" if settlement.own_steps else heading,
        )

    def _steps(self, steps: Sequence[Step], less: Look, more: Look, heading: str = "") -> None:
        for index, step in enumerate(steps):
            begin = step.balance - step.change
            opening = index == 0 and step.id in _OPENING
            self._row(
                step_line(step, self._catalog),
                begin,
                step.balance,
                less if step.change < 0 else more if step.change else Look.PLAIN,
                heading=heading if index == 0 else "",
                total=opening and more is not Look.LOSS_PART,
                joined=index > 0,
            )

    def _total(self, title: str, cents: int, look: Look, reason: str, *, heading: str = "") -> None:
        line = Line(title, money(cents, self._catalog.language), reason, "")
        self._row(line, 0, cents, look, heading=heading, total=True)

    def _row(
        self, line: Line, start: int, end: int, look: Look, *, heading: str = "",
        total: bool = False, joined: bool = False,
    ) -> None:  # fmt: skip
        says = f"{line.title}: {line.amount}. {line.reason}"
        if line.source:
            says += f" ({line.source})"
        self.lines.append(line)
        self.bars.append(
            Bar(
                label=line.title,
                start=start,
                end=end,
                amount=line.amount,
                look=look,
                says=says,
                heading=heading,
                total=total,
                joined=joined,
            )
        )


_OPENING = ("claim", "justified", "own_costs")
"""Steps that state an amount, be it nothing."""


def step_line(step: Step, catalog: Catalog) -> Line:
    """A step in words. The first of a run has its amount without a sign."""
    amount = money(abs(step.change), catalog.language)
    if step.change == 0 and step.id not in _OPENING:
        amount = QCoreApplication.translate("WaterfallChart", "no change")
    elif step.change < 0:
        amount = f"\N{MINUS SIGN}{amount}"
    elif step.balance != step.change:
        amount = f"+{amount}"
    reason = sentence(step.reason, step.details, catalog)
    return Line(catalog.message(step.title), amount, reason, cited(step.source, catalog))
