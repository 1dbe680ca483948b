"""What a player can prove once the claim is there: logs, approvals, parts kept, own entries.

Only what choices did moves a cent: the law asks whether a log was kept, not how well it is
written (docs/decisions/0008-own-log-entries.md).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.engine.law import Answers
from app.play.catalog import Catalog
from app.play.journal import SURE
from app.play.playthrough import Playthrough
from app.play.wording import calendar_date
from app.reports.session import CONFIDENCES

Say = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A piece of evidence: what it is, whether you have it, and what that does."""

    caption: str
    held: bool
    meaning: str


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """An entry of the player's own in the log book: when it was written, and its text."""

    when: str
    text: str
    taken_back: bool


def exhibits(play: Playthrough) -> tuple[Exhibit, ...]:
    """What the law asks about, can be shown or not, and depends on what one did in this case."""
    say, legal = play.catalog.message, play.scenario.legal
    answers = Answers.of(legal, play.state.values)
    told = {
        "log_kept": _log,
        "approved_in_writing": _approval,
        "backup_proof": _backup,
        "recourse_preserved": _parts,
    }
    return tuple(
        tell(say, bool(getattr(answers, name)))
        for name, tell in told.items()
        if name in legal
        and legal[name].names
        and (name != "backup_proof" or answers.provider_owned_backup)
    )


def own_entries(play: Playthrough) -> tuple[OwnEntry, ...]:
    """What the player wrote, oldest first; what belongs to a way taken back comes last."""
    notes = sorted(play.notes, key=lambda note: (note.taken_back, note.minutes))
    return tuple(
        OwnEntry(_moment(play, note.minutes), note.text, note.taken_back) for note in notes
    )


def noted_at(play: Playthrough, index: int) -> tuple[str, ...]:
    """What the player had noted between a decision, counted from 0, and the one before it."""
    return tuple(
        f"{_moment(play, note.minutes)}  {note.text}"
        for note in play.notes
        if note.depth == index and not note.taken_back
    )


def sure_word(sure: str, catalog: Catalog) -> str:
    """How sure a player said to be, as a word; empty where nothing was said."""
    return catalog.message(CONFIDENCES[SURE.index(sure)]) if sure else ""


def _moment(play: Playthrough, minutes: int) -> str:
    when = play.scenario.calendar.at(max(0, minutes))
    return f"{calendar_date(when, play.catalog)} {when:%H:%M}"


def _log(say: Say, held: bool) -> Exhibit:
    meaning = (
        say("Written while it happened, it is believed against what is said later.")
        if held
        else say("What happened before the log began is your word against the client's.")
    )
    return Exhibit(say("A log of your steps, kept from the start"), held, meaning)


def _approval(say: Say, held: bool) -> Exhibit:
    meaning = (
        say("The client knew the risk and took a part of it.")
        if held
        else say("Without it the risk of each step stays yours alone.")
    )
    return Exhibit(say("The client's approval in writing"), held, meaning)


def _backup(say: Say, held: bool) -> Exhibit:
    meaning = (
        say("You have shown that the backup could be restored.")
        if held
        else say("Whoever runs a backup has to show that it ever worked.")
    )
    return Exhibit(say("Proof that your backup ever worked"), held, meaning)


def _parts(say: Say, held: bool) -> Exhibit:
    meaning = (
        say("Others who are to blame can still be held to account.")
        if held
        else say("What is thrown away cannot be held against anybody.")
    )
    return Exhibit(say("The faulty parts and papers, kept"), held, meaning)
