"""What an author's tests and simulated plays come to, node by node, and what a node costs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.authoring.finding import ScenarioFileError
from app.authoring.trials import run_test
from app.authoring.walkfile import TESTS_FILE, WalkTest, read_tests
from app.authoring.walking import Analyst, CannotWalk, Deal, take_walk
from app.engine.chance import draw
from app.engine.errors import EngineError
from app.engine.scenario import Scenario
from app.engine.state import State
from app.phrase import words_of

RUNS = 2_000
_SEED = 1


@dataclass(frozen=True)
class Heat:
    """Figures by node. Nodes without a figure are missing.

    ``tested``: how many of the ``tests`` come there. ``visits``: how many of ``runs`` plays that
    take any choice on offer come there. ``costs``: cents still to come, client's loss and own
    costs together, under perfect play, on average over what a player may know there.
    ``problems``: why figures are missing, in sentences.
    """

    tests: int = 0
    tested: Mapping[str, int] = field(default_factory=dict)
    runs: int = 0
    visits: Mapping[str, int] = field(default_factory=dict)
    costs: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


def measure(scenario: Scenario, folder: Path, runs: int = RUNS) -> Heat:
    """The figures of a scenario; ``folder`` may hold its tests. Takes seconds for a large one."""
    analyst = Analyst(scenario)
    problems: list[str] = []
    tests, tested = 0, Counter[str]()
    try:
        if (folder / TESTS_FILE).is_file():
            read = read_tests(folder / TESTS_FILE, scenario)
            tests = len(read)
            tested = _tested(analyst, read)
    except (ScenarioFileError, OSError) as error:
        problems.append(words_of(error))
    visits, costs = Counter[str](), dict[str, int]()
    try:
        visits = _visits(analyst, runs)
        costs = _costs(analyst)
    except EngineError as error:
        problems.append(words_of(error))
    played = runs if visits else 0
    return Heat(tests, tested, played, visits, costs, tuple(problems))


def _tested(analyst: Analyst, tests: tuple[WalkTest, ...]) -> Counter[str]:
    found: Counter[str] = Counter()
    for test in tests:
        walked = run_test(test, analyst).walked
        if walked is not None:
            found.update({state.node_id for state in walked.state.history()})
    return found


def _visits(analyst: Analyst, runs: int) -> Counter[str]:
    """How many of so many plays by chance, each on a server of its own, come to a node."""
    found: Counter[str] = Counter()
    terms = analyst.scenario.terms
    for number in range(runs):

        def any_choice(state: State, index: int, number: int = number) -> str | None:
            offered = state.legal_choices()
            if not offered:
                return None
            return offered[draw(_SEED, "heat", number, index) * len(offered) >> 64].id

        deal = Deal(terms[number % len(terms)], draw(_SEED, "server", number) >> 24)
        try:
            state = take_walk(deal, analyst, any_choice).state
        except CannotWalk as error:
            state = error.walked.state
        found.update({step.node_id for step in state.history()})
    return found


def _costs(analyst: Analyst) -> dict[str, int]:
    """Mean cents still to come by node, under the scenario's default terms."""
    solution = analyst.solution(analyst.scenario.default_terms)
    sums: dict[str, float] = {}
    counts: Counter[str] = Counter()
    for block, cost in zip(solution.tree.blocks, solution.cost, strict=True):
        sums[block.node_id] = sums.get(block.node_id, 0.0) + float(cost.sum())
        counts[block.node_id] += len(block)
    return {node: round(total / counts[node]) for node, total in sums.items()}
