"""Conditions that are never or always true where they are asked.

Choices are judged by every situation a play can come to. Texts and panels are judged by the
values that a word, flag or small number may hold at their node: that knows less, so it may miss
a fault, but what it tells is true.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from math import prod
from typing import NamedTuple

from app.authoring.exploration import Exploration
from app.authoring.finding import Mark
from app.authoring.loading import Loaded
from app.authoring.reading import Listing, Scalar, Table, Value
from app.engine.expression import Expression
from app.engine.graph import moves
from app.engine.scenario import (
    ChanceNode,
    DecisionNode,
    Ending,
    Node,
    Outcome,
    Panel,
    Passage,
    Scenario,
)
from app.engine.solver.reach import possible_values

MAX_CASES = 2_000


class Verdict(NamedTuple):
    """``always`` true, or else never. ``path``: keys to the part or the list that holds it,
    ``text``: the condition.
    """

    path: tuple[str, ...]
    text: str
    always: bool


def needless_choices(found: Exploration) -> Iterator[Verdict]:
    """Choices whose condition holds in every situation of a complete walk."""
    values: dict[str, list[tuple[int, ...]]] = {}
    for situation in found.situations:
        values.setdefault(situation.node, []).append(situation.values)
    for node in found.scenario.nodes.values():
        for choice in node.choices if isinstance(node, DecisionNode) else ():
            when, here = choice.when, values.get(node.id)
            if when is not None and here and all(when.holds(each) for each in here):
                yield Verdict(("nodes", node.id, "choices", choice.id, "when"), when.text, True)


def settled_texts(scenario: Scenario) -> Iterator[Verdict]:
    """Texts and panels that are never shown, or always although they have a condition."""
    possible = possible_values(scenario)
    for node_id, here in possible.items():
        for path, part in _parts(scenario.nodes[node_id]):
            if part.when is not None:
                results = _results(scenario, part.when, here)
                if len(results) == 1:
                    yield Verdict(("nodes", node_id, *path), part.when.text, results == {True})
        for move in moves(scenario.nodes[node_id]):
            for passage in move.passages if isinstance(move, Outcome) else ():
                if passage.when is not None:
                    results = _results(scenario, passage.when, possible[move.then])
                    path = ("nodes", node_id, "outcomes", move.id, "text")
                    if len(results) == 1:
                        yield Verdict(path, passage.when.text, results == {True})


def place(loaded: Loaded, verdict: Verdict) -> Mark:
    """Where the condition of a verdict stands."""
    value: Value | None = loaded.tree
    for key in verdict.path:
        value = value.get(key) if isinstance(value, Table) else None
    if isinstance(value, Scalar):
        return value.mark
    for item in value.items if isinstance(value, Listing) else ():
        when = item.get("when") if isinstance(item, Table) else None
        if isinstance(when, Scalar) and when.text == verdict.text:
            return when.mark
    return loaded.mark(*verdict.path)


def _parts(node: Node) -> Iterator[tuple[tuple[str, ...], Passage | Panel]]:
    if not isinstance(node, ChanceNode):
        assert isinstance(node, DecisionNode | Ending)
        yield from ((("text",), passage) for passage in node.passages)
        yield from ((("panels",), panel) for panel in node.panels)


def _results(scenario: Scenario, when: Expression, here: Mapping[int, frozenset[int]]) -> set[bool]:
    """What a condition can come to; both where that cannot be told."""
    slots = sorted({scenario.symbols[name].slot for name in when.names})
    if any(slot not in here for slot in slots):
        return {True, False}
    if prod(len(here[slot]) for slot in slots) > MAX_CASES:
        return {True, False}
    values = [0] * scenario.width
    results: set[bool] = set()
    for case in product(*(here[slot] for slot in slots)):
        for slot, value in zip(slots, case, strict=True):
            values[slot] = value
        results.add(when.holds(values))
        if len(results) == 2:
            break
    return results
