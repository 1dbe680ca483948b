"""The story as a graph: what leads where, what nothing leads to, what leads nowhere.

Conditions do not count here: an edge is there when a choice or outcome is. networkx is
imported when it is first needed, so that it stays off the way to the first window.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.engine.scenario import ChanceNode, Choice, DecisionNode, Ending, Node, Outcome, Scenario

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class GraphFaults:
    """Ids of nodes, in the scenario's order, that the way through the story misses.

    ``unreachable``: nothing leads there from the start. ``dead_ends``: no ending can be
    reached from there, be it for lack of moves or because of a loop without an exit.
    """

    unreachable: tuple[str, ...]
    dead_ends: tuple[str, ...]


def moves(node: Node) -> tuple[Choice, ...] | tuple[Outcome, ...]:
    """The choices or outcomes of a node; none at an ending."""
    if isinstance(node, DecisionNode):
        return node.choices
    return node.outcomes if isinstance(node, ChanceNode) else ()


def kind(node: Node) -> str:
    """``decision``, ``chance`` or ``ending``."""
    if isinstance(node, DecisionNode):
        return "decision"
    return "ending" if isinstance(node, Ending) else "chance"


def to_graph(scenario: Scenario) -> nx.MultiDiGraph[str]:
    """The scenario as a networkx graph.

    Nodes carry ``kind``, ``title`` (English), ``key`` (its text key), and ``start`` or
    ``tone`` where they have one. Edges have the id of the choice or outcome as their key
    and, again, as ``move``; of a choice also its ``text``.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=scenario.id)
    for node in scenario.nodes.values():
        title = node.title
        graph.add_node(
            node.id,
            kind=kind(node),
            title=node.id if title is None else title.source,
            key="" if title is None else title.key,
            start=node.id == scenario.start,
            tone=str(node.tone) if isinstance(node, Ending) else "",
        )
    for node in scenario.nodes.values():
        for move in moves(node):
            text = move.text.source if isinstance(move, Choice) else ""
            graph.add_edge(node.id, move.then, key=move.id, move=move.id, text=text)
    return graph


def find_faults(scenario: Scenario) -> GraphFaults:
    """Nodes that cannot be reached, and nodes from which no ending can."""
    import networkx as nx

    graph = to_graph(scenario)
    reached = {scenario.start} | nx.descendants(graph, scenario.start)
    endings = [node.id for node in scenario.nodes.values() if isinstance(node, Ending)]
    backwards = graph.reverse(copy=False)
    ending: set[str] = set(endings)
    if endings:
        ending = set(nx.multi_source_dijkstra_path_length(backwards, set(endings)))
    return GraphFaults(
        tuple(id_ for id_ in scenario.nodes if id_ not in reached),
        tuple(id_ for id_ in scenario.nodes if id_ not in ending),
    )


def loops(scenario: Scenario) -> tuple[tuple[str, ...], ...]:
    """Groups of nodes that lead to one another, each in the scenario's order."""
    import networkx as nx

    graph = to_graph(scenario)
    order = {id_: number for number, id_ in enumerate(scenario.nodes)}
    groups = [
        tuple(sorted(group, key=order.__getitem__))
        for group in nx.strongly_connected_components(graph)
        if len(group) > 1 or graph.has_edge(*tuple(group) * 2)
    ]
    return tuple(sorted(groups, key=lambda group: order[group[0]]))
