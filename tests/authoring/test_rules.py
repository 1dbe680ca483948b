"""Every code the checks can tell is explained, in the table and in the documentation."""

from __future__ import annotations

import re
from pathlib import Path

import app.authoring
from app.authoring.rules import RULES
from app.authoring.wording import MAX_LENGTHS

SOURCES = Path(app.authoring.__file__).parent
DOCS = SOURCES.parents[1] / "docs" / "linter.md"
CODE = re.compile(r'"([AESTW][1-9][0-9]{2})"')


def test_the_table_has_the_codes_that_are_told_and_no_others() -> None:
    told = {
        code
        for file in SOURCES.glob("*.py")
        if file.name != "rules.py"
        for code in CODE.findall(file.read_text(encoding="utf-8"))
    }
    assert told == set(RULES)


def test_the_documentation_has_the_whole_table() -> None:
    rows = re.findall(
        r"^\| ([A-Z]\d{3}) \| (\w+) \| (.+) \| (.+) \|$", DOCS.read_text("utf-8"), re.MULTILINE
    )
    assert rows == [
        (code, str(rule.severity), rule.meaning, rule.remedy) for code, rule in RULES.items()
    ]


def test_the_documentation_has_the_lengths_of_texts() -> None:
    rows = re.findall(r"^\| ([a-z]+) \| (\d+) \|$", DOCS.read_text("utf-8"), re.MULTILINE)
    assert {kind: int(most) for kind, most in rows} == {
        kind: most for kind, (_, most) in MAX_LENGTHS.items()
    }
