"""The parts of a workshop in words: in both languages, and as the facilitator's guide has them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.play.catalog import ENGLISH
from app.play.languages import catalog
from app.workshop.agenda import DEBRIEF, LENGTHS, Part, plan
from app.workshop.naming import part_name, prompts

DOCUMENT = Path(__file__).parents[2] / "docs" / "facilitator.md"


@pytest.mark.parametrize("part", Part)
def test_every_part_has_a_name_and_each_of_the_debrief_has_prompts(part: Part) -> None:
    german = catalog("de")
    assert part_name(part, ENGLISH) != part_name(part, german)
    if part in DEBRIEF:
        assert prompts(part, ENGLISH)
        assert not set(prompts(part, ENGLISH)) & set(prompts(part, german))


def test_the_document_has_the_minutes_of_the_program() -> None:
    document = DOCUMENT.read_text("utf-8")
    rows = re.findall(r"^\| ([^|]+) \| (\d+) \| (\d+) \| (\d+) \|$", document, re.MULTILINE)
    told = {title.strip(): tuple(map(int, minutes)) for title, *minutes in rows}
    for part in Part:
        expected = tuple(plan(length)[part] for length in LENGTHS)
        assert told[part_name(part, ENGLISH)] == expected
