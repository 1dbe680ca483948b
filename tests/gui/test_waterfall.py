"""The waterfall and the other bar charts: legible, selectable, and the same in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from app.engine.review import Label
from app.engine.settlement import Settlement
from app.gui import theme as themes
from app.gui.widgets.bars import BarChart
from app.gui.widgets.charts import HeadBars, Option, OptionBars, SumBar
from app.gui.widgets.decisions import Decision, DecisionList
from app.gui.widgets.plots import FrontierPlot, Histogram, Mark, apart
from app.gui.widgets.rows import Rows
from app.gui.widgets.waterfall import WaterfallChart
from app.gui.widgets.waterfall_view import WaterfallView
from app.play.catalog import ENGLISH
from app.play.wording import money
from tests.gui.looks import LOOKS, assert_texts_fit, colours, dress, picture
from tests.gui.sample_bill import BILL, NO_CLAIM

WIDTHS = (420, 640, 1100)


def chart(qtbot: QtBot, bill: Settlement = BILL) -> WaterfallChart:
    widget = WaterfallChart()
    widget.set_settlement(bill)
    qtbot.addWidget(widget)
    return widget


def decisions() -> DecisionList:
    widget = DecisionList()
    widget.set_decisions(
        [
            Decision("Copy the system log to your laptop, then restart the services",
                     "Tuesday 08:00 · One line", ("45 min", "285.00 EUR"), label=Label.BEST),
            Decision("Believe the amber light", "Tuesday 11:00 · Row 4, rack 11",
                     ("1 h", "100,680.00 EUR"), "Taken back here: 2", Label.GRAVE),
            Decision("Drive at once", "Tuesday 10:00", ("0 min",)),
        ]
    )  # fmt: skip
    return widget


def option_bars() -> OptionBars:
    widget = OptionBars()
    widget.set_options(
        [
            Option("Image every disk first and work on the copies only", 15_066_44, best=True),
            Option("Start the rebuild at once", 121_452_12, chosen=True),
        ]
    )
    return widget


def head_bars() -> HeadBars:
    widget = HeadBars()
    widget.set_heads([("Idle staff", 10_200_00, 30_000_00), ("Hardware and MFT", 0, 8_000_00)])
    return widget


def sum_bar() -> SumBar:
    widget = SumBar()
    widget.set_sum(14_708_81, 13_394_22, -14_523_03)
    return widget


@pytest.mark.parametrize(("mode", "percent"), LOOKS)
@pytest.mark.parametrize("kind", ["waterfall", "no claim", "options", "heads", "sum", "decisions"])
def test_texts_neither_overlap_nor_are_cut(
    qtbot: QtBot, mode: themes.Mode, percent: int, kind: str
) -> None:
    dress(mode, percent)
    if kind in ("waterfall", "no claim"):
        widget: BarChart | DecisionList = chart(qtbot, BILL if kind == "waterfall" else NO_CLAIM)
    else:
        makers = {
            "options": option_bars, "heads": head_bars, "sum": sum_bar, "decisions": decisions,
        }  # fmt: skip
        widget = makers[kind]()  # type: ignore[assignment]
        qtbot.addWidget(widget)
    for width in WIDTHS:
        widget.resize(width, widget.heightForWidth(width))
        assert_texts_fit(widget.painted(), width, widget.height())
        assert len(colours(picture(widget))) > 4


def test_the_waterfall_says_every_amount_reason_and_source(qtbot: QtBot) -> None:
    dress()
    said = chart(qtbot).accessibleDescription()
    for step in (*BILL.liability_steps, *BILL.coverage_steps, *BILL.own_steps):
        assert step.title in said
        assert step.source in said
        if step.change:
            assert money(abs(step.change)) in said
    for total in (BILL.client_loss, BILL.claim, BILL.justified_claim, BILL.insurer_pays):
        assert money(total) in said
    assert money(BILL.you_pay) in said
    assert "The insurer was told after more than a week; grossly careless" in said


def test_each_step_begins_where_the_last_ended(qtbot: QtBot) -> None:
    dress()
    bars = chart(qtbot).bars
    assert all(b.start == a.end for a, b in zip(bars, bars[1:], strict=False) if b.joined)
    by_label = {bar.label: bar for bar in bars}
    assert by_label["The insurer pays"].end == BILL.insurer_pays
    assert by_label["You pay"].end == BILL.you_pay


def test_no_claim_is_told_too(qtbot: QtBot) -> None:
    dress()
    said = chart(qtbot, NO_CLAIM).accessibleDescription()
    assert "No claim: 0.00 EUR. The client lost 800.00 EUR and claims nothing from you." in said
    assert "You pay: 320.00 EUR" in said


def test_arrow_keys_select_steps_and_tell_them(qtbot: QtBot) -> None:
    dress()
    view = WaterfallView()
    qtbot.addWidget(view)
    view.resize(1100, 700)
    view.set_settlement(BILL, ENGLISH)
    assert view.chart.lines[view.chart.current].title == "The agreed limit of liability"
    with qtbot.waitSignal(view.chart.selected) as told:
        qtbot.keyClick(view.chart, Qt.Key.Key_Home)
    assert told.args == [0]
    qtbot.keyClick(view.chart, Qt.Key.Key_Down)
    qtbot.keyClick(view.chart, Qt.Key.Key_Down)
    assert view.chart.current == 2
    assert "Turnover is not profit" in view.chart.accessibleName()
    assert view.detail.accessibleName() == "Turnover is not profit: −8,500.00 EUR"
    assert "§ 252 BGB" in view.detail.accessibleDescription()
    qtbot.keyClick(view.chart, Qt.Key.Key_End)
    assert view.chart.current == len(view.chart.lines) - 1
    qtbot.keyClick(view.chart, Qt.Key.Key_Down)
    assert view.chart.current == len(view.chart.lines) - 1


def test_a_click_selects_the_row_under_it(qtbot: QtBot) -> None:
    dress()
    widget = chart(qtbot)
    widget.resize(900, widget.heightForWidth(900))
    place = widget.places(900)[3]
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(40, place.label.center().y()))
    assert widget.current == 3


def test_red_is_for_loss_and_what_you_pay_only(qtbot: QtBot) -> None:
    dress()
    red = {"loss", "loss_soft"}
    yours = {
        "The client's loss", "You pay", "Cut by the quota", "Your deductible",
        "Your unpaid hours and outlays", "Your part of the justified claim",
    }  # fmt: skip
    assert {b.label for b in chart(qtbot).bars if red & set(b.look.value)} == yours


def test_the_sum_says_skill_and_luck(qtbot: QtBot) -> None:
    dress()
    widget = sum_bar()
    qtbot.addWidget(widget)
    assert widget.bars[-1].end == 14_708_81 + 13_394_22 - 14_523_03
    assert widget.accessible_text() == (
        "Best play, on average: 14,708.81 EUR\nYour decisions: +13,394.22 EUR\n"
        "Good luck: −14,523.03 EUR\nYour result: 13,580.00 EUR"
    )


def test_without_luck_it_is_neither_good_nor_bad(qtbot: QtBot) -> None:
    bar = SumBar()
    qtbot.addWidget(bar)
    bar.set_sum(1_00, 2_00, 0)
    assert bar.sentences()[2] == "Luck: +0.00 EUR"


def test_options_name_the_best_and_yours(qtbot: QtBot) -> None:
    dress()
    widget = option_bars()
    qtbot.addWidget(widget)
    assert widget.current == 1
    first, second = widget.sentences()
    assert "(best): 15,066.44 EUR on average" in first
    assert "(your choice): 121,452.12 EUR on average" in second


def test_decisions_are_told_with_their_rating(qtbot: QtBot) -> None:
    dress()
    widget = decisions()
    qtbot.addWidget(widget)
    said = widget.sentences()
    assert said[1] == (
        "2. Believe the amber light (grave); Tuesday 11:00 · Row 4, rack 11; 1 h; "
        "100,680.00 EUR; Taken back here: 2"
    )
    assert said[2].startswith("3. Drive at once; ")


@pytest.mark.parametrize(("mode", "percent"), LOOKS)
def test_plots_say_what_they_draw(qtbot: QtBot, mode: themes.Mode, percent: int) -> None:
    dress(mode, percent)
    frontier = FrontierPlot()
    frontier.set_points(
        [(9_000_00.0, 4_000_00.0), (12_000_00.0, 1_000_00.0)],
        [Mark("Your plan", 20_000_00.0, 2_500_00.0, "loss"), Mark("Best play", 9e5, 4e5, "accent")],
    )
    spread = Histogram()
    spread.set_distribution([(0.0, 10), (5_000_00.0, 30), (10_000_00.0, 60)], 9_500_00.0, 10_000_00)
    for plot, words in ((frontier, "20,000.00 EUR"), (spread, "about 40 of 100 plays")):
        qtbot.addWidget(plot)
        plot.resize(520, plot.heightForWidth(520))
        assert words in plot.accessibleDescription()
        boxes = plot.legend_boxes(520)
        assert all(a.bottom() <= b.top() for a, b in zip(boxes, boxes[1:], strict=False))
        assert boxes[-1].bottom() <= plot.height()
        assert len(colours(picture(plot))) > 4
        qtbot.keyClick(plot, Qt.Key.Key_Down)
        assert plot.sentences()[0] in plot.accessibleName()


def test_plans_with_the_same_losses_stand_in_a_row() -> None:
    here, there = QPointF(50, 50), QPointF(200, 50)
    places = apart([here, there, here, QPointF(52, 49)], 14)
    assert places[1] == there
    assert [place.x() for place in places if place != there] == [36, 50, 64]


def test_an_empty_list_takes_keys_without_harm(qtbot: QtBot) -> None:
    dress()
    widget: Rows = DecisionList()
    qtbot.addWidget(widget)
    qtbot.keyClick(widget, Qt.Key.Key_Down)
    assert widget.current == -1
