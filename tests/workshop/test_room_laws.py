"""Laws of every room, whatever is done in whatever order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.play.catalog import ENGLISH
from app.workshop import orders
from app.workshop.cockpit import cockpit_view, possible
from app.workshop.events import Mode, TieRule, from_fields, to_fields
from app.workshop.folding import fold
from app.workshop.orders import Refused
from app.workshop.record import record, replay
from app.workshop.room import Phase, Room
from app.workshop.views import Scenes, phone_view, projector_view
from tests.workshop.rooms import SECRET, Driver, snapshot

PLAIN = (
    orders.show_scene,
    orders.open_vote,
    orders.close_vote,
    orders.reveal,
    orders.show_consequence,
    orders.undo,
    orders.end_fork,
)
CHOICES = ("look", "ask", "restore", "hand_over", "nonsense")
numbers = st.integers(0, 3)


class Workshops(RuleBasedStateMachine):
    """Facilitator and phones do what they like; most of it in an order that makes sense."""

    @initialize(mode=st.sampled_from(Mode), tie=st.sampled_from(TieRule), seed=st.integers(0, 9))
    def open(self, mode: Mode, tie: TieRule, seed: int) -> None:
        self.at = Driver(mode, tie_rule=tie, seed=seed)
        self.at.people(2)
        self.devices = 2

    def attempt(self, order: Callable[..., Any], *given: Any, **named: Any) -> bool:
        before = snapshot(self.at.room) if len(self.at.log) % 7 == 0 else None
        try:
            self.at.do(order, *given, **named)
        except Refused:
            if before is not None:
                assert snapshot(self.at.room) == before
            return False
        return True

    def someone(self, number: int) -> str:
        return f"p{number + 1}"

    @rule(order=st.sampled_from(PLAIN))
    def go_on(self, order: Callable[..., Any]) -> None:
        self.attempt(order)

    @rule()
    def whatever_is_possible(self) -> None:
        room = self.at.room
        for name in ("show_consequence", "reveal", "close_vote", "open_vote", "show_scene"):
            if name in possible(room):
                assert self.attempt(getattr(orders, name))
                return

    @rule(team=st.sampled_from(("", "t1", "t2", "t9")))
    def join(self, team: str) -> None:
        self.devices += 1
        device = f"late-{self.devices}"
        self.attempt(orders.join, device, "Jo", team, f"way-{device}")

    @rule(number=numbers, another=st.booleans())
    def come_back(self, number: int, another: bool) -> None:
        ways = list(self.at.room.ways_back)
        if number >= len(ways):
            return
        self.devices += another
        device = f"back-{self.devices}"
        knew = device in self.at.room.devices or device in self.at.room.left
        person = self.at.room.participants[self.at.room.ways_back[ways[number]]]
        done = self.attempt(orders.come_back, ways[number], device)
        assert done is not (knew or person.removed)

    @rule()
    def forget_all(self) -> None:
        if len(self.at.log) > 30:
            self.attempt(orders.delete_personal_data)
            assert not any((self.at.room.devices, self.at.room.left, self.at.room.ways_back))

    @rule(number=numbers, choice=st.sampled_from(CHOICES), sure=st.sampled_from((None, 1, 3)))
    def vote(self, number: int, choice: str, sure: int | None) -> None:
        room, person = self.at.room, self.someone(number)
        if not room.ballots or person not in room.participants:
            return
        line = room.line(room.participants[person].track)
        step = len(line.decisions) if line else 0
        was_open = room.phase is Phase.VOTING and not room.paused
        if self.attempt(orders.vote, person, room.ballots[-1].number, step, choice, sure):
            assert was_open

    @rule(number=numbers, ballot=st.integers(-1, 9), step=st.integers(-1, 4))
    def vote_wrongly(self, number: int, ballot: int, step: int) -> None:
        room = self.at.room
        person = room.participants.get(self.someone(number))
        line = room.line(person.track) if person else None
        right = room.ballots[-1].number if room.phase is Phase.VOTING else None
        done = self.attempt(orders.vote, self.someone(number), ballot, step, "restore")
        if done:
            assert (ballot, step) == (right, len(line.decisions) - (room.mode is Mode.SOLO))

    @rule(track=st.sampled_from(("room", "t1", "t2")), choice=st.sampled_from(CHOICES), n=numbers)
    def type_in(self, track: str, choice: str, n: int) -> None:
        self.attempt(orders.paper_votes, track, {choice: n})

    @rule(track=st.sampled_from(("room", "t1", "t2")), choice=st.sampled_from(CHOICES))
    def decide(self, track: str, choice: str) -> None:
        self.attempt(orders.decide, track, choice)

    @rule(step=numbers, order=st.sampled_from((orders.rewind, orders.fork)))
    def go_back(self, step: int, order: Callable[..., Any]) -> None:
        self.attempt(order, step)

    @rule(number=numbers, team=st.sampled_from(("t1", "t2")))
    def move(self, number: int, team: str) -> None:
        self.attempt(orders.set_team, self.someone(number), team)

    @rule(on=st.booleans(), order=st.sampled_from((orders.pause, orders.blank)))
    def switch(self, on: bool, order: Callable[..., Any]) -> None:
        self.attempt(order, on)

    @rule(number=numbers)
    def send_out(self, number: int) -> None:
        if len(self.at.room.participants) > 2:
            self.attempt(orders.remove, self.someone(number))

    @rule(step=numbers, number=numbers)
    def debrief(self, step: int, number: int) -> None:
        if len(self.at.log) > 12:
            self.attempt(orders.debrief, step)
            self.attempt(orders.commit, self.someone(number), "Test it.")

    # --- laws ----------------------------------------------------------------------------

    @invariant()
    def what_was_taken_is_what_is_played(self) -> None:
        room = self.at.room
        for track in room.tracks.values():
            played = [decision.choice for decision in track.play.decisions]
            if room.mode is Mode.SOLO:
                assert played == [
                    vote.choice for ballot in room.ballots for vote in ballot.votes.values()
                    if vote.participant == track.id
                ]  # fmt: skip
                continue
            taken = [
                ballot.taken[track.id]
                for ballot in room.ballots
                if not ballot.fork and not ballot.void and track.id in ballot.taken
            ]
            assert played == taken

    @invariant()
    def all_face_the_same_server(self) -> None:
        room = self.at.room
        lines = [play for t in room.tracks.values() for play in (t.play, t.beside) if play]
        assert len({(line.state.deal.seed, line.state.deal.world) for line in lines}) <= 1

    @invariant()
    def one_vote_each(self) -> None:
        for ballot in self.at.room.ballots:
            if self.at.room.mode is not Mode.SOLO:
                voters = [participant for participant, _ in ballot.votes]
                assert len(voters) == len(set(voters))
            for vote in ballot.votes.values():
                closed = ballot.closed if ballot.closed is not None else vote.at
                assert ballot.opened <= vote.at <= closed

    @invariant()
    def one_device_each(self) -> None:
        room = self.at.room
        held = {person.device: person.id for person in room.participants.values() if person.device}
        assert room.devices == held
        assert not room.left & room.devices.keys()

    @invariant()
    def phones_and_projector_are_told_nothing_secret(self) -> None:
        room = self.at.room
        told = everything_told(room)
        assert SECRET not in repr(told)
        with other_facts(room):
            assert everything_told(room) == told
        for person in room.participants:
            with other_votes(room, person):
                assert phone_view(Scenes(room, ENGLISH), person) == told[person]
                assert projector_view(Scenes(room, ENGLISH), ("p1",)) == told["wall"]

    @invariant()
    def every_view_can_be_made(self) -> None:
        view = cockpit_view(Scenes(self.at.room, ENGLISH), {"p1"}, self.at.now)
        assert view.can == possible(self.at.room)
        for track in record(self.at.room).tracks:
            assert replay(self.at.room, track).state == self.at.room.tracks[track.id].play.state

    def teardown(self) -> None:
        """The log tells the same room again, also by way of the disk's plain data."""
        if not hasattr(self, "at"):
            return
        stored = [(at, from_fields(*to_fields(event))) for at, event in self.at.log]
        assert stored == self.at.log
        assert snapshot(fold(self.at.scenario, stored)) == snapshot(self.at.room)


def everything_told(room: Room) -> dict[str, Any]:
    """What phones (by participant) and the wall are told of a room."""
    scenes = Scenes(room, ENGLISH)
    views: dict[str, Any] = {person: phone_view(scenes, person) for person in room.participants}
    return {**views, "wall": projector_view(scenes, ("p1",))}


@contextmanager
def other_votes(room: Room, but: str) -> Iterator[None]:
    """Had all but one voted otherwise in the ballot under way, unless it was revealed."""
    ballot = room.ballot
    if ballot is None or room.phase is Phase.REVEALED or room.mode is Mode.SOLO:
        yield
        return
    before = dict(ballot.votes)
    for key, vote in before.items():
        if vote.participant != but:
            options = ballot.questions[vote.track].options
            shifted = options[(options.index(vote.choice) + 1) % len(options)]
            ballot.votes[key] = replace(vote, choice=shifted, confidence=2)
    try:
        yield
    finally:
        ballot.votes.update(before)


@contextmanager
def other_facts(room: Room) -> Iterator[None]:
    """Were this a server that hides other facts but has shown the same so far."""
    plays = [play for track in room.tracks.values() for play in (track.play, track.beside) if play]
    before = [play._states[-1] for play in plays]
    for play, state in zip(plays, before, strict=True):
        world = tuple(1 - code for code in state.deal.world)
        play._states[-1] = replace(state, deal=replace(state.deal, world=world))
    try:
        yield
    finally:
        for play, state in zip(plays, before, strict=True):
            play._states[-1] = state


Workshops.TestCase.settings = settings(max_examples=25, stateful_step_count=40, deadline=None)
TestWorkshops = Workshops.TestCase
