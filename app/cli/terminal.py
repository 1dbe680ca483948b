"""Playing in a terminal, one line at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from app.cli.transcript import bill_text, heads_text, log_text, scene_text, wrapped
from app.engine.errors import IllegalChoiceError
from app.play.playthrough import Playthrough, UndoError

HELP = (
    "Type a choice's number or its name. u: take the last decision back, l: log book, "
    "s: show the scene again, ?: this help, q: quit (the play is saved)."
)

_AGAIN = "again"


def start_text(play: Playthrough) -> str:
    """Title, briefing and terms, shown before the first scene."""
    scenario, catalog = play.scenario, play.catalog
    values = scenario.initial_values(play.terms.in_force)
    briefing = [
        wrapped(catalog.text(passage.text))
        for passage in scenario.briefing
        if passage.when is None or passage.when.holds(values)
    ]
    terms = catalog.message(
        "Insurance: {terms}. Server number (seed): {seed}.",
        {"terms": catalog.message(play.terms.name), "seed": str(play.seed)},
    )
    return "\n\n".join([catalog.text(scenario.title), *briefing, terms])


def end_text(play: Playthrough) -> str:
    """Heads of loss, waterfall, and the real case, shown after an ending."""
    catalog = play.catalog
    blocks = [heads_text(play.view().heads, catalog), bill_text(play.settlement(), catalog)]
    if play.scenario.real_case is not None:
        title = catalog.message("The real case")
        told = [wrapped(part) for part in catalog.text(play.scenario.real_case).split("\n\n")]
        blocks += ["\n".join([title, "-" * len(title), told[0]]), *told[1:]]
    return "\n\n".join(block for block in blocks if block)


def play_interactively(
    play: Playthrough,
    scenario_name: str,
    lines: TextIO,
    out: TextIO,
    after_step: Callable[[], None],
) -> None:
    """Play until the end, ``q``, or the end of the input.

    ``scenario_name`` is how the command line finds the scenario again; ``after_step`` is
    called whenever a decision was taken or taken back.
    """

    def say(text: str) -> None:
        out.write(text + "\n\n")
        out.flush()

    catalog = play.catalog
    if play.message:
        say(wrapped(play.message))
    say(start_text(play))
    say(wrapped(catalog.message(HELP)))
    shown = None
    while True:
        if shown is not play.state:
            shown = play.state
            say(scene_text(play.view(), catalog))
            if play.state.is_terminal():
                say(end_text(play))
                return
        out.write("> ")
        out.flush()
        line = lines.readline()
        if not line or line.strip() == "q":
            say(_farewell(play, scenario_name))
            return
        answer = _obey(play, line.strip(), after_step)
        if answer == _AGAIN:
            shown = None
        elif answer:
            say(answer)


def _obey(play: Playthrough, command: str, after_step: Callable[[], None]) -> str:
    """Do what a line asks; the text to show for it, or ``again`` to show the scene."""
    catalog = play.catalog
    answers: dict[str, Callable[[], str]] = {
        "": lambda: wrapped(catalog.message(HELP)),
        "?": lambda: wrapped(catalog.message(HELP)),
        "l": lambda: log_text(play.view().log, catalog),
        "s": lambda: _AGAIN,
    }
    if command in answers:
        return answers[command]()
    try:
        if command == "u":
            play.undo()
        else:
            play.choose(_choice_id(play, command))
    except UndoError as error:
        return catalog.message(str(error))
    except IllegalChoiceError:
        names = [choice.id for choice in play.state.legal_choices()]
        return catalog.message(
            "There is no choice {given}. Type a number from 1 to {last} or one of: {names}. "
            "Type ? for help.",
            {"given": repr(command[:40]), "last": str(len(names)), "names": ", ".join(names)},
        )
    after_step()
    return ""


def _choice_id(play: Playthrough, command: str) -> str:
    """The id behind a number or a name that was typed; the name itself when there is none."""
    choices = play.state.legal_choices()
    number = int(command) if command.isascii() and command.isdigit() and len(command) < 5 else 0
    return choices[number - 1].id if 0 < number <= len(choices) else command


def _farewell(play: Playthrough, scenario_name: str) -> str:
    if play.journal_path is None:
        return play.catalog.message("This play was not saved.")
    return play.catalog.message(
        "Saved. Go on with: norestore play {scenario} --text --resume {path}",
        {"scenario": scenario_name, "path": str(play.journal_path)},
    )
