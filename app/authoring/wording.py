"""Texts that do not fit their place, photos without words, decisions without a lesson.

A photo is drawn, not loaded: its text is what a screen reader reads and a terminal prints, so
it has to say what there is to see.
"""

from __future__ import annotations

from app.authoring.finding import Mark, Report
from app.authoring.loading import Loaded
from app.authoring.reading import Listing, Scalar, Table, Value
from app.engine.scenario import DecisionNode, PanelKind
from app.phrase import Phrase

MAX_LENGTHS = {
    "title": (Phrase("title"), 80),
    "summary": (Phrase("summary"), 600),
    "label": (Phrase("label"), 60),
    "choice": (Phrase("choice"), 140),
    "detail": (Phrase("detail"), 400),
    "log": (Phrase("log"), 300),
    "lesson": (Phrase("lesson"), 300),
    "notes": (Phrase("notes"), 600),
    "question": (Phrase("question"), 200),
    "answer": (Phrase("answer"), 500),
    "paragraph": (Phrase("paragraph"), 1_200),
    "panel": (Phrase("panel"), 2_500),
}
"""The most characters by kind of text: what a window of 1280 by 800 shows without scrolling
twice, with room for a German that is a third longer (assumed)."""

LEAST_PHOTO = 20
"""Characters a description of a photo needs at least."""


def check_wording(loaded: Loaded, report: Report) -> None:
    """Tell of photos without a description (S501) and of texts too long (S502)."""
    _Wording(loaded, report).check()


def check_review(loaded: Loaded, report: Report) -> None:
    """Advise on what the review could say and does not: lessons (A201), facts (A202)."""
    for node in loaded.scenario.nodes.values():
        if isinstance(node, DecisionNode) and node.lesson is None and len(node.choices) > 1:
            message = Phrase(
                "{id} has no lesson, so the review only says what it cost", id=repr(node.id)
            )
            remedy = Phrase("add 'lesson: {text: ..., source: ...}'")
            report.add(loaded.mark("nodes", node.id), "A201", message, remedy)
    for fact in loaded.scenario.facts:
        if fact.id not in loaded.scenario.fact_texts:
            message = Phrase("the review shows the fact {id} by its id", id=repr(fact.id))
            remedy = Phrase("add '{id}: {label: ..., shown: ...}' to fact_texts", id=fact.id)
            report.add(loaded.mark("facts", fact.id), "A202", message, remedy)


class _Wording:
    """Checks the texts of one file as they are written."""

    def __init__(self, loaded: Loaded, report: Report) -> None:
        self.tree = loaded.tree
        self.report = report

    def check(self) -> None:
        top = self.tree
        self._length(top.get("title"), "title")
        self._length(top.get("summary"), "summary")
        self._paragraphs(top.get("briefing"))
        for part in ("variables", "fact_texts"):
            for entry in _tables(top.get(part)):
                self._length(entry.get("label"), "label")
        for node in _tables(top.get("nodes")):
            self._node(node)

    def _node(self, node: Table) -> None:
        self._length(node.get("title"), "title")
        self._paragraphs(node.get("text"))
        lesson = node.get("lesson")
        self._length(lesson.get("text") if isinstance(lesson, Table) else lesson, "lesson")
        self._guide(node.get("facilitator"))
        panels = node.get("panels")
        for panel in panels.items if isinstance(panels, Listing) else ():
            if isinstance(panel, Table):
                self._panel(panel)
        for choice in _tables(node.get("choices")):
            self._length(choice.get("text"), "choice")
            self._length(choice.get("detail"), "detail")
            self._length(choice.get("log"), "log")
        for outcome in _tables(node.get("outcomes")):
            self._paragraphs(outcome.get("text"))
            self._length(outcome.get("log"), "log")

    def _guide(self, guide: Value | None) -> None:
        if not isinstance(guide, Table):
            return
        self._length(guide.get("notes"), "notes")
        self._length(guide.get("expected_answer"), "answer")
        questions = guide.get("questions")
        for question in questions.items if isinstance(questions, Listing) else ():
            self._length(question, "question")

    def _panel(self, panel: Table) -> None:
        kind, title, text = panel.get("kind"), panel.get("title"), panel.get("text")
        self._length(title, "title")
        self._length(text, "panel")
        if _text(kind) != PanelKind.PHOTO:
            return
        words = " ".join(_text(text).split())
        if len(words) < LEAST_PHOTO or words.rstrip(".") == _text(title).strip():
            mark = panel.keys.get("text", panel.mark)
            message = Phrase("the photo does not say what it shows")
            self._add(
                mark, "S501", message, Phrase("describe it in its text, in a sentence or two")
            )

    def _paragraphs(self, value: Value | None) -> None:
        items = value.items if isinstance(value, Listing) else (value,)
        for item in items:
            part = item.get("text") if isinstance(item, Table) else item
            if isinstance(part, Scalar):
                longest = max(part.text.split("\n\n"), key=len)
                self._measure(part.mark, longest, "paragraph")

    def _length(self, value: Value | None, kind: str) -> None:
        if isinstance(value, Scalar):
            self._measure(value.mark, value.text, kind)

    def _measure(self, mark: Mark, text: str, kind: str) -> None:
        name, most = MAX_LENGTHS[kind]
        if len(text) > most:
            message = Phrase(
                "this {kind} has {n} characters, {most} fit", kind=name, n=len(text), most=most
            )
            self._add(mark, "S502", message, Phrase("cut it, or part it"))

    def _add(self, mark: Mark, code: str, message: Phrase, remedy: Phrase) -> None:
        self.report.add(mark, code, message, remedy)


def _tables(value: Value | None) -> list[Table]:
    entries = value.entries.values() if isinstance(value, Table) else ()
    return [entry for entry in entries if isinstance(entry, Table)]


def _text(value: Value | None) -> str:
    return value.text if isinstance(value, Scalar) else ""
