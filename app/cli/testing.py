"""``test``: runs the tests that authors write beside their scenarios, and walks of its own."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.common import InputError, add_language, load, print_json
from app.cli.parsing import refused
from app.cli.reader import reader
from app.phrase import Phrase, reason_of, words_of
from app.play.catalog import Catalog, marked
from app.play.wording import number
from app.resources import find_scenario

if TYPE_CHECKING:
    from app.authoring.manywalks import Survey
    from app.authoring.trials import Coverage, Result
    from app.authoring.walking import Deal
    from app.engine.scenario import Scenario

MOST_WALKS = 1_000_000
_FOLDER = "failed-walks"
PARTS = {"nodes": marked("nodes"), "choices": marked("choices"), "outcomes": marked("outcomes")}
TESTS = (marked("{n} test"), marked("{n} tests"))
ENDINGS = (marked("{n} ending"), marked("{n} endings"))
PROBLEMS = (marked("{n} problem"), marked("{n} problems"))


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
    add_language(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run all tests; 0 when all is well, 1 when not."""
    reports = [_Run(path, arguments) for path in arguments.paths]
    if arguments.json:
        print_json([report.data() for report in reports])
    else:
        words = reader(arguments.language)
        print("\n\n".join(report.text(words) for report in reports))
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
                else self._journal(f"walk-{count}", problem.deal, problem.choices),
            )
            for count, problem in enumerate(problems, 1)
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
                Phrase(
                    "{file}: there is no such file; write one (docs/authoring.md says how), "
                    "or try --walks 100",
                    file=self.tests_file,
                )
            )
        try:
            tests = read_tests(self.tests_file, self.scenario)
        except ScenarioFileError as error:
            raise InputError(words_of(error)) from error
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

    def text(self, words: Catalog) -> str:
        """The results for a person."""
        say = words.message
        lines = [f"{self.scenario.id}: {_count(len(self.results), TESTS, words)}"]
        verdicts = {True: say("ok"), False: say("FAILED")}
        width = max(map(len, verdicts.values()))
        lines += [
            f"  {verdicts[result.passed]:<{width}}  {result.test.id}" for result in self.results
        ]
        for result in self.results:
            lines += [
                f"{self.tests_file}:{failure.line}:{failure.column}: {result.test.id}: "
                f"{words.told(failure.phrase)}"
                for failure in result.failures
            ]
            if result.test.id in self.journals:
                lines += self._how_to_open(self.journals[result.test.id], words)
        if self.results:
            lines.append(say("coverage {coverage}", {"coverage": _told(self.coverage, words)}))
            for part, missed in self.coverage.missed().items():
                if missed:
                    told = {"part": say(PARTS[part]), "missed": ", ".join(missed)}
                    lines.append("  " + say("{part} not met: {missed}", told))
        if self.coverage.percent() < self.least:
            asked = {"least": str(self.least)}
            lines.append(say("coverage is below the {least} % asked for; add tests", asked))
        return "\n".join([*lines, *self._survey_lines(words)])

    def _survey_lines(self, words: Catalog) -> list[str]:
        if self.survey is None:
            return []
        say = words.message
        lines = []
        for message, journal in self.problems:
            lines.append(say("walk: {problem}", {"problem": words.told(message)}))
            if journal is not None:
                lines += self._how_to_open(journal, words)
                continue
            none = "no journal: no seed found that repeats what the loops of this walk reveal"
            lines.append("  " + say(none))
        told = {
            "endings": _count(self.survey.walks, ENDINGS, words),
            "problems": _count(len(self.problems), PROBLEMS, words),
            "coverage": _told(self.survey.coverage, words),
        }
        lines.append(
            say("walks to {endings}, not all there are: {problems}, coverage {coverage}", told)
            if self.survey.complete is False
            else say("walks to {endings}: {problems}, coverage {coverage}", told)
        )
        return lines

    def _how_to_open(self, journal: Path, words: Catalog) -> list[str]:
        told = {"journal": str(journal), "scenario": self.path}
        look = words.message("look at it: norestore review {journal} --scenario {scenario}", told)
        on = words.message("play on:    norestore play {scenario} --resume {journal}", told)
        return [f"  {look}", f"  {on}"]


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
            Phrase(
                "{path}: cannot be replaced ({reason}); choose another folder by --journals",
                path=path,
                reason=reason_of(error),
            )
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


def _told(coverage: Coverage, words: Catalog) -> str:
    parts = [
        f"{words.message(PARTS[part])} {met}/{known}"
        for part, (met, known) in coverage.counts().items()
    ]
    return f"{coverage.percent()} %: {', '.join(parts)}"


def _count(count: int, what: tuple[str, str], words: Catalog) -> str:
    return words.message(what[count != 1], {"n": number(count, words.language)})


def _text_of(path: Path | None) -> str | None:
    return None if path is None else str(path)


def _number(most: int) -> Any:
    def parse(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 20 and int(text) <= most):
            raise refused(
                Phrase("{text} is not a number from 0 to {most}", text=repr(text[:30]), most=most)
            )
        return int(text)

    return parse
