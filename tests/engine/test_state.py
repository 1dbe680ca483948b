from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from app.engine.coverage import PRESETS
from app.engine.errors import IllegalChoiceError, ScenarioError
from app.engine.state import State, apply_effect
from tests.toy import SYMBOLS, build, chance, effect

SCENARIO = build()
SOLID, NONE = PRESETS["solid"], PRESETS["none"]


def start(seed: int = 7, **fixed: str) -> State:
    return State.start(SCENARIO, SOLID, seed, fixed)


def test_a_start() -> None:
    state = start()
    assert state.node_id == "alarm"
    assert state.minutes == 0
    assert state.losses() == {"idle_staff": 0, "reentry": 0, "own_time": 0}
    assert state.breaches() == ()
    assert not state.is_terminal()
    assert not state.is_chance()
    assert state.information_state() == ()
    assert [choice.id for choice in state.legal_choices()] == [
        "look",
        "ask",
        "restore",
        "hand_over",
    ]
    assert state.value("insured") is True
    assert State.start(SCENARIO, NONE, 7).value("insured") is False


def test_a_choice_takes_time_costs_money_and_breaks_duties() -> None:
    state = start().choose("restore")
    assert state.is_chance()
    assert state.minutes == 120
    assert state.losses() == {"idle_staff": 80_000, "reentry": 0, "own_time": 16_000}
    assert state.breaches() == ("verify",)
    assert state.legal_choices() == ()


def test_a_state_is_not_changed_by_a_choice() -> None:
    state = start()
    before = (state.values, state.node_id, state.history())
    state.choose("ask").choose("look").advance()
    assert (state.values, state.node_id, state.history()) == before


def test_conditions_decide_what_is_legal() -> None:
    state = start().choose("ask")
    with pytest.raises(IllegalChoiceError, match=r"'ask' .* alarm; on offer: look, restore"):
        state.choose("ask")
    ended = state.choose("hand_over")
    assert ended.is_terminal()
    with pytest.raises(IllegalChoiceError, match="on offer: nothing"):
        ended.choose("look")


def test_chance_depends_on_the_hidden_facts() -> None:
    looked = start(fault="controller").choose("look")
    assert [(outcome.id, weight) for outcome, weight in looked.chance_outcomes()] == [
        ("nothing", 10)
    ]
    looked = start(fault="disk").choose("look")
    assert [(outcome.id, weight) for outcome, weight in looked.chance_outcomes()] == [
        ("found", 7),
        ("nothing", 3),
    ]
    assert looked.previous is not None
    assert looked.previous.chance_outcomes() == ()


def test_the_same_seed_is_the_same_server_in_whatever_order() -> None:
    for seed in range(40):
        direct = start(seed).choose("look").advance()
        later = start(seed).choose("ask").choose("look").advance()
        assert direct.action == later.action
        assert direct.deal == later.deal


def test_another_visit_is_another_draw() -> None:
    first, second = set(), set()
    for seed in range(60):
        state = start(seed, fault="disk").choose("look").reveal()
        first.add(state.action)
        if state.action == "nothing":
            second.add(state.choose("look").reveal().action)
    assert first == second == {"found", "nothing"}


def test_a_retelling_forces_outcomes_that_are_possible() -> None:
    for seed in range(30):
        state = State.start(SCENARIO, SOLID, seed, {"fault": "disk"}, {"search": "nothing"})
        assert state.choose("look").advance().action == "nothing"
        state = State.start(SCENARIO, SOLID, seed, {"fault": "controller"}, {"search": "found"})
        assert state.choose("look").advance().action == "nothing"


def test_an_outcome_can_be_applied_whatever_the_seed_says() -> None:
    looked = start(fault="disk").choose("look")
    for outcome, _ in looked.chance_outcomes():
        assert looked.apply(outcome).action == outcome.id


def test_values_by_name() -> None:
    state = start().choose("ask").choose("restore")
    assert state.value("asked") is True
    assert state.value("cause") == "unknown"
    assert state.value("hours") == 2
    assert state.value("minutes") == 135
    assert state.value("minute_of_day") == 8 * 60 + 12 + 135
    assert state.value("day") == 1
    assert state.value("loss_idle_staff") == 90_000
    assert state.value("breach_verify") is True
    with pytest.raises(KeyError, match="hidden fact"):
        state.value("fault")
    with pytest.raises(KeyError):
        state.value("nothing")


def test_what_the_player_may_know_is_each_step_seen() -> None:
    state = start(fault="controller").choose("ask").choose("look").advance()
    assert state.information_state() == (
        ("alarm", "ask"),
        ("alarm", "look"),
        ("search", "nothing"),
    )
    other = start(8, fault="controller").choose("ask").choose("look").advance()
    assert other.information_state() == state.information_state()


def test_states_are_equal_by_history() -> None:
    one, two = start(), start()
    for choice in ("ask", "look"):
        one, two = one.choose(choice).advance(), two.choose(choice).advance()
    assert one == two
    assert hash(one) == hash(two)
    assert one != start().choose("look").advance()
    assert one != start(8).choose("ask").choose("look").advance()
    assert one != "a state"


def test_a_long_history_is_no_burden() -> None:
    one, two = start(), start()
    hand_over = one.choose("ask").values
    for _ in range(20_000):
        one = State(SCENARIO, SOLID, one.deal, "alarm", hand_over, "ask", one)
        two = State(SCENARIO, SOLID, two.deal, "alarm", hand_over, "ask", two)
    assert one == two
    assert len(one.information_state()) == 20_000


def test_probabilities_that_do_not_add_up_are_reported() -> None:
    broken = chance(
        "search", ("found", "0.7", effect(), "alarm", ""), ("nothing", "0.2", effect(), "alarm", "")
    )
    scenario = build()
    nodes = {**scenario.nodes, "search": broken}
    state = State.start(replace(scenario, nodes=nodes), SOLID, 7).choose("look")
    with pytest.raises(ScenarioError, match="outcomes of search do not add up"):
        state.advance()


def test_assignments_read_the_old_values_and_losses_stay_above_zero() -> None:
    looks = SYMBOLS["looks"].slot
    after = apply_effect(SCENARIO, effect(assign={"looks": "looks + 2"}), start().values)
    assert after[looks] == 2
    refund = effect(loss={"reentry": -500})
    assert apply_effect(SCENARIO, refund, start().values) == list(start().values)


def test_many_states_at_once_agree_with_one() -> None:
    states = [start(), start().choose("ask"), start().choose("look").advance()]
    columns = [np.array(column) for column in zip(*(s.values for s in states), strict=True)]
    alarm = SCENARIO.nodes["alarm"]
    for choice in alarm.choices:
        together = apply_effect(SCENARIO, choice.effect, columns)
        rows = zip(*(np.broadcast_to(c, len(states)).tolist() for c in together), strict=True)
        alone = [apply_effect(SCENARIO, choice.effect, state.values) for state in states]
        assert [list(row) for row in rows] == alone
