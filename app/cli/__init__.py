"""The command line ``norestore``: opens the game, plays in a terminal, serves authors.

Exit codes: 0 fine, 1 findings, 2 usage or unreadable input, 3 an error of our own. Nothing
heavy is imported before it is needed, so that the window opens fast.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from types import ModuleType

from app import __version__
from app.cli import authors, play, review, solving, translating, window
from app.cli.common import InputError
from app.engine.errors import EngineError
from app.play.journal import JournalError
from app.store import folders
from app.store.database import StoreError

COMMANDS: tuple[ModuleType, ...] = (window, play, review, solving, authors, translating)
"""Modules with ``register(subparsers)``; a new command is added here."""

DEBUG_VARIABLE = "NORESTORE_DEBUG"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line; the exit code. Without a command the window opens."""
    _survive_odd_terminals()
    try:
        arguments = _parser().parse_args(argv if argv is not None else sys.argv[1:])
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    try:
        code: int = arguments.run(arguments)
        if sys.stdout is not None:  # a windowed program on Windows has none
            sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read us has seen enough; keep the interpreter from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (InputError, JournalError, StoreError, EngineError) as error:
        print(f"norestore: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130
    except Exception as error:  # noqa: BLE001  (the last resort: no traceback for a player)
        return _own_fault(error)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="norestore",
        description="Point of No Restore: you are the IT provider while a client's server dies.",
        epilog="Without a command the game's window opens.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.set_defaults(run=window.run)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for module in COMMANDS:
        module.register(commands)
    return parser


def _survive_odd_terminals() -> None:
    """A terminal that lacks a character shows a question mark; it does not stop the game."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _own_fault(error: Exception) -> int:
    if os.environ.get(DEBUG_VARIABLE):
        raise error
    log = folders.error_log_file()
    details = "".join(traceback.format_exception(error))
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now(UTC).isoformat()}\n{details}\n")
        where = f"details are in {log}"
    except OSError:
        where = f"{log} cannot be written; run again with {DEBUG_VARIABLE}=1 for details"
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    print(
        f"norestore: an error of the program itself ({reason}); saved plays are safe; {where}",
        file=sys.stderr,
    )
    return 3
