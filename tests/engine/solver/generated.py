"""Small random scenarios with everything that can make a solver wrong in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from random import Random

from app.engine.clock import Calendar
from app.engine.coverage import PRESETS, InsurancePolicy
from app.engine.expression import (
    BOOLEAN,
    Domain,
    Expression,
    compile_expression,
    compile_weights,
    constant,
)
from app.engine.facts import Fact
from app.engine.law import QUESTIONS, CapKind, Contract
from app.engine.scenario import (
    MAX_CENTS,
    Accrual,
    Bearer,
    ChanceNode,
    Choice,
    DecisionNode,
    Duty,
    Effect,
    Ending,
    Head,
    Node,
    Outcome,
    Scenario,
    Symbol,
    Text,
    Variable,
    symbol_table,
)
from app.engine.state import State

TERMS: tuple[InsurancePolicy, ...] = tuple(PRESETS[id_] for id_ in ("none", "solid", "hard"))

_WORDS = ("red", "green", "blue")
_SPREADS = {
    2: ((1, 1), (1, 3), (2, 3), (0, 1), (9, 1)),
    3: ((1, 1, 1), (1, 2, 5), (0, 1, 3), (6, 3, 1)),
}
_CONDITIONS = (
    "flag",
    "not flag",
    "count < 2",
    "word == 'left'",
    "hours >= 2 or flag",
    "breach_care",
    "loss_reentry > 100000",
    "insured",
)
_RATES = ("40000 if flag else 10000", "40000 if flag else 0", "0 if word == 'none' else 7000")
_ANSWERS: Mapping[str, Sequence[str]] = {
    "client_backup_fault": ("'untested' if flag else 'none'", "'missing' if count > 1 else 'none'"),
    "provider_owned_backup": ("flag",),
    "client_failed_to_mitigate": ("count == 2",),
    "approved_in_writing": ("word == 'left'",),
    "log_kept": ("flag", "word != 'right'"),
    "lab_order": ("'provider' if flag else 'client'", "'client' if count > 0 else 'nobody'"),
    "lab_fault": ("word == 'right'",),
    "lab_chosen_badly": ("count > 1",),
    "recourse_preserved": ("flag",),
    "admission": ("'guilt' if word == 'right' else 'facts'",),
    "admitted": ("900000 if flag else 0",),
    "notice_days": ("count - 1", "day - 1 if flag else -1"),
    "claim_notice_days": ("9 if flag else 2",),
    "wilful_silence": ("count == 3",),
    "ignored_instructions": ("not flag",),
    "intent": ("flag and count > 2",),
    "claim_raised": ("loss_reentry + loss_idle > 50000",),
    "rescue_costs": ("20000 if word == 'left' else 0",),
}


class _Maker:
    """Draws the parts of one scenario."""

    def __init__(self, dice: Random) -> None:
        self.dice = dice
        self.calendar = Calendar(datetime(2026, 3, dice.randint(2, 8), dice.randint(0, 23)))  # noqa: DTZ001
        self.facts = self._facts()
        self.variables = (
            Variable("flag", BOOLEAN, dice.randint(0, 1)),
            Variable("count", Domain.integer(0, 3), 0),
            Variable("word", Domain.enumeration(("left", "right", "none")), 2),
        )
        self.heads = (
            Head("idle", _text("idle"), provable=Fraction(9, 10)),
            Head(
                "reentry",
                _text("reentry"),
                claimed_as=Fraction(dice.choice((1, 4))),
                new_for_old=Fraction(dice.choice((0, 1)), 4),
            ),
            Head("own_time", _text("own time"), Bearer.OWN),
            Head("own_fee", _text("own fee"), Bearer.OWN),
        )
        self.symbols = symbol_table(
            self.calendar,
            self.variables,
            tuple(head.id for head in self.heads),
            ("care", "lab_care"),
            tuple((fact.id, fact.domain) for fact in self.facts),
        )
        self.public = {name: s for name, s in self.symbols.items() if not s.hidden}

    def _facts(self) -> tuple[Fact, ...]:
        found: list[Fact] = []
        for index in range(self.dice.randint(1, 2)):
            size = self.dice.randint(2, 3)
            given = tuple(range(index))
            keys = [()] if not given else [(code,) for code in range(len(found[0].domain.words))]
            table = {key: self._spread(size) for key in keys}
            domain = Domain.enumeration(_WORDS[:size])
            found.append(Fact(("fault", "backup")[index], domain, given, table))
        return tuple(found)

    def _spread(self, size: int) -> tuple[Fraction, ...]:
        parts = self.dice.choice(_SPREADS[size])
        return tuple(Fraction(part, sum(parts)) for part in parts)

    def expression(self, source: str, domain: Domain | None = None) -> Expression:
        return compile_expression(source, self.public, domain)

    def condition(self) -> Expression:
        return self.expression(self.dice.choice(_CONDITIONS), BOOLEAN)

    def slot(self, name: str) -> int:
        return self.symbols[name].slot

    def effect(self) -> Effect:
        dice = self.dice
        minutes = dice.choice((0, 0, 45, 90, 600))
        losses = [
            (head, dice.choice(("0", "12345", "700000", "150000 if flag else 3000")))
            for head in ("idle", "reentry")
            if dice.random() < 0.4
        ]
        if dice.random() < 0.4:
            losses.append(("own_fee", dice.choice(("5000", "-2500", "800 * count"))))
        assign: list[tuple[str, str]] = []
        if dice.random() < 0.5:
            assign.append(("flag", dice.choice(("True", "False", "not flag", "count > 0"))))
        if dice.random() < 0.4:
            assign.append(("word", dice.choice(("'left'", "'right'", "word"))))
        if dice.random() < 0.4:
            assign.append(("count", dice.choice(("min(count + 1, 3)", "1", "0"))))
        breaches = tuple(
            self.slot(f"breach_{duty}") for duty in ("care", "lab_care") if dice.random() < 0.2
        )
        return Effect(
            constant(minutes),
            constant(minutes // 2),
            tuple((self.slot(f"loss_{head}"), self.expression(code)) for head, code in losses),
            tuple(
                (self.slot(name), self.expression(code, self.symbols[name].domain))
                for name, code in assign
            ),
            breaches,
        )

    def choices(self, later: Sequence[str]) -> tuple[Choice, ...]:
        found = [
            Choice(f"c{index}", _text("choice"), self.effect(), self.dice.choice(later))
            for index in range(self.dice.randint(1, 3))
        ]
        if self.dice.random() < 0.6:
            target = self.dice.choice(later)
            found.append(Choice("maybe", _text("x"), self.effect(), target, when=self.condition()))
        return tuple(found)

    def chance(self, node_id: str, later: Sequence[str]) -> ChanceNode:
        size = self.dice.randint(2, 3)
        sources = [self._chance_source(size) for _ in range(size - 1)]
        denominator, weights = compile_weights([*sources, None], self.symbols)
        return ChanceNode(
            node_id,
            denominator,
            tuple(
                Outcome(f"o{index}", weight, self.effect(), self.dice.choice(later))
                for index, weight in enumerate(weights)
            ),
        )

    def _chance_source(self, size: int) -> str:
        low, high = self.dice.choice((("1/10", "2/5"), ("0", "1/2"), ("1/3", "1/7")))
        fact = self.dice.choice(self.facts)
        on_fact = f"{fact.id} == '{self.dice.choice(fact.domain.words)}'"
        test = self.dice.choice((on_fact, on_fact, f"flag and {on_fact}", "count > 0", "flag"))
        return f"{high} if {test} else {low}"


def _text(source: str) -> Text:
    return Text(source, source)


def generate(dice: Random) -> Scenario:
    """A scenario of 3-7 nodes in layers before its endings; often with a loop that has an exit."""
    maker = _Maker(dice)
    endings = [f"end{index}" for index in range(dice.randint(1, 3))]
    inner = [f"n{index}" for index in range(dice.randint(3, 7))]
    nodes: dict[str, Node] = {}
    for index, node_id in enumerate(inner):
        later = [*inner[index + 1 : index + 4], *(endings if index > 1 else ())] or endings
        if dice.random() < 0.5:
            nodes[node_id] = maker.chance(node_id, later)
        else:
            nodes[node_id] = DecisionNode(
                node_id, _text(node_id), "office", (), (), maker.choices(later)
            )
    for node_id in endings:
        nodes[node_id] = Ending(node_id, _text(node_id), "office", ())
    start = inner[0]
    if dice.random() < 0.4:
        start = _add_loop(maker, nodes, inner[0])
    legal = {
        name: maker.expression(dice.choice(sources), QUESTIONS[name][0])
        for name, sources in _ANSWERS.items()
        if dice.random() < 0.5
    }
    gross = maker.condition() if dice.random() < 0.5 else None
    unavoidable = {"idle": maker.expression("20000 if flag else 0")} if dice.random() < 0.3 else {}
    own_read = {"reentry": maker.expression("loss_own_fee")} if dice.random() < 0.3 else {}
    cap = dice.choice((CapKind.NONE, CapKind.NEGOTIATED, CapKind.STANDARD_TERMS))
    return Scenario(
        id="generated",
        title=_text("Generated"),
        summary=_text("Generated"),
        briefing=(),
        calendar=maker.calendar,
        facts=maker.facts,
        variables=maker.variables,
        heads=maker.heads,
        duties=(
            Duty("care", _text("Care"), "A court", frozenset({"idle", "reentry"}), gross),
            Duty("lab_care", _text("Lab"), "A court", frozenset({"reentry"}), None, by_lab=True),
        ),
        accruals=(
            Accrual(
                maker.slot("loss_idle"),
                maker.expression(dice.choice(_RATES), Domain.integer(0, MAX_CENTS)),
                office_hours=dice.random() < 0.5,
            ),
        ),
        own_time=(maker.slot("loss_own_time"), 8000),
        nodes=nodes,
        start=start,
        legal=legal,
        unavoidable={**unavoidable, **own_read},
        contract=Contract(cap_kind=cap, cap=500_000),
        terms=("none", "solid", "hard"),
        default_terms="solid",
        content_hash=str(dice.random()),
        symbols=maker.symbols,
    )


def _add_loop(maker: _Maker, nodes: dict[str, Node], onward: str) -> str:
    """A search that may be repeated twice before the rest; returns its node."""
    fact = maker.facts[0]
    again: Mapping[str, Symbol] = maker.public
    step = Effect(
        constant(30),
        constant(30),
        (),
        ((maker.slot("count"), compile_expression("min(count + 1, 3)", again)),),
    )
    nodes["hub"] = DecisionNode(
        "hub",
        _text("hub"),
        "office",
        (),
        (),
        (
            Choice(
                "again", _text("again"), step, "look", when=maker.expression("count < 2", BOOLEAN)
            ),
            Choice("go", _text("go"), maker.effect(), onward),
        ),
    )
    denominator, weights = compile_weights(
        [f"7/10 if {fact.id} == 'red' else 1/5", None], maker.symbols
    )
    nodes["look"] = ChanceNode(
        "look",
        denominator,
        tuple(
            Outcome(id_, weight, Effect(constant(60), constant(0)), "hub")
            for id_, weight in zip(("found", "nothing"), weights, strict=True)
        ),
    )
    return "hub"


def walk(scenario: Scenario, terms: InsurancePolicy, dice: Random) -> State:
    """The ending of a play on a random server with random choices."""
    state = State.start(scenario, terms, dice.randrange(2**32))
    while not state.is_terminal():
        if state.is_chance():
            state = state.reveal()
        else:
            state = state.choose(dice.choice(state.legal_choices()).id)
    return state
