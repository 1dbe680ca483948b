"""The static side of a game: a scenario is immutable and knows nothing of any play.

Everything a play can change lives in one tuple of ints, the *public values*, with one slot
per name: the clock, whether insurance is in force, the variables, the loss per head, and
the breach of each duty. Hidden facts follow after them, visible to chance nodes only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from app.engine.clock import Calendar
from app.engine.expression import BOOLEAN, Domain, Expression, Symbol
from app.engine.facts import Fact
from app.engine.law import Contract

if TYPE_CHECKING:
    # coverage reads scenarios, so only the type is taken from there.
    from app.engine.coverage import InsurancePolicy

MAX_MINUTES = 60 * 24 * 365
MAX_CENTS = 10**12

CLOCK_SLOT = 0
INSURED_SLOT = 1
FIRST_FREE_SLOT = 2


@dataclass(frozen=True, slots=True)
class Text:
    """Prose with a stable key (``nodes.first_alarm.text``); translators key on it."""

    key: str
    source: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, shown when its condition on the public values holds."""

    text: Text
    when: Expression | None = None


class PanelKind(StrEnum):
    """The things on the player's desk."""

    TERMINAL = "terminal"
    TICKET = "ticket"
    MAIL = "mail"
    PHONE = "phone"
    LETTER = "letter"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class Panel:
    """A document or device shown beside the story."""

    kind: PanelKind
    title: Text
    body: Text
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class FactText:
    """What the review calls a hidden fact and its words; no screen of a play shows it."""

    label: Text
    words: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Variable:
    """Public state. ``label`` and ``value_texts`` say what the player sees under "known"."""

    id: str
    domain: Domain
    initial: int
    label: Text | None = None
    value_texts: Mapping[int, Text] = field(default_factory=dict)


class Bearer(StrEnum):
    """Whose pocket a head of loss comes out of first."""

    CLIENT = "client"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Head:
    """A head of loss.

    ``claimed_as``: EUR claimed per EUR of loss (turnover claimed instead of profit: > 1).
    ``new_for_old``: share of the replacement that only betters the client.
    ``provable``: share that the client can prove when your own log contradicts nothing.
    """

    id: str
    text: Text
    bearer: Bearer = Bearer.CLIENT
    claimed_as: Fraction = Fraction(1)
    new_for_old: Fraction = Fraction(0)
    provable: Fraction = Fraction(1)


class Gravity(StrEnum):
    """How bad a breach is; order matters."""

    ORDINARY = "ordinary"
    GROSS = "gross"
    INTENT = "intent"


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty of the provider: what it asks, its legal source, the heads its breach causes.

    The breach is gross negligence when ``gross_when`` holds at the end. With ``by_lab`` it is
    the recovery firm's duty: its breach is yours only as far as § 278 BGB says so.
    """

    id: str
    text: Text
    source: str
    causes: frozenset[str]
    gross_when: Expression | None = None
    by_lab: bool = False


@dataclass(frozen=True, slots=True)
class Accrual:
    """A loss that runs by itself: ``rate`` in cents an hour into ``slot`` while time passes."""

    slot: int
    rate: Expression
    office_hours: bool = True


@dataclass(frozen=True, slots=True)
class Effect:
    """What a choice or outcome does. Time passes first, under the state as it was.

    ``minutes``: how long it takes; ``work``: how many of them are your own unpaid work.
    ``losses``: cents by slot; ``assign``: new values by slot; ``breaches``: duty slots.
    """

    minutes: Expression
    work: Expression
    losses: tuple[tuple[int, Expression], ...] = ()
    assign: tuple[tuple[int, Expression], ...] = ()
    breaches: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """An option at a decision. ``log`` is what goes into the log book when it is taken.

    ``priced``: whether the player could know hours and money beforehand.
    ``keeps``: duties that this choice is an example of keeping.
    ``test``: whether one takes it in order to learn something.
    """

    id: str
    text: Text
    effect: Effect
    then: str
    detail: Text | None = None
    when: Expression | None = None
    log: Text | None = None
    priced: bool = True
    keeps: tuple[str, ...] = ()
    test: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """A way a chance node can turn out; ``weight`` counts in the node's denominator."""

    id: str
    weight: Expression
    effect: Effect
    then: str
    passages: tuple[Passage, ...] = ()
    log: Text | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a decision teaches, in one sentence, and what that rests on."""

    text: Text
    source: str


@dataclass(frozen=True, slots=True)
class Guide:
    """What a workshop's facilitator is told about a decision; no player ever sees it.

    ``expected_answer``: what a good discussion arrives at, and why.
    """

    notes: Text | None = None
    questions: tuple[Text, ...] = ()
    expected_answer: Text | None = None


@dataclass(frozen=True, slots=True)
class DecisionNode:
    """A scene in which the player decides."""

    id: str
    title: Text
    scene: str
    passages: tuple[Passage, ...]
    panels: tuple[Panel, ...]
    choices: tuple[Choice, ...]
    lesson: Lesson | None = None
    guide: Guide | None = None


@dataclass(frozen=True, slots=True)
class ChanceNode:
    """A reveal: the outcome's chance may depend on facts and public values."""

    id: str
    denominator: int
    outcomes: tuple[Outcome, ...]
    title: Text | None = None


class Tone(StrEnum):
    """How an ending feels; picks its picture and colour."""

    SAVED = "saved"
    MIXED = "mixed"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a story line, with prose of its own."""

    id: str
    title: Text
    scene: str
    passages: tuple[Passage, ...]
    panels: tuple[Panel, ...] = ()
    tone: Tone = Tone.MIXED


Node = DecisionNode | ChanceNode | Ending


@dataclass(frozen=True, slots=True)
class Plan:
    """A fixed way to play: a choice for each decision node on its way.

    A retelling also fixes facts and the outcomes of chance nodes.
    """

    id: str
    title: Text
    choices: Mapping[str, str]
    facts: Mapping[str, str] = field(default_factory=dict)
    outcomes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scenario:
    """A whole scenario. Built by ``app.authoring``; the parts are checked by ``graph``."""

    id: str
    title: Text
    summary: Text
    briefing: tuple[Passage, ...]
    calendar: Calendar
    facts: tuple[Fact, ...]
    variables: tuple[Variable, ...]
    heads: tuple[Head, ...]
    duties: tuple[Duty, ...]
    accruals: tuple[Accrual, ...]
    own_time: tuple[int, int] | None
    """Slot of a head, and cents an hour, for your own unpaid work."""
    nodes: Mapping[str, Node]
    start: str
    legal: Mapping[str, Expression]
    """Answers to the questions of ``app.engine.law.QUESTIONS`` (all of them), by public values."""
    unavoidable: Mapping[str, Expression]
    """By head, cents of loss that careful conduct would not have spared the client."""
    contract: Contract
    terms: tuple[str, ...]
    """Ids of the insurance terms on offer, see ``app.engine.coverage.insurance_terms``."""
    default_terms: str
    own_terms: Mapping[str, InsurancePolicy] = field(default_factory=dict)
    """Insurance terms that the scenario itself defines, by id, whether on offer or not."""
    terms_names: Mapping[str, Text] = field(default_factory=dict)
    """What its own insurance terms are called, by id."""
    fact_texts: Mapping[str, FactText] = field(default_factory=dict)
    plans: Mapping[str, Plan] = field(default_factory=dict)
    real_case: Text | None = None
    notes: Text | None = None
    minutes_to_play: int = 20
    content_hash: str = ""
    symbols: Mapping[str, Symbol] = field(default_factory=dict, repr=False)
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False)
    """By language, translated texts by their keys; what is missing reads in its source."""

    @property
    def width(self) -> int:
        """Number of public slots."""
        return FIRST_FREE_SLOT + len(self.variables) + len(self.heads) + len(self.duties)

    @property
    def first_head(self) -> int:
        """Slot of the first head of loss."""
        return FIRST_FREE_SLOT + len(self.variables)

    @property
    def first_duty(self) -> int:
        """Slot of the first duty's breach."""
        return self.first_head + len(self.heads)

    def slot(self, name: str) -> int:
        """The public slot behind a variable, ``loss_HEAD`` or ``breach_DUTY``. KeyError if none."""
        return self.symbols[name].slot

    def initial_values(self, insured: bool) -> tuple[int, ...]:
        """The public values before the first scene."""
        zeros = (0,) * (len(self.heads) + len(self.duties))
        return (0, int(insured), *(variable.initial for variable in self.variables), *zeros)


def symbol_table(
    calendar: Calendar,
    variables: tuple[Variable, ...],
    head_ids: tuple[str, ...],
    duty_ids: tuple[str, ...],
    facts: tuple[tuple[str, Domain], ...],
) -> dict[str, Symbol]:
    """Every name that an expression of the scenario may use, hidden facts marked so.

    Built in: ``minutes``, ``hours`` (whole hours so far), ``day`` (1 = first calendar day),
    ``minute_of_day``, ``insured``, ``loss_HEAD`` (cents so far), ``breach_DUTY``.
    """
    first_head = FIRST_FREE_SLOT + len(variables)
    first_duty = first_head + len(head_ids)
    first_fact = first_duty + len(duty_ids)
    offset = calendar.start_minute % 1440
    clock = f"s[{CLOCK_SLOT}]"
    table = [
        Symbol("minutes", clock, Domain.integer(0, MAX_MINUTES), CLOCK_SLOT),
        Symbol("hours", f"({clock} // 60)", Domain.integer(0, MAX_MINUTES // 60), CLOCK_SLOT),
        Symbol("day", f"(({clock} + {offset}) // 1440 + 1)", Domain.integer(1, 400), CLOCK_SLOT),
        Symbol(
            "minute_of_day", f"(({clock} + {offset}) % 1440)", Domain.integer(0, 1439), CLOCK_SLOT
        ),
        Symbol("insured", f"(s[{INSURED_SLOT}] != 0)", BOOLEAN, INSURED_SLOT),
    ]
    table += [
        _symbol(variable.id, FIRST_FREE_SLOT + index, variable.domain)
        for index, variable in enumerate(variables)
    ]
    cents = Domain.integer(0, MAX_CENTS)
    table += [_symbol(f"loss_{id_}", first_head + i, cents) for i, id_ in enumerate(head_ids)]
    table += [_symbol(f"breach_{id_}", first_duty + i, BOOLEAN) for i, id_ in enumerate(duty_ids)]
    table += [_symbol(id_, first_fact + i, domain, True) for i, (id_, domain) in enumerate(facts)]
    return {symbol.name: symbol for symbol in table}


def _symbol(name: str, slot: int, domain: Domain, hidden: bool = False) -> Symbol:
    code = f"(s[{slot}] != 0)" if domain.is_bool else f"s[{slot}]"
    return Symbol(name, code, domain, slot, hidden)
