"""What stands in a workshop's report and on its certificates."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.engine.review import Label
from app.play.catalog import ENGLISH
from app.play.languages import catalog
from app.play.wording import money
from app.reports.attendance import certificates
from app.reports.session import Attendee, Commitment, Mode
from app.reports.workshop_document import MOST_PLAYS, workshop_paper
from tests.reports.sessions import played, record, session

TEAMS = session(teams=3)
ROOM = session(teams=1)


def test_every_team_perfect_play_and_the_real_case_are_in_the_results() -> None:
    paper = workshop_paper(replace(TEAMS, best=(40_000, 4_000)), ENGLISH)
    assert [row.cells[0] for row in paper.results] == [
        "Team 1", "Team 2", "Team 3", "Perfect play", "The real case",
    ]  # fmt: skip
    bill = TEAMS.plays[1].bill
    assert paper.results[1].cells[1:6] == tuple(
        money(cents)
        for cents in (
            bill.client_loss, bill.claim, bill.justified_claim, bill.insurer_pays, bill.you_pay,
        )
    )  # fmt: skip
    assert paper.results[3].cells == (
        "Perfect play", "400.00 EUR", "–", "–", "–", "40.00 EUR", "100",
    )  # fmt: skip
    assert {len(row.cells) for row in paper.results} == {len(paper.result_head)}


def test_many_plays_are_told_by_their_mean_and_one_line_each() -> None:
    whole = session(teams=MOST_PLAYS + 3)
    paper = workshop_paper(whole, ENGLISH)
    assert paper.results[0].cells[0] == "Mean of 15 plays"
    mean = sum(play.rating for play in whole.plays) / len(whole.plays)
    assert paper.results[0].cells[-1] == str(round(mean))
    assert len(paper.plays) == 15


def test_a_rooms_decisions_stand_in_order_with_votes_and_costs() -> None:
    paper = workshop_paper(ROOM, ENGLISH)
    (play,) = ROOM.plays
    assert len(paper.decisions) == len(play.decisions)
    for part, decision in zip(paper.decisions, play.decisions, strict=True):
        assert part.label == decision.label
        assert part.word == decision.label.value
        assert [o.votes for o in part.options] == [o.votes for o in decision.options]
        assert [o.cost for o in part.options] == [o.expected_cost for o in decision.options]
        assert [o.taken for o in part.options] == [
            int(o.choice == decision.taken) for o in decision.options
        ]
        assert all((o.first is None) is not decision.revoted for o in part.options)


def test_the_same_decision_of_several_teams_is_one_part() -> None:
    plays = tuple(
        record(played(*choices), label=f"Team {number}")
        for number, choices in enumerate((["ask", "restore"], ["ask", "hand_over"]), 1)
    )
    paper = workshop_paper(replace(TEAMS, plays=plays), ENGLISH)
    assert [part.title for part in paper.decisions] == ["Title of alarm", "Title of alarm"]
    first, second = paper.decisions
    assert first.label is None
    assert "2 plays came here" in first.note
    assert sum(option.taken for option in first.options) == 2
    assert {option.text: option.taken for option in second.options} == {
        "Look for the cause": 0, "Restore": 1, "Hand over": 1,
    }  # fmt: skip


def test_the_parts_of_a_plays_cost_add_up() -> None:
    for line in workshop_paper(TEAMS, ENGLISH).plays:
        assert line.start + line.regret + line.luck == line.final


def test_the_dearest_decision_is_named_and_only_if_it_cost_something() -> None:
    assert "“Title of alarm”" in workshop_paper(TEAMS, ENGLISH).summary
    best = record(played("ask", "look", "look", "look", "look", "hand_over"))
    flawless = replace(
        best, decisions=tuple(replace(d, regret=0, label=Label.BEST) for d in best.decisions)
    )
    paper = workshop_paper(replace(ROOM, plays=(flawless,)), ENGLISH)
    assert "dearest" not in paper.summary


def test_a_workshop_that_ended_early_still_has_a_report() -> None:
    paper = workshop_paper(replace(TEAMS, plays=(), commitments=()), ENGLISH)
    assert paper.summary == "No play was brought to its end."
    assert paper.decisions == paper.plays == paper.sure == ()


@pytest.mark.parametrize("mode", list(Mode))
def test_it_is_german_where_the_session_is(mode: Mode) -> None:
    paper = workshop_paper(replace(TEAMS, language="de", mode=mode), catalog("de"))
    facts = dict(paper.facts)
    assert facts["Datum"] == "24.11.2026"
    assert facts["Dauer"] == "1 Std. 21 Min., geplant 1 Std. 15 Min."
    assert paper.kicker == "Workshop-Bericht"
    assert "Entscheidungen" in paper.summary


def test_a_play_that_did_not_end_says_so() -> None:
    first, *others = TEAMS.plays
    paper = workshop_paper(replace(TEAMS, plays=(replace(first, ended=False), *others)), ENGLISH)
    assert [row.cells[0] for row in paper.results[:2]] == ["Team 1 *", "Team 2"]
    assert "* did not come to an end" in paper.result_note
    assert "*" not in workshop_paper(TEAMS, ENGLISH).result_note


def test_a_commitment_is_told_as_it_was_written() -> None:
    paper = workshop_paper(replace(ROOM, commitments=(Commitment("{n} & <b>"),)), ENGLISH)
    assert paper.commitments == ("{n} & <b>",)


def test_a_certificate_shows_what_the_ordinance_asks_for() -> None:
    """§ 7(2) VersVermV: name; date, extent, content, title; provider, address, contact."""
    whole = replace(TEAMS, address="Musterweg 1, 20095 Hamburg", contact="040 123456")
    (paper,) = certificates(whole, [Attendee(" Beispiel, Erika ", 75)], ENGLISH).papers
    assert paper.name == "Beispiel, Erika"
    rows = dict(paper.rows)
    assert rows["Date"] == "2026-11-24"
    assert rows["Extent"] == "1 h 15 min"
    assert rows["Provider: firm, address, contact"] == (
        "Muster Makler GmbH\nMusterweg 1, 20095 Hamburg\n040 123456"
    )
    assert paper.topics == whole.topics
    assert whole.title in paper.case
    assert whole.scenario_title in paper.case


def test_what_is_not_given_is_a_line_to_write_on() -> None:
    (paper,) = certificates(replace(TEAMS, provider=" "), [Attendee("", 75)], ENGLISH).papers
    assert paper.name == ""
    assert dict(paper.rows)["Provider: firm, address, contact"].count("____") >= 3
