"""Plays and workshops of the toy scenario, for tests of what comes after them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from app.engine.coverage import PRESETS
from app.engine.review import Review, review
from app.engine.scenario import DecisionNode, Scenario
from app.engine.solver.solution import Solution, solve
from app.engine.solver.tree import Tree
from app.play.catalog import ENGLISH, Catalog
from app.play.playthrough import Playthrough
from app.reports import recording
from app.reports.session import Commitment, Mode, Poll, Session, SessionPlay
from tests.toy import build

TERMS = PRESETS["solid"]
STARTED = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@cache
def toy() -> Scenario:
    return build()


@cache
def solution() -> Solution:
    return solve(Tree(toy(), TERMS))


def played(*choices: str, seed: int = 3, catalog: Catalog = ENGLISH) -> Playthrough:
    """The toy played by these choices; ``restore`` and ``hand_over`` end it."""
    play = Playthrough.start(toy(), TERMS, seed, catalog=catalog)
    play._header = replace(play.header, started=STARTED.isoformat())
    for choice in choices:
        play.choose(choice)
    return play


def wandered(dice: random.Random, catalog: Catalog = ENGLISH) -> Playthrough:
    """The toy played by chance."""
    play = played(seed=dice.randrange(1_000), catalog=catalog)
    while not play.state.is_terminal():
        play.choose(dice.choice(play.state.legal_choices()).id)
    return play


def reviewed(play: Playthrough) -> Review:
    return review(solution(), play.state)


def record(play: Playthrough, polls: Sequence[Poll] = (), label: str = "") -> SessionPlay:
    return recording.recorded(play, reviewed(play), polls, label=label, people=5)


def voted(play: Playthrough, dice: random.Random) -> list[Poll]:
    """Votes by chance, and at least one for what was taken."""
    polls = []
    asked = [state for state in play.state.history() if isinstance(state.node, DecisionNode)]
    for state, decision in zip(asked, play.decisions, strict=True):
        votes = {choice.id: dice.randrange(4) for choice in state.legal_choices()}
        votes[decision.choice] = votes.get(decision.choice, 0) + 3
        sure = {choice: (0, count // 2, count - count // 2) for choice, count in votes.items()}
        first = dict.fromkeys(votes, 1) if dice.random() < 0.3 else {}
        polls.append(Poll(dice.randrange(10, 300), votes, sure, first))
    return polls


def session(
    seed: int = 1, teams: int = 3, catalog: Catalog = ENGLISH, provider: str = "Muster Makler GmbH"
) -> Session:
    """A workshop of the toy with some teams."""
    dice = random.Random(seed)
    plays = []
    for number in range(1, teams + 1):
        play = wandered(dice, catalog)
        plays.append(record(play, voted(play, dice), f"Team {number}"))
    return Session(
        id=f"{seed:032x}",
        provider=provider,
        logo="",
        title="One morning, one server",
        language=catalog.language,
        started=STARTED,
        planned_minutes=75,
        minutes=81,
        mode=Mode.TEAMS if teams > 1 else Mode.ROOM,
        people=5 * teams,
        scenario=toy().id,
        scenario_title=catalog.text(toy().title),
        content_hash=toy().content_hash,
        terms=TERMS.id,
        seed=seed,
        plays=tuple(plays),
        real_case=recording.real_bill(toy(), TERMS, catalog),
        commitments=(Commitment("Test the restore every month."), Commitment("Call first.")),
        sources=recording.sources(toy(), catalog),
        topics=recording.topics(toy(), catalog),
    )
