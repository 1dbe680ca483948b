"""The review screen: the path, the heads, the real case, and the exact review on top."""

from __future__ import annotations

from time import sleep

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.engine.coverage import PRESETS
from app.engine.review import review
from app.engine.solver.cache import SolverCache
from app.engine.solver.information import value_of_knowing
from app.engine.solver.tree import Progress
from app.engine.state import State
from app.gui import theme as themes
from app.gui.bridge import Tasks
from app.gui.reviewer import ExactReview, Reviewer
from app.gui.screens.review import ReviewScreen
from app.gui.widgets.plots import Mark
from app.play.catalog import ENGLISH
from app.play.playthrough import Playthrough
from app.play.retrospect import path, retell
from app.play.wording import money
from app.reports.judgement import perfect_information, truth
from app.reports.lessons import verdict
from tests.gui.looks import LOOKS, colours, dress, picture
from tests.toy import build


def finished() -> Playthrough:
    play = Playthrough.start(build(), PRESETS["solid"], 3)
    play.choose("ask")
    play.undo()
    play.choose("look")
    play.choose("restore")
    assert play.state.is_terminal()
    return play


def shown(qtbot: QtBot, play: Playthrough, width: int = 1280) -> ReviewScreen:
    screen = ReviewScreen()
    qtbot.addWidget(screen)
    screen.resize(width, 900)
    screen.show_play(play)
    with qtbot.waitExposed(screen):
        screen.show()
    return screen


def exact(screen: ReviewScreen, play: Playthrough) -> None:
    solution = SolverCache().solution(play.scenario, play.terms)
    screen.show_review(review(solution, play.state))


def test_the_path_has_every_decision_with_time_and_cost() -> None:
    play = finished()
    lines = path(play)
    assert [line.choice_id for line in lines] == ["look", "restore"]
    assert [line.choice_text for line in lines] == ["Look for the cause", "Restore"]
    assert lines[0].taken_back == 1
    assert lines[1].taken_back == 0
    assert sum(line.minutes for line in lines) == play.state.minutes
    bill = play.settlement()
    assert sum(line.client_cost for line in lines) == bill.client_loss
    assert sum(line.own_cost for line in lines) == bill.own_costs


def test_the_real_case_is_played_by_its_plan() -> None:
    scenario = build()
    told = retell(scenario, scenario.plans["as-it-happened"], PRESETS["solid"], ENGLISH)
    assert told.title == "The real case"
    assert told.heads["reentry"] == 4_500_00
    assert told.settlement.client_loss == told.heads["idle_staff"] + told.heads["reentry"]


def test_path_heads_and_real_case_are_shown(qtbot: QtBot) -> None:
    dress()
    play = finished()
    screen = shown(qtbot, play)
    said = screen.decisions.accessibleDescription()
    assert "1. Look for the cause" in said
    assert "Taken back here: 1" in said
    assert "2. Restore" in said
    heads = screen.heads.accessibleDescription()
    real = retell(play.scenario, play.scenario.plans["as-it-happened"], play.terms, ENGLISH)
    for head, cents in play.state.losses().items():
        if cents:
            assert money(cents) in heads
        assert f"in the real case {money(real.heads[head])}" in heads or not real.heads[head]
    axes = screen.axes.accessibleDescription()
    assert money(play.settlement().client_loss) in axes
    assert money(play.settlement().you_pay) in axes
    assert screen.title.text() == play.view().title


def test_without_the_exact_review_its_parts_are_hidden(qtbot: QtBot) -> None:
    dress()
    screen = shown(qtbot, finished())
    for part in (screen.sum, screen.lessons, screen.panel.bars, screen.frontier, screen.spread):
        assert not part.isVisible()


def test_the_exact_review_rates_decisions_and_adds_up(qtbot: QtBot) -> None:
    dress()
    play = finished()
    screen = shown(qtbot, play)
    exact(screen, play)
    assert screen.sum.isVisible()
    assert all(decision.label for decision in screen.decisions.decisions)
    bars = screen.sum.bar.bars
    bill = play.settlement()
    assert bars[-1].end == bars[2].end == bill.client_loss + bill.you_pay
    screen.decisions.select(0)
    assert len(screen.panel.bars.bars) == 4
    assert "your choice" in screen.panel.bars.sentences()[0]
    assert "fault: disk (in 6 of 10 such cases); controller (in 4 of 10)" in (
        screen.panel.known.text()
    )


def test_the_arrow_keys_go_through_the_decisions(qtbot: QtBot) -> None:
    dress()
    screen = shown(qtbot, finished())
    screen.decisions.setFocus()
    qtbot.keyClick(screen.decisions, Qt.Key.Key_Home)
    assert screen.panel.title.text() == "Look for the cause"
    qtbot.keyClick(screen.decisions, Qt.Key.Key_Down)
    assert screen.panel.title.text() == "Restore"


def test_what_was_known_then_is_told_and_nothing_learned_later(qtbot: QtBot) -> None:
    dress()
    play = Playthrough.start(build(), PRESETS["solid"], 3)
    play.choose("ask")
    play.choose("restore")
    screen = shown(qtbot, play)
    screen.decisions.select(0)
    assert not screen.panel.seen.isVisible()
    screen.decisions.select(1)
    assert screen.panel.seen.isVisible()
    assert screen.panel.seen.text() == "Client: Was told"


def test_playing_on_from_another_choice_is_offered(qtbot: QtBot) -> None:
    dress()
    play = finished()
    screen = shown(qtbot, play)
    exact(screen, play)
    screen.decisions.select(0)
    assert not screen.panel.again.isVisible()
    screen.panel.bars.select(1)
    assert screen.panel.again.isVisible()
    with qtbot.waitSignal(screen.play_on_wanted) as told:
        qtbot.mouseClick(screen.panel.again, Qt.MouseButton.LeftButton)
    assert told.args == [0, "ask"]


def test_the_selected_option_tells_how_it_would_have_ended_here(qtbot: QtBot) -> None:
    dress()
    play = finished()
    screen = shown(qtbot, play)
    assert not screen.panel.branch.isVisible()
    exact(screen, play)
    screen.decisions.select(0)
    as_it_went = screen.panel.branch.text()
    assert f"you pay {money(play.settlement().you_pay)}" in as_it_went
    screen.panel.bars.setFocus()
    qtbot.keyClick(screen.panel.bars, Qt.Key.Key_End)
    assert screen.panel.branch.isVisible()
    told = screen.panel.branch.text()
    assert told != as_it_went
    assert "On this same server, with this choice and best play from there" in told
    assert "End handed_over" in told
    assert told in screen.panel.bars.accessibleName()


def test_the_legend_names_this_cases_limits(qtbot: QtBot) -> None:
    dress()
    play = finished()
    screen = shown(qtbot, play)
    assert not screen.legend.isVisible()
    exact(screen, play)
    assert screen.legend.isVisible()
    assert "Best: less than 1.00 EUR." in screen.legend.text()


def test_what_is_read_stays_in_place_when_more_comes_in_above(qtbot: QtBot) -> None:
    dress()
    play = finished()
    screen = shown(qtbot, play)
    bar = screen.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(screen.decisions.mapTo(screen.area.widget(), QPoint()).y() - 20)
    port = screen.area.viewport()
    before = screen.decisions.mapTo(port, QPoint()).y()
    exact(screen, play)
    above = screen.lessons.y() + screen.lessons.height()
    qtbot.waitUntil(lambda: screen._steps.y() >= above > 0)
    assert screen.decisions.mapTo(port, QPoint()).y() == before


def test_skill_and_luck_says_what_knowing_everything_is_worth(qtbot: QtBot) -> None:
    dress()
    play = finished()
    screen = shown(qtbot, play)
    solution = SolverCache().solution(play.scenario, play.terms)
    told = review(solution, play.state)
    screen.show_review(told)
    assert screen.truth.lead.isVisible()
    assert screen.truth.lead.text() == perfect_information(told, ENGLISH)
    assert screen.sum.verdict.text() == verdict(told, ENGLISH)


def test_what_was_hidden_is_told_only_after_the_end(qtbot: QtBot) -> None:
    dress()
    play = finished()
    screen = shown(qtbot, play)
    assert screen.truth.isVisible()
    facts = dict(truth(play.state, ENGLISH))
    assert facts["fault"] in ("disk", "controller")
    assert facts["backup"] in screen.truth.table.text()
    going_on = Playthrough.start(build(), PRESETS["solid"], 3)
    going_on.choose("ask")
    screen.show_play(going_on)
    assert not screen.truth.isVisible()


class Slow(Reviewer):
    """Works on until it is cancelled."""

    def work_out(self, ending: State, progress: Progress = print) -> ExactReview:
        while True:
            progress(0.4)
            sleep(0.01)


def test_slow_work_shows_its_progress_and_can_be_cancelled_and_taken_up(qtbot: QtBot) -> None:
    dress()
    play, tasks = finished(), Tasks()
    screen = shown(qtbot, play)
    quick = screen._reviewer
    screen._reviewer = Slow()
    screen.show_play(play, tasks)
    assert not screen.sum.waiting.isVisible()
    qtbot.waitUntil(screen.sum.waiting.isVisible, timeout=5_000)
    qtbot.waitUntil(lambda: screen.sum.waiting.bar.value() == 40)
    assert screen.sum.waiting.bar.accessibleName()
    assert not screen.sum.resume.isVisible()
    qtbot.mouseClick(screen.sum.waiting.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(screen.sum.resume.isVisible)
    assert not screen.sum.waiting.isVisible()
    assert screen.decisions.isVisible()
    screen._reviewer = quick
    qtbot.keyClick(screen.sum.resume, Qt.Key.Key_Return)
    qtbot.waitUntil(screen.lessons.isVisible, timeout=20_000)
    assert not screen.sum.resume.isVisible()
    assert not screen.sum.waiting.isVisible()
    tasks.wait()


def test_closing_does_not_wait_for_slow_work(qtbot: QtBot) -> None:
    dress()
    play, tasks = finished(), Tasks()
    screen = shown(qtbot, play)
    screen._reviewer = Slow()
    screen.show_play(play, tasks)
    tasks.wait()
    assert not screen.sum.waiting.isVisible()


def test_what_knowing_was_worth_is_told_on_demand(qtbot: QtBot) -> None:
    dress()
    play, tasks = finished(), Tasks()
    screen = shown(qtbot, play)
    screen.show_play(play, tasks)
    qtbot.waitUntil(screen.lessons.isVisible, timeout=20_000)
    screen.decisions.select(0)
    assert not screen.panel.knowing.isVisible()
    qtbot.keyClick(screen.panel.ask, Qt.Key.Key_Return)
    qtbot.waitUntil(screen.panel.knowing.isVisible, timeout=20_000)
    solution = SolverCache().solution(play.scenario, play.terms)
    start = play.state.history()[0]
    told = screen.panel.knowing.text()
    for fact in ("fault", "backup"):
        worth = value_of_knowing(solution, start, fact)
        assert (f"{fact}: to know it for certain was worth up to {money(worth)}" in told) == (
            worth >= 100
        )
    screen.decisions.select(1)
    assert screen.panel.knowing.isHidden()
    screen.decisions.select(0)
    assert screen.panel.knowing.text() == told
    assert screen.panel.knowing.isVisible()
    tasks.wait()


def test_lessons_come_from_the_largest_regrets_with_sources(qtbot: QtBot) -> None:
    dress()
    play = finished()
    solution = SolverCache().solution(play.scenario, play.terms)
    told = review(solution, play.state)
    screen = shown(qtbot, play)
    screen.show_review(told)
    assert screen.lessons.count == len(told.worst_decisions())
    texts = [label.text() for label in screen.lessons.findChildren(QLabel)]
    for worst in told.worst_decisions():
        assert any(money(worst.regret) in text for text in texts)


def test_frontier_and_distribution_are_added(qtbot: QtBot) -> None:
    dress()
    screen = shown(qtbot, finished())
    screen.show_frontier([(10_00.0, 5_00.0), (20_00.0, 1_00.0)], [Mark("You", 30_00.0, 2_00.0)])
    screen.show_distribution([(0.0, 3), (10_00.0, 7)], 8_00.0, 20_00)
    assert screen.frontier.isVisible()
    assert screen.spread.isVisible()
    assert screen.spread.sentences()[0] == (
        "Your result: 20.00 EUR; played best, about 100 of 100 plays end cheaper"
    )
    assert "You: the client loses 30.00 EUR" in screen.frontier.accessibleDescription()


def test_the_whole_exact_review_arrives_later(qtbot: QtBot) -> None:
    dress()
    play = finished()
    screen = shown(qtbot, play)
    screen.show_waiting()
    assert "Working out" in screen.sum.verdict.text()
    assert not screen.sum.bar.isVisible()
    told = Reviewer().work_out(play.state)
    screen.show_exact(told)
    assert screen.sum.bar.isVisible()
    assert "Working out" not in screen.sum.verdict.text()
    plans = screen.frontier.sentences()
    assert [plan.split(":")[0] for plan in plans] == [
        "Your decisions",
        "Best play",
        "The real case",
    ]
    assert money(told.review.final_cost) in screen.spread.sentences()[0]
    best = sum(told.best)
    assert all(sum(point) >= best - 1 for point in (*told.frontier, told.yours))


def test_it_is_worked_out_beside_the_window(qtbot: QtBot) -> None:
    dress()
    play, tasks = finished(), Tasks()
    screen = shown(qtbot, play)
    screen.show_play(play, tasks)
    qtbot.waitUntil(screen.lessons.isVisible, timeout=20_000)
    tasks.wait()
    assert all(decision.label for decision in screen.decisions.decisions)


def test_a_review_of_another_play_is_not_shown(qtbot: QtBot) -> None:
    dress()
    screen = shown(qtbot, finished())
    screen.show_exact(Reviewer().work_out(finished().state))
    assert not screen.sum.isVisible()


def test_the_rating_counts_hints_and_the_papers_are_offered(qtbot: QtBot) -> None:
    dress()
    play = Playthrough.start(build(), PRESETS["solid"], 3)
    play.take_hint()
    play.take_hint()
    play.choose("hand_over")
    screen = shown(qtbot, play)
    assert not screen.rating.isVisible()
    assert not screen.keeping.isVisible()
    exact(screen, play)
    texts = [label.text() for label in screen.rating.findChildren(QLabel)]
    assert "96 of 100" in texts
    assert "Hints used: 2" in texts
    assert screen.keeping.pdf.isVisible()


def test_a_problem_is_said_and_the_rest_stays(qtbot: QtBot) -> None:
    dress()
    screen = shown(qtbot, finished())
    screen.show_problem("Too large to work out.")
    assert screen.sum.verdict.text() == "Too large to work out."
    assert screen.decisions.isVisible()


@pytest.mark.parametrize(
    ("text", "signal", "args"),
    [
        ("Play this server again", "play_again_wanted", [True]),
        ("Play another server", "play_again_wanted", [False]),
        ("To the title", "title_wanted", []),
        ("Back to the claim", "back_wanted", []),
    ],
)
def test_buttons_lead_on(qtbot: QtBot, text: str, signal: str, args: list[bool]) -> None:
    dress()
    screen = shown(qtbot, finished())
    button = next(b for b in screen.findChildren(QPushButton) if b.text().strip() == text)
    with qtbot.waitSignal(getattr(screen, signal)) as told:
        qtbot.keyClick(button, Qt.Key.Key_Return)
    assert told.args == args


@pytest.mark.parametrize(("mode", "percent"), LOOKS)
def test_every_look_shows_whole_texts(qtbot: QtBot, mode: themes.Mode, percent: int) -> None:
    dress(mode, percent)
    play = finished()
    for width in (1280, 800):
        screen = shown(qtbot, play, width)
        exact(screen, play)
        assert len(colours(picture(screen), 7)) > 6
        labels = [w for w in screen.findChildren(QLabel) if w.isVisibleTo(screen) and w.text()]
        for label in labels:
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            assert label.height() >= needed, label.text()
        assert screen.area.widget().width() <= screen.area.viewport().width()
