from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.authoring.loading import parse_scenario
from app.engine.coverage import PRESETS
from app.engine.review import review
from app.engine.solver.cache import SolverCache
from app.play.catalog import ENGLISH
from app.play.playthrough import Playthrough
from app.reports.progress import (
    by_confidence,
    by_kind,
    calibration,
    decisions_csv,
    duty_text,
    plays_csv,
    review_rows,
)
from app.reports.reminders import recall
from app.store.progress import Reminder, ReviewedDecision
from tests.scenarios import SMALL

SCENARIO = parse_scenario(SMALL).scenario
DONE = "2026-03-01T10:00:00+00:00"
ONE = ReviewedDecision(
    "a.jsonl", 1, "small", "alarm", "restore", "ask", 300, 900, "grave", "verify", "certain"
)


def decisions(sure: str, *labels: str) -> list[ReviewedDecision]:
    return [replace(ONE, sure=sure, label=label) for label in labels]


@pytest.fixture
def played(tmp_path: Path) -> Playthrough:
    play = Playthrough.start(SCENARIO, PRESETS["solid"], 7, tmp_path / "a.jsonl")
    play.choose("ask", "certain")
    play.choose("hand_over")
    return play


def test_a_review_becomes_rows(played: Playthrough) -> None:
    solution = SolverCache().solution(SCENARIO, played.terms)
    told = review(solution, played.state)
    kept, rows = review_rows(played, told, "a.jsonl", DONE)
    assert (kept.journal, kept.regret, kept.luck) == ("a.jsonl", told.regret, told.luck)
    assert [(row.number, row.chosen, row.sure) for row in rows] == [
        (1, "ask", "certain"),
        (2, "hand_over", ""),
    ]
    assert [row.regret for row in rows] == [decision.regret for decision in told.decisions]
    assert all(row.duty == "verify" for row in rows)
    assert all(row.stake >= row.regret for row in rows)


def test_kinds_come_dearest_first_and_the_rest_last() -> None:
    mixed = [ONE, replace(ONE, duty="", regret=9_000), replace(ONE, duty="inform", regret=700)]
    assert [share.name for share in by_kind(mixed)] == ["inform", "verify", ""]
    assert duty_text("verify", [SCENARIO], {"small": ENGLISH}).startswith("Verify a backup")
    assert duty_text("gone_since", [SCENARIO], {"small": ENGLISH}) == "gone since"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ([], "more often, and this shows"),
        (decisions("certain", *["best"] * 4), "more often, and this shows"),
        (decisions("certain", *["best"] * 5), "mostly right"),
        (decisions("certain", *["grave"] * 5), "more often than you were right"),
        (
            decisions("certain", *["best"] * 5) + decisions("unsure", *["sound"] * 5),
            "no more often than otherwise",
        ),
    ],
)
def test_confidence_is_set_against_the_labels(said: list[ReviewedDecision], told: str) -> None:
    assert told in calibration(by_confidence(said), ENGLISH)


def test_confidence_has_an_order_and_silence_does_not_count() -> None:
    said = decisions("certain", "best") + decisions("unsure", "risky") + decisions("", "best")
    assert [(share.name, share.percent) for share in by_confidence(said)] == [
        ("unsure", 0),
        ("certain", 100),
    ]


def test_everything_can_be_taken_along_as_csv(played: Playthrough) -> None:
    told = review(SolverCache().solution(SCENARIO, played.terms), played.state)
    kept, rows = review_rows(played, told, "a.jsonl", DONE)
    head, line = plays_csv([kept]).decode("utf-8-sig").splitlines()
    assert dict(zip(head.split(","), line.split(","), strict=True))["rating"] == str(kept.rating)
    assert len(decisions_csv(rows).decode("utf-8-sig").splitlines()) == 3


def test_a_reminder_asks_and_answers_in_words() -> None:
    reminder = Reminder("a", 7, "small", "alarm", "restore", "ask", "2026-03-08T10:00:00+00:00")
    now = datetime(2026, 3, 10, 12, tzinfo=UTC)

    def told(of: Reminder):
        return recall(of, lambda _: SCENARIO, lambda _: ENGLISH, now)

    found = told(reminder)
    assert found is not None
    assert found.when == "From a play 9 days ago"
    assert "you chose “Restore”" in found.question
    assert "Tell the client" in found.answer
    best = told(replace(reminder, chosen="ask"))
    assert best is not None
    assert "Tell the client" not in best.question
    assert told(replace(reminder, node="saved")) is None
    assert told(replace(reminder, best="gone")) is None
    assert recall(reminder, lambda _: None, lambda _: ENGLISH, now) is None
