"""A room full of bots: from a vote's sending to the facilitator's view, memory, nothing lost.

The bots have a process of their own, as phones have; all share the machine.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOMS = {60: 100, 500: 500}
"""Phones, and the milliseconds that 99 of 100 votes may take to the cockpit."""
HASTE = 2.0
"""Seconds within which all bots of a round vote."""
ROUNDS = 4


def measure() -> dict[str, Any]:
    """For each size of room: milliseconds, memory, votes and what was lost."""
    results: dict[str, Any] = {}
    for bots, goal in ROOMS.items():
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.workshop", str(bots)],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
            timeout=300,
        )
        room = json.loads(done.stdout)
        room["goal"] = f"p99 <= {goal} ms, nothing lost"
        room["met"] = room["vote_to_cockpit_p99_ms"] <= goal and not room["lost"]
        results[f"{bots}_phones"] = room
    return results


def _hold(bots: int) -> dict[str, Any]:
    from app.authoring.loading import load_scenario
    from app.resources import find_scenario
    from app.workshop.events import Mode, RoomOpened
    from app.workshop.host import open_workshop
    from app.workshop.rehearsal import Stopwatch, play, wait

    scenario = load_scenario(find_scenario("server-crash"))
    before = _memory("VmRSS")
    watch = Stopwatch()
    with tempfile.TemporaryDirectory(prefix="workshop-") as folder:
        first = RoomOpened(
            "bench", scenario.id, scenario.content_hash, scenario.default_terms, 7, Mode.ROOM
        )
        host = open_workshop(scenario, first, Path(folder) / "bench.workshop")
        try:
            at = host.start("127.0.0.1")
            itself = [sys.executable, "-m", "benchmarks.workshop"]
            crowd = subprocess.Popen(
                [*itself, str(bots), str(at.port), at.code],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            host.watch(watch.seen)
            wait(lambda: len(host.ask(lambda room: room.participants).result(10)) == bots)
            play(host, ROUNDS)
            told = json.loads(crowd.communicate()[0])
            record = host.record()
        finally:
            host.close()
    after = _memory("VmHWM")
    kept = {
        (vote.participant, ballot.number, ballot.step, vote.choice)
        for ballot in record.ballots
        for vote in ballot.votes
    }
    taken = sorted(watch.matched({(who, step): at for who, step, at in told["sent"]}))
    return {
        "vote_to_cockpit_p50_ms": round(1000 * taken[len(taken) // 2], 1),
        "vote_to_cockpit_p99_ms": round(1000 * taken[int(0.99 * len(taken))], 1),
        "votes": len(told["votes"]),
        "lost": sum(tuple(vote) not in kept for vote in told["votes"]),
        "refused": told["refused"],
        "broken_connections": told["broken"],
        "memory_mb": round(after, 1),
        "memory_for_the_room_mb": round(after - before, 1),
    }


def _memory(what: str) -> float:
    """MB that this process has (``VmRSS``) or had at most (``VmHWM``); 0 where nobody tells."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(what))


def _crowd(bots: int, port: int, code: str) -> dict[str, Any]:
    """Be so many bots until the standard input is closed."""
    from app.workshop.bots import Swarm
    from app.workshop.host import Address

    sent: list[tuple[str, int, float]] = []
    swarm = Swarm(
        Address("127.0.0.1", port, code),
        bots,
        haste=HASTE,
        sent=lambda who, _ballot, step: sent.append((who, step, time.perf_counter())),
    )
    swarm.start()
    sys.stdin.read()
    swarm.stop()
    tallies = swarm.tallies
    votes = [(v.participant, v.ballot, v.step, v.choice) for v in tallies.votes]
    return {
        "sent": sent,
        "votes": votes,
        "refused": tallies.refused,
        "broken": tallies.broken,
    }


if __name__ == "__main__":
    size, *where = sys.argv[1:]
    print(json.dumps(_crowd(int(size), int(where[0]), where[1]) if where else _hold(int(size))))
