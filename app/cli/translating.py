"""``po``: makes, renews and checks the translation of a scenario."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from app.cli.common import InputError, load, print_json
from app.cli.reader import reader
from app.phrase import Phrase, reason_of, words_of
from app.resources import find_scenario


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "po", help="make or renew a scenario's translation", description=__doc__
    )
    parser.add_argument("scenario", metavar="SCENARIO", help="id or folder")
    parser.add_argument("--language", default="de", metavar="CODE", help="de unless told")
    parser.add_argument("--check", action="store_true", help="change nothing, print what is wrong")
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Renew the file unless told only to check it, then print what is wrong; 1 if anything is."""
    from app.authoring.finding import ScenarioFileError
    from app.authoring.translation import check_po, po_path, progress, update_po

    scenario = load(arguments.scenario)
    found = find_scenario(arguments.scenario)
    folder = found if found.is_dir() else found.parent
    try:
        path = po_path(folder, arguments.language)
        if not arguments.check:
            update_po(scenario, folder, arguments.language)
        findings = check_po(scenario, path)
        done, wanted = progress(scenario, path)
    except OSError as error:
        raise InputError(
            Phrase(
                "{folder}: the translation cannot be written ({reason}); choose another folder",
                folder=folder,
                reason=reason_of(error),
            )
        ) from error
    except (ValueError, ScenarioFileError) as error:
        raise InputError(words_of(error)) from error
    if arguments.json:
        print_json([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            print(reader().told(finding.phrase))
        counts = {"path": str(path), "done": str(done), "all": str(wanted), "n": str(len(findings))}
        print(
            reader().message(
                "{path}: {done} of {all} texts translated, {n} findings"
                if findings
                else "{path}: {done} of {all} texts translated, no findings",
                counts,
            )
        )
    return 1 if findings else 0
