"""Ways to a node: real plays, shortest first, in a world that allows them."""

from __future__ import annotations

from itertools import pairwise

from app.authoring.exploration import explore
from app.authoring.ways import ways_to
from app.engine.scenario import Scenario
from tests.toy import build


def steps_are_legal(scenario: Scenario, node: str) -> int:
    ways = ways_to(explore(scenario), node)
    for way in ways:
        assert way.node_id == node
        for before, after in pairwise(way.history()):
            if before.is_chance():
                assert after.action in {outcome.id for outcome, _ in before.chance_outcomes()}
            else:
                assert after.action in {choice.id for choice in before.legal_choices()}
    lengths = [len(way.history()) for way in ways]
    assert lengths == sorted(lengths)
    return len(ways)


def test_every_node_that_can_be_reached_has_a_way() -> None:
    scenario = build()
    met = {situation.node for situation in explore(scenario).situations}
    for node in scenario.nodes:
        assert (steps_are_legal(scenario, node) > 0) == (node in met)


def test_the_start_needs_no_step() -> None:
    scenario = build()
    assert len(ways_to(explore(scenario), scenario.start)[0].history()) == 1


def test_a_node_nobody_knows_has_no_way() -> None:
    assert ways_to(explore(build()), "nowhere") == ()
