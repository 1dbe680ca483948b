"""The graph in the formats of other programs."""

import networkx as nx
import pytest

from app.authoring.export import FORMATS, export_graph
from app.authoring.loading import parse_scenario
from app.engine.graph import to_graph
from tests.scenarios import SMALL

TRICKY = SMALL.replace("title: 08:12, one line", 'title: "A \\"quoted\\" #1 <b> \\\\ title"')


def test_graphml_reads_back_as_the_same_graph():
    scenario = parse_scenario(TRICKY).scenario
    again = nx.parse_graphml(export_graph(scenario, "graphml"), force_multigraph=True)
    graph = to_graph(scenario)
    assert dict(again.nodes(data=True)) == dict(graph.nodes(data=True))
    assert sorted((a, b, data["move"]) for a, b, data in again.edges(data=True)) == sorted(
        (a, b, data["move"]) for a, b, data in graph.edges(data=True)
    )


def test_dot_has_every_node_and_edge_once():
    lines = export_graph(parse_scenario(TRICKY).scenario, "dot").splitlines()
    assert lines[0] == 'digraph "small" {'
    assert lines[-1] == "}"
    assert sum("->" in line for line in lines) == 8
    assert '  "alarm" [label="A \\"quoted\\" #1 <b> \\\\ title", shape=box, penwidth=2];' in lines
    assert '  "search" -> "alarm" [label="found", style=dashed];' in lines


def test_mermaid_has_every_node_and_edge_once():
    lines = export_graph(parse_scenario(TRICKY).scenario, "mermaid").splitlines()
    assert lines[0] == "flowchart TD"
    assert len(lines) == 1 + 6 + 8
    assert '  n0["A #quot;quoted#quot; #35;1 #lt;b> \\ title"]' in lines
    assert "  n1 -.->|found| n0" in lines
    assert "  n0 -->|hand_over| n5" in lines


def test_other_formats_are_unknown():
    assert set(FORMATS) == {"graphml", "dot", "mermaid"}
    with pytest.raises(KeyError):
        export_graph(parse_scenario(SMALL).scenario, "png")
