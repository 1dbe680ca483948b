"""``author``: open a scenario in the author view of the window."""

from __future__ import annotations

import argparse

from app.cli.common import InputError, add_language
from app.cli.window import no_screen
from app.phrase import Phrase, words_of
from app.resources import find_scenario


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "author", help="open a scenario in the author view", description=__doc__
    )
    parser.add_argument("scenario", metavar="SCENARIO", help="id, folder or file")
    add_language(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Open the window. Raises InputError without a screen, or without such a scenario."""
    try:
        path = find_scenario(arguments.scenario)
    except OSError as error:
        raise InputError(words_of(error)) from error
    reason = no_screen()
    if reason:
        raise InputError(
            Phrase("{reason}; `norestore lint` and `norestore graph` need none", reason=reason)
        )
    try:
        from app.gui.main import run as run_window
    except ImportError as error:
        raise InputError(
            Phrase("the window cannot open because Qt is not usable here: {error}", error=error)
        ) from error
    return run_window(None, arguments.language or "", author=path)
