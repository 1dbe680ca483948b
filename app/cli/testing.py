"""``test``: runs the tests that authors write beside their scenarios, and walks of its own."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.common import InputError, load, print_json
from app.resources import find_scenario

if TYPE_CHECKING:
    from app.authoring.manywalks import Survey
    from app.authoring.trials import Coverage, Result
    from app.authoring.walking import Deal
    from app.engine.scenario import Scenario

MOST_WALKS = 1_000_000
_FOLDER = "failed-walks"


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "test", help="run the tests of scenarios (tests.yaml)", description=__doc__
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="folder, file, or id")
    parser.add_argument("--json", action="store_true", help="print the results as JSON")
    parser.add_argument(
        "--min-coverage",
        type=_number(100),
        default=0,
        metavar="PERCENT",
        help="fail when the tests come to less of the nodes, choices and outcomes",
    )
    many = parser.add_mutually_exclusive_group()
    many.add_argument("--walks", type=_number(MOST_WALKS), metavar="N", help="N walks by chance")
    many.add_argument(
        "--exhaustive", action="store_true", help="every way there is, as far as time allows"
    )
    parser.add_argument(
        "--seed", type=_number(2**63 - 1), default=1, help="of --walks: same seed, same walks"
    )
    parser.add_argument(
        "--journals", type=Path, metavar="DIR", help="where failed walks are saved for a look"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run all tests; 0 when all is well, 1 when not."""
    reports = [_Run(path, arguments) for path in arguments.paths]
    if arguments.json:
        print_json([report.data() for report in reports])
    else:
        print("\n\n".join(report.text() for report in reports))
    return 0 if all(report.passed for report in reports) else 1


class _Run:
    """The tests of one scenario, run."""

    def __init__(self, path: str, arguments: argparse.Namespace) -> None:
        from app.authoring.trials import coverage_of

        self.path = path
        self.scenario = load(path)
        self.folder = arguments.journals
        self.least = arguments.min_coverage
        self.tests_file = _tests_file(path)
        self.results = self._tests(arguments.walks is not None or arguments.exhaustive)
        self.coverage = coverage_of(self.scenario, self.results)
        self.survey = self._survey(arguments)
        self.journals = {
            result.test.id: self._journal(result.test.id, result.test.deal, result.walked.choices)
            for result in self.results
            if not result.passed and result.walked is not None
        }
        problems = [] if self.survey is None else self.survey.problems
        self.problems = [
            (
                problem.message,
                None
                if problem.deal is None
                else self._journal(f"walk-{number}", problem.deal, problem.choices),
            )
            for number, problem in enumerate(problems, 1)
        ]

    @property
    def passed(self) -> bool:
        return (
            all(result.passed for result in self.results)
            and not self.problems
            and self.coverage.percent() >= self.least
        )

    def _tests(self, may_be_missing: bool) -> tuple[Result, ...]:
        from app.authoring.finding import ScenarioFileError
        from app.authoring.trials import run_test
        from app.authoring.walkfile import read_tests
        from app.authoring.walking import Analyst

        if not self.tests_file.exists():
            if may_be_missing:
                return ()
            raise InputError(
                f"{self.tests_file}: there is no such file; write one (docs/authoring.md says "
                "how), or try --walks 100"
            )
        try:
            tests = read_tests(self.tests_file, self.scenario)
        except ScenarioFileError as error:
            raise InputError(str(error)) from error
        analyst = Analyst(self.scenario)
        return tuple(run_test(test, analyst) for test in tests)

    def _survey(self, arguments: argparse.Namespace) -> Survey | None:
        from app.authoring.manywalks import all_walks, random_walks

        if arguments.exhaustive:
            return all_walks(self.scenario, self.scenario.default_terms)
        if arguments.walks is not None:
            return random_walks(self.scenario, arguments.walks, arguments.seed)
        return None

    def _journal(self, name: str, deal: Deal, choices: tuple[str, ...]) -> Path:
        from app.store import folders

        folder = self.folder or folders.user_folder() / _FOLDER
        return save_walk(folder, self.scenario, name, deal, choices)

    def data(self) -> dict[str, Any]:
        """The results, JSON-ready."""
        return {
            "scenario": self.scenario.id,
            "passed": self.passed,
            "tests": [
                {
                    "id": result.test.id,
                    "passed": result.passed,
                    "failures": [
                        {
                            "file": str(self.tests_file),
                            "line": failure.line,
                            "column": failure.column,
                            "what": failure.what,
                            "expected": failure.expected,
                            "found": failure.found,
                        }
                        for failure in result.failures
                    ],
                    "journal": _text_of(self.journals.get(result.test.id)),
                }
                for result in self.results
            ],
            "coverage": {
                "percent": self.coverage.percent(),
                **{
                    part: {"met": met, "known": known}
                    for part, (met, known) in self.coverage.counts().items()
                },
                "missed": self.coverage.missed(),
            },
            "walks": None
            if self.survey is None
            else {
                "endings": self.survey.walks,
                "complete": self.survey.complete,
                "problems": [
                    {"message": message, "journal": _text_of(journal)}
                    for message, journal in self.problems
                ],
                "percent": self.survey.coverage.percent(),
            },
        }

    def text(self) -> str:
        """The results for a person."""
        lines = [f"{self.scenario.id}: {_count(len(self.results), 'test')}"]
        lines += [
            f"  {'ok    ' if result.passed else 'FAILED'}  {result.test.id}"
            for result in self.results
        ]
        for result in self.results:
            lines += [
                f"{self.tests_file}:{failure.line}:{failure.column}: {result.test.id}: {failure}"
                for failure in result.failures
            ]
            if result.test.id in self.journals:
                lines.append(self._how_to_open(self.journals[result.test.id]))
        if self.results:
            lines.append(f"coverage {_told(self.coverage)}")
            for part, missed in self.coverage.missed().items():
                if missed:
                    lines.append(f"  {part} not met: {', '.join(missed)}")
        if self.coverage.percent() < self.least:
            lines.append(f"coverage is below the {self.least} % asked for; add tests")
        return "\n".join([*lines, *self._survey_lines()])

    def _survey_lines(self) -> list[str]:
        if self.survey is None:
            return []
        lines = []
        for message, journal in self.problems:
            lines.append(f"walk: {message}")
            lines.append(
                "  no journal: no seed found that repeats what the loops of this walk reveal"
                if journal is None
                else self._how_to_open(journal)
            )
        whole = ", not all there are" if self.survey.complete is False else ""
        lines.append(
            f"walks to {_count(self.survey.walks, 'ending')}{whole}: "
            f"{_count(len(self.problems), 'problem')}, coverage {_told(self.survey.coverage)}"
        )
        return lines

    def _how_to_open(self, journal: Path) -> str:
        return (
            f"  look at it: norestore review {journal} --scenario {self.path}\n"
            f"  play on:    norestore play {self.path} --resume {journal}"
        )


def save_walk(
    folder: Path, scenario: Scenario, name: str, deal: Deal, choices: tuple[str, ...]
) -> Path:
    """Save a walk as a journal that the game opens; in place of an earlier one of this name.

    Raises InputError and JournalError.
    """
    from app.engine.coverage import insurance_terms
    from app.engine.errors import EngineError
    from app.engine.scenario import Plan, Text
    from app.play.playthrough import Playthrough

    safe = re.sub(r"[^A-Za-z0-9_-]", "_", f"{scenario.id}-{name}")[:100]
    path = folder / f"{safe}.jsonl"
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise InputError(
            f"{path}: cannot be replaced ({error.strerror}); choose another folder by --journals"
        ) from error
    plan = Plan(name, Text("", name), {}, deal.facts, deal.outcomes)
    terms = insurance_terms(scenario)[deal.terms]
    play = Playthrough.start(scenario, terms, deal.seed, path, plan=plan)
    try:
        for choice in choices:
            play.choose(choice)
    except EngineError:
        pass  # the journal holds all choices up to the one that fails
    return path


def _tests_file(path: str) -> Path:
    from app.authoring.walkfile import TESTS_FILE

    found = find_scenario(path)
    return (found if found.is_dir() else found.parent) / TESTS_FILE


def _told(coverage: Coverage) -> str:
    parts = [f"{part} {met}/{known}" for part, (met, known) in coverage.counts().items()]
    return f"{coverage.percent()} %: {', '.join(parts)}"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _text_of(path: Path | None) -> str | None:
    return None if path is None else str(path)


def _number(most: int) -> Any:
    def parse(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 20 and int(text) <= most):
            raise argparse.ArgumentTypeError(f"{text[:30]!r} is not a number from 0 to {most}")
        return int(text)

    return parse
