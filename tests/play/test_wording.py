from __future__ import annotations

from datetime import datetime

import pytest

from app.play import wording
from app.play.catalog import Catalog

GERMAN = Catalog("de_AT", lambda _key, source: {"Tuesday": "Dienstag"}.get(source, source))
MOMENT = datetime(2026, 3, 3, 8, 5)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("cents", "english", "german"),
    [
        (0, "0.00 EUR", "0,00 EUR"),
        (5, "0.05 EUR", "0,05 EUR"),
        (-1_234_567, "-12,345.67 EUR", "-12.345,67 EUR"),
        (100_000_000, "1,000,000.00 EUR", "1.000.000,00 EUR"),
    ],
)
def test_money(cents: int, english: str, german: str) -> None:
    assert wording.money(cents) == english
    assert wording.money(cents, "de") == german


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 min"), (45, "45 min"), (60, "1 h"), (90, "1 h 30 min"), (1500, "1 d 1 h")],
)
def test_duration(minutes: int, words: str) -> None:
    assert wording.duration(minutes) == words


def test_clock_and_date_follow_the_language() -> None:
    assert wording.clock(MOMENT) == "Tuesday 08:05"
    assert wording.clock(MOMENT, GERMAN) == "Dienstag 08:05"
    assert wording.calendar_date(MOMENT) == "2026-03-03"
    assert wording.calendar_date(MOMENT, GERMAN) == "03.03.2026"


def test_a_reason_is_filled_with_amounts_numbers_and_words() -> None:
    reason = "{percent} % of {amount} after {days} days by {who}, {unknown}"
    details = {"percent": 30, "amount": 1_000_00, "days": 1_200, "who": "Tuesday"}
    assert wording.sentence(reason, details) == (
        "30 % of 1,000.00 EUR after 1,200 days by Tuesday, {unknown}"
    )
    assert wording.sentence(reason, details, GERMAN) == (
        "30 % of 1.000,00 EUR after 1.200 days by Dienstag, {unknown}"
    )
