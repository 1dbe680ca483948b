"""The set-up of a workshop: what is played, how, for how long, and over which network."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.engine.coverage import insurance_terms
from app.engine.scenario import Scenario
from app.gui.language import OWN_NAMES, current, reader
from app.gui.theme import theme_of
from app.gui.widgets.cards import Card, OptionCard, Tag
from app.gui.widgets.counter import Counter
from app.gui.widgets.flow import Flow
from app.gui.widgets.layouts import clear, show_all, tab_after
from app.gui.widgets.page import Page, Split
from app.gui.widgets.text import Button, label
from app.gui.workshop.network_box import NetworkBox
from app.gui.workshop.plan import Held, Plan
from app.workshop.agenda import LENGTHS
from app.workshop.events import Mode, TieRule
from app.workshop.naming import mode_name, tie_name
from app.workshop.network import Interface
from app.workshop.preset import PresetError, preset_files, read_preset

_PRESET = "preset:"


class SetupScreen(Page):
    """``open_wanted`` carries a ``Plan``, ``resume_wanted`` the log of an unfinished workshop.

    ``product_wanted``: the form for one's own insurance product, with a preset's file or None.
    """

    open_wanted = Signal(object)
    resume_wanted = Signal(object)
    product_wanted = Signal(object)
    back_wanted = Signal()

    def __init__(
        self,
        scenarios: Sequence[Scenario],
        unfinished: Sequence[Held] = (),
        finished: Sequence[Held] = (),
        known: tuple[Interface, ...] | None = None,
    ) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Host a workshop"))
        self._scenarios = {scenario.id: scenario for scenario in scenarios}
        self.resume = [self._resume_card(one) for one in unfinished]
        self.past = [self._past_button(one) for one in finished]
        cases = [
            OptionCard(one.id, reader(one).text(one.title), reader(one).text(one.summary))
            for one in scenarios
        ]
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._groups: dict[str, QWidget] = {}
        self.cases = self._group(self.tr("Case"), cases, 420)
        self._terms_box = QWidget()
        self._terms_flow = Flow(300)
        self.terms: tuple[OptionCard, ...] = ()
        self._add_terms()
        self.modes = self._group(self.tr("Who decides"), self._modes(), 190)
        self._add_teams()
        ties = [OptionCard(rule.value, tie_name(rule, reader()), "") for rule in TieRule]
        self.ties = self._group(self.tr("At a tie"), ties, 190)
        self._tie_part = self._groups[self.tr("At a tie")]
        self.lengths = self._group(
            self.tr("Minutes with the debrief"),
            [OptionCard(str(minutes), str(minutes), "") for minutes in LENGTHS],
            80,
            self._right,
        )
        self.languages = self._group(
            self.tr("Language of the room"),
            [OptionCard(code, name, "") for code, name in OWN_NAMES.items()],
            130,
            self._right,
        )
        self.network = NetworkBox(known)
        self.provider = _field(self.tr("Your firm"))
        self.provider_address = _field(self.tr("Its address"))
        self.contact = _field(self.tr("Phone or e-mail"))
        self.back = Button(self.tr("Back"), "quiet", "back")
        self.back.clicked.connect(self.back_wanted)
        self.open_button = Button(self.tr("Open the room"), "primary")
        self.open_button.clicked.connect(self._open)
        self.add_buttons([self.back], [self.open_button])
        self._arrange()
        self._choose_first()
        self.network.changed.connect(self._change)
        self._change()

    # --- what is chosen --------------------------------------------------------------------

    def plan(self) -> Plan | None:
        """What is set up; None while there is no case."""
        scenario = self._scenarios.get(_checked(self.cases))
        terms = _checked(self.terms)
        if scenario is None or not terms:
            return None
        own = terms.startswith(_PRESET)
        mode = Mode(_checked(self.modes))
        return Plan(
            scenario=scenario,
            language=_checked(self.languages),
            terms="" if own else terms,
            preset=Path(terms.removeprefix(_PRESET)) if own else None,
            mode=mode,
            tie_rule=TieRule(_checked(self.ties)),
            teams=self.teams.value if mode is Mode.TEAMS else 0,
            minutes=int(_checked(self.lengths)),
            provider=self.provider.text().strip(),
            provider_address=self.provider_address.text().strip(),
            contact=self.contact.text().strip(),
            address=self.network.address,
            port=self.network.port.value,
        )

    def show_terms(self, chosen: Path | None = None) -> None:
        """Offer the insurance terms of the case that is chosen, and one's own products."""
        scenario = self._scenarios.get(_checked(self.cases))
        before = f"{_PRESET}{chosen}" if chosen else _checked(self.terms)
        clear(self._terms_flow)
        cards = [] if scenario is None else self._shipped_terms(scenario)
        cards += self._own_terms()
        for card in cards:
            self._terms_flow.addWidget(card)
            card.clicked.connect(self._change)
        self.terms = tuple(cards)
        if self.cases:
            tab_after(self.cases[-1], self.terms)
        default = scenario.default_terms if scenario is not None else ""
        if not _check(self.terms, before):
            _check(self.terms, default)
        show_all(self._terms_flow)
        self._change()

    def focus_first(self) -> None:
        """Put the keyboard on the workshop to take up, or on the first case."""
        first: QWidget = next(iter((*self.resume, *self.cases)), self.back)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
            return
        super().keyPressEvent(event)

    def _shipped_terms(self, scenario: Scenario) -> list[OptionCard]:
        words, cards = reader(scenario), []
        known = insurance_terms(scenario)
        for id_ in scenario.terms:
            own = scenario.terms_names.get(id_)
            name = words.text(own) if own is not None else words.message(known[id_].name)
            cards.append(OptionCard(id_, name, ""))
        return cards

    def _own_terms(self) -> list[OptionCard]:
        cards = []
        for path in preset_files():
            try:
                preset = read_preset(path)
            except PresetError as error:
                card = OptionCard(f"{_PRESET}{path}", path.stem, reader().why(error))
                card.setEnabled(False)
            else:
                card = OptionCard(f"{_PRESET}{path}", preset.name, preset.provider)
            cards.append(card)
        return cards

    def _offer(self) -> None:
        self.show_terms()

    # --- inside ----------------------------------------------------------------------------

    def _open(self) -> None:
        plan = self.plan()
        if plan is not None:
            self.open_wanted.emit(plan)

    def _change(self) -> None:
        mode = _checked(self.modes)
        self._teams_row.setVisible(mode == Mode.TEAMS.value)
        self._tie_part.setVisible(mode != Mode.SOLO.value)
        self.edit.setVisible(_checked(self.terms).startswith(_PRESET))
        possible = self.plan() is not None and self.network.is_possible()
        self.open_button.setEnabled(possible)

    def _choose_first(self) -> None:
        for cards in (self.cases, self.modes, self.ties):
            if cards:
                cards[0].setChecked(True)
        _check(self.lengths, "75")
        _check(self.languages, current()) or _check(self.languages, "en")
        self.show_terms()
        for card in self.cases:
            card.clicked.connect(self._offer)

    def _modes(self) -> list[OptionCard]:
        told = {
            Mode.ROOM: self.tr("All vote, the majority decides."),
            Mode.TEAMS: self.tr("Each team plays the same server."),
            Mode.SOLO: self.tr("Everybody plays the same server alone."),
        }
        return [OptionCard(one.value, mode_name(one, reader()), told[one]) for one in Mode]

    def _group(
        self,
        caption: str,
        cards: list[OptionCard],
        width: int,
        side: QVBoxLayout | None = None,
    ) -> tuple[OptionCard, ...]:
        # Cards exclude each other within a parent of their own.
        group = QWidget()
        group.setAccessibleName(caption)
        box = QVBoxLayout(group)
        box.setContentsMargins(0, 0, 0, theme_of().space(3))
        box.setSpacing(theme_of().space(2))
        box.addWidget(label(caption, "strong"))
        flow = Flow(width)
        box.addLayout(flow)
        for card in cards:
            flow.addWidget(card)
            card.clicked.connect(self._change)
        (side or self._left).addWidget(group)
        self._groups[caption] = group
        return tuple(cards)

    def _add_terms(self) -> None:
        box = QVBoxLayout(self._terms_box)
        box.setContentsMargins(0, 0, 0, theme_of().space(3))
        box.setSpacing(theme_of().space(2))
        box.addWidget(label(self.tr("Insurance"), "strong"))
        box.addLayout(self._terms_flow)
        self._terms_box.setAccessibleName(self.tr("Insurance"))
        self.product = Button(self.tr("Enter your own product"), "link", "pencil")
        self.product.clicked.connect(lambda: self.product_wanted.emit(None))
        self.edit = Button(self.tr("Change this product"), "link")
        self.edit.clicked.connect(self._edit)
        row = QHBoxLayout()
        row.addWidget(self.product)
        row.addWidget(self.edit)
        row.addStretch(1)
        box.addLayout(row)
        self._left.addWidget(self._terms_box)

    def _edit(self) -> None:
        self.product_wanted.emit(Path(_checked(self.terms).removeprefix(_PRESET)))

    def _add_teams(self) -> None:
        self.teams = Counter(self.tr("Number of teams"), 2, 30, 3)
        self._teams_row = QWidget()
        row = QHBoxLayout(self._teams_row)
        row.setContentsMargins(0, 0, 0, theme_of().space(3))
        row.addWidget(label(self.tr("Number of teams"), "body"))
        row.addWidget(self.teams)
        row.addWidget(label(self.tr("4 to 6 people in each work best."), "small", "muted"), 1)
        self._left.addWidget(self._teams_row)

    def _resume_card(self, one: Held) -> Card:
        title = self.tr("Take up the workshop of {date}").replace("{date}", one.when)
        card = Card(
            title, one.title, [Tag("forward", "", "on_accent")], title_role="heading", primary=True
        )
        card.clicked.connect(lambda: self.resume_wanted.emit(one.path))
        return card

    def _past_button(self, one: Held) -> Button:
        text = self.tr("{date}: {case}").replace("{date}", one.when).replace("{case}", one.title)
        button = Button(text, "link")
        button.clicked.connect(lambda: self.resume_wanted.emit(one.path))
        return button

    def _arrange(self) -> None:
        theme = theme_of()
        self.body.setSpacing(theme.space(4))
        self.body.addWidget(label(self.tr("Host a workshop"), "title", wrap=True))
        for card in self.resume:
            self.body.addWidget(card)
        left, right = QWidget(), QWidget()
        self._right.addWidget(label(self.tr("For certificates and the report"), "strong"))
        for field in (self.provider, self.provider_address, self.contact):
            self._right.addWidget(field)
        self._right.addSpacing(theme.space(3))
        self._right.addWidget(self.network)
        if self.past:
            self._right.addSpacing(theme.space(3))
            held = self.tr("Reports and certificates of past workshops")
            self._right.addWidget(label(held, "strong", wrap=True))
        for button in self.past:
            self._right.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        for side, column in ((left, self._left), (right, self._right)):
            column.addStretch(1)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.space(2))
            side.setLayout(column)
        self.body.addWidget(Split([(left, 60), (right, 40)], 880))
        self.body.addStretch(1)


def _field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setProperty("role", "body")
    field.setMaxLength(120)
    field.setAccessibleName(name)
    field.setPlaceholderText(name)
    return field


def _check(cards: Sequence[OptionCard], option: str) -> bool:
    """Check the card of an option; whether there is one that can be."""
    for card in cards:
        if card.option == option and card.isEnabled():
            card.setChecked(True)
            return True
    return False


def _checked(cards: Sequence[OptionCard]) -> str:
    return next((card.option for card in cards if card.isChecked()), "")
