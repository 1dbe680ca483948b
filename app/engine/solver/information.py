"""What knowledge is worth: one hidden fact told at some point of a play, or all of them first."""

from __future__ import annotations

from app.engine.errors import EngineError
from app.engine.solver.beliefs import belief_at
from app.engine.solver.path import positions
from app.engine.solver.solution import Solution, clairvoyant_value, solve
from app.engine.solver.tree import Progress, Tree, part_of
from app.engine.state import State
from app.phrase import Phrase


def value_of_knowing(
    solution: Solution, state: State, fact_id: str, progress: Progress | None = None
) -> int:
    """Cents that being told a fact for certain and for nothing would save from ``state`` on.

    V(belief) less the mean, over the fact's words, of V(belief given the word), where V is
    the expected cost of perfect play: never negative. Solves the rest of the story once per
    word. ``progress`` is told the share done and may raise to cancel. Raises EngineError
    for an unknown fact.
    """
    scenario = state.scenario
    index = next((i for i, fact in enumerate(scenario.facts) if fact.id == fact_id), None)
    if index is None:
        known = ", ".join(fact.id for fact in scenario.facts)
        raise EngineError(
            Phrase(
                "{fact_id} is not a fact of {id}; facts: {known}",
                fact_id=repr(fact_id),
                id=scenario.id,
                known=known,
            )
        )
    here = positions(solution.tree, state.history())[-1]
    belief, worlds = belief_at(state), solution.tree.beliefs.worlds
    told = 0.0
    words = len(scenario.facts[index].domain.words)
    for code in range(words):
        share = belief * (worlds[:, index] == code)
        chance = float(share.sum())
        if chance > 0:
            part = None if progress is None else part_of(progress, code / words, 1 / words)
            rest = Tree(scenario, state.terms, state.node_id, state.values, share, part)
            told += chance * solve(rest, solution.weights).start_value
    return max(0, round(float(solution.cost[here.block.number][here.row]) - told))


def perfect_information_value(solution: Solution) -> int:
    """Cents that being told every hidden fact before the first scene would save on average."""
    gain = solution.start_value - clairvoyant_value(solution.tree, solution.weights)
    return max(0, round(gain))
