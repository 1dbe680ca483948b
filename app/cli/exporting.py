"""``export`` and ``send``: a finished play as CSV or xAPI, to a file or to a store."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

from app.cli.common import InputError, add_language, print_json, write_file
from app.cli.reader import language, reader
from app.phrase import Phrase, reason_of, words_of
from app.play.catalog import Catalog
from app.play.playthrough import Playthrough
from app.store.lrs_settings import VERSIONS, Endpoint, LrsSettingsError, ToldError

SECRET_VARIABLE = "NORESTORE_LRS_SECRET"
TOKEN_VARIABLE = "NORESTORE_LRS_TOKEN"
_MOST = 50_000_000
"""Bytes of a file of statements."""


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    export = commands.add_parser(
        "export", help="a finished play as CSV or xAPI", description=__doc__
    )
    export.add_argument("journal", type=Path, metavar="JOURNAL")
    export.add_argument(
        "--to",
        choices=("xapi", "csv", "results"),
        default="xapi",
        help="xAPI statements, CSV of each option, or CSV with one row for the play",
    )
    export.add_argument("--output", type=Path, metavar="FILE", help="instead of the screen")
    export.add_argument("--scenario", metavar="SCENARIO", help="id or folder, if it has moved")
    add_language(export)
    export.set_defaults(run=run_export)

    send = commands.add_parser(
        "send",
        help="send finished plays to a learning record store",
        description="Queue plays or files of statements, and send all that waits. The secret "
        "may stand in NORESTORE_LRS_SECRET, a token in NORESTORE_LRS_TOKEN. Without a PATH it "
        "sends what could not be sent before.",
    )
    send.add_argument("paths", type=Path, nargs="*", metavar="PATH", help="journals or xAPI files")
    add_store(send)
    send.add_argument("--save", action="store_true", help="keep address and key for next time")
    send.add_argument("--forget", action="store_true", help="delete address and key, send nothing")
    send.add_argument("--queue", action="store_true", help="only queue, send nothing")
    send.add_argument("--again", action="store_true", help="also what a store refused before")
    send.add_argument(
        "--new-name", action="store_true", help="a new random name for this computer first"
    )
    send.add_argument("--scenario", metavar="SCENARIO", help="id or folder, if it has moved")
    send.add_argument("--json", action="store_true", help="print what was sent as JSON")
    add_language(send)
    send.set_defaults(run=run_send)


def add_store(parser: argparse.ArgumentParser) -> None:
    """Let a command be told which store, and how to sign in."""
    parser.add_argument("--lrs", metavar="URL", help="the store's address, above /statements")
    parser.add_argument("--key", default="", help="the key, or user name")
    parser.add_argument("--secret", default="", help="better in NORESTORE_LRS_SECRET")
    parser.add_argument("--token", default="", help="better in NORESTORE_LRS_TOKEN")
    parser.add_argument(
        "--xapi-version", choices=VERSIONS, default=VERSIONS[0], help="which xAPI the store speaks"
    )
    parser.add_argument("--plain", action="store_true", help="agree to an address without https")


def endpoint(arguments: argparse.Namespace) -> Endpoint:
    """The store that was named, else the one that was saved. Raises InputError."""
    from app.store import lrs_settings

    try:
        if arguments.lrs:
            token = arguments.token or ("" if arguments.key else os.environ.get(TOKEN_VARIABLE, ""))
            secret = arguments.secret or (
                os.environ.get(SECRET_VARIABLE, "") if arguments.key else ""
            )
            return Endpoint(
                arguments.lrs,
                arguments.key,
                secret,
                token,
                arguments.xapi_version,
                arguments.plain,
            )
        saved = lrs_settings.load()
    except LrsSettingsError as error:
        raise InputError(words_of(error)) from error
    if saved is None:
        raise InputError(Phrase("no store is known yet; name one with --lrs URL"))
    return saved


def run_export(arguments: argparse.Namespace) -> int:
    """Write the play; its journal is only read."""
    play = _finished(arguments.journal, arguments.scenario, language(arguments.language))
    data = exported(play, arguments.to)
    if arguments.output is None:
        sys.stdout.write(data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n"))
        return 0
    write_file(arguments.output, data)
    return 0


def exported(play: Playthrough, form: str) -> bytes:
    """A finished play as a file: ``xapi``, ``csv`` or ``results``. Raises InputError."""
    from app.cli.solving import reviewed
    from app.reports import tables, xapi
    from app.reports.recording import recorded

    record = recorded(play, reviewed(play))
    if form == "csv":
        return tables.decisions_csv([record])
    if form == "results":
        return tables.results_csv([record])
    return xapi.lines(xapi.play_statements(record, play, _pseudonym()))


def run_send(arguments: argparse.Namespace) -> int:
    """Queue, then send; 1 when something was refused or still waits."""
    from app.reports.lrs import Lrs
    from app.reports.outbox import Delivery, Outbox, OutboxError
    from app.store import lrs_settings

    if arguments.forget:
        lrs_settings.forget()
        return 0
    if arguments.new_name:
        _pseudonym(renew=True)
    words = reader(arguments.language)
    store = None if arguments.queue else endpoint(arguments)
    try:
        if arguments.save and store is not None:
            lrs_settings.save(store)
        box = Outbox()
        if arguments.again:
            box.try_again()
        for path in arguments.paths:
            box.add(_statements(path, arguments.scenario))
        delivery = box.send(Lrs(store)) if store else Delivery(0, 0, box.waiting())
        refusals = box.refusals()
    except (LrsSettingsError, OutboxError) as error:
        raise InputError(words_of(error)) from error
    told = {
        "sent": delivery.sent,
        "refused": delivery.refused,
        "waiting": delivery.waiting,
        "problem": _worded(delivery.problem, words),
        "set_aside": [{"file": str(r.path), "reason": r.reason} for r in refusals],
    }
    if arguments.json:
        print_json(told)
    else:
        _print(told, words)
    return 1 if delivery.problem or delivery.refused else 0


def _print(told: dict[str, Any], words: Catalog) -> None:
    counts = {name: str(told[name]) for name in ("sent", "refused", "waiting")}
    print(words.message("sent {sent}, refused {refused}, waiting {waiting}", counts))
    for refusal in told["set_aside"]:
        print(words.message("set aside: {file}: {reason}", refusal))
    if told["problem"]:
        kept = words.message("what waits is kept; send it with: norestore send")
        print(f"norestore: {told['problem']}; {kept}", file=sys.stderr)


def _worded(error: ToldError | None, words: Catalog) -> str:
    return words.why(error) if error is not None else ""


def _finished(path: Path, scenario: str | None, code: str) -> Playthrough:
    from app.cli.review import replayed

    play = replayed(path, scenario, code)
    if not play.state.is_terminal():
        raise InputError(
            Phrase(
                "{path}: this play has not ended; play on to an ending, then export it", path=path
            )
        )
    return play


def _statements(path: Path, scenario: str | None) -> list[dict[str, Any]]:
    """Of a journal, or of a file that ``export`` or a workshop wrote. Raises InputError."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST + 1)
    except OSError as error:
        raise InputError(
            Phrase(
                "{path}: cannot be read ({reason}); check the path",
                path=path,
                reason=reason_of(error),
            )
        ) from error
    if len(data) > _MOST:
        raise InputError(
            Phrase("{path}: larger than {most} bytes; send it in parts", path=path, most=_MOST)
        )
    first = data.split(b"\n", 1)[0]
    if b'"verb"' not in first:
        return _parsed(path, exported(_finished(path, scenario, "en"), "xapi"))
    return _parsed(path, data)


def _parsed(path: Path, data: bytes) -> list[dict[str, Any]]:
    found = []
    for number, line in enumerate(data.splitlines(), 1):
        try:
            statement = json.loads(line)
        except (ValueError, RecursionError):
            statement = None
        if not isinstance(statement, dict):
            raise InputError(
                Phrase("{path}: not a statement; export the file again", path=f"{path}:{number}")
            )
        found.append(statement)
    return found


def _pseudonym(renew: bool = False) -> str:
    from app.store.database import Store
    from app.store.folders import database_file
    from app.store.identity import pseudonym, renew_pseudonym

    with Store(database_file()) as store:
        return renew_pseudonym(store) if renew else pseudonym(store)
