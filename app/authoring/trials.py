"""Runs an author's tests: which hold, what was found instead, and what the walks have seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from app.authoring.expecting import Expectation
from app.authoring.finding import Mark
from app.authoring.walkfile import OPTIMAL, WalkTest
from app.authoring.walking import Analyst, CannotWalk, Walked, take_walk
from app.engine.errors import EngineError
from app.engine.graph import moves
from app.engine.scenario import DecisionNode, Scenario
from app.engine.state import State
from app.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Failure:
    """An expectation that does not hold, at its place in the file of tests."""

    line: int
    column: int
    what: str
    expected: str
    found: str

    @property
    def phrase(self) -> Phrase:
        """What was expected and what was found, in one line."""
        return Phrase(
            "{what}: expected {expected}, found {found}",
            what=self.what,
            expected=self.expected,
            found=self.found,
        )


@dataclass(frozen=True)
class Result:
    """What came of a test. ``walked`` is the walk as far as it went, None without a start."""

    test: WalkTest
    walked: Walked | None
    failures: tuple[Failure, ...]

    @property
    def passed(self) -> bool:
        """Whether all expectations hold."""
        return not self.failures


def run_test(test: WalkTest, analyst: Analyst) -> Result:
    """Take a test's walk and judge it."""
    try:
        walked = take_walk(
            test.deal, analyst, lambda state, index: _choice(test, analyst, state, index)
        )
    except CannotWalk as error:
        mark = test.choices[error.index][1] if error.index < len(test.choices) else test.mark
        return Result(
            test, error.walked, (_failure(mark, _ordinal(error.index), error.wanted, error.found),)
        )
    except EngineError as error:
        return Result(
            test, None, (_failure(test.mark, Phrase("the walk"), Phrase("no error"), error.phrase),)
        )
    failures = list(_left_over(test, walked))
    for expectation in test.expectations:
        failures += _judged(expectation, walked)
    return Result(test, walked, tuple(failures))


def _choice(test: WalkTest, analyst: Analyst, state: State, index: int) -> str | None:
    if test.plan == OPTIMAL:
        return analyst.best_choice(state)
    if test.plan:
        plan = analyst.scenario.plans[test.plan]
        return plan.choices.get(state.node_id, Phrase("a choice of the plan"))
    return test.choices[index][0] if index < len(test.choices) else None


def _left_over(test: WalkTest, walked: Walked) -> Iterator[Failure]:
    """Choices that come after the ending."""
    taken = len(walked.choices)
    if taken < len(test.choices):
        choice, mark = test.choices[taken]
        found = Phrase("the ending {node_id} before it", node_id=walked.state.node_id)
        yield _failure(
            mark, _ordinal(taken), Phrase("{choice} to be taken", choice=repr(choice)), found
        )


def _judged(expectation: Expectation, walked: Walked) -> Iterator[Failure]:
    try:
        judgement = expectation.judge(walked)
    except EngineError as error:
        yield _failure(expectation.mark, expectation.what, expectation.wanted, error.phrase)
        return
    if not judgement.holds:
        yield _failure(expectation.mark, expectation.what, expectation.wanted, judgement.found)


def _failure(mark: Mark, what: str, expected: str, found: str) -> Failure:
    return Failure(mark.line, mark.column, what, expected, found)


def _ordinal(index: int) -> str:
    return Phrase("choice {index}", index=index + 1)


@dataclass
class Coverage:
    """Which nodes, choices and outcomes of a scenario some walk has come to."""

    scenario: Scenario
    nodes: set[str] = field(default_factory=set)
    moves: set[tuple[str, str]] = field(default_factory=set)

    def add(self, state: State) -> None:
        """Note a walk that has come to ``state``."""
        history = state.history()
        self.nodes |= {step.node_id for step in history}
        self.moves |= {(before.node_id, after.action) for before, after in pairwise(history)}

    def counts(self) -> dict[str, tuple[int, int]]:
        """For nodes, choices and outcomes: how many were met, and how many there are."""
        parts = {"nodes": (len(self.nodes), len(self.scenario.nodes))}
        for part, of_decisions in (("choices", True), ("outcomes", False)):
            known = self._moves(of_decisions)
            parts[part] = (len(self.moves.intersection(known)), len(known))
        return parts

    def percent(self) -> int:
        """The share of all three together, rounded down."""
        met, known = map(sum, zip(*self.counts().values(), strict=True))
        return 100 * met // known

    def missed(self) -> dict[str, list[str]]:
        """What no walk has come to; moves are called ``node: move``, those of a missed node not."""
        found = {"nodes": [id_ for id_ in self.scenario.nodes if id_ not in self.nodes]}
        for part, of_decisions in (("choices", True), ("outcomes", False)):
            found[part] = [
                f"{node}: {move}"
                for node, move in self._moves(of_decisions)
                if node in self.nodes and (node, move) not in self.moves
            ]
        return found

    def _moves(self, of_decisions: bool) -> list[tuple[str, str]]:
        return [
            (node.id, move.id)
            for node in self.scenario.nodes.values()
            if isinstance(node, DecisionNode) == of_decisions
            for move in moves(node)
        ]


def coverage_of(scenario: Scenario, results: Iterable[Result]) -> Coverage:
    """What the walks of these tests have come to."""
    coverage = Coverage(scenario)
    for result in results:
        if result.walked is not None:
            coverage.add(result.walked.state)
    return coverage
