"""The play screen by mouse and by keyboard."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from app.engine.scenario import PanelKind
from app.gui import theme
from app.gui.screens.play import PlayScreen
from app.gui.widgets.overlay import Overlay
from app.gui.widgets.panels import LEAST_TERMINAL_TYPE, PaperPage, TerminalPage, unwrap
from app.play.view import KnownView, PanelView
from tests.gui.sample_views import ending, first_scene, second_scene

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(qtbot) -> PlayScreen:
    made = PlayScreen()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    made.show_view(first_scene(), "Server crash", can_undo=False)
    return made


def texts(screen: PlayScreen) -> str:
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def test_it_shows_story_prices_clock_and_desk(screen: PlayScreen) -> None:
    seen = texts(screen)
    assert "One line in the ticket system" in seen
    assert "the dispatcher counts lorries" in seen
    assert "Day 1, Tuesday" in seen
    assert "08:12" in seen
    assert [card.choice_id for card in screen.choices.cards] == [
        "save_logs",
        "restart",
        "drive",
        "call",
    ]
    priced = screen.choices.cards[0].accessibleDescription()
    assert "30 min" in priced
    assert "320 EUR" in priced
    unpriced = screen.choices.cards[3].accessibleDescription()
    assert "EUR" not in unpriced
    assert screen.documents.tabs.count() == 3


def test_a_click_on_a_card_chooses_it(screen: PlayScreen, qtbot) -> None:
    with qtbot.waitSignal(screen.chosen) as caught:
        qtbot.mouseClick(screen.choices.cards[1], Qt.MouseButton.LeftButton)
    assert caught.args == ["restart"]


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_number_key_chooses(screen: PlayScreen, qtbot, number: int) -> None:
    with qtbot.waitSignal(screen.chosen) as caught:
        qtbot.keyClick(screen, str(number))
    assert caught.args == [first_scene().choices[number - 1].id]


@pytest.mark.parametrize("key", ["5", "9", "0"])
def test_a_number_without_a_card_does_nothing(screen: PlayScreen, qtbot, key: str) -> None:
    with qtbot.assertNotEmitted(screen.chosen):
        qtbot.keyClick(screen, key)


def test_arrows_and_enter_choose(screen: PlayScreen, qtbot) -> None:
    assert screen.choices.cards[0].hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Down)
    assert screen.choices.cards[2].hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Up)
    with qtbot.waitSignal(screen.chosen) as caught:
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert caught.args == ["restart"]


def test_arrows_go_round(screen: PlayScreen, qtbot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Up)
    assert screen.choices.cards[-1].hasFocus()


def test_tab_reaches_every_control(screen: PlayScreen, qtbot) -> None:
    reached = set()
    for _ in range(40):
        reached.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    assert reached >= set(screen.choices.cards)
    assert reached >= {screen.story, screen.documents.tabs}
    assert reached >= {screen.head.menu, screen.head.log, screen.head.help}
    assert all(widget.accessibleName() for widget in reached)


@pytest.mark.parametrize(
    ("signal", "key", "modifier"),
    [
        ("menu_wanted", Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        ("help_wanted", Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        ("help_wanted", Key.Key_Question, Qt.KeyboardModifier.ShiftModifier),
        ("undo_wanted", Key.Key_Z, CONTROL),
    ],
)
def test_the_other_keys(
    screen: PlayScreen, qtbot, signal: str, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    with qtbot.waitSignal(getattr(screen, signal)):
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def test_ctrl_l_opens_the_log_book_and_esc_closes_it(screen: PlayScreen, qtbot) -> None:
    screen.show_view(second_scene(), "Server crash", can_undo=True)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_L, CONTROL)
    sheet = screen.findChild(Overlay)
    assert sheet is not None
    assert "Saved syslog and controller log." in texts(screen)
    with qtbot.assertNotEmitted(screen.menu_wanted), qtbot.assertNotEmitted(screen.chosen):
        qtbot.keyClick(QApplication.focusWidget(), "1")
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert sheet.isHidden()
    assert screen.choices.cards[0].hasFocus()


def test_page_down_reads_on_from_a_card(screen: PlayScreen, qtbot) -> None:
    long = replace(first_scene(), paragraphs=("A long paragraph of the story. " * 12,) * 20)
    screen.show_view(long, "Server crash", can_undo=False)
    QApplication.processEvents()
    qtbot.keyClick(screen.choices.cards[0], Key.Key_PageDown)
    assert screen.story.verticalScrollBar().value() > 0
    qtbot.keyClick(screen.choices.cards[0], Key.Key_PageUp)
    assert screen.story.verticalScrollBar().value() == 0


def test_the_loss_counts_up_and_ends_at_the_amount(screen: PlayScreen, qtbot) -> None:
    screen.show_view(second_scene(), "Server crash", can_undo=True)
    meter = screen.head.client
    assert meter.counting
    assert meter.text() != "8,412 EUR"
    assert meter.accessibleName().endswith("8,412 EUR")
    qtbot.waitUntil(lambda: not meter.counting, timeout=3000)
    assert meter.text() == "8,412 EUR"


def test_choosing_ends_the_counting_at_once(screen: PlayScreen, qtbot) -> None:
    screen.show_view(second_scene(), "Server crash", can_undo=True)
    qtbot.keyClick(screen, "1")
    assert not screen.head.client.counting
    assert screen.head.client.text() == "8,412 EUR"


def test_reduced_motion_shows_the_amount_at_once(screen: PlayScreen, qapp: QApplication) -> None:
    theme.apply(qapp, theme.Theme(reduced_motion=True))
    screen.show_view(second_scene(), "Server crash", can_undo=True)
    assert not screen.head.client.counting
    assert screen.head.client.text() == "8,412 EUR"


def test_an_undo_does_not_count(screen: PlayScreen) -> None:
    screen.show_view(second_scene(), "Server crash", can_undo=True)
    screen.show_view(first_scene(), "Server crash", can_undo=False, animate=False)
    assert not screen.head.client.counting
    assert screen.head.client.text() == "0 EUR"


def test_nothing_ticks_while_idle(screen: PlayScreen, qtbot) -> None:
    screen.show_view(second_scene(), "Server crash", can_undo=True)

    def idle() -> bool:
        running = QAbstractAnimation.State.Running
        animations = screen.findChildren(QAbstractAnimation)
        timers = screen.findChildren(QTimer)
        return not any(a.state() == running for a in animations) and not any(
            timer.isActive() for timer in timers
        )

    qtbot.waitUntil(idle, timeout=3000)


def test_what_is_known_and_the_log_have_their_own_column_when_there_is_room(
    screen: PlayScreen, qtbot
) -> None:
    screen.show_view(second_scene(), "Server crash", can_undo=True)
    assert not screen.log.isVisible()
    assert screen.known.isVisible()
    screen.resize(1920, 1080)
    qtbot.waitUntil(screen.log.isVisible)
    assert screen.known.isVisible()
    assert screen.known.mapTo(screen, screen.known.rect().topLeft()).x() > 1500
    screen.resize(1280, 800)
    qtbot.waitUntil(lambda: not screen.log.isVisible())
    assert screen.known.isVisible()


def test_a_longer_consequence_after_another_one_is_not_cut(
    screen: PlayScreen, qapp: QApplication
) -> None:
    short = replace(second_scene(), consequence=("Nothing moved.",), choices=())
    long = replace(short, consequence=("It went on for hours, cable by cable. " * 8,) * 2)
    screen.resize(1366, 900)
    for view in (short, long):
        screen.show_view(view, "Server crash", can_undo=True, animate=False)
        for _ in range(4):
            qapp.processEvents()
    bar = screen.story.verticalScrollBar()
    assert bar.maximum() == 0


def test_the_ending_leads_to_the_claim(screen: PlayScreen, qtbot) -> None:
    screen.show_view(ending(), "Server crash", can_undo=True)
    assert not screen.choices.cards
    assert "Sixty people type" in texts(screen)
    with qtbot.waitSignal(screen.claim_wanted):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)


def test_a_new_document_lies_on_top(screen: PlayScreen) -> None:
    old = first_scene()
    fresh = PanelView(PanelKind.PHONE, "Ms Kern", "“Well?”")
    screen.show_view(replace(old, panels=(*old.panels, fresh)), "x", can_undo=True)
    assert screen.documents.tabs.tabText(screen.documents.tabs.currentIndex()) == "Ms Kern"
    page = screen.documents.pages.currentWidget()
    assert isinstance(page, PaperPage)
    assert page.accessibleDescription() == "“Well?”"


def test_a_terminal_shows_its_output_as_it_is(screen: PlayScreen) -> None:
    screen.haste.settle()
    page = screen.documents.pages.currentWidget()
    assert isinstance(page, TerminalPage)
    assert page.output.toPlainText() == first_scene().panels[0].body
    assert page.output.isReadOnly()


def test_a_terminals_columns_stay_columns(qtbot) -> None:
    """Letters shrink to fit a line; what is too wide for that scrolls, and is not broken."""
    page = TerminalPage()
    qtbot.addWidget(page)
    page.resize(520, 200)
    page.show()
    sizes = {}
    for columns in (40, 64, 120):
        page.show_panel(PanelView(PanelKind.TERMINAL, str(columns), "x" * columns), "Terminal")
        bar = page.output.horizontalScrollBar()
        sizes[columns] = page.output.document().defaultFont().pixelSize(), bar.maximum() > 0
        assert page.output.document().lineCount() == 1
    usual = theme.theme_of().font("mono").pixelSize()
    least = math.ceil(usual * LEAST_TERMINAL_TYPE)
    assert sizes[40] == (usual, False)
    assert least <= sizes[64][0] < usual
    assert not sizes[64][1]
    assert sizes[120] == (least, True)


def test_markup_of_a_scenario_is_text_and_nothing_else(screen: PlayScreen) -> None:
    rude = "<b>bold</b> <img src='file:///etc/passwd'> & more"
    view = replace(
        first_scene(),
        title=rude,
        paragraphs=(rude,),
        panels=(PanelView(PanelKind.MAIL, rude, rude),),
        known=(KnownView(rude, rude),),
    )
    screen.show_view(view, rude, can_undo=False)
    for label in screen.findChildren(QLabel):
        if label.textFormat() == Qt.TextFormat.RichText:
            assert "<b>" not in label.text()
            assert "<img" not in label.text()
        else:
            assert label.textFormat() == Qt.TextFormat.PlainText


def test_an_editors_line_breaks_are_undone_and_an_authors_kept() -> None:
    wrapped = "This line of a mail is long enough to have been broken by an editor\nand goes on."
    assert "\n" not in unwrap(wrapped)
    assert unwrap("From: M. Duran\nPriority: normal") == "From: M. Duran\nPriority: normal"
