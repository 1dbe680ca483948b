"""Legal sources as the reader's lawyers write them."""

from __future__ import annotations

import re

from app.play.catalog import ENGLISH, Catalog

_GERMAN = (
    (re.compile(r"(?<=\d)\((\d+)\)"), r" Abs. \1"),
    (re.compile(r", \((\d+)\)"), r", \1"),
    (re.compile(r"\bno\. (\d+) ([a-z])\b"), r"Nr. \1 Buchst. \2"),
    (re.compile(r"\bno\. (?=\d)"), "Nr. "),
    (re.compile(r"\bGDPR\b"), "DSGVO"),
)


def cited(source: str, catalog: Catalog = ENGLISH) -> str:
    """A legal source, several parted by semicolons: ``§ 280(1) BGB`` is ``§ 280 Abs. 1 BGB``."""
    if not catalog.language.startswith("de"):
        return source
    told = "; ".join(catalog.message(part) for part in source.split("; "))
    for pattern, german in _GERMAN:
        told = pattern.sub(german, told)
    return told
