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
from app.engine.scenario import Bearer, FactText, Head, Text, Variable, symbol_table

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
            report.add(office.mark, "E404", "the office closes before it opens", "swap the times")
    try:
        return Calendar(moment(word(start)), **hours)
    except ValueError:
        report.add(
            start.mark, "E404", f"{shorten(word(start))} is no day of the calendar", "mend the date"
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
    taken = {f"loss_{id_}": "the loss of a head" for id_ in heads}
    taken |= {f"breach_{id_}": "the breach of a duty" for id_ in duties}
    for part in ("facts", "variables"):
        table = tree.get(part)
        for id_, mark in table.keys.items() if isinstance(table, Table) else ():
            if id_ in RESERVED:
                report.add(mark, "E303", f"the name {id_!r} is built in", "choose another name")
            elif id_ in taken:
                message = f"the name {id_!r} is already that of {taken[id_]}"
                report.add(mark, "E304", message, "choose another name")
            taken[id_] = f"one of the {part}"


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
        report.add(shown.mark, "E202", "values are shown without a label", "add 'label: ...'")
    known = Text(f"{prefix}.label", word(label).strip()) if label is not None else None
    return Variable(id_, domain, initial, known, texts)


def _domain(value: Table, report: Report) -> Domain:
    values, bounds = value.get("values"), value.get("range")
    if values is not None and bounds is not None:
        report.add(value.mark, "E207", "a variable has values and range", "keep one of the two")
    if isinstance(values, Listing):
        return Domain.enumeration(
            _words([(word(item), item.mark) for item in values.items], report)
        )
    if isinstance(bounds, Listing):
        ends = [int(word(item)) for item in bounds.items]
        if len(ends) == 2 and ends[0] <= ends[1] <= ends[0] + MAX_RANGE:
            return Domain.integer(*ends)
        remedy = f"write [lowest, highest], at most {MAX_RANGE} apart"
        report.add(bounds.mark, "E203", "this is no range", remedy)
        return Domain.integer(min(ends, default=0), max(ends, default=0))
    return BOOLEAN


def _words(found: list[tuple[str, Mark]], report: Report) -> list[str]:
    words: list[str] = []
    for text, mark in found:
        if not re.fullmatch(ID, text) or text in ("true", "false"):
            remedy = "begin with a lower case letter, go on with letters, digits and _, at most 40"
            report.add(mark, "E204", f"{shorten(text)} is not a word for a value", remedy)
        elif text in words:
            report.add(mark, "E112", f"the word {text!r} stands here twice", "keep one of the two")
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
            suggestion(value.text, domain.words) if domain.words else f"write {describe(domain)}"
        )
        report.add(value.mark, "E205", str(error), remedy)
        return domain.low


def heads(tree: Table) -> tuple[Head, ...]:
    """The heads of loss, in order."""
    return tuple(_head(id_, value) for id_, value in entries(tree.get("heads")).items())


def _head(id_: str, value: Value) -> Head:
    assert isinstance(value, Table)
    bearer = word(value.get("bearer")) or Bearer.CLIENT
    return Head(
        id_,
        Text(f"heads.{id_}", word(value.entries["text"]).strip()),
        Bearer(bearer),
        _share(value.get("claimed_as"), 1),
        _share(value.get("new_for_old"), 0),
        _share(value.get("provable"), 1),
    )


def _share(value: Value | None, otherwise: int) -> Fraction:
    data = value.data if isinstance(value, Scalar) else otherwise
    assert isinstance(data, int | Fraction)
    return Fraction(data)


# --- facts ---------------------------------------------------------------------------------


def _facts(tree: Table, report: Report) -> tuple[Fact, ...]:
    found: list[Fact] = []
    for id_, value in entries(tree.get("facts")).items():
        assert isinstance(value, Table)
        fact = _fact(id_, value, found, report)
        if fact is not None:
            found.append(fact)
    return tuple(found)


def fact_texts(tree: Table, facts: tuple[Fact, ...], report: Report) -> dict[str, FactText]:
    """What the review calls the facts and their words, by fact id."""
    words = {fact.id: fact.domain.words for fact in facts}
    found: dict[str, FactText] = {}
    texts = tree.get("fact_texts")
    for id_, value in entries(texts).items():
        assert isinstance(texts, Table)
        assert isinstance(value, Table)
        prefix = f"fact_texts.{id_}"
        _known(id_, texts.keys[id_], tuple(words), report)
        shown = value.get("shown")
        for key in entries(shown):
            assert isinstance(shown, Table)
            _known(key, shown.keys[key], words.get(id_, (key,)), report)
        found[id_] = FactText(
            Text(f"{prefix}.label", word(value.entries["label"]).strip()),
            {
                key: Text(f"{prefix}.shown.{key}", word(text).strip())
                for key, text in entries(shown).items()
            },
        )
    return found


def _known(name: str, mark: Mark, options: tuple[str, ...], report: Report) -> None:
    if name not in options:
        report.add(mark, "E302", f"{name!r} is not known here", suggestion(name, options))


def _fact(id_: str, table: Table, earlier: list[Fact], report: Report) -> Fact | None:
    given = _given(table, earlier, report)
    rows = {key: value for key, value in table.entries.items() if key != "given"}
    body = Table(rows, table.keys, table.mark)
    parents = [earlier[index].domain for index in given]
    combinations = 1
    for parent in parents:
        combinations *= len(parent.words)
    if combinations > MAX_TABLE:
        report.add(table.mark, "E504", "the table is too large", "let it depend on fewer facts")
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
            message = f"{shorten(word(item))} is no fact that stands above"
            report.add(item.mark, "E302", message, suggestion(word(item), ids))
    return tuple(found)


def _row(table: Table, path: list[str], report: Report) -> Table | None:
    row: Value = table
    for name in path:
        below = row.get(name) if isinstance(row, Table) else None
        if below is None:
            remedy = f"add '{name}: {{...}}'"
            report.add(row.mark, "E504", f"there are no probabilities for {name!r}", remedy)
            return None
        row = below
    if isinstance(row, Table) and row.entries:
        return row
    report.add(row.mark, "E504", "here should be a mapping of words to probabilities", "write one")
    return None


def _check_rows(table: Value, path: list[tuple[str, ...]], report: Report) -> None:
    if not path or not isinstance(table, Table):
        return
    for key, below in table.entries.items():
        if key not in path[0]:
            remedy = suggestion(key, path[0])
            report.add(table.keys[key], "E504", f"{shorten(key)} is no word of that fact", remedy)
        else:
            _check_rows(below, path[1:], report)


def _distribution(id_: str, row: Table, words: list[str], report: Report) -> tuple[Fraction, ...]:
    for key in row.entries:
        if key not in words:
            report.add(row.keys[key], "E504", f"{id_} has no word {key!r}", suggestion(key, words))
    chances = tuple(_chance(row.get(name), report) for name in words)
    total = sum(chances)
    if total != 1 and all(key in words for key in row.entries):
        message = f"the probabilities of {id_!r} add up to {decimal(total)}"
        report.add(row.mark, "E501", message, "make them add up to exactly 1")
    return chances


def _chance(value: Value | None, report: Report) -> Fraction:
    if value is None:
        return Fraction(0)
    match = _PROBABILITY.fullmatch(word(value))
    if match is not None and Fraction(match[2] or 1):
        chance = Fraction(match[1]) / Fraction(match[2] or 1)
        if chance <= 1:
            return chance
    message = f"{shorten(word(value))} is not a probability"
    report.add(value.mark, "E503", message, "write a decimal or a fraction from 0 to 1")
    return Fraction(0)


def decimal(number: Fraction | int) -> str:
    """A fraction for a message: ``0.95``, or ``2/3`` where no short decimal is exact."""
    exact = f"{float(number):.6f}".rstrip("0").rstrip(".")
    return exact if Fraction(exact) == number else str(Fraction(number))
