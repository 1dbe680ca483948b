"""Perfect play by plain enumeration of full histories in exact fractions.

Written on its own, so that it can accuse the solver: no module of the solver is used, no
two histories are ever merged, and no rounding happens before the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from app.engine.coverage import InsurancePolicy
from app.engine.facts import World, worlds
from app.engine.scenario import Choice, DecisionNode, Ending, Scenario
from app.engine.settlement import settle
from app.engine.state import State, apply_effect

Belief = Mapping[World, Fraction]


class Enumeration:
    """Expected final cost of a scenario, by enumeration; weights as in the solver."""

    def __init__(
        self,
        scenario: Scenario,
        terms: InsurancePolicy,
        weights: tuple[int, int] = (1, 1),
        *,
        random_player: bool = False,
        plan: Mapping[str, str] | None = None,
    ) -> None:
        self.scenario = scenario
        self.terms = terms
        self.weights = weights
        self.random_player = random_player
        self.plan = plan or {}
        self.prior: Belief = dict(worlds(scenario.facts))

    def start_value(self) -> Fraction:
        values = self.scenario.initial_values(self.terms.in_force)
        return self.value(self.scenario.start, values, self.prior)

    def value(self, node_id: str, values: tuple[int, ...], belief: Belief) -> Fraction:
        node = self.scenario.nodes[node_id]
        if isinstance(node, Ending):
            paid = settle(self.scenario, values, self.terms)
            return Fraction(self.weights[0] * paid.client_loss + self.weights[1] * paid.you_pay)
        if isinstance(node, DecisionNode):
            options = self.options(node, values, belief)
            if self.random_player:
                return sum(options.values(), Fraction(0)) / len(options)
            planned = self.plan.get(node_id)
            return options[planned] if planned in options else min(options.values())
        total = Fraction(0)
        for outcome in node.outcomes:
            joint = joint_with(belief, outcome.weight, values, node.denominator)
            chance = sum(joint.values(), Fraction(0))
            if chance:
                after = tuple(apply_effect(self.scenario, outcome.effect, values))
                posterior = {world: share / chance for world, share in joint.items()}
                total += chance * self.value(outcome.then, after, posterior)
        return total

    def options(
        self, node: DecisionNode, values: tuple[int, ...], belief: Belief
    ) -> dict[str, Fraction]:
        return {
            choice.id: self._after(choice, values, belief)
            for choice in node.choices
            if choice.when is None or choice.when.evaluate(values)
        }

    def _after(self, choice: Choice, values: tuple[int, ...], belief: Belief) -> Fraction:
        after = tuple(apply_effect(self.scenario, choice.effect, values))
        return self.value(choice.then, after, belief)


def joint_with(belief, weight, values, denominator) -> dict[World, Fraction]:
    """By world, the chance that it is the true one and the outcome happens."""
    shares = {
        world: chance * Fraction(int(weight.evaluate(values + world)), denominator)
        for world, chance in belief.items()
    }
    return {world: share for world, share in shares.items() if share}


def belief_at(state: State) -> Belief:
    """What can be known at the end of a history, by Bayes in exact fractions."""
    belief: Belief = dict(worlds(state.scenario.facts))
    history = state.history()
    for before, after in zip(history, history[1:], strict=False):
        if before.is_chance():
            outcome = next(o for o in before.node.outcomes if o.id == after.action)
            joint = joint_with(belief, outcome.weight, before.values, before.node.denominator)
            total = sum(joint.values(), Fraction(0))
            belief = {world: share / total for world, share in joint.items()}
    return belief
