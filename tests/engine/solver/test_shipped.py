"""What perfect play of each shipped scenario comes to, pinned: a change must be meant."""

from __future__ import annotations

from app.engine.coverage import PRESETS
from app.engine.solver.solution import Objective, clairvoyant_value, solve
from app.engine.solver.tree import Tree
from tests.shipped import scenarios

PINNED = {
    "fourth-disk": (797, 649121, 49130, 756591),
    "server-crash": (560992, 1255516, 91484, 1474252),
    "unchecked-backup": (54862, 164055, 71297, 497296),
}
"""By scenario, under its default terms: information states, and in cents the start values for
the client's loss, for your own retained loss, and balanced. After a meant change, copy what the
test says was found."""


def test_states_and_start_values_are_as_pinned() -> None:
    found: dict[str, tuple[int, ...]] = {}
    for scenario in scenarios():
        tree = Tree(scenario, PRESETS[scenario.default_terms])
        values = (
            solve(tree, objective.weights).start_value
            for objective in (Objective.CLIENT_LOSS, Objective.OWN_LOSS, Objective.BALANCED)
        )
        found[scenario.id] = (tree.size, *(round(value) for value in values))
    assert found == PINNED, f"found: {found}"


def test_merging_and_beliefs_matter_in_every_shipped_scenario() -> None:
    for scenario in scenarios():
        tree = Tree(scenario, PRESETS[scenario.default_terms])
        weights = Objective.BALANCED.weights
        assert len(tree.beliefs) > 10
        assert clairvoyant_value(tree, weights) < solve(tree, weights).start_value
