"""Whose language the command line speaks: the one it is told, else the system's."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Sequence
from contextvars import ContextVar
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # The window opens sooner without the engine.
    from app.engine.scenario import Scenario
    from app.play.catalog import Catalog

LANGUAGES = ("en", "de", "x-pseudo")
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""As POSIX has them: the first that is set decides."""

_told: ContextVar[str] = ContextVar("language that the command line was told", default="")


def listen(words: Sequence[str]) -> None:
    """Note the language that a command line asks for, before anything is said about it."""
    asked = ""
    for word, after in pairwise([*words, ""]):
        name, _, value = word.partition("=")
        if name == "--language":
            asked = value or after
    # To ``po`` a language is one to translate into, not one to read.
    _told.set(asked if asked in LANGUAGES and "po" not in words[:1] else "")


def language(asked: str | None = None) -> str:
    """The code of the reader's language: ``asked`` for, or told before, or the system's."""
    return asked or _told.get() or _system()


def reader(asked: str | None = None, scenario: Scenario | None = None) -> Catalog:
    """The words of the reader's language for the program and, if given, one scenario."""
    from app.play.catalog import ENGLISH

    code = language(asked)
    if code == ENGLISH.language:
        return ENGLISH
    from app.play.languages import catalog

    return catalog(code, scenario)


def _system() -> str:
    name = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    if not name and sys.platform == "win32":
        name = locale.getlocale()[0] or ""
    return "de" if name.lower().startswith(("de", "german")) else "en"
