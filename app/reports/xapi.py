"""A play as xAPI statements: one ``answered`` for each decision, then one ``completed``.

They hold under xAPI 1.0.3 and 2.0 alike, and name nobody: the actor is an account with a random
name, never an address. The same play makes the same statements with the same ids, so that
sending them twice stores them once. docs/xapi.md tells every field.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote
from uuid import UUID, uuid5

from app.authoring.translation import SPOKEN
from app.engine.review import Label
from app.engine.scenario import Choice, DecisionNode, Scenario, Text
from app.play.languages import catalog
from app.play.playthrough import Playthrough
from app.reports.document import PRODUCT
from app.reports.session import Session, SessionDecision, SessionPlay

BASE = "https://norestore.example/xapi"
"""Below it lie all names of our own. ``.example`` is reserved: it can be nobody else's."""
PROFILE = f"{BASE}/profile/1"
"""The activity that marks every statement of ours; another number for another shape."""
PLAYERS = "https://norestore.example/players"
ROOMS = "https://norestore.example/rooms"
DECISION = f"{BASE}/extensions/decision"
RESULT = f"{BASE}/extensions/result"
SETTING = f"{BASE}/extensions/setting"
ANSWERED = "http://adlnet.gov/expapi/verbs/answered"
COMPLETED = "http://adlnet.gov/expapi/verbs/completed"
VERSIONS = ("1.0.3", "2.0.0")

_NAMESPACE = UUID("6b0f8a53-0d5c-5f0e-9a55-2f6c1f1f2e5a")
_VERBS = {
    ANSWERED: {"en": "answered", "de": "beantwortete"},
    COMPLETED: {"en": "completed", "de": "schloss ab"},
}
_SIMULATION = "http://adlnet.gov/expapi/activities/simulation"
_INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction"
_EVENT = "http://activitystrea.ms/schema/1.0/event"
_PROFILE_TYPE = "http://adlnet.gov/expapi/activities/profile"

Statement = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Telling:
    """What all statements of one play share."""

    play: SessionPlay
    scenario: Scenario
    actor: Statement
    context: Statement
    started: datetime | None

    def statement(self, verb: str, number: int, parts: Statement, seconds: int) -> Statement:
        play, who = self.play, self.actor["account"]["name"]
        # Of a room that played on after an export, what was told before is another play.
        choices = ".".join(decision.taken for decision in play.decisions)
        done = f"{play.id}/{choices}/{play.hints}/{play.undone}/{play.ended}"
        told: Statement = {
            "id": str(uuid5(_NAMESPACE, f"{who}/{done}/{number}/{verb}")),
            "actor": self.actor,
            "verb": {"id": verb, "display": _VERBS[verb]},
            **parts,
        }
        if self.started is not None:
            with suppress(OverflowError):  # a journal may say it began at the end of time
                when = self.started.astimezone(UTC) + timedelta(seconds=seconds)
                told["timestamp"] = when.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
        return told


def play_statements(record: SessionPlay, play: Playthrough, pseudonym: str) -> list[Statement]:
    """The statements of a play alone; ``pseudonym``: a random name for whoever played it."""
    actor = {"objectType": "Agent", "account": {"homePage": PLAYERS, "name": pseudonym}}
    setting = {"mode": "solo", "terms": play.terms.id, "seed": play.seed, "people": 1}
    context = _context(play.scenario, record, setting, None)
    return _statements(_Telling(record, play.scenario, actor, context, record.started))


def session_statements(session: Session, scenario: Scenario) -> list[Statement]:
    """The statements of a workshop: of each play, as of a group without named members.

    Votes are counts. Commitments are not among them: they are people's own words.
    """
    statements = []
    for record in session.plays:
        name = uuid5(_NAMESPACE, f"{session.id}/{record.label}").hex
        actor = {"objectType": "Group", "account": {"homePage": ROOMS, "name": name}}
        setting = {
            "mode": session.mode.value,
            "terms": session.terms,
            "seed": session.seed,
            "people": record.people,
            "provider": session.provider,
            "play": record.label,
        }
        context = _context(scenario, record, setting, session)
        started = record.started or session.started
        statements += _statements(_Telling(record, scenario, actor, context, started))
    return statements


def lines(statements: Iterable[Statement]) -> bytes:
    """Statements as JSON Lines, the same each time."""
    return b"".join(
        json.dumps(statement, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        + b"\n"
        for statement in statements
    )


def case_id(scenario: str) -> str:
    """The activity of a case."""
    return f"{BASE}/cases/{quote(scenario, safe='')}"


def decision_id(scenario: str, node: str) -> str:
    """The activity of a decision in a case."""
    return f"{case_id(scenario)}/decisions/{quote(node, safe='')}"


def _statements(telling: _Telling) -> list[Statement]:
    told, spent = [], 0
    for decision in telling.play.decisions:
        spent += decision.seconds or 0
        told.append(telling.statement(ANSWERED, decision.number, _answer(telling, decision), spent))
    number = len(telling.play.decisions) + 1
    told.append(telling.statement(COMPLETED, number, _completion(telling), spent))
    return told


def _answer(telling: _Telling, decision: SessionDecision) -> Statement:
    result: Statement = {
        "response": decision.taken,
        "success": decision.label in (Label.BEST, Label.SOUND),
        "extensions": {DECISION: _decision(decision)},
    }
    if decision.seconds is not None:
        result["duration"] = _duration(decision.seconds)
    context = _with_activities(telling, {"parent": [{"id": case_id(telling.scenario.id)}]})
    return {"object": _question(telling.scenario, decision.node), "result": result, **context}


def _decision(decision: SessionDecision) -> Statement:
    return {
        "number": decision.number,
        "regret": decision.regret,
        "label": decision.label.value,
        "best": decision.best.choice,
        "story_minutes": decision.minutes,
        "votes": decision.votes,
        "revoted": decision.revoted,
        "options": [
            {"choice": option.choice, "expected_cost": option.expected_cost}
            | ({"votes": option.votes} if decision.votes else {})
            | ({"confidence": list(option.confidence)} if any(option.confidence) else {})
            | ({"first_votes": option.first_votes} if decision.revoted else {})
            for option in decision.options
        ],
    }


def _completion(telling: _Telling) -> Statement:
    play, scenario = telling.play, telling.scenario
    result: Statement = {
        "completion": play.ended,
        "score": {"scaled": play.rating / 100, "raw": play.rating, "min": 0, "max": 100},
        "extensions": {RESULT: _result(play)},
    }
    if play.seconds is not None:
        result["duration"] = _duration(play.seconds)
    case = {
        "objectType": "Activity",
        "id": case_id(scenario.id),
        "definition": {
            "type": _SIMULATION,
            "name": _in_languages(scenario, scenario.title),
            "description": _in_languages(scenario, scenario.summary),
        },
    }
    return {"object": case, "result": result, **_with_activities(telling, {})}


def _result(play: SessionPlay) -> Statement:
    bill = play.bill
    return {
        "client_loss": bill.client_loss,
        "claim": bill.claim,
        "justified_claim": bill.justified_claim,
        "insurer_pays": bill.insurer_pays,
        "you_pay": bill.you_pay,
        "start_value": play.start_value,
        "regret": play.regret,
        "luck": play.luck,
        "final_cost": play.final_cost,
        "ending": play.ending,
        "story_minutes": play.minutes,
        "decisions": len(play.decisions),
        "hints": play.hints,
        "undone": play.undone,
        "exam": play.exam,
    }


def _question(scenario: Scenario, node_id: str) -> Statement:
    node = scenario.nodes[node_id]
    assert isinstance(node, DecisionNode)
    return {
        "objectType": "Activity",
        "id": decision_id(scenario.id, node_id),
        "definition": {
            "type": _INTERACTION,
            "interactionType": "choice",
            "name": _in_languages(scenario, node.title),
            "choices": [_option(scenario, choice) for choice in node.choices],
        },
    }


def _option(scenario: Scenario, choice: Choice) -> Statement:
    return {"id": choice.id, "description": _in_languages(scenario, choice.text)}


def _context(
    scenario: Scenario,
    record: SessionPlay,
    setting: Mapping[str, Any],
    session: Session | None,
) -> Statement:
    activities: Statement = {"category": [{"id": PROFILE, "definition": {"type": _PROFILE_TYPE}}]}
    if session is not None:
        name = {session.language: session.title} if session.title else {}
        definition = {"type": _EVENT} | ({"name": name} if name else {})
        workshop = f"{BASE}/workshops/{quote(session.id, safe='')}"
        activities["grouping"] = [{"id": workshop, "definition": definition}]
    # Neither the program's version nor a player's language: both may change between two
    # exports of the same play, and a store refuses the same id with other content.
    context: Statement = {
        "registration": str(uuid5(_NAMESPACE, record.id)),
        "platform": PRODUCT,
        "contextActivities": activities,
        "extensions": {SETTING: dict(setting)},
    }
    if session is not None:
        context["language"] = session.language
    if scenario.content_hash:
        context["revision"] = scenario.content_hash
    return context


def _with_activities(telling: _Telling, more: Statement) -> Statement:
    activities = {**more, **telling.context["contextActivities"]}
    return {"context": {**telling.context, "contextActivities": activities}}


def _in_languages(scenario: Scenario, text: Text) -> dict[str, str]:
    """A text in every language that it has been translated to; a statement has no empty ones."""
    told = {
        language: catalog(language, scenario).text(text)
        for language in SPOKEN
        if language == "en" or text.key in scenario.translations.get(language, {})
    }
    return {language: words for language, words in told.items() if words}


def _duration(seconds: int) -> str:
    """ISO 8601, in seconds alone: exact and short."""
    return f"PT{seconds}S"
