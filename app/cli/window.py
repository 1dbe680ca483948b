"""``gui``: open the window, or say why there is none and play in the terminal."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.reader import reader
from app.phrase import Phrase

if TYPE_CHECKING:
    import argparse

_SCREEN_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    from app.cli.common import add_language

    parser = commands.add_parser("gui", help="open the window", description=__doc__)
    parser.add_argument("scenario", nargs="?", help="a case to open: its name or its folder")
    parser.add_argument("--resume", metavar="JOURNAL", type=Path, help="go on with a saved play")
    add_language(parser)
    add_safe_mode(parser)
    parser.set_defaults(run=run)


def add_safe_mode(parser: argparse.ArgumentParser) -> None:
    """Let the window be opened as if for the first time; ``safe_mode`` needs a default."""
    import argparse

    parser.add_argument(
        "--safe-mode",
        action="store_true",
        # Given before a command, it must not be forgotten by the command.
        default=argparse.SUPPRESS,
        help="open the window with default settings, without graphics drivers",
    )


def run(arguments: argparse.Namespace) -> int:
    """Open the window, or fall back to the terminal."""
    return open_or_explain(
        arguments.scenario,
        arguments.language or "",
        arguments.resume,
        safe=arguments.safe_mode,
    )


def open_or_explain(
    scenario: str | None,
    language: str = "",
    journal: Path | None = None,
    *,
    safe: bool = False,
) -> int:
    """Open the window, on a scenario or saved play if given; without a screen, say so and
    play in the terminal.

    ``language``: a code; empty for the window's setting, in the terminal for the
    system's.
    ``safe``: with default settings and without graphics drivers.
    """
    reason = no_screen()
    if not reason:
        plain = scenario is None and journal is None
        if not _is_first(plain):
            return 0
        try:
            run_window = window_runner()
        except ImportError as error:
            reason = Phrase(
                "the window cannot open because Qt is not usable here: {error}", error=_why(error)
            )
        else:
            return run_window(scenario, language, journal, safe=safe)
    return _play_in_terminal(reason, scenario, language, journal)


def _is_first(plain: bool) -> bool:
    """Whether to open a window; a plain start calls the one that is open to the front instead."""
    from app.store import one_window

    if one_window.is_first() or not plain or not one_window.call():
        return True
    if sys.stderr is not None:
        said = reader().message("the game is open already; its window comes to the front")
        print(f"norestore: {said}", file=sys.stderr)
    return False


def _why(error: ImportError) -> str:
    from app.store.libraries import advice, missing

    return advice(missing()) or str(error)


def window_runner() -> Callable[..., int]:
    """The function that opens the window. Raises ImportError."""
    # Importing Qt makes very many objects and no garbage: to search them for it again and again
    # took a tenth of the start.
    gc.disable()
    try:
        from app.gui.main import run as run_window
    finally:
        gc.freeze()
        gc.enable()
    return run_window


def _play_in_terminal(
    reason: str, scenario: str | None, language: str, journal: Path | None
) -> int:
    # Imported here, for the window opens sooner without them.
    import secrets

    from app.cli.common import DEFAULT_SCENARIO, load, terms_of
    from app.cli.play import play_in_terminal
    from app.play import saves
    from app.play.playthrough import Playthrough

    said = reader(language).told(
        Phrase("{reason}; playing in the terminal instead.", reason=reason)
    )
    print(f"norestore: {said}", file=sys.stderr)
    name = scenario or DEFAULT_SCENARIO
    if sys.stdin is None:
        said = reader(language).message(
            "no terminal either; try: norestore play {name} --text", {"name": name}
        )
        print(f"norestore: {said}", file=sys.stderr)
        return 2
    if journal is not None:
        play = Playthrough.resume(journal, lambda id_: load(scenario or id_))
        play.catalog = reader(language, play.scenario)
    else:
        loaded = load(name)
        words = reader(language, loaded)
        seed = secrets.randbelow(1_000_000)
        play = saves.new_play(loaded, terms_of(loaded, None), seed, catalog=words)
    play_in_terminal(play, scenario)
    return 0


def no_screen() -> str:
    """Why no window can open here, or an empty text when one may."""
    if not sys.platform.startswith(("linux", "freebsd")):
        return ""
    if any(os.environ.get(name) for name in _SCREEN_VARIABLES):
        return ""
    return Phrase("there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set)")
