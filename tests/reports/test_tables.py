"""CSV that spreadsheets open as it is meant, and run nothing from."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from app.reports.session import SessionPlay
from app.reports.tables import DECISION_COLUMNS, RESULT_COLUMNS, decisions_csv, results_csv
from tests.reports.sessions import session


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def labelled(label: str) -> SessionPlay:
    return replace(session().plays[0], label=label)


def test_one_row_for_each_option_of_each_decision() -> None:
    plays = session().plays
    data = decisions_csv(plays)
    assert data.startswith(b"\xef\xbb\xbfplay,number,")
    assert data.count(b"\r\n") == data.count(b"\n")
    found = rows(data)
    options = [o for play in plays for decision in play.decisions for o in decision.options]
    assert len(found) == len(options)
    for row, option in zip(found, options, strict=True):
        assert set(row) == set(DECISION_COLUMNS)
        assert row["choice"] == option.text
        assert int(row["expected_cost_cents"]) == option.expected_cost
        assert int(row["votes"]) == option.votes
        assert int(row["confidence_3"]) == option.confidence[2]
    assert sum(int(row["taken"]) for row in found) == sum(len(play.decisions) for play in plays)


def test_one_row_for_each_play() -> None:
    plays = session().plays
    for row, play in zip(rows(results_csv(plays)), plays, strict=True):
        assert set(row) == set(RESULT_COLUMNS)
        assert int(row["luck_cents"]) == play.luck
        total = sum(int(row[name]) for name in ("start_value_cents", "regret_cents", "luck_cents"))
        assert total == int(row["final_cost_cents"])


@pytest.mark.parametrize(
    "label",
    ["=1+1", "+49 30", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", "|cmd",
     "＝1", "%x"],
)  # fmt: skip
def test_no_text_is_a_formula(label: str) -> None:
    found = rows(results_csv([labelled(label)]))
    assert found[0]["play"] == f"'{label}"


@pytest.mark.parametrize("label", ['Team "A", die 1.', "a\r\nb", "Zürich; Köln", "", "Team 2"])
def test_other_texts_come_back_as_they_were(label: str) -> None:
    assert rows(results_csv([labelled(label)]))[0]["play"] == label


def test_an_amount_below_nothing_stays_a_number() -> None:
    play = replace(session().plays[0], luck=-5)
    assert rows(results_csv([play]))[0]["luck_cents"] == "-5"
