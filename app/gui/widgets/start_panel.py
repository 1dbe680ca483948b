"""Where to start a test play: a node, a way to it, and the values and facts there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QDoubleValidator, QIntValidator, QWheelEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.engine.coverage import insurance_terms
from app.engine.domain import BOOLEAN, Domain
from app.engine.scenario import CLOCK_SLOT, INSURED_SLOT, MAX_MINUTES, Scenario
from app.engine.state import Deal, State
from app.gui.theme import theme_of
from app.gui.widgets.layouts import clear, show_all, tab_after
from app.gui.widgets.scroll import Scroll
from app.gui.widgets.select import Select
from app.gui.widgets.text import Button, label


class WordBox(Select):
    """One of some words; ``code`` is its number. The wheel scrolls the page instead."""

    def __init__(self, words: Sequence[str], code: int) -> None:
        super().__init__()
        self.addItems(list(words))
        self.setCurrentIndex(code)
        self.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def code(self) -> int:
        """The stored value."""
        return self.currentIndex()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class NumberBox(QLineEdit):
    """A whole number; while it is none, the one given holds."""

    def __init__(self, low: int, high: int, code: int) -> None:
        super().__init__(str(code))
        self._given = code
        self.setValidator(QIntValidator(max(low, -(2**31)), min(high, 2**31 - 1)))
        self.setFixedWidth(theme_of().px(110))

    def code(self) -> int:
        """The stored value."""
        return int(self.text()) if self.hasAcceptableInput() else self._given


class MoneyBox(QLineEdit):
    """An amount in EUR, stored in cents; while it is none, the one given holds."""

    def __init__(self, code: int) -> None:
        super().__init__(f"{code / 100:.2f}")
        self._given = code
        validator = QDoubleValidator(0, 10**9, 2)
        validator.setNotation(QDoubleValidator.Notation.StandardNotation)
        validator.setLocale(QLocale.c())
        self.setValidator(validator)
        self.setFixedWidth(theme_of().px(110))

    def code(self) -> int:
        """The stored value."""
        return round(float(self.text()) * 100) if self.hasAcceptableInput() else self._given


Box = WordBox | NumberBox | MoneyBox


class StartPanel(QWidget):
    """``play_wanted`` carries the State to play from."""

    play_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._node = ""
        self._scenario: Scenario | None = None
        self._ways: Sequence[State] = ()
        self.values: dict[int, Box] = {}
        self.facts: dict[str, Box] = {}
        self._given: dict[int, int] = {}
        self.heading = label(self.tr("Choose a node"), "strong", wrap=True)
        self.about = label("", "small", "muted", wrap=True)
        self.way = Select()
        self.way.setAccessibleName(self.tr("Way to this node"))
        self.way.setSizeAdjustPolicy(WordBox([], -1).sizeAdjustPolicy())
        self.way.currentIndexChanged.connect(self._fill)
        self.steps = label("", "small", "muted", wrap=True)
        self.terms = Select()
        self.terms.setAccessibleName(self.tr("Insurance"))
        self.terms.setSizeAdjustPolicy(WordBox([], -1).sizeAdjustPolicy())
        self.terms.currentIndexChanged.connect(self._tell)
        self.own = label("", "small", "warning", wrap=True)
        self.play_button = Button(self.tr("Play from here"), "primary", "forward")
        self.play_button.clicked.connect(self._play)
        self.play_button.setEnabled(False)
        inner = self._inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self._forms = QVBoxLayout()
        for widget in (self.heading, self.about, self.way, self.steps, self.terms):
            column.addWidget(widget)
        column.addLayout(self._forms)
        column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addWidget(self.own)
        foot.addWidget(self.play_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Scroll(inner, self.tr("Start of a test play")), 1)
        whole.addLayout(foot)

    def show_node(
        self, scenario: Scenario, node: str, about: str, ways: Sequence[State] | None
    ) -> None:
        """Show a node; ``ways`` is None while they are still being looked for."""
        title = scenario.nodes[node].title
        self._scenario, self._node, self._ways = scenario, node, ways or ()
        self.heading.setText(node if title is None else title.source)
        self.about.setText(about)
        self.terms.blockSignals(True)
        self.terms.clear()
        self.terms.addItems(list(scenario.terms))
        self.terms.blockSignals(False)
        self.way.blockSignals(True)
        self.way.clear()
        for number, way in enumerate(self._ways, 1):
            decisions = sum(bool(s.legal_choices()) for s in way.history()[:-1])
            told = self.tr("Way {n} · decisions: {decisions} · minute {minutes}")
            told = told.replace("{n}", str(number)).replace("{decisions}", str(decisions))
            self.way.addItem(told.replace("{minutes}", str(way.minutes)))
        if not self._ways:
            looking, none = self.tr("Looking for ways…"), self.tr("No way leads here")
            self.way.addItem(looking if ways is None else none)
        self.way.setCurrentIndex(0)
        self.way.setEnabled(len(self._ways) > 1)
        self.way.blockSignals(False)
        self.play_button.setEnabled(True)
        self._fill()

    def chosen_state(self) -> State | None:
        """Where the test play begins: the way as it is, or the values as they were edited."""
        scenario = self._scenario
        if scenario is None:
            return None
        way = self._way()
        if way is not None and not self.is_edited():
            return way
        terms = insurance_terms(scenario)[self.terms.currentText()]
        values = list(self._base().values)
        for slot, box in self.values.items():
            # A box may be narrower than what the slot holds; untouched ones keep it.
            if box.code() != self._given[slot]:
                values[slot] = box.code()
        values[INSURED_SLOT] = int(terms.in_force)
        world = tuple(self.facts[fact.id].code() for fact in scenario.facts)
        return State(scenario, terms, Deal(0, world), self._node, tuple(values))

    def is_edited(self) -> bool:
        """Whether anything differs from the way that was chosen."""
        base = self._base()
        facts = tuple(box.code() for box in self.facts.values())
        return (
            self._way() is None
            or any(box.code() != self._given[slot] for slot, box in self.values.items())
            or facts != base.deal.world
            or self.terms.currentText() != base.terms.id
        )

    # --- inside --------------------------------------------------------------------------

    def _way(self) -> State | None:
        index = self.way.currentIndex()
        return self._ways[index] if 0 <= index < len(self._ways) else None

    def _base(self) -> State:
        """The way chosen, or the start of the story where none leads here."""
        assert self._scenario is not None
        way = self._way()
        if way is not None:
            return way
        return State.start(
            self._scenario,
            insurance_terms(self._scenario)[self._scenario.default_terms],
            0,
        )

    def _fill(self) -> None:
        scenario = self._scenario
        if scenario is None:
            return
        base, way = self._base(), self._way()
        moves = [state.action for state in way.history()[1:]] if way is not None else []
        self.steps.setText(" › ".join(moves))
        self.steps.setVisible(bool(moves))
        clear(self._forms)
        self.terms.blockSignals(True)
        self.terms.setCurrentText(base.terms.id)
        self.terms.blockSignals(False)
        hidden = QFormLayout()
        self.facts = {}
        for fact, code in zip(scenario.facts, base.deal.world, strict=True):
            self.facts[fact.id] = _box(fact.domain, code)
            self._add(hidden, fact.id, self.facts[fact.id])
        public = QFormLayout()
        self.values = {CLOCK_SLOT: NumberBox(0, MAX_MINUTES, base.minutes)}
        self._add(public, self.tr("minutes"), self.values[CLOCK_SLOT])
        for slot, name, box in _public_boxes(scenario, base):
            self.values[slot] = box
            self._add(public, name, box)
        self._given = {slot: box.code() for slot, box in self.values.items()}
        for caption, form in (
            (self.tr("Hidden facts"), hidden),
            (self.tr("Public values"), public),
        ):
            self._forms.addWidget(label(caption, "small_strong"))
            holder = QWidget()
            holder.setLayout(form)
            form.setContentsMargins(0, 0, 0, 8)
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
            self._forms.addWidget(holder)
        tab_after(self.terms, (*self.facts.values(), *self.values.values()))
        # Measured now: a column that is filled anew later would be squeezed until then.
        show_all(self._forms)
        self._inner.adjustSize()
        self._tell()

    def _add(self, form: QFormLayout, name: str, box: Box) -> None:
        box.setAccessibleName(name)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if isinstance(box, WordBox):
            box.currentIndexChanged.connect(self._tell)
        else:
            box.textChanged.connect(self._tell)
        form.addRow(label(name, "small"), box)

    def _tell(self) -> None:
        own = self.tr("These values are your own: such a play has no review.")
        self.own.setText(own if self._scenario is not None and self.is_edited() else "")
        self.own.setVisible(bool(self.own.text()))

    def _play(self) -> None:
        state = self.chosen_state()
        if state is not None:
            self.play_wanted.emit(state)


def _public_boxes(scenario: Scenario, base: State) -> list[tuple[int, str, Box]]:
    """Slot, name and editor of each variable, loss and breach."""
    found: list[tuple[int, str, Box]] = []
    for variable in scenario.variables:
        slot = scenario.slot(variable.id)
        found.append((slot, variable.id, _box(variable.domain, base.values[slot])))
    for index, head in enumerate(scenario.heads):
        slot = scenario.first_head + index
        found.append((slot, f"loss_{head.id} €", MoneyBox(base.values[slot])))
    for index, duty in enumerate(scenario.duties):
        slot = scenario.first_duty + index
        found.append((slot, f"breach_{duty.id}", _box(BOOLEAN, base.values[slot])))
    return found


def _box(domain: Domain, code: int) -> Box:
    if domain.is_bool:
        return WordBox(("false", "true"), code)
    return WordBox(domain.words, code) if domain.words else NumberBox(domain.low, domain.high, code)
