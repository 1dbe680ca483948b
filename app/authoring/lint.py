"""All that is wrong with a scenario at once: faults of the file, of the graph, of the play.

Codes of the story's faults: S1 the graph, S2 what a play can come to, S3 plans, S4 what
nobody needs, S5 what a reader meets; A is advice. ``app.authoring.rules`` has them all.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.authoring.conditions import Verdict, needless_choices, place, settled_texts
from app.authoring.dilemmas import check_dilemmas
from app.authoring.exploration import Exploration, Move, explore
from app.authoring.finding import Finding, Report, ScenarioFileError, shorten
from app.authoring.loading import Loaded, read_scenario
from app.authoring.translation import check_all
from app.authoring.usage import unread_facts, unread_variables
from app.authoring.wording import check_review, check_wording
from app.engine.graph import find_faults, kind, moves
from app.engine.scenario import DecisionNode, Plan, Scenario
from app.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures of a story. ``longest_decisions``: decisions on the longest way, a loop's
    counted once; None when the story is too large to walk through whole.
    """

    nodes: int
    decisions: int
    chances: int
    endings: int
    facts: int
    situations: int
    longest_decisions: int | None


def lint(path: Path | str, advice: bool = False) -> list[Finding]:
    """Everything worth mending in a scenario (folder or file), by its place; empty when fine.

    ``advice``: also what could be better though nothing is wrong, which takes perfect play.
    Faults of the translations beside it come last.
    """
    try:
        loaded = read_scenario(path)
    except ScenarioFileError as error:
        return list(error.findings)
    findings = sorted([*_faults(loaded, explore(loaded.scenario)), *_advice(loaded, advice)])
    return [*findings, *check_all(loaded.scenario, Path(loaded.file).parent)]


def examine(path: Path | str) -> tuple[list[Finding], Summary | None]:
    """As :func:`lint`, with the figures of the story; None for a file that does not load.

    Faults of the translations beside it come last.
    """
    try:
        loaded = read_scenario(path)
    except ScenarioFileError as error:
        return list(error.findings), None
    findings, figures = check(loaded)
    return [*findings, *check_all(loaded.scenario, Path(loaded.file).parent)], figures


def check(loaded: Loaded) -> tuple[list[Finding], Summary]:
    """The faults of the story in a file that loads, and its figures."""
    walked = explore(loaded.scenario)
    return _faults(loaded, walked), summary(loaded.scenario, walked)


def _advice(loaded: Loaded, wanted: bool) -> tuple[Finding, ...]:
    """What could be better, if anyone wants to know."""
    report = Report(loaded.file)
    if wanted:
        with suppress(ScenarioFileError):
            check_review(loaded, report)
            check_dilemmas(loaded, report)
    return report.findings


def _faults(loaded: Loaded, walked: Exploration) -> list[Finding]:
    report = Report(loaded.file)
    linter = _Linter(loaded, walked, report)
    try:
        linter.graph()
        linter.play()
        linter.plans()
        linter.leftovers()
        check_wording(loaded, report)
    except ScenarioFileError:
        pass  # too many findings to be worth more work; those so far are in the report
    return sorted([*loaded.warnings, *report.findings])


def summary(scenario: Scenario, walked: Exploration | None = None) -> Summary:
    """The figures of a scenario; ``walked`` saves the walk if it is known."""
    kinds = [kind(node) for node in scenario.nodes.values()]
    found = explore(scenario) if walked is None else walked
    return Summary(
        nodes=len(kinds),
        decisions=kinds.count("decision"),
        chances=kinds.count("chance"),
        endings=kinds.count("ending"),
        facts=len(scenario.facts),
        situations=len(found.situations),
        longest_decisions=_longest(found) if found.complete else None,
    )


class _Linter:
    """Checks one scenario."""

    def __init__(self, loaded: Loaded, walked: Exploration, report: Report) -> None:
        self.loaded = loaded
        self.walked = walked
        self.scenario = loaded.scenario
        self.report = report
        self.faults = find_faults(self.scenario)

    def graph(self) -> None:
        """Unreachable nodes and dead ends, whatever the conditions."""
        for node in self.faults.unreachable:
            self._node(
                "S101",
                node,
                Phrase("can never be reached"),
                Phrase("let a choice or outcome lead to it"),
            )
        for node in self.faults.dead_ends:
            self._node(
                "S102",
                node,
                Phrase("leads to no ending"),
                Phrase("add a way out, or make it an ending"),
            )

    def play(self) -> None:
        """What a play can come to: soft-locks, endless loops, and moves that never are."""
        found = self.walked
        self._admit_bound(found)
        self._soft_locks(found)
        if found.complete:
            self._endless(found)
            self._never(found)
            for verdict in needless_choices(found):
                self._verdict(verdict)
        for verdict in settled_texts(self.scenario):
            self._verdict(verdict)

    def _verdict(self, verdict: Verdict) -> None:
        text = shorten(verdict.text)
        self.report.add(
            place(self.loaded, verdict),
            "S206" if verdict.always else "S207",
            Phrase("the condition {text} is always true here", text=text)
            if verdict.always
            else Phrase("the condition {text} is never true here", text=text),
            Phrase("remove it, or mend it")
            if verdict.always
            else Phrase("mend it, or remove the text"),
        )

    def plans(self) -> None:
        """Whether each plan can be played from start to end."""
        for plan in self.scenario.plans.values():
            self._plan(plan)

    def leftovers(self) -> None:
        """Variables and facts that make no difference."""
        for variable in unread_variables(self.scenario):
            self.report.add(
                self.loaded.mark("variables", variable),
                "S401",
                Phrase("nothing ever reads the variable {variable}", variable=repr(variable)),
                Phrase("read it, give it a label and shown values, or remove it"),
            )
        for fact in unread_facts(self.scenario):
            self.report.add(
                self.loaded.mark("facts", fact),
                "S402",
                Phrase("nothing ever reveals the fact {fact}", fact=repr(fact)),
                Phrase("let the p of an outcome read it, or remove it"),
            )

    def _node(self, code: str, node: str, message: Phrase, remedy: Phrase) -> None:
        self.report.add(
            self.loaded.mark("nodes", node),
            code,
            Phrase("{node} {message}", node=repr(node), message=message),
            remedy,
        )

    def _admit_bound(self, found: Exploration) -> None:
        if not found.complete:
            count = len(found.situations)
            message = Phrase(
                "the story is too large to walk through whole: stopped at {count} situations",
                count=count,
            )
            remedy = Phrase(
                "let conditions and p read fewer values, best not the clock or a sum of "
                "money; soft-locks beyond that point would go unseen"
            )
            self.report.add(self.loaded.mark("nodes"), "S200", message, remedy)

    def _soft_locks(self, found: Exploration) -> None:
        told: set[str] = set()
        for number in found.stuck:
            node = found.situations[number].node
            if node not in told:
                told.add(node)
                message = Phrase("offers no choice on this way: {way}", way=found.way_to(number))
                self._node("S201", node, message, Phrase("add a choice without a condition"))

    def _endless(self, found: Exploration) -> None:
        lost = [
            (number, worlds)
            for number, worlds in found.hopeless().items()
            if found.situations[number].node not in self.faults.dead_ends
        ]
        if lost:  # the first is enough: what follows it is lost as well
            number, worlds = lost[0]
            message = Phrase(
                "never comes to an ending after this way: {way}",
                way=found.way_to(number, worlds),
            )
            remedy = Phrase("give the loop an exit that stays open")
            self._node("S202", found.situations[number].node, message, remedy)

    def _never(self, found: Exploration) -> None:
        met = {situation.node for situation in found.situations}
        for node in self.scenario.nodes.values():
            if node.id not in met:
                if node.id not in self.faults.unreachable:
                    message = Phrase("is never reached, for all conditions that lead there")
                    self._node(
                        "S203", node.id, message, Phrase("mend the conditions, or remove it")
                    )
                continue
            for move in moves(node):
                if (node.id, move.id) not in found.taken:
                    self._never_moves(node.id, move, isinstance(node, DecisionNode))

    def _never_moves(self, node: str, move: Move, is_choice: bool) -> None:
        part = "choices" if is_choice else "outcomes"
        told = {"move": repr(move.id), "node": repr(node)}
        self.report.add(
            self.loaded.mark("nodes", node, part, move.id),
            "S204" if is_choice else "S205",
            Phrase("the choice is never on offer: {move} at {node}", **told)
            if is_choice
            else Phrase("the outcome can never happen: {move} at {node}", **told),
            Phrase("mend its condition, or remove it")
            if is_choice
            else Phrase("mend its p, or remove it"),
        )

    # --- plans -----------------------------------------------------------------------------

    def _plan(self, plan: Plan) -> None:
        found = explore(self.scenario, plan)
        for node in dict.fromkeys(found.situations[number].node for number in found.stuck):
            if node in plan.choices:
                message = Phrase(
                    "wants {choice} at {node}, which is not on offer there",
                    choice=repr(plan.choices[node]),
                    node=repr(node),
                )
                remedy = Phrase("take another choice, or mend its condition")
                self._plan_fault(plan, "S302", message, remedy, "choices", node)
            else:
                message = Phrase("comes to {node} and has no choice for it", node=repr(node))
                self._plan_fault(
                    plan, "S301", message, Phrase("add '{node}: ...'", node=node), "choices"
                )
        met = {situation.node for situation in found.situations}
        for node, outcome in plan.outcomes.items():
            if node in met and (node, outcome) not in found.taken:
                message = Phrase(
                    "wants {outcome} at {node}, which cannot happen there",
                    outcome=repr(outcome),
                    node=repr(node),
                )
                remedy = Phrase("take another outcome, or other facts")
                self._plan_fault(plan, "S303", message, remedy, "outcomes", node)
        lost = found.hopeless() if found.complete else {}
        if lost:
            number, worlds = next(iter(lost.items()))
            message = Phrase("never ends on this way: {way}", way=found.way_to(number, worlds))
            self._plan_fault(plan, "S304", message, Phrase("choose a way out of the loop"))

    def _plan_fault(
        self, plan: Plan, code: str, message: Phrase, remedy: Phrase, *path: str
    ) -> None:
        mark = self.loaded.mark("plans", plan.id, *path)
        self.report.add(
            mark, code, Phrase("the plan {id} {message}", id=repr(plan.id), message=message), remedy
        )


def _longest(found: Exploration) -> int:
    """Decisions on the longest way through the situations, loops taken as one step."""
    import networkx as nx

    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(found.situations)))
    graph.add_edges_from(
        (number, after)
        for number, following in enumerate(found.after)
        for after in following.values()
    )
    condensed = nx.condensation(graph)
    longest: dict[int, int] = {}
    for group in reversed(list(nx.topological_sort(condensed))):
        nodes = {found.situations[number].node for number in condensed.nodes[group]["members"]}
        own = sum(isinstance(found.scenario.nodes[node], DecisionNode) for node in nodes)
        longest[group] = own + max((longest[after] for after in condensed[group]), default=0)
    return max(longest.values(), default=0)
