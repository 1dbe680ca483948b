"""The map holds what was seen, all of it, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.coverage import PRESETS
from app.engine.graph import moves
from app.engine.scenario import DecisionNode, Node, Scenario, Text
from app.play.map_view import MapView, lifted, map_view
from app.play.playthrough import Playthrough
from app.play.view import SceneView
from tests.shipped import scenarios
from tests.toy import build

SHORT = next(scenario for scenario in scenarios() if scenario.id == "fourth-disk")
STEPS = st.lists(st.integers(-3, 8), max_size=25)
"""What a player does: a card by its place, or so many decisions taken back."""


def begin(scenario: Scenario, seed: int = 3) -> Playthrough:
    return Playthrough.start(scenario, PRESETS["solid"], seed)


def play_on(play: Playthrough, steps: list[int]) -> Iterator[SceneView]:
    """Play; yields every scene that was shown."""
    yield play.view()
    for step in steps:
        if step < 0:
            for _ in range(-step):
                if play.can_undo:
                    play.undo()
        elif not play.state.is_terminal():
            offered = play.state.legal_choices()
            play.choose(offered[step % len(offered)].id)
        yield play.view()


def strings(value: object) -> Iterator[str]:
    """Every text inside, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from strings(key)
            yield from strings(inner)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from strings(inner)


def written(scenario: Scenario) -> set[str]:
    """Everything that is written in the scenario, hidden facts and their words included."""

    def texts(value: object) -> Iterator[str]:
        if isinstance(value, Text):
            yield value.source
        elif isinstance(value, Mapping):
            for inner in value.values():
                yield from texts(inner)
        elif is_dataclass(value) and not isinstance(value, type):
            for field in fields(value):
                yield from texts(getattr(value, field.name))
        elif isinstance(value, tuple):
            for inner in value:
                yield from texts(inner)

    facts = {word for fact in scenario.facts for word in (fact.id, *fact.domain.words)}
    moves_ = {move.id for node in scenario.nodes.values() for move in moves(node)}
    return {*texts(scenario.nodes), *texts(scenario.fact_texts), *facts, *moves_}


def pattern(text: str) -> re.Pattern[str]:
    """The text with anything in the place of its figures."""
    return re.compile(re.sub(r"\\{\w+\\}", ".*", re.escape(text)), re.DOTALL)


@settings(max_examples=25, deadline=None)
@given(STEPS, st.integers(0, 50))
def test_nothing_that_was_never_shown_is_in_it(steps: list[int], seed: int) -> None:
    play = begin(SHORT, seed)
    shown = "\n".join(text for view in play_on(play, steps) for text in strings(view))
    view = map_view(play)
    been = {state.node_id for tip in (play.state, *play.left_behind) for state in tip.history()}
    words = set(strings(view)) - been - {"decision", "chance", "ending", "saved", "mixed", "lost"}
    unseen = {text for text in written(SHORT) if not pattern(text).search(shown)}
    assert set(view.places) == been
    assert all(word in shown or not word for word in words)
    assert not words & unseen


def blurred(scenario: Scenario, seen: set[str], taken: set[tuple[str, str]]) -> Scenario:
    """The same story as far as it was seen; whatever was not is told and ends differently."""

    def blur(node: Node) -> Node:
        if node.id not in seen:
            return replace(node, title=Text("x", "SECRET"))
        if not isinstance(node, DecisionNode):
            return node
        choices = (
            choice if (node.id, choice.id) in taken else replace(choice, then=scenario.start)
            for choice in node.choices
        )
        return replace(node, choices=tuple(choices))

    return replace(scenario, nodes={id_: blur(node) for id_, node in scenario.nodes.items()})


@settings(max_examples=25, deadline=None)
@given(STEPS, st.integers(0, 50))
def test_it_would_be_the_same_if_the_unseen_were_different(steps: list[int], seed: int) -> None:
    """Titles, tones and roads that nobody saw have no way into the map."""
    play = begin(SHORT, seed)
    list(play_on(play, steps))
    tips = [tip.history() for tip in (play.state, *play.left_behind)]
    seen = {state.node_id for history in tips for state in history}
    taken = {
        (before.node_id, after.action)
        for history in tips
        for before, after in zip(history, history[1:], strict=False)
    }
    other = begin(blurred(SHORT, seen, taken), seed)
    list(play_on(other, steps))
    assert map_view(other) == map_view(play)


@settings(max_examples=40, deadline=None)
@given(STEPS, st.integers(0, 50))
def test_every_decision_is_in_it_once(steps: list[int], seed: int) -> None:
    play = begin(build(), seed)
    list(play_on(play, steps))
    view = map_view(play)
    visits = [visit for place in view.places.values() for visit in place.visits]
    standing = sorted(
        (visit.number, visit.chosen) for visit in visits if visit.number and visit.chosen
    )
    texts = {choice.id: choice.text.source for choice in play.scenario.nodes["alarm"].choices}
    assert standing == [
        (number, texts[decision.choice]) for number, decision in enumerate(play.decisions, 1)
    ]
    # A choice that was taken back and taken again is one visit, and it stands.
    undone = [visit.chosen for visit in visits if not visit.number and visit.chosen]
    assert len(undone) <= len(play.undone)
    assert {texts[u.choice] for u in play.undone} <= {*undone, *(text for _, text in standing)}
    spent = sum(visit.minutes for visit in visits if visit.number)
    assert spent == play.state.minutes
    lost = sum(visit.client_cost for visit in visits if visit.number)
    assert lost == play.view().client_loss


def test_what_was_there_then_and_what_was_left_aside() -> None:
    play = begin(build())
    for choice in ("ask", "look", "restore"):
        play.choose(choice)
    play.undo()
    play.undo()
    play.choose("hand_over")
    alarm = map_view(play).places["alarm"]
    assert [(visit.number, visit.chosen) for visit in alarm.visits] == [
        (1, "Tell the client"),
        (2, "Hand over"),
        (0, "Look for the cause"),
        (0, "Restore"),
    ]
    assert alarm.visits[1].when == datetime(2026, 3, 3, 8, 27)  # noqa: DTZ001
    assert (alarm.visits[0].minutes, alarm.visits[0].client_cost) == (15, 100_00)
    assert alarm.visits[2].told in (("Nothing to be seen.",), ("A disk clicks.",))
    assert alarm.roads == ()
    assert map_view(begin(build())).places["alarm"].roads == (
        "Look for the cause",
        "Tell the client",
        "Restore",
        "Hand over",
    )


def test_a_resumed_play_has_the_same_map(tmp_path) -> None:
    path = tmp_path / "play.jsonl"
    play = Playthrough.start(build(), PRESETS["solid"], 5, path)
    list(play_on(play, [1, 0, 0, -2, 2, -1, 3]))
    again = Playthrough.resume(path, lambda _: build())
    assert map_view(again) == map_view(play)
    assert len(again.left_behind) == len(play.left_behind) > 1


def test_the_fog_is_lifted_from_the_whole_story_and_only_at_its_end() -> None:
    play = begin(build())
    with pytest.raises(ValueError, match="fog"):
        lifted(play)
    play.choose("hand_over")
    view = lifted(play)
    assert set(view.places) == set(play.scenario.nodes)
    assert {(way.source, way.target) for way in view.ways} == {
        (node.id, move.then) for node in play.scenario.nodes.values() for move in moves(node)
    }
    assert [place.id for place in view.places.values() if place.on_the_way] == [
        "alarm",
        "handed_over",
    ]
    exam = Playthrough.start(build(), PRESETS["solid"], 3, exam=True)
    exam.choose("hand_over")
    with pytest.raises(ValueError, match="examination"):
        lifted(exam)


def test_words_of_a_map_are_the_readers() -> None:
    view: MapView = map_view(begin(SHORT))
    assert view.places[SHORT.start].title == SHORT.nodes[SHORT.start].title.source
    assert view.trail == (SHORT.start,)
