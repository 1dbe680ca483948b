"""One person's play of one scenario: choose, undo, autosave, resume, replay."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.engine import settlement
from app.engine.coverage import InsurancePolicy, insurance_terms
from app.engine.errors import IllegalChoiceError
from app.engine.scenario import Plan, Scenario
from app.engine.settlement import Settlement
from app.engine.state import State
from app.phrase import Phrase
from app.play import journal as journals
from app.play.branches import left_behind
from app.play.catalog import ENGLISH, Catalog, marked
from app.play.journal import (
    Chosen,
    Event,
    Header,
    Hint,
    Journal,
    Note,
    Record,
    Undo,
)
from app.play.journal_error import JournalError
from app.play.scene import log_book, scene_view
from app.play.standing import OwnNote, Standing, Undone, events_of, standing
from app.play.view import LogView, SceneView

MAX_DECISIONS = 2_000
"""More than any real play; keeps a hostile journal from taking all day."""


class UndoError(Exception):
    """There is nothing to take back, or an examination forbids it."""


class HintError(Exception):
    """A hint is not to be had here."""


class Playthrough:
    """A play in progress. Nothing here shows a hidden fact; ``state`` knows them all.

    With a journal every decision is on the disk before the call returns. ``message`` is a
    sentence for the player when resuming could not take up everything, else empty.
    """

    def __init__(
        self,
        start: State,
        header: Header,
        journal: Journal | None = None,
        catalog: Catalog = ENGLISH,
    ) -> None:
        self._states = [start.advance()]
        self._decisions: list[Chosen] = []
        self._header = header
        self._journal = journal
        self._undone: list[Undone] = []
        self._left_behind: list[State] = []
        self._notes: list[OwnNote] = []
        self._hints: list[str] = []
        self._since = time.monotonic()
        self.catalog = catalog
        self.message = ""

    @classmethod
    def start(
        cls,
        scenario: Scenario,
        terms: InsurancePolicy,
        seed: int,
        journal_path: Path | None = None,
        *,
        exam: bool = False,
        plan: Plan | None = None,
        catalog: Catalog = ENGLISH,
    ) -> Playthrough:
        """A new play. ``plan``, a retelling, fixes its facts and outcomes, not the choices.

        Raises JournalError when the journal cannot be created.
        """
        header = Header(
            scenario=scenario.id,
            content_hash=scenario.content_hash,
            terms=terms.id,
            seed=seed,
            exam=exam,
            facts=dict(plan.facts) if plan else {},
            outcomes=dict(plan.outcomes) if plan else {},
            started=journals.now(),
        )
        first = State.start(scenario, terms, seed, header.facts, header.outcomes)
        journal = Journal.create(journal_path, header) if journal_path else None
        return cls(first, header, journal, catalog)

    @classmethod
    def replay(
        cls,
        record: Record,
        scenario: Scenario,
        terms: InsurancePolicy,
        catalog: Catalog = ENGLISH,
    ) -> Playthrough:
        """The play that a journal tells of, without writing to it.

        Decisions that no longer exist end the replay early; ``message`` then says so.
        """
        words = {fact.id: fact.domain.words for fact in scenario.facts}
        facts = {id_: w for id_, w in record.header.facts.items() if w in words.get(id_, ())}
        header = replace(record.header, facts=facts)
        first = State.start(scenario, terms, header.seed, facts, header.outcomes)
        play = cls(first, header, None, catalog)
        play._retell(record.events)
        return play

    @classmethod
    def resume(
        cls,
        path: Path,
        scenario_of: Callable[[str], Scenario],
        catalog: Catalog = ENGLISH,
    ) -> Playthrough:
        """Go on with a saved play; further decisions are appended to its journal.

        A damaged journal is renamed, and JournalError says what is wrong and where it is
        now. A journal of an older version of the scenario is kept beside a new one, which
        holds what is still valid. Errors of ``scenario_of`` pass through.
        """
        try:
            record = journals.read(path)
        except JournalError as error:
            if not error.damaged:
                raise
            kept = journals.set_aside(path)
            raise JournalError(
                path,
                error.line,
                error.wrong,
                marked("it is kept as {kept}; start a new play"),
                details={**error.details, "kept": kept.name},
            ) from error
        scenario = scenario_of(record.header.scenario)
        play = cls.replay(record, scenario, journaled_terms(record, scenario), catalog)
        if play.message:
            play._journal = play._rewritten(path)
        else:
            play._journal = Journal.reopen(record)
        return play

    # --- what a screen asks ------------------------------------------------------------

    @property
    def state(self) -> State:
        """Where the play stands: always at a decision or an ending."""
        return self._states[-1]

    @property
    def scenario(self) -> Scenario:
        """What is being played."""
        return self.state.scenario

    @property
    def terms(self) -> InsurancePolicy:
        """The insurance that the player holds."""
        return self.state.terms

    @property
    def seed(self) -> int:
        """The number of this server: the same seed hides the same facts."""
        return self._header.seed

    @property
    def exam(self) -> bool:
        """Whether this is an examination: no undo, no hints."""
        return self._header.exam

    @property
    def header(self) -> Header:
        """What the journal's first line says."""
        return self._header

    @property
    def journal_path(self) -> Path | None:
        """Where the play is saved, if it is."""
        return self._journal.path if self._journal else None

    @property
    def undone(self) -> tuple[Undone, ...]:
        """The decisions taken back so far, in the order in which they were."""
        return tuple(self._undone)

    @property
    def left_behind(self) -> tuple[State, ...]:
        """The states that were seen and then taken back, in the order in which they were."""
        return tuple(self._left_behind)

    @property
    def decisions(self) -> tuple[Chosen, ...]:
        """The decisions that stand, first one first."""
        return tuple(self._decisions)

    @property
    def notes(self) -> tuple[OwnNote, ...]:
        """What the player wrote into the log book, on ways taken back too."""
        return tuple(self._notes)

    @property
    def hints(self) -> tuple[str, ...]:
        """The decision nodes at which hints were taken; undo does not give them back."""
        return tuple(self._hints)

    @property
    def can_undo(self) -> bool:
        """Whether a decision can be taken back."""
        return bool(self._decisions) and not self.exam

    def view(self) -> SceneView:
        """What the screen shows now."""
        return scene_view(self.state, self.catalog, self._log())

    def settlement(self) -> Settlement:
        """Who bears what, as things stand now."""
        return settlement.settle(self.scenario, self.state.values, self.terms)

    # --- what a player does ------------------------------------------------------------

    def earlier(self) -> tuple[tuple[SceneView, str], ...]:
        """The scenes that lie behind, first one first, each with the text of the choice taken."""
        return tuple(
            (
                scene_view(state, self.catalog),
                next(
                    self.catalog.text(choice.text)
                    for choice in state.legal_choices()
                    if choice.id == decision.choice
                ),
            )
            for state, decision in zip(self._states, self._decisions, strict=False)
        )

    def choose(self, choice_id: str, sure: str = "") -> None:
        """Take a choice; chance then moves until the next decision or ending.

        ``sure``: how sure the player says to be, one of ``journal.SURE``; it is not scored.
        Raises IllegalChoiceError, or JournalError when the decision could not be saved; in both
        cases nothing has changed.
        """
        if len(self._decisions) >= MAX_DECISIONS:
            raise IllegalChoiceError(
                Phrase("a play has at most {most} decisions; start anew", most=MAX_DECISIONS)
            )
        seconds = min(int(time.monotonic() - self._since), journals.MAX_SECONDS)
        decision = Chosen(choice_id, self.state.node_id, sure, seconds)
        after = self.state.choose(choice_id).advance()
        self._save(decision)
        self._advance(decision, after)

    def undo(self) -> None:
        """Take the last decision back; notes made since stay, struck through. Raises UndoError."""
        if self.exam:
            raise UndoError("An examination has no undo.")
        if not self._decisions:
            raise UndoError("There is no decision to take back.")
        self._save(Undo(1))
        self._left_behind.append(self._states.pop())
        decision = self._decisions.pop()
        index, depth = len(self._undone), len(self._decisions)
        self._undone.append(Undone(decision.at, decision.choice))
        self._since = time.monotonic()
        self._notes = [
            replace(note, undone=index) if note.depth > depth and not note.taken_back else note
            for note in self._notes
        ]

    def note(self, text: str) -> None:
        """Write a line of one's own into the log book, at the present time."""
        minutes = self.state.minutes
        self._save(Note(text, minutes))
        self._notes.append(OwnNote(len(self._decisions), text, minutes))

    def take_hint(self) -> None:
        """Note that a hint was taken at the present decision. Raises HintError."""
        if self.exam:
            raise HintError("An examination has no hints.")
        if self.state.is_terminal():
            raise HintError("The story has ended; the review tells all.")
        self._save(Hint(self.state.node_id))
        self._hints.append(self.state.node_id)

    # --- inside ------------------------------------------------------------------------

    def _save(self, event: Event) -> None:
        if self._journal is not None:
            self._journal.append(event)

    def _advance(self, decision: Chosen, after: State) -> None:
        self._states.append(after)
        self._decisions.append(decision)
        self._since = time.monotonic()

    def _log(self) -> tuple[LogView, ...]:
        written = log_book(self.state, self.catalog)
        at = self.scenario.calendar.at
        # The order in which a journal tells them, so that resuming changes nothing.
        told = sorted(self._notes, key=lambda note: (note.taken_back, note.undone))
        notes = tuple(
            LogView(at(max(0, note.minutes)), note.text, own=True, taken_back=note.taken_back)
            for note in told
        )
        return tuple(sorted(written + notes, key=lambda line: line.when))

    def _retell(self, events: tuple[Event, ...]) -> None:
        """Play what stands of the events; say in ``message`` where that had to end early."""
        if not self.exam:
            self._hints = [event.at for event in events if isinstance(event, Hint)]
        found = standing(events, self.exam)
        self._undone, sound = found.undone, found.sound
        if self._undone:
            self._left_behind = list(left_behind(self.state, events))
        noted: list[OwnNote] = []
        for event in found.moves:
            if isinstance(event, Note):
                noted.append(OwnNote(len(self._decisions), event.text, self.state.minutes))
            elif not self._follow(event):
                sound = False
                break
        self._notes = [*found.struck, *noted]
        changed = self._header.content_hash != self.scenario.content_hash
        if not sound:
            self.message = self.catalog.message(_CUT_SHORT, self._details(found))
        elif changed:
            self.message = self.catalog.message(_CHANGED, self._details(found))

    def _follow(self, event: Chosen) -> bool:
        if len(self._decisions) >= MAX_DECISIONS or event.at != self.state.node_id:
            return False
        try:
            after = self.state.choose(event.choice).advance()
        except IllegalChoiceError:
            return False
        self._advance(event, after)
        return True

    def _details(self, found: Standing) -> dict[str, str]:
        return {"kept": str(len(self._decisions)), "all": str(found.decisions)}

    def _rewritten(self, path: Path) -> Journal:
        """A new journal of what was taken up; the old one stays beside it, renamed."""
        self._header = replace(self._header, content_hash=self.scenario.content_hash)
        hints: list[Event] = [Hint(node) for node in self._hints]
        events = hints + events_of(self._decisions, self._undone, self._notes)
        fresh = Journal.create(journals.free_name(path), self._header, events)
        journals.set_aside(path, ".superseded")
        return fresh


def journaled_terms(record: Record, scenario: Scenario) -> InsurancePolicy:
    """The insurance terms that a journal names. Raises JournalError when there are none such."""
    known = insurance_terms(scenario)
    if record.header.terms not in known:
        raise JournalError(
            record.path,
            1,
            marked("the insurance terms '{terms}' are not known"),
            marked("known are: {known}"),
            damaged=False,
            details={"terms": record.header.terms, "known": ", ".join(known)},
        )
    return known[record.header.terms]


_CUT_SHORT = (
    "The scenario or the save has changed: {kept} of {all} decisions still hold, and the play "
    "goes on after the last of them. The old save is kept."
)
_CHANGED = (
    "The scenario has changed since this was saved: all {all} decisions still hold, but times "
    "and losses may differ. The old save is kept."
)
