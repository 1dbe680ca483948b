"""The middle of the cockpit during the story: votes as they come in, and the guide."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.gui.language import reader
from app.gui.theme import theme_of
from app.gui.widgets.bars import Bar, BarChart, Look
from app.gui.widgets.flow import Flow
from app.gui.widgets.layouts import clear, show_all
from app.gui.widgets.scroll import Scroll
from app.gui.widgets.text import Button, Prose, label
from app.gui.workshop.wall_pages import vote_bars
from app.play.wording import clock
from app.workshop.cockpit import CockpitView, GuideView, TrackView
from app.workshop.room import Phase, Verdict


class Guide(QFrame):
    """What the scenario tells a facilitator: notes, questions to ask, the expected answer."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self.setAccessibleName(self.tr("For you alone"))
        theme = theme_of()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[theme.space(4)] * 4)
        self._column.setSpacing(theme.space(2))
        self._shown: tuple[GuideView, str] | None = None
        self.hide()

    def show_guide(self, guide: GuideView | None, scene: str = "") -> None:
        """Show it; None hides the box. ``scene``: the one it is for, where that comes next."""
        self.setVisible(guide is not None)
        if guide is None or (guide, scene) == self._shown:
            return
        self._shown = guide, scene
        clear(self._column)
        alone = self.tr("For you alone")
        if scene:
            alone = self.tr("For you alone, for the next scene: {scene}").replace("{scene}", scene)
        self._column.addWidget(label(alone, "small_strong", "accent", wrap=True))
        if guide.notes:
            self._column.addWidget(label(guide.notes, "body", wrap=True))
        if guide.questions:
            self._column.addWidget(label(self.tr("To ask"), "small_strong", "muted"))
            for question in guide.questions:
                self._column.addWidget(label(f"–  {question}", "body", wrap=True))
        if guide.expected_answer:
            self._column.addWidget(label(self.tr("Expected answer"), "small_strong", "muted"))
            self._column.addWidget(label(guide.expected_answer, "body", wrap=True))
        show_all(self._column)


class StagePanel(Scroll):
    """One play at a time. ``decided`` carries a track and the choice the facilitator takes."""

    decided = Signal(str, str)

    def __init__(self) -> None:
        inner = QWidget()
        super().__init__(inner)
        self._track = ""
        self._view: CockpitView | None = None
        self._open_ties: frozenset[str] = frozenset()
        self._offered: tuple[str, tuple[str, ...]] | None = None
        self._tracks = Flow(130)
        self._buttons: dict[str, Button] = {}
        self.moment = label("", "caption", "muted")
        self.title = label("", "title", wrap=True)
        self.state = label("", "small", "muted", wrap=True)
        self.votes = BarChart(self.tr("Votes as they come in"))
        self.tie = QFrame()
        self.tie.setProperty("surface", "consequence")
        self._tied = QVBoxLayout(self.tie)
        self.guide = Guide()
        self.story = Prose("body", leading=112)
        self._story_head = label("", "small_strong", "muted")
        self.coming = Prose("body", leading=112)
        self._coming_head = label("", "small_strong", "muted", wrap=True)
        theme = theme_of()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.space(3), 0)
        column.setSpacing(theme.space(3))
        column.addLayout(self._tracks)
        heading = QVBoxLayout()
        heading.setSpacing(0)
        heading.addWidget(self.moment)
        heading.addWidget(self.title)
        column.addLayout(heading)
        column.addWidget(self.state)
        column.addWidget(self.votes)
        column.addWidget(self.tie)
        column.addWidget(self.guide)
        column.addWidget(self._story_head)
        column.addWidget(self.story)
        column.addWidget(self._coming_head)
        column.addWidget(self.coming)
        column.addStretch(1)

    def show_view(self, view: CockpitView) -> None:
        """Show the play that was chosen, the first one until then."""
        self._view = view
        ids = [track.id for track in view.tracks]
        if self._track not in ids:
            self._track = ids[0] if ids else ""
        self._turn_to_tie(view.tracks)
        self._show_tracks(view.tracks)
        track = next((one for one in view.tracks if one.id == self._track), None)
        if track is None:
            self._show_race(view)
            return
        self._show_scene(view, track)
        self._show_votes(view, track)
        self._show_tie(view, track)
        scene = track.scene
        is_ahead = view.projector.phase is Phase.CONSEQUENCE and scene and not scene.is_ending
        self.guide.show_guide(track.guide, scene.title if scene and is_ahead else "")

    def choose(self, track: str) -> None:
        """Look at another team."""
        self._track = track
        if self._view is not None:
            self.show_view(self._view)

    def _turn_to_tie(self, tracks: tuple[TrackView, ...]) -> None:
        """Show a team that waits for the facilitator once there is one, or once one is settled."""
        ties = [track.id for track in tracks if track.verdict is Verdict.FACILITATOR]
        if frozenset(ties) != self._open_ties and ties and self._track not in ties:
            self._track = ties[0]
        self._open_ties = frozenset(ties)

    def _show_tracks(self, tracks: tuple[TrackView, ...]) -> None:
        if [*self._buttons] != [track.id for track in tracks]:
            clear(self._tracks)
            self._buttons = {}
            for track in tracks if len(tracks) > 1 else ():
                button = Button(track.label, "quiet")
                button.setCheckable(True)
                button.setAutoExclusive(True)
                button.clicked.connect(lambda _=False, id_=track.id: self.choose(id_))
                self._tracks.addWidget(button)
                self._buttons[track.id] = button
            show_all(self._tracks)
        for track in tracks:
            if track.id in self._buttons:
                button = self._buttons[track.id]
                button.setText(_track_text(track))
                button.setAccessibleName(_track_text(track))
                button.setChecked(track.id == self._track)

    def _show_scene(self, view: CockpitView, track: TrackView) -> None:
        scene = track.scene
        self.moment.setText(clock(scene.now, reader()) if scene else "")
        away = self.tr("This team sits the “what if” out")
        coming: tuple[str, ...] = ()
        title, told = (scene.title, scene.paragraphs) if scene else (away, ())
        if scene is not None and scene.is_ending:
            told = (*scene.consequence, *scene.paragraphs)
        elif scene is not None and view.projector.phase is Phase.CONSEQUENCE:
            # The wall shows the next scene only once it is asked for.
            title, told = self.tr("What came of it"), scene.consequence
            offered = (f"{n}. {one.text}" for n, one in enumerate(scene.choices, 1))
            coming = (*scene.paragraphs, *offered)
            self._coming_head.setText(self.tr("Next: {scene}").replace("{scene}", scene.title))
        self.title.setText(title)
        self.story.set_paragraphs(told)
        apart = view.projector.scene is None
        self._story_head.setText(self.tr("On the phones") if apart else self.tr("On the wall"))
        self._story_head.setVisible(bool(told))
        self.coming.set_paragraphs(coming)
        self._coming_head.setVisible(bool(coming))
        self.state.setText(self._state(view, track))

    def _state(self, view: CockpitView, track: TrackView) -> str:
        wall = view.projector
        texts = {
            Phase.SCENE: self.tr("The scene is on the wall, the vote is not open yet."),
            Phase.VOTING: self.tr("The vote is open; nobody but you sees these votes."),
            Phase.CLOSED: self.tr("The vote is closed; the wall does not show it yet."),
            Phase.REVEALED: self.tr("The wall shows how the votes fell."),
            Phase.CONSEQUENCE: self.tr("The wall shows what came of it."),
        }
        if wall.scene is None:
            # Teams that are apart have nothing on the wall but how far they are.
            texts[Phase.SCENE] = self.tr("The phones show each team its scene; no vote is open.")
            texts[Phase.CONSEQUENCE] = self.tr("The phones show each team what came of it.")
        told = texts.get(wall.phase, "")
        if wall.phase in (Phase.CLOSED, Phase.REVEALED) and track.verdict is Verdict.DECIDED:
            offered = track.scene.choices if track.scene is not None else ()
            taken = next((one.text for one in offered if one.id == track.choice), "")
            decided = self.tr("Decided: {choice}").replace("{choice}", taken)
            told = f"{told} {decided}." if taken else told
        if track.sure is not None:
            sure = self.tr("How sure on average: {n} of 3").replace(
                "{n}", QLocale().toString(track.sure, "f", 1)
            )
            told = f"{told} {sure}."
        return told

    def _show_votes(self, view: CockpitView, track: TrackView) -> None:
        scene = track.scene
        options = scene.choices if scene is not None else ()
        shown = bool(options) and view.projector.phase is not Phase.CONSEQUENCE
        self.votes.setVisible(shown)
        if not shown:
            return
        texts = {choice.id: choice.text for choice in options}
        if track.tally is None:
            bars = [Bar(text, 0, 0, "", Look.PLAIN) for text in texts.values()]
        else:
            bars = vote_bars(track.tally, texts, {})
        if list(self.votes.bars) != bars:
            self.votes.set_bars(bars)

    def _show_tie(self, view: CockpitView, track: TrackView) -> None:
        mine = track.verdict is Verdict.FACILITATOR
        self.tie.setVisible(mine)
        offered = (track.id, track.tied) if mine else None
        if offered == self._offered:
            return
        self._offered = offered
        clear(self._tied)
        if not mine:
            return
        self._tied.addWidget(label(self.tr("No majority: you decide"), "strong"))
        texts = {choice.id: choice.text for choice in track.scene.choices} if track.scene else {}
        before: QWidget = self.votes
        for choice in track.tied:
            button = Button(texts.get(choice, choice), "entry")
            button.clicked.connect(lambda _=False, id_=choice: self.decided.emit(track.id, id_))
            self._tied.addWidget(button)
            QWidget.setTabOrder(before, button)
            before = button
        show_all(self._tied)

    def first_tied(self) -> Button | None:
        """What can be decided first; None when nothing waits for it."""
        return None if self.tie.isHidden() else self.tie.findChild(Button)

    def _show_race(self, view: CockpitView) -> None:
        for part in (self.tie, self._story_head, self.story, self._coming_head, self.coming):
            part.hide()
        bars = self._progress(view)
        self.votes.setVisible(bool(bars))
        if list(self.votes.bars) != bars:
            self.votes.set_bars(bars)
        self.guide.show_guide(None)
        self.moment.setText("")
        self.title.setText(self.tr("Everybody plays alone"))
        counts = self.tr("At an ending: {n} of {all}")
        wall = view.projector
        counts = counts.replace("{n}", str(wall.ended)).replace("{all}", str(wall.people))
        self.state.setText(counts)

    def _progress(self, view: CockpitView) -> list[Bar]:
        """How many are how far, the furthest first."""
        ended = sum(1 for one in view.people if one.ended)
        taken = Counter(one.decisions for one in view.people if not one.ended)
        bars = [Bar(self.tr("At an ending"), 0, ended, str(ended), Look.MONEY)] if ended else []
        for number in sorted(taken, reverse=True):
            text = self.tr("Decisions taken: {n}").replace("{n}", str(number))
            bars.append(Bar(text, 0, taken[number], str(taken[number]), Look.MONEY_PART))
        return bars


def _track_text(track: TrackView) -> str:
    if track.ended:
        return f"{track.label} \N{BLACK SQUARE}"
    votes = sum(count for _, count in track.tally) if track.tally is not None else None
    return track.label if votes is None else f"{track.label} {votes}/{track.members}"
