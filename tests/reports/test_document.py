"""What stands on the review's page and on the certificate."""

from __future__ import annotations

import pytest

from app.engine.coverage import PRESETS
from app.engine.review import Review, review
from app.engine.solver.solution import solve
from app.engine.solver.tree import Tree
from app.play.playthrough import Playthrough
from app.play.wording import money
from app.reports.document import certificate_paper, review_paper
from tests.toy import build


def played(*choices: str, hints: int = 0, exam: bool = False) -> Playthrough:
    play = Playthrough.start(build(), PRESETS["solid"], 3, exam=exam)
    for _ in range(hints):
        play.take_hint()
    for choice in choices:
        play.choose(choice)
    return play


def reviewed(play: Playthrough) -> Review:
    return review(solve(Tree(play.scenario, play.terms)), play.state)


def test_the_sum_adds_up_and_every_decision_is_there() -> None:
    play = played("ask", "restore")
    told = reviewed(play)
    paper = review_paper(play, told)
    start, decisions, luck, result = (part.cents for part in paper.sum)
    assert start + decisions + luck == result == told.final_cost
    assert [line.choice for line in paper.decisions] == ["Tell the client", "Restore"]
    assert [line.regret for line in paper.decisions] == [d.regret for d in told.decisions]
    assert [line.word for line in paper.decisions] == [d.label.value for d in told.decisions]


def test_the_bill_runs_from_the_loss_to_what_you_pay() -> None:
    play = played("restore")
    bill = play.settlement()
    paper = review_paper(play, reviewed(play))
    amounts = {amount.caption: amount.text for amount in paper.bill}
    assert amounts["The client lost"] == money(bill.client_loss)
    assert amounts["Justified in law"] == money(bill.justified_claim)
    assert amounts["The insurer pays"] == money(bill.insurer_pays)
    assert amounts["You pay"] == money(bill.you_pay)


def test_three_lessons_at_most_and_a_breach_has_its_source() -> None:
    play = played("restore")
    paper = review_paper(play, reviewed(play))
    assert 1 <= len(paper.lessons) <= 3
    assert "A court" in [lesson.source for lesson in paper.lessons]


def test_hints_are_told_and_lower_the_rating() -> None:
    without, with_two = played("hand_over"), played("hand_over", hints=2)
    papers = [review_paper(play, reviewed(play)) for play in (without, with_two)]
    assert "Hints used" not in papers[0].rating_note
    assert "Hints used: 2" in papers[1].rating_note
    assert int(papers[1].rating) < int(papers[0].rating)


def test_no_legal_advice_is_said_once() -> None:
    play = played("restore")
    assert str(review_paper(play, reviewed(play))).count("no legal advice") == 1


@pytest.mark.parametrize(("name", "shown"), [(" Erika Beispiel ", "Erika Beispiel"), ("", "")])
def test_the_certificate_has_name_date_duration_content_and_result(name: str, shown: str) -> None:
    play = played("look", "restore")
    told = reviewed(play)
    started = play.header.started
    paper = certificate_paper(play, told, name, started.replace("+00:00", ".9+00:00"))
    assert paper.name == shown
    rows = dict(paper.rows)
    assert rows["Date"] == started[:10]
    assert rows["From the first scene to the end"] == "1 min"
    assert rows["Time in the story"]
    assert f"{len(told.decisions)} decisions" in rows["Result"]
    assert money(told.regret) in rows["Result"]
    assert paper.topics == ("Verify first",)
    assert paper.case == "Toy"


def test_a_journal_without_a_date_makes_a_certificate_without_one() -> None:
    play = played("restore")
    rows = dict(certificate_paper(play, reviewed(play), "", "nonsense").rows)
    assert "From the first scene to the end" not in rows
    assert "Result" in rows


def test_an_examination_says_so() -> None:
    play = played("restore", exam=True)
    assert "Examination" in review_paper(play, reviewed(play)).facts


def test_an_examination_says_so_on_page_and_certificate() -> None:
    for exam in (True, False):
        play = played("hand_over", exam=exam)
        told = reviewed(play)
        modes = [
            text for caption, text in certificate_paper(play, told, "").rows if caption == "Mode"
        ]
        assert modes == (["Examination: without undo, without hints"] if exam else [])
        assert ("Examination" in review_paper(play, told).facts) is exam


def test_own_log_entries_are_counted() -> None:
    play = played()
    play.note("Seen.")
    play.choose("hand_over")
    assert "Own log entries: 1" in review_paper(play, reviewed(play)).facts
