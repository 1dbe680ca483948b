"""A lesson that comes back: a decision of a past play as a question, and its answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.engine.scenario import DecisionNode, Scenario
from app.play.catalog import Catalog
from app.play.citations import cited
from app.store.progress import Reminder


@dataclass(frozen=True, slots=True)
class Recall:
    """A reminder in the reader's language."""

    reminder: Reminder
    when: str
    question: str
    answer: str
    source: str


def recall(
    reminder: Reminder,
    scenario_of: Callable[[str], Scenario | None],
    catalog_of: Callable[[Scenario], Catalog],
    now: datetime,
) -> Recall | None:
    """The reminder in words, ``now`` (UTC); None when case or decision are no longer there."""
    scenario = scenario_of(reminder.scenario)
    node = None if scenario is None else scenario.nodes.get(reminder.node)
    if scenario is None or not isinstance(node, DecisionNode):
        return None
    catalog = catalog_of(scenario)
    texts = {choice.id: catalog.text(choice.text) for choice in node.choices}
    if reminder.chosen not in texts or reminder.best not in texts:
        return None
    say = catalog.message
    words = {
        "case": catalog.text(scenario.title),
        "scene": catalog.text(node.title),
        "choice": texts[reminder.chosen],
        "best": texts[reminder.best],
    }
    if reminder.chosen == reminder.best:
        question = say(
            "“{scene}”, in {case}: you took the best choice. Which one was it, and why?", words
        )
    else:
        question = say(
            "“{scene}”, in {case}: you chose “{choice}”. Which choice would have been the best?",
            words,
        )
    answer = say("On average, the best was: “{best}”.", words)
    lesson = node.lesson
    if lesson is not None:
        answer = f"{answer} {catalog.text(lesson.text)}"
    return Recall(
        reminder,
        say("From a play {days} days ago", {"days": str(_days_since(reminder, now))}),
        question,
        answer,
        cited(lesson.source, catalog) if lesson is not None else "",
    )


def _days_since(reminder: Reminder, now: datetime) -> int:
    """Whole days since the play."""
    try:
        late = (now - datetime.fromisoformat(reminder.due)).days
    except (ValueError, TypeError):
        late = 0
    return reminder.days + late
