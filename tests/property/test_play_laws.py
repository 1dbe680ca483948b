"""Laws that hold on every play, told by plays that chance makes up."""

from __future__ import annotations

import tempfile
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from app.engine.coverage import PRESETS
from app.engine.facts import worlds
from app.engine.scenario import Bearer, DecisionNode, Scenario
from app.engine.state import Deal, State
from app.play import journal
from app.play.playthrough import Playthrough
from app.play.scene import scene_view
from tests.shipped import scenarios
from tests.toy import build

SCENARIOS = [build(), *scenarios()]
IDS = [scenario.id for scenario in SCENARIOS]
every_scenario = pytest.mark.parametrize("scenario", SCENARIOS, ids=IDS)
seeds = st.integers(0, 2**63 - 1)
picks = st.lists(st.integers(0, 8), max_size=60)


def walk(play: Playthrough, moves: list[int]) -> None:
    for move in moves:
        choices = play.state.legal_choices()
        if not choices:
            return
        play.choose(choices[move % len(choices)].id)


def begin(
    scenario: Scenario, seed: int, terms: str = "solid", path: Path | None = None
) -> Playthrough:
    return Playthrough.start(scenario, PRESETS[terms], seed, path)


@every_scenario
@given(seeds, picks)
@settings(max_examples=40, deadline=None)
def test_undo_after_choose_is_identity(scenario: Scenario, seed: int, moves: list[int]) -> None:
    play = begin(scenario, seed)
    walk(play, moves)
    view, state, decisions = play.view(), play.state, play.decisions
    for choice in state.legal_choices():
        play.choose(choice.id)
        play.undo()
        assert play.state is state
        assert play.decisions == decisions
    assert play.view() == view


@every_scenario
@given(seeds, picks)
@settings(max_examples=25, deadline=None)
def test_replay_equals_play(scenario: Scenario, seed: int, moves: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "play.jsonl"
        play = begin(scenario, seed, path=path)
        walk(play, moves)
        again = Playthrough.resume(path, lambda _: scenario)
    assert again.state == play.state
    assert again.view() == play.view()
    assert again.settlement() == play.settlement()
    assert again.message == ""


@every_scenario
@given(seeds, seeds)
@settings(max_examples=60, deadline=None)
def test_every_legal_walk_ends(scenario: Scenario, seed: int, chance: int) -> None:
    state = State.start(scenario, PRESETS["solid"], seed).advance()
    for step in range(500):
        if state.is_terminal():
            return
        choices = state.legal_choices()
        assert choices, f"nothing can be done at {state.node_id}"
        state = state.choose(choices[(chance >> step % 60) % len(choices)].id).advance()
    pytest.fail(f"still at {state.node_id} after 500 decisions")


@every_scenario
@given(seeds, picks, st.sampled_from(sorted(PRESETS)))
@settings(max_examples=40, deadline=None)
def test_the_ledger_balances(scenario: Scenario, seed: int, moves: list[int], terms: str) -> None:
    play = begin(scenario, seed, terms)
    walk(play, moves)
    view, bill = play.view(), play.settlement()
    heads = {head.id: head.amount for head in view.heads}
    assert heads == play.state.losses()
    assert sum(heads.values()) == view.client_loss + view.own_costs
    assert view.client_loss == bill.client_loss
    own = sum(h.amount for h in view.heads if h.bearer is Bearer.OWN)
    assert own == view.own_costs == bill.own_costs
    assert all(amount >= 0 for amount in heads.values())


@every_scenario
@given(seeds, picks)
@settings(max_examples=40, deadline=None)
def test_time_and_prices_are_as_announced(scenario: Scenario, seed: int, moves: list[int]) -> None:
    play = begin(scenario, seed)
    for move in moves:
        before = play.view()
        if before.is_ending:
            return
        card = before.choices[move % len(before.choices)]
        after = cost_of(play, card.id)
        if card.minutes is not None:
            assert after == (card.minutes, card.client_cost, card.own_cost)
        play.choose(card.id)
        assert play.view().minutes >= before.minutes


def cost_of(play: Playthrough, choice: str) -> tuple[int, int, int]:
    """Minutes, cents of the client's and of your own that the choice alone then takes."""
    before, after = play.state, play.state.choose(choice)
    totals = []
    for state in (before, after):
        losses = state.losses()
        by_bearer = dict.fromkeys(Bearer, 0)
        for head in play.scenario.heads:
            by_bearer[head.bearer] += losses[head.id]
        totals.append((state.minutes, by_bearer[Bearer.CLIENT], by_bearer[Bearer.OWN]))
    return tuple(b - a for a, b in zip(*totals, strict=True))  # type: ignore[return-value]


# --- nothing hidden is shown -----------------------------------------------------------


@every_scenario
@given(seeds, picks, st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_worlds_that_look_alike_show_alike(
    scenario: Scenario, seed: int, moves: list[int], pick: int
) -> None:
    """The same public history in another world gives the same screen, to the last letter."""
    play = begin(scenario, seed)
    walk(play, moves)
    others = [world for world, _ in worlds(scenario.facts) if world != play.state.deal.world]
    assume(others)
    twin = retold(play.state, others[pick % len(others)])
    assume(twin is not None)
    assert scene_view(twin) == scene_view(play.state)


def retold(state: State, world: tuple[int, ...]) -> State | None:
    """The same history in another world; None where it could not have come about there."""
    scenario = state.scenario
    other = State(
        scenario,
        state.terms,
        Deal(state.deal.seed ^ 1, world),
        scenario.start,
        scenario.initial_values(state.terms.in_force),
    )
    for before, action in state.information_state():
        assert other.node_id == before
        if isinstance(other.node, DecisionNode):
            other = other.choose(action)
            continue
        possible = {outcome.id: outcome for outcome, _ in other.chance_outcomes()}
        if action not in possible:
            return None
        other = other.apply(possible[action])
    return other


def names_in(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(map(str, value)) | set().union(*map(names_in, value.values()))
    if isinstance(value, list | tuple):
        return set().union(*map(names_in, value))
    return set()


@every_scenario
@given(seeds, picks)
@settings(max_examples=20, deadline=None)
def test_no_field_of_a_view_is_named_after_a_fact(
    scenario: Scenario, seed: int, moves: list[int]
) -> None:
    play = begin(scenario, seed)
    walk(play, moves)
    view = asdict(play.view())
    assert not names_in(view) & {fact.id for fact in scenario.facts}
    assert set(view["hints"]) == {variable.id for variable in scenario.variables}


# --- a machine that plays as people do ---------------------------------------------------


class People(RuleBasedStateMachine):
    """Chooses, undoes, notes, closes and continues in any order; two copies must agree."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "play.jsonl"
        self.scenario = build()

    def teardown(self) -> None:
        self.folder.cleanup()

    @initialize(seed=seeds, terms=st.sampled_from(sorted(PRESETS)))
    def begin(self, seed: int, terms: str) -> None:
        self.play = begin(self.scenario, seed, terms, self.path)
        self.line: list[str] = []
        self.taken_back = 0

    @precondition(lambda self: not self.play.state.is_terminal())
    @rule(data=st.data())
    def choose(self, data: st.DataObject) -> None:
        choice = data.draw(st.sampled_from([c.id for c in self.play.state.legal_choices()]))
        self.play.choose(choice)
        self.line.append(choice)

    @precondition(lambda self: self.play.can_undo)
    @rule()
    def undo(self) -> None:
        self.play.undo()
        self.line.pop()
        self.taken_back += 1

    @rule(text=st.text(max_size=20))
    def note(self, text: str) -> None:
        before = len(self.play.view().log)
        self.play.note(text)
        assert len(self.play.view().log) == before + 1

    @rule()
    def close_and_continue(self) -> None:
        before = self.play
        self.play = Playthrough.resume(self.path, lambda _: self.scenario)
        assert self.play.view() == before.view()
        assert self.play.undone == before.undone
        assert self.play.message == ""

    @rule(torn=st.binary(min_size=1, max_size=30).filter(lambda data: b"\n" not in data))
    def die_while_writing(self, torn: bytes) -> None:
        with self.path.open("ab") as file:
            file.write(torn)
        self.close_and_continue()

    @rule()
    def meet_a_new_version(self) -> None:
        self.scenario = replace(self.scenario, content_hash=self.scenario.content_hash + "+")
        view = self.play.view()
        self.play = Playthrough.resume(self.path, lambda _: self.scenario)
        assert "has changed" in self.play.message
        assert self.play.journal_path is not None
        self.path = self.play.journal_path
        self.play.message = ""
        assert self.play.view() == view

    @invariant()
    def the_line_of_play_is_kept(self) -> None:
        assert [decision.choice for decision in self.play.decisions] == self.line
        assert len(self.play.undone) == self.taken_back

    @invariant()
    def the_journal_tells_the_same(self) -> None:
        record = journal.read(self.path)
        replayed = Playthrough.replay(record, self.scenario, self.play.terms)
        assert replayed.state == self.play.state


TestPeople = People.TestCase
TestPeople.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
