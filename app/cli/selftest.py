"""``selftest``: whether this copy of the game is whole and works on this computer.

Loads, checks and solves every scenario in every language, writes and reads a save, opens every
screen without a display, and renders a PDF. Nothing of the player's is read or written.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from app import __version__
from app.cli.common import add_language, print_json
from app.cli.reader import reader
from app.phrase import Euros, Phrase, words_of

if TYPE_CHECKING:
    from app.engine.scenario import Scenario
    from app.play.catalog import Catalog
    from app.play.playthrough import Playthrough

LANGUAGES = ("en", "de")


class Result(NamedTuple):
    """What one check came to; ``seconds`` it took, ``detail`` is what was seen or went wrong."""

    check: str
    fine: bool
    seconds: float
    detail: str


class Fault(Exception):
    """A check has failed; the message says how."""


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "selftest", help="check that this copy is whole and works", description=__doc__
    )
    parser.add_argument("--json", action="store_true", help="print the results as JSON")
    parser.add_argument(
        "--no-window", action="store_true", help="leave out what needs Qt: screens and PDF"
    )
    add_language(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run all checks; 0 when all are fine."""
    results, words = [], reader(arguments.language)
    with _home_of_its_own():
        for name, check in checks(window=not arguments.no_window):
            result = tried(name, check)
            results.append(result)
            if not arguments.json:
                print(_line(result, words), flush=True)
    fine = all(result.fine for result in results)
    if arguments.json:
        print_json(
            {
                "version": __version__,
                "packaged": bool(getattr(sys, "frozen", False)),
                "fine": fine,
                "checks": [result._asdict() for result in results],
            }
        )
    elif fine:
        told = {"version": __version__, "n": str(len(results))}
        print(words.message("norestore {version}: all {n} checks are fine", told))
    else:
        print(
            words.message(
                "Please download the game again; if that does not help, report the lines above."
            )
        )
    return int(not fine)


def _line(result: Result, words: Catalog) -> str:
    verdicts = {True: words.message("ok"), False: words.message("FAILED")}
    width = max(map(len, verdicts.values()))
    name, detail = words.told(result.check), words.told(result.detail)
    seconds = f"{result.seconds:.1f}"
    if words.language == "de":
        seconds = seconds.replace(".", ",")
    return f"{verdicts[result.fine]:<{width}} {name}: {detail} ({seconds} s)"


def tried(name: str, check: Callable[[], str]) -> Result:
    """Run one check; whatever goes wrong is its result."""
    begin = time.monotonic()
    try:
        fine, detail = True, check()
    except Exception as error:  # noqa: BLE001  (the report is what this is for)
        fine, detail = (
            False,
            Phrase("{kind}: {error}", kind=type(error).__name__, error=words_of(error)),
        )
    return Result(name, fine, round(time.monotonic() - begin, 2), detail)


def checks(*, window: bool) -> Iterator[tuple[str, Callable[[], str]]]:
    """The checks by name, in the order in which one builds on the other."""
    from app.resources import scenario_folders

    yield Phrase("files"), _files
    ids = [folder.name for folder in scenario_folders()]
    for id_ in ids:
        yield Phrase("scenario {id}", id=id_), lambda id_=id_: _scenario(id_)  # type: ignore[misc]
    yield Phrase("save"), lambda: _save(ids[0])
    yield Phrase("workshop"), lambda: _workshop(ids[0])
    if window:
        for language in LANGUAGES:
            name = Phrase("screens {language}", language=language)
            yield name, lambda code=language: _screens(ids[0], code)  # type: ignore[misc]
        yield "PDF", lambda: _pdf(ids[0])


@contextmanager
def _home_of_its_own() -> Iterator[None]:
    from app.store.folders import HOME_VARIABLE

    before = os.environ.get(HOME_VARIABLE)
    with tempfile.TemporaryDirectory(
        prefix="norestore-selftest-", ignore_cleanup_errors=True
    ) as home:
        os.environ[HOME_VARIABLE] = home
        try:
            yield
        finally:
            if before is None:
                del os.environ[HOME_VARIABLE]
            else:
                os.environ[HOME_VARIABLE] = before


def _files() -> str:
    from app.resources import asset, scenario_folders

    wanted = ["fonts/OFL.txt", "icons/norestore.svg", "qt-libraries.txt"]
    wanted += ["translations/de.po", "translations/norestore_de.ts"]
    missing = [name for name in wanted if not asset(*name.split("/")).is_file()]
    if missing or not scenario_folders():
        raise Fault(Phrase("missing: {files}", files=", ".join(missing) or Phrase("all scenarios")))
    return Phrase("{n} scenarios, fonts, icons, translations", n=len(scenario_folders()))


def _scenario(id_: str) -> str:
    from app.authoring.lint import lint
    from app.cli.common import load, terms_of
    from app.cli.findings import failed
    from app.engine.solver.solution import solve
    from app.engine.solver.tree import Tree
    from app.play.languages import catalog
    from app.resources import find_scenario

    findings = lint(find_scenario(id_))
    if failed(findings):
        raise Fault(findings[0].phrase)
    scenario = load(id_)
    titles = {catalog(language, scenario).text(scenario.title) for language in LANGUAGES}
    if len(titles) != len(LANGUAGES):
        raise Fault(Phrase("not translated"))
    solution = solve(Tree(scenario, terms_of(scenario, None)))
    cost = Euros(round(solution.start_value))
    return Phrase("perfect play costs {cost} on average", cost=cost)


def _save(id_: str) -> str:
    from app.play.playthrough import Playthrough
    from app.store import folders
    from app.store.database import Store

    play = _played(id_)
    path = play.journal_path
    if path is None:
        raise Fault(Phrase("the play was not saved"))
    again = Playthrough.resume(path, lambda _id: play.scenario)
    if again.settlement() != play.settlement():
        raise Fault(Phrase("the play that was read is not the one that was written"))
    store = Store(folders.database_file())
    try:
        store.set_setting("selftest", "ä€")
        if store.setting("selftest") != "ä€":
            raise Fault(Phrase("the database does not keep what it is given"))
    finally:
        store.close()
    return Phrase("{n} bytes written and read again", n=path.stat().st_size)


def _played(id_: str) -> Playthrough:
    """A play as it happened, saved. Raises Fault."""
    from app.cli.common import load, terms_of
    from app.gui.tour import SEED
    from app.play import saves

    scenario: Scenario = load(id_)
    plan = next(iter(scenario.plans.values()), None)
    play = saves.new_play(scenario, terms_of(scenario, None), SEED, plan=plan)
    while not play.state.is_terminal():
        view = play.view()
        offered = [choice.id for choice in view.choices]
        wanted = plan.choices.get(view.node_id) if plan else None
        play.choose(wanted if wanted in offered else offered[0])
    return play


def _workshop(id_: str) -> str:
    """A room opens on this computer alone, answers a phone, and closes."""
    from http.client import HTTPConnection
    from pathlib import Path

    import segno

    from app.cli.common import load
    from app.workshop.events import Mode, RoomOpened
    from app.workshop.host import open_workshop

    scenario: Scenario = load(id_)
    opened = RoomOpened(
        room="selftest",
        scenario=scenario.id,
        content_hash=scenario.content_hash,
        mode=Mode.ROOM,
        terms=scenario.default_terms,
        teams=0,
        seed=1,
    )
    with tempfile.TemporaryDirectory(prefix="norestore-selftest-") as folder:
        host = open_workshop(scenario, opened, Path(folder) / "room.workshop")
        try:
            address = host.start("127.0.0.1")
            phone = HTTPConnection(address.host, address.port, timeout=20)
            phone.request("GET", f"/?c={address.code}")
            answer = phone.getresponse()
            page = answer.read()
            phone.close()
        finally:
            host.close()
    if answer.status != 200 or b"<html" not in page:
        raise Fault(Phrase("the room answers {status} instead of its page", status=answer.status))
    size = segno.make(address.url).symbol_size()[0]
    return Phrase(
        "a room answered with {n} bytes; its QR code is {size} wide", n=len(page), size=size
    )


def _screens(id_: str, language: str) -> str:
    from app.cli.common import load
    from app.gui.selftest import open_every_screen

    return Phrase("{n} screens opened", n=len(open_every_screen(load(id_), language)))


def _pdf(id_: str) -> str:
    from app.gui.selftest import print_review

    return Phrase("{n} bytes", n=print_review(_played(id_)))
