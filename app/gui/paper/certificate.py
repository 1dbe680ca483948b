"""The certificate on one landscape A4 page."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from app.gui.paper.sheet import Sheet, logo
from app.reports.document import CertificatePaper

WIDTH, HEIGHT, MARGIN = 842.0, 595.0, 56.0
LEFT, RIGHT = MARGIN, WIDTH - MARGIN
BOTTOM = HEIGHT - MARGIN
_SPLIT = 300.0
"""Width of the left column: name and case stand beside content and result."""
_SIGNATURE = 58.0
_TIGHTER = ((1.25, 99), (1.1, 99), (1.0, 99), (0.9, 99), (0.9, 3), (0.85, 2), (0.85, 1))
"""Scale of type and most lines of each text, from generous to the least."""


def paint_certificate(painter: QPainter, paper: CertificatePaper) -> None:
    """Paint the page as generously as it fits."""
    fitting = (step for step in _TIGHTER if _parts(Sheet(None, step[0]), paper, step[1]) <= _end())
    scale, lines = next(fitting, _TIGHTER[-1])
    sheet = Sheet(painter, scale)
    _parts(sheet, paper, lines)
    sheet.picture(logo(paper.logo), RIGHT, MARGIN + 18, 170, 52)
    _foot(Sheet(painter), paper)


def _end() -> float:
    return BOTTOM - _SIGNATURE


def _parts(sheet: Sheet, paper: CertificatePaper, lines: int) -> float:
    sheet.box(LEFT, MARGIN, RIGHT - LEFT, 4, "accent")
    y = MARGIN + 20
    kicker = sheet.set(paper.kicker.upper(), "kicker", RIGHT - LEFT, 1)
    y = sheet.put(kicker, LEFT, y, "accent") + 4
    y = sheet.put(sheet.set(paper.title, "display", RIGHT - LEFT, min(lines, 2)), LEFT, y) + 24
    left = _who(sheet, paper, lines, y)
    x = LEFT + _SPLIT + 40
    right = _rows(sheet, paper, lines, x, y)
    return max(left, right)


def _who(sheet: Sheet, paper: CertificatePaper, lines: int, y: float) -> float:
    caption = sheet.set(paper.name_caption, "small", _SPLIT, 1)
    y = sheet.put(caption, LEFT, y, "ink_muted") + 4
    name = sheet.set(paper.name, "title", _SPLIT, min(lines, 2))
    y = sheet.put(name, LEFT, y) + 3
    sheet.line(LEFT, y, LEFT + _SPLIT)
    y = sheet.put(sheet.set(paper.statement, "body", _SPLIT, lines), LEFT, y + 12, "ink_muted")
    y = sheet.put(sheet.set(paper.case, "title", _SPLIT, lines), LEFT, y + 5)
    if paper.topics:
        title = sheet.set(paper.topics_title, "small", _SPLIT, 1)
        y = sheet.put(title, LEFT, y + 16, "ink_muted") + 3
        for topic in paper.topics:
            sheet.dot(LEFT + 2, y + 5.5 * sheet.scale, 1.5, "accent")
            y = sheet.put(sheet.set(topic, "body", _SPLIT - 12, lines), LEFT + 12, y) + 2
    return y


def _rows(sheet: Sheet, paper: CertificatePaper, lines: int, x: float, y: float) -> float:
    width = RIGHT - x
    for caption, text in paper.rows:
        y = sheet.put(sheet.set(caption, "small", width, 1), x, y, "ink_muted") + 1
        y = sheet.put(sheet.set(text, "deck", width, lines), x, y) + 11 * sheet.scale
    return y


def _foot(sheet: Sheet, paper: CertificatePaper) -> None:
    """Who provides it, room for a signature, and what it is not."""
    y = BOTTOM - 34
    for x, caption, text in (
        (LEFT, paper.provider_caption, paper.provider),
        (LEFT + _SPLIT + 40, paper.signature_caption, ""),
    ):
        width = _SPLIT if x == LEFT else RIGHT - x
        sheet.put(sheet.set(text, "strong", width, 1), x, y - 14)
        sheet.line(x, y, x + width)
        sheet.put(sheet.set(caption, "small", width, 1), x, y + 3, "ink_muted")
    notice = sheet.set(paper.notice, "small", RIGHT - LEFT, 1)
    sheet.put(notice, LEFT, BOTTOM - 10, "ink_muted")
