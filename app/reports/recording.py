"""From a finished play and its exact review to the record that all reports are made of."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime

from app.engine.coverage import InsurancePolicy
from app.engine.review import DecisionReview, Review
from app.engine.scenario import DecisionNode, Ending, Scenario
from app.engine.settlement import Settlement
from app.play.catalog import Catalog
from app.play.citations import cited
from app.play.journal import SURE, Chosen
from app.play.playthrough import Playthrough
from app.play.retrospect import PathLine, path, real_case
from app.reports.rating import rating
from app.reports.session import (
    CONFIDENCES,
    Bill,
    Poll,
    SessionDecision,
    SessionOption,
    SessionPlay,
)


def recorded(
    play: Playthrough,
    review: Review,
    polls: Sequence[Poll] = (),
    *,
    id: str = "",  # noqa: A002  (what it is)
    label: str = "",
    people: int = 1,
) -> SessionPlay:
    """The record of a finished play, in the language of its catalogue.

    ``polls``: how each decision that stands was voted on, first one first; where there is none,
    the time is the journal's. Without an ``id``
    the journal's first line and the choices name the play.
    """
    node = play.state.node
    assert isinstance(node, Ending)
    rated = {decision.step: decision for decision in review.decisions}
    decisions = tuple(
        _decision(line, rated[line.step], play, number, polls[number - 1 : number])
        for number, line in enumerate(path(play), 1)
    )
    seconds = [decision.seconds for decision in decisions]
    return SessionPlay(
        id=id or play_id(play),
        label=label,
        people=people,
        started=moment(play.header.started),
        seconds=sum(s for s in seconds if s is not None) if None not in seconds else None,
        decisions=decisions,
        ending=node.id,
        ending_title=play.catalog.text(node.title),
        minutes=play.state.minutes,
        bill=bill_of(play.settlement()),
        start_value=review.start_value,
        regret=review.regret,
        luck=review.luck,
        final_cost=review.final_cost,
        rating=rating(review.start_value, review.regret, len(play.hints)),
        plan=(round(review.plan.client_loss), round(review.plan.retained)),
        hints=len(play.hints),
        undone=len(play.undone),
        exam=play.exam,
    )


def play_id(play: Playthrough) -> str:
    """Names a play by its server, its start and all that was done: the same journal, the same name.

    Played on after an undo it is another play.
    """
    header = play.header
    words = [header.scenario, header.terms, str(header.seed), header.started]
    words += [str(len(play.hints)), str(len(play.undone))]
    words += [decision.choice for decision in play.decisions]
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:32]


def real_bill(scenario: Scenario, terms: InsurancePolicy, catalog: Catalog) -> Bill | None:
    """What the published case came to under these terms; None if the scenario tells none."""
    real = real_case(scenario, terms, catalog)
    return bill_of(real.settlement) if real is not None else None


def sources(scenario: Scenario, catalog: Catalog) -> tuple[str, ...]:
    """What the provider's duties rest on, each source once, as the reader's language cites."""
    found = [cited(duty.source, catalog) for duty in scenario.duties if duty.source]
    return tuple(dict.fromkeys(found))


def topics(scenario: Scenario, catalog: Catalog) -> tuple[str, ...]:
    """What the case is about: the provider's duties in words."""
    return tuple(catalog.text(duty.text) for duty in scenario.duties if not duty.by_lab)


def bill_of(settlement: Settlement) -> Bill:
    """The amounts that reports tell."""
    return Bill(
        client_loss=settlement.client_loss,
        claim=settlement.claim,
        justified_claim=settlement.justified_claim,
        insurer_pays=settlement.insurer_pays,
        you_pay=settlement.you_pay,
    )


def moment(text: str) -> datetime | None:
    """A moment of a journal in UTC; None when it is missing or damaged."""
    try:
        found = datetime.fromisoformat(text)
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _decision(
    line: PathLine,
    review: DecisionReview,
    play: Playthrough,
    number: int,
    voted: Sequence[Poll],
) -> SessionDecision:
    poll = voted[0] if voted else _alone(play.decisions[number - 1])
    node = play.scenario.nodes[line.node_id]
    assert isinstance(node, DecisionNode)
    texts = {choice.id: play.catalog.text(choice.text) for choice in node.choices}
    least = min(option.expected_cost for option in review.options)
    none = (0,) * len(CONFIDENCES)
    options = tuple(
        SessionOption(
            choice=option.choice_id,
            text=texts[option.choice_id],
            expected_cost=option.expected_cost,
            regret=option.expected_cost - least,
            votes=poll.votes.get(option.choice_id, 0),
            confidence=poll.confidence.get(option.choice_id, none),
            first_votes=poll.first.get(option.choice_id, 0),
        )
        for option in review.options
    )
    return SessionDecision(
        number=number,
        node=line.node_id,
        title=line.scene_title,
        when=line.when,
        minutes=line.minutes,
        options=options,
        taken=line.choice_id,
        regret=review.regret,
        label=review.label,
        seconds=poll.seconds,
        revoted=bool(poll.first),
    )


def _alone(decision: Chosen) -> Poll:
    """What a journal tells of a decision: nobody voted, but one may have said how sure one was."""
    sure = {decision.choice: tuple(int(decision.sure == word) for word in SURE)}
    return Poll(decision.seconds, confidence=sure if decision.sure else {})
