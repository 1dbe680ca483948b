"""The parts of a workshop's report as frozen texts and figures, ready to be set."""

from __future__ import annotations

from dataclasses import dataclass

from app.engine.review import Label


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A line of the table of results; the first cell names it."""

    cells: tuple[str, ...]
    strong: bool


@dataclass(frozen=True, slots=True)
class PlayLine:
    """A play in one line: its labels in order, and the parts of its cost in cents."""

    label: str
    labels: tuple[Label, ...]
    start: int
    regret: int
    luck: int
    final: int
    result: str
    rating: str


@dataclass(frozen=True, slots=True)
class OptionLine:
    """An option with its votes and its cost on average. ``regret`` is part of ``cost``.

    ``taken``: by how many plays; ``first``: votes before the discussion, None without one.
    """

    text: str
    taken: int
    votes: int
    first: int | None
    cost: int
    regret: int
    cost_text: str


@dataclass(frozen=True, slots=True)
class DecisionPart:
    """A decision of the room, or the same decision of several teams."""

    number: int
    title: str
    when: str
    label: Label | None
    word: str
    note: str
    options: tuple[OptionLine, ...]


@dataclass(frozen=True, slots=True)
class SureLine:
    """Of everybody who said to be so sure, how many were for a best option."""

    caption: str
    said: int
    right: int
    text: str


@dataclass(frozen=True, slots=True)
class WorkshopPaper:
    """The report of a workshop. Captions are worded; ``facts`` are captions and texts."""

    language: str
    document_title: str
    kicker: str
    provider: str
    logo: str
    title: str
    case: str
    facts: tuple[tuple[str, str], ...]
    summary: str
    result_title: str
    result_head: tuple[str, ...]
    results: tuple[ResultRow, ...]
    result_note: str
    plays_title: str
    plays_note: str
    plays_legend: tuple[str, str, str, str]
    label_legend: tuple[tuple[Label, str], ...]
    plays: tuple[PlayLine, ...]
    sure_title: str
    sure: tuple[SureLine, ...]
    decisions_title: str
    decisions_note: str
    votes_caption: str
    cost_caption: str
    decisions: tuple[DecisionPart, ...]
    commitments_title: str
    commitments: tuple[str, ...]
    topics_title: str
    topics: tuple[str, ...]
    sources_title: str
    sources: tuple[str, ...]
    notice: str
