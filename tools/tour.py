"""The way through every screen of the game, for pictures of them and for tests of all of them."""

from __future__ import annotations

from collections.abc import Iterator

from app.engine.coverage import insurance_terms
from app.engine.scenario import Scenario
from app.gui.main_window import MainWindow
from app.play.playthrough import Playthrough

SEED = 4711
PROBLEM = (
    "plays/20260303-081200-server-crash-7.jsonl:4: the line is not JSON; it is kept as "
    "20260303-081200-server-crash-7.jsonl.unreadable; start a new play"
)


def tour(window: MainWindow, scenario: Scenario, *, every_scene: bool = False) -> Iterator[str]:
    """Go through the screens; yields the name of each while it shows.

    Plays the real case, with one decision taken back. ``every_scene``: stop at each scene, not
    only at the first and at the fullest one.
    """
    window.open_title()
    yield "title"
    window.open_case(scenario.id)
    yield "briefing"
    yield from _play(window, scenario, every_scene)
    window.open_claim()
    yield "claim"
    window.open_review()
    yield "review"
    window.pages.open_map()
    yield "map"
    window.pages.map.lift.setChecked(True)
    yield "map-lifted"
    window.pages.map.lift.setChecked(False)
    window.pages.map.back.click()
    window.open_title()
    yield "title-after"
    window.open_settings()
    yield "settings"
    window.close_aside()
    window.open_about()
    yield "about"
    window.close_aside()
    window.show_problem("This play cannot go on", PROBLEM)
    yield "problem"
    _dismiss(window)


def _play(window: MainWindow, scenario: Scenario, every_scene: bool) -> Iterator[str]:
    plan = next(iter(scenario.plans.values()), None)
    facts, outcomes = (plan.facts, plan.outcomes) if plan else ({}, {})
    play = begin(scenario, facts=dict(facts), outcomes=dict(outcomes))
    window.open_desk(play)
    yield "play-00"
    window.open_menu()
    yield "menu"
    _dismiss(window)
    window.open_help()
    yield "help"
    _dismiss(window)
    window.desk.choose(play.view().choices[-1].id)
    window.desk.undo()
    step = 0
    while not play.state.is_terminal():
        step += 1
        view = play.view()
        wanted = plan.choices.get(view.node_id) if plan else None
        offered = [choice.id for choice in view.choices]
        window.desk.choose(wanted if wanted in offered else offered[0])
        if play.state.is_terminal():
            yield "ending"
        elif every_scene or step == 3:
            yield f"play-{step:02}"
    window.play.show_log()
    yield "log"
    _dismiss(window)


def begin(
    scenario: Scenario,
    *,
    facts: dict[str, str] | None = None,
    outcomes: dict[str, str] | None = None,
) -> Playthrough:
    """A play that nothing saves."""
    from app.engine.state import State
    from app.play.journal import Header, now

    terms = insurance_terms(scenario)[scenario.default_terms]
    header = Header(
        scenario.id,
        scenario.content_hash,
        terms.id,
        SEED,
        facts=facts or {},
        outcomes=outcomes or {},
        started=now(),
    )
    return Playthrough(State.start(scenario, terms, SEED, facts, outcomes), header)


def _dismiss(window: MainWindow) -> None:
    """Close the sheet on top."""
    sheet = window.sheet()
    if sheet is not None:
        sheet.dismiss()
