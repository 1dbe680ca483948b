"""The claim: the client's letter, the insurer's answer, and the way from one to the other."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.engine.settlement import Settlement
from app.gui.theme import theme_of
from app.gui.widgets.evidence import EvidenceSection
from app.gui.widgets.letter import Letter
from app.gui.widgets.page import Figure, Figures, MapButton, Page, Section, Split
from app.gui.widgets.table import FactTable
from app.gui.widgets.text import Button, label
from app.gui.widgets.waterfall import step_line
from app.gui.widgets.waterfall_view import WaterfallView
from app.play.playthrough import Playthrough
from app.play.retrospect import claimed_heads
from app.play.wording import calendar_date, money


class ClaimScreen(Page):
    """Who claims what, and who pays. Show a finished play with ``show_play``."""

    review_wanted = Signal()
    back_wanted = Signal()
    map_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "display", wrap=True)
        self.subtitle = label("", "body", "muted", wrap=True)
        self.loss = Figure(self.tr("The client's loss"), "loss")
        self.justified = Figure(self.tr("Justified claim"))
        self.insurer = Figure(self.tr("The insurer pays"))
        self.you = Figure(self.tr("You pay"), "loss")
        self.letter = Letter()
        self.answer = Letter(accent=True, signed=False)
        self.waterfall = WaterfallView()
        self.table = FactTable(
            self.tr("Every step with amount, reason and source"),
            [self.tr("Step"), self.tr("Amount"), self.tr("Reason"), self.tr("Source")],
            wide=(2,),
        )
        self.table.hide()
        self.evidence = EvidenceSection()
        self.as_table = Button(self.tr("Show every step as a table"), "link")
        self.as_table.setCheckable(True)
        self.as_table.toggled.connect(self.table.setVisible)
        self.review = Button(self.tr("Review your decisions"), "primary")
        self.review.clicked.connect(self.review_wanted)
        self.back = Button(self.tr("Back to the story"), "quiet", "back")
        self.back.clicked.connect(self.back_wanted)
        self.map = MapButton()
        self.map.clicked.connect(self.map_wanted)
        self.add_buttons([self.back, self.map], [self.review])
        self._arrange()

    def show_play(self, play: Playthrough) -> None:
        """Show the settlement of a play as it stands."""
        settlement = play.settlement()
        language = play.catalog.language
        date = calendar_date(play.view().now, play.catalog)
        self.title.setText(
            self.tr("The claim") if settlement.claim else self.tr("No claim is made")
        )
        self.subtitle.setText(f"{play.catalog.text(play.scenario.title)} · {date}")
        self._fill_figures(settlement, language)
        self._write_letter(play, settlement, date)
        self._write_answer(play, settlement, date)
        self.waterfall.set_settlement(settlement, play.catalog)
        lines = self.waterfall.chart.lines
        self.table.set_rows(
            [(line.title, line.amount, line.reason, line.source) for line in lines], (1,)
        )
        self.evidence.show_play(play)
        self.to_top()

    # --- words -----------------------------------------------------------------------

    def _fill_figures(self, bill: Settlement, language: str) -> None:
        def euros(cents: int) -> str:
            return money(cents, language)

        self.loss.set_amount(
            euros(bill.client_loss),
            self.tr("The client claims {claim} from you.").format(claim=euros(bill.claim))
            if bill.claim
            else self.tr("The client claims nothing from you."),
            zero=not bill.client_loss,
        )
        rest = bill.claim - bill.justified_claim
        self.justified.set_amount(
            euros(bill.justified_claim),
            self.tr("{rest} of the claim is fended off.").format(rest=euros(rest)) if rest else "",
        )
        self.insurer.set_amount(
            euros(bill.insurer_pays),
            self.tr("Fending off the rest costs another {defence}.").format(
                defence=euros(bill.defence_costs)
            )
            if bill.defence_costs
            else "",
        )
        self.you.set_amount(euros(bill.you_pay), self._parts(bill, language), zero=not bill.you_pay)

    def _parts(self, bill: Settlement, language: str) -> str:
        """What the amount you pay is made of: own costs, the rest, what comes back."""
        others = [step.change for step in bill.own_steps if step.id != "own_costs"]
        rest = sum(cents for cents in others if cents > 0)
        back = -sum(cents for cents in others if cents < 0)
        if not bill.you_pay and not bill.own_costs:
            return ""
        if not rest and not back:
            return self.tr("All of it for your own hours and outlays.")
        if not bill.own_costs and not back:
            return self.tr("All of it for the claim.")
        if not rest:
            told = self.tr("{own} for your own hours and outlays, less {back} paid back to you.")
        elif not back:
            told = self.tr("{own} for your own hours and outlays, plus {rest} for the claim.")
        else:
            told = self.tr(
                "{own} for your own hours and outlays, plus {rest} for the claim, less {back} "
                "paid back to you."
            )
        return told.format(
            own=money(bill.own_costs, language),
            rest=money(rest, language),
            back=money(back, language),
        )

    def _write_letter(self, play: Playthrough, bill: Settlement, date: str) -> None:
        language = play.catalog.language
        if not bill.claim:
            self.letter.set_head(self.tr("The client's management"), date, self.tr("Case closed"))
            opening = self.tr(
                "We have looked at what happened to our systems. We make no claim against you and "
                "regard the matter as closed."
            )
            self.letter.set_text(opening, (), None, "")
            return
        failed = calendar_date(play.scenario.calendar.at(0), play.catalog)
        self.letter.set_head(self.tr("The client's management"), date, self.tr("Claim for damages"))
        self.letter.set_text(
            self.tr(
                "Since {date} our systems have failed while they were in your care. We hold you "
                "responsible and put our damage at:"
            ).format(date=failed),
            [(text, money(cents, language)) for text, cents in claimed_heads(play)],
            (self.tr("We claim"), money(bill.claim, language)),
            self.tr("Please confirm within two weeks that you will pay this amount."),
        )

    def _write_answer(self, play: Playthrough, bill: Settlement, date: str) -> None:
        language = play.catalog.language
        terms = play.terms
        policy = play.catalog.message(terms.name)
        if not terms.in_force:
            self.answer.set_head(
                self.tr("No insurer"), date, self.tr("There is nobody to write to")
            )
            opening = self.tr(
                "You have no professional indemnity insurance. Nobody examines the claim for you, "
                "nobody fends off the unjustified part, and nobody pays the justified one."
            )
        else:
            self.answer.set_head(
                self.tr("Your insurer · {policy}").format(policy=policy),
                date,
                self.tr("The insurer's answer"),
            )
            opening = " ".join([self.tr("Your policy is in force."), *self._reasons(play, bill)])
        rows = [(self.tr("Sum insured"), money(terms.sum_insured, language))]
        if terms.sublimit is not None:
            limit = money(terms.sublimit, language)
            rows.append((self.tr("Sublimit for pure financial loss"), limit))
        lines = [step_line(step, play.catalog) for step in bill.coverage_steps]
        rows += [(line.title, line.amount) for line in lines]
        total = (self.tr("The insurer pays"), money(bill.insurer_pays, language))
        if terms.in_force:
            closing = self.tr("You bear {amount} yourself.").format(
                amount=money(bill.you_pay, language)
            )
            self.answer.set_text(opening, rows if bill.claim else (), total, closing)
        else:
            amount = money(bill.you_pay, language)
            self.answer.set_text(opening, (), (self.tr("You bear"), amount), "")

    def _reasons(self, play: Playthrough, bill: Settlement) -> list[str]:
        if not bill.coverage_steps:
            return [self.tr("No claim has been made, so there is nothing to settle.")]
        language = play.catalog.language
        accepted = self.tr("Of the {claim} claimed, {justified} are justified.").format(
            claim=money(bill.claim, language), justified=money(bill.justified_claim, language)
        )
        rest = bill.coverage_steps[1:]
        return [accepted, *(step_line(step, play.catalog).reason for step in rest)]

    # --- looks -----------------------------------------------------------------------

    def _arrange(self) -> None:
        head = QWidget()
        lines = QVBoxLayout(head)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme_of().space(1))
        lines.addWidget(self.title)
        lines.addWidget(self.subtitle)
        self.body.addWidget(head)
        self.body.addWidget(Figures([self.loss, self.justified, self.insurer, self.you]))
        self.body.addWidget(Split([(self.letter, 1), (self.answer, 1)], 760))
        section = Section(
            self.tr("From the loss to who pays"),
            self.tr("Select a step to read its reason. Up and Down move from step to step."),
        )
        section.column.addWidget(self.waterfall)
        section.column.addWidget(self.as_table)
        section.column.addWidget(self.table)
        section.column.addWidget(
            label(
                self.tr(
                    "This shows how such a case is weighed. It teaches; it is no legal advice."
                ),
                "small",
                "muted",
                wrap=True,
            )
        )
        self.body.addWidget(section)
        self.body.addWidget(self.evidence)
        self.body.addStretch(1)
