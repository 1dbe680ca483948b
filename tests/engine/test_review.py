from __future__ import annotations

from dataclasses import replace

import pytest

from app.engine.errors import EngineError, IllegalChoiceError
from app.engine.review import Branch, Label, counterfactual, label_of, review
from app.engine.scenario import Choice, Scenario, Tone
from app.engine.solver.information import value_of_knowing
from app.engine.solver.solution import Objective, solve
from app.engine.solver.tree import Tree
from app.engine.state import State
from app.reports.review_data import review_data
from tests import toy
from tests.engine.solver.generated import TERMS

UNINSURED, SOLID = TERMS[0], TERMS[1]
INTACT = {"fault": "disk", "backup": "intact"}
DESTROYED = {"fault": "disk", "backup": "destroyed"}


def three_ways() -> Scenario:
    """The backup is intact with 66 %. A test costs 100 EUR, typing all in again 2,000 EUR,
    and a restore from a destroyed backup 5,000 EUR; all of it out of your own pocket.
    """

    def own(euros: int):
        return toy.effect(loss={"own_time": euros * 100})

    def choice(id_: str, euros: int, then: str) -> Choice:
        return Choice(id_, toy.text(id_), own(euros), then, test=id_ == "test")

    restore, type_in = choice("restore", 0, "restored"), choice("type_in", 2000, "done")
    nodes = (
        toy.decision("first", choice("test", 100, "tested"), restore, type_in),
        toy.chance(
            "tested",
            ("good", "1 if backup == 'intact' else 0", toy.effect(), "then", "+"),
            ("bad", None, toy.effect(), "then", "-"),
        ),
        toy.decision("then", restore, type_in),
        toy.chance(
            "restored",
            ("works", "1 if backup == 'intact' else 0", toy.effect(), "done", "It boots."),
            ("garbage", None, own(5000), "done", "Noise."),
        ),
        toy.ending("done", Tone.MIXED),
    )
    return replace(
        toy.build(),
        nodes={node.id: node for node in nodes},
        start="first",
        accruals=(),
        own_time=None,
        plans={},
    )


@pytest.fixture(scope="module")
def solution():
    return solve(Tree(three_ways(), UNINSURED))


def play(facts: dict[str, str], *choices: str) -> State:
    state = State.start(three_ways(), UNINSURED, 4, facts=facts).advance()
    for choice in choices:
        state = state.choose(choice).advance()
    return state


def test_each_option_has_its_expected_cost(solution):
    found = review(solution, play(INTACT, "test", "restore"))
    costs = {option.choice_id: option.expected_cost for option in found.decisions[0].options}
    assert costs == {"test": 780_00, "restore": 1700_00, "type_in": 2000_00}
    assert found.start_value == 780_00
    assert found.perfect_information == 100_00


def test_a_good_decision_with_a_bad_outcome_is_a_good_decision(solution):
    found = review(solution, play(DESTROYED, "test", "type_in"))
    assert [decision.label for decision in found.decisions] == [Label.BEST, Label.BEST]
    assert found.regret == 0
    assert found.luck == 2100_00 - 780_00 == found.reveals[0].luck
    assert found.final_cost == 2100_00
    assert found.reveals[0].probability == pytest.approx(0.34)


def test_a_bad_decision_with_a_good_outcome_is_a_bad_decision(solution):
    found = review(solution, play(INTACT, "restore"))
    assert found.final_cost == 0
    assert found.decisions[0].regret == 920_00
    assert found.decisions[0].label is Label.GRAVE
    assert found.luck == -1700_00
    assert found.worst_decisions() == (found.decisions[0],)


def test_a_test_not_done_is_worth_what_it_would_have_saved(solution):
    skipped = review(solution, play(INTACT, "restore")).decisions[0]
    done = review(solution, play(INTACT, "test", "restore")).decisions[0]
    assert skipped.value_of_information == 1700_00 - 780_00
    assert done.value_of_information == 0
    assert [option.choice_id for option in done.options if option.test] == ["test"]
    start = State.start(three_ways(), UNINSURED, 4)
    assert value_of_knowing(solution, start, "backup") == 100_00


def test_the_belief_is_what_could_be_known_then(solution):
    first, then = review(solution, play(DESTROYED, "test", "type_in")).decisions
    assert first.belief["backup"]["intact"] == pytest.approx(0.66)
    assert then.belief["backup"] == {"intact": 0.0, "destroyed": 1.0}
    assert then.belief["fault"]["disk"] == pytest.approx(0.3 / 0.34)


def test_the_plan_is_the_players_way_where_it_went_and_perfect_elsewhere(solution):
    wrong = review(solution, play(DESTROYED, "test", "restore"))
    # The needless restore is paid for in the 34 % of servers where the test finds nothing.
    assert wrong.plan.retained == pytest.approx(100_00 + 0.34 * 5000_00)
    assert wrong.plan.client_loss == 0
    best = review(solution, play(DESTROYED, "test", "type_in"))
    assert best.plan.retained == pytest.approx(solution.start_value)


def test_a_counterfactual_changes_one_choice_on_the_same_server(solution):
    final = play(DESTROYED, "restore")
    tested = counterfactual(solution, final, 0, "test", own=False)
    assert [state.action for state in tested.history()[1:]] == ["test", "bad", "type_in"]
    assert tested.deal == final.deal
    stubborn = counterfactual(solution, play(DESTROYED, "test", "restore"), 0, "test", own=True)
    assert stubborn.history()[-1].action == "garbage"
    with pytest.raises(IllegalChoiceError, match="'dance' is not on offer at first"):
        counterfactual(solution, final, 0, "dance", own=False)


def test_own_later_choices_are_dropped_where_they_are_not_legal():
    solution = solve(Tree(toy.build(), SOLID))
    start = State.start(toy.build(), SOLID, 3)
    final = start.choose("ask").choose("restore").advance()
    other = counterfactual(solution, final, 0, "hand_over", own=True)
    assert other.node_id == "handed_over"


@pytest.mark.parametrize(
    ("regret", "start_value", "label"),
    [
        (0, 0, Label.BEST),
        (99, 0, Label.BEST),
        (100, 0, Label.SOUND),
        (99_99, 0, Label.SOUND),
        (100_00, 0, Label.RISKY),
        (100_00, 10_000_00, Label.SOUND),
        (199_99, 10_000_00, Label.SOUND),
        (200_00, 10_000_00, Label.RISKY),
        (499_99, 0, Label.RISKY),
        (500_00, 0, Label.GRAVE),
        (999_99, 10_000_00, Label.RISKY),
        (1_000_00, 10_000_00, Label.GRAVE),
    ],
)
def test_labels_follow_the_documented_thresholds(regret, start_value, label):
    assert label_of(regret, start_value) is label


def test_only_a_finished_play_is_reviewed(solution):
    with pytest.raises(EngineError, match="only a finished play can be reviewed"):
        review(solution, play(INTACT))


def test_the_review_follows_the_objective():
    scenario = toy.build()
    tree = Tree(scenario, SOLID)
    start = State.start(scenario, SOLID, 1, facts=DESTROYED, outcomes={"restored": "garbage"})
    final = start.choose("restore").advance()
    client, own, both = (
        review(solve(tree, objective.weights), final)
        for objective in (Objective.CLIENT_LOSS, Objective.OWN_LOSS, Objective.BALANCED)
    )
    assert client.final_cost == client.settlement.client_loss
    assert own.final_cost == own.settlement.you_pay
    assert both.final_cost == client.final_cost + own.final_cost


def test_the_review_as_data_tells_the_terms_of_the_identity(solution):
    data = review_data(review(solution, play(DESTROYED, "restore")))
    assert data["start_value"] == 780_00
    assert [decision["regret"] for decision in data["decisions"]] == [920_00]
    assert [reveal["luck"] for reveal in data["reveals"]] == [5000_00 - 1700_00]
    assert data["final_cost"] == 5000_00
    assert data["value_of_perfect_information"] == 100_00
    assert data["decisions"][0]["label"] == "grave"


def test_every_option_tells_how_it_would_have_ended_on_this_server(solution):
    final = play(DESTROYED, "test", "restore")
    told = review(solution, final)
    first, then = ({o.choice_id: o for o in d.options} for d in told.decisions)
    assert first["test"].best_after == Branch("done", 0, 2100_00)
    assert first["test"].own_after == Branch(final.node_id, 0, 5100_00)
    assert first["type_in"].own_after == Branch("done", 0, 2000_00)
    assert then["restore"].own_after.you_pay == told.final_cost
    data = review_data(told)["decisions"][1]["counterfactual"]
    assert data["type_in"]["best_play"] == {"ending": "done", "client_loss": 0, "you_pay": 2100_00}


def test_knowing_tells_its_progress_and_can_be_cancelled(solution):
    class Cancelled(Exception):
        pass

    def stop(_share: float) -> None:
        raise Cancelled

    shares: list[float] = []
    start = State.start(three_ways(), UNINSURED, 4)
    value_of_knowing(solution, start, "backup", shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    with pytest.raises(Cancelled):
        value_of_knowing(solution, start, "backup", stop)
