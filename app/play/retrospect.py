"""Looking back on a play: the path taken, what each decision cost, and the real case beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.engine.coverage import InsurancePolicy
from app.engine.law import share
from app.engine.ledger import Ledger
from app.engine.scenario import Bearer, DecisionNode, Plan, Scenario
from app.engine.settlement import Settlement, settle
from app.engine.state import State
from app.play.catalog import Catalog
from app.play.plans import PlanError, retelling
from app.play.playthrough import Playthrough


@dataclass(frozen=True, slots=True)
class PathLine:
    """A decision as it was taken, with all that followed until the next one.

    ``step`` counts states of the history from 0; ``minutes`` and cents are what it added,
    chance included; ``taken_back``: how often another choice was made here and undone.
    """

    step: int
    node_id: str
    choice_id: str
    when: datetime
    scene_title: str
    choice_text: str
    minutes: int
    client_cost: int
    own_cost: int
    taken_back: int


@dataclass(frozen=True, slots=True)
class Retelling:
    """A plan played to its end: heads of loss in cents by id, who pays, the last state."""

    title: str
    heads: Mapping[str, int]
    settlement: Settlement
    ending: State


REAL_CASE = "as-it-happened"
"""Id of the plan that retells the published case."""


def path(play: Playthrough) -> tuple[PathLine, ...]:
    """The decisions that stand, first one first."""
    history = play.state.history()
    asked = [i for i, state in enumerate(history[:-1]) if isinstance(state.node, DecisionNode)]
    ends = [*asked[1:], len(history) - 1]
    undone: dict[str, int] = {}
    for decision in play.undone:
        undone[decision.node] = undone.get(decision.node, 0) + 1
    lines = []
    for step, end in zip(asked, ends, strict=True):
        before, after = history[step], history[end]
        node = before.node
        assert isinstance(node, DecisionNode)
        choice = next(c for c in node.choices if c.id == history[step + 1].action)
        lines.append(
            PathLine(
                step=step,
                node_id=node.id,
                choice_id=choice.id,
                when=play.scenario.calendar.at(before.minutes),
                scene_title=play.catalog.text(node.title),
                choice_text=play.catalog.text(choice.text),
                minutes=after.minutes - before.minutes,
                client_cost=_borne(after, Bearer.CLIENT) - _borne(before, Bearer.CLIENT),
                own_cost=_borne(after, Bearer.OWN) - _borne(before, Bearer.OWN),
                taken_back=undone.pop(node.id, 0),
            )
        )
    return tuple(lines)


def claimed_heads(play: Playthrough) -> tuple[tuple[str, int], ...]:
    """The heads that the client's claim lists: text and cents. Their sum is the claim.

    Empty where no claim is raised.
    """
    if not play.settlement().claim:
        return ()
    entries = Ledger.of(play.scenario, play.state.values).borne_by(Bearer.CLIENT)
    return tuple(
        (play.catalog.text(head.text), int(share(cents, head.claimed_as)))
        for head, cents in entries
        if cents
    )


def retell(scenario: Scenario, plan: Plan, terms: InsurancePolicy, catalog: Catalog) -> Retelling:
    """Play a plan to its end, its facts and outcomes fixed. Raises PlanError if it does not fit."""
    player = retelling(plan)
    state = State.start(scenario, terms, 0, plan.facts, plan.outcomes).advance()
    count = 0
    while not state.is_terminal():
        state = state.choose(player(state, count)).advance()
        count += 1
    title = catalog.text(plan.title)
    return Retelling(title, state.losses(), settle(scenario, state.values, terms), state)


def real_case(scenario: Scenario, terms: InsurancePolicy, catalog: Catalog) -> Retelling | None:
    """The published case under these terms; None if the scenario tells none that fits."""
    plan = scenario.plans.get(REAL_CASE)
    if plan is None:
        return None
    try:
        return retell(scenario, plan, terms, catalog)
    except PlanError:
        return None


def _borne(state: State, bearer: Bearer) -> int:
    return int(Ledger.of(state.scenario, state.values).total(bearer))
