"""Builds the plans of a scenario and checks that every id in them exists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.authoring.finding import Report, shorten, suggestion
from app.authoring.parts import Names, entries, word
from app.authoring.reading import Table, Value
from app.engine.scenario import ChanceNode, DecisionNode, Node, Plan, Text


def build_plans(
    value: Value | None, names: Names, nodes: Mapping[str, Node], report: Report
) -> dict[str, Plan]:
    """All plans by id. ``nodes`` must be free of faults for their ids to be known."""
    decisions = {
        node.id: [choice.id for choice in node.choices]
        for node in nodes.values()
        if isinstance(node, DecisionNode)
    }
    reveals = {
        node.id: [outcome.id for outcome in node.outcomes]
        for node in nodes.values()
        if isinstance(node, ChanceNode)
    }
    facts = {fact.id: list(fact.domain.words) for fact in names.facts}
    plans = {}
    for id_, table in entries(value).items():
        assert isinstance(table, Table)
        plans[id_] = Plan(
            id_,
            Text(f"plans.{id_}", word(table.entries["title"]).strip()),
            _picks(table.get("choices"), decisions, ("decision node", "choice"), report),
            _picks(table.get("facts"), facts, ("fact", "value"), report),
            _picks(table.get("outcomes"), reveals, ("chance node", "outcome"), report),
        )
    return plans


def _picks(
    value: Value | None,
    known: Mapping[str, Iterable[str]],
    what: tuple[str, str],
    report: Report,
) -> dict[str, str]:
    found = {}
    for key, item in entries(value).items():
        assert isinstance(value, Table)
        if key not in known:
            message = f"the plan names a {what[0]} {shorten(key)} that does not exist"
            report.add(value.keys[key], "E701", message, suggestion(key, known))
        elif word(item) not in known[key]:
            message = f"{key!r} has no {what[1]} {shorten(word(item))}"
            report.add(item.mark, "E701", message, suggestion(word(item), known[key]))
        else:
            found[key] = word(item)
    return found
