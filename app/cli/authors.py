"""``lint``, ``graph``, ``schema``: tools for those who write scenarios."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.common import InputError, add_language, load, print_json, write_file
from app.cli.reader import reader
from app.phrase import words_of
from app.resources import find_scenario

if TYPE_CHECKING:
    from app.authoring.finding import Finding

GRAPH_FORMATS = ("mermaid", "dot", "graphml")
LINT_FORMATS = ("text", "json", "sarif", "github")


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    lint = commands.add_parser("lint", help="check scenario files")
    lint.add_argument("paths", nargs="+", metavar="PATH", help="folder, file, or id")
    form = lint.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the findings as JSON")
    form.add_argument("--format", choices=LINT_FORMATS, default="text", help="how to print them")
    lint.add_argument(
        "--no-advice",
        "--quick",
        dest="advice",
        action="store_false",
        help="only faults: leave out advice, which takes perfect play",
    )
    add_language(lint)
    lint.set_defaults(run=run_lint)
    graph = commands.add_parser("graph", help="print a scenario's graph")
    graph.add_argument("scenario", metavar="SCENARIO", help="id or folder")
    graph.add_argument("--to", choices=GRAPH_FORMATS, default="mermaid", help="format")
    graph.add_argument("-o", "--output", type=Path, metavar="FILE", help="write it there")
    graph.set_defaults(run=run_graph)
    schema = commands.add_parser("schema", help="print the JSON Schema of scenario files")
    schema.set_defaults(run=run_schema)


def run_lint(arguments: argparse.Namespace) -> int:
    """Print all findings; 0 when there is no more than advice, else 1."""
    from app.cli.findings import FORMS, failed, told

    findings = [
        finding for path in arguments.paths for finding in findings_of(path, arguments.advice)
    ]
    form = "json" if arguments.json else arguments.format
    print(told(findings, reader(arguments.language)) if form == "text" else FORMS[form](findings))
    return int(failed(findings))


def findings_of(name_or_path: str, advice: bool = True) -> list[Finding]:
    """All that is wrong with a scenario. Raises InputError when there is no such file."""
    from app.authoring.lint import lint

    try:
        return lint(find_scenario(name_or_path), advice)
    except OSError as error:
        raise InputError(words_of(error)) from error


def run_graph(arguments: argparse.Namespace) -> int:
    """Print the story's graph, or write it into a file."""
    from app.authoring.export import export_graph

    graph = export_graph(load(arguments.scenario), arguments.to)
    if arguments.output is None:
        print(graph, end="")
        return 0
    write_file(arguments.output, graph.encode())
    return 0


def run_schema(_arguments: argparse.Namespace) -> int:
    """Print the schema."""
    from app.authoring.schema import schema

    print_json(schema())
    return 0
