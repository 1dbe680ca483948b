"""One window for each data folder: who holds the lock has it, and others call it to the front.

The lock is the system's and ends with its holder, however that ends. A call is an empty file:
there is nothing to read in it, and only who may write to the player's folder can make one.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress

from app.store import folders

PATIENCE = 2.0
"""Seconds to wait for the other window before opening one of our own."""

_held: list[int] = []
"""The open lock file, for as long as the process lives."""


def is_first() -> bool:
    """Whether this process has the only window; it is so when nobody can say."""
    path = folders.lock_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except OSError:
        return True
    if not _locked(handle):
        os.close(handle)
        return False
    _held.append(handle)
    return True


def _locked(handle: int) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True  # a file system without locks
    return True


def is_held() -> bool:
    """Whether this process holds the lock."""
    return bool(_held)


def call(patience: float = PATIENCE) -> bool:
    """Ask the other window to come to the front; whether it has heard."""
    path = folders.call_file()
    try:
        path.touch()
    except OSError:
        return False
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if not path.exists():
            return True
        time.sleep(0.02)
    with suppress(OSError):
        path.unlink()
    return False


def answer() -> bool:
    """Whether somebody has called; takes the call."""
    try:
        folders.call_file().unlink()
    except OSError:
        return False
    return True


def let_go() -> None:
    """Give up the lock, for tests and for a process that goes on without a window."""
    while _held:
        os.close(_held.pop())
