"""What the debrief shows, step by step, as frozen data: first what could be known, luck later.

Money is whole cents. Everything is in the language of the catalogue it was made with.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.engine.review import BEST_BELOW, Branch
from app.engine.scenario import Ending, Scenario
from app.engine.settlement import settle
from app.engine.solver.frontier import efficient_frontier
from app.play.catalog import Catalog
from app.play.retrospect import path
from app.play.scene import consequence
from app.reports.judgement import beliefs, truth, untested_worth
from app.reports.lessons import Lesson, lessons, verdict
from app.reports.session import Session
from app.workshop.comparing import (
    Habit,
    Parting,
    choice_text,
    decisions_of,
    habits,
    partings,
    scene_title,
)
from app.workshop.record import BallotRecord, WorkshopRecord
from app.workshop.session import Reviewed, Worked, replayed, track_label

MOST_PLAYS_TOLD = 12
"""Plays told decision by decision; a race of sixty is compared, not retold."""


@dataclass(frozen=True, slots=True)
class HappenedLine:
    """A decision in the story of a play, and what followed."""

    when: datetime
    scene: str
    choice: str
    consequence: tuple[str, ...]
    client_cost: int
    own_cost: int


@dataclass(frozen=True, slots=True)
class KnownLine:
    """What could be known at a decision, in natural frequencies, and what a test was worth."""

    number: int
    scene: str
    beliefs: tuple[str, ...]
    test_worth: str


@dataclass(frozen=True, slots=True)
class PlayStory:
    """A play told again. ``played_to_the_end``: else perfect play has gone on from there."""

    label: str
    happened: tuple[HappenedLine, ...]
    known: tuple[KnownLine, ...]
    lessons: tuple[Lesson, ...]
    played_to_the_end: bool


@dataclass(frozen=True, slots=True)
class Balance:
    """Decisions and luck of a play; ``start_value`` + ``regret`` + ``luck`` == ``final_cost``.

    ``expected``: (client's loss, own loss) of these decisions on average, for the frontier;
    ``actual``: what they came to on this server.
    """

    label: str
    start_value: int
    regret: int
    luck: int
    final_cost: int
    rating: int
    expected: tuple[int, int]
    actual: tuple[int, int]
    verdict: str


@dataclass(frozen=True, slots=True)
class OtherWay:
    """The same server with another choice at one decision, then best play, or the own later
    choices; ``ending`` is a title.
    """

    label: str
    number: int
    scene: str
    taken: str
    instead: str
    ending: str
    client_loss: int
    you_pay: int
    own_ending: str
    own_client_loss: int
    own_you_pay: int


@dataclass(frozen=True, slots=True)
class PlayedFork:
    """A "what if" that the room has played: from which scene, the choices in it, how it ended
    (empty while it has not)."""

    number: int
    label: str
    scene: str
    choices: tuple[str, ...]
    ending: str
    client_loss: int
    you_pay: int


@dataclass(frozen=True, slots=True)
class Debrief:
    """All of it. Decisions with votes beside expected costs are in ``session.plays``.

    ``facts``: what was hidden, each label and what it was, not to be shown before luck is.
    ``frontier``: (client's loss, own loss) of the best plans; ``best``: balanced perfect play.
    """

    session: Session
    stories: tuple[PlayStory, ...]
    partings: tuple[Parting, ...]
    habits: tuple[Habit, ...]
    frontier: tuple[tuple[int, int], ...]
    best: tuple[int, int]
    balances: tuple[Balance, ...]
    facts: tuple[tuple[str, str], ...]
    other_ways: tuple[OtherWay, ...]
    forks: tuple[PlayedFork, ...]


def debrief(worked: Worked, told: WorkshopRecord, scenario: Scenario, catalog: Catalog) -> Debrief:
    """Everything that the debrief shows. Some seconds of work: not for the window's thread."""
    plays = worked.plays
    client, own = worked.solution.start_parts
    corners = efficient_frontier(worked.solution.tree)
    return Debrief(
        session=worked.session,
        stories=tuple(_story(play, catalog) for play in plays[:MOST_PLAYS_TOLD]),
        partings=partings(plays, scenario, catalog),
        habits=habits(plays, told, scenario, catalog),
        frontier=tuple((round(c.client_loss), round(c.retained)) for c in corners),
        best=(round(client), round(own)),
        balances=tuple(_balance(play, catalog) for play in plays),
        facts=tuple(truth(plays[0].play.state, catalog)) if plays else (),
        other_ways=tuple(
            way for play in plays[:MOST_PLAYS_TOLD] for way in _other_ways(play, scenario, catalog)
        ),
        forks=_forks(told, scenario, catalog),
    )


# --- what happened, and what was known ---------------------------------------------------


def _story(reviewed: Reviewed, catalog: Catalog) -> PlayStory:
    history = reviewed.play.state.history()
    lines = path(reviewed.play)[: reviewed.own_steps]
    asked = [line.step for line in path(reviewed.play)]
    ends = [*asked[1:], len(history) - 1]
    happened = tuple(
        HappenedLine(
            line.when,
            line.scene_title,
            line.choice_text,
            consequence(history[end], catalog),
            line.client_cost,
            line.own_cost,
        )
        for line, end in zip(lines, ends, strict=False)
    )
    known = tuple(
        KnownLine(
            number,
            line.scene_title,
            tuple(beliefs(decision, reviewed.play.scenario, catalog)),
            untested_worth(decision, catalog),
        )
        for number, (line, decision) in enumerate(
            zip(lines, decisions_of(reviewed), strict=True), 1
        )
    )
    learnt = lessons(reviewed.review, reviewed.play.state, catalog)
    return PlayStory(reviewed.told.label, happened, known, learnt, reviewed.ended)


# --- luck, and other ways ----------------------------------------------------------------


def _balance(reviewed: Reviewed, catalog: Catalog) -> Balance:
    told = reviewed.told
    return Balance(
        label=told.label,
        start_value=told.start_value,
        regret=told.regret,
        luck=told.luck,
        final_cost=told.final_cost,
        rating=told.rating,
        expected=told.plan,
        actual=(told.bill.client_loss, told.bill.you_pay),
        verdict=verdict(reviewed.review, catalog),
    )


def _other_ways(reviewed: Reviewed, scenario: Scenario, catalog: Catalog) -> Iterable[OtherWay]:
    """For each decision that cost something, the best choice in its place, dearest first."""
    numbered = list(enumerate(decisions_of(reviewed), 1))
    for number, decision in sorted(numbered, key=lambda item: -item[1].regret):
        if decision.regret < BEST_BELOW:
            return
        best = min(decision.options, key=lambda option: option.expected_cost)
        after, own = best.best_after, best.own_after
        yield OtherWay(
            label=reviewed.told.label,
            number=number,
            scene=scene_title(scenario, decision.node_id, catalog),
            taken=choice_text(scenario, decision.node_id, decision.chosen, catalog),
            instead=choice_text(scenario, decision.node_id, best.choice_id, catalog),
            ending=_ending(scenario, after, catalog),
            client_loss=after.client_loss,
            you_pay=after.you_pay,
            own_ending=_ending(scenario, own, catalog),
            own_client_loss=own.client_loss,
            own_you_pay=own.you_pay,
        )


def _forks(told: WorkshopRecord, scenario: Scenario, catalog: Catalog) -> tuple[PlayedFork, ...]:
    found = []
    ballots = [b for b in told.ballots if b.fork and b.taken and not b.void]
    for number in sorted({ballot.fork for ballot in ballots}):
        for track in told.tracks:
            own = [b for b in ballots if (b.fork, b.track) == (number, track.id)]
            if own:
                found.append(_fork(told, scenario, own, catalog))
    return tuple(found)


def _fork(
    told: WorkshopRecord, scenario: Scenario, own: Sequence[BallotRecord], catalog: Catalog
) -> PlayedFork:
    first = own[0]
    before = [ballot.taken for ballot in _main_line(told, first)]
    play = replayed(told, scenario, [*before, *(ballot.taken for ballot in own)], catalog)
    node = play.state.node
    bill = settle(scenario, play.state.values, told.policy)
    return PlayedFork(
        number=first.fork,
        label=track_label(told, first.track, catalog),
        scene=scene_title(scenario, first.node, catalog),
        choices=tuple(choice_text(scenario, b.node, b.taken, catalog) for b in own),
        ending=catalog.text(node.title) if isinstance(node, Ending) else "",
        client_loss=bill.client_loss,
        you_pay=bill.you_pay,
    )


def _main_line(told: WorkshopRecord, fork: BallotRecord) -> list[BallotRecord]:
    """The decisions that stood before a fork, as they stood when it was made."""
    line: list[BallotRecord] = []
    for ballot in told.ballots:
        if ballot.number >= fork.number:
            break
        if ballot.track == fork.track and ballot.taken and not ballot.fork:
            del line[ballot.step :]
            line.append(ballot)
    return line[: fork.step]


def _ending(scenario: Scenario, branch: Branch, catalog: Catalog) -> str:
    return scene_title(scenario, branch.ending, catalog)
