"""The review on one upright A4 page, set like a page of a magazine."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QPainter

from app.engine.review import Label
from app.gui.paper.sheet import Sheet
from app.reports.document import PRODUCT, Amount, DecisionLine, ReviewPaper

WIDTH, HEIGHT, MARGIN = 595.0, 842.0, 48.0
LEFT, RIGHT = MARGIN, WIDTH - MARGIN
BOTTOM = HEIGHT - MARGIN
_FOOT = 22.0
_GUTTER = 24.0
_SIDE = 170.0
"""Width of the right column: who pays, and the rating."""

_TONES = {Label.BEST: "gain", Label.SOUND: "accent", Label.RISKY: "warning", Label.GRAVE: "loss"}
_FEWEST = 4
"""So many decisions stay before the type gets smaller."""
_ANY = 1_000


@dataclass(frozen=True, slots=True)
class _Density:
    """How much is squeezed: the scale of type, decisions shown, most lines of each text."""

    scale: float = 1.0
    decisions: int = _ANY
    lines: int = _ANY


def paint_review(painter: QPainter, paper: ReviewPaper) -> None:
    """Paint the page as generously as it fits.

    First the best decisions are summed up in a line, then the type gets smaller, then long
    texts end in an ellipsis.
    """
    steps = _densities(len(paper.decisions))
    fitting = (step for step in steps if _fits(paper, step))
    density = next(fitting, steps[-1])
    sheet = Sheet(painter, density.scale)
    _parts(sheet, paper, density)
    _foot(sheet, paper)


def _densities(decisions: int) -> list[_Density]:
    fewest = min(decisions, _FEWEST)
    steps = [_Density(decisions=shown) for shown in range(decisions, fewest - 1, -1)]
    steps += [_Density(scale, fewest) for scale in (0.94, 0.88)]
    steps += [_Density(0.88, fewest, lines) for lines in (6, 4, 3, 2, 1)]
    return steps


def _fits(paper: ReviewPaper, density: _Density) -> bool:
    return _parts(Sheet(None, density.scale), paper, density) <= BOTTOM - _FOOT


def _parts(sheet: Sheet, paper: ReviewPaper, density: _Density) -> float:
    """All parts from the top down; where the last one ends."""
    gap = 16 * sheet.scale
    y = _head(sheet, paper, density, MARGIN)
    y = _sum(sheet, paper, density, y + gap)
    y += gap
    sheet.line(LEFT, y, RIGHT, "line")
    y += 10
    middle = RIGHT - _SIDE - _GUTTER
    left = _decisions(sheet, paper, density, LEFT, y, middle - LEFT)
    right = _bill(sheet, paper, density, RIGHT - _SIDE, y)
    right = _rating(sheet, paper, density, RIGHT - _SIDE, right + gap)
    y = max(left, right)
    if paper.lessons:
        y = _lessons(sheet, paper, density, y + gap)
    return y


def _head(sheet: Sheet, paper: ReviewPaper, density: _Density, y: float) -> float:
    wide = RIGHT - LEFT
    sheet.box(LEFT, y, 28, 3, "accent")
    y += 10
    about = " · ".join(paper.facts)
    kicker = sheet.set(paper.kicker.upper(), "kicker", wide * 0.4, 1)
    sheet.put(kicker, LEFT, y, "accent")
    facts = sheet.set(about, "small", wide * 0.55, 1)
    y = sheet.put(facts, LEFT, y, "ink_muted", right=RIGHT) + 5
    y = sheet.put(sheet.set(paper.title, "display", wide, min(density.lines, 3)), LEFT, y)
    y = sheet.put(
        sheet.set(paper.case, "body", wide, min(density.lines, 2)), LEFT, y + 2, "ink_muted"
    )
    return sheet.put(sheet.set(paper.verdict, "deck", wide, density.lines), LEFT, y + 7)


def _sum(sheet: Sheet, paper: ReviewPaper, density: _Density, y: float) -> float:
    """Four figures with their signs, and below each its part of one bar."""
    wide = RIGHT - LEFT
    y = _title(sheet, paper.sum_title, LEFT, y, wide, density)
    column = wide / 4
    signs = ("", "+", "+" if paper.sum[2].cents >= 0 else "\N{MINUS SIGN}", "=")
    bottom = y
    for index, (part, sign) in enumerate(zip(paper.sum, signs, strict=True)):
        x = LEFT + index * column
        tone = _sum_tone(index, part)
        text = part.text.lstrip("+\N{MINUS SIGN}") if 0 < index < 3 else part.text
        figure = sheet.set(text, "number", column - 24, min(density.lines, 2))
        if sign:
            sheet.write(sign, "number", x, y, 12, "ink_muted")
        left = x + (14 if sign else 0)
        under = sheet.put(figure, left, y, tone)
        caption = sheet.set(part.caption, "small", column - 24, min(density.lines, 3))
        bottom = max(bottom, sheet.put(caption, left, under, "ink_muted"))
    return _sum_bar(sheet, paper, bottom + 6, density)


def _sum_tone(index: int, part: Amount) -> str:
    if index in (0, 3) or not part.cents:
        return "ink"
    return "loss" if part.cents > 0 else "gain"


def _sum_bar(sheet: Sheet, paper: ReviewPaper, y: float, density: _Density) -> float:
    start, decisions, luck, result = (part.cents for part in paper.sum)
    ends = (0, start, start + decisions, result)
    low, high = min(ends), max(*ends, 1)

    def x(cents: int) -> float:
        return LEFT + (RIGHT - LEFT) * (cents - low) / (high - low)

    thick = 9 * sheet.scale
    sheet.box(x(0), y, x(start) - x(0), thick, "line_strong")
    sheet.box(x(start), y, x(start + decisions) - x(start), thick, "loss")
    # Luck has a row of its own, because good luck runs back over the others.
    below = y + thick + 2
    after = start + decisions
    sheet.box(x(after), below, x(after + luck) - x(after), thick * 0.45, _sum_tone(2, paper.sum[2]))
    last = below + thick * 0.45 + 2
    sheet.box(x(0), last, x(result) - x(0), thick, "ink")
    note = sheet.set(paper.sum_note, "small", RIGHT - LEFT, min(density.lines, 2))
    return sheet.put(note, LEFT, last + thick + 4, "ink_muted")


def _decisions(
    sheet: Sheet, paper: ReviewPaper, density: _Density, x: float, y: float, width: float
) -> float:
    y = _title(sheet, paper.decisions_title, x, y, width, density)
    shown = _shown(paper.decisions, density.decisions)
    costs = max((sheet.width_of(line.cost, "strong") for line in shown), default=0) + 4
    words = max((sheet.width_of(line.word, "strong") for line in shown), default=0) + 4
    column = min(max(costs, words), width * 0.4)
    for line in shown:
        y = _decision(sheet, line, density, x, y, width, column) + 5 * sheet.scale
    left_out = len(paper.decisions) - len(shown)
    if left_out:
        text = paper.left_out.replace("{n}", str(left_out))
        y = sheet.put(sheet.set(text, "small", width, min(density.lines, 2)), x, y, "ink_muted")
    return y


def _decision(
    sheet: Sheet, line: DecisionLine, density: _Density, x: float, y: float, width: float,
    column: float,
) -> float:  # fmt: skip
    tone, left = _TONES[line.label], x + 22
    inner = width - 22 - column - 10
    number = sheet.set(str(line.number), "strong", 20, 1)
    sheet.put(number, x, y, tone)
    sheet.box(x + 15, y + 1.5, 1.6, number.leading * 2 - 4, tone)
    right = x + width
    word = sheet.set(line.word, "strong", column, 1)
    under = sheet.put(word, right - column, y, tone, right=right)
    if line.cost:
        cost = sheet.set(line.cost, "small", column, 1)
        under = sheet.put(cost, right - column, under, "ink", right=right)
    y = sheet.put(sheet.set(line.choice, "strong", inner, min(density.lines, 3)), left, y)
    y = sheet.put(sheet.set(line.when, "small", inner, 1), left, y, "ink_muted")
    return max(y, under)


def _bill(sheet: Sheet, paper: ReviewPaper, density: _Density, x: float, y: float) -> float:
    y = _title(sheet, paper.bill_title, x, y, _SIDE, density)
    most = max((abs(amount.cents) for amount in paper.bill), default=0) or 1
    last = len(paper.bill) - 1
    for index, amount in enumerate(paper.bill):
        face, tone = ("strong", "loss") if index == last else ("body", "ink")
        figure = sheet.set(amount.text, face, _SIDE * 0.55, 1)
        room = _SIDE - sheet.width_of(amount.text, face) - 8
        caption = sheet.set(amount.caption, face, room, min(density.lines, 3))
        sheet.put(figure, x, y, tone, right=x + _SIDE)
        y = sheet.put(caption, x, y, tone) + 2
        thick = 3 * sheet.scale
        sheet.box(x, y, _SIDE, thick, "line")
        bar = "loss" if index in (0, last) else "accent"
        sheet.box(x, y, _SIDE * abs(amount.cents) / most, thick, bar)
        y += thick + 5 * sheet.scale
    return y


def _rating(sheet: Sheet, paper: ReviewPaper, density: _Density, x: float, y: float) -> float:
    y = _title(sheet, paper.rating_title, x, y, _SIDE, density)
    figure = sheet.set(paper.rating, "display", _SIDE / 3, 1)
    beside = sheet.width_of(paper.rating, "display") + 10
    under = sheet.put(figure, x, y - 4, "accent")
    note = sheet.set(paper.rating_note, "small", _SIDE - beside, max(2, min(density.lines, 6)))
    return max(under, sheet.put(note, x + beside, y, "ink_muted"))


def _lessons(sheet: Sheet, paper: ReviewPaper, density: _Density, y: float) -> float:
    """Beside each other in columns, each under its number."""
    sheet.line(LEFT, y, RIGHT, "line")
    y = _title(sheet, paper.lessons_title, LEFT, y + 10, RIGHT - LEFT, density)
    count = len(paper.lessons)
    gutter = 18.0
    column = (RIGHT - LEFT - gutter * (count - 1)) / count
    bottom = y
    for index, lesson in enumerate(paper.lessons):
        x = LEFT + index * (column + gutter)
        number = sheet.set(str(index + 1), "title", 20, 1)
        sheet.put(number, x, y - 2, "accent")
        inner = column - 16
        under = sheet.put(sheet.set(lesson.heading, "strong", inner, density.lines), x + 16, y)
        under = sheet.put(sheet.set(lesson.text, "body", inner, density.lines), x + 16, under + 2)
        if lesson.source:
            source = sheet.set(lesson.source, "small", inner, density.lines)
            under = sheet.put(source, x + 16, under + 2, "ink_muted")
        bottom = max(bottom, under)
    return bottom


def _title(sheet: Sheet, text: str, x: float, y: float, width: float, density: _Density) -> float:
    return sheet.put(sheet.set(text, "title", width, min(density.lines, 2)), x, y) + 5 * sheet.scale


def _foot(sheet: Sheet, paper: ReviewPaper) -> None:
    y = BOTTOM - 11
    sheet.line(LEFT, y - 4, RIGHT, "line")
    half = (RIGHT - LEFT - _GUTTER) / 2
    sheet.put(sheet.set(paper.notice, "small", half, 1), LEFT, y, "ink_muted")
    sheet.put(sheet.set(PRODUCT, "small", half, 1), LEFT, y, "ink_muted", right=RIGHT)


def _shown(decisions: tuple[DecisionLine, ...], most: int) -> tuple[DecisionLine, ...]:
    """The dearest ``most`` decisions, in the order of play."""
    dearest = sorted(decisions, key=lambda line: (-line.regret, line.number))[:most]
    return tuple(sorted(dearest, key=lambda line: line.number))
