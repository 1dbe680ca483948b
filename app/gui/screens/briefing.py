"""The briefing: the contract, whose job the backup is, the insurance, and which server."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.engine.coverage import InsurancePolicy, insurance_terms
from app.engine.law import CapKind, Contract, ContractKind
from app.engine.scenario import Scenario
from app.gui.language import current, reader
from app.gui.theme import theme_of
from app.gui.widgets.cards import OptionCard, Tag
from app.gui.widgets.layouts import clear, show_all, tab_after
from app.gui.widgets.meters import euros
from app.gui.widgets.scroll import Scroll
from app.gui.widgets.text import Button, Prose, label, rule
from app.play.wording import number

ANY_SERVER = -1


class BriefingScreen(QWidget):
    """Says ``start_wanted`` with the id of the insurance terms, the number of the server, and
    whether it is an examination.

    The number is ``ANY_SERVER`` when the player does not care.
    """

    start_wanted = Signal(str, int, bool)
    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.options: tuple[OptionCard, ...] = ()
        self._scenario: Scenario | None = None
        self._title = label("", "title", wrap=True)
        self._text = Prose()
        self._contract = QVBoxLayout()
        self._contract.setSpacing(10)
        self._terms = QVBoxLayout()
        self._terms.setSpacing(8)
        self.seed = QLineEdit()
        self.seed.setProperty("role", "body")
        self.seed.setPlaceholderText(self.tr("any"))
        self.seed.setAccessibleName(self.tr("Server number"))
        self.seed.setMaximumWidth(theme_of().px(140))
        self.seed.setValidator(QRegularExpressionValidator("[0-9]{0,9}", self.seed))
        self.exam = QCheckBox(self.tr("As an examination"))
        self.exam.setProperty("role", "body")
        self.start_button = Button(self.tr("Take the call"), "primary")
        self.start_button.clicked.connect(self._start)
        self.back_button = Button(self.tr("Back"), "quiet", "back")
        self.back_button.clicked.connect(self.back_wanted)
        self._arrange()

    def show_scenario(self, scenario: Scenario) -> None:
        """Brief the player on this case."""
        self._scenario = scenario
        self._title.setText(reader(scenario).text(scenario.title))
        clear(self._terms)
        options = []
        known = insurance_terms(scenario)
        for terms_id in scenario.terms:
            own = scenario.terms_names.get(terms_id)
            name = None if own is None else reader(scenario).text(own)
            card = self._terms_card(known[terms_id], name)
            card.setChecked(terms_id == scenario.default_terms)
            card.toggled.connect(self._show_text)
            options.append(card)
            self._terms.addWidget(card)
        self.options = tuple(options)
        tab_after(self._scroll, self.options)
        clear(self._contract)
        for caption, text in self._contract_lines(scenario.contract):
            row = QVBoxLayout()
            row.setSpacing(0)
            row.addWidget(label(caption, "caption", "muted"))
            row.addWidget(label(text, "body", wrap=True))
            self._contract.addLayout(row)
        show_all(self._terms)
        show_all(self._contract)
        self.seed.clear()
        self.exam.setChecked(False)
        self._show_text()
        self.start_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def terms_id(self) -> str:
        """The insurance terms that are checked."""
        return next((card.option for card in self.options if card.isChecked()), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 9 check insurance terms, Enter starts, Esc goes back."""
        key = event.key()
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and key - Qt.Key.Key_1 < len(self.options):
            self.options[key - Qt.Key.Key_1].setChecked(True)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._start()
        elif key == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _start(self) -> None:
        number = int(self.seed.text() or ANY_SERVER)
        self.start_wanted.emit(self.terms_id, number, self.exam.isChecked())

    def _show_text(self) -> None:
        if self._scenario is None or not self.terms_id:
            return
        insured = insurance_terms(self._scenario)[self.terms_id].in_force
        values = self._scenario.initial_values(insured)
        shown = (p for p in self._scenario.briefing if p.when is None or p.when.holds(values))
        words = reader(self._scenario)
        self._text.set_paragraphs([words.text(passage.text) for passage in shown])

    def _contract_lines(self, contract: Contract) -> list[tuple[str, str]]:
        kinds = {
            ContractKind.SERVICE: self.tr(
                "Full service. You owe careful work, not a result (§ 611 BGB)."
            ),
            ContractKind.WORKS: self.tr("Contract for works. You owe the result (§ 631 BGB)."),
        }
        caps = {
            CapKind.NONE: self.tr("None. You are liable without limit."),
            CapKind.STANDARD_TERMS: self.tr(
                "{amount}, in your standard terms. Courts let such a clause stand only in part."
            ),
            CapKind.NEGOTIATED: self.tr(
                "{amount}, negotiated. It does not hold for gross negligence."
            ),
        }
        cap = caps[contract.cap_kind].replace("{amount}", euros(contract.cap))
        return [
            (self.tr("Your contract"), kinds[contract.kind]),
            (self.tr("Limit of liability"), cap),
        ]

    def _terms_card(self, terms: InsurancePolicy, own_name: str | None) -> OptionCard:
        names = {
            "none": self.tr("No insurance"),
            "small": self.tr("Small policy"),
            "solid": self.tr("Solid policy"),
            "hard": self.tr("Hard mode"),
        }
        premium = self.tr("{amount} a year").replace("{amount}", euros(terms.premium))
        tags = [Tag("shield", premium)] if terms.in_force else []
        name = own_name or names.get(terms.id, terms.name)
        return OptionCard(terms.id, name, self._terms_text(terms), tags)

    def _terms_text(self, terms: InsurancePolicy) -> str:
        if not terms.in_force:
            return self.tr("Whatever you owe the client, you pay yourself, and your lawyer too.")
        parts = [
            self.tr("Pays up to {amount} for each claim").replace(
                "{amount}", euros(terms.sum_insured)
            )
        ]
        if terms.sublimit is not None:
            parts.append(
                self.tr("but for purely financial loss at most {amount}").replace(
                    "{amount}", euros(terms.sublimit)
                )
            )
        text = ", ".join(parts) + ". "
        if terms.deductible_rate:
            share = self.tr("Your deductible: {percent} % of the payment, {low} to {high}.")
            share = share.replace(" %", "\N{NO-BREAK SPACE}%")
            return text + (
                share.replace("{percent}", number(round(terms.deductible_rate * 100), current()))
                .replace("{low}", euros(terms.deductible_min))
                .replace("{high}", euros(terms.deductible_max))
            )
        return text + self.tr("Your deductible: {amount}.").replace(
            "{amount}", euros(terms.deductible)
        )

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self._title)
        left.addWidget(self._text)
        left.addWidget(rule())
        left.addLayout(self._contract)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(
            label(self.tr("Your professional indemnity insurance"), "strong", wrap=True)
        )
        right.addLayout(self._terms)
        right.addSpacing(8)
        right.addWidget(label(self.tr("Which server"), "strong"))
        seed_row = QHBoxLayout()
        seed_row.setSpacing(12)
        seed_row.addWidget(self.seed)
        same = self.tr("The same number hides the same faults. Leave it empty for a new server.")
        seed_row.addWidget(label(same, "small", "muted", wrap=True), 1)
        right.addLayout(seed_row)
        right.addSpacing(8)
        right.addWidget(label(self.tr("For practice, or for the record"), "strong", wrap=True))
        right.addWidget(self.exam)
        strict = self.tr("No undo and no hints; play screen, review and certificate say so.")
        self.exam.setAccessibleDescription(strict)
        right.addWidget(label(strict, "small", "muted", wrap=True))
        right.addStretch(1)
        inner = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._columns.setContentsMargins(40, 32, 40, 24)
        self._columns.setSpacing(48)
        self._columns.addLayout(left, 55)
        self._columns.addLayout(right, 45)
        foot = QFrame()
        foot.setProperty("surface", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 12, 40, 12)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.start_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._scroll = Scroll(inner, self.tr("Briefing"))
        whole.addWidget(self._scroll, 1)
        whole.addWidget(foot)
