"""The command line ``norestore``: opens the game, plays in a terminal, serves authors.

Exit codes: 0 fine, 1 findings, 2 usage or unreadable input, 3 an error of our own. Nothing
heavy is imported before it is needed, so that the window opens fast.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from errno import EDQUOT, ENOSPC
from importlib import import_module
from typing import TYPE_CHECKING

from app.cli.reader import listen, reader
from app.phrase import Phrase, reason_of

if TYPE_CHECKING:
    import argparse

COMMANDS = (
    "window",
    "play",
    "review",
    "solving",
    "authors",
    "author_view",
    "creating",
    "testing",
    "translating",
    "exporting",
    "cohort",
    "workshop",
    "selftest",
)
"""Modules here with ``register(subparsers)``; a new command is added to them."""

DEBUG_VARIABLE = "NORESTORE_DEBUG"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line; the exit code. Without a command the window opens."""
    _survive_odd_terminals()
    words = sys.argv[1:] if argv is None else argv
    listen(words)
    try:
        code = _obey(words)
        if sys.stdout is not None:  # a windowed program on Windows has none
            sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read us has seen enough; keep the interpreter from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if error.errno not in (ENOSPC, EDQUOT):
            return _explained(error)
        # What could not be written is given up, so that it is not tried again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        told = {"reason": reader().told(reason_of(error))}
        said = reader().message("{reason}; free some space and run it again", told)
        print(f"norestore: {said}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130
    except Exception as error:  # noqa: BLE001  (the last resort: no traceback for a player)
        return _explained(error)
    return code


def _obey(words: Sequence[str]) -> int:
    if not words:
        # The usual start: nothing is read that the window does not need.
        from app.cli.window import open_or_explain

        return open_or_explain(None)
    from app.cli.parsing import spoken

    try:
        with spoken():
            arguments = _parser().parse_args(words)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    code: int = arguments.run(arguments)
    return code


def _parser() -> argparse.ArgumentParser:
    from app import __version__
    from app.cli import window
    from app.cli.parsing import Parser

    parser = Parser(
        prog="norestore",
        description="Point of No Restore: you are the IT provider while a client's server dies.",
        epilog="Without a command the game's window opens.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    window.add_safe_mode(parser)
    parser.set_defaults(run=window.run, language=None, scenario=None, resume=None, safe_mode=False)
    command = reader().message("COMMAND")
    commands = parser.add_subparsers(title="commands", metavar=command)
    for name in COMMANDS:
        import_module(f"app.cli.{name}").register(commands)
    return parser


def _survive_odd_terminals() -> None:
    """A terminal that lacks a character shows a question mark; it does not stop the game."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _explained(error: Exception) -> int:
    from app.cli.common import InputError
    from app.engine.errors import EngineError
    from app.play.journal_error import JournalError
    from app.store.database import StoreError

    if isinstance(error, InputError | JournalError | StoreError | EngineError):
        print(f"norestore: {reader().why(error)}", file=sys.stderr)
        return 2
    return _own_fault(error)


def _own_fault(error: Exception) -> int:
    from app.store import faults, folders

    if os.environ.get(DEBUG_VARIABLE):
        raise error
    try:
        where = Phrase("details are in {log}", log=faults.note(error))
    except OSError:
        where = Phrase(
            "{log} cannot be written; run again with {variable}=1 for details",
            log=folders.error_log_file(),
            variable=DEBUG_VARIABLE,
        )
    said = Phrase(
        "an error of the program itself ({reason}); saved plays are safe; {where}",
        reason=str(error).splitlines()[0] if str(error) else type(error).__name__,
        where=where,
    )
    print(f"norestore: {reader().told(said)}", file=sys.stderr)
    return 3
