"""What the commands share: finding scenarios and terms, and saying what is wrong with them."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from app.cli.reader import LANGUAGES
from app.engine.coverage import InsurancePolicy, insurance_terms
from app.engine.scenario import Scenario
from app.phrase import Phrase, reason_of, words_of
from app.resources import find_scenario

DEFAULT_SCENARIO = "server-crash"


class InputError(Exception):
    """What the user gave cannot be used; the message says what is wrong and what to do."""


def load(name_or_path: str) -> Scenario:
    """The scenario of this id or path. Raises InputError."""
    from app.authoring.finding import ScenarioFileError
    from app.authoring.loading import load_scenario

    try:
        return load_scenario(find_scenario(name_or_path))
    except (OSError, ScenarioFileError) as error:
        raise InputError(words_of(error)) from error


def terms_of(scenario: Scenario, terms_id: str | None) -> InsurancePolicy:
    """The insurance terms of this id, else the scenario's default. Raises InputError."""
    chosen = terms_id or scenario.default_terms
    if chosen not in scenario.terms:
        raise InputError(
            Phrase(
                "{scenario} has no insurance terms {terms}; on offer: {offered}",
                scenario=scenario.id,
                terms=repr(chosen),
                offered=", ".join(scenario.terms),
            )
        )
    return insurance_terms(scenario)[chosen]


def add_language(parser: argparse.ArgumentParser) -> None:
    """Let a command be told the reader's language."""
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        help="the system's unless told; a window's own is among its settings",
    )


def write_file(path: Path, data: bytes) -> None:
    """Write what a command was told to put there. Raises InputError."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise InputError(
            Phrase(
                "{path}: cannot be written ({reason}); choose another file",
                path=path,
                reason=reason_of(error),
            )
        ) from error


def print_json(data: Any) -> None:
    """One JSON value on the standard output."""
    print(json.dumps(data, ensure_ascii=False, indent=2))
