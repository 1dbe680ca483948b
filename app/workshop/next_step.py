"""What the facilitator's one big button does next: always one thing, always said beforehand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.play.catalog import Catalog
from app.workshop import orders
from app.workshop.agenda import DEBRIEF
from app.workshop.cockpit import CockpitView
from app.workshop.events import Event, Mode
from app.workshop.naming import part_name
from app.workshop.room import Phase, Verdict


@dataclass(frozen=True, slots=True)
class NextStep:
    """The button's text, the order that it gives, and what to know before pressing it.

    Without an ``order`` it cannot be pressed; the ``note`` says why. ``leave``: it leads out.
    """

    text: str
    order: Callable[..., Event] | None = None
    given: tuple[Any, ...] = ()
    note: str = ""
    leave: bool = False

    @property
    def is_possible(self) -> bool:
        """Whether the button can be pressed."""
        return self.order is not None or self.leave


def next_step(view: CockpitView, words: Catalog) -> NextStep:
    """The step that the workshop's course has next."""
    say = words.message
    wall = view.projector
    if wall.paused:
        return NextStep(
            say("Go on"),
            orders.pause,
            (False,),
            say("The workshop is paused."),
        )
    steps = {
        Phase.LOBBY: _begin,
        Phase.SCENE: _vote,
        Phase.VOTING: _close,
        Phase.CLOSED: _reveal,
        Phase.REVEALED: _take,
        Phase.CONSEQUENCE: _go_on,
        Phase.DEBRIEF: _debrief,
    }
    step = steps.get(wall.phase)
    return step(view, words) if step is not None else NextStep(say("To the title"), leave=True)


def _begin(view: CockpitView, words: Catalog) -> NextStep:
    say = words.message
    if view.projector.mode is Mode.SOLO:
        note = say("Everybody plays on their own phone, until you stop.")
        return NextStep(say("Start the race"), orders.open_vote, (), note)
    if "show_scene" not in view.can:
        return NextStep(
            say("Show the first scene"),
            None,
            (),
            say("No team has members yet."),
        )
    return NextStep(say("Show the first scene"), orders.show_scene)


def _vote(_view: CockpitView, words: Catalog) -> NextStep:
    say = words.message
    note = say("Let them read first.")
    return NextStep(say("Open the vote"), orders.open_vote, (), note)


def _close(view: CockpitView, words: Catalog) -> NextStep:
    say = words.message
    wall = view.projector
    if wall.mode is Mode.SOLO:
        counts = {"n": str(wall.ended), "all": str(wall.people)}
        ended = say("At an ending: {n} of {all}", counts)
        return NextStep(say("Stop, and begin the debrief"), orders.debrief, (0,), ended)
    if wall.asked and wall.voted == wall.asked:
        note = say("All have voted.")
    else:
        note = say("Votes in: {n} of {all}", {"n": str(wall.voted), "all": str(wall.asked)})
    return NextStep(say("Close the vote"), orders.close_vote, (), note)


def _reveal(view: CockpitView, words: Catalog) -> NextStep:
    say = words.message
    if view.projector.mode is Mode.SOLO:
        return NextStep(say("Begin the debrief"), orders.debrief, (0,))
    return NextStep(say("Show how the votes fell"), orders.reveal)


def _take(view: CockpitView, words: Catalog) -> NextStep:
    say = words.message
    verdicts = {track.verdict for track in view.tracks if track.verdict is not None}
    if Verdict.REVOTE in verdicts:
        note = say("There is a tie: vote again.")
        return NextStep(say("Vote again"), orders.open_vote, (), note)
    if Verdict.FACILITATOR in verdicts:
        note = say("There is no majority: choose what is done.")
        return NextStep(say("Show what comes of it"), None, (), note)
    return NextStep(say("Show what comes of it"), orders.show_consequence)


def _go_on(view: CockpitView, words: Catalog) -> NextStep:
    say = words.message
    if "show_scene" in view.can:
        return NextStep(say("Show the next scene"), orders.show_scene)
    if view.projector.what_if:
        note = say("This “what if” has ended.")
        return NextStep(say("Back to what happened"), orders.end_fork, (), note)
    return NextStep(
        say("Begin the debrief"),
        orders.debrief,
        (0,),
        say("The story has ended."),
    )


def _debrief(view: CockpitView, words: Catalog) -> NextStep:
    say = words.message
    step = view.projector.debrief_step
    if step + 1 < len(DEBRIEF):
        text = say("Next: {part}").replace("{part}", part_name(DEBRIEF[step + 1], words))
        return NextStep(text, orders.debrief, (step + 1,))
    return NextStep(
        say("End the workshop"),
        orders.close,
        (),
        say("Then save what it leaves."),
    )
