"""A good file becomes the scenario that its author meant."""

from fractions import Fraction

import pytest

from app.authoring.loading import load_scenario, parse_scenario, read_scenario
from app.engine.coverage import PRESETS
from app.engine.law import QUESTIONS, CapKind
from app.engine.scenario import (
    Bearer,
    ChanceNode,
    Choice,
    DecisionNode,
    Ending,
    PanelKind,
    Scenario,
    Tone,
)
from app.engine.state import State, apply_effect
from tests.scenarios import SMALL


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return parse_scenario(SMALL).scenario


def choice(scenario: Scenario, id_: str) -> Choice:
    node = scenario.nodes["alarm"]
    assert isinstance(node, DecisionNode)
    return next(choice for choice in node.choices if choice.id == id_)


def test_reads_a_folder_and_a_file(tmp_path):
    file = tmp_path / "scenario.yaml"
    file.write_text(SMALL, encoding="utf-8")
    assert load_scenario(tmp_path) == load_scenario(file)
    assert read_scenario(tmp_path).mark("nodes", "search").line == 1 + SMALL[
        : SMALL.index("  search:\n")
    ].count("\n")


def test_head_of_the_file(scenario):
    assert (scenario.id, scenario.title.source, scenario.minutes_to_play) == (
        "small",
        "Small crash",
        5,
    )
    assert scenario.calendar.start.isoformat() == "2026-03-03T08:12:00"
    assert (scenario.calendar.opens, scenario.calendar.closes) == (480, 1020)
    assert scenario.contract.cap_kind is CapKind.NEGOTIATED
    assert scenario.contract.cap == 50_000_00
    assert scenario.terms == ("none", "solid")
    assert scenario.briefing[1].when is not None
    assert [head.bearer for head in scenario.heads] == [Bearer.CLIENT, Bearer.CLIENT, Bearer.OWN]
    assert scenario.heads[0].provable == Fraction(9, 10)
    assert scenario.own_time == (scenario.slot("loss_own_time"), 80_00)
    assert scenario.duties[0].causes == {"reentry"}


def test_facts_are_exact_and_hidden(scenario):
    fault, backup = scenario.facts
    assert fault.table == {(): (Fraction(3, 5), Fraction(2, 5))}
    assert backup.given == (0,)
    assert backup.table[1,] == (Fraction(9, 10), Fraction(1, 10))
    assert scenario.symbols["fault"].hidden
    assert not scenario.symbols["cause"].hidden
    told = scenario.fact_texts["fault"]
    assert told.label.key == "fact_texts.fault.label"
    assert told.words["disk"].source == "One disk"


def test_given_two_facts_nests_twice():
    text = SMALL.replace(
        "variables:\n",
        "  lab:\n"
        "    given: [fault, backup]\n"
        "    disk: {intact: {good: 1}, destroyed: {good: 0.5, poor: 0.5}}\n"
        "    controller: {intact: {poor: 1.0}, destroyed: {good: 1/3, poor: 2/3}}\n"
        "variables:\n",
        1,
    )
    lab = parse_scenario(text.replace("{good: 1}", "{good: 1, poor: 0}")).scenario.facts[2]
    assert lab.given == (0, 1)
    assert lab.domain.words == ("good", "poor")
    assert lab.table[1, 0] == (0, 1)
    assert lab.table[1, 1] == (Fraction(1, 3), Fraction(2, 3))


def test_prose_has_stable_keys_and_panels_keep_their_layout(scenario):
    alarm = scenario.nodes["alarm"]
    assert isinstance(alarm, DecisionNode)
    assert [(p.text.key, p.text.source) for p in alarm.passages] == [
        ("nodes.alarm.text.0", "The ticket is one line long."),
        ("nodes.alarm.text.1", "It is {clock}."),
    ]
    (panel,) = alarm.panels
    assert panel.kind is PanelKind.TICKET
    assert panel.title.key == "nodes.alarm.panels.0.title"
    assert panel.body.key == "nodes.alarm.panels.0.body"
    assert panel.body.source == "The share  is gone\n  (since 08:03)"
    ask = choice(scenario, "ask")
    assert ask.detail is not None
    assert ask.detail.key == "nodes.alarm.choices.ask.detail"
    cause = scenario.variables[1]
    assert cause.value_texts[1].key == "variables.cause.shown.disk"
    assert scenario.plans["as-it-happened"].title.key == "plans.as-it-happened"


def test_effects_of_a_choice(scenario):
    restore = choice(scenario, "restore")
    before = scenario.initial_values(True)
    after = apply_effect(scenario, restore.effect, before)
    # 08:12 + 2 h work + 1 h wait = 11:12, then to 08:00 next morning, then a day more
    assert after[0] == 3 * 60 + (24 - 3) * 60 - 12 + 1440
    assert restore.effect.work.evaluate(before) == 120
    assert after[scenario.slot("loss_reentry")] == 100_00
    assert after[scenario.slot("loss_own_time")] == 160_00
    assert after[scenario.slot("breach_verify")] == 1
    assert not restore.priced
    assert choice(scenario, "ask").keeps == ("verify",)


def test_a_full_play_runs_as_the_plan_says(scenario):
    plan = scenario.plans["as-it-happened"]
    state = State.start(scenario, PRESETS["solid"], 1, plan.facts, plan.outcomes)
    state = state.choose(plan.choices["alarm"]).advance()
    assert state.node_id == "lost"
    assert state.losses()["reentry"] == 100_00 + 4_500_00
    ending = scenario.nodes["lost"]
    assert isinstance(ending, Ending)
    assert ending.tone is Tone.LOST


def test_probabilities_by_a_facts_words(scenario):
    node = scenario.nodes["restored"]
    assert isinstance(node, ChanceNode)
    width = scenario.width
    intact, destroyed = (0,) * width + (0, 0), (0,) * width + (0, 1)
    for values, chance in ((intact, Fraction(19, 20)), (destroyed, Fraction(1, 20))):
        assert Fraction(node.outcomes[0].weight.evaluate(values), node.denominator) == chance


def test_every_legal_question_is_answered(scenario):
    values = scenario.initial_values(True)
    answers = {name: legal.evaluate(values) for name, legal in scenario.legal.items()}
    assert set(answers) == set(QUESTIONS)
    assert answers["admission"] == 1
    assert answers["client_backup_fault"] == 0
    assert answers["claim_notice_days"] == -1
    assert answers["claim_raised"] == 1
    assert scenario.unavoidable["idle_staff"].evaluate(values) == 1_600_00


@pytest.mark.parametrize(
    ("written", "cents"),
    [("4500.00 EUR", 450_000), ("12", 1200), ('"12 + 1"', 1300), ("0.05 EUR", 5)],
)
def test_money(written, cents):
    loaded = parse_scenario(SMALL.replace("4500.00 EUR", written)).scenario
    node = loaded.nodes["restored"]
    assert isinstance(node, ChanceNode)
    (pair,) = node.outcomes[1].effect.losses
    assert pair[1].evaluate(loaded.initial_values(True)) == cents


@pytest.mark.parametrize(("hours", "minutes"), [("1.5", 90), ('"1 + looks"', 60), ("0.25", 15)])
def test_hours(hours, minutes):
    loaded = parse_scenario(SMALL.replace("hours: 1.5", f"hours: {hours}")).scenario
    effect = choice(loaded, "look").effect
    assert effect.minutes.evaluate(loaded.initial_values(True)) == minutes


def test_words_that_yaml_takes_for_truth_stay_words():
    text = SMALL.replace("handed_over", "no").replace("hand_over", "off")
    assert parse_scenario(text).scenario.nodes["no"].id == "no"


def test_the_hash_follows_the_content_and_nothing_else(scenario):
    same = parse_scenario("# a comment\n" + SMALL.replace("{fault: disk,", "{fault:   disk,"))
    assert same.scenario.content_hash == scenario.content_hash
    changed = [
        parse_scenario(SMALL.replace(old, new)).scenario.content_hash
        for old, new in (
            ("A disk clicks", "A disk ticks"),
            ("disk: 0.6, controller: 0.4", "controller: 0.4, disk: 0.6"),
            ("{disk: 0.6, controller: 0.4}", "{disk: 0.61, controller: 0.39}"),
        )
    ]
    assert len({scenario.content_hash, *changed}) == 4
