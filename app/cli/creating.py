"""``new``: a case of two decisions to begin one's own with."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from app.cli.common import InputError, print_json


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser("new", help="begin a case of your own", description=__doc__)
    parser.add_argument("id", metavar="ID", help="its id and folder, like my-case")
    parser.add_argument(
        "--folder", type=Path, default=Path(), metavar="DIR", help="where; here unless told"
    )
    parser.add_argument("--json", action="store_true", help="print the files as JSON")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the folder and say what to do with it."""
    from app.authoring.new_case import NewCaseError, new_case

    try:
        folder = new_case(arguments.id, arguments.folder)
    except NewCaseError as error:
        raise InputError(str(error)) from error
    made = sorted(path.name for path in folder.iterdir())
    if arguments.json:
        print_json({"folder": str(folder), "files": made})
        return 0
    print(f"made {folder} with {', '.join(made)}")
    for command in ("lint {}", "test {}", "play {} --text"):
        print(f"  norestore {command.format(_quoted(folder))}")
    return 0


def _quoted(folder: Path) -> str:
    text = str(folder)
    return json.dumps(text, ensure_ascii=False) if " " in text else text
