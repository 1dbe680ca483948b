"""The exact game review: result = perfect play + the cost of your decisions + luck, to the cent.

Along a play, let T be the expected final cost of a state under perfect play from there on,
in whole cents. A decision moves T by its *regret* (never negative: perfect play takes the
cheapest option), a reveal moves it by its *luck* (zero on average). The sum telescopes
from the start value to the final cost, so nothing is left over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.engine.errors import EngineError
from app.engine.facts import World
from app.engine.scenario import DecisionNode, Scenario
from app.engine.settlement import Settlement, settle, settle_amounts
from app.engine.solver.beliefs import belief_at
from app.engine.solver.frontier import Point
from app.engine.solver.information import perfect_information_value
from app.engine.solver.path import Position, play_on, positions
from app.engine.solver.rows import Floats
from app.engine.solver.solution import Solution
from app.engine.state import State
from app.phrase import Phrase


class Label(StrEnum):
    """How good a decision was, given what could be known then."""

    BEST = "best"
    SOUND = "sound"
    RISKY = "risky"
    GRAVE = "grave"


BEST_BELOW = 100
SOUND_BELOW = (10_000, 0.02)
RISKY_BELOW = (50_000, 0.10)
"""Thresholds of regret: cents, or a share of perfect play's start value if that is more."""


@dataclass(frozen=True, slots=True)
class Branch:
    """How a play ended on the same server: the ending's node and two amounts in cents."""

    ending: str
    client_loss: int
    you_pay: int


@dataclass(frozen=True, slots=True)
class OptionReview:
    """An option that was on offer. ``expected_cost``: final cost in cents, then best play.

    ``test``: whether one takes it to learn something. Counterfactuals on this very server:
    ``best_after`` with this option and perfect play afterwards, ``own_after`` with the
    player's own later choices wherever they are still possible.
    """

    choice_id: str
    expected_cost: int
    test: bool
    best_after: Branch
    own_after: Branch


@dataclass(frozen=True, slots=True)
class DecisionReview:
    """A decision of the play. ``step`` counts states of the history from 0.

    ``belief``: by fact id, the probability of each word, as far as could be known then.
    ``value_of_information``: cents that the best test on offer beat the best option
    without a test by, its own price paid; 0 when it was taken or none was worth it.
    """

    step: int
    node_id: str
    chosen: str
    options: tuple[OptionReview, ...]
    regret: int
    label: Label
    belief: dict[str, dict[str, float]]
    value_of_information: int


@dataclass(frozen=True, slots=True)
class RevealReview:
    """A chance node of the play. ``luck``: cents that it made worse (+) or better (-).

    ``probability``: of this outcome, as far as could be known then.
    """

    step: int
    node_id: str
    outcome: str
    luck: int
    probability: float


@dataclass(frozen=True, slots=True)
class Review:
    """The whole review of a finished play, in cents of the objective's weighted cost.

    ``final_cost == start_value + sum(regrets) + sum(lucks)``, exactly.
    ``plan``: expected client's loss and retained loss of playing as the player did where
    the play went, and perfectly elsewhere. ``perfect_information``: cents that being told
    every hidden fact before the first scene would have saved a perfect player on average.
    """

    weights: tuple[int, int]
    start_value: int
    decisions: tuple[DecisionReview, ...]
    reveals: tuple[RevealReview, ...]
    final_cost: int
    settlement: Settlement
    plan: Point
    perfect_information: int

    @property
    def regret(self) -> int:
        """What the decisions cost together, cents."""
        return sum(decision.regret for decision in self.decisions)

    @property
    def luck(self) -> int:
        """What luck added together, cents; negative is good luck."""
        return sum(reveal.luck for reveal in self.reveals)

    def worst_decisions(self, count: int = 3) -> tuple[DecisionReview, ...]:
        """The decisions of largest regret, largest first; only those that cost anything."""
        costly = [decision for decision in self.decisions if decision.regret >= BEST_BELOW]
        return tuple(sorted(costly, key=lambda d: -d.regret)[:count])


def review(solution: Solution, final: State) -> Review:
    """Review a finished play on the tree of its scenario and terms.

    Raises EngineError when the play has not ended.
    """
    if not final.is_terminal():
        raise EngineError(Phrase("only a finished play can be reviewed; play on to an ending"))
    history = final.history()
    where = positions(solution.tree, history)
    settlement = settle(final.scenario, final.values, final.terms)
    weights = (int(solution.weights[0]), int(solution.weights[1]))
    final_cost = weights[0] * settlement.client_loss + weights[1] * settlement.you_pay
    spent = _own_so_far(where, history)
    values = [0] * len(history)
    values[-1] = final_cost
    options: dict[int, dict[str, int]] = {}
    for step in range(len(history) - 2, -1, -1):
        position, sunk = where[step], weights[1] * spent[step]
        if history[step].is_chance():
            cost = solution.cost[position.block.number][position.row]
            values[step] = sunk + round(float(cost))
        else:
            costs = solution.option_costs(position.block, position.row)
            rounded = {choice: sunk + round(cost) for choice, cost in costs.items()}
            rounded[history[step + 1].action] = values[step + 1]
            options[step] = rounded
            values[step] = min(rounded.values())
    decisions = tuple(
        _decision(solution, final, step, options[step], values[0]) for step in sorted(options)
    )
    reveals = tuple(
        RevealReview(
            step,
            history[step].node_id,
            history[step + 1].action,
            values[step + 1] - values[step],
            _probability(where[step], history[step + 1].action),
        )
        for step in range(len(history) - 1)
        if history[step].is_chance()
    )
    return Review(
        weights,
        values[0],
        decisions,
        reveals,
        final_cost,
        settlement,
        plan_point(solution, final),
        perfect_information_value(solution),
    )


def label_of(regret: int, start_value: int) -> Label:
    """The label of a regret in cents; thresholds as documented above."""
    for label, limit in thresholds(start_value).items():
        if regret < limit:
            return label
    return Label.GRAVE


def thresholds(start_value: int) -> dict[Label, float]:
    """By label, best first, the regret in cents that it stays below; grave has no limit."""
    return {
        Label.BEST: BEST_BELOW,
        Label.SOUND: max(SOUND_BELOW[0], SOUND_BELOW[1] * start_value),
        Label.RISKY: max(RISKY_BELOW[0], RISKY_BELOW[1] * start_value),
    }


def counterfactual(solution: Solution, final: State, step: int, choice_id: str, own: bool) -> State:
    """The ending of the same server with one other choice at ``step`` of the history.

    Then perfect play; with ``own``, the player's own later choices wherever still legal.
    Raises IllegalChoiceError when the choice was not on offer.
    """
    history = final.history()
    later = {
        before.node_id: after.action
        for before, after in zip(history[step:], history[step + 1 :], strict=False)
        if isinstance(before.node, DecisionNode)
    }
    return play_on(solution, history[step].choose(choice_id), later if own else None)


def belief_about_facts(
    scenario: Scenario, belief: Floats, worlds: Sequence[World]
) -> dict[str, dict[str, float]]:
    """By fact id and word, its probability under a belief over worlds."""
    marginals: dict[str, dict[str, float]] = {}
    for index, fact in enumerate(scenario.facts):
        shares = dict.fromkeys(fact.domain.words, 0.0)
        for world, chance in zip(worlds, belief.tolist(), strict=True):
            shares[fact.domain.words[world[index]]] += chance
        marginals[fact.id] = shares
    return marginals


def plan_point(solution: Solution, final: State) -> Point:
    """Expected losses of the player's choices where the play went, perfect play elsewhere."""
    history = final.history()
    where = positions(solution.tree, history)
    client = float(solution.client_loss[where[-1].block.number][where[-1].row])
    retained = float(solution.retained[where[-1].block.number][where[-1].row])
    for step in range(len(history) - 2, -1, -1):
        position, nxt = where[step], where[step + 1]
        edge = position.edge(history[step + 1].action)
        own = float(edge.own[position.row])
        if edge.chance is None:
            retained += own
            continue
        share = float(edge.chance[position.row])
        number, row = position.block.number, position.row
        client = float(solution.client_loss[number][row]) + share * (
            client - float(solution.client_loss[nxt.block.number][nxt.row])
        )
        retained = float(solution.retained[number][row]) + share * (
            retained - float(solution.retained[nxt.block.number][nxt.row])
        )
    return Point(client, retained)


def _decision(
    solution: Solution,
    final: State,
    step: int,
    costs: dict[str, int],
    start_value: int,
) -> DecisionReview:
    history = final.history()
    state = history[step]
    chosen = history[step + 1].action

    def otherwise(choice_id: str, own: bool) -> Branch:
        # The player's own choices after the choice taken are the play itself.
        taken = own and choice_id == chosen
        return _branch(final if taken else counterfactual(solution, final, step, choice_id, own))

    reviewed = tuple(
        OptionReview(
            choice.id,
            costs[choice.id],
            choice.test,
            otherwise(choice.id, own=False),
            otherwise(choice.id, own=True),
        )
        for choice in state.legal_choices()
    )
    regret = costs[chosen] - min(costs.values())
    tests = [option.expected_cost for option in reviewed if option.test]
    others = [option.expected_cost for option in reviewed if not option.test]
    took_test = any(option.test for option in reviewed if option.choice_id == chosen)
    worth = max(0, min(others) - min(tests)) if tests and others and not took_test else 0
    worlds = [tuple(world) for world in solution.tree.beliefs.worlds.tolist()]
    return DecisionReview(
        step,
        state.node_id,
        chosen,
        reviewed,
        regret,
        label_of(regret, start_value),
        belief_about_facts(state.scenario, belief_at(state, solution.tree.beliefs), worlds),
        worth,
    )


def _branch(ending: State) -> Branch:
    bill = settle_amounts(ending.scenario, ending.values, ending.terms)
    return Branch(ending.node_id, int(bill.client_loss), int(bill.you_pay))


def _own_so_far(where: Sequence[Position], history: Sequence[State]) -> list[int]:
    """Own costs in cents that the tree's edges have booked before each step."""
    total, totals = 0, [0]
    for position, after in zip(where, history[1:], strict=False):
        total += int(position.edge(after.action).own[position.row])
        totals.append(total)
    return totals


def _probability(position: Position, action: str) -> float:
    chance = position.edge(action).chance
    return 1.0 if chance is None else float(chance[position.row])
