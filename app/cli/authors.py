"""``lint`` and ``schema``: tools for those who write scenarios."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

from app.cli.common import InputError, print_json
from app.resources import find_scenario

if TYPE_CHECKING:
    from app.authoring.finding import Finding


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    lint = commands.add_parser("lint", help="check scenario files")
    lint.add_argument("paths", nargs="+", metavar="PATH", help="folder, file, or id")
    lint.add_argument("--json", action="store_true", help="print the findings as JSON")
    lint.set_defaults(run=run_lint)
    schema = commands.add_parser("schema", help="print the JSON Schema of scenario files")
    schema.set_defaults(run=run_schema)


def run_lint(arguments: argparse.Namespace) -> int:
    """Print all findings; 0 without any, else 1."""
    findings = [finding for path in arguments.paths for finding in findings_of(path)]
    if arguments.json:
        print_json([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            print(finding)
        print(f"{len(findings)} findings" if findings else "no findings")
    return 1 if findings else 0


def findings_of(name_or_path: str) -> tuple[Finding, ...]:
    """All that is wrong with a scenario. Raises InputError when there is no such file."""
    from app.authoring.finding import ScenarioFileError
    from app.authoring.loading import load_scenario

    try:
        load_scenario(find_scenario(name_or_path))
    except ScenarioFileError as error:
        return error.findings
    except OSError as error:
        raise InputError(str(error)) from error
    return ()


def run_schema(_arguments: argparse.Namespace) -> int:
    """Print the schema."""
    from app.authoring.schema import schema

    print_json(schema())
    return 0
