"""A whole workshop with bots: to see that the network holds, and how fast votes come in."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.workshop import orders
from app.workshop.bots import Swarm
from app.workshop.cockpit import CockpitView
from app.workshop.events import Mode
from app.workshop.host import Host
from app.workshop.orders import Refused
from app.workshop.room import Verdict

PATIENCE = 60.0
"""Seconds to wait for bots that do not come or do not vote."""
MOST_ROUNDS = 200


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """How it went. ``lost``: votes that were acknowledged and are not in the record; seconds
    ``to_cockpit`` from a vote's sending to the facilitator's view that shows it.
    """

    bots: int
    joined: int
    rounds: int
    votes: int
    lost: int
    refused: int
    broken: int
    to_cockpit: tuple[float, ...]
    seconds: float

    def percentile(self, share: float) -> float:
        """The seconds that this share of the votes took at most."""
        ordered = sorted(self.to_cockpit)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


class Stopwatch:
    """Takes the time from a vote's sending to the first view that counts the voter.

    Times are of ``time.perf_counter``, which on one computer all processes share.
    """

    def __init__(self) -> None:
        self._sent: dict[tuple[str, int], float] = {}
        self._seen: dict[tuple[str, int], float] = {}

    def sent(self, participant: str, _ballot: int, step: int) -> None:
        """A bot sends its vote now."""
        self._sent[participant, step] = time.perf_counter()

    def seen(self, view: CockpitView) -> None:
        """The facilitator sees this view now."""
        now = time.perf_counter()
        racing = view.projector.mode is Mode.SOLO
        for person in view.people:
            if racing:
                for step in range(person.decisions):
                    self._seen.setdefault((person.id, step), now)
            elif person.voted:
                self._seen.setdefault((person.id, person.decisions), now)

    def matched(self, sent: Mapping[tuple[str, int], float] | None = None) -> list[float]:
        """Seconds from sending to being seen, of all votes that were seen."""
        begun = self._sent if sent is None else sent
        return [seen - begun[vote] for vote, seen in self._seen.items() if vote in begun]


def rehearse(
    host: Host,
    bots: int,
    *,
    haste: float = 1.0,
    rounds: int = MOST_ROUNDS,
    seed: int = 0,
    tell: Callable[[str], None] = lambda _line: None,
) -> Rehearsal:
    """Hold a workshop with bots on a host that listens, from the first scene to the end."""
    assert host.address is not None
    begun = time.perf_counter()
    watch = Stopwatch()
    host.watch(watch.seen)
    language = host.opened.language
    swarm = Swarm(host.address, bots, seed=seed, haste=haste, language=language, sent=watch.sent)
    swarm.start()
    try:
        wait(lambda: swarm.tallies.joined >= bots)
        tell(f"{swarm.tallies.joined} bots are in")
        played = play(host, rounds, tell)
        # The last acknowledgements are still on their way to the bots.
        wait(lambda: not any(bot.busy for bot in swarm.bots))
        host.command(orders.debrief).result(PATIENCE)
        host.command(orders.close).result(PATIENCE)
    finally:
        swarm.stop()
        host.unwatch(watch.seen)
    kept = {
        (vote.participant, ballot.number, ballot.step, vote.choice)
        for ballot in host.record().ballots
        for vote in ballot.votes
    }
    acknowledged = swarm.tallies.votes
    lost = sum((v.participant, v.ballot, v.step, v.choice) not in kept for v in acknowledged)
    return Rehearsal(
        bots=bots,
        joined=swarm.tallies.joined,
        rounds=played,
        votes=len(acknowledged),
        lost=lost,
        refused=swarm.tallies.refused,
        broken=swarm.tallies.broken,
        to_cockpit=tuple(watch.matched()),
        seconds=time.perf_counter() - begun,
    )


def play(
    host: Host, most: int = MOST_ROUNDS, tell: Callable[[str], None] = lambda _line: None
) -> int:
    """Be the facilitator: scene, vote, reveal, consequence, until the story ends; how many rounds.

    Ties go to the first of the tied choices.
    """
    if host.opened.mode is Mode.SOLO:
        return _race(host)
    for number in range(most):
        try:
            host.command(orders.show_scene).result(PATIENCE)
        except Refused:
            return number
        host.command(orders.open_vote).result(PATIENCE)
        wait(lambda: bool(host.ask(lambda room: room.all_voted()).result(PATIENCE)))
        host.command(orders.close_vote).result(PATIENCE)
        _break_ties(host)
        host.command(orders.reveal).result(PATIENCE)
        host.command(orders.show_consequence).result(PATIENCE)
        tell(f"round {number + 1}")
    return most


def _race(host: Host) -> int:
    host.command(orders.open_vote).result(PATIENCE)
    wait(lambda: not host.ask(lambda room: room.playing()).result(PATIENCE))
    return 1


def _break_ties(host: Host) -> None:
    results = host.ask(lambda room: dict(room.results())).result(PATIENCE)
    for track, result in results.items():
        if result.verdict is not Verdict.DECIDED:
            host.command(orders.decide, track, result.tied[0]).result(PATIENCE)


def wait(what: Callable[[], bool]) -> None:
    """Wait until something is so, but not for ever: a bot may be gone."""
    until = time.monotonic() + PATIENCE
    while not what() and time.monotonic() < until:
        time.sleep(0.02)
