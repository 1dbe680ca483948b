"""``new``: a case of two decisions to begin one's own with."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from app.cli.common import InputError, add_language, print_json
from app.cli.reader import reader
from app.phrase import words_of


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser("new", help="begin a case of your own", description=__doc__)
    parser.add_argument("id", metavar="ID", help="its id and folder, like my-case")
    parser.add_argument(
        "--folder", type=Path, default=Path(), metavar="DIR", help="where; here unless told"
    )
    parser.add_argument("--json", action="store_true", help="print the files as JSON")
    add_language(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the folder and say what to do with it."""
    from app.authoring.new_case import NewCaseError, new_case

    try:
        folder = new_case(arguments.id, arguments.folder)
    except NewCaseError as error:
        raise InputError(words_of(error)) from error
    made = sorted(path.name for path in folder.iterdir())
    if arguments.json:
        print_json({"folder": str(folder), "files": made})
        return 0
    told = {"folder": str(folder), "files": ", ".join(made)}
    print(reader(arguments.language).message("made {folder} with {files}", told))
    for command in ("lint {}", "test {}", "play {} --text"):
        print(f"  norestore {command.format(_quoted(folder))}")
    return 0


def _quoted(folder: Path) -> str:
    text = str(folder)
    return json.dumps(text, ensure_ascii=False) if " " in text else text
