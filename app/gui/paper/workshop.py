"""The report of a workshop on upright A4 pages: a cover with the result, then block by block."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QPainter

from app.gui.paper.sheet import Sheet, logo
from app.gui.paper.workshop_blocks import (
    BOTTOM,
    LEFT,
    MARGIN,
    RIGHT,
    WIDTH,
    chip,
    compact,
    decision,
    play,
    sure,
    title,
)
from app.reports.document import PRODUCT
from app.reports.workshop_document import MOST_PLAYS
from app.reports.workshop_parts import WorkshopPaper

_FOOT = 24.0
_BAND = 232.0
"""Height of the coloured band at the head of the cover."""
_MOST_LINES = 60
_LOGO = (150.0, 54.0)
_HARDLY = 0.3
"""A last page with less on it should not be."""
_SMALLER = (0.97, 0.94, 0.91)

Block = Callable[[Sheet, float], float]
"""Paints from a height down and tells where it ends; with a painterless sheet it measures."""


class _Pages:
    """Puts one block below the other and begins a new page where one does not fit."""

    def __init__(
        self,
        painter: QPainter | None,
        paper: WorkshopPaper,
        turn: Callable[[], object],
        scale: float,
    ) -> None:
        self._sheet, self._measure = Sheet(painter, scale), Sheet(None, scale)
        self._paper, self._turn = paper, turn
        self._number = 1
        self._y = MARGIN
        self._foot()

    def place(self, block: Block, gap: float = 0.0) -> None:
        """The next block, after a gap unless it begins a page."""
        if self._y > MARGIN and block(self._measure, self._y + gap) > BOTTOM - _FOOT:
            self.turn()
        gap = gap if self._y > MARGIN else 0.0
        self._y = block(self._sheet, self._y + gap)

    def turn(self) -> None:
        """Begin a new page."""
        self._turn()
        self._number += 1
        self._y = MARGIN
        self._foot()

    @property
    def filled(self) -> tuple[int, float]:
        """How many pages there are, and the filled share of the last one."""
        return self._number, (self._y - MARGIN) / (BOTTOM - MARGIN)

    def _foot(self) -> None:
        sheet, y = self._sheet, BOTTOM - 11
        sheet.line(LEFT, y - 4, RIGHT, "line")
        wide = (RIGHT - LEFT - 24) / 2
        sheet.put(sheet.set(self._paper.notice, "small", wide, 1), LEFT, y, "ink_muted")
        right = sheet.set(f"{PRODUCT} · {self._number}", "small", wide, 1)
        sheet.put(right, LEFT, y, "ink_muted", right=RIGHT)


def paint_workshop(painter: QPainter, paper: WorkshopPaper, turn: Callable[[], object]) -> None:
    """Paint all pages; ``turn`` begins the next one.

    The type gets a little smaller where that saves a last page with hardly anything on it.
    """
    scale, (most, share) = 1.0, _tried(paper, 1.0)
    if share < _HARDLY:
        scale = next((s for s in _SMALLER if _tried(paper, s)[0] < most), 1.0)
    _blocks(_Pages(painter, paper, turn, scale), paper)


def _tried(paper: WorkshopPaper, scale: float) -> tuple[int, float]:
    pages = _Pages(None, paper, lambda: None, scale)
    _blocks(pages, paper)
    return pages.filled


def _blocks(pages: _Pages, paper: WorkshopPaper) -> None:
    pages.place(partial(_cover, paper=paper))
    pages.place(partial(_results, paper=paper), 22)
    if paper.plays:
        _plays(pages, paper)
    if paper.sure:
        pages.place(partial(_sure, paper=paper), 24)
    _decisions(pages, paper)
    _commitments(pages, paper)
    pages.place(partial(_lists, paper=paper), 26)


def _cover(sheet: Sheet, y: float, paper: WorkshopPaper) -> float:
    """The band with title and provider, then the facts and the summary."""
    del y  # the band begins above the margin
    sheet.box(0, 0, WIDTH, _BAND, "brand")
    image = logo(paper.logo)
    wide = RIGHT - LEFT
    if image is not None:
        sheet.box(RIGHT - _LOGO[0] - 12, MARGIN - 12, _LOGO[0] + 24, _LOGO[1] + 24, "raised")
        sheet.picture(image, RIGHT, MARGIN, *_LOGO)
    kicker = sheet.set(paper.kicker.upper(), "kicker", wide / 2, 1)
    sheet.put(kicker, LEFT, MARGIN, "brand_light")
    title_words = sheet.set(paper.title, "display", wide, 3)
    case = sheet.set(paper.case, "deck", wide, 2) if paper.case != paper.title else None
    provider = sheet.set(paper.provider, "strong", wide, 1)
    # From the foot of the band upwards.
    top = _BAND - 24 - provider.height
    sheet.put(provider, LEFT, top, "brand_muted")
    if case is not None:
        top -= 10 + case.height
        sheet.put(case, LEFT, top, "on_brand")
        top += 4
    sheet.put(title_words, LEFT, top - 8 - title_words.height, "on_brand")
    y = _facts(sheet, _BAND + 20, paper) + 16
    return sheet.put(sheet.set(paper.summary, "deck", wide), LEFT, y)


def _facts(sheet: Sheet, y: float, paper: WorkshopPaper) -> float:
    """Three columns of captions and texts."""
    column = (RIGHT - LEFT) / 3
    bottom = y
    for index, (caption, text) in enumerate(paper.facts):
        x = LEFT + (index % 3) * column
        if index % 3 == 0 and index:
            y = bottom + 8
        under = sheet.put(sheet.set(caption, "small", column - 12, 1), x, y, "ink_muted")
        under = sheet.put(sheet.set(text, "strong", column - 12, 2), x, under)
        bottom = max(bottom, under)
    return bottom


def _results(sheet: Sheet, y: float, paper: WorkshopPaper) -> float:
    """The table: names to the left, figures to the right."""
    wide = RIGHT - LEFT
    y = title(sheet, paper.result_title, y)
    name, rating = 88.0, 34.0
    column = (wide - name - rating) / 5
    rights = [LEFT + name + (index + 1) * column for index in range(5)] + [RIGHT]
    widths = [column - 8] * 5 + [rating - 4]
    captions = zip(paper.result_head[1:], widths, strict=True)
    head = [sheet.set(text, "small", width, 3) for text, width in captions]
    lowest = max(words.height for words in head)
    for words, right in zip(head, rights, strict=True):
        sheet.put(words, LEFT, y + lowest - words.height, "ink_muted", right=right)
    y += lowest + 4
    sheet.line(LEFT, y, RIGHT)
    for row in paper.results:
        face = "strong" if row.strong else "body"
        words = sheet.set(row.cells[0], face, name - 6, 2)
        under = sheet.put(words, LEFT, y + 4)
        for text, right in zip(row.cells[1:], rights, strict=True):
            sheet.put(sheet.set(text, face, column, 1), LEFT, y + 4, right=right)
        y = under + 4
        sheet.line(LEFT, y, RIGHT, "line")
    note = sheet.set(paper.result_note, "small", wide, 4)
    return sheet.put(note, LEFT, y + 5, "ink_muted")


def _plays_head(sheet: Sheet, y: float, paper: WorkshopPaper) -> float:
    y = title(sheet, paper.plays_title, y)
    y = sheet.put(sheet.set(paper.plays_note, "small", RIGHT - LEFT, 3), LEFT, y, "ink_muted") + 7
    if len(paper.plays) > MOST_PLAYS:  # there are no bars then
        return _labels(sheet, y, paper)
    x = LEFT
    for caption, role in zip(
        paper.plays_legend, ("line_strong", "loss", "gain", "ink"), strict=True
    ):
        sheet.box(x, y + 2, 8, 6, role)
        sheet.put(sheet.set(caption, "small", 130, 1), x + 12, y, "ink_muted")
        x += 24 + sheet.width_of(caption, "small")
    return _labels(sheet, y + 13, paper)


def _labels(sheet: Sheet, y: float, paper: WorkshopPaper) -> float:
    x = LEFT
    for label, word in paper.label_legend:
        chip(sheet, x, y, label, word)
        sheet.put(sheet.set(word, "small", 100, 1), x + 14, y, "ink_muted")
        x += 28 + sheet.width_of(word, "small")
    return y + 12


def _plays(pages: _Pages, paper: WorkshopPaper) -> None:
    words = dict(paper.label_legend)
    if len(paper.plays) > MOST_PLAYS:
        pages.place(partial(_plays_head, paper=paper), 26)
        ranked = sorted(paper.plays, key=lambda line: line.regret)
        for index, line in enumerate(ranked[:_MOST_LINES]):
            pages.place(partial(compact, line=line, words=words), 3 if index else 8)
        return
    ends = [(p.start, p.start + p.regret, p.final) for p in paper.plays]
    most = max((max(values) for values in ends), default=1) or 1
    least = min(0, *(min(values) for values in ends))

    def together(sheet: Sheet, y: float) -> float:
        y = _plays_head(sheet, y, paper)
        for line in paper.plays:
            y = play(sheet, y + 9, line, words, least, most)
        return y

    pages.place(together, 26)


def _sure(sheet: Sheet, y: float, paper: WorkshopPaper) -> float:
    y = title(sheet, paper.sure_title, y)
    return sure(sheet, y, paper.sure)


def _decisions(pages: _Pages, paper: WorkshopPaper) -> None:
    captions = (paper.votes_caption, paper.cost_caption)
    for index, part in enumerate(paper.decisions):
        block = partial(decision, part=part, captions=captions)
        if index == 0:
            pages.place(partial(_decisions_head, paper=paper, first=block), 26)
        else:
            pages.place(block, 14)


def _decisions_head(sheet: Sheet, y: float, paper: WorkshopPaper, first: Block) -> float:
    y = title(sheet, paper.decisions_title, y)
    note = sheet.set(paper.decisions_note, "small", RIGHT - LEFT, 3)
    return first(sheet, sheet.put(note, LEFT, y, "ink_muted") + 10)


def _commitments(pages: _Pages, paper: WorkshopPaper) -> None:
    for index, text in enumerate(paper.commitments):

        def block(sheet: Sheet, y: float, text: str = text, head: bool = index == 0) -> float:
            if head:
                y = title(sheet, paper.commitments_title, y)
            sheet.box(
                LEFT, y + 1, 2, sheet.set(text, "deck", RIGHT - LEFT - 14).height - 2, "accent"
            )
            return sheet.put(sheet.set(text, "deck", RIGHT - LEFT - 14), LEFT + 12, y)

        pages.place(block, 26 if index == 0 else 7)


def _lists(sheet: Sheet, y: float, paper: WorkshopPaper) -> float:
    """What it was about, and beside it what that rests on."""
    gutter = 24.0
    column = (RIGHT - LEFT - gutter) / 2
    bottom = y
    for index, (caption, texts) in enumerate(
        ((paper.topics_title, paper.topics), (paper.sources_title, paper.sources))
    ):
        x, under = LEFT + index * (column + gutter), y
        if texts:
            under = sheet.put(sheet.set(caption, "title", column, 2), x, y) + 6
        for text in texts:
            sheet.dot(x + 2, under + 5.5, 1.5, "accent")
            under = sheet.put(sheet.set(text, "body", column - 12), x + 12, under) + 3
        bottom = max(bottom, under)
    return bottom
