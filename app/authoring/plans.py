"""Builds the plans of a scenario and checks that every id in them exists."""

from __future__ import annotations

from collections.abc import Mapping

from app.authoring.finding import Report, shorten, suggestion
from app.authoring.parts import Names, entries, word
from app.authoring.reading import Table, Value
from app.engine.scenario import Plan, Text
from app.phrase import Phrase


def build_plans(value: Value | None, names: Names, shown: Table, report: Report) -> dict[str, Plan]:
    """All plans by id. ``shown``: the whole file, so that ids of faulty parts are known too."""
    nodes = entries(shown.get("nodes"))
    decisions = _inner_ids(nodes, "choices")
    reveals = _inner_ids(nodes, "outcomes")
    facts = {fact.id: fact.domain.words for fact in names.facts}
    plans = {}
    for id_, table in entries(value).items():
        assert isinstance(table, Table)
        plans[id_] = Plan(
            id_,
            Text(f"plans.{id_}", word(table.entries["title"]).strip()),
            _picks(
                table.get("choices"), decisions, (Phrase("decision node"), Phrase("choice")), report
            ),
            _picks(table.get("facts"), facts, (Phrase("fact"), Phrase("value")), report),
            _picks(
                table.get("outcomes"), reveals, (Phrase("chance node"), Phrase("outcome")), report
            ),
        )
    return plans


def _inner_ids(nodes: Mapping[str, Value], key: str) -> dict[str, tuple[str, ...]]:
    return {
        id_: tuple(entries(node.get(key)))
        for id_, node in nodes.items()
        if isinstance(node, Table) and key in node.entries
    }


def _picks(
    value: Value | None,
    known: Mapping[str, tuple[str, ...]],
    what: tuple[Phrase, Phrase],
    report: Report,
) -> dict[str, str]:
    found = {}
    for key, item in entries(value).items():
        assert isinstance(value, Table)
        if key not in known:
            message = Phrase(
                "the plan names a {what} {key} that does not exist", what=what[0], key=shorten(key)
            )
            report.add(value.keys[key], "E701", message, suggestion(key, known))
        elif word(item) not in known[key]:
            message = Phrase(
                "{key} has no {what} {item}", key=repr(key), what=what[1], item=shorten(word(item))
            )
            report.add(item.mark, "E701", message, suggestion(word(item), known[key]))
        else:
            found[key] = word(item)
    return found
