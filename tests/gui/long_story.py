"""A story of any length to look at, and a play of it: a ladder of scenes with chance between."""

from __future__ import annotations

from dataclasses import replace

from app.engine.coverage import PRESETS
from app.engine.scenario import Choice, Scenario, Tone
from app.play.playthrough import Playthrough
from tests.toy import build, chance, decision, effect, ending, text


def long_story(count: int) -> Scenario:
    """A scenario of ``count`` nodes, of which a play sees three in five."""
    rungs = (count - 1) // 5
    nodes = []
    for number in range(rungs):
        here, below = f"s{number}", f"s{number + 1}" if number + 1 < rungs else "end"
        after = f"c{number}"
        nodes += [
            decision(
                here,
                Choice("on", text(f"On from {number}"), effect(5), after),
                Choice("left", text(f"Left at {number}"), effect(5), f"l{number}"),
                Choice("right", text(f"Right at {number}"), effect(5), f"r{number}"),
            ),
            chance(after, ("well", None, effect(), f"b{number}", f"It went well at {number}.")),
            decision(f"b{number}", Choice("on", text("Onwards"), effect(5), below)),
            decision(f"l{number}", Choice("on", text("Back"), effect(5), f"b{number}")),
            decision(f"r{number}", Choice("on", text("Back"), effect(5), below)),
        ]
    spare = [ending(f"e{number}", Tone.LOST) for number in range(count - 1 - 5 * rungs)]
    nodes += [ending("end", Tone.SAVED), *spare]
    return replace(
        build(), id="long", nodes={node.id: node for node in nodes}, start="s0", plans={}
    )


def played(scenario: Scenario) -> Playthrough:
    """A play straight to the end."""
    play = Playthrough.start(scenario, PRESETS["solid"], 1)
    while not play.state.is_terminal():
        play.choose("on")
    return play
