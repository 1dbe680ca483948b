"""Many rooms side by side: what they chose, what it cost, how sure they were, and luck.

Plays that were sent twice under different names count twice: nobody can tell, and that is
how it should be. Means are of whole cents, rounded.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.engine.review import BEST_BELOW, RISKY_BELOW
from app.reports.lrs import Lrs
from app.reports.session import CONFIDENCES
from app.reports.told import Answer, Finish, Read, ToldOption, read


@dataclass(frozen=True, slots=True)
class OptionView:
    """An option over all plays. ``offered``: how often it could be taken."""

    choice: str
    offered: int
    taken: int
    votes: int
    mean_regret: int


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision over all plays. ``taken`` times in all; ``mean_regret`` of what was taken.

    ``before`` and ``after``: of the votes anew after a discussion, how many were for a best
    choice before it and after it, and of how many.
    """

    node: str
    taken: int
    mean_regret: int
    mean_seconds: int | None
    options: tuple[OptionView, ...]
    before: tuple[int, int]
    after: tuple[int, int]


@dataclass(frozen=True, slots=True)
class CalibrationView:
    """Everybody who said to be so sure: ``right`` of them were for a best choice."""

    level: int
    said: int
    right: int
    mean_regret: int


@dataclass(frozen=True, slots=True)
class GroupView:
    """Some plays together: those of a provider, of a workshop, or all. Means in cents."""

    name: str
    workshop: str
    first: datetime | None
    plays: int
    people: int
    rating: int
    client_loss: int
    you_pay: int
    regret: int
    luck: int


@dataclass(frozen=True, slots=True)
class LuckView:
    """Plays that decided well or not, and were lucky or not; ``final_cost`` is their mean."""

    careful: bool
    lucky: bool
    plays: int
    final_cost: int


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case over all rooms."""

    case: str
    all: GroupView
    providers: tuple[GroupView, ...]
    workshops: tuple[GroupView, ...]
    decisions: tuple[DecisionView, ...]
    calibration: tuple[CalibrationView, ...]
    luck: tuple[LuckView, ...]


@dataclass(frozen=True, slots=True)
class Cohort:
    """The view of a store. ``foreign`` statements were left out, ``repeated`` counted once."""

    statements: int
    foreign: int
    repeated: int
    cases: tuple[CaseView, ...]


def gather(lrs: Lrs, since: datetime | None = None, until: datetime | None = None) -> Cohort:
    """Read a store and build its view. Raises LrsError.

    Some stores find nothing by activity; then everything is read and sorted here.
    """
    told = read(lrs.statements(since, until))
    if not told.answers and not told.finishes:
        told = read(lrs.statements(since, until, ours=False))
    return cohort(told)


def cohort(told: Read) -> Cohort:
    """The view of what was read, a case at a time, the one with most plays first."""
    cases: dict[str, tuple[list[Answer], list[Finish]]] = defaultdict(lambda: ([], []))
    for answer in told.answers:
        cases[answer.place.case][0].append(answer)
    for finish in told.finishes:
        cases[finish.place.case][1].append(finish)
    views = [_case(case, *parts) for case, parts in cases.items()]
    views.sort(key=lambda view: (-view.all.plays, view.case))
    count = len(told.answers) + len(told.finishes)
    return Cohort(count, told.foreign, told.repeated, tuple(views))


def _case(case: str, answers: Sequence[Answer], finishes: Sequence[Finish]) -> CaseView:
    providers: dict[str, list[Finish]] = defaultdict(list)
    workshops: dict[str, list[Finish]] = defaultdict(list)
    for finish in finishes:
        providers[finish.place.provider].append(finish)
        if finish.place.workshop:
            workshops[finish.place.workshop].append(finish)
    nodes: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        nodes[answer.node].append(answer)
    by_provider = [_group(name, "", plays) for name, plays in providers.items()]
    by_workshop = [
        _group(plays[0].place.provider, name, plays) for name, plays in workshops.items()
    ]
    return CaseView(
        case=case,
        all=_group("", "", finishes),
        providers=tuple(sorted(by_provider, key=lambda group: (-group.plays, group.name))),
        workshops=tuple(sorted(by_workshop, key=lambda g: (str(g.first or ""), g.workshop))),
        decisions=tuple(
            sorted(
                (_decision(node, taken) for node, taken in nodes.items()),
                key=lambda view: (-view.mean_regret * view.taken, view.node),
            )
        ),
        calibration=_calibration(answers),
        luck=_luck(finishes),
    )


def _group(name: str, workshop: str, plays: Sequence[Finish]) -> GroupView:
    moments = [play.place.when for play in plays if play.place.when is not None]
    return GroupView(
        name=name,
        workshop=workshop,
        first=min(moments, default=None),
        plays=len(plays),
        people=sum(play.place.people for play in plays),
        rating=_mean([play.rating for play in plays]),
        client_loss=_mean([play.client_loss for play in plays]),
        you_pay=_mean([play.you_pay for play in plays]),
        regret=_mean([play.regret for play in plays]),
        luck=_mean([play.luck for play in plays]),
    )


def _decision(node: str, answers: Sequence[Answer]) -> DecisionView:
    taken = Counter(answer.taken for answer in answers)
    offered: Counter[str] = Counter()
    votes: Counter[str] = Counter()
    regrets: dict[str, list[int]] = defaultdict(list)
    before, after = [0, 0], [0, 0]
    for answer in answers:
        for choice, regret, option in _regrets(answer):
            offered[choice] += 1
            votes[choice] += option.votes
            regrets[choice].append(regret)
            if answer.revoted:
                best = regret < BEST_BELOW
                before[0] += option.first_votes if best else 0
                before[1] += option.first_votes
                after[0] += option.votes if best else 0
                after[1] += option.votes
    seconds = [answer.seconds for answer in answers if answer.seconds is not None]
    options = [
        OptionView(choice, count, taken[choice], votes[choice], _mean(regrets[choice]))
        for choice, count in offered.items()
    ]
    return DecisionView(
        node=node,
        taken=len(answers),
        mean_regret=_mean([answer.regret for answer in answers]),
        mean_seconds=_mean(seconds) if seconds else None,
        options=tuple(sorted(options, key=lambda o: (-o.taken, -o.votes, o.choice))),
        before=(before[0], before[1]),
        after=(after[0], after[1]),
    )


def _calibration(answers: Iterable[Answer]) -> tuple[CalibrationView, ...]:
    said, right, cost = ([0] * len(CONFIDENCES) for _ in range(3))
    for answer in answers:
        for _, regret, option in _regrets(answer):
            for level, count in enumerate(option.confidence):
                said[level] += count
                cost[level] += count * regret
                right[level] += count if regret < BEST_BELOW else 0
    return tuple(
        CalibrationView(level + 1, said[level], right[level], round(cost[level] / said[level]))
        for level in range(len(CONFIDENCES))
        if said[level]
    )


def _luck(finishes: Sequence[Finish]) -> tuple[LuckView, ...]:
    """Careful: the decisions together cost less than one that is labelled grave."""
    cells: dict[tuple[bool, bool], list[int]] = defaultdict(list)
    for play in finishes:
        least, share = RISKY_BELOW
        careful = play.regret < max(least, share * play.start_value)
        cells[careful, play.luck <= 0].append(play.final_cost)
    return tuple(
        LuckView(careful, lucky, len(costs), _mean(costs))
        for (careful, lucky), costs in sorted(cells.items(), reverse=True)
    )


def _regrets(answer: Answer) -> Iterable[tuple[str, int, ToldOption]]:
    least = min(option.expected_cost for option in answer.options)
    return [(option.choice, option.expected_cost - least, option) for option in answer.options]


def _mean(values: Sequence[int]) -> int:
    return round(sum(values) / len(values)) if values else 0
