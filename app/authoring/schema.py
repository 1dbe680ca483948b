"""The scenario format as JSON Schema (2020-12), for editors that check while one types.

Built from the same shapes that the loader checks by. The schema knows form only: names,
expressions and probabilities are checked by the loader.
"""

from __future__ import annotations

from typing import Any

from app.authoring.shape import (
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
from app.authoring.vocabulary import SCENARIO

_SCALAR = {"type": ["string", "number", "boolean"]}
_CHANCES = {
    "anyOf": [
        {"type": "number", "minimum": 0, "maximum": 1},
        {"type": "string"},
        {"type": "object", "additionalProperties": {"$ref": "#/$defs/chances"}},
    ]
}


def schema() -> dict[str, Any]:
    """The JSON Schema of a scenario file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Point of No Restore scenario",
        "$defs": {"chances": _CHANCES},
        **_schema(SCENARIO),
    }


def _schema(shape: Shape) -> dict[str, Any]:
    found: dict[str, Any] = {}
    match shape:
        case Word():
            found = _word(shape)
        case Whole() | Share():
            kind = "integer" if isinstance(shape, Whole) else "number"
            found = {"type": kind, "minimum": shape.low, "maximum": shape.high}
        case Flag():
            found = {"type": "boolean"}
        case Formula():
            found = {**_SCALAR, "description": shape.wanted}
        case Lines():
            found = {"type": "array", "items": _schema(shape.of), "minItems": shape.least}
        case ById():
            found = {
                "type": "object",
                "propertyNames": {"pattern": f"^{shape.pattern}$"},
                "additionalProperties": _schema(shape.of),
                "minProperties": shape.least,
            }
        case Record():
            found = {
                "type": "object",
                "description": shape.what,
                "properties": {key: _schema(inner) for key, inner in shape.keys.items()},
                "required": list(shape.required),
                "additionalProperties": False,
            }
        case Either():
            shapes = (shape.scalar, shape.listing, shape.table)
            found = {"anyOf": [_schema(inner) for inner in shapes if inner is not None]}
        case ByKey():
            found = {"oneOf": [_schema(record) for record in shape.cases.values()]}
        case Chances():
            found = {
                "type": "object",
                "properties": {"given": _schema(shape.given)},
                "additionalProperties": {"$ref": "#/$defs/chances"},
            }
    return found


def _word(shape: Word) -> dict[str, Any]:
    if shape.options:
        return {"enum": [str(option) for option in shape.options]}
    if shape.pattern:
        return {"type": "string", "pattern": f"^{shape.pattern}$"}
    return {**_SCALAR, "description": shape.wanted}
