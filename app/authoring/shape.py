"""Shapes: what may stand where in a file. Each shape prunes a tree and describes itself.

``prune`` reports every fault of form and returns the tree without the faulty parts, so that
the builder meets well-formed values only and still finds the faults of meaning in the rest.
``schema`` gives the same shape as JSON Schema (2020-12).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Protocol

from app.authoring.finding import Mark, Report, shorten, suggestion
from app.authoring.reading import Listing, Scalar, Table, Value

ID = r"[a-z][a-z0-9_]{0,39}"
PLAN_ID = r"[a-z][a-z0-9_-]{0,39}"


class Shape(Protocol):
    """What a value must look like."""

    def prune(self, value: Value, report: Report) -> Value | None:
        """The value without its faulty parts, None when nothing is left; faults are reported."""
        ...

    def schema(self) -> dict[str, Any]:
        """The same as JSON Schema."""
        ...


def _wrong(value: Value, wanted: str, report: Report) -> None:
    found = "a list" if isinstance(value, Listing) else "a mapping"
    if isinstance(value, Scalar):
        found = shorten(value.text) if value.text else "nothing"
    report.add(value.mark, "E203", f"{found} where {wanted} is expected", f"write {wanted}")


@dataclass(frozen=True)
class Word:
    """A text of one kind: any, or one that matches a pattern, or one of a list."""

    wanted: str = "a text"
    pattern: str = ""
    options: tuple[str, ...] = ()

    def prune(self, value: Value, report: Report) -> Value | None:
        if not isinstance(value, Scalar) or value.data is None:
            _wrong(value, self.wanted, report)
            return None
        if self.options and value.text not in self.options:
            remedy = suggestion(value.text, self.options)
            report.add(value.mark, "E205", f"{shorten(value.text)} is not {self.wanted}", remedy)
            return None
        if self.pattern and not re.fullmatch(self.pattern, value.text):
            _wrong(value, self.wanted, report)
            return None
        return value

    def schema(self) -> dict[str, Any]:
        if self.options:
            return {"enum": list(self.options)}
        if self.pattern:
            return {"type": "string", "pattern": f"^{self.pattern}$"}
        return {"type": ["string", "number", "boolean"]}


@dataclass(frozen=True)
class Whole:
    """A whole number."""

    low: int
    high: int

    def prune(self, value: Value, report: Report) -> Value | None:
        data = value.data if isinstance(value, Scalar) else None
        if isinstance(data, int) and not isinstance(data, bool) and self.low <= data <= self.high:
            return value
        _wrong(value, f"a whole number from {self.low} to {self.high}", report)
        return None

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True)
class Share:
    """A whole or decimal number."""

    low: int
    high: int

    def prune(self, value: Value, report: Report) -> Value | None:
        data = value.data if isinstance(value, Scalar) else None
        number = isinstance(data, int | Fraction) and not isinstance(data, bool)
        if number and isinstance(data, int | Fraction) and self.low <= data <= self.high:
            return value
        _wrong(value, f"a number from {self.low} to {self.high}", report)
        return None

    def schema(self) -> dict[str, Any]:
        return {"type": "number", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True)
class Flag:
    """``true`` or ``false``."""

    def prune(self, value: Value, report: Report) -> Value | None:
        if isinstance(value, Scalar) and isinstance(value.data, bool):
            return value
        _wrong(value, "true or false", report)
        return None

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


@dataclass(frozen=True)
class Formula:
    """An expression, a number, or a truth value; the builder looks into it."""

    wanted: str = "an expression"

    def prune(self, value: Value, report: Report) -> Value | None:
        if isinstance(value, Scalar) and value.data is not None:
            return value
        _wrong(value, self.wanted, report)
        return None

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number", "boolean"]}


@dataclass(frozen=True)
class Lines:
    """A list of one shape."""

    of: Shape
    least: int = 0

    def prune(self, value: Value, report: Report) -> Value | None:
        if not isinstance(value, Listing):
            _wrong(value, "a list", report)
            return None
        if len(value.items) < self.least:
            report.add(value.mark, "E206", f"fewer than {self.least} here", "add to the list")
        kept = [self.of.prune(item, report) for item in value.items]
        return Listing(tuple(item for item in kept if item is not None), value.mark)

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.of.schema(), "minItems": self.least}


@dataclass(frozen=True)
class ById:
    """A mapping of ids to one shape each."""

    of: Shape
    least: int = 0
    pattern: str = ID

    def prune(self, value: Value, report: Report) -> Value | None:
        if not isinstance(value, Table):
            _wrong(value, "a mapping of ids", report)
            return None
        if len(value.entries) < self.least:
            report.add(value.mark, "E206", f"fewer than {self.least} here", "add to the mapping")
        entries: dict[str, Value] = {}
        for key, item in value.entries.items():
            if not re.fullmatch(self.pattern, key):
                _bad_id(key, value.keys[key], report)
            kept = self.of.prune(item, report)
            if kept is not None:
                entries[key] = kept
        return Table(entries, value.keys, value.mark)

    def schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "propertyNames": {"pattern": f"^{self.pattern}$"},
            "additionalProperties": self.of.schema(),
            "minProperties": self.least,
        }


def _bad_id(key: str, mark: Mark, report: Report) -> None:
    report.add(
        mark,
        "E204",
        f"{shorten(key)} is not an id",
        "start with a lower case letter, go on with letters, digits and _, 40 characters at most",
    )


@dataclass(frozen=True)
class Record:
    """A mapping with known keys."""

    what: str
    required: Mapping[str, Shape]
    optional: Mapping[str, Shape] = field(default_factory=dict)

    def prune(self, value: Value, report: Report) -> Value | None:
        if not isinstance(value, Table):
            _wrong(value, f"the mapping of {self.what}", report)
            return None
        shapes = {**self.required, **self.optional}
        entries: dict[str, Value] = {}
        for key, item in value.entries.items():
            shape = shapes.get(key)
            if shape is None:
                remedy = suggestion(key, shapes)
                message = f"the key {shorten(key)} is unknown in {self.what}"
                report.add(value.keys[key], "E201", message, remedy)
            elif (kept := shape.prune(item, report)) is not None:
                entries[key] = kept
        for key in self.required:
            if key not in value.entries:
                message = f"{self.what} has no {key!r}"
                report.add(value.mark, "E202", message, f"add '{key}: ...'")
        if all(key in entries for key in self.required):
            return Table(entries, value.keys, value.mark)
        return None

    def schema(self) -> dict[str, Any]:
        shapes = {**self.required, **self.optional}
        return {
            "type": "object",
            "properties": {key: shape.schema() for key, shape in shapes.items()},
            "required": list(self.required),
            "additionalProperties": False,
        }


@dataclass(frozen=True)
class Either:
    """One shape for each form a value can have: a single value, a list, a mapping."""

    wanted: str
    scalar: Shape | None = None
    listing: Shape | None = None
    table: Shape | None = None

    def prune(self, value: Value, report: Report) -> Value | None:
        shape = self.table if isinstance(value, Table) else self.scalar
        if isinstance(value, Listing):
            shape = self.listing
        if shape is None:
            _wrong(value, self.wanted, report)
            return None
        return shape.prune(value, report)

    def schema(self) -> dict[str, Any]:
        shapes = (self.scalar, self.listing, self.table)
        return {"anyOf": [shape.schema() for shape in shapes if shape is not None]}


@dataclass(frozen=True)
class ByKey:
    """One of several records, told by the key that only it has."""

    what: str
    cases: Mapping[str, Record]

    def prune(self, value: Value, report: Report) -> Value | None:
        if not isinstance(value, Table):
            _wrong(value, f"the mapping of {self.what}", report)
            return None
        found = [key for key in self.cases if key in value.entries]
        if len(found) == 1:
            return self.cases[found[0]].prune(value, report)
        keys = _list(list(self.cases))
        message = f"{self.what} has " + (f"both {_list(found)}" if found else f"none of {keys}")
        report.add(value.mark, "E207", message, f"give it exactly one of {keys}")
        return None

    def schema(self) -> dict[str, Any]:
        return {"oneOf": [record.schema() for record in self.cases.values()]}


def _list(words: Sequence[str]) -> str:
    return ", ".join(repr(word) for word in words)


@dataclass(frozen=True)
class Chances:
    """A table of probabilities by word, nested once for each given fact."""

    def prune(self, value: Value, report: Report) -> Value | None:
        if isinstance(value, Scalar) and value.data is not None:
            return value
        if isinstance(value, Table):
            kept = {key: self.prune(item, report) for key, item in value.entries.items()}
            entries = {key: item for key, item in kept.items() if item is not None}
            return Table(entries, value.keys, value.mark)
        _wrong(value, "a probability or a mapping of words to probabilities", report)
        return None

    def schema(self) -> dict[str, Any]:
        return {"$ref": "#/$defs/chances"}


CHANCES_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "number", "minimum": 0, "maximum": 1},
        {"type": "string"},
        {"type": "object", "additionalProperties": {"$ref": "#/$defs/chances"}},
    ]
}
