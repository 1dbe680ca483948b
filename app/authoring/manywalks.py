"""Many walks that nobody wrote down: by chance, or all there are up to a bound.

Each must go without an error, come to an ending, and leave books that balance.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from itertools import pairwise

from app.authoring.trials import Coverage
from app.authoring.walking import Analyst, CannotWalk, Chooser, Deal, Walked, take_walk
from app.engine.chance import draw
from app.engine.errors import EngineError
from app.engine.facts import World, worlds
from app.engine.scenario import Bearer, ChanceNode, Ending, Scenario
from app.engine.settlement import settle
from app.engine.state import State
from app.engine.steps import Step
from app.phrase import Phrase, words_of

MAX_SITUATIONS = 100_000
"""Of an exhaustive walk; about ten seconds."""
MAX_PROBLEMS = 20
MAX_WORLDS = 4_096
_TRIED_SEEDS = 2_000


@dataclass(frozen=True)
class Problem:
    """A walk that went wrong. ``deal`` and ``choices`` bring it back; no deal: no seed does."""

    message: str
    deal: Deal | None
    choices: tuple[str, ...]


@dataclass
class Survey:
    """What many walks found. ``walks``: endings come to.

    ``complete``: whether no way was left out; None for walks by chance.
    """

    coverage: Coverage
    walks: int = 0
    complete: bool | None = None
    problems: list[Problem] = field(default_factory=list)

    def note(self, message: str, deal: Deal | None, choices: tuple[str, ...]) -> None:
        """Keep a problem, the first of each kind."""
        if message not in {known.message for known in self.problems}:
            self.problems.append(Problem(message, deal, choices))


def random_walks(scenario: Scenario, count: int, seed: int) -> Survey:
    """So many walks by chance, each on a server of its own, under all terms in turn."""
    survey, analyst = Survey(Coverage(scenario)), Analyst(scenario)
    for number in range(count):
        terms = scenario.terms[number % len(scenario.terms)]
        deal = Deal(terms, draw(seed, "walk", number) >> 24)

        def choose(state: State, index: int, number: int = number) -> str | None:
            offered = state.legal_choices()
            if not offered:
                return Phrase("any choice")
            return offered[draw(seed, "walk", number, index) * len(offered) >> 64].id

        _try_walk(survey, analyst, deal, choose)
        if len(survey.problems) >= MAX_PROBLEMS:
            break
    return survey


def _try_walk(survey: Survey, analyst: Analyst, deal: Deal, choose: Chooser) -> None:
    taken: list[str] = []

    def choose_and_note(state: State, index: int) -> str | None:
        choice = choose(state, index)
        if choice is not None:
            taken.append(choice)
        return choice

    try:
        walked = take_walk(deal, analyst, choose_and_note)
    except CannotWalk as error:
        survey.coverage.add(error.walked.state)
        survey.note(words_of(error), deal, error.walked.choices)
    except (EngineError, ArithmeticError) as error:
        survey.note(words_of(error), deal, tuple(taken))
    else:
        survey.walks += 1
        survey.coverage.add(walked.state)
        for told in imbalance(walked.state):
            survey.note(told, deal, walked.choices)


def imbalance(final: State) -> list[str]:
    """What is wrong with the books at an ending, as sentences."""
    bill = settle(final.scenario, final.values, final.terms)
    losses = final.losses()
    by_bearer = dict.fromkeys(Bearer, 0)
    for head in final.scenario.heads:
        by_bearer[head.bearer] += losses[head.id]
    checks = {
        Phrase("a head of loss is negative"): min(losses.values(), default=0) >= 0,
        Phrase("the client's heads do not add up to its loss"): by_bearer[Bearer.CLIENT]
        == bill.client_loss,
        Phrase("your heads do not add up to your costs"): by_bearer[Bearer.OWN] == bill.own_costs,
        Phrase("more is justified than claimed"): 0 <= bill.justified_claim <= bill.claim,
        Phrase("the insurer pays more than is justified"): 0
        <= bill.insurer_pays
        <= bill.justified_claim,
        Phrase("the steps do not lead from the claim to what is justified"): _lead_to(
            bill.liability_steps, bill.justified_claim
        ),
        Phrase("the steps do not lead to what the insurer pays"): _lead_to(
            bill.coverage_steps, bill.insurer_pays
        ),
        Phrase("the steps do not lead to what you pay"): _lead_to(bill.own_steps, bill.you_pay),
    }
    return [
        Phrase("at {node_id}: {told}", node_id=final.node_id, told=told)
        for told, holds in checks.items()
        if not holds
    ]


def _lead_to(steps: tuple[Step, ...], end: int) -> bool:
    balance = 0
    for step in steps:
        balance += step.change
        if step.balance != balance:
            return False
    return balance == end


# --- all of them -----------------------------------------------------------------------


def all_walks(scenario: Scenario, terms: str, bound: int = MAX_SITUATIONS) -> Survey:
    """Every way through the story under these terms, shortest first, until the bound.

    Ways that meet with the same values, in the same worlds, go on as one: all that can still
    happen to them is the same.
    """
    return _All(scenario, Deal(terms, 1), bound).survey


class _All:
    """One exhaustive walk: a queue of states, each with the worlds in which it can be."""

    def __init__(self, scenario: Scenario, deal: Deal, bound: int) -> None:
        self.scenario = scenario
        self.deal = deal
        self.survey = Survey(Coverage(scenario), complete=True)
        self.worlds: list[World] = []
        for world, _ in worlds(scenario.facts):
            if len(self.worlds) == MAX_WORLDS:
                self.survey.complete = False
                break
            self.worlds.append(world)
        self.queue: deque[tuple[State, int]] = deque()
        self.seen: set[tuple[str, tuple[int, ...], int]] = set()
        terms = deal.start(scenario).terms
        self._reach(State.start(scenario, terms, deal.seed), (1 << len(self.worlds)) - 1)
        while self.queue and len(self.survey.problems) < MAX_PROBLEMS:
            if len(self.seen) > bound:
                break
            self._leave(*self.queue.popleft())
        if self.queue:
            self.survey.complete = False

    def _reach(self, state: State, within: int) -> None:
        key = (state.node_id, state.values, within)
        if key not in self.seen:
            self.seen.add(key)
            self.queue.append((state, within))

    def _leave(self, state: State, within: int) -> None:
        self.survey.coverage.nodes.add(state.node_id)
        node = state.node
        try:
            if isinstance(node, Ending):
                self.survey.walks += 1
                for told in imbalance(state):
                    self._problem(told, state, within)
            elif isinstance(node, ChanceNode):
                self._reveal(state, within)
            else:
                self._decide(state, within)
        except (EngineError, ArithmeticError) as error:
            self._problem(words_of(error), state, within)

    def _decide(self, state: State, within: int) -> None:
        offered = state.legal_choices()
        if not offered:
            self._problem(
                Phrase("at {node_id}: no choice is on offer", node_id=state.node_id), state, within
            )
        for choice in offered:
            self.survey.coverage.moves.add((state.node_id, choice.id))
            self._reach(state.choose(choice.id), within)

    def _reveal(self, state: State, within: int) -> None:
        open_in: dict[str, int] = {}
        outcomes = {}
        for number, world in enumerate(self.worlds):
            if within >> number & 1:
                dealt = replace(state, deal=replace(state.deal, world=world))
                for outcome, _ in dealt.chance_outcomes():
                    outcomes[outcome.id] = outcome
                    open_in[outcome.id] = open_in.get(outcome.id, 0) | 1 << number
        for id_, outcome in outcomes.items():
            self.survey.coverage.moves.add((state.node_id, id_))
            self._reach(state.apply(outcome), open_in[id_])

    def _problem(self, message: str, state: State, within: int) -> None:
        world = self.worlds[(within & -within).bit_length() - 1]
        facts = {
            fact.id: fact.domain.words[code]
            for fact, code in zip(self.scenario.facts, world, strict=True)
        }
        choices = Walked(self.deal, state, Analyst(self.scenario)).choices
        self.survey.note(message, self._deal_for(state, facts), choices)

    def _deal_for(self, state: State, facts: dict[str, str]) -> Deal | None:
        """A deal that leads where ``state`` is; a loop's visits may need a seed to differ."""
        fixed: dict[str, str] = {}
        varied: set[str] = set()
        for before, after in pairwise(state.history()):
            node, outcome = before.node_id, after.action
            if before.is_chance() and fixed.setdefault(node, outcome) != outcome:
                varied.add(node)
        fixed = {node: outcome for node, outcome in fixed.items() if node not in varied}
        for seed in range(1, _TRIED_SEEDS if varied else 2):
            deal = Deal(self.deal.terms, seed, facts, fixed)
            if not varied or _same_way(deal, state):
                return deal
        return None


def _same_way(deal: Deal, wanted: State) -> bool:
    """Whether a deal reveals what ``wanted`` has seen when the same choices are taken."""
    state = replace(wanted.history()[0], deal=deal.start(wanted.scenario).deal)
    for after in wanted.history()[1:]:
        state = state.reveal() if state.is_chance() else state.choose(after.action)
        if state.action != after.action:
            return False
    return True
