"""What phones may say: small JSON messages, each checked against its schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

MAX_BODY = 4_096
"""Bytes; the longest honest message is a commitment."""
LANGUAGES = ("en", "de")

_TOKEN = {"type": "string", "minLength": 16, "maxLength": 64, "pattern": "^[A-Za-z0-9_-]+$"}
_WORD = {"type": "string", "minLength": 1, "maxLength": 100}
_LANGUAGE = {"enum": list(LANGUAGES)}


def _message(required: Mapping[str, Any], optional: Mapping[str, Any] | None = None) -> Any:
    return {
        "type": "object",
        "properties": {**required, **(optional or {}), "language": _LANGUAGE},
        "required": list(required),
        "additionalProperties": False,
    }


SCHEMAS: Mapping[str, Any] = {
    "join": _message(
        {"code": {"type": "string", "maxLength": 20}},
        {"name": {"type": "string", "maxLength": 200}, "team": {"type": "string", "maxLength": 8}},
    ),
    "return": _message({"code": {"type": "string", "maxLength": 40}}),
    "vote": _message(
        {
            "token": _TOKEN,
            "ballot": {"type": "integer", "minimum": 1, "maximum": 100_000},
            "step": {"type": "integer", "minimum": 0, "maximum": 10_000},
            "choice": _WORD,
        },
        {"confidence": {"type": ["integer", "null"], "minimum": 1, "maximum": 3}},
    ),
    "name": _message({"token": _TOKEN, "name": {"type": "string", "maxLength": 200}}),
    "team": _message({"token": _TOKEN, "team": {"type": "string", "maxLength": 8}}),
    "commitment": _message({"token": _TOKEN, "text": {"type": "string", "maxLength": 1_000}}),
}


class BadMessage(Exception):
    """A message that is none; it says what is wrong, to whoever writes a client."""


def parse(kind: str, body: bytes) -> dict[str, Any]:
    """A message of a kind (KeyError if there is none such). Raises BadMessage."""
    schema = SCHEMAS[kind]
    if len(body) > MAX_BODY:
        raise BadMessage(f"longer than {MAX_BODY} bytes")
    try:
        message = json.loads(body.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BadMessage("not JSON") from error
    problem = next(_validator(kind).iter_errors(message), None)
    if problem is not None:
        place = ".".join(map(str, problem.path)) or "the message"
        raise BadMessage(f"{place} does not fit the schema of {kind}")
    assert isinstance(message, dict), schema
    return message


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


@cache
def _validator(kind: str) -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(SCHEMAS[kind])
