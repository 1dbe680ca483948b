"""Builds what a screen may show from a state: public values only, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from app.engine import settlement
from app.engine.scenario import (
    CLOCK_SLOT,
    FIRST_FREE_SLOT,
    Bearer,
    ChanceNode,
    Choice,
    DecisionNode,
    Ending,
    Outcome,
    Panel,
    Passage,
    Text,
)
from app.engine.state import State, apply_effect
from app.play import wording
from app.play.catalog import ENGLISH, Catalog
from app.play.view import ChoiceView, HeadView, KnownView, LogView, PanelView, SceneView

_PLACEHOLDER = re.compile(r"\{(clock|client_loss|claim|own_costs)\}")


def scene_view(
    state: State, catalog: Catalog = ENGLISH, log: tuple[LogView, ...] | None = None
) -> SceneView:
    """The scene or ending at ``state``, which must not be a chance node (ValueError).

    ``log`` is the log book; without it, the one that the history itself has written.
    """
    node = state.node
    if isinstance(node, ChanceNode):
        raise ValueError(f"{node.id} is a chance node: advance the state before showing it")
    reader = _Reader(state, catalog)
    heads = _heads(state, catalog)
    return SceneView(
        node_id=node.id,
        title=reader.fill(node.title),
        scene=node.scene,
        now=state.scenario.calendar.at(state.minutes),
        minutes=state.minutes,
        consequence=consequence(state, catalog),
        paragraphs=reader.passages(node.passages),
        panels=reader.panels(node.panels),
        choices=_choices(state, reader),
        client_loss=sum(head.amount for head in heads if head.bearer is Bearer.CLIENT),
        own_costs=sum(head.amount for head in heads if head.bearer is Bearer.OWN),
        heads=heads,
        known=_known(state, catalog),
        log=log_book(state, catalog) if log is None else log,
        hints={
            variable.id: variable.domain.decode(state.values[slot])
            for slot, variable in enumerate(state.scenario.variables, FIRST_FREE_SLOT)
        },
        step=sum(1 for before in state.path() if isinstance(before.node, DecisionNode)),
        tone=node.tone if isinstance(node, Ending) else None,
    )


def client_loss(state: State) -> int:
    """Cents that the client has lost so far."""
    return _borne(state, Bearer.CLIENT)


def own_costs(state: State) -> int:
    """Cents of your own unpaid work and outlays so far."""
    return _borne(state, Bearer.OWN)


def consequence(state: State, catalog: Catalog = ENGLISH) -> tuple[str, ...]:
    """Paragraphs of the outcomes that lie between the last decision and ``state``."""
    revealed: list[tuple[State, State]] = []
    for after, before in _steps(state):
        if not before.is_chance():
            break
        revealed.append((before, after))
    return tuple(
        paragraph
        for before, after in reversed(revealed)
        for paragraph in outcome_told(before, after, catalog)
    )


def outcome_told(before: State, after: State, catalog: Catalog = ENGLISH) -> tuple[str, ...]:
    """Paragraphs of the outcome that led from chance at ``before`` to ``after``."""
    move = taken(before, after)
    return _Reader(after, catalog).passages(move.passages) if isinstance(move, Outcome) else ()


def log_book(state: State, catalog: Catalog = ENGLISH) -> tuple[LogView, ...]:
    """The lines that choices and outcomes have written, oldest first."""
    lines = []
    for after, before in _steps(state):
        text = taken(before, after).log
        if text is not None:
            when = state.scenario.calendar.at(after.minutes)
            lines.append(LogView(when, _Reader(after, catalog).fill(text)))
    return tuple(reversed(lines))


def taken(before: State, after: State) -> Choice | Outcome:
    """The choice or outcome that led from ``before`` to ``after``."""
    node = before.node
    moves: Iterable[Choice | Outcome] = ()
    if isinstance(node, DecisionNode):
        moves = node.choices
    elif isinstance(node, ChanceNode):
        moves = node.outcomes
    return next(move for move in moves if move.id == after.action)


def _steps(state: State) -> Iterable[tuple[State, State]]:
    """Pairs (after, before), newest first."""
    for after in state.path():
        if after.previous is not None:
            yield after, after.previous


def _borne(state: State, bearer: Bearer) -> int:
    first = state.scenario.first_head
    return sum(
        state.values[first + index]
        for index, head in enumerate(state.scenario.heads)
        if head.bearer is bearer
    )


class _Reader:
    """Reads texts out at one state: conditions hold or not, placeholders are filled."""

    def __init__(self, state: State, catalog: Catalog) -> None:
        self.state = state
        self.catalog = catalog

    @cached_property
    def claim(self) -> int:
        """Cents that the client would claim now."""
        state = self.state
        return settlement.settle(state.scenario, state.values, state.terms).claim

    def fill(self, text: Text) -> str:
        return _PLACEHOLDER.sub(self._value, self.catalog.text(text))

    def _value(self, match: re.Match[str]) -> str:
        state, language = self.state, self.catalog.language
        name = match.group(1)
        if name == "clock":
            return wording.clock(state.scenario.calendar.at(state.minutes), self.catalog)
        if name == "claim":
            return wording.money(self.claim, language)
        return wording.money(
            client_loss(state) if name == "client_loss" else own_costs(state), language
        )

    def passages(self, passages: tuple[Passage, ...]) -> tuple[str, ...]:
        values = self.state.values
        return tuple(
            self.fill(passage.text)
            for passage in passages
            if passage.when is None or passage.when.holds(values)
        )

    def panels(self, panels: tuple[Panel, ...]) -> tuple[PanelView, ...]:
        values = self.state.values
        return tuple(
            PanelView(panel.kind, self.fill(panel.title), self.fill(panel.body))
            for panel in panels
            if panel.when is None or panel.when.holds(values)
        )


def _choices(state: State, reader: _Reader) -> tuple[ChoiceView, ...]:
    views = []
    for choice in state.legal_choices():
        minutes, client, own = _price(state, choice) if choice.priced else (None, None, None)
        detail = "" if choice.detail is None else reader.fill(choice.detail)
        views.append(ChoiceView(choice.id, reader.fill(choice.text), detail, minutes, client, own))
    return tuple(views)


def _price(state: State, choice: Choice) -> tuple[int, int, int]:
    """Minutes, cents of the client's and of your own that the choice itself takes."""
    scenario, before = state.scenario, state.values
    after = apply_effect(scenario, choice.effect, before)
    costs = {Bearer.CLIENT: 0, Bearer.OWN: 0}
    for slot, head in enumerate(scenario.heads, scenario.first_head):
        costs[head.bearer] += after[slot] - before[slot]
    return after[CLOCK_SLOT] - before[CLOCK_SLOT], costs[Bearer.CLIENT], costs[Bearer.OWN]


def _heads(state: State, catalog: Catalog) -> tuple[HeadView, ...]:
    losses = state.losses()
    return tuple(
        HeadView(head.id, catalog.text(head.text), head.bearer, losses[head.id])
        for head in state.scenario.heads
    )


def _known(state: State, catalog: Catalog) -> tuple[KnownView, ...]:
    known = []
    for slot, variable in enumerate(state.scenario.variables, FIRST_FREE_SLOT):
        text = variable.value_texts.get(state.values[slot])
        if variable.label is not None and text is not None:
            known.append(KnownView(catalog.text(variable.label), catalog.text(text)))
    return tuple(known)
