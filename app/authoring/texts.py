"""Every text of a scenario that a player can read, in reading order, with hints on its use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.engine.graph import moves
from app.engine.scenario import (
    ChanceNode,
    Choice,
    DecisionNode,
    Guide,
    Node,
    Panel,
    PanelKind,
    Passage,
    Scenario,
    Text,
)

_PROSE = re.compile(r"\b[a-z]{4,}")
"""A plain word, which ``§ 278 BGB`` and ``OLG Hamm 13 U 133/03`` do not have."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text and where it shows. ``fixed_lines``: how many lines a translation must have."""

    text: Text
    hint: str = ""
    fixed_lines: int | None = None


def texts(scenario: Scenario) -> Iterator[ReadText]:
    """All of them but the author's notes, which no screen shows."""
    yield ReadText(scenario.title, "the scenario's title")
    yield ReadText(scenario.summary, "for the library")
    yield from _passages(scenario.briefing)
    yield from (ReadText(name, "insurance terms") for name in scenario.terms_names.values())
    for fact in scenario.fact_texts.values():
        yield ReadText(fact.label, "a hidden fact, in the review")
        yield from (ReadText(text, "what the fact was") for text in fact.words.values())
    for variable in scenario.variables:
        if variable.label is not None:
            yield ReadText(variable.label, "what is known: the label")
        yield from (ReadText(text, "what is known") for text in variable.value_texts.values())
    yield from (ReadText(head.text, "a head of loss") for head in scenario.heads)
    yield from (ReadText(duty.text, "a duty") for duty in scenario.duties)
    yield from (ReadText(name, "insurance terms") for name in scenario.terms_names.values())
    for node in scenario.nodes.values():
        yield from _node(node)
    yield from (ReadText(Text(part, part), "a source") for part in _told_sources(scenario))
    yield from (ReadText(plan.title, "a plan's title") for plan in scenario.plans.values())
    if scenario.real_case is not None:
        yield ReadText(scenario.real_case, "the real case, in the review")


def _told_sources(scenario: Scenario) -> list[str]:
    """The parts of legal and other sources that are prose; they are their own keys."""
    sources = [duty.source for duty in scenario.duties]
    sources += [
        node.lesson.source
        for node in scenario.nodes.values()
        if isinstance(node, DecisionNode) and node.lesson is not None
    ]
    parts = dict.fromkeys(part for source in sources for part in source.split("; "))
    return [part for part in parts if _PROSE.search(part)]


def _node(node: Node) -> Iterator[ReadText]:
    if node.title is not None:
        yield ReadText(node.title, "a scene's title")
    if not isinstance(node, ChanceNode):
        yield from _passages(node.passages)
        for panel in node.panels:
            yield from _panel(panel)
    if isinstance(node, DecisionNode) and node.lesson is not None:
        yield ReadText(node.lesson.text, "a lesson, in the review")
    if isinstance(node, DecisionNode) and node.guide is not None:
        yield from _guide(node.guide)
    for move in moves(node):
        if isinstance(move, Choice):
            yield ReadText(move.text, "a choice")
            if move.detail is not None:
                yield ReadText(move.detail, "a choice, explained")
        else:
            yield from _passages(move.passages)
        if move.log is not None:
            yield ReadText(move.log, "a line of the log book")


def _guide(guide: Guide) -> Iterator[ReadText]:
    if guide.notes is not None:
        yield ReadText(guide.notes, "for a workshop's facilitator only")
    yield from (ReadText(text, "a facilitator's question to the room") for text in guide.questions)
    if guide.expected_answer is not None:
        yield ReadText(guide.expected_answer, "what a facilitator listens for")


def _passages(passages: tuple[Passage, ...]) -> Iterator[ReadText]:
    return (ReadText(passage.text) for passage in passages)


def _panel(panel: Panel) -> Iterator[ReadText]:
    yield ReadText(panel.title, f"{panel.kind.value}: the title")
    lines = panel.body.source.count("\n") + 1
    if panel.kind is PanelKind.TERMINAL:
        yield ReadText(panel.body, "terminal: keep the lines and columns", lines)
    else:
        yield ReadText(panel.body, f"{panel.kind.value}: lines and spaces show as they are")
