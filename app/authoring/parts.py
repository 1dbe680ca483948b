"""Builds what stands above the nodes: facts, variables, heads, duties, contract, calendar."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from keyword import kwlist

from app.authoring.finding import Mark, Report, shorten, suggestion
from app.authoring.formulas import clock_minutes, describe, moment
from app.authoring.reading import Listing, Scalar, Table, Value, read_scalar
from app.authoring.shape import ID
from app.engine.clock import Calendar
from app.engine.errors import ExpressionError
from app.engine.expression import BOOLEAN, Domain, Symbol
from app.engine.facts import Fact
from app.engine.scenario import Text, Variable, symbol_table
from app.phrase import Phrase

RESERVED = frozenset(
    ("minutes", "hours", "day", "minute_of_day", "insured", "min", "max", "abs", "true", "false")
) | frozenset(kwlist)
MAX_TABLE = 20_000
MAX_RANGE = 1_000_000

_PROBABILITY = re.compile(r"(\d{1,12}(?:\.\d{1,12})?)(?: */ *(\d{1,12}))?")


@dataclass(frozen=True)
class Names:
    """All that can be referred to by name; ids whose definition is faulty are known as well."""

    variables: tuple[Variable, ...]
    facts: tuple[Fact, ...]
    heads: tuple[str, ...]
    duties: tuple[str, ...]
    symbols: Mapping[str, Symbol]


def entries(value: Value | None) -> Mapping[str, Value]:
    """The entries of a mapping, none without one."""
    return value.entries if isinstance(value, Table) else {}


def word(value: Value | None) -> str:
    """The text of a single value, empty without one."""
    return value.text if isinstance(value, Scalar) else ""


def calendar(tree: Table, report: Report) -> Calendar:
    """When the story starts, and the office hours."""
    start = tree.entries["start_time"]
    office = tree.get("office_hours")
    hours: dict[str, int] = {}
    if isinstance(office, Table):
        opens, closes, days = (office.get(key) for key in ("from", "to", "days"))
        if opens is not None:
            hours["opens"] = clock_minutes(word(opens))
        if closes is not None:
            hours["closes"] = clock_minutes(word(closes))
        if isinstance(days, Scalar) and isinstance(days.data, int):
            hours["workdays"] = days.data
        if hours.get("opens", 480) >= hours.get("closes", 1020):
            report.add(
                office.mark,
                "E404",
                Phrase("the office closes before it opens"),
                Phrase("swap the times"),
            )
    try:
        return Calendar(moment(word(start)), **hours)
    except ValueError:
        report.add(
            start.mark,
            "E404",
            Phrase("{start} is no day of the calendar", start=shorten(word(start))),
            Phrase("mend the date"),
        )
        return Calendar(moment("2026-01-01 08:00"), **hours)


def names(tree: Table, shown: Table, when: Calendar, report: Report) -> Names:
    """The names of the pruned ``tree``; ``shown`` is the tree before pruning."""
    facts = _facts(tree, report)
    variables = tuple(
        _variable(id_, value, report) for id_, value in entries(tree.get("variables")).items()
    )
    heads, duties = (tuple(entries(shown.get(part))) for part in ("heads", "duties"))
    _check_namespace(shown, heads, duties, report)
    domains = tuple((fact.id, fact.domain) for fact in facts)
    table = symbol_table(when, variables, heads, duties, domains)
    return Names(variables, facts, heads, duties, table)


def _check_namespace(
    tree: Table, heads: tuple[str, ...], duties: tuple[str, ...], report: Report
) -> None:
    taken = {f"loss_{id_}": Phrase("the loss of a head") for id_ in heads}
    taken |= {f"breach_{id_}": Phrase("the breach of a duty") for id_ in duties}
    for part in ("facts", "variables"):
        table = tree.get(part)
        for id_, mark in table.keys.items() if isinstance(table, Table) else ():
            if id_ in RESERVED:
                report.add(
                    mark,
                    "E303",
                    Phrase("the name {id} is built in", id=repr(id_)),
                    Phrase("choose another name"),
                )
            elif id_ in taken:
                message = Phrase(
                    "the name {id} is already that of {taken}", id=repr(id_), taken=taken[id_]
                )
                report.add(mark, "E304", message, Phrase("choose another name"))
            taken[id_] = Phrase("one of the {part}", part=part)


# --- variables and heads -----------------------------------------------------------------


def _variable(id_: str, value: Value, report: Report) -> Variable:
    if isinstance(value, Scalar):
        return Variable(id_, BOOLEAN, int(value.data is True))
    assert isinstance(value, Table)
    domain = _domain(value, report)
    initial = _encode(value.entries["initial"], domain, report)
    label = value.get("label")
    prefix = f"variables.{id_}"
    texts: dict[int, Text] = {}
    shown = value.get("shown")
    for key, text in entries(shown).items():
        assert isinstance(shown, Table)
        stored = _encode(read_scalar(key, shown.keys[key]), domain, report)
        texts[stored] = Text(f"{prefix}.shown.{key}", word(text).strip())
    if shown is not None and label is None:
        report.add(
            shown.mark,
            "E202",
            Phrase("values are shown without a label"),
            Phrase("add 'label: ...'"),
        )
    known = Text(f"{prefix}.label", word(label).strip()) if label is not None else None
    return Variable(id_, domain, initial, known, texts)


def _domain(value: Table, report: Report) -> Domain:
    values, bounds = value.get("values"), value.get("range")
    if values is not None and bounds is not None:
        report.add(
            value.mark,
            "E207",
            Phrase("a variable has values and range"),
            Phrase("keep one of the two"),
        )
    if isinstance(values, Listing):
        return Domain.enumeration(
            _words([(word(item), item.mark) for item in values.items], report)
        )
    if isinstance(bounds, Listing):
        ends = [int(word(item)) for item in bounds.items]
        if len(ends) == 2 and ends[0] <= ends[1] <= ends[0] + MAX_RANGE:
            return Domain.integer(*ends)
        remedy = Phrase("write [lowest, highest], at most {max_range} apart", max_range=MAX_RANGE)
        report.add(bounds.mark, "E203", Phrase("this is no range"), remedy)
        return Domain.integer(min(ends, default=0), max(ends, default=0))
    return BOOLEAN


def _words(found: list[tuple[str, Mark]], report: Report) -> list[str]:
    words: list[str] = []
    for text, mark in found:
        if not re.fullmatch(ID, text) or text in ("true", "false"):
            remedy = Phrase(
                "begin with a lower case letter, go on with letters, digits and _, at most 40"
            )
            report.add(
                mark, "E204", Phrase("{text} is not a word for a value", text=shorten(text)), remedy
            )
        elif text in words:
            report.add(
                mark,
                "E112",
                Phrase("the word {text} stands here twice", text=repr(text)),
                Phrase("keep one of the two"),
            )
        else:
            words.append(text)
    return words or ["none"]


def _encode(value: Value, domain: Domain, report: Report) -> int:
    assert isinstance(value, Scalar)
    data = value.text if domain.words else value.data
    try:
        return domain.encode(data)
    except ExpressionError as error:
        remedy = (
            suggestion(value.text, domain.words)
            if domain.words
            else Phrase("write {domain}", domain=describe(domain))
        )
        report.add(value.mark, "E205", error.phrase, remedy)
        return domain.low


def _facts(tree: Table, report: Report) -> tuple[Fact, ...]:
    found: list[Fact] = []
    for id_, value in entries(tree.get("facts")).items():
        assert isinstance(value, Table)
        fact = _fact(id_, value, found, report)
        if fact is not None:
            found.append(fact)
    return tuple(found)


def _fact(id_: str, table: Table, earlier: list[Fact], report: Report) -> Fact | None:
    given = _given(table, earlier, report)
    rows = {key: value for key, value in table.entries.items() if key != "given"}
    body = Table(rows, table.keys, table.mark)
    parents = [earlier[index].domain for index in given]
    combinations = 1
    for parent in parents:
        combinations *= len(parent.words)
    if combinations > MAX_TABLE:
        report.add(
            table.mark,
            "E504",
            Phrase("the table is too large"),
            Phrase("let it depend on fewer facts"),
        )
        return None
    leaves = {}
    for codes in product(*(range(len(parent.words)) for parent in parents)):
        path = [parent.words[code] for parent, code in zip(parents, codes, strict=True)]
        leaves[codes] = _row(body, path, report)
    _check_rows(body, [parent.words for parent in parents], report)
    first = next((leaf for leaf in leaves.values() if leaf is not None), None)
    if first is None:
        return None
    words = _words([(key, first.keys[key]) for key in first.entries], report)
    chances = {
        codes: _distribution(id_, leaf, words, report)
        for codes, leaf in leaves.items()
        if leaf is not None
    }
    return Fact(id_, Domain.enumeration(words), given, chances)


def _given(table: Table, earlier: list[Fact], report: Report) -> tuple[int, ...]:
    value = table.get("given")
    if value is None:
        return ()
    ids = [fact.id for fact in earlier]
    found = []
    for item in value.items if isinstance(value, Listing) else (value,):
        if word(item) in ids:
            found.append(ids.index(word(item)))
        else:
            message = Phrase("{item} is no fact that stands above", item=shorten(word(item)))
            report.add(item.mark, "E302", message, suggestion(word(item), ids))
    return tuple(found)


def _row(table: Table, path: list[str], report: Report) -> Table | None:
    row: Value = table
    for name in path:
        below = row.get(name) if isinstance(row, Table) else None
        if below is None:
            remedy = Phrase("add '{name}: {...}'", name=name)
            report.add(
                row.mark,
                "E504",
                Phrase("there are no probabilities for {name}", name=repr(name)),
                remedy,
            )
            return None
        row = below
    if isinstance(row, Table) and row.entries:
        return row
    report.add(
        row.mark,
        "E504",
        Phrase("here should be a mapping of words to probabilities"),
        Phrase("write one"),
    )
    return None


def _check_rows(table: Value, path: list[tuple[str, ...]], report: Report) -> None:
    if not path or not isinstance(table, Table):
        return
    for key, below in table.entries.items():
        if key not in path[0]:
            remedy = suggestion(key, path[0])
            report.add(
                table.keys[key],
                "E504",
                Phrase("{key} is no word of that fact", key=shorten(key)),
                remedy,
            )
        else:
            _check_rows(below, path[1:], report)


def _distribution(id_: str, row: Table, words: list[str], report: Report) -> tuple[Fraction, ...]:
    for key in row.entries:
        if key not in words:
            report.add(
                row.keys[key],
                "E504",
                Phrase("{id} has no word {key}", id=id_, key=repr(key)),
                suggestion(key, words),
            )
    chances = tuple(_chance(row.get(name), report) for name in words)
    total = sum(chances)
    if total != 1 and all(key in words for key in row.entries):
        message = Phrase(
            "the probabilities of {id} add up to {total}", id=repr(id_), total=decimal(total)
        )
        report.add(row.mark, "E501", message, Phrase("make them add up to exactly 1"))
    return chances


def _chance(value: Value | None, report: Report) -> Fraction:
    if value is None:
        return Fraction(0)
    match = _PROBABILITY.fullmatch(word(value))
    if match is not None and Fraction(match[2] or 1):
        chance = Fraction(match[1]) / Fraction(match[2] or 1)
        if chance <= 1:
            return chance
    message = Phrase("{value} is not a probability", value=shorten(word(value)))
    report.add(value.mark, "E503", message, Phrase("write a decimal or a fraction from 0 to 1"))
    return Fraction(0)


def decimal(number: Fraction | int) -> str:
    """A fraction for a message: ``0.95``, or ``2/3`` where no short decimal is exact."""
    exact = f"{float(number):.6f}".rstrip("0").rstrip(".")
    return exact if Fraction(exact) == number else str(Fraction(number))
