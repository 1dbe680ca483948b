"""Title, briefing, settings, and about, by mouse and by keyboard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.engine.coverage import PRESETS
from app.engine.law import CapKind, Contract, ContractKind
from app.engine.scenario import Passage, Text
from app.gui.library import Entry, Unfinished
from app.gui.screens.about import AboutScreen
from app.gui.screens.briefing import ANY_SERVER, BriefingScreen
from app.gui.screens.settings import SettingsScreen
from app.gui.screens.title import TitleScreen
from app.gui.settings import Settings, load_settings, save_settings, text_percent
from app.gui.theme import Mode
from app.store.database import Store
from tests.toy import build, condition

Key = Qt.Key
TOY = Entry("toy", build())
BROKEN = Entry("broken", None, "scenarios/broken/scenario.yaml:3:1: E101 no title - add one")


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def press(qtbot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


@pytest.fixture
def title(qtbot) -> TitleScreen:
    made = TitleScreen()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_title_stands_before_the_library_is_read(title: TitleScreen, qtbot) -> None:
    assert "Opening the case files" in texts(title)
    with qtbot.waitSignal(title.quit_wanted):
        qtbot.mouseClick(title.quit_button, Qt.MouseButton.LeftButton)


def test_a_case_shows_summary_minutes_and_best_result(title: TitleScreen) -> None:
    title.show_library((TOY,), {"toy": 1_234_00}, None)
    said = title.cards[0].accessibleDescription()
    assert "A small story." in said
    assert "20 min to play" in said
    assert "Best: you paid 1,234 EUR" in said


def test_a_case_never_played_boasts_no_result(title: TitleScreen) -> None:
    title.show_library((TOY,), {}, None)
    assert "Best" not in title.cards[0].accessibleDescription()


def test_a_case_opens_by_mouse_and_by_key(title: TitleScreen, qtbot) -> None:
    title.show_library((TOY,), {}, None)
    with qtbot.waitSignal(title.case_chosen) as caught:
        qtbot.mouseClick(title.cards[0], Qt.MouseButton.LeftButton)
    assert caught.args == ["toy"]
    with qtbot.waitSignal(title.case_chosen):
        press(qtbot, Key.Key_Return)


def test_a_broken_case_says_why_and_leaves_the_others(title: TitleScreen, qtbot) -> None:
    title.show_library((BROKEN, TOY), {}, None)
    assert len(title.cards) == 2
    with qtbot.waitSignal(title.problem_opened) as caught:
        qtbot.mouseClick(title.cards[0], Qt.MouseButton.LeftButton)
    assert "scenario.yaml:3:1" in caught.args[0]


def test_continue_comes_first_when_there_is_something_to_continue(
    title: TitleScreen, qtbot
) -> None:
    title.show_library((TOY,), {}, Unfinished(Path("x.jsonl"), "toy", 4))
    assert title.go_on is not None
    assert title.go_on.hasFocus()
    assert title.go_on.accessibleName() == "Continue: Toy"
    assert "Decisions taken and saved: 4" in title.go_on.accessibleDescription()
    with qtbot.waitSignal(title.continue_wanted):
        press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Down)
    assert title.cards[0].hasFocus()


def test_an_empty_library_says_what_to_do(title: TitleScreen) -> None:
    title.show_library((), {}, None)
    assert "No case was found" in texts(title)
    assert title.settings_button.hasFocus()


@pytest.fixture
def briefing(qtbot) -> BriefingScreen:
    made = BriefingScreen()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    terms = ("none", "small", "solid", "hard")
    made.show_scenario(replace(build(), terms=terms, default_terms="small"))
    return made


def test_the_briefing_tells_terms_with_all_that_matters(briefing: BriefingScreen) -> None:
    said = {card.option: card.accessibleDescription() for card in briefing.options}
    assert list(said) == ["none", "small", "solid", "hard"]
    for amount in ("250,000 EUR", "50,000 EUR", "1,000 EUR", "290 EUR a year"):
        assert amount in said["small"]
    for amount in ("500,000 EUR", "100,000 EUR", "10\N{NO-BREAK SPACE}%", "750 EUR", "3,500 EUR"):
        assert amount in said["hard"]
    assert briefing.terms_id == "small"


def test_the_briefing_offers_the_terms_that_a_case_defines(briefing: BriefingScreen) -> None:
    mine = replace(PRESETS["small"], id="mine", name="Mine", sum_insured=333_000_00)
    briefing.show_scenario(
        replace(
            build(),
            terms=("none", "mine"),
            default_terms="mine",
            own_terms={"mine": mine},
            terms_names={"mine": Text("terms.mine", "Broker's policy")},
        )
    )
    assert briefing.terms_id == "mine"
    assert "Broker's policy" in briefing.options[1].accessibleName()
    assert "333,000 EUR" in briefing.options[1].accessibleDescription()
    briefing.options[0].click()
    assert briefing.terms_id == "none"


def test_enter_takes_the_call_on_any_server(briefing: BriefingScreen, qtbot) -> None:
    with qtbot.waitSignal(briefing.start_wanted) as caught:
        press(qtbot, Key.Key_Return)
    assert caught.args == ["small", ANY_SERVER, False]


def test_terms_by_mouse_and_a_server_by_number(briefing: BriefingScreen, qtbot) -> None:
    qtbot.mouseClick(briefing.options[0], Qt.MouseButton.LeftButton)
    briefing.seed.setFocus()
    qtbot.keyClicks(briefing.seed, "47x11")
    with qtbot.waitSignal(briefing.start_wanted) as caught:
        qtbot.mouseClick(briefing.start_button, Qt.MouseButton.LeftButton)
    assert caught.args == ["none", 4711, False]


def test_an_examination_by_key(briefing: BriefingScreen, qtbot) -> None:
    briefing.exam.setFocus()
    press(qtbot, Key.Key_Space)
    with qtbot.waitSignal(briefing.start_wanted) as caught:
        press(qtbot, Key.Key_Return)
    assert caught.args == ["small", ANY_SERVER, True]
    briefing.show_scenario(build())
    assert not briefing.exam.isChecked()


def test_terms_by_key_and_back_by_esc(briefing: BriefingScreen, qtbot) -> None:
    press(qtbot, Key.Key_4)
    assert briefing.terms_id == "hard"
    assert sum(card.isChecked() for card in briefing.options) == 1
    with qtbot.waitSignal(briefing.back_wanted):
        press(qtbot, Key.Key_Escape)


def test_the_briefing_follows_the_insurance(briefing: BriefingScreen) -> None:
    passages = (
        Passage(Text("a", "You are covered."), condition("insured")),
        Passage(Text("b", "You are on your own."), condition("not insured")),
    )
    briefing.show_scenario(replace(build(), briefing=passages))
    assert "You are covered." in texts(briefing)
    briefing.options[0].click()
    assert "You are on your own." in texts(briefing)
    assert "You are covered." not in texts(briefing)


@pytest.mark.parametrize(
    ("contract", "said"),
    [
        (Contract(), "liable without limit"),
        (Contract(ContractKind.WORKS), "You owe the result"),
        (Contract(cap_kind=CapKind.NEGOTIATED, cap=60_000_00), "60,000 EUR, negotiated"),
        (Contract(cap_kind=CapKind.STANDARD_TERMS, cap=5_000_00), "5,000 EUR, in your standard"),
    ],
)
def test_the_briefing_reads_the_contract(
    briefing: BriefingScreen, contract: Contract, said: str
) -> None:
    briefing.show_scenario(replace(build(), contract=contract))
    assert said in texts(briefing)


def test_settings_say_what_was_clicked(qtbot) -> None:
    page = SettingsScreen(Settings(Mode.LIGHT))
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.changed) as caught:
        qtbot.mouseClick(page.modes[2], Qt.MouseButton.LeftButton)
    assert caught.args[0].mode is Mode.DARK
    with qtbot.waitSignal(page.changed) as caught:
        qtbot.mouseClick(page.sizes[2], Qt.MouseButton.LeftButton)
    assert caught.args[0].text_percent == 150
    with qtbot.waitSignal(page.changed) as caught:
        qtbot.mouseClick(page.motion[1], Qt.MouseButton.LeftButton)
    assert caught.args[0] == Settings(Mode.DARK, 150, reduced_motion=True, follow_motion=False)
    with qtbot.waitSignal(page.back_wanted):
        qtbot.keyClick(page, Key.Key_Escape)


def test_a_projector_and_easy_letters_are_settings(qtbot, tmp_path: Path) -> None:
    page = SettingsScreen(Settings(), tmp_path)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.changed) as caught:
        qtbot.mouseClick(page.sizes[-1], Qt.MouseButton.LeftButton)
    assert caught.args[0].projector
    with qtbot.waitSignal(page.changed) as caught:
        qtbot.mouseClick(page.typefaces[1], Qt.MouseButton.LeftButton)
    assert caught.args[0].easy_reading
    assert str(tmp_path) in texts(page).replace("\u200b", "")
    with qtbot.waitSignal(page.forget_wanted):
        qtbot.mouseClick(page.forget, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("size", "projector", "percent"),
    [
        ((1280, 800), False, 100),
        ((1024, 640), False, 100),
        ((1920, 1080), False, 125),
        ((2560, 1440), False, 150),
        ((3840, 2160), False, 250),
        ((1280, 800), True, 100),
        ((1920, 1080), True, 150),
        ((3840, 2160), True, 300),
    ],
)
def test_text_is_never_lost_in_a_large_window(
    size: tuple[int, int], projector: bool, percent: int
) -> None:
    assert text_percent(Settings(projector=projector), QSize(*size)) == percent
    doubled = text_percent(Settings(projector=projector, text_percent=200), QSize(*size))
    assert doubled == 2 * percent


def test_settings_survive_a_restart(tmp_path: Path) -> None:
    kept = Settings(
        Mode.CONTRAST,
        175,
        True,
        b"\x01\x02",
        easy_reading=True,
        follow_motion=False,
        projector=True,
        confidence=False,
    )
    with Store(tmp_path / "s.sqlite3") as store:
        save_settings(store, kept)
    with Store(tmp_path / "s.sqlite3") as store:
        assert load_settings(store) == kept


@pytest.mark.parametrize(
    "stored",
    [
        None,
        7,
        "x",
        [],
        {},
        {"mode": "pink", "text_percent": "big", "reduced_motion": 1, "geometry": "%%%"},
        {"mode": [], "text_percent": True, "geometry": None},
    ],
)
def test_senseless_settings_are_as_in_a_first_start(tmp_path: Path, stored: object) -> None:
    with Store(tmp_path / "s.sqlite3") as store:
        store.set_setting("window", stored)
        loaded = load_settings(store)
    assert (loaded.mode, loaded.text_percent, loaded.reduced_motion) == (Mode.SYSTEM, 100, False)


def test_about_names_licences(qtbot) -> None:
    page = AboutScreen()
    qtbot.addWidget(page)
    page.show()
    for word in ("LGPL", "SIL OPEN FONT LICENSE", "no legal advice"):
        assert word in texts(page)
