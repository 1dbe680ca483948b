"""From a scenario file to a Scenario, or to all that is wrong with it at once."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, replace
from pathlib import Path

from app.authoring import agreements, headings, parts
from app.authoring.chances import Chances
from app.authoring.finding import Finding, Mark, Report, ScenarioFileError, shorten, suggestion
from app.authoring.formulas import Formulas, fixed
from app.authoring.migrations import migrate
from app.authoring.nodes import Nodes, known_ids
from app.authoring.plans import build_plans
from app.authoring.prose import Prose
from app.authoring.pruning import prune
from app.authoring.reading import (
    Listing,
    Scalar,
    Table,
    Value,
    content_hash,
    locate,
    read_bytes,
    read_file,
    without_guides,
)
from app.authoring.translation import translations
from app.authoring.vocabulary import SCENARIO
from app.engine.expression import Expression
from app.engine.law import CENTS, DEFAULTS, QUESTIONS
from app.engine.scenario import Accrual, Duty, Scenario, Text
from app.phrase import Phrase
from app.resources import SCENARIO_FILE

__all__ = ["Loaded", "ScenarioFileError", "load_scenario", "parse_scenario", "read_scenario"]


@dataclass(frozen=True)
class Loaded:
    """A scenario together with the places of its parts.

    ``warnings``: what the author should know though the file loads, as that it is in an older
    version of the format.
    """

    scenario: Scenario
    tree: Table
    file: str
    warnings: tuple[Finding, ...] = ()

    def mark(self, *path: str) -> Mark:
        """Where the part at a path of keys stands, as ``mark("nodes", "alarm")``."""
        return locate(self.tree, *path)


def load_scenario(path: Path | str) -> Scenario:
    """The scenario of a folder or a ``scenario.yaml``. Raises ScenarioFileError."""
    return read_scenario(path).scenario


def read_scenario(path: Path | str) -> Loaded:
    """As :func:`load_scenario`, with the places of all parts. Raises ScenarioFileError.

    The translations that lie beside the file come along.
    """
    file = Path(path)
    if file.is_dir():
        file = file / SCENARIO_FILE
    report = Report(str(file))
    loaded = _load(read_file(file, report), report)
    translated = translations(loaded.scenario, file.parent)
    return replace(loaded, scenario=replace(loaded.scenario, translations=translated))


def parse_scenario(text: str | bytes, file: str = "scenario.yaml") -> Loaded:
    """As :func:`read_scenario`, from the text of a file. Raises ScenarioFileError."""
    report = Report(file)
    data = text.encode() if isinstance(text, str) else text
    return _load(read_bytes(data, report), report)


def _load(tree: Table, report: Report) -> Loaded:
    advice = Report(report.file)
    tree = migrate(tree, report, advice)
    pruned = prune(SCENARIO, tree, report)
    if not isinstance(pruned, Table):
        report.stop()
        raise AssertionError("a shape that prunes all reports why")
    with warnings.catch_warnings():
        # Python warns of odd expressions (`1 is 1`) on its own before we refuse them.
        warnings.simplefilter("ignore")
        scenario = _Builder(pruned, tree, report).build()
    report.stop()
    return Loaded(scenario, tree, report.file, advice.findings)


class _Builder:
    """Builds a Scenario of a ``pruned`` tree; ``shown`` is what the author wrote."""

    def __init__(self, pruned: Table, shown: Table, report: Report) -> None:
        self.tree = pruned
        self.shown = shown
        self.report = report
        self.calendar = parts.calendar(pruned, report)
        self.names = parts.names(pruned, shown, self.calendar, report)
        self.formulas = Formulas(self.names.symbols, report)
        self.prose = Prose(self.formulas, report)

    def build(self) -> Scenario:
        tree, prose = self.tree, self.prose
        minutes = tree.get("minutes_to_play")
        chances = Chances(self.names, self.calendar, self.report)
        ids = frozenset(parts.entries(self.shown.get("nodes")))
        nodes = Nodes(self.names, ids, self.formulas, prose, chances, self.report)
        built = nodes.build(self._table("nodes"))
        offer = agreements.insurance(self._table("terms"), self.formulas, self.report)
        return Scenario(
            id=parts.word(tree.entries["id"]),
            title=prose.required(tree, "title", "title"),
            summary=prose.required(tree, "summary", "summary"),
            briefing=prose.passages(tree.get("briefing"), "briefing"),
            calendar=self.calendar,
            facts=self.names.facts,
            fact_texts=headings.fact_texts(tree, self.names.facts, self.report),
            variables=self.names.variables,
            heads=headings.heads(tree),
            duties=self._duties(),
            accruals=self._accruals(),
            own_time=self._own_time(),
            nodes=built,
            start=nodes.target(tree.entries["start"]),
            legal=self._legal(),
            unavoidable=self._unavoidable(),
            contract=agreements.contract(
                self._table("contract"), self.shown, self.formulas, self.report
            ),
            terms=offer.offer,
            default_terms=offer.default,
            own_terms=offer.own,
            terms_names=offer.names,
            plans=build_plans(tree.get("plans"), self.names, self.shown, self.report),
            real_case=prose.text(tree.get("real_case"), "real_case"),
            notes=prose.text(tree.get("notes"), "notes"),
            minutes_to_play=_whole(minutes, 20),
            content_hash=content_hash(without_guides(self.shown)),
            symbols=self.names.symbols,
        )

    def _table(self, key: str) -> Table:
        table = self.tree.entries[key]
        assert isinstance(table, Table)
        return table

    def _duties(self) -> tuple[Duty, ...]:
        found = []
        for id_, table in parts.entries(self.tree.get("duties")).items():
            assert isinstance(table, Table)
            causes, gross, by_lab = (table.get(key) for key in ("causes", "gross_when", "by_lab"))
            caused = self.names.heads
            if parts.word(causes) != "all":
                caused = known_ids(causes, self.names.heads, Phrase("head of loss"), self.report)
            found.append(
                Duty(
                    id_,
                    Text(f"duties.{id_}", parts.word(table.entries["text"]).strip()),
                    parts.word(table.entries["source"]).strip(),
                    frozenset(caused),
                    None if gross is None else self.formulas.condition(gross),
                    isinstance(by_lab, Scalar) and by_lab.data is True,
                )
            )
        return tuple(found)

    def _head_slot(self, value: Value) -> int | None:
        known = known_ids(value, self.names.heads, Phrase("head of loss"), self.report)
        return self.names.symbols[f"loss_{known[0]}"].slot if known else None

    def _accruals(self) -> tuple[Accrual, ...]:
        found = []
        listing = self.tree.get("accruals")
        for table in listing.items if isinstance(listing, Listing) else ():
            assert isinstance(table, Table)
            slot = self._head_slot(table.entries["head"])
            rate = self.formulas.money(table.entries["rate"], CENTS)
            office = table.get("office_hours")
            within = not (isinstance(office, Scalar) and office.data is False)
            if slot is not None:
                found.append(Accrual(slot, rate, within))
        return tuple(found)

    def _own_time(self) -> tuple[int, int] | None:
        table = self.tree.get("own_time")
        if not isinstance(table, Table):
            return None
        slot = self._head_slot(table.entries["head"])
        rate = self.formulas.cents(table.entries["rate"])
        return None if slot is None else (slot, rate)

    def _legal(self) -> dict[str, Expression]:
        given = parts.entries(self.tree.get("legal"))
        answers = {}
        for question, (domain, _) in QUESTIONS.items():
            value = given.get(question)
            if value is None:
                answers[question] = fixed(DEFAULTS[question], domain)
            elif domain is CENTS:
                answers[question] = self.formulas.money(value, CENTS)
            else:
                answers[question] = self.formulas.value(value, domain)
        return answers

    def _unavoidable(self) -> dict[str, Expression]:
        table = self.tree.get("unavoidable")
        found = {}
        for head, value in parts.entries(table).items():
            assert isinstance(table, Table)
            found[head] = self.formulas.money(value, CENTS)
            if head not in self.names.heads:
                message = Phrase("there is no head of loss {head}", head=shorten(head))
                self.report.add(
                    table.keys[head], "E302", message, suggestion(head, self.names.heads)
                )
        return found


def _whole(value: Value | None, otherwise: int) -> int:
    data = value.data if isinstance(value, Scalar) else otherwise
    assert isinstance(data, int)
    return data
