"""The claim screen: letter, insurer's answer, waterfall, and where its buttons lead."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.engine.coverage import PRESETS
from app.engine.settlement import Settlement
from app.gui import theme as themes
from app.gui.screens.claim import ClaimScreen
from app.play.playthrough import Playthrough
from app.play.retrospect import claimed_heads
from app.play.wording import money
from tests.gui.looks import LOOKS, colours, dress, picture
from tests.gui.sample_bill import BILL, NO_CLAIM
from tests.toy import build


def finished(terms: str = "solid") -> Playthrough:
    """The toy story's real case: restored from a backup that was noise."""
    scenario = build()
    play = Playthrough.start(scenario, PRESETS[terms], 3, plan=scenario.plans["as-it-happened"])
    play.choose("ask")
    play.undo()
    play.choose("restore")
    return play


class Billed(Playthrough):
    """A finished play with a settlement of the test's own."""

    bill: Settlement = BILL

    def settlement(self) -> Settlement:
        return self.bill


def billed(bill: Settlement, terms: str = "solid") -> Playthrough:
    scenario = build()
    play = Billed.start(scenario, PRESETS[terms], 3, plan=scenario.plans["as-it-happened"])
    assert isinstance(play, Billed)
    play.bill = bill
    play.choose("restore")
    return play


def shown(qtbot: QtBot, play: Playthrough, width: int = 1200) -> ClaimScreen:
    screen = ClaimScreen()
    qtbot.addWidget(screen)
    screen.resize(width, 900)
    screen.show_play(play)
    with qtbot.waitExposed(screen):
        screen.show()
    return screen


def words(screen: ClaimScreen) -> str:
    labels = screen.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(screen))


def test_the_letter_lists_what_is_claimed_and_its_sum(qtbot: QtBot) -> None:
    dress()
    play = finished()
    heads = claimed_heads(play)
    screen = shown(qtbot, play)
    said = screen.letter.accessibleDescription()
    assert [text for text, _ in heads] == ["Idle staff", "Re-entry"]
    assert sum(cents for _, cents in heads) == play.settlement().claim
    for text, cents in heads:
        assert f"{text}: {money(cents)}" in said
    assert f"We claim: {money(play.settlement().claim)}" in said
    assert screen.title.text() == "The claim"


def test_the_insurer_answers_each_question(qtbot: QtBot) -> None:
    dress()
    screen = shown(qtbot, billed(BILL, "small"))
    said = screen.answer.accessibleDescription()
    for part in (
        "Your policy is in force.",
        "Of the 100,000.00 EUR claimed, 50,000.00 EUR are justified.",
        "The insurer was told after more than a week; grossly careless, a cut of 25,000.00 EUR.",
        "You keep the deductible of 1,000.00 EUR.",
        "Sublimit for pure financial loss: 50,000.00 EUR",
        "The insurer pays: 24,000.00 EUR",
        "You bear 32,640.50 EUR yourself.",
    ):
        assert part in said


@pytest.mark.parametrize(
    ("bill", "said"),
    [
        (
            BILL,
            "7,240.50 EUR for your own hours and outlays, plus 26,000.00 EUR for the claim, "
            "less 600.00 EUR paid back to you.",
        ),
        (NO_CLAIM, "All of it for your own hours and outlays."),
    ],
)
def test_what_you_pay_is_split_exactly(qtbot: QtBot, bill: Settlement, said: str) -> None:
    dress()
    assert said in words(shown(qtbot, billed(bill)))


def test_without_insurance_nobody_answers(qtbot: QtBot) -> None:
    dress()
    screen = shown(qtbot, finished("none"))
    assert "no professional indemnity insurance" in screen.answer.accessibleDescription()


def test_no_claim_closes_the_case(qtbot: QtBot) -> None:
    dress()
    screen = shown(qtbot, billed(NO_CLAIM))
    assert screen.title.text() == "No claim is made"
    assert "We make no claim against you" in screen.letter.accessibleDescription()
    assert "nothing to settle" in screen.answer.accessibleDescription()


def test_it_says_once_that_it_is_no_legal_advice(qtbot: QtBot) -> None:
    dress()
    assert words(shown(qtbot, finished())).count("no legal advice") == 1


def test_the_table_holds_every_step_in_words(qtbot: QtBot) -> None:
    dress()
    screen = shown(qtbot, billed(BILL))
    assert not screen.table.isVisible()
    qtbot.keyClick(screen.as_table, Qt.Key.Key_Space)
    assert screen.table.isVisible()
    assert screen.table.rowCount() == len(screen.waterfall.chart.lines)
    said = screen.table.text()
    for step in (*BILL.liability_steps, *BILL.coverage_steps, *BILL.own_steps):
        assert step.title in said
        assert step.source in said
    assert "32,640.50 EUR" in said


@pytest.mark.parametrize(
    ("button", "signal"), [("review", "review_wanted"), ("back", "back_wanted")]
)
def test_buttons_lead_on_by_mouse_and_keyboard(qtbot: QtBot, button: str, signal: str) -> None:
    dress()
    screen = shown(qtbot, finished())
    presses: tuple[Callable[[], object], ...] = (
        lambda: qtbot.mouseClick(getattr(screen, button), Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(getattr(screen, button), Qt.Key.Key_Return),
    )
    for press in presses:
        with qtbot.waitSignal(getattr(screen, signal)):
            press()


@pytest.mark.parametrize(("mode", "percent"), LOOKS)
def test_every_look_shows_whole_texts(qtbot: QtBot, mode: themes.Mode, percent: int) -> None:
    dress(mode, percent)
    for width in (1280, 800):
        screen = shown(qtbot, billed(BILL), width)
        assert len(colours(picture(screen), 7)) > 6
        labels = [w for w in screen.findChildren(QLabel) if w.isVisibleTo(screen) and w.text()]
        for label in labels:
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            assert label.height() >= needed, label.text()
            if not label.wordWrap():
                assert label.width() >= label.minimumSizeHint().width(), label.text()
        assert screen.area.widget().width() <= screen.area.viewport().width()
