"""The sheet of a story's graph: nothing overlaps, edges point down, always the same."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.authoring.layout import GAP_ACROSS, NODE_HEIGHT, NODE_WIDTH, Layout, lay_out

Edges = list[tuple[str, str]]


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[str], Edges]:
    nodes = [f"n{number}" for number in range(draw(st.integers(1, 25)))]
    one = st.sampled_from(nodes)
    return nodes, draw(st.lists(st.tuples(one, one), max_size=60))


def overlaps(layout: Layout) -> list[tuple[str, str]]:
    spots = sorted(layout.centres.items())
    return [
        (a, b)
        for index, (a, (ax, ay)) in enumerate(spots)
        for b, (bx, by) in spots[index + 1 :]
        if abs(ax - bx) < NODE_WIDTH and abs(ay - by) < NODE_HEIGHT
    ]


@given(graphs())
def test_no_two_nodes_overlap_and_edges_point_down(graph: tuple[list[str], Edges]) -> None:
    nodes, edges = graph
    layout = lay_out(nodes, edges, nodes[0])
    assert set(layout.centres) == set(nodes)
    assert overlaps(layout) == []
    assert {(route.source, route.target) for route in layout.routes} == set(edges)
    for route in layout.routes:
        if not route.loop:
            heights = [y for _, y in route.points]
            assert heights == sorted(heights)
            assert layout.layers[route.source] < layout.layers[route.target]


@given(graphs())
def test_edges_that_run_sideways_or_up_close_a_loop(graph: tuple[list[str], Edges]) -> None:
    nodes, edges = graph
    following = {node: {b for a, b in edges if a == node} for node in nodes}
    for route in lay_out(nodes, edges).routes:
        if route.loop:
            reached, pending = {route.target}, [route.target]
            while pending:
                for after in following[pending.pop()] - reached:
                    reached.add(after)
                    pending.append(after)
            assert route.source in reached


@given(graphs())
def test_the_same_graph_gives_the_same_sheet(graph: tuple[list[str], Edges]) -> None:
    assert lay_out(*graph) == lay_out(*graph)


def test_long_edges_run_between_the_nodes() -> None:
    nodes = list("abcde")
    edges = [*pairwise(nodes), ("a", "e")]
    layout = lay_out(nodes, edges, "a")
    route = next(route for route in layout.routes if (route.source, route.target) == ("a", "e"))
    assert len(route.points) == 5
    for (x, y), node in zip(route.points[1:-1], "bcd", strict=True):
        assert y == layout.centres[node][1]
        assert abs(x - layout.centres[node][0]) >= NODE_WIDTH / 2 + GAP_ACROSS / 2


def test_a_crossing_that_can_be_avoided_is_avoided() -> None:
    layout = lay_out(list("sabxy"), [("s", "a"), ("s", "b"), ("a", "y"), ("b", "x")], "s")
    x = {node: centre[0] for node, centre in layout.centres.items()}
    assert (x["a"] < x["b"]) == (x["y"] < x["x"])


def test_the_start_stands_on_top_even_inside_a_loop() -> None:
    layout = lay_out(list("abc"), [("a", "b"), ("b", "c"), ("c", "a")], "b")
    assert [layout.layers[node] for node in "bca"] == [0, 1, 2]


def test_five_hundred_nodes_do_not_overlap() -> None:
    nodes = [str(number) for number in range(500)]
    edges = [
        (str(number), str(number + step))
        for number in range(500)
        for step in (1, 3, 40, 400)
        if number + step < 500
    ]
    layout = lay_out(nodes, edges, "0")
    assert overlaps(layout) == []


def test_an_edge_to_nowhere_is_refused() -> None:
    with pytest.raises(KeyError):
        lay_out(["a"], [("a", "b")])
