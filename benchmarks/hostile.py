"""``python -m benchmarks.hostile [--inputs N] [--seed N]``: files from strangers, by the thousand.

Sound files are wounded at random, as bytes, as lines and by words that have made trouble
elsewhere, and opened: scenarios (what loads goes through the linter), translations, tests, saves
(what can be read is played again), expressions, phones' messages, and presets. Each must be
accepted or refused with its reason, in less than two seconds of the processor. What does not is
kept as a file to look at.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.authoring.finding import ScenarioFileError
from app.authoring.lint import check
from app.authoring.loading import parse_scenario
from app.authoring.new_case import new_case
from app.authoring.translation import check_po
from app.authoring.trials import run_test
from app.authoring.walkfile import parse_tests
from app.authoring.walking import Analyst
from app.engine.coverage import PRESETS
from app.engine.errors import EngineError
from app.engine.scenario import Scenario
from app.play import journal
from app.play.journal_error import JournalError
from app.play.plans import by_chance
from app.play.playthrough import Playthrough
from app.resources import scenario_folders
from app.workshop import orders, protocol
from app.workshop.events import Mode, RoomOpened
from app.workshop.folding import apply, open_room
from app.workshop.orders import Refused
from app.workshop.preset import PresetError, policy_fields, read_preset
from app.workshop.protocol import BadMessage
from app.workshop.room import Room

LIMIT = 2.0
"""Seconds of the processor that one input may take."""

TROUBLE = (
    *("", "null", "true", "-1", "0", "1e309", "9" * 400, "1/0", "NaN", "{}", "[]", "&a [*a]"),
    *("!!python/object:os.system x", "<<: *a", "../../etc/passwd", "\0", "\ufeff", "\u2028"),
    *("{claim}", "{0.__class__}", "%s", "rest", "start", "format: 2", "'", '"', "\\", "|", ">"),
    *("__import__('os')", "9 ** 9 ** 9", "lambda: 1", "disk == 'x'", "not " * 60, "(" * 200),
)
EXPRESSIONS = (
    b"0 if told else -1",
    b"2 if disk == 'overwritten' and not told else 3",
    b"min(loss_idle // 100, 500) + max(day, 1) * 7 % 5",
    b"0 if disk in ('untouched', 'overwritten') else minute_of_day - 60 * hours",
)


_TOKEN = b'"token": "abcdefghijklmnopqrstuvwx"'
MESSAGES = (
    b'join {"code": "BCDFG", "name": "Jo", "team": "t1", "language": "de"}',
    b"vote {" + _TOKEN + b', "ballot": 1, "step": 0, "choice": "look", "confidence": 2}',
    b"name {" + _TOKEN + b', "name": "Jo"}',
    b"commitment {" + _TOKEN + b', "text": "Test the backup."}',
)
REFUSALS = (ScenarioFileError, JournalError, EngineError, BadMessage, PresetError, Refused)


@dataclass
class Kind:
    """A kind of file: sound ones, and how one is opened, which tells what is wrong with it."""

    sound: tuple[bytes, ...]
    opened: Callable[[bytes], Sequence[object]]
    inputs: int = 0
    refused: int = 0
    slowest: float = 0.0
    faults: int = 0


def kinds(folder: Path) -> dict[str, Kind]:
    """All kinds, by name; ``folder`` takes the saves."""
    case = new_case("small", folder)
    source = (case / "scenario.yaml").read_bytes()
    tests = (case / "tests.yaml").read_bytes()
    scenario = parse_scenario(source).scenario
    analyst = Analyst(scenario)
    saved, words = folder / "save.jsonl", folder / "de.po"

    def scenario_file(data: bytes) -> Sequence[object]:
        return check(parse_scenario(data))[0]

    def translation(data: bytes) -> Sequence[object]:
        words.write_bytes(data)
        return check_po(scenario, words)

    def tests_file(data: bytes) -> Sequence[object]:
        results = [run_test(test, analyst) for test in parse_tests(data, scenario)]
        return [result for result in results if not result.passed]

    def save(data: bytes) -> Sequence[object]:
        saved.write_bytes(data)
        play = Playthrough.replay(journal.read(saved), scenario, PRESETS["solid"])
        play.view()
        return play.message or ""

    def expression(data: bytes) -> Sequence[object]:
        quoted = b"'" + data.replace(b"'", b"''").replace(b"\n", b" ") + b"'"
        parse_scenario(source.replace(EXPRESSIONS[0].join((b'"', b'"')), quoted, 1))
        return ()

    room = _room(scenario)

    def message(data: bytes) -> Sequence[object]:
        kind, _, body = data.partition(b" ")
        name = kind.decode("ascii", "replace")
        if name not in protocol.SCHEMAS:
            return ("there is no such message",)
        fields = protocol.parse(name, body)
        if name == "join":
            orders.join(room, fields["code"], fields.get("name", ""), fields.get("team", ""))
        elif name == "vote":
            told = {key: fields.get(key) for key in ("ballot", "step", "choice", "confidence")}
            orders.vote(room, "p1", **told)
        return ()

    def preset(data: bytes) -> Sequence[object]:
        words.write_bytes(data)
        read_preset(words)
        return ()

    translations = [folder / "de.po" for folder in scenario_folders()]
    return {
        "scenario": Kind((source,), scenario_file),
        "translation": Kind(tuple(path.read_bytes()[:6_000] for path in translations), translation),
        "tests": Kind((tests,), tests_file),
        "save": Kind(_saves(scenario, folder), save),
        "expression": Kind(EXPRESSIONS, expression),
        "message": Kind(MESSAGES, message),
        "preset": Kind((_preset(),), preset),
    }


def _room(scenario: Scenario) -> Room:
    """A room with one phone in it and a vote that is open."""
    first = RoomOpened("r", scenario.id, scenario.content_hash, "solid", 1, Mode.ROOM)
    room = open_room(first, scenario)
    for order in (lambda room: orders.join(room, "d"), orders.show_scene, orders.open_vote):
        apply(room, order(room), 0)
    return room


def _preset() -> bytes:
    told = {"format": 1, "provider": "Broker", "policy": policy_fields(PRESETS["hard"])}
    return json.dumps(told, indent=1).encode()


def _saves(scenario: Scenario, folder: Path) -> tuple[bytes, ...]:
    found = []
    for seed in range(5):
        path = folder / f"sound-{seed}.jsonl"
        play = Playthrough.start(scenario, PRESETS["solid"], seed, path)
        player = by_chance(seed)
        while not play.state.is_terminal():
            play.choose(player(play.state, len(play.decisions)))
        found.append(path.read_bytes())
    return tuple(found)


def wounded(data: bytes, chance: random.Random) -> bytes:
    """``data`` with one to four wounds."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randint(0, len(data))
        match chance.randrange(6):
            case 0:
                data = data[:start] + chance.randbytes(chance.randint(1, 8)) + data[start:]
            case 1:
                data = data[:start] + data[start + chance.randint(1, 40) :]
            case 2:
                data = data[:start] + data[: chance.randint(0, 200)] + data[start:]
            case 3:
                lines = data.splitlines(keepends=True) or [b""]
                lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
                data = b"".join(lines)
            case 4:
                words = data.split(b" ")
                words[chance.randrange(len(words))] = chance.choice(TROUBLE).encode()
                data = b" ".join(words)
            case _:
                data = data[:start] + chance.choice(TROUBLE).encode() + data[start:]
    return data


def attack(kind: Kind, data: bytes) -> str | None:
    """Open an input; what went wrong, or None when it was accepted or refused as it should."""
    kind.inputs += 1
    began = time.process_time()
    fault = None
    try:
        kind.refused += bool(kind.opened(data))
    except REFUSALS as error:
        kind.refused += 1
        if not str(error).strip():
            fault = "refused without a reason"
    except Exception:  # noqa: BLE001  (whatever it is, it is what we look for)
        fault = traceback.format_exc()
    spent = time.process_time() - began
    kind.slowest = max(kind.slowest, spent)
    if fault is None and spent > LIMIT:
        fault = f"took {spent:.1f} s"
    kind.faults += fault is not None
    return fault


def main(argv: list[str] | None = None) -> int:
    """Attack, print a line for each kind, keep what went wrong; 1 if anything did."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile", description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000, help="how many in all")
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same inputs")
    parser.add_argument("--keep", type=Path, default=Path("build/hostile"), metavar="DIR")
    arguments = parser.parse_args(argv)
    chance = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as folder:
        known = kinds(Path(folder))
        names = list(known)
        for number in range(arguments.inputs):
            name = names[number % len(names)]
            data = wounded(chance.choice(known[name].sound), chance)
            fault = attack(known[name], data)
            if fault is not None:
                arguments.keep.mkdir(parents=True, exist_ok=True)
                path = arguments.keep / f"{name}-{number}"
                path.write_bytes(data)
                print(f"{path}: {fault}", file=sys.stderr)
    for name, kind in known.items():
        print(
            f"{name:<12} {kind.inputs:>7,} inputs  {kind.refused:>7,} refused  "
            f"slowest {kind.slowest:.3f} s  {kind.faults} faults"
        )
    return 1 if any(kind.faults for kind in known.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
