"""The story as a graph."""

import subprocess
import sys

import networkx as nx
import pytest

from app.authoring.loading import parse_scenario
from app.engine.graph import find_faults, kind, loops, moves, to_graph
from app.engine.scenario import Scenario
from tests.scenarios import SMALL
from tests.toy import build


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return parse_scenario(SMALL).scenario


def test_nodes_and_edges(scenario):
    graph = to_graph(scenario)
    assert isinstance(graph, nx.MultiDiGraph)
    assert list(graph) == list(scenario.nodes)
    assert graph.nodes["alarm"] == {
        "kind": "decision",
        "title": "08:12, one line",
        "key": "nodes.alarm.title",
        "start": True,
        "tone": "",
    }
    assert graph.nodes["search"]["kind"] == "chance"
    assert graph.nodes["search"]["title"] == "search"
    assert graph.nodes["lost"]["tone"] == "lost"
    assert set(graph["search"]["alarm"]) == {"found", "nothing"}
    assert graph.edges["alarm", "search", "look"]["text"] == "Look for the cause"
    assert graph.number_of_edges() == sum(len(moves(node)) for node in scenario.nodes.values())
    assert [kind(node) for node in scenario.nodes.values()].count("ending") == 3


def test_a_sound_story_has_no_faults(scenario):
    assert find_faults(scenario).unreachable == ()
    assert find_faults(scenario).dead_ends == ()
    assert find_faults(build()).unreachable == ()


def test_what_cannot_be_reached_and_what_leads_nowhere():
    pit = "".join(
        f"  {id_}: {{title: x, scene: office, text: x, choices: {{go: {{text: x, then: {to}}}}}}}\n"
        for id_, to in (("pit", "ditch"), ("ditch", "pit"), ("orphan", "saved"))
    )
    faults = find_faults(parse_scenario(SMALL.replace("then: lost", "then: pit") + pit).scenario)
    assert faults.unreachable == ("lost", "orphan")
    assert faults.dead_ends == ("pit", "ditch")


def test_a_story_without_endings_is_all_dead_end():
    text = SMALL[: SMALL.index("  search:\n")].replace("then: search", "then: alarm")
    text = text.replace("then: restored", "then: alarm").replace("then: handed_over", "then: alarm")
    text = text.replace("    outcomes: {restored: garbage}\n", "")
    faults = find_faults(parse_scenario(text).scenario)
    assert faults.dead_ends == ("alarm",)


def test_loops(scenario):
    assert loops(scenario) == (("alarm", "search"),)
    straight = SMALL.replace("then: search", "then: restored")
    assert loops(parse_scenario(straight).scenario) == (("alarm",),)
    straight = straight.replace("then: alarm", "then: saved")
    assert loops(parse_scenario(straight).scenario) == ()


def test_networkx_stays_out_until_a_graph_is_wanted():
    code = "import sys, app.engine.graph, app.authoring.loading; print('networkx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
