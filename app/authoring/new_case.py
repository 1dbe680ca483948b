"""A new case for an author to begin with: the template, filled in, with the schema beside it."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

from app.authoring.schema import schema
from app.authoring.shape import FILE_ID
from app.phrase import Phrase, reason_of

SCHEMA_FILE = "scenario.schema.json"
TEMPLATE_FILES = ("scenario.yaml", "tests.yaml", "README.md")
_YAML_WORDS = ("true", "false", "null")


class NewCaseError(Exception):
    """The case cannot be made; the message says why and what to do."""


def new_case(case_id: str, parent: Path) -> Path:
    """Make the folder ``parent/case_id`` with a case that plays; the folder.

    Raises NewCaseError for an id that is none, for a folder that is already there, and when it
    cannot be written.
    """
    if not re.fullmatch(FILE_ID, case_id) or case_id in _YAML_WORDS:
        raise NewCaseError(
            Phrase(
                "{case_id} cannot be an id; begin with a lower case letter and go on with "
                "letters, digits, - and _, 40 at most, like my-case",
                case_id=repr(case_id[:60]),
            )
        )
    folder = parent / case_id
    words = {
        "@ID@": case_id,
        "@TITLE@": re.sub(r"[-_]+", " ", case_id).strip().capitalize(),
        "@FOLDER@": " ".join(folder.as_posix().split()),
    }
    texts = {name: _filled(name, words) for name in TEMPLATE_FILES}
    texts[SCHEMA_FILE] = json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
    try:
        folder.mkdir(parents=True)
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except FileExistsError as error:
        raise NewCaseError(
            Phrase(
                "{folder}: already there, and nothing is overwritten; choose another name",
                folder=folder,
            )
        ) from error
    except OSError as error:
        raise NewCaseError(
            Phrase(
                "{folder}: cannot be written ({reason}); choose another --folder",
                folder=folder,
                reason=reason_of(error),
            )
        ) from error
    return folder


def _filled(name: str, words: dict[str, str]) -> str:
    text = (files("app.authoring") / "template" / name).read_text(encoding="utf-8")
    return re.sub("|".join(words), lambda match: words[match[0]], text)
