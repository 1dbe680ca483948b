"""The story's graph for other programs: GraphML, Graphviz DOT, Mermaid. All of it is text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO

from app.engine.graph import kind, moves, to_graph
from app.engine.scenario import Choice, Node, Scenario

_DOT_SHAPES = {"decision": "box", "chance": "diamond", "ending": "oval"}
_MERMAID_SHAPES = {"decision": ("[", "]"), "chance": ("{{", "}}"), "ending": ("([", "])")}


def export_graph(scenario: Scenario, to: str) -> str:
    """The graph in one of :data:`FORMATS`. Raises KeyError for any other."""
    return FORMATS[to](scenario)


def graphml(scenario: Scenario) -> str:
    """GraphML with kind, title, key of each node and the move of each edge."""
    import networkx as nx

    stream = BytesIO()
    nx.write_graphml_xml(to_graph(scenario), stream)
    return stream.getvalue().decode() + "\n"


def dot(scenario: Scenario) -> str:
    """Graphviz DOT: boxes decide, diamonds reveal, ovals end."""
    lines = [f"digraph {_quoted(scenario.id)} {{", "  rankdir=TB;"]
    for node in scenario.nodes.values():
        bold = ", penwidth=2" if node.id == scenario.start else ""
        shape = _DOT_SHAPES[kind(node)]
        lines.append(f"  {_quoted(node.id)} [label={_quoted(_title(node))}, shape={shape}{bold}];")
    for node in scenario.nodes.values():
        for move in moves(node):
            style = "" if isinstance(move, Choice) else ", style=dashed"
            label = _quoted(move.id)
            lines.append(f"  {_quoted(node.id)} -> {_quoted(move.then)} [label={label}{style}];")
    return "\n".join([*lines, "}"]) + "\n"


def mermaid(scenario: Scenario) -> str:
    """A Mermaid flow chart: boxes decide, hexagons reveal, rounded ones end."""
    names = {id_: f"n{number}" for number, id_ in enumerate(scenario.nodes)}
    lines = ["flowchart TD"]
    for node in scenario.nodes.values():
        opening, closing = _MERMAID_SHAPES[kind(node)]
        title = _title(node).replace("#", "#35;").replace('"', "#quot;").replace("<", "#lt;")
        lines.append(f'  {names[node.id]}{opening}"{title}"{closing}')
    for node in scenario.nodes.values():
        for move in moves(node):
            arrow = "-->" if isinstance(move, Choice) else "-.->"
            lines.append(f"  {names[node.id]} {arrow}|{move.id}| {names[move.then]}")
    return "\n".join(lines) + "\n"


FORMATS: Mapping[str, Callable[[Scenario], str]] = {
    "graphml": graphml,
    "dot": dot,
    "mermaid": mermaid,
}


def _title(node: Node) -> str:
    return node.id if node.title is None else node.title.source


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
