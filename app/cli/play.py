"""``play``: a person in a terminal, a script, or a plan plays a scenario."""

from __future__ import annotations

import argparse
import secrets
import sys
from contextlib import nullcontext
from pathlib import Path

from app.cli.common import DEFAULT_SCENARIO, InputError, add_language, load, print_json, terms_of
from app.cli.parsing import refused
from app.cli.reader import reader
from app.cli.solving import reviewed_data
from app.cli.terminal import end_text, play_interactively, start_text
from app.cli.transcript import scene_text
from app.engine.scenario import Plan, Scenario
from app.phrase import Phrase, words_of
from app.play import saves
from app.play.plans import PlanError, Player, by_chance, optimal, retelling, scripted
from app.play.playthrough import MAX_DECISIONS, Playthrough
from app.play.result import result_data
from app.store import folders
from app.store.database import Store

SCRIPTED_SEED = 1
_SEEDS = 1_000_000
_MAX_SEED = 2**63 - 1


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser("play", help="play a scenario", description=__doc__)
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO", help="id or folder")
    parser.add_argument("--text", action="store_true", help="play in the terminal")
    parser.add_argument(
        "--seed",
        type=_seed,
        help="the server's number; drawn for a person, 1 for a script or plan",
    )
    parser.add_argument("--terms", metavar="ID", help="insurance terms")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--choices", metavar="A,B,C", help="play these choices to the end")
    how.add_argument("--plan", metavar="PLAN", help="optimal, random, or the author's own")
    how.add_argument("--resume", metavar="JOURNAL", type=Path, help="go on with a saved play")
    parser.add_argument("--journal", type=Path, metavar="FILE", help="save the play in this file")
    parser.add_argument("--exam", action="store_true", help="no undo")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    add_language(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Play as the options say; 2 when a script or plan does not fit."""
    if arguments.choices is not None or arguments.plan is not None:
        return _play_alone(arguments)
    if not (arguments.text or arguments.json):
        from app.cli import window

        name = arguments.scenario or (None if arguments.resume else DEFAULT_SCENARIO)
        return window.open_or_explain(name, arguments.language or "", arguments.resume)
    play = _persons_play(arguments)
    play.catalog = reader(arguments.language, play.scenario)
    play_in_terminal(play, arguments.scenario, arguments.json)
    return 0


def play_in_terminal(
    play: Playthrough, scenario_name: str | None = None, as_json: bool = False
) -> None:
    """Let a person play; with ``as_json`` the result is all that the standard output gets."""
    own_folder = play.journal_path is not None and (
        play.journal_path.parent == folders.journals_folder()
    )
    with Store(folders.database_file()) if own_folder else nullcontext() as store:

        def after_step() -> None:
            if store is not None:
                saves.note_progress(play, store)

        name = scenario_name or play.scenario.id
        out = sys.stderr if as_json else sys.stdout
        play_interactively(play, name, sys.stdin, out, after_step)
    if as_json:
        print_json({**result_data(play), "review": reviewed_data(play)})


def _persons_play(arguments: argparse.Namespace) -> Playthrough:
    if arguments.resume:
        return Playthrough.resume(
            arguments.resume,
            lambda id_: load(arguments.scenario or id_),
            reader(arguments.language),
        )
    scenario = load(arguments.scenario or DEFAULT_SCENARIO)
    terms = terms_of(scenario, arguments.terms)
    seed = arguments.seed if arguments.seed is not None else secrets.randbelow(_SEEDS)
    if arguments.journal:
        return Playthrough.start(scenario, terms, seed, arguments.journal, exam=arguments.exam)
    return saves.new_play(scenario, terms, seed, exam=arguments.exam)


def _play_alone(arguments: argparse.Namespace) -> int:
    scenario = load(arguments.scenario or DEFAULT_SCENARIO)
    seed = SCRIPTED_SEED if arguments.seed is None else arguments.seed
    player, plan, choices = _player(arguments, scenario, seed)
    play = Playthrough.start(
        scenario,
        terms_of(scenario, arguments.terms),
        seed,
        arguments.journal,
        exam=arguments.exam,
        plan=plan,
        catalog=reader(arguments.language, scenario),
    )
    transcript = play_to_the_end(play, player)
    if choices is not None and len(choices) > len(play.decisions):
        raise InputError(
            Phrase(
                "choice {n}, {choice}, comes after the ending {node}; leave it out",
                n=len(play.decisions) + 1,
                choice=repr(choices[len(play.decisions)]),
                node=play.state.node_id,
            )
        )
    if arguments.json:
        data = {**result_data(play), "plan": arguments.plan, "review": reviewed_data(play)}
        print_json(data)
    else:
        print(transcript)
    return 0


def play_to_the_end(play: Playthrough, player: Player) -> str:
    """Let a plan play; the whole transcript. Raises InputError when the plan does not fit."""
    blocks = [start_text(play), scene_text(play.view(), play.catalog)]
    while not play.state.is_terminal():
        if len(play.decisions) >= MAX_DECISIONS:
            raise InputError(
                Phrase(
                    "the plan has not come to an ending after {most} decisions", most=MAX_DECISIONS
                )
            )
        try:
            choice = player(play.state, len(play.decisions))
        except PlanError as error:
            raise InputError(words_of(error)) from error
        play.choose(choice)
        blocks += [f"> {choice}", scene_text(play.view(), play.catalog)]
    return "\n\n".join([*blocks, end_text(play)])


def _player(
    arguments: argparse.Namespace, scenario: Scenario, seed: int
) -> tuple[Player, Plan | None, list[str] | None]:
    if arguments.choices is not None:
        choices = [word.strip() for word in arguments.choices.split(",") if word.strip()]
        return scripted(choices), None, choices
    if arguments.plan == "random":
        return by_chance(seed), None, None
    if arguments.plan == "optimal":
        from app.engine.solver.solution import solve
        from app.engine.solver.tree import Tree

        tree = Tree(scenario, terms_of(scenario, arguments.terms))
        return optimal(solve(tree)), None, None
    plan = scenario.plans.get(arguments.plan)
    if plan is None:
        known = ", ".join(["optimal", "random", *scenario.plans])
        raise InputError(
            Phrase(
                "{scenario} has no plan {plan}; known: {known}",
                scenario=scenario.id,
                plan=repr(arguments.plan),
                known=known,
            )
        )
    return retelling(plan), plan, None


def _seed(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 20 and int(text) <= _MAX_SEED):
        raise refused(
            Phrase("{text} is not a number from 0 to {most}", text=repr(text[:30]), most=_MAX_SEED)
        )
    return int(text)
