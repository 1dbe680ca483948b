"""What may be done in a room, and when: each order checks the room and gives the event.

Orders change nothing. What may not be done is a :class:`Refused` that says why, as a message id
for the reader's language.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

from app.phrase import Phrase
from app.play.catalog import marked
from app.play.playthrough import MAX_DECISIONS
from app.workshop import events as e
from app.workshop.events import Event, Mode
from app.workshop.room import BALLOT_PHASES, EVERYBODY, Ballot, Participant, Phase, Room, Verdict

MAX_PEOPLE = 1_000
MAX_NAME = 40
MAX_COMMITMENT = 500
MAX_PAPER = 1_000
MAX_TIMER_MS = 4 * 60 * 60 * 1000
CONFIDENCE = (1, 2, 3)

Order = Callable[..., Event]


class Refused(Exception):
    """An order that may not be carried out now; the room is as it was.

    ``message`` is a message id with ``{placeholders}`` for ``details``; ``code`` is for
    programs: ``late``, ``foreign``, ``full``, ``gone``, ``code``, ``step``, or ``no`` for all
    others.
    """

    def __init__(self, message: str, code: str = "no", **details: str) -> None:
        super().__init__(Phrase(message, **details))
        self.message = message
        self.code = code
        self.details: Mapping[str, str] = details


_LATE = marked("The vote is closed.")
_NOT_NOW = marked("This is not possible now.")
_PAUSED = marked("The workshop is paused.")
_NOT_YOURS = marked("This choice is not on offer to you.")
_STRANGER = marked("You are not in this workshop; please join again.")
_OVER = marked("The workshop is over.")


# --- people ------------------------------------------------------------------------------


def join(room: Room, device: str, name: str = "", team: str = "", way_back: str = "") -> Event:
    """Let a phone in; late is fine. Without a team, the smallest one."""
    _not_over(room)
    if device in room.devices:
        raise Refused(_NOT_NOW)
    if len(room.participants) >= MAX_PEOPLE:
        raise Refused(marked("The room is full."), "full")
    if room.mode is Mode.TEAMS:
        team = team if team in room.tracks else smallest_team(room)
    else:
        team = EVERYBODY if room.mode is Mode.ROOM else ""
    id_ = f"p{len(room.participants) + 1}"
    return e.Joined(id_, team, device, clean(name, MAX_NAME), way_back)


def come_back(room: Room, way_back: str, device: str) -> Event:
    """Go on as the person of a return code, whose device before this one is signed out.

    Also when all is over: the certificate is on the page.
    """
    person = room.participants.get(room.ways_back.get(way_back, ""))
    if person is None or person.removed:
        raise Refused(marked("Nobody in this workshop has this return code."), "code")
    if device in room.devices or device in room.left:
        raise Refused(_NOT_NOW)
    return e.CameBack(person.id, device)


def rename(room: Room, participant: str, name: str) -> Event:
    """Another name, or none."""
    _not_over(room)
    return e.Renamed(_person(room, participant).id, clean(name, MAX_NAME))


def set_team(room: Room, participant: str, team: str) -> Event:
    """Sit at another table; not with a vote in the ballot under way."""
    _not_over(room)
    person = _person(room, participant)
    if room.mode is not Mode.TEAMS or team not in room.tracks:
        raise Refused(marked("There is no such team."), "step")
    ballot = room.ballot
    if ballot and any(voter == person.id for voter, _ in ballot.votes):
        raise Refused(marked("This vote must be over before the team can be changed."))
    return e.TeamSet(person.id, team)


def remove(room: Room, participant: str) -> Event:
    """Send a phone out."""
    return e.Removed(_person(room, participant).id)


def smallest_team(room: Room) -> str:
    """The team with the fewest members, the first of several."""
    return min(room.tracks, key=lambda track: len(room.members(track)))


# --- votes -------------------------------------------------------------------------------


def show_scene(room: Room) -> Event:
    """Go to the scene that comes next."""
    _phase(room, Phase.LOBBY, Phase.CONSEQUENCE)
    if room.mode is Mode.SOLO:
        raise Refused(marked("In a solo race everybody sees their own scene."))
    if not room.playing():
        raise Refused(_all_ended(room))
    return e.SceneShown()


def open_vote(room: Room) -> Event:
    """Open a ballot: after the scene, or once more before the choice is taken."""
    if room.mode is Mode.SOLO:
        _phase(room, Phase.LOBBY, Phase.CLOSED)
    else:
        _phase(room, Phase.SCENE, Phase.CLOSED, Phase.REVEALED)
        if not room.playing():
            raise Refused(_all_ended(room))
    return e.VoteOpened(len(room.ballots) + 1)


def vote(
    room: Room,
    participant: str,
    ballot: int,
    step: int,
    choice: str,
    confidence: int | None = None,
) -> Event:
    """A vote of somebody for themselves; until the vote is closed the last one counts."""
    person = _person(room, participant)
    _running(room)
    if room.phase is not Phase.VOTING or ballot != room.ballots[-1].number:
        raise Refused(_LATE, "late")
    line = room.line(person.track)
    if line is None or line.state.is_terminal():
        raise Refused(_NOT_YOURS, "foreign")
    if step != len(line.decisions):
        raise Refused(_LATE, "late")
    if len(line.decisions) >= MAX_DECISIONS:
        raise Refused(_NOT_NOW)
    if choice not in room.question(person.track).options:
        raise Refused(_NOT_YOURS, "foreign")
    if confidence is not None and confidence not in CONFIDENCE:
        raise Refused(_NOT_YOURS, "foreign")
    return e.VoteCast(ballot, person.id, step, choice, confidence)


def paper_votes(room: Room, track: str, counts: Mapping[str, int]) -> Event:
    """Type in how many voted on paper for each choice; a second time replaces the first."""
    ballot = _asked(room, Phase.VOTING, Phase.CLOSED)
    if track not in ballot.questions:
        raise Refused(marked("This team has no vote now."), "step")
    options = ballot.questions[track].options
    wrong = [c for c, n in counts.items() if c not in options or not 0 <= n <= MAX_PAPER]
    if wrong:
        raise Refused(marked("Paper votes are whole numbers from 0 to 1,000, by choice on offer."))
    return e.PaperVotes(ballot.number, track, {c: n for c, n in counts.items() if n})


def close_vote(room: Room) -> Event:
    """No more votes."""
    _phase(room, Phase.VOTING)
    _running(room)
    return e.VoteClosed(room.ballots[-1].number)


def reveal(room: Room) -> Event:
    """Show the distribution."""
    ballot = _asked(room, Phase.CLOSED)
    return e.Revealed(ballot.number)


def decide(room: Room, track: str, choice: str) -> Event:
    """Say what a track does where its votes do not: a tie, or no votes."""
    ballot = _asked(room, Phase.CLOSED, Phase.REVEALED)
    if track not in ballot.questions:
        raise Refused(marked("This team has no vote now."), "step")
    free = track in ballot.decided or room.result(ballot, track).verdict is not Verdict.DECIDED
    if not free:
        raise Refused(marked("The majority has decided."))
    votes = room.tally(ballot, track)
    most = max(votes.values())
    if votes.get(choice, -1) < most:
        raise Refused(marked("Only what is tied can be chosen."), "foreign")
    return e.Decided(ballot.number, track, choice)


def show_consequence(room: Room) -> Event:
    """Take the choices and show what comes of them."""
    ballot = _asked(room, Phase.REVEALED)
    results = room.results()
    verdicts = {result.verdict for result in results.values()}
    if Verdict.REVOTE in verdicts:
        raise Refused(marked("There is a tie: vote again."))
    if Verdict.FACILITATOR in verdicts:
        raise Refused(marked("There is no majority: you decide."))
    assert ballot.questions
    return e.ConsequenceShown({track: result.choice for track, result in results.items()})


# --- back, and beside --------------------------------------------------------------------


def undo(room: Room) -> Event:
    """Drop the ballot under way, or take the last decision back."""
    _together(room)
    _phase(room, *BALLOT_PHASES, Phase.SCENE, Phase.CONSEQUENCE)
    if room.ballot is None and not room.standing():
        raise Refused(marked("There is no decision to take back."))
    return e.Undone()


def rewind(room: Room, step: int) -> Event:
    """Go back to any decision of the line being played: 0 is the first."""
    _together(room)
    _phase(room, *BALLOT_PHASES, Phase.SCENE, Phase.CONSEQUENCE)
    if not 0 <= step < len(room.standing()):
        raise Refused(marked("There is no such decision to go back to."), "step")
    return e.Rewound(step)


def fork(room: Room, step: int) -> Event:
    """What if: play the same server beside, from any decision that was taken."""
    _together(room)
    _phase(room, *BALLOT_PHASES, Phase.SCENE, Phase.CONSEQUENCE, Phase.DEBRIEF)
    if room.fork:
        raise Refused(marked("End this “what if” before the next one."))
    if not 0 <= step < len(room.standing()):
        raise Refused(marked("There is no such decision to go back to."), "step")
    return e.Forked(step)


def end_fork(room: Room) -> Event:
    """Return to the play itself."""
    if not room.fork:
        raise Refused(_NOT_NOW)
    return e.ForkEnded()


# --- the workshop's course -----------------------------------------------------------------


def pause(room: Room, on: bool) -> Event:
    """Stand still, or go on."""
    _not_over(room)
    return e.Paused(on)


def set_timer(room: Room, ends: int | None) -> Event:
    """A countdown to a moment (ms since 1970), or none."""
    _not_over(room)
    return e.TimerSet(ends)


def blank(_room: Room, on: bool) -> Event:
    """Darken the projector, or light it."""
    return e.Blanked(on)


def debrief(room: Room, step: int = 0) -> Event:
    """Go to a step of the debrief, from wherever the room is."""
    _not_over(room)
    if room.phase is Phase.LOBBY or step < 0:
        raise Refused(_NOT_NOW)
    return e.DebriefStep(step)


def commit(room: Room, participant: str, text: str) -> Event:
    """What somebody means to do on Monday; the last one counts."""
    person = _person(room, participant)
    _phase(room, Phase.DEBRIEF)
    return e.CommitmentWritten(person.id, clean(text, MAX_COMMITMENT))


def delete_personal_data(_room: Room) -> Event:
    """Forget names, device tokens and commitments, here and in the log."""
    return e.PersonalDataDeleted()


def close(room: Room) -> Event:
    """End the workshop."""
    _not_over(room)
    return e.Closed()


# --- inside ------------------------------------------------------------------------------


def clean(text: str, longest: int) -> str:
    """A stranger's words as one plain line: no control characters, at most so long."""
    kept = (" " if unicodedata.category(c)[0] in "CZ" else c for c in text[: 4 * longest])
    return " ".join("".join(kept).split())[:longest].strip()


def _person(room: Room, participant: str) -> Participant:
    person = room.participants.get(participant)
    if person is None or person.removed:
        raise Refused(_STRANGER, "gone")
    return person


def _phase(room: Room, *allowed: Phase) -> None:
    _not_over(room)
    if room.phase not in allowed:
        raise Refused(_NOT_NOW)


def _asked(room: Room, *allowed: Phase) -> Ballot:
    _together(room)
    _phase(room, *allowed)
    return room.ballots[-1]


def _not_over(room: Room) -> None:
    if room.phase is Phase.OVER:
        raise Refused(_OVER, "late")


def _running(room: Room) -> None:
    _not_over(room)
    if room.paused:
        raise Refused(_PAUSED)


def _together(room: Room) -> None:
    if room.mode is Mode.SOLO:
        raise Refused(marked("In a solo race everybody decides for themselves."))


def _all_ended(room: Room) -> str:
    if room.mode is Mode.TEAMS and not any(room.members(track) for track in room.tracks):
        return marked("No team has members yet.")
    return marked("The story has ended; go on to the debrief.")
