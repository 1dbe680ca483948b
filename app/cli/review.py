"""``review``: what a saved play came to, step by step."""

from __future__ import annotations

import argparse
from itertools import pairwise
from pathlib import Path
from typing import Any

from app.cli.common import InputError, add_language, load, print_json
from app.cli.reader import language
from app.cli.solving import reviewed, reviewed_data
from app.cli.terminal import end_text
from app.engine.scenario import Choice, DecisionNode
from app.phrase import Phrase, words_of
from app.play import journal, wording
from app.play.languages import catalog
from app.play.playthrough import Playthrough, journaled_terms
from app.play.result import path_data, result_data
from app.play.scene import taken


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser("review", help="review a saved play", description=__doc__)
    parser.add_argument("journal", type=Path, metavar="JOURNAL")
    parser.add_argument("--scenario", metavar="SCENARIO", help="id or folder, if it has moved")
    parser.add_argument("--json", action="store_true", help="print the review as JSON")
    add_language(parser)
    parser.add_argument("--pdf", type=Path, metavar="FILE", help="write the one-page review")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the review; the journal is only read."""
    play = replayed(arguments.journal, arguments.scenario, language(arguments.language))
    if arguments.pdf is not None:
        _write_pdf(play, arguments.pdf)
    elif arguments.json:
        print_json(review_data(play))
    else:
        print(review_text(play))
    return 0


def _write_pdf(play: Playthrough, path: Path) -> None:
    """Raises InputError when the play has not ended or the file cannot be written."""
    if not play.state.is_terminal():
        raise InputError(
            Phrase("this play has not ended; play on to an ending, then write its review")
        )
    try:
        from app.gui.paper.offscreen import save_review
        from app.gui.paper.pdf import PaperError
    except ImportError as error:
        raise InputError(
            Phrase("a PDF needs Qt, which is not usable here ({error})", error=error)
        ) from error
    try:
        save_review(play, reviewed(play), path)
    except PaperError as error:
        raise InputError(words_of(error)) from error


def replayed(path: Path, scenario_name: str | None = None, code: str = "en") -> Playthrough:
    """The play that a journal tells of. Raises JournalError or InputError."""
    record = journal.read(path)
    scenario = load(scenario_name or record.header.scenario)
    return Playthrough.replay(
        record, scenario, journaled_terms(record, scenario), catalog(code, scenario)
    )


def review_data(play: Playthrough) -> dict[str, Any]:
    """The review as JSON-ready data; the exact one at the top and, as `play` has it, by name."""
    real_case = play.scenario.real_case
    exact = reviewed_data(play)
    return {
        **result_data(play),
        **(exact or {}),
        "hints": list(play.hints),
        "review": exact,
        "message": play.message,
        "path": path_data(play.state),
        "real_case": None if real_case is None else play.catalog.text(real_case),
    }


def review_text(play: Playthrough) -> str:
    """The review as text: the path, heads of loss, the waterfall, the real case."""
    words = play.catalog
    lines = [words.text(play.scenario.title)]
    if play.message:
        lines.append(play.message)
    if not play.state.is_terminal():
        lines.append(words.message("This play has not ended; the figures are those so far."))
    else:
        lines.append("\n".join(_verdict(play)))
    return "\n\n".join([*lines, "\n".join(_path(play)), end_text(play)])


def _verdict(play: Playthrough) -> list[str]:
    """What each decision cost on average, what luck did, and the sum of it all."""
    words, found = play.catalog, reviewed(play)
    history = play.state.history()
    lines = []
    for decision in found.decisions:
        before, after = history[decision.step], history[decision.step + 1]
        move = taken(before, after)
        assert isinstance(before.node, DecisionNode)
        assert isinstance(move, Choice)
        told = {
            "label": words.message(decision.label.value),
            "title": words.text(before.node.title),
            "choice": words.text(move.text),
            "regret": wording.money(decision.regret, words.language),
        }
        lines.append(words.message("{label} ({regret})  {title}: {choice}", told))
    told = {
        "start": wording.money(found.start_value, words.language),
        "decisions": wording.money(found.regret, words.language),
        "luck": wording.money(abs(found.luck), words.language),
        "result": wording.money(found.final_cost, words.language),
    }
    lines.append(
        words.message(
            "Start {start} + decisions {decisions} + bad luck {luck} = result {result}"
            if found.luck > 0
            else "Start {start} + decisions {decisions} - good luck {luck} = result {result}",
            told,
        )
    )
    return lines


def _path(play: Playthrough) -> list[str]:
    words = play.catalog
    lines = []
    for before, after in pairwise(play.state.history()):
        move = taken(before, after)
        if isinstance(before.node, DecisionNode) and isinstance(move, Choice):
            when = wording.clock(play.scenario.calendar.at(before.minutes), words)
            title, text = words.text(before.node.title), words.text(move.text)
            lines.append(f"{when}  {title}: {text}")
    lines += [
        words.message("Taken back: {choice} at {node}", {"choice": u.choice, "node": u.node})
        for u in play.undone
    ]
    return lines
