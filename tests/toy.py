"""A small scenario with everything in it: facts, loops, breaches, accruals, endings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction

from app.engine.clock import Calendar
from app.engine.expression import (
    BOOLEAN,
    Domain,
    Expression,
    compile_expression,
    compile_weights,
    constant,
)
from app.engine.facts import Fact
from app.engine.law import Contract
from app.engine.scenario import (
    Accrual,
    Bearer,
    ChanceNode,
    Choice,
    DecisionNode,
    Duty,
    Effect,
    Ending,
    Head,
    Outcome,
    Panel,
    PanelKind,
    Passage,
    Plan,
    Scenario,
    Text,
    Tone,
    Variable,
    symbol_table,
)

CALENDAR = Calendar(datetime(2026, 3, 3, 8, 12))  # noqa: DTZ001  (a story has no time zone)
FAULT = Domain.enumeration(("disk", "controller"))
BACKUP = Domain.enumeration(("intact", "destroyed"))
CAUSE = Domain.enumeration(("unknown", "disk", "controller"))

FACTS = (
    Fact("fault", FAULT, (), {(): (Fraction(3, 5), Fraction(2, 5))}),
    Fact(
        "backup",
        BACKUP,
        (0,),
        {(0,): (Fraction(1, 2), Fraction(1, 2)), (1,): (Fraction(9, 10), Fraction(1, 10))},
    ),
)
VARIABLES = (
    Variable("asked", BOOLEAN, 0, Text("v.asked", "Client"), {1: Text("v.asked.1", "Was told")}),
    Variable("cause", CAUSE, 0, Text("v.cause", "Cause"), {1: Text("v.cause.disk", "A disk")}),
    Variable("looks", Domain.integer(0, 20), 0),
)
HEADS = (
    Head("idle_staff", Text("h.idle", "Idle staff")),
    Head("reentry", Text("h.reentry", "Re-entry")),
    Head("own_time", Text("h.own", "Your hours"), Bearer.OWN),
)
DUTIES = (Duty("verify", Text("d.verify", "Verify first"), "A court", frozenset({"reentry"})),)
SYMBOLS = symbol_table(
    CALENDAR,
    VARIABLES,
    tuple(head.id for head in HEADS),
    tuple(duty.id for duty in DUTIES),
    tuple((fact.id, fact.domain) for fact in FACTS),
)
PUBLIC = {name: symbol for name, symbol in SYMBOLS.items() if not symbol.hidden}


def text(source: str) -> Text:
    return Text(f"toy.{source[:20]}", source)


def condition(source: str) -> Expression:
    return compile_expression(source, PUBLIC, BOOLEAN)


def passage(source: str, when: str | None = None) -> Passage:
    return Passage(text(source), condition(when) if when else None)


def effect(
    minutes: int = 0,
    loss: Mapping[str, int] | None = None,
    assign: Mapping[str, str] | None = None,
    breaches: tuple[str, ...] = (),
) -> Effect:
    return Effect(
        constant(minutes),
        constant(minutes),
        tuple((SYMBOLS[f"loss_{head}"].slot, constant(c)) for head, c in (loss or {}).items()),
        tuple(
            (SYMBOLS[name].slot, compile_expression(code, PUBLIC, SYMBOLS[name].domain))
            for name, code in (assign or {}).items()
        ),
        tuple(SYMBOLS[f"breach_{duty}"].slot for duty in breaches),
    )


def chance(node: str, *outcomes: tuple[str, str | None, Effect, str, str]) -> ChanceNode:
    """Outcomes as (id, probability or None for the rest, effect, then, text)."""
    denominator, weights = compile_weights([p for _, p, *_ in outcomes], SYMBOLS)
    return ChanceNode(
        node,
        denominator,
        tuple(
            Outcome(id_, weight, done, then, (passage(told),), text(f"Log: {id_}"))
            for (id_, _, done, then, told), weight in zip(outcomes, weights, strict=True)
        ),
    )


def decision(node: str, *choices: Choice) -> DecisionNode:
    return DecisionNode(
        node,
        text(f"Title of {node}"),
        "office",
        (
            passage(f"You are at {node}, {{clock}}."),
            passage("So far {client_loss} is lost, {own_costs} is yours.", "hours >= 1"),
        ),
        (Panel(PanelKind.TICKET, text("#4711"), text("The share is gone")),),
        choices,
    )


def ending(node: str, tone: Tone) -> Ending:
    return Ending(node, text(f"End {node}"), "office", (passage("Lost: {client_loss}."),), (), tone)


def build(content_hash: str = "toy-1", without: str = "") -> Scenario:
    """The scenario; ``without`` names a choice to leave out, as a later version would."""
    choices = (
        Choice(
            "look",
            text("Look for the cause"),
            effect(90, assign={"looks": "looks + 1"}),
            "search",
            when=condition("cause == 'unknown' and looks < 4"),
            log=text("Searched for the cause."),
        ),
        Choice(
            "ask",
            text("Tell the client"),
            effect(15, assign={"asked": "True"}),
            "alarm",
            when=condition("not asked"),
            log=text("Told the client at {clock}."),
            detail=text("It costs a quarter of an hour."),
        ),
        Choice("restore", text("Restore"), effect(120, breaches=("verify",)), "restored"),
        Choice("hand_over", text("Hand over"), effect(30), "handed_over", priced=False),
    )
    nodes = (
        decision("alarm", *(choice for choice in choices if choice.id != without)),
        chance(
            "search",
            ("found", "0.7 if fault == 'disk' else 0", effect(assign={"cause": "disk"}), "alarm",
             "A disk clicks."),
            ("nothing", None, effect(30), "alarm", "Nothing to be seen."),
        ),
        chance(
            "restored",
            ("works", "0.95 if backup == 'intact' else 0.05", effect(10), "saved", "It boots."),
            ("garbage", None, effect(60, {"reentry": 450000}), "lost", "The files are noise."),
        ),
        ending("saved", Tone.SAVED),
        ending("lost", Tone.LOST),
        ending("handed_over", Tone.MIXED),
    )  # fmt: skip
    return Scenario(
        id="toy",
        title=Text("title", "Toy"),
        summary=Text("summary", "A small story."),
        briefing=(passage("You look after a server."),),
        calendar=CALENDAR,
        facts=FACTS,
        variables=VARIABLES,
        heads=HEADS,
        duties=DUTIES,
        accruals=(Accrual(SYMBOLS["loss_idle_staff"].slot, constant(40000)),),
        own_time=(SYMBOLS["loss_own_time"].slot, 8000),
        nodes={node.id: node for node in nodes},
        start="alarm",
        legal={},
        unavoidable={},
        contract=Contract(),
        terms=("none", "solid"),
        default_terms="solid",
        plans={
            "as-it-happened": Plan(
                "as-it-happened",
                text("The real case"),
                {"alarm": "restore"},
                {"fault": "disk", "backup": "destroyed"},
                {"restored": "garbage"},
            )
        },
        content_hash=content_hash,
        symbols=SYMBOLS,
    )
