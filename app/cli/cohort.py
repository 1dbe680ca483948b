"""``cohort``: many rooms side by side, read back from a learning record store."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.cli.common import InputError, add_language, print_json
from app.cli.exporting import add_store, endpoint
from app.cli.parsing import refused
from app.cli.reader import language
from app.engine.scenario import DecisionNode, Scenario
from app.phrase import Phrase, words_of
from app.play.catalog import Catalog
from app.play.languages import catalog
from app.play.wording import calendar_date, money, number

if TYPE_CHECKING:
    from app.reports.cohort import CaseView, Cohort, DecisionView, GroupView

_MOST_ROOMS = 40


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "cohort", help="many rooms side by side, from a store", description=__doc__
    )
    add_store(parser)
    parser.add_argument("--since", type=_moment, metavar="DATE", help="stored after this moment")
    parser.add_argument("--until", type=_moment, metavar="DATE", help="stored up to this moment")
    parser.add_argument("--case", metavar="SCENARIO", help="only this case")
    add_language(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the view as JSON")
    form.add_argument(
        "--csv", choices=("decisions", "rooms"), nargs="?", const="decisions",
        help="print a row for each option, or for each workshop",
    )  # fmt: skip
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Read the store and print its view; 1 when it holds nothing of ours."""
    from app.reports.cohort import gather
    from app.reports.cohort_tables import decisions_csv, rooms_csv
    from app.reports.lrs import Lrs, LrsError

    try:
        view = gather(Lrs(endpoint(arguments)), arguments.since, arguments.until)
    except LrsError as error:
        raise InputError(words_of(error)) from error
    cases = [case for case in view.cases if arguments.case in (None, case.case)]
    if arguments.json:
        told = asdict(view)
        told["cases"] = [case for case in told["cases"] if arguments.case in (None, case["case"])]
        print_json(_plain(told))
    elif arguments.csv:
        data = decisions_csv(cases) if arguments.csv == "decisions" else rooms_csv(cases)
        sys.stdout.write(data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n"))
    else:
        print(cohort_text(view, cases, language(arguments.language)))
    return 0 if cases else 1


def cohort_text(view: Cohort, cases: Sequence[CaseView], code: str) -> str:
    """The view as text, a case at a time."""
    words = catalog(code)
    head = words.message(
        "{n} statements of this game; {foreign} others were left out, {repeated} came twice.",
        {
            "n": number(view.statements, code),
            "foreign": number(view.foreign, code),
            "repeated": number(view.repeated, code),
        },
    )
    return "\n\n".join([head, *(_case(case, code) for case in cases)])


def _case(case: CaseView, language: str) -> str:
    scenario = _shipped(case.case)
    words = catalog(language, scenario)
    say = words.message
    title = words.text(scenario.title) if scenario is not None else case.case
    told = say(
        "{case}: {plays} plays, {people} people",
        {
            "case": title,
            "plays": number(case.all.plays, language),
            "people": number(case.all.people, language),
        },
    )
    parts = [f"{told}\n{'=' * len(told)}", _groups(say("Providers"), case.providers, words)]
    if case.workshops:
        shown = case.workshops[-_MOST_ROOMS:]
        parts.append(_groups(say("Workshops, the latest last"), shown, words))
    parts += [say("Decisions, the dearest first")]
    parts += [_decision(view, scenario, words) for view in case.decisions]
    if case.calibration:
        parts.append(_calibration(case, words))
    if case.luck:
        parts.append(_luck(case, words))
    return "\n\n".join(parts)


def _groups(title: str, groups: Iterable[GroupView], words: Catalog) -> str:
    say, language = words.message, words.language
    head: tuple[str, ...] = (
        title, say("plays"), say("rating"), say("client lost"), say("you paid"),
        say("decisions cost"), say("bad luck"),
    )  # fmt: skip
    rows = [head]
    for group in groups:
        name = group.name or say("alone")
        if group.workshop and group.first is not None:
            name = f"{calendar_date(group.first, words)} {name}"
        amounts = (group.client_loss, group.you_pay, group.regret, group.luck)
        rows.append(
            (
                name[:40], number(group.plays, language), str(group.rating),
                *(money(cents, language) for cents in amounts),
            )
        )  # fmt: skip
    return _table(rows)


def _decision(view: DecisionView, scenario: Scenario | None, words: Catalog) -> str:
    say, language = words.message, words.language
    node = scenario.nodes.get(view.node) if scenario is not None else None
    texts = {}
    title = view.node
    if isinstance(node, DecisionNode):
        title = words.text(node.title)
        texts = {choice.id: words.text(choice.text) for choice in node.choices}
    told = say(
        "{title}: taken {n} times, on average {regret} too dear",
        {
            "title": title,
            "n": number(view.taken, language),
            "regret": money(view.mean_regret, language),
        },
    )
    lines = [told]
    rows = []
    for option in view.options:
        share = f"{round(100 * option.taken / view.taken)} %"
        votes = say("{n} votes", {"n": number(option.votes, language)}) if option.votes else ""
        text = texts.get(option.choice, option.choice)
        rows.append((f"  {text[:60]}", share, votes, f"+{money(option.mean_regret, language)}"))
    lines.append(_table(rows))
    if view.before[1] and view.after[1]:
        shares = {
            "before": f"{round(100 * view.before[0] / view.before[1])} %",
            "after": f"{round(100 * view.after[0] / view.after[1])} %",
        }
        lines.append(
            "  " + say("For a best choice: {before} before the discussion, {after} after.", shares)
        )
    return "\n".join(lines)


def _calibration(case: CaseView, words: Catalog) -> str:
    from app.reports.session import CONFIDENCES

    say, language = words.message, words.language
    rows = [(say("How sure they were"), say("said"), say("right"), say("too dear"))]
    for view in case.calibration:
        share = f"{round(100 * view.right / view.said)} %"
        rows.append(
            (
                f"  {say(CONFIDENCES[view.level - 1])}", number(view.said, language), share,
                money(view.mean_regret, language),
            )
        )  # fmt: skip
    return _table(rows)


def _luck(case: CaseView, words: Catalog) -> str:
    say, language = words.message, words.language
    names = {
        (True, True): say("decided well, lucky"),
        (True, False): say("decided well, unlucky"),
        (False, True): say("decided badly, lucky"),
        (False, False): say("decided badly, unlucky"),
    }
    rows = [(say("Luck and decisions"), say("plays"), say("cost on average"))]
    for view in case.luck:
        name = names[view.careful, view.lucky]
        cost = money(view.final_cost, language)
        rows.append((f"  {name}", number(view.plays, language), cost))
    return _table(rows)


def _table(rows: Sequence[Sequence[str]]) -> str:
    """Columns: the first to the left, all others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _shipped(case: str) -> Scenario | None:
    """The case if it came with the program: a name from a store is no path to follow."""
    from app.authoring.finding import ScenarioFileError
    from app.authoring.loading import load_scenario
    from app.resources import scenario_folders

    folder = next((folder for folder in scenario_folders() if folder.name == case), None)
    try:
        return load_scenario(folder) if folder is not None else None
    except (ScenarioFileError, OSError):
        return None


def _plain(value: object) -> object:
    """Moments as text, for JSON."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, datetime) else value


def _moment(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise refused(Phrase("{text} is no date like 2026-11-24", text=repr(text))) from None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found
