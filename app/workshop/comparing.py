"""How the plays of a workshop differ: where they parted, and which kinds of decisions they take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.engine.review import BEST_BELOW, DecisionReview
from app.engine.scenario import Choice, DecisionNode, Scenario
from app.play.catalog import Catalog, marked
from app.workshop.events import Mode
from app.workshop.record import BallotRecord, WorkshopRecord
from app.workshop.session import Reviewed, standing


@dataclass(frozen=True, slots=True)
class Way:
    """What some of the plays did at a decision where others did otherwise. ``regret``: what it
    cost on average, the mean over these plays.
    """

    choice: str
    labels: tuple[str, ...]
    regret: int


@dataclass(frozen=True, slots=True)
class Parting:
    """A scene at which the plays parted, the ways in order of what they cost."""

    node: str
    scene: str
    ways: tuple[Way, ...]

    @property
    def spread(self) -> int:
        """Cents between the cheapest way and the dearest."""
        return self.ways[-1].regret - self.ways[0].regret


@dataclass(frozen=True, slots=True)
class Habit:
    """How a play decides: of so many occasions, how often; one figure for each play."""

    id: str
    text: str
    counts: tuple[tuple[int, int], ...]


def partings(
    plays: Sequence[Reviewed], scenario: Scenario, catalog: Catalog
) -> tuple[Parting, ...]:
    """Scenes where the plays did different things, the dearest difference first."""
    ways: dict[str, dict[str, list[tuple[str, int]]]] = {}
    for reviewed in plays:
        met: set[str] = set()
        for decision in decisions_of(reviewed):
            if decision.node_id not in met:
                met.add(decision.node_id)
                there = ways.setdefault(decision.node_id, {})
                taken = there.setdefault(decision.chosen, [])
                taken.append((reviewed.told.label, decision.regret))
    partings = []
    for node_id, taken_ways in ways.items():
        if len(taken_ways) < 2:
            continue
        told = [
            Way(
                choice_text(scenario, node_id, choice, catalog),
                tuple(label for label, _ in who),
                round(sum(regret for _, regret in who) / len(who)),
            )
            for choice, who in taken_ways.items()
        ]
        told.sort(key=lambda way: way.regret)
        partings.append(Parting(node_id, scene_title(scenario, node_id, catalog), tuple(told)))
    return tuple(sorted(partings, key=lambda parting: -parting.spread))


_HABITS = (
    ("best", marked("took the choice that is best on average")),
    ("tested", marked("tested first where a test was worth its price")),
    ("duties", marked("took a choice that keeps a duty where one was on offer")),
    ("breaches", marked("took a choice that breaches a duty where one was on offer")),
    ("together", marked("agreed by two thirds or more")),
    ("sure", marked("were right where most said that they were certain")),
    ("learnt", marked("voted better after the discussion than before")),
)


def habits(
    plays: Sequence[Reviewed], told: WorkshopRecord, scenario: Scenario, catalog: Catalog
) -> tuple[Habit, ...]:
    """Kinds of decisions: how often of how many occasions; those that nobody met are left out."""
    counted = [_counted(reviewed, told, scenario) for reviewed in plays]
    habits = [
        Habit(id_, catalog.message(text), tuple(counts[id_] for counts in counted))
        for id_, text in _HABITS
    ]
    return tuple(habit for habit in habits if any(of for _, of in habit.counts))


def _counted(
    reviewed: Reviewed, told: WorkshopRecord, scenario: Scenario
) -> dict[str, tuple[int, int]]:
    met: dict[str, list[bool]] = {id_: [] for id_, _ in _HABITS}
    ballots = standing(told, reviewed.track.id)
    for decision in decisions_of(reviewed):
        _count_decision(decision, scenario, met)
    for ballot, decision in zip(ballots, decisions_of(reviewed), strict=False):
        if told.mode is not Mode.SOLO:
            _count_votes(ballot, decision, told, met)
    return {id_: (sum(kept), len(kept)) for id_, kept in met.items()}


def _count_decision(
    decision: DecisionReview, scenario: Scenario, met: dict[str, list[bool]]
) -> None:
    met["best"].append(decision.regret < BEST_BELOW)
    costs = {option.choice_id: option.expected_cost for option in decision.options}
    tests = {option.choice_id for option in decision.options if option.test}
    best = min(costs, key=lambda choice: costs[choice])
    if best in tests:
        met["tested"].append(decision.chosen in tests)
    choices = _offered(scenario, decision)
    if any(choice.keeps for choice in choices.values()):
        met["duties"].append(bool(choices[decision.chosen].keeps))
    if any(choice.effect.breaches for choice in choices.values()):
        met["breaches"].append(bool(choices[decision.chosen].effect.breaches))


def _count_votes(
    ballot: BallotRecord,
    decision: DecisionReview,
    told: WorkshopRecord,
    met: dict[str, list[bool]],
) -> None:
    counts = ballot.counts()
    votes = sum(counts.values())
    if votes > 1:
        met["together"].append(3 * max(counts.values()) >= 2 * votes)
    said = [vote.confidence for vote in ballot.votes if vote.confidence is not None]
    if said and 2 * sum(level == 3 for level in said) > len(said):
        met["sure"].append(decision.regret < BEST_BELOW)
    if ballot.revote:
        before = next(
            b for b in told.ballots if (b.number, b.track) == (ballot.number - 1, ballot.track)
        )
        met["learnt"].append(_mean(ballot, decision) < _mean(before, decision))


def _mean(ballot: BallotRecord, decision: DecisionReview) -> float:
    """What the votes would cost on average, in cents."""
    costs = {option.choice_id: option.expected_cost for option in decision.options}
    counts = ballot.counts()
    votes = sum(counts.values())
    return sum(costs[c] * n for c, n in counts.items()) / votes if votes else float("inf")


def _offered(scenario: Scenario, decision: DecisionReview) -> dict[str, Choice]:
    node = scenario.nodes[decision.node_id]
    assert isinstance(node, DecisionNode)
    offered = {option.choice_id for option in decision.options}
    return {choice.id: choice for choice in node.choices if choice.id in offered}


def choice_text(scenario: Scenario, node_id: str, choice_id: str, catalog: Catalog) -> str:
    """A choice of a node in the reader's words."""
    node = scenario.nodes[node_id]
    assert isinstance(node, DecisionNode)
    return catalog.text(next(c.text for c in node.choices if c.id == choice_id))


def scene_title(scenario: Scenario, node_id: str, catalog: Catalog) -> str:
    """A node's title in the reader's words."""
    title = scenario.nodes[node_id].title
    return node_id if title is None else catalog.text(title)


def decisions_of(reviewed: Reviewed) -> Sequence[DecisionReview]:
    """The reviewed decisions that its people took, without those played on by perfect play."""
    return reviewed.review.decisions[: reviewed.own_steps]
