"""Checks the form of a tree by its shape.

Every fault is reported, and the tree comes back without the faulty parts, so that the
builder meets well-formed values only and still finds the faults of meaning in the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from app.authoring.finding import Report, shorten, suggestion
from app.authoring.reading import Listing, Scalar, Table, Value
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
from app.phrase import Phrase


def prune(shape: Shape, value: Value, report: Report) -> Value | None:
    """``value`` without its faulty parts, None when nothing is left of it."""
    kept: Value | None = None
    match shape:
        case Word():
            kept = _word(shape, value, report)
        case Whole() | Share():
            kept = _number(shape, value, report)
        case Flag():
            kept = _flag(value, report)
        case Formula():
            kept = _formula(shape, value, report)
        case Lines():
            kept = _lines(shape, value, report)
        case ById():
            kept = _by_id(shape, value, report)
        case Record():
            kept = _record(shape, value, report)
        case Either():
            kept = _either(shape, value, report)
        case ByKey():
            kept = _by_key(shape, value, report)
        case Chances():
            kept = _chances(shape, value, report)
    return kept


def _is_filled(value: Value) -> bool:
    return isinstance(value, Scalar) and value.data is not None


def _wrong(value: Value, wanted: Phrase, report: Report) -> None:
    found = Phrase("a list") if isinstance(value, Listing) else Phrase("a mapping")
    if isinstance(value, Scalar):
        found = Phrase("{text}", text=shorten(value.text)) if value.text else Phrase("nothing")
    report.add(
        value.mark,
        "E203",
        Phrase("{found} where {wanted} is expected", found=found, wanted=wanted),
        Phrase("write {wanted}", wanted=wanted),
    )


def _flag(value: Value, report: Report) -> Value | None:
    if isinstance(value, Scalar) and isinstance(value.data, bool):
        return value
    _wrong(value, Phrase("true or false"), report)
    return None


def _formula(shape: Formula, value: Value, report: Report) -> Value | None:
    if _is_filled(value):
        return value
    _wrong(value, shape.wanted, report)
    return None


def _word(shape: Word, value: Value, report: Report) -> Value | None:
    if not isinstance(value, Scalar) or not _is_filled(value):
        _wrong(value, shape.wanted, report)
        return None
    if shape.options and value.text not in shape.options:
        remedy = suggestion(value.text, shape.options)
        report.add(
            value.mark,
            "E205",
            Phrase("{text} is not {wanted}", text=shorten(value.text), wanted=shape.wanted),
            remedy,
        )
        return None
    if shape.pattern and not re.fullmatch(shape.pattern, value.text):
        _wrong(value, shape.wanted, report)
        return None
    return value


def _number(shape: Whole | Share, value: Value, report: Report) -> Value | None:
    data = value.data if isinstance(value, Scalar) else None
    whole = isinstance(data, int) and not isinstance(data, bool)
    if whole or (isinstance(data, Fraction) and isinstance(shape, Share)):
        assert isinstance(data, int | Fraction)
        if shape.low <= data <= shape.high:
            return value
    kind = Phrase("a whole number") if isinstance(shape, Whole) else Phrase("a number")
    _wrong(
        value,
        Phrase("{kind} from {low} to {high}", kind=kind, low=shape.low, high=shape.high),
        report,
    )
    return None


def _lines(shape: Lines, value: Value, report: Report) -> Value | None:
    if not isinstance(value, Listing):
        _wrong(value, Phrase("a list"), report)
        return None
    if len(value.items) < shape.least:
        report.add(
            value.mark,
            "E206",
            Phrase("fewer than {least} here", least=shape.least),
            Phrase("add to the list"),
        )
        return None
    kept = [prune(shape.of, item, report) for item in value.items]
    return Listing(tuple(item for item in kept if item is not None), value.mark)


def _by_id(shape: ById, value: Value, report: Report) -> Value | None:
    if not isinstance(value, Table):
        _wrong(value, Phrase("a mapping of ids"), report)
        return None
    if len(value.entries) < shape.least:
        report.add(
            value.mark,
            "E206",
            Phrase("fewer than {least} here", least=shape.least),
            Phrase("add to the mapping"),
        )
        return None
    entries: dict[str, Value] = {}
    for key, item in value.entries.items():
        kept = prune(shape.of, item, report)
        if not re.fullmatch(shape.pattern, key):
            report.add(
                value.keys[key],
                "E204",
                Phrase("{key} is not an id", key=shorten(key)),
                Phrase(
                    "begin with a lower case letter, go on with letters, digits and _, at most 40"
                ),
            )
        elif kept is not None:
            entries[key] = kept
    return Table(entries, value.keys, value.mark)


def _record(shape: Record, value: Value, report: Report) -> Value | None:
    if not isinstance(value, Table):
        _wrong(value, Phrase("the mapping of {what}", what=shape.what), report)
        return None
    known = shape.keys
    entries: dict[str, Value] = {}
    for key, item in value.entries.items():
        if key not in known:
            message = Phrase(
                "the key {key} is unknown in {what}", key=shorten(key), what=shape.what
            )
            report.add(value.keys[key], "E201", message, suggestion(key, known))
        elif (kept := prune(known[key], item, report)) is not None:
            entries[key] = kept
    for key in shape.required:
        if key not in value.entries:
            message = Phrase("{what} has no {key}", what=shape.what, key=repr(key))
            report.add(value.mark, "E202", message, Phrase("add '{key}: ...'", key=key))
    if all(key in entries for key in shape.required):
        return Table(entries, value.keys, value.mark)
    return None


def _either(shape: Either, value: Value, report: Report) -> Value | None:
    inner = shape.table if isinstance(value, Table) else shape.scalar
    if isinstance(value, Listing):
        inner = shape.listing
    if inner is not None:
        return prune(inner, value, report)
    _wrong(value, shape.wanted, report)
    return None


def _by_key(shape: ByKey, value: Value, report: Report) -> Value | None:
    if not isinstance(value, Table):
        _wrong(value, Phrase("the mapping of {what}", what=shape.what), report)
        return None
    found = [key for key in shape.cases if key in value.entries]
    if len(found) == 1:
        return prune(shape.cases[found[0]], value, report)
    keys = _quoted(shape.cases)
    message = (
        Phrase("{what} has both {found}", what=shape.what, found=_quoted(found))
        if found
        else Phrase("{what} has none of {keys}", what=shape.what, keys=keys)
    )
    report.add(value.mark, "E207", message, Phrase("give it exactly one of {keys}", keys=keys))
    return None


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(repr(word) for word in words)


def _chances(shape: Chances, value: Value, report: Report) -> Value | None:
    if not isinstance(value, Table):
        _wrong(value, Phrase("a mapping of words to probabilities"), report)
        return None
    entries: dict[str, Value] = {}
    for key, item in value.entries.items():
        inner = shape.given if key == "given" else None
        kept = _probabilities(item, report) if inner is None else prune(inner, item, report)
        if kept is not None:
            entries[key] = kept
    return Table(entries, value.keys, value.mark)


def _probabilities(value: Value, report: Report) -> Value | None:
    if isinstance(value, Table):
        kept = {key: _probabilities(item, report) for key, item in value.entries.items()}
        entries = {key: item for key, item in kept.items() if item is not None}
        return Table(entries, value.keys, value.mark)
    if not _is_filled(value):
        _wrong(value, Phrase("a probability or a mapping of words to probabilities"), report)
        return None
    return value
