from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from app.engine.coverage import PRESETS
from app.engine.scenario import Bearer, DecisionNode, PanelKind, Passage, Tone
from app.engine.state import State
from app.play.catalog import Catalog
from app.play.scene import scene_view
from app.play.view import ChoiceView, KnownView, LogView
from tests.toy import build, condition, text

TERMS = PRESETS["solid"]


def begin(seed: int = 7) -> State:
    return State.start(build(), TERMS, seed)


def test_a_first_scene() -> None:
    view = scene_view(begin())
    assert (view.title, view.scene, view.minutes, view.step) == ("Title of alarm", "office", 0, 1)
    assert view.now == datetime(2026, 3, 3, 8, 12)  # noqa: DTZ001
    assert view.paragraphs == ("You are at alarm, Tuesday 08:12.",)
    assert view.panels[0].kind is PanelKind.TICKET
    assert (view.client_loss, view.own_costs) == (0, 0)
    assert view.known == view.log == view.consequence == ()
    assert view.hints == {"asked": False, "cause": "unknown", "looks": 0}
    assert not view.is_ending


def test_prices_are_what_the_choice_then_costs() -> None:
    state = begin()
    look, ask, restore, hand_over = scene_view(state).choices
    assert look == ChoiceView("look", "Look for the cause", "", 90, 60_000, 12_000)
    assert (ask.minutes, ask.client_cost, ask.own_cost) == (15, 10_000, 2_000)
    assert ask.detail == "It costs a quarter of an hour."
    assert (hand_over.minutes, hand_over.client_cost, hand_over.own_cost) == (None, None, None)
    after = scene_view(state.choose("ask"))
    assert (after.client_loss, after.own_costs) == (ask.client_cost, ask.own_cost)
    assert restore.client_cost == 80_000


def test_only_what_holds_is_shown() -> None:
    state = begin().choose("ask")
    view = scene_view(state)
    assert [choice.id for choice in view.choices] == ["look", "restore", "hand_over"]
    assert view.known == (KnownView("Client", "Was told"),)
    assert view.log == (LogView(view.now, "Told the client at Tuesday 08:27."),)
    view = scene_view(state.choose("look").advance())
    assert view.paragraphs[1] in (
        "So far 700.00 EUR is lost, 140.00 EUR is yours.",
        "So far 900.00 EUR is lost, 180.00 EUR is yours.",
    )


def test_an_ending_has_a_tone_and_no_choices() -> None:
    view = scene_view(begin().choose("hand_over"))
    assert view.tone is Tone.MIXED
    assert view.is_ending
    assert view.choices == ()
    assert view.paragraphs == ("Lost: 200.00 EUR.",)


def test_the_claim_can_be_named_in_a_text() -> None:
    scenario = build()
    alarm = scenario.nodes["alarm"]
    assert isinstance(alarm, DecisionNode)
    alarm = replace(alarm, passages=(Passage(text("{claim}, {nothing}"), condition("asked")),))
    scenario = replace(scenario, nodes={**scenario.nodes, "alarm": alarm})
    state = State.start(scenario, TERMS, 7)
    assert scene_view(state).paragraphs == ()
    assert scene_view(state.choose("ask")).paragraphs == ("100.00 EUR, {nothing}",)


def test_heads_of_both_pockets_add_up() -> None:
    view = scene_view(begin().choose("look").advance())
    by_bearer = {
        bearer: sum(head.amount for head in view.heads if head.bearer is bearer)
        for bearer in Bearer
    }
    assert by_bearer == {Bearer.CLIENT: view.client_loss, Bearer.OWN: view.own_costs}


def test_a_chance_node_cannot_be_shown() -> None:
    with pytest.raises(ValueError, match="chance node"):
        scene_view(begin().choose("look"))


def test_everything_read_goes_through_the_catalogue() -> None:
    shout = Catalog("de", lambda _key, source: source.upper())
    view = scene_view(begin().choose("ask").choose("look").advance(), shout)
    read = [view.title, *view.consequence, *view.paragraphs]
    read += [part for panel in view.panels for part in (panel.title, panel.body)]
    read += [choice.text + choice.detail for choice in view.choices]
    read += [head.text for head in view.heads]
    read += [line.label + line.value for line in view.known]
    read += [line.text for line in view.log]
    assert all(words == words.upper() for words in read)


def test_a_translation_is_looked_up_by_key() -> None:
    german = {"toy.Title of alarm": "Der Alarm"}
    view = scene_view(begin(), Catalog("de", german.get))
    assert view.title == "Der Alarm"
    assert view.paragraphs == ("You are at alarm, Tuesday 08:12.",)
