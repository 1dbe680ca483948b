"""The linter tells the faults of a story, each with a way that leads to it."""

import pytest

from app.authoring.__main__ import main
from app.authoring.exploration import explore, possible_worlds
from app.authoring.finding import Finding
from app.authoring.lint import check, examine, lint, summary
from app.authoring.loading import Loaded, parse_scenario
from app.engine.coverage import PRESETS
from app.engine.state import State
from app.resources import scenario_folders
from tests.scenarios import SMALL


def findings_of(text: str) -> list[Finding]:
    return check(parse_scenario(text))[0]


def edited(*pairs: tuple[str, str]) -> str:
    text = SMALL
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_a_sound_story_has_no_findings():
    assert findings_of(SMALL) == []


@pytest.mark.parametrize("folder", scenario_folders(), ids=lambda folder: folder.name)
def test_the_shipped_stories_have_no_findings(folder):
    assert lint(folder) == []


ORPHAN = "  orphan: {ending: lost, title: Nobody, scene: office, text: Never told.}\n"
PIT = """\
  pit:
    title: A pit
    scene: office
    text: No way out.
    choices:
      wait: {text: Wait, wait: 1, then: pit}
"""
TO_PIT = ("then: handed_over}", "then: pit}\n      give_up: {text: Give up, then: handed_over}")
LOCKED = ("{text: Hand over, hours: 0.5, then: handed_over}", "{text: x, then: locked}")
LOCK = """\
  locked:
    title: A lock
    scene: office
    text: Only who has asked goes on.
    choices:
      go_on: {text: Go on, when: asked, then: handed_over}
"""

FAULTS = [
    # the story, the code, the line it is told at, a part of the message
    (SMALL + ORPHAN, "S101", "orphan: {", "'orphan' can never be reached"),
    (edited(TO_PIT) + PIT, "S102", "pit:", "'pit' leads to no ending"),
    (edited(LOCKED) + LOCK, "S201", "locked:", "offers no choice on this way: alarm: hand_over"),
    (
        edited(("hand_over: {", "hand_over: {when: asked and not asked, ")),
        "S203",
        "handed_over: {ending",
        "never reached",
    ),
    (
        edited(("hand_over: {", "hand_over: {when: asked and not asked, ")),
        "S204",
        "hand_over: {when",
        "never on offer: 'hand_over' at 'alarm'",
    ),
    (
        edited(("{intact: 0.95, destroyed: 0.05}", "1"), ("{intact: 0.05, destroyed: 0.95}", "0")),
        "S205",
        "garbage:\n",
        "can never happen: 'garbage' at 'restored'",
    ),
    (
        edited(("asked: false", "asked: false\n  spare: {range: [0, 9], initial: 0}")),
        "S401",
        "spare:",
        "nothing ever reads the variable 'spare'",
    ),
    (
        edited(("variables:\n", "  moon: {full: 0.5, new: 0.5}\nvariables:\n")),
        "S402",
        "moon:",
        "nothing ever reveals the fact 'moon'",
    ),
]


@pytest.mark.parametrize(("text", "code", "place", "part"), FAULTS)
def test_faults_of_a_story(text, code, place, part):
    found = [finding for finding in findings_of(text) if finding.code == code]
    assert [finding.line for finding in found] == [line_of(text, place)]
    assert part in found[0].message
    assert found[0].remedy


def test_a_soft_lock_comes_with_the_shortest_way():
    text = edited(
        ("when: cause == 'unknown' and looks < 3", "when: looks < 3"),
        ("        hours: 2\n", "        when: looks < 2\n"),
        ("hand_over: {", "hand_over: {when: looks < 3, "),
        ("when: not asked\n        h", "when: not asked and looks < 3\n        h"),
    )
    (finding,) = findings_of(text)
    assert finding.code == "S201"
    assert finding.message.endswith(
        "alarm: look > search: found > alarm: look > search: found > alarm: look > search: found"
    )


def test_a_soft_lock_that_no_world_allows_is_none():
    """The second reveal always agrees with the first, whatever the fault is."""
    text = edited(
        ("0.7 if fault == 'disk' else 0.2", "1 if fault == 'disk' else 0"),
        ("found:\n", "found:\n"),
        ("then: handed_over}", "then: again}"),
        ("  restored:\n", "  again:\n    outcomes:\n"
         "      same: {p: {disk: 1, controller: 0}, then: only_disk}\n"
         "      other: {p: rest, then: handed_over}\n"
         "  only_disk:\n    title: x\n    scene: office\n    text: x\n    choices:\n"
         "      go: {text: x, when: cause == 'disk' or looks == 0, then: handed_over}\n"
         "  restored:\n"),
    )  # fmt: skip
    assert [finding.code for finding in findings_of(text)] == ["S206"]
    broken = text.replace("1 if fault == 'disk' else 0", "0.9 if fault == 'disk' else 0")
    (finding,) = findings_of(broken)
    assert finding.code == "S201"
    assert finding.message.endswith(
        "alarm: look > search: nothing > alarm: hand_over > again: same"
    )


def test_a_loop_that_only_one_world_never_leaves():
    text = edited(
        ("then: handed_over}", "then: wait}"),
        ("  restored:\n", "  wait:\n    outcomes:\n"
         "      over: {p: {disk: 1, controller: 0}, then: handed_over}\n"
         "      still: {p: rest, wait: 1, then: wait}\n"
         "  restored:\n"),
    )  # fmt: skip
    (finding,) = findings_of(text)
    assert finding.code == "S202"
    assert finding.line == line_of(text, "wait:\n    outcomes")
    assert "alarm: hand_over" in finding.message


PLANS = [
    ("choices: {alarm: restore}", "choices: {}", "S301", "comes to 'alarm' and has no choice"),
    ("when: not asked\n        h", "when: asked\n        h", None, ""),
    ("        hours: 2\n", "        when: asked\n", "S302", "wants 'restore' at 'alarm'"),
    ("intact: 0.05, destroyed: 0.95}", "intact: 1, destroyed: 0}", "S303", "wants 'garbage'"),
    ("choices: {alarm: restore}", "choices: {alarm: ask}", "S302", "wants 'ask' at 'alarm'"),
]


@pytest.mark.parametrize(("old", "new", "code", "part"), PLANS)
def test_plans_are_played(old, new, code, part):
    text = edited((old, new)).replace(
        "{intact: 0.95, destroyed: 0.05}",
        "{intact: 0, destroyed: 1}" if code == "S303" else "{intact: 0.95, destroyed: 0.05}",
    )
    found = [finding for finding in findings_of(text) if finding.code.startswith("S3")]
    assert [finding.code for finding in found] == ([code] if code else [])
    if code:
        assert part in found[0].message
        assert "as-it-happened" in found[0].message


def test_a_plan_without_an_end():
    text = edited(("when: not asked\n        h", "h"), ("{alarm: restore}", "{alarm: ask}"))
    (finding,) = findings_of(text)
    assert finding.code == "S304"


def test_the_bound_is_admitted():
    text = edited(("{alarm: restore}", "{alarm: hand_over}"))
    looping = text.replace("when: not asked\n        h", "when: minutes < 500000\n        h")
    loaded = parse_scenario(looping)
    walked = explore(loaded.scenario, bound=500)
    assert not walked.complete
    assert len(walked.situations) > 500


def test_a_story_too_large_is_told_so(monkeypatch):
    monkeypatch.setattr("app.authoring.exploration.MAX_WORLDS", 3)
    codes = [finding.code for finding in findings_of(SMALL)]
    assert codes == ["S200"]
    assert summary(parse_scenario(SMALL).scenario).longest_decisions is None


def test_every_play_stays_within_what_the_walk_has_found():
    """Random plays take only moves that the walk knows, and end where it says."""
    scenario = parse_scenario(SMALL).scenario
    walked = explore(scenario)
    for seed in range(200):
        state = State.start(scenario, PRESETS["solid" if seed % 2 else "none"], seed).advance()
        while not state.is_terminal():
            choices = state.legal_choices()
            state = state.choose(choices[seed % 7 % len(choices)].id).advance()
        assert set(state.information_state()) <= walked.taken


def test_worlds_follow_fixed_facts():
    scenario = parse_scenario(SMALL).scenario
    assert possible_worlds(scenario, {}) == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert possible_worlds(scenario, {"backup": "destroyed"}) == [(0, 1), (1, 1)]


def test_summary_counts_the_longest_way():
    figures = summary(parse_scenario(SMALL).scenario)
    assert (figures.nodes, figures.decisions, figures.chances, figures.endings) == (6, 1, 2, 3)
    assert figures.facts == 2
    # three looks, one question, one restore
    assert figures.longest_decisions == 5


def test_the_shell_prints_findings_and_figures(tmp_path, capsys):
    file = tmp_path / "scenario.yaml"
    file.write_text(SMALL, encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    assert "0 findings, Summary(nodes=6" in capsys.readouterr().out
    file.write_text(SMALL + ORPHAN, encoding="utf-8")
    assert main([str(file)]) == 1
    assert f"{file}:{line_of(SMALL + ORPHAN, 'orphan')}:3: S101 " in capsys.readouterr().out
    file.write_text("format: 1\n", encoding="utf-8")
    assert main([str(file)]) == 1
    assert "does not load" in capsys.readouterr().out
    assert main([]) == 2
    assert main([str(tmp_path / "nowhere")]) == 2
    assert "no scenario of this name" in capsys.readouterr().err


def test_examine_gives_no_figures_for_a_file_that_does_not_load(tmp_path):
    findings, figures = examine(tmp_path)
    assert figures is None
    assert findings[0].code == "E101"
    assert isinstance(parse_scenario(SMALL), Loaded)
