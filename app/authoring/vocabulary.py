"""The words of the scenario format, as shapes: the one list of what a file may hold.

docs/scenario-format.md says what they mean.
"""

from __future__ import annotations

from app.authoring.agreements import CONTRACTS
from app.authoring.migrations import FORMAT
from app.authoring.shape import (
    FILE_ID,
    ById,
    ByKey,
    Chances,
    Either,
    Flag,
    Formula,
    Lines,
    Record,
    Shape,
    Share,
    Whole,
    Word,
)
from app.engine.law import QUESTIONS, CapKind, ContractKind
from app.engine.scenario import Bearer, PanelKind, Tone

SCENES = ("office", "car", "server_room", "workbench", "lab", "meeting", "phone", "night")

TEXT = Word("a text")
REFERENCE = Word("an id")
CONDITION = Formula("a condition")
CLOCK = Word("a time of day like '08:00'", r"([01]\d|2[0-3]):[0-5]\d")
MONEY = Formula("an amount like 1200.00 EUR")
HOURS = Formula("a number of hours")
IDS = Either("an id or a list of ids", scalar=REFERENCE, listing=Lines(REFERENCE))
SCENE = Word("a scene", options=SCENES)

PASSAGE = Either(
    "a text or {when, text}",
    scalar=TEXT,
    table=Record("a passage", {"text": TEXT}, {"when": CONDITION}),
)
PROSE = Either("a text or a list of texts", scalar=TEXT, listing=Lines(PASSAGE))
PANELS = Lines(
    Record(
        "a panel",
        {
            "kind": Word("a kind of panel", options=tuple(PanelKind)),
            "title": TEXT,
            "text": TEXT,
        },
        {"when": CONDITION},
    )
)

_EFFECT: dict[str, Shape] = {
    "hours": HOURS,
    "wait": HOURS,
    "until": CLOCK,
    "days": Formula("a number of days"),
    "loss": ById(MONEY),
    "set": ById(Formula("a value or an expression")),
    "breaches": IDS,
    "log": TEXT,
}
CHOICE = Record(
    "a choice",
    {"text": TEXT, "then": REFERENCE},
    {"detail": TEXT, "when": CONDITION, "keeps": IDS, "priced": Flag(), "test": Flag(), **_EFFECT},
)
OUTCOME = Record(
    "an outcome",
    {
        "p": Either(
            "a probability, a mapping of a fact's words, or rest",
            scalar=Formula("a probability"),
            table=ById(Formula("a probability"), least=1),
        ),
        "then": REFERENCE,
    },
    {"text": PROSE, **_EFFECT},
)
LESSON = Record("a lesson", {"text": TEXT, "source": TEXT}, {})
FACILITATOR = Record(
    "words for a workshop's facilitator",
    {},
    {"notes": TEXT, "questions": Lines(TEXT, least=1), "expected_answer": TEXT},
)
NODE = ByKey(
    "a node",
    {
        "choices": Record(
            "a decision node",
            {"title": TEXT, "scene": SCENE, "text": PROSE, "choices": ById(CHOICE, least=1)},
            {"panels": PANELS, "lesson": LESSON, "facilitator": FACILITATOR},
        ),
        "outcomes": Record("a chance node", {"outcomes": ById(OUTCOME, least=1)}, {"title": TEXT}),
        "ending": Record(
            "an ending",
            {
                "ending": Word("an ending's tone", options=tuple(Tone)),
                "title": TEXT,
                "scene": SCENE,
                "text": PROSE,
            },
            {"panels": PANELS},
        ),
    },
)

VARIABLE = Either(
    "true, false, or a mapping with values or range",
    scalar=Flag(),
    table=Record(
        "a variable",
        {"initial": Formula("a value")},
        {
            "values": Lines(REFERENCE, least=1),
            "range": Lines(Whole(-1_000_000_000, 1_000_000_000), least=2),
            "label": TEXT,
            "shown": ById(TEXT, pattern=r"-?[a-z0-9_]{1,40}"),
        },
    ),
)
HEAD = Record(
    "a head of loss",
    {"text": TEXT},
    {
        "provable": Share(0, 1),
        "claimed_as": Share(0, 100),
        "new_for_old": Share(0, 1),
        "bearer": Word("who bears a loss", options=tuple(Bearer)),
    },
)
DUTY = Record(
    "a duty",
    {"text": TEXT, "source": TEXT, "causes": IDS},
    {"gross_when": CONDITION, "by_lab": Flag()},
)
PLAN = Record(
    "a plan",
    {"title": TEXT, "choices": ById(REFERENCE)},
    {"facts": ById(REFERENCE), "outcomes": ById(REFERENCE)},
)
CONTRACT = Record(
    "the contract",
    {},
    {
        "extends": Word("an id of a contract", options=tuple(CONTRACTS)),
        "kind": Word("a kind of contract", options=tuple(ContractKind)),
        "cap": Either(
            "none, or a kind and an amount",
            scalar=Word("none", options=("none",)),
            table=Record(
                "the cap",
                {
                    "kind": Word(
                        "a kind of cap",
                        options=tuple(kind for kind in CapKind if kind is not CapKind.NONE),
                    ),
                    "amount": MONEY,
                },
            ),
        ),
    },
)
OWN_TERMS = Record(
    "insurance terms",
    {},
    {
        "extends": REFERENCE,
        "name": TEXT,
        "in_force": Flag(),
        "sum_insured": MONEY,
        "sublimit": MONEY,
        "deductible": MONEY,
        "deductible_share": Share(0, 1),
        "deductible_least": MONEY,
        "deductible_most": MONEY,
        "gross_quota": Share(0, 1),
        "sanctions_agreed": Flag(),
        "premium": MONEY,
    },
)

SCENARIO = Record(
    "a scenario",
    {
        "format": Whole(FORMAT, FORMAT),
        "id": Word("an id of lower case words, like server-crash", FILE_ID),
        "title": TEXT,
        "summary": TEXT,
        "start_time": Word(
            "a moment like 2026-03-03 08:12", r"20\d\d-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d"
        ),
        "contract": CONTRACT,
        "terms": Record(
            "terms",
            {"offer": Lines(REFERENCE, least=1), "default": REFERENCE},
            {"own": ById(OWN_TERMS)},
        ),
        "heads": ById(HEAD, least=1),
        "start": REFERENCE,
        "nodes": ById(NODE, least=1),
    },
    {
        "minutes_to_play": Whole(1, 600),
        "briefing": PROSE,
        "office_hours": Record("office_hours", {"from": CLOCK, "to": CLOCK, "days": Whole(0, 7)}),
        "facts": ById(Chances(IDS)),
        "fact_texts": ById(Record("a fact's texts", {"label": TEXT}, {"shown": ById(TEXT)})),
        "variables": ById(VARIABLE),
        "own_time": Record("own_time", {"head": REFERENCE, "rate": MONEY}),
        "accruals": Lines(
            Record("an accrual", {"head": REFERENCE, "rate": MONEY}, {"office_hours": Flag()})
        ),
        "duties": ById(DUTY),
        "legal": Record("legal", {}, dict.fromkeys(QUESTIONS, Formula("a value"))),
        "unavoidable": ById(MONEY),
        "plans": ById(PLAN, pattern=FILE_ID),
        "real_case": TEXT,
        "notes": TEXT,
    },
)
