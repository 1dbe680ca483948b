"""The languages a player can read, and the catalogue of each for a scenario."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from app.authoring.finding import Report
from app.authoring.pofile import read_po
from app.authoring.translation import SPOKEN
from app.engine.scenario import Scenario
from app.play.catalog import ENGLISH, Catalog
from app.play.pseudo import PSEUDO, disguised, disguised_lines
from app.resources import asset

LANGUAGES = (*SPOKEN, PSEUDO)


def catalog(language: str, scenario: Scenario | None = None) -> Catalog:
    """The words of a language for the program and, if given, one scenario.

    A text without a translation reads in English.
    """
    if language == PSEUDO:
        return Catalog(PSEUDO, _pseudo)
    if language == ENGLISH.language:
        return ENGLISH
    sentences = messages(language)
    texts = scenario.translations.get(language, {}) if scenario is not None else {}

    def lookup(key: str, source: str) -> str:
        if key == source and source in sentences:
            return sentences[source]
        return texts.get(key, source)

    return Catalog(language, lookup)


@cache
def messages(language: str) -> Mapping[str, str]:
    """The sentences of the program itself: their English message ids and how they read."""
    path = asset("translations", f"{language}.po")
    entries = read_po(path, Report(str(path))).entries
    return {entry.source: entry.translation for entry in entries if entry.usable}


def _pseudo(key: str, source: str) -> str:
    is_panel = ".panels." in key and key.endswith(".body")
    return disguised_lines(source) if is_panel else disguised(source)
