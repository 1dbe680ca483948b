"""What past plays tell together: results over time, kinds of decision, and how sure one was.

A play is kept when its review has been worked out. Everything stays in the player's own folder.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.engine.review import DecisionReview, Label, Review
from app.engine.scenario import DecisionNode, Scenario
from app.play.catalog import Catalog
from app.play.journal import SURE
from app.play.playthrough import Playthrough
from app.reports.rating import rating
from app.reports.tables import table
from app.store.progress import ReviewedDecision, ReviewedPlay

_CAREFUL = (Label.BEST.value, Label.SOUND.value)
PLAY_COLUMNS = (
    "play", "scenario", "finished_utc", "examination", "rating", "start_value_cents",
    "regret_cents", "luck_cents", "hints", "undone",
)  # fmt: skip
DECISION_COLUMNS = (
    "play", "number", "scenario", "node", "chosen", "best", "label", "regret_cents", "duty", "sure",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Share:
    """Decisions of one sort: how many, how many of them best or sound, and their mean regret.

    ``name`` is a duty's id or a word of ``journal.SURE``; empty for the rest. ``mean_regret`` in
    cents.
    """

    name: str
    count: int
    careful: int
    mean_regret: int

    @property
    def percent(self) -> int:
        """How many of 100 were best or sound."""
        return round(100 * self.careful / self.count) if self.count else 0


def review_rows(
    play: Playthrough, review: Review, journal: str, finished: str
) -> tuple[ReviewedPlay, tuple[ReviewedDecision, ...]]:
    """What to keep of a reviewed play: ``journal`` is its file's name, ``finished`` when it ended
    (UTC, ISO 8601)."""
    kept = ReviewedPlay(
        journal=journal,
        scenario=play.scenario.id,
        start_value=review.start_value,
        regret=review.regret,
        luck=review.luck,
        rating=rating(review.start_value, review.regret, len(play.hints)),
        hints=len(play.hints),
        undone=len(play.undone),
        exam=play.exam,
        finished=finished,
    )
    pairs = enumerate(zip(review.decisions, play.decisions, strict=True), 1)
    rows = tuple(
        _decision(journal, number, play.scenario, reviewed, taken.sure)
        for number, (reviewed, taken) in pairs
    )
    return kept, rows


def by_kind(decisions: Iterable[ReviewedDecision]) -> tuple[Share, ...]:
    """Decisions by the duty that was at stake, the dearest kind first; the rest at the end."""
    shares = _shares((decision.duty, decision) for decision in decisions)
    return tuple(sorted(shares, key=lambda share: (not share.name, -share.mean_regret)))


def by_confidence(decisions: Iterable[ReviewedDecision]) -> tuple[Share, ...]:
    """Decisions by how sure the player was, the least sure first; only where something was said."""
    said = [(decision.sure, decision) for decision in decisions if decision.sure in SURE]
    return tuple(sorted(_shares(said), key=lambda share: SURE.index(share.name)))


def calibration(shares: Sequence[Share], catalog: Catalog) -> str:
    """What the player's confidence was worth, in a sentence; empty where too little was said."""
    known = {share.name: share for share in shares if share.count >= _FEWEST}
    certain = known.get("certain")
    if certain is None:
        return catalog.message("Say how sure you are more often, and this shows what it is worth.")
    less = [share.percent for name, share in known.items() if name != "certain"]
    if less and certain.percent <= max(less):
        return catalog.message(
            "When you were certain, you were right no more often than otherwise."
        )
    if certain.percent >= _RELIABLE:
        return catalog.message("When you were certain, you were mostly right.")
    return catalog.message("You were certain more often than you were right.")


def duty_text(duty: str, scenarios: Sequence[Scenario], catalogs: Mapping[str, Catalog]) -> str:
    """What a kind of decision is called: the duty in the words of the first case that has it."""
    for scenario in scenarios:
        for known in scenario.duties:
            if known.id == duty:
                return catalogs[scenario.id].text(known.text)
    return duty.replace("_", " ")


def plays_csv(plays: Iterable[ReviewedPlay]) -> bytes:
    """One row for each reviewed play."""
    return table(
        PLAY_COLUMNS,
        [
            (
                play.journal, play.scenario, play.finished, int(play.exam), play.rating,
                play.start_value, play.regret, play.luck, play.hints, play.undone,
            )
            for play in plays
        ],
    )  # fmt: skip


def decisions_csv(decisions: Iterable[ReviewedDecision]) -> bytes:
    """One row for each of their decisions."""
    return table(
        DECISION_COLUMNS,
        [
            (d.journal, d.number, d.scenario, d.node, d.chosen, d.best, d.label, d.regret, d.duty,
             d.sure)
            for d in decisions
        ],
    )  # fmt: skip


_FEWEST = 5
"""Decisions of a sort before anything is said about it."""
_RELIABLE = 75
"""Percent."""


def _shares(pairs: Iterable[tuple[str, ReviewedDecision]]) -> list[Share]:
    sorts: dict[str, list[ReviewedDecision]] = defaultdict(list)
    for name, decision in pairs:
        sorts[name].append(decision)
    return [
        Share(
            name,
            len(found),
            sum(decision.label in _CAREFUL for decision in found),
            round(sum(decision.regret for decision in found) / len(found)),
        )
        for name, found in sorts.items()
    ]


def _decision(
    journal: str, number: int, scenario: Scenario, reviewed: DecisionReview, sure: str
) -> ReviewedDecision:
    costs = {option.choice_id: option.expected_cost for option in reviewed.options}
    best = min(costs, key=lambda choice: costs[choice])
    return ReviewedDecision(
        journal=journal,
        number=number,
        scenario=scenario.id,
        node=reviewed.node_id,
        chosen=reviewed.chosen,
        best=best,
        regret=reviewed.regret,
        stake=max(costs.values()) - costs[best],
        label=reviewed.label.value,
        duty=_duty(scenario, reviewed.node_id),
        sure=sure,
    )


def _duty(scenario: Scenario, node_id: str) -> str:
    """The provider's duty that most of a node's choices keep or breach; empty for none."""
    node = scenario.nodes[node_id]
    assert isinstance(node, DecisionNode)
    counts: dict[str, int] = {}
    for index, duty in enumerate(scenario.duties):
        slot = scenario.first_duty + index
        concerned = sum(
            duty.id in choice.keeps or slot in choice.effect.breaches for choice in node.choices
        )
        if concerned and not duty.by_lab:
            counts[duty.id] = concerned
    return max(counts, key=lambda duty: counts[duty], default="")
