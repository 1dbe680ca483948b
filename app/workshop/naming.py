"""The parts of a workshop in words, and what the room is asked to do in each."""

from __future__ import annotations

from app.play.catalog import Catalog, marked
from app.workshop.agenda import Part
from app.workshop.events import Mode, TieRule

_NAMES = {
    Part.WELCOME: marked("Welcome"),
    Part.STORY: marked("The story"),
    Part.REACTIONS: marked("Reactions"),
    Part.HAPPENED: marked("What happened"),
    Part.KNOWN: marked("What was known then"),
    Part.DECISIONS: marked("Decision by decision"),
    Part.COMPARISON: marked("How the plays compare"),
    Part.LUCK: marked("Luck against decision"),
    Part.WHAT_IF: marked("Another way, same server"),
    Part.COMMITMENT: marked("One thing from Monday on"),
}
_PROMPTS = {
    Part.REACTIONS: (
        marked("One word each: how was that?"),
        marked("When did it get tight?"),
        marked("What did you want to know and did not?"),
    ),
    Part.HAPPENED: (
        marked("Only what happened, not yet whether it was good."),
        marked("Where did the day turn?"),
    ),
    Part.KNOWN: (
        marked("Judge by what could be known then, not by how it ended."),
        marked("What would a test have told, and what would it have cost?"),
    ),
    Part.DECISIONS: (
        marked("Who voted otherwise, and why?"),
        marked("What would you need at work to choose the cheaper way?"),
    ),
    Part.COMPARISON: (
        marked("Not who won: what did the plays do differently, and where did they part?"),
        marked("Is that how you do it at work?"),
    ),
    Part.LUCK: (
        marked("A good decision can end badly, and a bad one well."),
        marked("What would the bill have been with ordinary luck?"),
    ),
    Part.WHAT_IF: (
        marked("The same server, one choice otherwise: what changes, and what does not?"),
        marked("“What if” in the cockpit plays any decision again."),
    ),
    Part.COMMITMENT: (
        marked("One thing each, small enough for Monday; written on the phone."),
        marked("Who will ask you about it in four weeks?"),
    ),
}
_MODES = {
    Mode.ROOM: marked("One room, one server"),
    Mode.TEAMS: marked("Teams"),
    Mode.SOLO: marked("Solo race"),
}
_TIES = {
    TieRule.FACILITATOR: marked("You decide"),
    TieRule.REVOTE: marked("Vote again, then you decide"),
    TieRule.CHANCE: marked("Drawn by chance"),
}


def part_name(part: Part, words: Catalog) -> str:
    """What a part is called."""
    return words.message(_NAMES[part])


def prompts(part: Part, words: Catalog) -> tuple[str, ...]:
    """What the facilitator says or asks in a part of the debrief; nothing in the others."""
    return tuple(words.message(text) for text in _PROMPTS.get(part, ()))


def mode_name(mode: Mode, words: Catalog) -> str:
    """What a mode is called."""
    return words.message(_MODES[mode])


def tie_name(rule: TieRule, words: Catalog) -> str:
    """What a tie rule is called."""
    return words.message(_TIES[rule])
