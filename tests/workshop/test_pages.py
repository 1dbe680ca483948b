"""The pages of phones: whole, translated, and nothing in them that old browsers cannot read."""

from __future__ import annotations

import json
import re

import pytest

from app.resources import asset
from app.workshop.pages import WORDS, check_page, phone_page

SCRIPT = asset("workshop", "phone.js").read_text(encoding="utf-8")


def test_the_script_asks_only_for_sentences_that_are_there_and_for_all() -> None:
    asked = re.findall(r"""\bt\(\s*("(?:[^"\\]|\\.)*")""", SCRIPT)
    asked += re.findall(r'(?<=[?:] )("[A-Z][^"]*[.…]")', SCRIPT)
    assert {json.loads(text) for text in asked} == set(WORDS)


@pytest.mark.parametrize(
    "modern",
    [
        r"=>",
        r"\b(let|const|class|async|await)\s+\w",
        r"`",
        r"\bfetch\(",
        r"\.\.\.\w",
        r"\?\.",
        r"\?\?",
    ],
)
def test_the_script_is_as_old_browsers_know_it(modern: str) -> None:
    code = re.sub(r"/\*.*?\*/", "", SCRIPT, flags=re.DOTALL)
    assert not re.search(modern, code)


def test_the_script_never_writes_html() -> None:
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(", SCRIPT)


@pytest.mark.parametrize("page", [phone_page(), check_page()], ids=["phone", "check"])
def test_a_page_needs_nothing_from_elsewhere(page: object) -> None:
    body = page.body.decode()  # type: ignore[attr-defined]
    assert not re.search(r"""(src|href|url)\s*[=(]\s*["']?\w""", body)
    assert "default-src 'none'" in page.policy  # type: ignore[attr-defined]
    assert "unsafe" not in page.policy  # type: ignore[attr-defined]
    assert "{" + "reached" not in body


def test_the_page_is_small() -> None:
    assert len(phone_page().body) < 40_000
