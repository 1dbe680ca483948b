"""Every screen of the window in turn, for pictures and for the self-test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.engine.coverage import insurance_terms
from app.gui.past_plays import past_plays
from app.gui.reporter import fault_sheet
from app.gui.workshop.tour import workshop_tour
from app.play import saves

if TYPE_CHECKING:
    from app.engine.scenario import Scenario
    from app.gui.main_window import MainWindow

SEED = 4711
FAULT = (
    "An error of the game's own. Your play is saved up to the last decision; you can go on from "
    "there.\n\nThe details are in errors.log."
)


def tour(window: MainWindow, scenario: Scenario) -> Iterator[str]:
    """Go through the screens with a play as it happened; yields each one's name when it shows.
    One decision is taken back, so that the map has something to tell.

    The play is saved in the player's folder, which should be a temporary one.
    """
    window.open_title()
    yield "title"
    window.open_case(scenario.id)
    yield "briefing"
    plan = next(iter(scenario.plans.values()), None)
    terms = insurance_terms(scenario)[scenario.default_terms]
    play = saves.new_play(scenario, terms, SEED, plan=plan)
    window.open_desk(play)
    yield "play-00"
    window.open_menu()
    yield "menu"
    dismiss(window)
    window.open_help()
    yield "help"
    dismiss(window)
    real = plan.choices.get(play.state.node_id) if plan else None
    window.desk.choose(next(c.id for c in play.view().choices if c.id != real))
    window.desk.undo()
    step = 0
    while not play.state.is_terminal():
        step += 1
        view = play.view()
        wanted = plan.choices.get(view.node_id) if plan else None
        offered = [choice.id for choice in view.choices]
        window.desk.choose(wanted if wanted in offered else offered[0])
        yield f"play-{step:02}" if not play.state.is_terminal() else "ending"
        if step == 2 and not play.state.is_terminal():
            window.desk.note("Told Ms Kern by telephone: no restart before the logs are safe.")
            window.play.show_log()
            yield "log"
            dismiss(window)
    window.asides.history()
    yield "history"
    window.close_aside()
    window.open_claim()
    yield "claim"
    window.open_review()
    yield "review"
    window.pages.open_map()
    yield "map"
    window.pages.map.lift.setChecked(True)
    yield "map-lifted"
    window.pages.map.lift.setChecked(False)
    window.open_title()
    yield "title-after"
    past_plays(window, scenario)
    window.open_title()
    yield "title-reminder"
    yield from _aside(window, scenario)


def _aside(window: MainWindow, scenario: Scenario) -> Iterator[str]:
    """What is not part of a play."""
    window.asides.saves()
    window.tasks.wait()
    yield "saves"
    window.close_aside()
    window.asides.progress()
    window.tasks.wait()
    yield "progress"
    window.close_aside()
    window.pages.author.open()
    yield "author"
    window.open_title()
    yield from workshop_tour(window, scenario)
    window.open_settings()
    yield "settings"
    window.asides.ask_what_to_forget()
    yield "forget"
    dismiss(window)
    window.close_aside()
    window.open_about()
    yield "about"
    window.close_aside()
    window.show_problem(
        "This play cannot go on",
        "plays/20260303-081200-server-crash-7.jsonl:4: the line is not JSON; it is kept as "
        "20260303-081200-server-crash-7.jsonl.unreadable; start a new play",
    )
    yield "problem"
    dismiss(window)
    fault_sheet(window, "That should not have happened", FAULT, "ValueError", "Go on")
    yield "fault"
    dismiss(window)


def dismiss(window: MainWindow) -> None:
    """Close the sheet on top."""
    sheet = window.sheet()
    if sheet is not None:
        sheet.dismiss()
