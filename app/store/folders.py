"""Where a player's files live, and how journals are named."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

HOME_VARIABLE = "NORESTORE_HOME"
PORTABLE_FOLDER = "norestore-data"


def user_folder() -> Path:
    """The player's folder; it may not exist yet.

    First ``NORESTORE_HOME``, then a folder ``norestore-data`` beside the packaged program
    (a USB stick), then the system's place for such data.
    """
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen).expanduser()
    if getattr(sys, "frozen", False):
        portable = Path(sys.executable).resolve().parent / PORTABLE_FOLDER
        if portable.is_dir():
            return portable
    from platformdirs import user_data_path

    return user_data_path("norestore", appauthor=False)


def journals_folder() -> Path:
    """Where plays are saved."""
    return user_folder() / "plays"


def workshops_folder() -> Path:
    """Where the logs of workshops are kept."""
    return user_folder() / "workshops"


def database_file() -> Path:
    """Settings and finished plays."""
    return user_folder() / "norestore.sqlite3"


def first_look_file() -> Path:
    """What the window looks like before the database is open."""
    return user_folder() / "first-look.txt"


def error_log_file() -> Path:
    """Where an unexpected error leaves its details."""
    return user_folder() / "errors.log"


def crash_file() -> Path:
    """Where a fault in C or C++ leaves its trace."""
    return user_folder() / "crash.txt"


def lock_file() -> Path:
    """Held by the process that has the window."""
    return user_folder() / "window.lock"


def call_file() -> Path:
    """Made to call the window to the front."""
    return user_folder() / "window.call"


def new_journal_path(scenario_id: str, seed: int, moment: datetime | None = None) -> Path:
    """A fresh name that sorts by time: ``20260303-081200-server-crash-7.jsonl``."""
    # Imported here, for the window opens sooner without it.
    from datetime import UTC, datetime

    stamp = f"{moment or datetime.now(UTC):%Y%m%d-%H%M%S}"
    safe = re.sub(r"[^A-Za-z0-9_-]", "_", scenario_id)[:60]
    folder = journals_folder()
    name = f"{stamp}-{safe}-{seed}"
    path = folder / f"{name}.jsonl"
    number = 2
    while path.exists():
        path = folder / f"{name}-{number}.jsonl"
        number += 1
    return path


def journal_files() -> tuple[Path, ...]:
    """All saved plays, newest first; what was set aside is not among them."""
    folder = journals_folder()
    if not folder.is_dir():
        return ()
    found = [(path.stat().st_mtime_ns, path.name, path) for path in folder.glob("*.jsonl")]
    return tuple(path for _, _, path in sorted(found, reverse=True))
