"""Authors' tests: what holds passes, what does not is told with place, wish and finding."""

from __future__ import annotations

import pytest

from app.authoring.finding import ScenarioFileError
from app.authoring.loading import parse_scenario
from app.authoring.trials import Result, coverage_of, run_test
from app.authoring.walkfile import parse_tests, read_tests
from app.authoring.walking import Analyst
from app.resources import scenario_folders
from tests.scenarios import SMALL

SCENARIO = parse_scenario(SMALL).scenario
ANALYST = Analyst(SCENARIO)

GOOD = """\
format: 1
tests:
  hand-over:
    about: Telling first and then leaving it to others.
    choices: [ask, hand_over]
    expect:
      ending: handed_over
      ledger: {idle_staff: 480.00 EUR, own_time: 60 EUR, reentry: at most 0.00 EUR}
      client_loss: 400.00 to 500.00 EUR
      claim: at least 480.00 EUR
      insurer_pays: 0.00 EUR
      at:
        alarm: {known: {asked: false, looks: 0, cause: unknown}, offered: [ask, restore]}
        alarm/2: {known: {asked: true, minutes: 10 to 20}, not_offered: ask}
"""


def run(text: str, name: str = "") -> Result:
    results = [run_test(test, ANALYST) for test in parse_tests(text, SCENARIO)]
    return next(result for result in results if not name or result.test.id == name)


def test_a_walk_as_expected_passes():
    result = run(GOOD)
    assert result.failures == ()
    assert result.passed


@pytest.mark.parametrize(
    ("old", "new", "what", "found"),
    [
        ("ending: handed_over", "ending: saved", "ending", "handed_over"),
        ("staff: 480.00 EUR", "staff: 480.01 EUR", "ledger idle_staff", "480.00 EUR"),
        ("reentry: at most 0", "reentry: at least 1", "ledger reentry", "0.00 EUR"),
        ("400.00 to 500", "490.00 to 500", "client_loss", "480.00 EUR"),
        ("claim: at least 480.00", "claim: at most 479.99", "claim", "480.00 EUR"),
        ("insurer_pays: 0.00", "insurer_pays: 5.00", "insurer_pays", "0.00 EUR"),
        ("known: {asked: false", "known: {asked: true", "asked at alarm", "false"),
        ("looks: 0", "looks: at least 1", "looks at alarm", "0"),
        ("cause: unknown", "cause: disk", "cause at alarm", "unknown"),
        ("10 to 20", "16 to 20", "minutes at alarm/2", "15"),
        ("not_offered: ask", "not_offered: restore", "choice restore at alarm/2", "restore"),
        ("not_offered: ask", "offered: ask", "choice ask at alarm/2", "look, restore, hand_over"),
        ("alarm/2:", "alarm/3:", "minutes at alarm/3", "does not come there 3 times"),
        ("[ask, hand_over]", "[ask, ask]", "choice 2", "look, restore, hand_over"),
        ("[ask, hand_over]", "[ask, hand_over, look]", "choice 3", "handed_over before it"),
    ],
)
def test_a_fault_names_the_line_the_wish_and_the_finding(old, new, what, found):
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    failures = [failure for failure in run(text).failures if failure.what == what]
    (failure,) = failures
    assert found in failure.found
    line = text.splitlines()[failure.line - 1]
    assert new.split("[")[0] in line
    assert line[failure.column - 1 :].strip()


def test_a_walk_may_stop_early_but_has_no_end_then():
    text = GOOD.replace("[ask, hand_over]", "[ask]")
    failures = run(text).failures
    assert {failure.what for failure in failures} == {
        *("ending", "client_loss", "claim", "insurer_pays"),
        *("ledger idle_staff", "ledger own_time", "ledger reentry"),
    }
    assert all("stops at alarm" in failure.found for failure in failures)


def test_facts_and_outcomes_are_fixed():
    text = """\
format: 1
terms: none
tests:
  noise:
    choices: [restore]
    facts: {backup: destroyed}
    outcomes: {restored: garbage}
    expect: {ending: lost, ledger: {reentry: 4600.00 EUR}, insurer_pays: 0.00 EUR}
  never:
    choices: [hand_over]
    outcomes: {restored: garbage}
    expect: {ending: handed_over}
  elsewhere:
    choices: [look]
    outcomes: {search: nothing}
    expect: {at: {alarm/2: {known: {cause: unknown, looks: 1}}}}
"""
    assert run(text, "noise").failures == ()
    assert run(text, "elsewhere").failures == ()
    (failure,) = run(text, "never").failures
    assert (failure.line, failure.what) == (11, "outcome at restored")
    assert "does not come there" in failure.found


def test_an_outcome_that_cannot_happen_is_told():
    scenario = parse_scenario(
        SMALL.replace("{intact: 0.95, destroyed: 0.05}", "{intact: 1, destroyed: 0}").replace(
            "p: {intact: 0.05, destroyed: 0.95}", "p: rest"
        )
    ).scenario
    text = """\
format: 1
tests:
  impossible:
    choices: [restore]
    facts: {backup: destroyed}
    outcomes: {restored: works}
    expect: {ending: lost}
"""
    (test,) = parse_tests(text, scenario)
    (failure,) = run_test(test, Analyst(scenario)).failures
    assert failure.what == "outcome at restored"
    assert "works is impossible" in failure.found


def test_a_plan_and_perfect_play():
    text = """\
format: 1
tests:
  real:
    plan: as-it-happened
    expect: {ending: lost, decisions: {alarm: [grave, risky, sound, best]}, regret: at least 0 EUR}
  perfect:
    plan: optimal
    seed: 4
    expect: {regret: 0.00 EUR, decisions: {alarm: best}}
  worse:
    plan: as-it-happened
    expect: {regret: 0.00 EUR, decisions: {alarm: best}}
"""
    assert run(text, "real").failures == ()
    assert run(text, "perfect").failures == ()
    regret, decision = run(text, "worse").failures
    assert float(regret.found.split()[0]) > 0
    assert decision.expected == "best"
    assert "restore, regret" in decision.found


def test_a_plan_without_a_choice_for_its_way():
    text = "format: 1\ntests:\n  t:\n    plan: as-it-happened\n    expect: {ending: lost}\n"
    scenario = parse_scenario(
        SMALL.replace("choices: {alarm: restore}", "choices: {alarm: look}")
    ).scenario
    (test,) = parse_tests(text, scenario)
    (failure,) = run_test(test, Analyst(scenario)).failures
    assert failure.what.startswith("choice")


FAULTS = [
    ("format: 1", "format: 2", "E203", 1),
    ("ending: handed_over", "ending: handed_ovr", "E702", 7),
    ("ending: handed_over", "ending: alarm", "E702", 7),
    ("idle_staff:", "idle_stuff:", "E702", 8),
    ("480.00 EUR", "480.00 USD", "E203", 8),
    ("[ask, hand_over]", "[ask, hand_ovr]", "E702", 5),
    ("{asked: false", "{askd: false", "E702", 13),
    ("{asked: false", "{fault: disk", "E702", 13),
    ("alarm/2:", "alrm/2:", "E702", 14),
    ("alarm/2:", "alarm/0:", "E204", 14),
    ("not_offered: ask", "not_offered: aks", "E702", 14),
    ("    choices:", "    plan: optimal\n    choices:", "E207", 3),
    ("    choices: [ask, hand_over]\n", "", "E207", 3),
    ("    choices: [ask, hand_over]\n", "    plan: perfect\n", "E702", 5),
    ("    choices:", "    facts: {fault: dsk}\n    choices:", "E702", 5),
    ("    choices:", "    outcomes: {alarm: ask}\n    choices:", "E702", 5),
    ("    choices:", "    terms: sollid\n    choices:", "E702", 5),
    ("    choices:", "    seed: -1\n    choices:", "E203", 5),
    ("about:", "abut:", "E201", 4),
]


@pytest.mark.parametrize(("old", "new", "code", "line"), FAULTS)
def test_a_faulty_file_is_refused_with_place_and_remedy(old, new, code, line):
    assert old in GOOD
    with pytest.raises(ScenarioFileError) as caught:
        parse_tests(GOOD.replace(old, new, 1), SCENARIO)
    assert [(fault.code, fault.line) for fault in caught.value.findings] == [(code, line)]
    assert caught.value.findings[0].remedy


def test_a_test_that_expects_nothing_is_refused():
    text = "format: 1\ntests:\n  t: {choices: [ask], expect: {}}\n"
    with pytest.raises(ScenarioFileError, match="nothing is expected"):
        parse_tests(text, SCENARIO)


def test_coverage_counts_what_the_walks_have_met():
    results = [run(GOOD)]
    coverage = coverage_of(SCENARIO, results)
    assert coverage.counts() == {"nodes": (2, 6), "choices": (2, 4), "outcomes": (0, 4)}
    assert coverage.percent() == 100 * 4 // 14
    assert coverage.missed() == {
        "nodes": ["search", "restored", "saved", "lost"],
        "choices": ["alarm: look", "alarm: restore"],
        "outcomes": [],
    }


@pytest.mark.parametrize("folder", scenario_folders(), ids=lambda folder: folder.name)
def test_the_tests_of_the_shipped_scenarios_pass(folder):
    loaded = parse_scenario((folder / "scenario.yaml").read_bytes()).scenario
    analyst = Analyst(loaded)
    results = [run_test(test, analyst) for test in read_tests(folder / "tests.yaml", loaded)]
    told = [f"{result.test.id}: {failure}" for result in results for failure in result.failures]
    assert told == []
    assert {result.test.plan for result in results} >= {"as-it-happened"}
