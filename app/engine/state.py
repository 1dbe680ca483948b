"""A point in a history: where the play stands, what has happened, and what is hidden.

States are immutable; each remembers the state before it, so undo is a step back and a
history costs nothing to keep.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from app.engine.chance import draw, pick
from app.engine.coverage import InsurancePolicy
from app.engine.errors import IllegalChoiceError, ScenarioError
from app.engine.expression import Values, compile_expression, maximum
from app.engine.facts import World, draw_world
from app.engine.scenario import (
    CLOCK_SLOT,
    ChanceNode,
    Choice,
    DecisionNode,
    Effect,
    Ending,
    Node,
    Outcome,
    Scenario,
)
from app.phrase import Phrase

InformationState = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Deal:
    """The server as dealt: the seed, the hidden facts, and outcomes forced by a retelling."""

    seed: int
    world: World
    forced: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """One point of one play. Compare by history: equal when reached by equal steps."""

    scenario: Scenario = field(repr=False)
    terms: InsurancePolicy = field(repr=False)
    deal: Deal = field(repr=False)
    node_id: str
    values: tuple[int, ...]
    action: str = ""
    """Id of the choice or outcome that led here; empty at the start."""
    previous: State | None = field(default=None, repr=False)

    @classmethod
    def start(
        cls,
        scenario: Scenario,
        terms: InsurancePolicy,
        seed: int,
        facts: Mapping[str, str] | None = None,
        outcomes: Mapping[str, str] | None = None,
    ) -> State:
        """The first state. ``facts`` and ``outcomes`` fix what chance would decide."""
        world = draw_world(scenario.facts, seed, facts or {})
        deal = Deal(seed, world, outcomes or {})
        values = scenario.initial_values(terms.in_force)
        return cls(scenario, terms, deal, scenario.start, values)

    @property
    def node(self) -> Node:
        """The node the play stands at."""
        return self.scenario.nodes[self.node_id]

    @property
    def minutes(self) -> int:
        """Minutes since the start."""
        return self.values[CLOCK_SLOT]

    def is_terminal(self) -> bool:
        """Whether the story has ended."""
        return isinstance(self.node, Ending)

    def is_chance(self) -> bool:
        """Whether chance moves next."""
        return isinstance(self.node, ChanceNode)

    def legal_choices(self) -> tuple[Choice, ...]:
        """The choices on offer, in the scenario's order; empty unless at a decision."""
        node = self.node
        if not isinstance(node, DecisionNode):
            return ()
        values = self.values
        return tuple(c for c in node.choices if c.when is None or c.when.evaluate(values))

    def choose(self, choice_id: str) -> State:
        """The state after a choice; chance has not moved yet. Raises IllegalChoiceError."""
        node = self.node
        for choice in node.choices if isinstance(node, DecisionNode) else ():
            if choice.id == choice_id and (
                choice.when is None or choice.when.evaluate(self.values)
            ):
                return self._step(choice)
        offered = ", ".join(choice.id for choice in self.legal_choices()) or "nothing"
        raise IllegalChoiceError(
            Phrase(
                "{choice_id} is not on offer at {node_id}; on offer: {offered}",
                choice_id=repr(choice_id),
                node_id=self.node_id,
                offered=offered,
            )
        )

    def chance_outcomes(self) -> tuple[tuple[Outcome, int], ...]:
        """Possible outcomes with their whole weights (they add up to the denominator).

        Depends on the hidden facts: for the rules and the solver, never for a screen.
        """
        node = self.node
        if not isinstance(node, ChanceNode):
            return ()
        values = self.values + self.deal.world
        possible = []
        total = 0
        for outcome in node.outcomes:
            weight = outcome.weight.evaluate(values)
            total += weight
            if weight > 0:
                possible.append((outcome, weight))
            elif weight:
                total = -1
                break
        if total != node.denominator:
            raise ScenarioError(Phrase("the outcomes of {id} do not add up to 1 here", id=node.id))
        return tuple(possible)

    def reveal(self) -> State:
        """The state after chance has moved, by the seed or as the retelling forces."""
        possible = self.chance_outcomes()
        forced = self.deal.forced.get(self.node_id)
        if forced is not None:
            for outcome, _ in possible:
                if outcome.id == forced:
                    return self._step(outcome)
        visit = sum([state.node_id == self.node_id for state in self.path()])
        number = draw(self.deal.seed, "node", self.node_id, visit)
        return self._step(possible[pick([weight for _, weight in possible], number)][0])

    def apply(self, outcome: Outcome) -> State:
        """The state after the given outcome, whatever the seed says."""
        return self._step(outcome)

    def advance(self) -> State:
        """Let chance move until a decision or an ending is reached."""
        state = self
        while state.is_chance():
            state = state.reveal()
        return state

    def path(self) -> Iterator[State]:
        """This state and those before it, newest first."""
        state: State | None = self
        while state is not None:
            yield state
            state = state.previous

    def history(self) -> tuple[State, ...]:
        """All states from the start to this one."""
        return tuple(self.path())[::-1]

    def information_state(self) -> InformationState:
        """What the player may know, with perfect recall: each node left and the step taken."""
        states = self.history()
        return tuple((before.node_id, after.action) for before, after in pairwise(states))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, State):
            return NotImplemented
        mine, others = self.history(), other.history()
        return (
            len(mine) == len(others)
            and (self.scenario, self.terms, self.deal) == (other.scenario, other.terms, other.deal)
            and all(
                (a.node_id, a.action, a.values) == (b.node_id, b.action, b.values)
                for a, b in zip(mine, others, strict=True)
            )
        )

    def __hash__(self) -> int:
        return hash((self.node_id, self.action, self.values, self.deal.seed))

    def value(self, name: str) -> bool | int | str:
        """A public value by the name that expressions use, decoded. Raises KeyError."""
        symbol = self.scenario.symbols[name]
        if symbol.hidden:
            raise KeyError(f"{name} is a hidden fact")
        expression = compile_expression(name, {name: symbol})
        return symbol.domain.decode(expression.evaluate(self.values))

    def losses(self) -> dict[str, int]:
        """Cents so far by head, in the scenario's order, zeros included."""
        first = self.scenario.first_head
        return {h.id: self.values[first + i] for i, h in enumerate(self.scenario.heads)}

    def breaches(self) -> tuple[str, ...]:
        """Ids of the duties breached so far."""
        first = self.scenario.first_duty
        return tuple(d.id for i, d in enumerate(self.scenario.duties) if self.values[first + i])

    def _step(self, move: Choice | Outcome) -> State:
        values = tuple(apply_effect(self.scenario, move.effect, self.values))
        return State(self.scenario, self.terms, self.deal, move.then, values, move.id, self)


def apply_effect(scenario: Scenario, effect: Effect, before: Values) -> list[Any]:
    """The public values after an effect. Ints give ints; arrays give arrays.

    Order: time passes and losses accrue under the values as they were; then one-off losses,
    assignments (all reading the old values) and breaches take hold.
    """
    after = list(before)
    minutes = effect.minutes.evaluate(before)
    if not isinstance(minutes, int) or minutes:
        _let_time_pass(scenario, effect, minutes, before, after)
    for slot, amount in effect.losses:
        after[slot] = maximum(after[slot] + amount.evaluate(before), 0)
    for slot, expression in effect.assign:
        after[slot] = expression.evaluate(before) * 1
    for slot in effect.breaches:
        after[slot] = after[slot] * 0 + 1
    return after


def _let_time_pass(
    scenario: Scenario, effect: Effect, minutes: Any, before: Values, after: list[Any]
) -> None:
    end = before[CLOCK_SLOT] + minutes
    after[CLOCK_SLOT] = end
    office = None
    for accrual in scenario.accruals:
        spent = minutes
        if accrual.office_hours:
            if office is None:
                office = scenario.calendar.office_minutes(before[CLOCK_SLOT], end)
            spent = office
        after[accrual.slot] = after[accrual.slot] + accrual.rate.evaluate(before) * spent // 60
    if scenario.own_time is not None:
        slot, hourly = scenario.own_time
        after[slot] = after[slot] + effect.work.evaluate(before) * hourly // 60
