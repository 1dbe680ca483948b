"""What went wrong, written down: a log that cannot grow large, reports, and crashes.

Nothing in a report tells whose computer it comes from.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import platform
import sys
import traceback
from collections.abc import Mapping
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import IO

from app import __version__
from app.resources import data_root
from app.store import folders

LOG_BYTES = 256_000
OLD_LOGS = 3

_crash_file: IO[str] | None = None
"""Open while the program runs, for the handler writes to it when nothing else works any more."""


class _Log(RotatingFileHandler):
    """Raises what it cannot write, for our caller says so; Python's own would print it."""

    def handleError(self, _record: logging.LogRecord) -> None:  # noqa: N802
        error = sys.exception()
        if error is not None:
            raise error


def note(error: BaseException) -> Path:
    """Write an error with its traceback to the log; the log's path. Raises OSError."""
    path = folders.error_log_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    log = _Log(path, maxBytes=LOG_BYTES, backupCount=OLD_LOGS, encoding="utf-8")
    log.setFormatter(logging.Formatter("--- %(asctime)s norestore %(message)s"))
    try:
        trace = (type(error), error, error.__traceback__)
        log.handle(logging.LogRecord("", logging.ERROR, "", 0, __version__, None, trace))
    finally:
        log.close()
    return path


def report(error: BaseException, parts: Mapping[str, str] | None = None) -> str:
    """A text for whoever mends the game: versions, platform, traceback, nothing personal.

    ``parts``: further versions by name.
    """
    return _report("".join(traceback.format_exception(error)), parts or {})


def _report(details: str, parts: Mapping[str, str]) -> str:
    kind = "packaged" if getattr(sys, "frozen", False) else "from source"
    versions = {"Python": platform.python_version(), **parts}
    lines = [
        f"Point of No Restore {__version__}, {kind}",
        ", ".join(f"{name} {version}" for name, version in versions.items()),
        platform.platform(),
        "",
        details.rstrip(),
    ]
    return without_names("\n".join(lines)) + "\n"


def without_names(text: str) -> str:
    """The text with this computer's folders and user's name replaced."""
    places = {
        str(data_root()): "<program>",
        str(folders.user_folder()): "<data>",
        str(Path(sys.prefix)): "<python>",
        str(Path(sys.base_prefix)): "<python>",
    }
    with suppress(RuntimeError):  # no home
        places[str(Path.home())] = "~"
    for place in sorted(places, key=len, reverse=True):
        if len(place) > 3:
            text = text.replace(place, places[place])
    name = os.environ.get("USER") or os.environ.get("USERNAME") or ""
    return text.replace(name, "<user>") if len(name) > 3 else text


def watch_for_crashes(parts: Mapping[str, str] | None = None) -> str:
    """From now on, leave a trace when the process dies of a fault in C or C++.

    Answers with the report of such a crash when the last run died of one, else with nothing.
    """
    global _crash_file  # noqa: PLW0603  (the handler is one for the process too)
    path = folders.crash_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        last = path.read_text("utf-8", "replace")[:LOG_BYTES] if path.exists() else ""
        if last.strip():
            path.replace(path.with_suffix(".last.txt"))
        if _crash_file is not None:
            _crash_file.close()
        _crash_file = path.open("w", encoding="utf-8")
        faulthandler.enable(_crash_file)
    except OSError:
        return ""
    return _report(last, parts or {}) if last.strip() else ""


def stop_watching() -> None:
    """Leave crashes to whoever watched before; for tests."""
    global _crash_file  # noqa: PLW0603
    if _crash_file is not None:
        faulthandler.disable()
        _crash_file.close()
        _crash_file = None


def forget() -> None:
    """Delete what was noted. Raises OSError."""
    log, crash = folders.error_log_file(), folders.crash_file()
    old = [log.with_name(f"{log.name}.{number}") for number in range(1, OLD_LOGS + 1)]
    for path in (log, *old, crash.with_suffix(".last.txt")):
        path.unlink(missing_ok=True)
