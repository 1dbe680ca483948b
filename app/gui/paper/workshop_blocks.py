"""The parts of a workshop's report: each paints from a height down and tells where it ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.engine.review import Label
from app.gui.paper.sheet import Sheet
from app.reports.workshop_parts import DecisionPart, OptionLine, PlayLine, SureLine

WIDTH, HEIGHT, MARGIN = 595.0, 842.0, 48.0
LEFT, RIGHT = MARGIN, WIDTH - MARGIN
BOTTOM = HEIGHT - MARGIN

TONES = {Label.BEST: "gain", Label.SOUND: "accent", Label.RISKY: "warning", Label.GRAVE: "loss"}
_CHIP = 10.0
_TEXT, _VOTES, _COST = LEFT + 22, LEFT + 252, LEFT + 352
"""Left edges of an option's text, its votes and its cost."""
_VOTES_WIDE, _COST_WIDE = 64.0, 70.0


def title(sheet: Sheet, text: str, y: float) -> float:
    """The title of a part."""
    return sheet.put(sheet.set(text, "title", RIGHT - LEFT, 2), LEFT, y) + 6


def chip(sheet: Sheet, x: float, y: float, label: Label, word: str) -> None:
    """A square in a label's colour with the first letter of its word."""
    sheet.box(x, y, _CHIP, _CHIP, TONES[label])
    letter = sheet.set(word[:1].upper(), "kicker", _CHIP, 1)
    left = x + (_CHIP - sheet.width_of(letter.lines[0], "kicker")) / 2
    sheet.put(letter, left, y, "on_accent")


def play(
    sheet: Sheet, y: float, line: PlayLine, words: Mapping[Label, str], least: int, most: int
) -> float:
    """A play: its pattern of labels, and below it the bar of what it cost."""
    y = _head(sheet, y, line, words) + 4
    span = most - least or 1

    def x(cents: int) -> float:
        return LEFT + (RIGHT - LEFT) * (cents - least) / span

    decided = line.start + line.regret
    sheet.box(x(0), y, x(line.start) - x(0), 7, "line_strong")
    sheet.box(x(line.start), y, x(decided) - x(line.start), 7, "loss")
    luck = "loss" if line.luck > 0 else "gain"
    sheet.box(x(decided), y + 8.5, x(line.final) - x(decided), 3.5, luck)
    sheet.box(x(0), y + 13.5, x(line.final) - x(0), 5, "ink")
    return y + 18.5


def compact(sheet: Sheet, y: float, line: PlayLine, words: Mapping[Label, str]) -> float:
    """A play in one line, where there are many."""
    return _head(sheet, y, line, words)


def _head(sheet: Sheet, y: float, line: PlayLine, words: Mapping[Label, str]) -> float:
    name = sheet.set(line.label, "strong", 96, 1)
    sheet.put(name, LEFT, y)
    x = LEFT + 104
    room = int((RIGHT - 176 - x) / (_CHIP + 1.5))
    for label in line.labels[:room]:
        chip(sheet, x, y, label, words[label])
        x += _CHIP + 1.5
    if len(line.labels) > room:
        sheet.put(sheet.set("…", "strong", 12, 1), x, y)
    sheet.put(sheet.set(line.result, "body", 96, 1), LEFT, y, right=RIGHT - 74)
    return sheet.put(sheet.set(line.rating, "strong", 70, 1), LEFT, y, "accent", right=RIGHT)


def sure(sheet: Sheet, y: float, lines: Sequence[SureLine]) -> float:
    """How many of the sure were right: a bar for each answer."""
    most = max((line.said for line in lines), default=1) or 1
    for line in lines:
        under = sheet.put(sheet.set(line.caption, "strong", 92, 1), LEFT, y)
        wide = 220.0
        sheet.box(LEFT + 104, y + 2, wide * line.said / most, 8, "line")
        sheet.box(LEFT + 104, y + 2, wide * line.right / most, 8, "gain")
        text = sheet.set(line.text, "body", RIGHT - LEFT - 340, 1)
        y = max(under, sheet.put(text, LEFT + 336, y)) + 3
    return y


def decision(sheet: Sheet, y: float, part: DecisionPart, captions: tuple[str, str]) -> float:
    """A decision with its options: text, votes, cost on average."""
    sheet.line(LEFT, y, RIGHT, "line")
    y += 7
    tone = TONES[part.label] if part.label is not None else "accent"
    sheet.put(sheet.set(str(part.number), "title", 22, 1), LEFT, y - 2, tone)
    word = sheet.set(part.word, "strong", 80, 1)
    sheet.put(word, LEFT, y, tone, right=RIGHT)
    inner = RIGHT - _TEXT - (sheet.width_of(part.word, "strong") + 12 if part.word else 0)
    y = sheet.put(sheet.set(part.title, "strong", inner, 2), _TEXT, y)
    about = " · ".join(filter(None, (part.when, part.note)))
    if about:
        y = sheet.put(sheet.set(about, "small", RIGHT - _TEXT, 2), _TEXT, y, "ink_muted")
    y += 3
    votes, cost = (sheet.set(caption, "small", 96, 1) for caption in captions)
    sheet.put(votes, _VOTES, y, "ink_muted")
    y = sheet.put(cost, _COST, y, "ink_muted") + 2
    cast = max((max(o.votes, o.first or 0) for o in part.options), default=0)
    most = max((option.cost for option in part.options), default=0) or 1
    for option in part.options:
        y = _option(sheet, y, option, cast, most) + 4
    return y


def _option(sheet: Sheet, y: float, option: OptionLine, cast: int, most: int) -> float:
    face = "strong" if option.taken else "body"
    if option.taken:
        sheet.dot(_TEXT - 8, y + 5.8, 2.6, "accent")
    under = sheet.put(sheet.set(option.text, face, _VOTES - _TEXT - 14, 4), _TEXT, y)
    if cast:
        sheet.box(_VOTES, y + 2, _VOTES_WIDE * option.votes / cast, 7, "accent")
        if option.first is not None:
            sheet.box(_VOTES, y + 10, _VOTES_WIDE * option.first / cast, 2, "line_strong")
    count = str(option.votes) if cast else "–"
    sheet.put(sheet.set(count, face, 24, 1), LEFT, y, right=_VOTES + _VOTES_WIDE + 24)
    base = max(0, option.cost - option.regret)
    sheet.box(_COST, y + 2, _COST_WIDE * base / most, 7, "line_strong")
    left = _COST + _COST_WIDE * base / most
    sheet.box(left, y + 2, _COST_WIDE * max(0, option.cost) / most + _COST - left, 7, "loss")
    figure = sheet.set(option.cost_text, face, RIGHT - _COST - _COST_WIDE, 1)
    return max(under, sheet.put(figure, LEFT, y, right=RIGHT))
