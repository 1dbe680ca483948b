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
    Part.COMPARISON: marked("Teams, luck, and another way"),
    Part.COMMITMENT: marked("One thing from Monday on"),
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


def mode_name(mode: Mode, words: Catalog) -> str:
    """What a mode is called."""
    return words.message(_MODES[mode])


def tie_name(rule: TieRule, words: Catalog) -> str:
    """What a tie rule is called."""
    return words.message(_TIES[rule])
