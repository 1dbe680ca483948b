"""Ways to play without a person: a list of choices, a retelling, chance, or perfect play."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.engine.chance import draw
from app.engine.scenario import Plan
from app.engine.state import State
from app.phrase import Phrase

if TYPE_CHECKING:
    from app.engine.solver.solution import Solution

Player = Callable[[State, int], str]
"""Given a decision's state and how many decisions came before: the id of the choice."""


class PlanError(Exception):
    """A plan does not fit the play; the message names the choice and what was on offer."""


def scripted(choices: Sequence[str]) -> Player:
    """Takes the given choices in their order."""

    def player(state: State, index: int) -> str:
        if index >= len(choices):
            raise PlanError(
                Phrase(
                    "the list of choices ends after {n}, but the story goes on at {node}; "
                    "on offer: {offered}",
                    n=len(choices),
                    node=state.node_id,
                    offered=_offered(state),
                )
            )
        choice = choices[index]
        if choice not in {offered.id for offered in state.legal_choices()}:
            raise PlanError(
                Phrase(
                    "choice {n}, {choice}, is not on offer at {node}; on offer: {offered}",
                    n=index + 1,
                    choice=repr(choice),
                    node=state.node_id,
                    offered=_offered(state),
                )
            )
        return choice

    return player


def retelling(plan: Plan) -> Player:
    """Takes a plan's choice at each decision node."""

    def player(state: State, index: int) -> str:
        choice = plan.choices.get(state.node_id)
        if choice is None:
            raise PlanError(
                Phrase(
                    "plan {plan} names no choice for {node} (decision {n}); on offer: {offered}",
                    plan=repr(plan.id),
                    node=state.node_id,
                    n=index + 1,
                    offered=_offered(state),
                )
            )
        if choice not in {offered.id for offered in state.legal_choices()}:
            raise PlanError(
                Phrase(
                    "plan {plan} takes {choice} at {node} (decision {n}), "
                    "which is not on offer: {offered}",
                    plan=repr(plan.id),
                    choice=repr(choice),
                    node=state.node_id,
                    n=index + 1,
                    offered=_offered(state),
                )
            )
        return choice

    return player


def by_chance(seed: int) -> Player:
    """Takes any legal choice, all equally likely; its draws are apart from the server's."""

    def player(state: State, index: int) -> str:
        choices = state.legal_choices()
        return choices[draw(seed, "plan", index) * len(choices) >> 64].id

    return player


def optimal(solution: Solution) -> Player:
    """Perfect play: the cheapest choice on average, by what can be known at the time."""
    from app.engine.solver.path import best_choice, positions

    def player(state: State, _index: int) -> str:
        return best_choice(solution, positions(solution.tree, state.history())[-1])

    return player


def _offered(state: State) -> str:
    return ", ".join(choice.id for choice in state.legal_choices())
