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
from app.phrase import Phrase

SCENES = ("office", "car", "server_room", "workbench", "lab", "meeting", "phone", "night")

TEXT = Word(Phrase("a text"))
REFERENCE = Word(Phrase("an id"))
CONDITION = Formula(Phrase("a condition"))
CLOCK = Word(Phrase("a time of day like '08:00'"), r"([01]\d|2[0-3]):[0-5]\d")
MONEY = Formula(Phrase("an amount like 1200.00 EUR"))
HOURS = Formula(Phrase("a number of hours"))
IDS = Either(Phrase("an id or a list of ids"), scalar=REFERENCE, listing=Lines(REFERENCE))
SCENE = Word(Phrase("a scene"), options=SCENES)

PASSAGE = Either(
    Phrase("a text or {when, text}"),
    scalar=TEXT,
    table=Record(Phrase("a passage"), {"text": TEXT}, {"when": CONDITION}),
)
PROSE = Either(Phrase("a text or a list of texts"), scalar=TEXT, listing=Lines(PASSAGE))
PANELS = Lines(
    Record(
        Phrase("a panel"),
        {
            "kind": Word(Phrase("a kind of panel"), options=tuple(PanelKind)),
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
    "days": Formula(Phrase("a number of days")),
    "loss": ById(MONEY),
    "set": ById(Formula(Phrase("a value or an expression"))),
    "breaches": IDS,
    "log": TEXT,
}
CHOICE = Record(
    Phrase("a choice"),
    {"text": TEXT, "then": REFERENCE},
    {"detail": TEXT, "when": CONDITION, "keeps": IDS, "priced": Flag(), "test": Flag(), **_EFFECT},
)
OUTCOME = Record(
    Phrase("an outcome"),
    {
        "p": Either(
            Phrase("a probability, a mapping of a fact's words, or rest"),
            scalar=Formula(Phrase("a probability")),
            table=ById(Formula(Phrase("a probability")), least=1),
        ),
        "then": REFERENCE,
    },
    {"text": PROSE, **_EFFECT},
)
LESSON = Record(Phrase("a lesson"), {"text": TEXT, "source": TEXT}, {})
FACILITATOR = Record(
    Phrase("words for a workshop's facilitator"),
    {},
    {"notes": TEXT, "questions": Lines(TEXT, least=1), "expected_answer": TEXT},
)
NODE = ByKey(
    Phrase("a node"),
    {
        "choices": Record(
            Phrase("a decision node"),
            {"title": TEXT, "scene": SCENE, "text": PROSE, "choices": ById(CHOICE, least=1)},
            {"panels": PANELS, "lesson": LESSON, "facilitator": FACILITATOR},
        ),
        "outcomes": Record(
            Phrase("a chance node"), {"outcomes": ById(OUTCOME, least=1)}, {"title": TEXT}
        ),
        "ending": Record(
            Phrase("an ending"),
            {
                "ending": Word(Phrase("an ending's tone"), options=tuple(Tone)),
                "title": TEXT,
                "scene": SCENE,
                "text": PROSE,
            },
            {"panels": PANELS},
        ),
    },
)

VARIABLE = Either(
    Phrase("true, false, or a mapping with values or range"),
    scalar=Flag(),
    table=Record(
        Phrase("a variable"),
        {"initial": Formula(Phrase("a value"))},
        {
            "values": Lines(REFERENCE, least=1),
            "range": Lines(Whole(-1_000_000_000, 1_000_000_000), least=2),
            "label": TEXT,
            "shown": ById(TEXT, pattern=r"-?[a-z0-9_]{1,40}"),
        },
    ),
)
HEAD = Record(
    Phrase("a head of loss"),
    {"text": TEXT},
    {
        "provable": Share(0, 1),
        "claimed_as": Share(0, 100),
        "new_for_old": Share(0, 1),
        "bearer": Word(Phrase("who bears a loss"), options=tuple(Bearer)),
    },
)
DUTY = Record(
    Phrase("a duty"),
    {"text": TEXT, "source": TEXT, "causes": IDS},
    {"gross_when": CONDITION, "by_lab": Flag()},
)
PLAN = Record(
    Phrase("a plan"),
    {"title": TEXT, "choices": ById(REFERENCE)},
    {"facts": ById(REFERENCE), "outcomes": ById(REFERENCE)},
)
CONTRACT = Record(
    Phrase("the contract"),
    {},
    {
        "extends": Word(Phrase("an id of a contract"), options=tuple(CONTRACTS)),
        "kind": Word(Phrase("a kind of contract"), options=tuple(ContractKind)),
        "cap": Either(
            Phrase("none, or a kind and an amount"),
            scalar=Word(Phrase("none"), options=("none",)),
            table=Record(
                Phrase("the cap"),
                {
                    "kind": Word(
                        Phrase("a kind of cap"),
                        options=tuple(kind for kind in CapKind if kind is not CapKind.NONE),
                    ),
                    "amount": MONEY,
                },
            ),
        ),
    },
)
OWN_TERMS = Record(
    Phrase("insurance terms"),
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
    Phrase("a scenario"),
    {
        "format": Whole(FORMAT, FORMAT),
        "id": Word(Phrase("an id of lower case words, like server-crash"), FILE_ID),
        "title": TEXT,
        "summary": TEXT,
        "start_time": Word(
            Phrase("a moment like 2026-03-03 08:12"), r"20\d\d-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d"
        ),
        "contract": CONTRACT,
        "terms": Record(
            Phrase("terms"),
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
        "office_hours": Record(
            Phrase("office_hours"), {"from": CLOCK, "to": CLOCK, "days": Whole(0, 7)}
        ),
        "facts": ById(Chances(IDS)),
        "fact_texts": ById(
            Record(Phrase("a fact's texts"), {"label": TEXT}, {"shown": ById(TEXT)})
        ),
        "variables": ById(VARIABLE),
        "own_time": Record(Phrase("own_time"), {"head": REFERENCE, "rate": MONEY}),
        "accruals": Lines(
            Record(
                Phrase("an accrual"), {"head": REFERENCE, "rate": MONEY}, {"office_hours": Flag()}
            )
        ),
        "duties": ById(DUTY),
        "legal": Record(Phrase("legal"), {}, dict.fromkeys(QUESTIONS, Formula(Phrase("a value")))),
        "unavoidable": ById(MONEY),
        "plans": ById(PLAN, pattern=FILE_ID),
        "real_case": TEXT,
        "notes": TEXT,
    },
)
