from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from app.engine.errors import EngineError
from app.engine.expression import compile_expression, constant
from app.engine.scenario import CLOCK_SLOT, Accrual, Choice, DecisionNode, Effect
from app.engine.solver import rows, tree
from app.engine.solver.beliefs import Beliefs, belief_at
from app.engine.solver.cache import SolverCache
from app.engine.solver.liveness import additive_slots, live_facts, live_slots
from app.engine.solver.path import best_choice, play_on, positions
from app.engine.solver.reach import possible_values
from app.engine.solver.solution import Objective, solve
from app.engine.solver.tree import Tree
from app.engine.state import State
from benchmarks.rounds import UNINSURED, as_scenario, draw_rounds
from tests import toy
from tests.engine.solver.generated import TERMS, generate, walk

SOLID = TERMS[1]


class ForgetfulBeliefs(Beliefs):
    """Gives every belief the same key until it has been told to hash anew."""

    def _hash(self, beliefs):
        keys = super()._hash(beliefs)
        return keys if self._salt else keys * np.uint64(0)


def test_a_collision_of_beliefs_is_noticed_and_resolved():
    beliefs = ForgetfulBeliefs(toy.build())
    certain = np.eye(4)
    assert len(set(beliefs.intern(certain).tolist())) == 4
    assert np.array_equal(beliefs.stack(beliefs.intern(certain)), certain)


def test_equal_beliefs_get_equal_numbers_whatever_their_scale():
    beliefs = Beliefs(toy.build())
    first, again = beliefs.intern(np.array([[1.0, 2.0, 3.0, 4.0], [0.3, 0.6, 0.9, 1.2]]))
    assert first == again
    assert beliefs[first].tolist() == pytest.approx([0.1, 0.2, 0.3, 0.4])
    assert len(beliefs) == 2


def test_a_collision_of_rows_is_noticed_and_resolved(monkeypatch):
    monkeypatch.setattr(rows, "_MULTIPLIER", np.uint64(0))
    first, group = rows.merge_rows([np.array([3, 1, 3, 1]), np.array([5, 5, 5, 6])])
    assert len(first) == 3
    assert group[0] == group[2]
    assert len(set(group.tolist())) == 3


def test_beliefs_are_those_of_the_history():
    scenario = toy.build()
    state = State.start(scenario, SOLID, 1, facts={"fault": "controller"}).choose("look").advance()
    assert belief_at(state).tolist() == pytest.approx([0.09 / 0.58, 0.09 / 0.58, 0.36 / 0.58,
                                                       0.04 / 0.58])  # fmt: skip


def test_values_die_when_nothing_can_read_them_any_more():
    scenario = toy.build()
    live = live_slots(scenario)
    assert scenario.slot("looks") in live["alarm"]
    assert scenario.slot("looks") not in live["restored"]
    assert scenario.slot("asked") not in live["restored"]
    assert CLOCK_SLOT not in live["saved"]
    assert additive_slots(scenario) == {scenario.slot("loss_own_time")}


def test_the_clock_dies_once_nothing_can_run_any_more():
    """Here staff only stands idle once the client was told."""
    scenario = toy.build()
    slot = scenario.slot("loss_idle_staff")
    rate = compile_expression("40000 if asked else 0", toy.PUBLIC)
    asks = replace(scenario, accruals=(Accrual(slot, rate),))
    assert CLOCK_SLOT in live_slots(asks)["restored"]
    node = scenario.nodes["alarm"]
    assert isinstance(node, DecisionNode)
    silent = tuple(choice for choice in node.choices if choice.id != "ask")
    never = replace(asks, nodes={**scenario.nodes, "alarm": replace(node, choices=silent)})
    assert CLOCK_SLOT not in live_slots(never)["restored"]
    assert possible_values(never)["restored"][scenario.slot("asked")] == {0}
    assert possible_values(asks)["restored"][scenario.slot("asked")] == {0, 1}
    assert possible_values(asks)["saved"][scenario.slot("breach_verify")] == {1}


def test_facts_die_when_no_reveal_can_depend_on_them_any_more():
    live = live_facts(toy.build())
    assert live["alarm"] == {0, 1}
    assert live["restored"] == {1}
    assert live["saved"] == frozenset()


def test_equal_futures_are_merged():
    alike = Tree(as_scenario(draw_rounds(5, 3, 12, 3, alike=True)), UNINSURED)
    apart = Tree(as_scenario(draw_rounds(5, 3, 12, 3, alike=False)), UNINSURED)
    assert alike.size < apart.size / 8
    # Every history of sights up to the last round is an information state of its own.
    decisions = sum(len(b) for b in apart.blocks if b.node_id.startswith("round"))
    assert decisions == sum(9**done for done in range(5))


def test_a_loop_without_an_exit_is_refused(monkeypatch):
    monkeypatch.setattr(tree, "MAX_ROWS", 500)
    scenario = toy.build()
    node = scenario.nodes["alarm"]
    assert isinstance(node, DecisionNode)
    waits = Effect(constant(5), constant(0))
    again = Choice("again", toy.text("Wait"), waits, "alarm")
    nodes = {**scenario.nodes, "alarm": replace(node, choices=(again, *node.choices))}
    with pytest.raises(EngineError, match="more than 500 information states at alarm: a loop"):
        Tree(replace(scenario, nodes=nodes), SOLID)


def test_progress_rises_to_the_whole_and_may_cancel():
    seen: list[float] = []
    Tree(toy.build(), SOLID, progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0

    class CancelledError(Exception):
        pass

    def cancel(share: float) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        Tree(toy.build(), SOLID, progress=cancel)


def test_positions_follow_a_play_and_refuse_an_impossible_step():
    scenario = toy.build()
    grown = Tree(scenario, SOLID)
    final = walk(scenario, SOLID, Random(3))
    found = positions(grown, final.history())
    assert [p.block.node_id for p in found] == [s.node_id for s in final.history()]
    with pytest.raises(EngineError, match="'dance' is impossible at alarm"):
        found[0].after("dance")


def test_playing_on_is_perfect_play_unless_told_otherwise():
    scenario = toy.build()
    solution = solve(Tree(scenario, SOLID))
    start = State.start(scenario, SOLID, 5)
    best = best_choice(solution, positions(solution.tree, start.history())[0])
    assert play_on(solution, start).history()[1].action == best
    own = play_on(solution, start, {"alarm": "restore", "elsewhere": "x"})
    assert own.history()[1].action == "restore"
    assert own.is_terminal()


def test_perfect_play_on_many_servers_never_takes_an_illegal_choice():
    for seed in range(40):
        scenario = generate(Random(seed))
        solution = solve(Tree(scenario, SOLID))
        assert play_on(solution, State.start(scenario, SOLID, seed)).is_terminal()


def test_the_cache_solves_once_per_content_terms_and_objective():
    cache = SolverCache()
    scenario = toy.build()
    first = cache.solution(scenario, SOLID)
    assert cache.solution(toy.build(), SOLID) is first
    own = cache.solution(scenario, SOLID, Objective.OWN_LOSS)
    assert own is not first
    assert own.tree is first.tree
    assert cache.solution(scenario, TERMS[0]) is not first
    assert cache.solution(toy.build("toy-2", without="look"), SOLID) is not first


def test_the_cache_forgets_the_tree_used_longest_ago():
    cache = SolverCache()
    first = cache.solution(toy.build("v0"), SOLID)
    for version in range(1, 5):
        cache.solution(toy.build(f"v{version}"), SOLID)
    assert cache.solution(toy.build("v0"), SOLID) is not first
