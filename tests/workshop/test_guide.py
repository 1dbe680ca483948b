"""The facilitator's guide: in the program, in German, and in the document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.play.catalog import ENGLISH
from app.play.languages import catalog
from app.workshop.agenda import LENGTHS, Part, plan
from app.workshop.guide import part_guide

DOCUMENT = Path(__file__).parents[2] / "docs" / "facilitator.md"


@pytest.mark.parametrize("part", Part)
def test_every_part_has_a_title_an_aim_and_questions_in_both_languages(part: Part) -> None:
    english, german = part_guide(part, ENGLISH), part_guide(part, catalog("de"))
    assert english.questions
    assert english.title != german.title
    assert english.aim != german.aim
    assert len(english.questions) == len(german.questions)


def test_the_document_has_the_minutes_of_the_program() -> None:
    rows = re.findall(
        r"^\| ([^|]+) \| (\d+) \| (\d+) \| (\d+) \|$", DOCUMENT.read_text("utf-8"), re.MULTILINE
    )
    told = {title.strip(): tuple(map(int, minutes)) for title, *minutes in rows}
    for part in Part:
        expected = tuple(plan(length)[part] for length in LENGTHS)
        assert told[part_guide(part, ENGLISH).title] == expected
