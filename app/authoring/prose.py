"""Turns texts of a file into Text, Passage and Panel with stable keys; checks placeholders."""

from __future__ import annotations

import re

from app.authoring.finding import Report, shorten
from app.authoring.formulas import Formulas
from app.authoring.reading import Listing, Scalar, Table, Value
from app.engine.expression import Expression
from app.engine.scenario import Panel, PanelKind, Passage, Text
from app.phrase import Phrase

PLACEHOLDERS = ("clock", "client_loss", "claim", "own_costs")

_BRACES = re.compile(r"\{([^{}\n]*)\}")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text (a blank line parts them), each on one line."""
    found = (" ".join(paragraph.split()) for paragraph in _BLANK_LINE.split(text))
    return [paragraph for paragraph in found if paragraph]


class Prose:
    """Reads the texts of one scenario."""

    def __init__(self, formulas: Formulas, report: Report) -> None:
        self.formulas = formulas
        self.report = report

    def text(self, value: Value | None, key: str) -> Text | None:
        """One text, each paragraph on one line; None without."""
        if value is None:
            return None
        assert isinstance(value, Scalar)
        self._check(value)
        return Text(key, "\n\n".join(paragraphs(value.text)))

    def required(self, table: Table, name: str, key: str) -> Text:
        """The text under ``name``, which the shape has made sure of."""
        found = self.text(table.entries[name], key)
        assert found is not None
        return found

    def passages(self, value: Value | None, key: str) -> tuple[Passage, ...]:
        """Paragraphs, numbered through: ``KEY.0``, ``KEY.1`` ..."""
        items = value.items if isinstance(value, Listing) else (value,) if value else ()
        found: list[Passage] = []
        for item in items:
            source, when = item, self._when(item)
            if isinstance(item, Table):
                source = item.entries["text"]
            assert isinstance(source, Scalar)
            self._check(source)
            for paragraph in paragraphs(source.text):
                found.append(Passage(Text(f"{key}.{len(found)}", paragraph), when))
        return tuple(found)

    def panels(self, value: Value | None, key: str) -> tuple[Panel, ...]:
        """Panels; their bodies keep every line and space."""
        items = value.items if isinstance(value, Listing) else ()
        found = []
        for number, item in enumerate(items):
            assert isinstance(item, Table)
            kind, body = item.entries["kind"], item.entries["text"]
            assert isinstance(kind, Scalar)
            assert isinstance(body, Scalar)
            self._check(body)
            place = f"{key}.{number}"
            found.append(
                Panel(
                    PanelKind(kind.text),
                    self.required(item, "title", f"{place}.title"),
                    Text(f"{place}.body", body.text.rstrip()),
                    self._when(item),
                )
            )
        return tuple(found)

    def _when(self, item: Value) -> Expression | None:
        when = item.get("when") if isinstance(item, Table) else None
        return None if when is None else self.formulas.condition(when)

    def _check(self, value: Scalar) -> None:
        for inside in _BRACES.findall(value.text):
            if inside not in PLACEHOLDERS:
                known = ", ".join("{" + name + "}" for name in PLACEHOLDERS)
                self.report.add(
                    value.mark,
                    "E601",
                    Phrase("the placeholder {text} is unknown", text=shorten("{" + inside + "}")),
                    Phrase("use {known}, or no braces", known=known),
                )
