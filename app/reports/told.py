"""Statements read back from a store: what of them is ours, checked field by field.

A store may hold anything, from anybody. Whatever does not have our shape to the last field is no
statement of ours and is left out; nothing from it is trusted, printed or computed with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

from app.engine.review import Label
from app.reports.session import CONFIDENCES
from app.reports.xapi import ANSWERED, BASE, COMPLETED, DECISION, PROFILE, RESULT, SETTING

_CENTS = 10**13
_COUNT = 10**7
_WORD = 200
_OPTIONS = 100
_CASES = f"{BASE}/cases/"
_WORKSHOPS = f"{BASE}/workshops/"
_LABELS = frozenset(label.value for label in Label)


@dataclass(frozen=True, slots=True)
class Place:
    """Where and by whom a play was played. ``workshop``: its id, empty for a play alone."""

    case: str
    play: str
    actor: str
    workshop: str
    provider: str
    people: int
    when: datetime | None


@dataclass(frozen=True, slots=True)
class ToldOption:
    """An option on offer, with its votes and how sure the voters were."""

    choice: str
    expected_cost: int
    votes: int
    first_votes: int
    confidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A decision. ``regret`` in cents; ``seconds``: None where nobody measured them."""

    place: Place
    node: str
    taken: str
    regret: int
    label: str
    seconds: int | None
    revoted: bool
    options: tuple[ToldOption, ...]


@dataclass(frozen=True, slots=True)
class Finish:
    """A finished play. ``start_value`` + ``regret`` + ``luck`` == ``final_cost``, cents."""

    place: Place
    rating: int
    client_loss: int
    insurer_pays: int
    you_pay: int
    start_value: int
    regret: int
    luck: int
    final_cost: int


@dataclass(frozen=True, slots=True)
class Read:
    """What was read. ``foreign``: statements that are not ours; ``repeated``: the same id again."""

    answers: tuple[Answer, ...]
    finishes: tuple[Finish, ...]
    foreign: int
    repeated: int


class _NotOursError(Exception):
    pass


def read(statements: Iterable[Any]) -> Read:
    """Sort statements into ours and others; never raises for their content."""
    answers: list[Answer] = []
    finishes: list[Finish] = []
    seen: set[str] = set()
    foreign = repeated = 0
    for statement in statements:
        try:
            name = _word(_map(statement, None), "id")
            told = _told(statement)
        except _NotOursError:
            foreign += 1
            continue
        if name in seen:
            repeated += 1
            continue
        seen.add(name)
        if isinstance(told, Answer):
            answers.append(told)
        else:
            finishes.append(told)
    return Read(tuple(answers), tuple(finishes), foreign, repeated)


def _told(statement: Mapping[str, Any]) -> Answer | Finish:
    activities = _map(_map(statement, "context"), "contextActivities")
    if PROFILE not in _ids(activities, "category"):
        raise _NotOursError
    verb = _word(_map(statement, "verb"), "id")
    if verb == ANSWERED:
        return _answer(statement)
    if verb == COMPLETED:
        return _finish(statement)
    raise _NotOursError


def _answer(statement: Mapping[str, Any]) -> Answer:
    case, slash, node = _below(_word(_map(statement, "object"), "id")).partition("/decisions/")
    result = _map(statement, "result")
    told = _map(_map(result, "extensions"), DECISION)
    options = told.get("options")
    if not slash or not isinstance(options, list) or not 1 <= len(options) <= _OPTIONS:
        raise _NotOursError
    found = tuple(_option(option) for option in options)
    taken = _word(result, "response")
    label = _word(told, "label")
    if label not in _LABELS or taken not in {option.choice for option in found}:
        raise _NotOursError
    return Answer(
        place=_place(statement, case),
        node=_plain(node),
        taken=taken,
        regret=_number(told, "regret", 0, _CENTS),
        label=label,
        seconds=_seconds(result.get("duration")),
        revoted=told.get("revoted") is True,
        options=found,
    )


def _option(told: Any) -> ToldOption:
    option = _map(told, None)
    sure = option.get("confidence", [0] * len(CONFIDENCES))
    if not isinstance(sure, list) or len(sure) != len(CONFIDENCES):
        raise _NotOursError
    return ToldOption(
        choice=_word(option, "choice"),
        expected_cost=_number(option, "expected_cost", -_CENTS, _CENTS),
        votes=_number({"votes": 0, **option}, "votes", 0, _COUNT),
        first_votes=_number({"first_votes": 0, **option}, "first_votes", 0, _COUNT),
        confidence=tuple(_whole(count, 0, _COUNT) for count in sure),
    )


def _finish(statement: Mapping[str, Any]) -> Finish:
    case = _below(_word(_map(statement, "object"), "id"))
    if "/" in case:
        raise _NotOursError
    result = _map(statement, "result")
    told = _map(_map(result, "extensions"), RESULT)
    finish = Finish(
        place=_place(statement, case),
        rating=_number(_map(result, "score"), "raw", 0, 100),
        client_loss=_number(told, "client_loss", 0, _CENTS),
        insurer_pays=_number(told, "insurer_pays", 0, _CENTS),
        you_pay=_number(told, "you_pay", 0, _CENTS),
        start_value=_number(told, "start_value", -_CENTS, _CENTS),
        regret=_number(told, "regret", 0, _CENTS),
        luck=_number(told, "luck", -_CENTS, _CENTS),
        final_cost=_number(told, "final_cost", -_CENTS, _CENTS),
    )
    if finish.start_value + finish.regret + finish.luck != finish.final_cost:
        raise _NotOursError
    return finish


def _place(statement: Mapping[str, Any], case: str) -> Place:
    context = _map(statement, "context")
    setting = _map(_map(context, "extensions"), SETTING)
    workshops = [
        one.removeprefix(_WORKSHOPS)
        for one in _ids(_map(context, "contextActivities"), "grouping")
        if one.startswith(_WORKSHOPS)
    ]
    return Place(
        case=_plain(case),
        play=_word(context, "registration"),
        actor=_word(_map(_map(statement, "actor"), "account"), "name"),
        workshop=_plain(workshops[0]) if workshops else "",
        provider=_word({"provider": "", **setting}, "provider", least=0),
        people=_number(setting, "people", 0, _COUNT),
        when=_moment(statement.get("timestamp")),
    )


def _below(activity: str) -> str:
    if not activity.startswith(_CASES):
        raise _NotOursError
    return activity.removeprefix(_CASES)


def _ids(activities: Mapping[str, Any], kind: str) -> list[str]:
    """Ids of context activities; a store may give a single one without its list."""
    found = activities.get(kind, [])
    listed = found if isinstance(found, list) else [found]
    ids = [one.get("id") for one in listed[:_OPTIONS] if isinstance(one, dict)]
    return [one for one in ids if isinstance(one, str) and len(one) <= 2 * _WORD]


def _map(value: Any, name: str | None) -> Mapping[str, Any]:
    inner = value if name is None else value.get(name)
    if not isinstance(inner, dict):
        raise _NotOursError
    return inner


def _word(fields: Mapping[str, Any], name: str, least: int = 1) -> str:
    value = fields.get(name)
    if not isinstance(value, str) or not least <= len(value) <= _WORD or not _shown(value):
        raise _NotOursError
    return value


def _plain(quoted: str) -> str:
    text = unquote(quoted)
    if not 1 <= len(text) <= _WORD or not _shown(text):
        raise _NotOursError
    return text


def _shown(text: str) -> bool:
    """Whether a terminal may be given it."""
    return all(sign.isprintable() for sign in text)


def _number(fields: Mapping[str, Any], name: str, least: int, most: int) -> int:
    return _whole(fields.get(name), least, most)


def _whole(value: Any, least: int, most: int) -> int:
    # A store may give whole numbers back as 97.0.
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if type(value) is not int or not least <= value <= most:
        raise _NotOursError
    return value


def _seconds(duration: Any) -> int | None:
    """Of the one form of duration that we write."""
    if duration is None:
        return None
    text = duration if isinstance(duration, str) else ""
    digits = text.removeprefix("PT").removesuffix("S")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 8 and text == f"PT{digits}S"):
        raise _NotOursError
    return int(digits)


def _moment(value: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(value).astimezone(UTC) if isinstance(value, str) else None
    except (ValueError, OverflowError):
        return None
