"""``workshop``: host a room without the window, or rehearse one with bots."""

from __future__ import annotations

import argparse
import secrets
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from app.cli.common import DEFAULT_SCENARIO, InputError, add_language, load, print_json, terms_of
from app.cli.reader import language, reader
from app.phrase import Phrase, words_of
from app.play.catalog import marked

if TYPE_CHECKING:
    from app.play.catalog import Catalog
    from app.workshop.events import Event, RoomOpened
    from app.workshop.host import Host
    from app.workshop.rehearsal import Rehearsal

_SEEDS = 1_000_000
_MOST_BOTS = 600
_NEXT = ("show_scene", "open_vote", "close_vote", "reveal", "show_consequence", "debrief")
FIGURES = {
    "bots": marked("bots"),
    "joined": marked("joined"),
    "rounds": marked("rounds"),
    "votes": marked("votes"),
    "lost": marked("lost"),
    "refused": marked("refused"),
    "broken_connections": marked("broken connections"),
    "vote_to_cockpit_p50_ms": marked("vote to cockpit, median in ms"),
    "vote_to_cockpit_p99_ms": marked("vote to cockpit, 99th percentile in ms"),
    "seconds": marked("seconds"),
}
_WORDS = ("undo", "end_fork", "close", *_NEXT)


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "workshop", help="host a workshop without the window", description=__doc__
    )
    parser.add_argument(
        "scenario", nargs="?", default=DEFAULT_SCENARIO, metavar="SCENARIO", help="id or folder"
    )
    parser.add_argument(
        "--interface", metavar="ADDRESS", help="this computer's address to listen on"
    )
    parser.add_argument("--port", type=int, help="the port; a free one from 8321 on unless told")
    parser.add_argument("--mode", choices=("room", "teams", "solo"), default="room")
    parser.add_argument("--teams", type=int, default=4, metavar="N", help="how many teams (2-12)")
    parser.add_argument("--minutes", type=int, choices=(60, 75, 90), default=75)
    parser.add_argument("--terms", help="insurance terms; the scenario's default unless told")
    parser.add_argument("--seed", type=int, help="the server's number")
    parser.add_argument(
        "--rehearse", type=int, metavar="N", help="hold the workshop with N bots, and time it"
    )
    parser.add_argument(
        "--haste", type=float, default=1.0, metavar="SECONDS", help="bots vote within so long"
    )
    parser.add_argument("--json", action="store_true", help="print the rehearsal's figures as JSON")
    add_language(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Host until the facilitator closes; 1 when a rehearsal has lost something."""
    if arguments.rehearse is not None and not 1 <= arguments.rehearse <= _MOST_BOTS:
        raise InputError(Phrase("--rehearse takes 1 to {most} bots", most=_MOST_BOTS))
    if not 2 <= arguments.teams <= 12:
        raise InputError(Phrase("--teams takes 2 to 12"))
    if arguments.rehearse is None:
        return _hold(arguments, None)
    with TemporaryDirectory(prefix="norestore-") as folder:
        # What bots have played is none of the workshops that were held.
        return _hold(arguments, Path(folder, "rehearsal.workshop"))


def _hold(arguments: argparse.Namespace, log: Path | None) -> int:
    """Hold a workshop with its log there, or among the player's own."""
    from app.workshop.eventlog import LogError
    from app.workshop.host import HostError, open_workshop
    from app.workshop.preflight import best_interface, free_port

    scenario = load(arguments.scenario)
    opened = _opening(arguments)
    loopback = arguments.rehearse is not None
    address = arguments.interface or ("127.0.0.1" if loopback else best_interface().address)
    try:
        host = open_workshop(scenario, opened, log)
    except LogError as error:
        raise InputError(words_of(error)) from error
    try:
        port = arguments.port if arguments.port is not None else free_port(address)
        host.start(address, port)
        if arguments.rehearse is not None:
            return _rehearse(host, arguments)
        return _facilitate(host, reader(arguments.language))
    except HostError as error:
        raise InputError(words_of(error)) from error
    finally:
        host.close()


def _opening(arguments: argparse.Namespace) -> RoomOpened:
    from app.workshop.events import Mode, RoomOpened

    scenario = load(arguments.scenario)
    mode = Mode(arguments.mode)
    seed = arguments.seed if arguments.seed is not None else secrets.randbelow(_SEEDS)
    return RoomOpened(
        room=secrets.token_hex(8),
        scenario=scenario.id,
        content_hash=scenario.content_hash,
        terms=terms_of(scenario, arguments.terms).id,
        seed=seed,
        mode=mode,
        language=language(arguments.language),
        teams=arguments.teams if mode is Mode.TEAMS else 0,
        minutes=arguments.minutes,
    )


def _rehearse(host: Host, arguments: argparse.Namespace) -> int:
    from app.workshop.rehearsal import rehearse

    tell: Callable[[str], None] = _nothing if arguments.json else print
    told = rehearse(host, arguments.rehearse, haste=arguments.haste, tell=tell)
    if arguments.json:
        print_json(_figures(told))
    else:
        say = reader(arguments.language).message
        print("\n".join(f"{say(FIGURES[name])}: {n}" for name, n in _figures(told).items()))
    whole = told.joined == told.bots and not (told.lost or told.refused or told.broken)
    return 0 if whole else 1


def _figures(told: Rehearsal) -> dict[str, int | float]:
    return {
        "bots": told.bots,
        "joined": told.joined,
        "rounds": told.rounds,
        "votes": told.votes,
        "lost": told.lost,
        "refused": told.refused,
        "broken_connections": told.broken,
        "vote_to_cockpit_p50_ms": round(1000 * told.percentile(0.5), 1),
        "vote_to_cockpit_p99_ms": round(1000 * told.percentile(0.99), 1),
        "seconds": round(told.seconds, 1),
    }


def _facilitate(host: Host, words: Catalog) -> int:
    """Enter goes on, a word does what it says, until the workshop or the input ends."""
    from app.workshop import orders
    from app.workshop.orders import Refused

    assert host.address is not None
    print(f"{host.address.url}\n{host.address.short}  {host.address.code}\n{host.path}")
    print(words.message("Enter: go on. Words: {words}.", {"words": ", ".join(_WORDS)}))
    for line in sys.stdin:
        name = line.strip().replace(" ", "_") or _following(host)
        if name not in _WORDS:
            print(words.message("Words: {words}.", {"words": ", ".join(_WORDS)}))
            continue
        order: Callable[..., Event] = getattr(orders, name)
        try:
            host.command(order).result(20)
        except Refused as refusal:
            print(words.message(refusal.message, refusal.details))
            continue
        print(_told(host, name, words))
        if name == "close":
            break
    return 0


def _following(host: Host) -> str:
    """What usually comes next."""
    from app.workshop.cockpit import possible

    can = host.ask(possible).result(20)
    return next((name for name in _NEXT if name in can), "close")


def _told(host: Host, name: str, words: Catalog) -> str:
    """A line on where the room stands."""
    from app.workshop.room import Room

    def line(room: Room) -> str:
        people = sum(1 for _ in room.present)
        votes = len(room.ballots[-1].votes) if room.ballots else 0
        told = {"step": name, "phase": room.phase.value, "people": str(people), "votes": str(votes)}
        return words.message("{step}: {phase}, people: {people}, votes: {votes}", told)

    return str(host.ask(line).result(20))


def _nothing(_line: str) -> None:
    """Tell nobody."""
