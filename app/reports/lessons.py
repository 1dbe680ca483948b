"""What a play teaches: three lessons with sources, and the verdict in a sentence or two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.engine.review import DecisionReview, Label, Review
from app.engine.scenario import Choice, DecisionNode, Duty, Scenario
from app.engine.state import State
from app.play.catalog import Catalog
from app.play.citations import cited
from app.play.wording import money

MOST = 3


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson in the reader's language; ``source`` is empty where the scenario names none."""

    heading: str
    text: str
    source: str


def lessons(review: Review, ending: State, catalog: Catalog) -> tuple[Lesson, ...]:
    """Up to three: the dearest decisions, then duties breached, then duties kept by a choice."""
    scenario = ending.scenario
    found: list[Lesson] = []
    told: set[str] = set()
    for decision in review.worst_decisions(len(review.decisions)):
        lesson, duties = _of_decision(decision, scenario, catalog)
        if lesson.heading not in [earlier.heading for earlier in found]:
            found.append(lesson)
            told.update(duty.id for duty in duties)
    for duty, breached in _duties_met(ending):
        if duty.id not in told:
            told.add(duty.id)
            found.append(_of_duty(duty, breached, catalog))
    return tuple(found[:MOST])


def verdict(review: Review, catalog: Catalog) -> str:
    """Skill and luck, told apart for a reader without statistics."""
    careful = all(d.label in (Label.BEST, Label.SOUND) for d in review.decisions)
    if careful and review.luck > 0:
        return catalog.message(
            "You decided well and were unlucky. A good decision with a bad outcome is still a "
            "good decision: take it again."
        )
    if careful:
        return catalog.message("You decided well, and luck was on your side.")
    if review.luck < 0 and -review.luck > review.regret:
        return catalog.message(
            "Luck covered for you. The same decisions on another day would have cost more."
        )
    if review.luck > review.regret:
        return catalog.message("Some decisions cost you money, but bad luck cost you more.")
    return catalog.message("It was your decisions, more than luck, that made this expensive.")


def _of_decision(
    decision: DecisionReview, scenario: Scenario, catalog: Catalog
) -> tuple[Lesson, Sequence[Duty]]:
    node = scenario.nodes[decision.node_id]
    assert isinstance(node, DecisionNode)
    choices = {choice.id: choice for choice in node.choices}
    chosen = choices[decision.chosen]
    cheapest = min(decision.options, key=lambda option: option.expected_cost).choice_id
    best = choices[cheapest]
    duties = _duties(scenario, chosen, best)
    text = catalog.message(
        "You chose “{choice}”. On average, “{best}” would have cost {regret} less.",
        {
            "choice": catalog.text(chosen.text),
            "regret": money(decision.regret, catalog.language),
            "best": catalog.text(best.text),
        },
    )
    if node.lesson is not None:
        return Lesson(
            catalog.text(node.lesson.text), text, cited(node.lesson.source, catalog)
        ), duties
    heading = catalog.text(duties[0].text if duties else best.text)
    sources = "; ".join(dict.fromkeys(duty.source for duty in duties))
    return Lesson(heading, text, cited(sources, catalog)), duties


def _of_duty(duty: Duty, breached: bool, catalog: Catalog) -> Lesson:
    text = (
        catalog.message("This duty was breached. You answer for the loss that comes of it.")
        if breached
        else catalog.message("You kept this duty. Do it again, and write it down at the time.")
    )
    return Lesson(catalog.text(duty.text), text, cited(duty.source, catalog))


def _duties_met(ending: State) -> Iterator[tuple[Duty, bool]]:
    """The provider's duties breached on the way, then those that a choice kept."""
    scenario = ending.scenario
    breached = set(ending.breaches())
    yield from ((d, True) for d in scenario.duties if d.id in breached and not d.by_lab)
    history = ending.history()
    kept = {
        duty
        for before, after in zip(history, history[1:], strict=False)
        if isinstance(before.node, DecisionNode)
        for choice in before.node.choices
        if choice.id == after.action
        for duty in choice.keeps
    }
    yield from ((d, False) for d in scenario.duties if d.id in kept - breached)


def _duties(scenario: Scenario, chosen: Choice, best: Choice) -> Sequence[Duty]:
    """The duties that the choice breached, or that the better one would have kept."""
    slots = set(chosen.effect.breaches)
    breached = [d for i, d in enumerate(scenario.duties) if scenario.first_duty + i in slots]
    return breached or [duty for duty in scenario.duties if duty.id in best.keeps]
