"""What each audience may know of a room: frozen data in the reader's language.

A phone and the projector get only what everybody in front of them may know: no votes before
the ballot is revealed, nothing of the facilitator's, and of the story only what its own play has
shown. Teams play one server, so that one team's scene would tell the others what is hidden:
the projector shows a scene only while all plays stand at the very same point.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from app.engine.scenario import DecisionNode
from app.play.catalog import Catalog, marked
from app.play.playthrough import Playthrough
from app.play.scene import scene_view
from app.play.view import ChoiceView, SceneView
from app.play.wording import clock, duration, money
from app.workshop.events import Mode
from app.workshop.room import Ballot, Participant, Phase, Room

Tally = tuple[tuple[str, int], ...]
"""Votes by choice id, in the order of the choices."""

_TOLD = (Phase.REVEALED,)
_ASKED = (Phase.SCENE, Phase.VOTING, Phase.CLOSED, Phase.REVEALED)


@dataclass(frozen=True, slots=True)
class OptionView:
    """A choice on a phone; ``price``: hours and money in words, empty when not knowable."""

    id: str
    text: str
    detail: str
    price: str


@dataclass(frozen=True, slots=True)
class PhoneScene:
    """A scene as a phone shows it. ``consequence``: what the last choice led to."""

    title: str
    clock: str
    client_loss: str
    consequence: tuple[str, ...]
    paragraphs: tuple[str, ...]
    options: tuple[OptionView, ...]
    ended: bool


@dataclass(frozen=True, slots=True)
class PhoneView:
    """One phone's screen. ``vote`` and ``confidence`` are its own; ``ballot`` is 0 when no vote
    is open; ``tally`` is None until its votes are revealed; ``taken`` is the choice taken last.
    """

    phase: Phase
    mode: Mode
    participant: str
    name: str
    team: str
    teams: tuple[str, ...]
    paused: bool
    what_if: bool
    scene: PhoneScene | None
    ballot: int
    step: int
    vote: str
    confidence: int | None
    tally: Tally | None
    taken: str
    taken_text: str
    debrief_step: int
    commitment: str


@dataclass(frozen=True, slots=True)
class TeamBoard:
    """A team on the projector: how far it is, and never what it found."""

    id: str
    label: str
    members: int
    voted: int
    decisions: int
    ended: bool
    tally: Tally | None


@dataclass(frozen=True, slots=True)
class ProjectorView:
    """The wall. ``scene`` is None while the plays differ; ``tally`` until it is revealed.

    ``earlier``: the first distribution, beside that of a revote. ``here`` of ``people`` are
    connected; ``voted`` of ``asked`` have voted. Timer in ms since 1970, or ms left when paused.
    """

    phase: Phase
    mode: Mode
    scenario: str
    title: str
    blank: bool
    paused: bool
    what_if: bool
    timer_ends: int | None
    timer_left: int | None
    people: int
    here: int
    asked: int
    voted: int
    scene: SceneView | None
    tally: Tally | None
    earlier: Tally | None
    taken: str
    taken_text: str
    boards: tuple[TeamBoard, ...]
    ended: int
    debrief_step: int


class Scenes:
    """The scenes of a room's plays in one language; built once for each state of a play."""

    def __init__(self, room: Room, catalog: Catalog) -> None:
        self.room = room
        self.catalog = catalog
        self._views: dict[str, tuple[object, SceneView]] = {}
        self._phones: dict[str, tuple[SceneView, PhoneScene]] = {}

    def of(self, track: str) -> SceneView | None:
        """The scene that a track is at; None when it sits a "what if" out."""
        line = self.room.line(track) if track in self.room.tracks else None
        if line is None:
            return None
        state, view = self._views.get(track, (None, None))
        if view is None or state is not line.state:
            view = scene_view(line.state, self.catalog)
            self._views[track] = line.state, view
        return view

    def phone(self, track: str) -> PhoneScene | None:
        """The same for a phone."""
        view = self.of(track)
        if view is None:
            return None
        known, scene = self._phones.get(track, (None, None))
        if scene is None or known is not view:
            scene = _phone_scene(view, self.catalog)
            self._phones[track] = view, scene
        return scene

    def shared(self) -> SceneView | None:
        """The scene that all plays are at by the very same way; None when they differ."""
        room = self.room
        if room.mode is Mode.SOLO:
            return None
        tracks = [track for track in room.tracks if room.line(track) is not None]
        ways = {_way(room.line(track)) for track in tracks}
        return self.of(tracks[0]) if len(ways) == 1 else None


def phone_view(scenes: Scenes, participant: str) -> PhoneView:
    """What the phone of somebody shows."""
    room = scenes.room
    person = room.participants[participant]
    voting = room.phase is Phase.VOTING and not room.paused
    scene = scenes.phone(person.track) if _story_is_on(room) else None
    open_ = voting and scene is not None and not scene.ended
    vote = room.vote_of(participant)
    line = room.line(person.track) if person.track in room.tracks else None
    return PhoneView(
        phase=room.phase,
        mode=room.mode,
        participant=person.id,
        name=person.name,
        team=person.track if room.mode is Mode.TEAMS else "",
        teams=tuple(room.tracks) if room.mode is Mode.TEAMS else (),
        paused=room.paused,
        what_if=bool(room.fork),
        scene=scene,
        ballot=room.ballots[-1].number if open_ else 0,
        step=len(line.decisions) if line is not None else 0,
        vote=vote.choice if vote else "",
        confidence=vote.confidence if vote else None,
        tally=_revealed_tally(room, person.track),
        taken=_taken(room, person.track),
        taken_text=_taken_text(scenes, person.track),
        debrief_step=room.debrief_step,
        commitment=person.commitment,
    )


def projector_view(scenes: Scenes, here: Collection[str]) -> ProjectorView:
    """What the wall shows; ``here``: ids of the participants that are connected."""
    room = scenes.room
    people = tuple(room.present)
    scene = scenes.shared() if _story_is_on(room) else None
    first = next(iter(room.tracks), "")
    together = scene is not None and room.mode is Mode.ROOM
    return ProjectorView(
        phase=room.phase,
        mode=room.mode,
        scenario=room.scenario.id,
        title=scenes.catalog.text(room.scenario.title),
        blank=room.blank,
        paused=room.paused,
        what_if=bool(room.fork),
        timer_ends=room.timer_ends,
        timer_left=room.timer_left,
        people=len(people),
        here=sum(1 for person in people if person.id in here),
        asked=len(askable(room)),
        voted=sum(1 for person in askable(room) if room.vote_of(person.id)),
        scene=scene,
        tally=_revealed_tally(room, first) if together else None,
        earlier=_earlier_tally(room, first) if together else None,
        taken=_taken(room, first) if together else "",
        taken_text=_taken_text(scenes, first) if together else "",
        boards=_boards(scenes, scene is not None),
        ended=sum(1 for track in room.tracks.values() if track.play.state.is_terminal()),
        debrief_step=room.debrief_step,
    )


def askable(room: Room) -> tuple[Participant, ...]:
    """Everybody whose play is at a decision while a vote is open."""
    if room.phase is not Phase.VOTING:
        return ()
    playing = set(room.playing())
    return tuple(person for person in room.present if person.track in playing)


def team_label(track: str, catalog: Catalog) -> str:
    """What a team is called: "Team 3"."""
    return catalog.message("Team {number}", {"number": track.removeprefix("t")})


def price(choice: ChoiceView, catalog: Catalog) -> str:
    """A price tag in words: ``1 h · 200.00 EUR``; empty when it cannot be known or is nothing."""
    parts = []
    if choice.minutes:
        parts.append(duration(choice.minutes, catalog))
    parts += [
        catalog.message(whose, {"amount": money(cents, catalog.language)})
        for whose, cents in (
            (marked("client: {amount}"), choice.client_cost),
            (marked("you: {amount}"), choice.own_cost),
        )
        if cents
    ]
    # A price is not torn apart at the end of a line.
    return " · ".join(part.replace(" ", "\u00a0") for part in parts)


def in_order(ballot: Ballot, track: str, counts: Iterable[tuple[str, int]]) -> Tally:
    """Counts in the order in which the choices were offered."""
    order = ballot.questions[track].options
    return tuple(sorted(counts, key=lambda item: order.index(item[0])))


# --- inside ------------------------------------------------------------------------------


def _story_is_on(room: Room) -> bool:
    return room.phase in (*_ASKED, Phase.CONSEQUENCE)


def _way(line: Playthrough | None) -> object:
    return None if line is None else line.state.information_state()


def _revealed_tally(room: Room, track: str) -> Tally | None:
    ballot = room.ballot
    if ballot is None or room.phase not in _TOLD or track not in ballot.questions:
        return None
    return in_order(ballot, track, room.tally(ballot, track).items())


def _earlier_tally(room: Room, track: str) -> Tally | None:
    """The distribution before a revote, once both have been shown."""
    ballot = room.ballot
    if ballot is None or not ballot.revote or room.phase not in _TOLD or len(room.ballots) < 2:
        return None
    before = room.ballots[-2]
    if not before.revealed or before.questions.get(track) != ballot.questions.get(track):
        return None
    return in_order(before, track, room.tally(before, track).items())


def _taken(room: Room, track: str) -> str:
    if room.phase is not Phase.CONSEQUENCE or not room.ballots:
        return ""
    return room.ballots[-1].taken.get(track, "")


def _taken_text(scenes: Scenes, track: str) -> str:
    room = scenes.room
    taken = _taken(room, track)
    if not taken:
        return ""
    node = room.scenario.nodes[room.ballots[-1].questions[track].node]
    assert isinstance(node, DecisionNode)
    return scenes.catalog.text(next(choice.text for choice in node.choices if choice.id == taken))


def _boards(scenes: Scenes, shared: bool) -> tuple[TeamBoard, ...]:
    room = scenes.room
    if room.mode is not Mode.TEAMS:
        return ()
    boards = []
    for track in room.tracks:
        members = room.members(track)
        line = room.line(track)
        boards.append(
            TeamBoard(
                id=track,
                label=team_label(track, scenes.catalog),
                members=len(members),
                voted=sum(1 for person in members if room.vote_of(person.id)),
                decisions=len(line.decisions) if line else 0,
                ended=line is not None and line.state.is_terminal(),
                tally=_revealed_tally(room, track) if shared else None,
            )
        )
    return tuple(boards)


def _phone_scene(view: SceneView, catalog: Catalog) -> PhoneScene:
    return PhoneScene(
        title=view.title,
        clock=clock(view.now, catalog),
        client_loss=money(view.client_loss, catalog.language),
        consequence=view.consequence,
        paragraphs=view.paragraphs,
        options=tuple(
            OptionView(choice.id, choice.text, choice.detail, price(choice, catalog))
            for choice in view.choices
        ),
        ended=view.is_ending,
    )
