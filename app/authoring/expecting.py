"""What a test may expect of a walk: each expectation knows its place and how to judge."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from app.authoring.finding import Mark
from app.authoring.walking import Walked
from app.engine.state import State
from app.phrase import Phrase

EUR = r"-?\d{1,10}(?:\.\d\d)? EUR"
MONEY = rf"(?:at least |at most )?{EUR}|-?\d{{1,10}}(?:\.\d\d)?(?: EUR)? to {EUR}"
"""The form of an amount that is expected."""
_WHOLE = r"(at least |at most )?(-?\d{1,12})|(-?\d{1,12}) to (-?\d{1,12})"
_FIGURE = re.compile(r"(-?\d{1,10})(?:\.(\d\d))?")


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether an expectation holds, and what was found instead if not."""

    holds: bool
    found: str


@dataclass(frozen=True, slots=True)
class Expectation:
    """``what`` is looked at, and what ``wanted`` says in words; ``judge`` looks at a walk."""

    mark: Mark
    what: str
    wanted: str
    judge: Callable[[Walked], Judgement]


@dataclass(frozen=True, slots=True)
class Span:
    """Whole numbers from ``low`` to ``high``; None has no bound."""

    low: int | None
    high: int | None

    def holds(self, value: int) -> bool:
        """Whether a value lies within."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)


def euros(cents: int) -> str:
    """Cents as an author writes them: ``5000.00 EUR``."""
    sign = "-" if cents < 0 else ""
    whole, rest = divmod(abs(cents), 100)
    return f"{sign}{whole}.{rest:02d} EUR"


def money_span(text: str) -> Span:
    """The cents that a text of the form ``MONEY`` allows."""
    cents = []
    for whole, rest in _FIGURE.findall(text):
        amount = abs(int(whole)) * 100 + int(rest or 0)
        cents.append(-amount if whole.startswith("-") else amount)
    return _span(text, cents)


def whole_span(text: str) -> Span | None:
    """The numbers that ``3``, ``at least 3``, ``at most 3`` or ``3 to 5`` allow; else None."""
    if not re.fullmatch(_WHOLE, text):
        return None
    return _span(text, [int(number) for number in re.findall(r"-?\d+", text)])


def _span(text: str, figures: list[int]) -> Span:
    if text.startswith("at least"):
        return Span(figures[0], None)
    return Span(None if text.startswith("at most") else figures[0], figures[-1])


# --- at the end ------------------------------------------------------------------------


def ending(mark: Mark, node: str) -> Expectation:
    """The walk ends there."""

    def judge(walked: Walked) -> Judgement:
        return Judgement(walked.state.node_id == node, walked.state.node_id)

    return at_the_end(mark, "ending", node, judge)


def amount(mark: Mark, what: str, text: str, read: Callable[[Walked], int]) -> Expectation:
    """A sum of money at the end; ``read`` gives cents."""
    span = money_span(text)

    def judge(walked: Walked) -> Judgement:
        value = read(walked)
        return Judgement(span.holds(value), euros(value))

    return at_the_end(mark, what, text, judge)


def at_the_end(
    mark: Mark, what: str, wanted: str, judge: Callable[[Walked], Judgement]
) -> Expectation:
    """An expectation that only an ending can meet."""

    def judge_end(walked: Walked) -> Judgement:
        if not walked.ended:
            return Judgement(
                False,
                Phrase(
                    "the walk stops at {node_id}, before any ending", node_id=walked.state.node_id
                ),
            )
        return judge(walked)

    return Expectation(mark, what, wanted, judge_end)


def label(mark: Mark, place: tuple[str, int], labels: tuple[str, ...]) -> Expectation:
    """How good the decision at a node was, in the words of the review."""
    node, visit = place

    def judge(walked: Walked) -> Judgement:
        made = [found for found in walked.review.decisions if found.node_id == node]
        if len(made) < visit:
            return _never_there(place)
        told = made[visit - 1]
        found = Phrase(
            "{value} ({chosen}, regret {regret})",
            value=told.label.value,
            chosen=told.chosen,
            regret=euros(told.regret),
        )
        return Judgement(told.label.value in labels, found)

    return at_the_end(
        mark, Phrase("decision at {place}", place=called(place)), " or ".join(labels), judge
    )


# --- on the way ------------------------------------------------------------------------


def known(mark: Mark, place: tuple[str, int], name: str, wanted: str) -> Expectation:
    """A public value when the walk comes to a node."""
    span = whole_span(wanted)

    def judge(state: State) -> Judgement:
        value = state.value(name)
        if isinstance(value, int) and not isinstance(value, bool) and span is not None:
            return Judgement(span.holds(value), str(value))
        told = str(value).lower() if isinstance(value, bool) else str(value)
        return Judgement(told == wanted, told)

    return _on_the_way(mark, place, name, wanted, judge)


def offered(mark: Mark, place: tuple[str, int], choice: str, wanted: bool) -> Expectation:
    """A choice is on offer at a node, or is not."""

    def judge(state: State) -> Judgement:
        offer = [legal.id for legal in state.legal_choices()]
        return Judgement(
            (choice in offer) == wanted, Phrase("the offer {offer}", offer=", ".join(offer))
        )

    return _on_the_way(
        mark, place, Phrase("choice {choice}", choice=choice), _ON_OFFER[wanted], judge
    )


_ON_OFFER = {True: Phrase("on offer"), False: Phrase("not on offer")}


def _on_the_way(
    mark: Mark,
    place: tuple[str, int],
    what: str,
    wanted: str,
    judge: Callable[[State], Judgement],
) -> Expectation:
    node, visit = place

    def judge_visit(walked: Walked) -> Judgement:
        states = walked.visits.get(node, ())
        return judge(states[visit - 1]) if len(states) >= visit else _never_there(place)

    return Expectation(
        mark, Phrase("{what} at {place}", what=what, place=called(place)), wanted, judge_visit
    )


def outcome(mark: Mark, node: str, wanted: str) -> Expectation:
    """An outcome that the test fixes comes about, for the facts and values may forbid it."""

    def judge(walked: Walked) -> Judgement:
        after = {
            state.action
            for state in walked.state.history()
            if state.previous is not None and state.previous.node_id == node
        }
        if not after:
            return _never_there((node, 1))
        told = Phrase(
            "{after}; {wanted} is impossible with these facts and values",
            after=", ".join(sorted(after)),
            wanted=wanted,
        )
        return Judgement(wanted in after, told)

    return Expectation(mark, Phrase("outcome at {node}", node=node), wanted, judge)


def called(place: tuple[str, int]) -> str:
    """A node, with the number of the visit unless it is the first."""
    return place[0] if place[1] == 1 else f"{place[0]}/{place[1]}"


def _never_there(place: tuple[str, int]) -> Judgement:
    if place[1] == 1:
        return Judgement(False, Phrase("the walk does not come there"))
    return Judgement(False, Phrase("the walk does not come there {n} times", n=place[1]))
