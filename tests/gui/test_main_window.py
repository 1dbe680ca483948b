"""The whole window: a play by keyboard from title to review, saves, sheets, and errors."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QWidget

from app.gui import theme
from app.gui.forgetting import forget
from app.gui.library import Entry
from app.gui.main_window import MainWindow
from app.gui.reporter import ErrorReporter
from app.gui.settings import Settings, load_settings
from app.gui.widgets.text import Button
from app.play import saves
from app.reports.outbox import Outbox
from app.store import folders, lrs_settings
from app.store.database import Store
from tests.toy import build

Key = Qt.Key
Open = Callable[[], MainWindow]


@pytest.fixture
def store(home: Path):
    with Store(folders.database_file()) as opened:
        yield opened


@pytest.fixture
def open_window(qtbot, qapp: QApplication, store: Store) -> Open:
    def make() -> MainWindow:
        window = MainWindow(qapp, store, Settings(), load=lambda: (Entry("toy", build()),))
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda: window.entries is not None)
        return window

    return make


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window()


def press(qtbot, key: Qt.Key | str, modifier: Qt.KeyboardModifier | None = None) -> None:
    target = QApplication.focusWidget()
    assert target is not None, "nothing has the keyboard"
    if modifier is None:
        qtbot.keyClick(target, key)
    else:
        qtbot.keyClick(target, key, modifier)


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def start(window: MainWindow, qtbot) -> None:
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Return)
    assert window.pages.currentWidget() is window.play


def test_a_whole_play_by_keyboard(window: MainWindow, qtbot) -> None:
    press(qtbot, Key.Key_Return)
    assert window.pages.currentWidget() is window.briefing
    press(qtbot, "2")
    press(qtbot, Key.Key_Return)
    assert window.pages.currentWidget() is window.play
    assert window.desk.play.terms.id == "solid"
    press(qtbot, "2")
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Return)
    assert window.desk.play.state.is_terminal()
    press(qtbot, Key.Key_Return)
    assert window.pages.currentWidget() is window.claim
    press(qtbot, Key.Key_Return)
    assert window.pages.currentWidget() is window.review
    press(qtbot, Key.Key_Escape)
    assert window.pages.currentWidget() is window.claim
    press(qtbot, Key.Key_Escape)
    assert window.pages.currentWidget() is window.play


def test_a_play_by_mouse_can_be_taken_back(window: MainWindow, qtbot) -> None:
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(window.title.cards[0], left)
    qtbot.mouseClick(window.briefing.start_button, left)
    assert not window.play.head.undo.isEnabled()
    before = window.desk.play.state
    qtbot.mouseClick(window.play.choices.cards[1], left)
    assert window.desk.play.state != before
    qtbot.mouseClick(window.play.head.undo, left)
    assert window.desk.play.state == before
    assert len(window.desk.play.undone) == 1
    assert window.play.choices.cards[0].hasFocus()


def test_ctrl_z_takes_back(window: MainWindow, qtbot) -> None:
    start(window, qtbot)
    press(qtbot, "1")
    press(qtbot, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.desk.play.decisions == ()
    press(qtbot, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.sheet() is None


def test_continue_goes_on_in_a_new_window(window: MainWindow, open_window: Open, qtbot) -> None:
    start(window, qtbot)
    press(qtbot, "2")
    state, seed = window.desk.play.state, window.desk.play.seed
    window.close()
    later = open_window()
    assert later.title.go_on.hasFocus()
    press(qtbot, Key.Key_Return)
    assert later.pages.currentWidget() is later.play
    assert later.desk.play.state.values == state.values
    assert later.desk.play.seed == seed


def test_a_finished_play_is_not_to_be_continued_and_counts(window: MainWindow, qtbot) -> None:
    start(window, qtbot)
    press(qtbot, "4")
    assert window.desk.play.state.is_terminal()
    press(qtbot, Key.Key_Escape)
    window.sheet().dismiss()
    window.open_title()
    assert window.title.go_on is None
    assert "Best: you paid" in window.title.cards[0].accessibleDescription()


def test_the_review_is_made_ready_while_the_ending_is_read(
    window: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "app.gui.reviewer", raising=False)
    start(window, qtbot)
    window.tasks.wait()
    assert "app.gui.reviewer" not in sys.modules
    press(qtbot, "4")
    qtbot.waitUntil(lambda: "app.gui.reviewer" in sys.modules)
    window.tasks.wait()


def test_the_menu_leads_on_and_out(window: MainWindow, qtbot) -> None:
    start(window, qtbot)
    press(qtbot, Key.Key_Escape)
    sheet = window.sheet()
    assert sheet is not None
    press(qtbot, "1")
    assert window.desk.play.decisions == ()
    press(qtbot, Key.Key_Return)
    assert window.sheet() is None
    assert window.play.choices.cards[0].hasFocus()
    press(qtbot, Key.Key_Escape)
    while not entry(window, "To the title").hasFocus():
        press(qtbot, Key.Key_Tab)
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.title)
    assert window.title.go_on.hasFocus()


def test_tab_stays_within_a_sheet(window: MainWindow, qtbot) -> None:
    start(window, qtbot)
    press(qtbot, Key.Key_F1)
    sheet = window.sheet()
    for _ in range(6):
        press(qtbot, Key.Key_Tab)
        assert sheet.isAncestorOf(QApplication.focusWidget())
    press(qtbot, Key.Key_Backtab)
    assert sheet.isAncestorOf(QApplication.focusWidget())
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert window.sheet() is None


def test_settings_take_effect_and_are_kept(
    window: MainWindow, qtbot, store: Store, qapp: QApplication
) -> None:
    qtbot.mouseClick(window.title.settings_button, Qt.MouseButton.LeftButton)
    page = window.pages.currentWidget()
    qtbot.mouseClick(page.modes[2], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.motion[1], Qt.MouseButton.LeftButton)
    assert theme.theme_of().is_dark
    assert theme.theme_of().reduced_motion
    assert load_settings(store).mode is theme.Mode.DARK
    press(qtbot, Key.Key_Escape)
    assert window.pages.currentWidget() is window.title


def test_the_window_remembers_its_place(window: MainWindow, store: Store) -> None:
    window.resize(800, 600)
    window.close()
    again = MainWindow(QApplication.instance(), store, load_settings(store))
    assert (again.width(), again.height()) == (800, 600)
    again.deleteLater()


@pytest.mark.parametrize("way", ["settings_button", "progress_button", "about_button"])
def test_the_keyboard_comes_back_to_the_button_it_left_by(window: MainWindow, way: str) -> None:
    button = getattr(window.title, way)
    button.setFocus()
    button.click()
    assert window.pages.currentWidget() is not window.title
    window.close_aside()
    assert window.pages.currentWidget() is window.title
    assert window.focusWidget() is button


def test_an_unreadable_save_is_set_aside_and_told(window: MainWindow, qtbot, store: Store) -> None:
    start(window, qtbot)
    press(qtbot, "2")
    path = saves.latest_unfinished(store)
    path.write_bytes(b"{not json\n")
    window.open_title()
    press(qtbot, Key.Key_Return)
    told = texts(window.sheet())
    assert path.name in told
    assert "Traceback" not in told
    assert path.with_name(path.name + ".unreadable").read_bytes() == b"{not json\n"


def test_what_cannot_be_saved_does_not_happen(
    window: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.play.journal import Journal
    from app.play.journal_error import JournalError

    start(window, qtbot)

    def full(self: Journal, event: object) -> None:
        raise JournalError(self.path, 0, "no space is left", "free some space", damaged=False)

    monkeypatch.setattr(Journal, "append", full)
    press(qtbot, "2")
    assert window.desk.play.decisions == ()
    assert "no space is left" in texts(window.sheet())


def test_a_broken_library_is_told_in_a_sentence(qtbot, qapp: QApplication, store: Store) -> None:
    def fail() -> tuple[Entry, ...]:
        raise OSError("the folder cannot be read")

    window = MainWindow(qapp, store, Settings(), load=fail)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.sheet() is not None)
    assert "the folder cannot be read" in texts(window.sheet())


def test_a_case_from_the_command_line_opens_when_read(
    qtbot, qapp: QApplication, store: Store
) -> None:
    window = MainWindow(qapp, store, Settings(), load=lambda: (Entry("toy", build()),))
    qtbot.addWidget(window)
    window.when_read(lambda: window.open_case("toy"))
    window.show()
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.pages.made().get("briefing"))
    window.open_case("nowhere")
    assert "nowhere" in texts(window.sheet())


def test_playing_on_from_a_decision_keeps_what_came_before(window: MainWindow, qtbot) -> None:
    start(window, qtbot)
    press(qtbot, "2")
    press(qtbot, "3")
    old = window.desk.play
    assert [decision.choice for decision in old.decisions] == ["ask", "hand_over"]
    window.open_review()
    window.review.play_on_wanted.emit(1, "restore")
    new = window.desk.play
    assert new is not old
    assert new.seed == old.seed
    assert [decision.choice for decision in new.decisions] == ["ask", "restore"]
    window.review.play_again_wanted.emit(True)
    assert window.desk.play.decisions == ()
    assert window.desk.play.seed == old.seed


def test_an_unexpected_error_is_logged_and_told_without_a_traceback(
    window: MainWindow, home: Path
) -> None:
    reporter = ErrorReporter(window)
    try:
        raise ZeroDivisionError("a fault of ours")
    except ZeroDivisionError:
        reporter.hook(*sys.exc_info())
    told = texts(window.sheet())
    assert "saved up to the last decision" in told
    assert "Traceback" not in told
    assert "ZeroDivisionError: a fault of ours" in folders.error_log_file().read_text("utf-8")


def test_without_a_store_the_game_still_plays(qtbot, qapp: QApplication, home: Path) -> None:
    window = MainWindow(qapp, None, Settings(), load=lambda: (Entry("toy", build()),))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.entries is not None)
    start(window, qtbot)
    press(qtbot, "4")
    assert window.desk.play.state.is_terminal()


class WindowWatch(QObject):
    """Notes every widget that shows itself as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and watched.isWindow():
            self.seen.append(watched)
        return False


def test_no_part_ever_flashes_up_as_a_window(qtbot, qapp: QApplication, store: Store) -> None:
    watch = WindowWatch()
    qapp.installEventFilter(watch)
    window = MainWindow(qapp, store, Settings(), load=lambda: (Entry("toy", build()),))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.entries is not None)
    start(window, qtbot)
    press(qtbot, "1")
    window.resize(1920, 1080)
    press(qtbot, Key.Key_F1)
    qapp.processEvents()
    qapp.removeEventFilter(watch)
    assert watch.seen == [window]


def test_own_data_can_be_deleted_after_a_question(window: MainWindow, qtbot, store: Store) -> None:
    start(window, qtbot)
    press(qtbot, "4")
    qtbot.waitUntil(lambda: store.finished() != ())
    window.change_settings(replace(window.settings, hints=True))
    window.open_settings()
    window.pages.currentWidget().forget.click()
    sheet = window.sheet()
    boxes = sheet.findChildren(QCheckBox)
    delete = next(b for b in sheet.findChildren(Button) if "Delete" in b.text())
    assert not delete.isEnabled()
    lrs_settings.save(lrs_settings.Endpoint("https://lrs.example.com", token="abc"))
    Outbox().add([{"id": "6b0f8a53-0d5c-5f0e-9a55-2f6c1f1f2e5a"}])
    folders.workshops_folder().mkdir()
    for box in boxes:
        box.click()
    delete.click()
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.title)
    assert store.finished() == ()
    assert folders.journal_files() == ()
    assert not folders.workshops_folder().exists()
    assert load_settings(store) == Settings()
    assert lrs_settings.load() is None
    assert not Outbox().folder.exists()
    assert window.desk.play is None
    assert window.title.go_on is None


def test_nothing_is_deleted_that_was_not_ticked(window: MainWindow, qtbot, store: Store) -> None:
    start(window, qtbot)
    forget(window, plays=False, progress=True, settings=False)
    assert len(folders.journal_files()) == 1
    forget(window, plays=True, progress=False, settings=False)
    assert folders.journal_files() == ()


def test_text_grows_with_a_projector(window: MainWindow, qtbot) -> None:
    window.change_settings(Settings(projector=True))
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: theme.theme_of().text_percent == 150)
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: theme.theme_of().text_percent == 100)


CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_log_book_can_be_written_in_by_keyboard(window: MainWindow, qtbot) -> None:
    start(window, qtbot)
    press(qtbot, Key.Key_L, CONTROL)
    for letter in "1 call?":
        press(qtbot, letter)
    press(qtbot, Key.Key_Return)
    sheet = window.sheet()
    assert "1 call?" in texts(sheet)
    assert window.desk.play.decisions == ()
    press(qtbot, Key.Key_Escape)
    assert window.sheet() is None
    assert window.play.choices.cards[0].hasFocus()
    path = window.desk.play.journal_path
    assert '"note":"1 call?"' in path.read_text()
    press(qtbot, "2")
    press(qtbot, Key.Key_Z, CONTROL)
    assert [note.text for note in window.desk.play.notes] == ["1 call?"]


def test_the_log_book_at_the_side_takes_the_keyboard_and_gives_it_back(
    window: MainWindow, qtbot
) -> None:
    window.resize(1700, 900)
    start(window, qtbot)
    press(qtbot, Key.Key_L, CONTROL)
    assert window.sheet() is None
    assert window.play.entry.field.hasFocus()
    press(qtbot, "x")
    press(qtbot, Key.Key_Return)
    assert "by you" in texts(window.play.log)
    press(qtbot, Key.Key_Escape)
    assert window.sheet() is None
    assert window.play.choices.cards[0].hasFocus()
    press(qtbot, "4")
    assert window.desk.play.state.is_terminal()
    assert not window.play.entry.isVisible()


def test_a_struck_entry_says_so_to_eyes_and_ears(window: MainWindow, qtbot) -> None:
    start(window, qtbot)
    press(qtbot, "2")
    window.desk.note("Asked Ms Kern.")
    press(qtbot, Key.Key_Z, CONTROL)
    press(qtbot, Key.Key_L, CONTROL)
    entry = next(
        label for label in window.sheet().findChildren(QLabel) if label.text() == "Asked Ms Kern."
    )
    assert entry.font().strikeOut()
    assert "on a way taken back" in window.play.log.accessibleDescription()


def test_the_story_so_far_is_read_back_without_undoing(window: MainWindow, qtbot) -> None:
    start(window, qtbot)
    press(qtbot, "b")
    assert window.pages.currentWidget() is window.play
    press(qtbot, "2")
    taken = window.desk.play.decisions
    for key in ("b", Key.Key_PageUp):
        press(qtbot, key)
        page = window.pages.currentWidget()
        assert page is not window.play
        assert "You chose: " in texts(page)
        press(qtbot, Key.Key_Escape)
        assert window.pages.currentWidget() is window.play
        assert window.play.choices.cards[0].hasFocus()
    assert window.desk.play.decisions == taken


def test_c_says_how_sure_one_is_and_nobody_has_to(window: MainWindow, qtbot) -> None:
    start(window, qtbot)
    for said in ("Unsure", "Fairly sure", "Certain", "How sure? (C)", "Unsure"):
        press(qtbot, "c")
        assert window.play.choices.sure.text() == said
    press(qtbot, "2")
    assert window.play.choices.sure.text() == "How sure? (C)"
    assert [decision.sure for decision in window.desk.play.decisions] == ["unsure"]
    window.change_settings(replace(window.settings, confidence=False))
    assert not window.play.choices.sure.isVisible()


def test_an_examination_has_no_undo_and_says_so(window: MainWindow, qtbot) -> None:
    press(qtbot, Key.Key_Return)
    window.briefing.exam.click()
    qtbot.mouseClick(window.briefing.start_button, Qt.MouseButton.LeftButton)
    assert window.desk.play.exam
    assert "Examination" in texts(window.play.head)
    assert not window.play.head.undo.isVisible()
    press(qtbot, "2")
    press(qtbot, Key.Key_Z, CONTROL)
    assert len(window.desk.play.decisions) == 1
    window.play_again(same_server=True)
    assert window.desk.play.exam


def test_the_claim_shows_what_can_be_proved(window: MainWindow, qtbot) -> None:
    start(window, qtbot)
    window.desk.note("Told her on the phone.")
    press(qtbot, "4")
    window.open_claim()
    assert "Told her on the phone." in window.claim.evidence.entries.text()
    window.open_review()
    assert "Told her on the phone." in window.review.panel.then.text()


def entry(window: MainWindow, words: str) -> Button:
    sheet = window.sheet()
    assert sheet is not None
    return next(button for button in sheet.findChildren(Button) if words in button.text())


def test_saved_plays_go_on_are_renamed_copied_and_thrown_away(
    window: MainWindow, qtbot, store: Store
) -> None:
    start(window, qtbot)
    press(qtbot, "2")
    decided = window.desk.play.decisions
    window.open_menu()
    entry(window, "Save a copy here").click()
    qtbot.waitUntil(lambda: window.sheet() is not None)
    for letter in "My slot":
        press(qtbot, letter)
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: len(folders.journal_files()) == 2)
    window.desk.choose("hand_over")
    window.open_title()
    window.title.saves_button.click()
    page = window.pages.currentWidget()
    qtbot.waitUntil(lambda: len(page.cards) == 2)
    told = {card.accessibleName(): card.accessibleDescription() for card in page.cards}
    assert "Toy · Tuesday 08:27" in told["My slot"]
    assert "ended: " in told["Toy"]

    def card(name: str):
        return next(card for card in page.cards if card.accessibleName() == name)

    card("My slot").click()
    entry(window, "Rename").click()
    qtbot.waitUntil(lambda: window.sheet() is not None)
    press(qtbot, "B")
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: any(card.accessibleName() == "B" for card in page.cards))
    card("Toy").click()
    entry(window, "Throw away").click()
    qtbot.waitUntil(lambda: len(page.cards) == 1)
    assert len(folders.journal_files()) == 1
    page.put_back.click()
    qtbot.waitUntil(lambda: len(page.cards) == 2)
    card("B").click()
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.play)
    assert window.desk.play.decisions == decided


def test_a_play_that_cannot_be_read_says_why(window: MainWindow, qtbot) -> None:
    folders.journals_folder().mkdir(parents=True)
    (folders.journals_folder() / "bad.jsonl").write_bytes(b"{not json\n")
    window.title.saves_button.click()
    page = window.pages.currentWidget()
    qtbot.waitUntil(lambda: len(page.cards) == 1)
    page.cards[0].click()
    entry(window, "Why").click()
    qtbot.waitUntil(lambda: window.sheet() is not None and "not JSON" in texts(window.sheet()))
    assert (folders.journals_folder() / "bad.jsonl").exists()


def test_an_examination_cannot_be_copied(window: MainWindow, qtbot) -> None:
    press(qtbot, Key.Key_Return)
    window.briefing.exam.click()
    window.briefing.start_button.click()
    window.open_menu()
    assert "copy" not in " ".join(button.text() for button in window.sheet().findChildren(Button))


def test_ctrl_and_plus_or_minus_change_the_size_of_the_text(
    window: MainWindow, qtbot, store: Store
) -> None:
    window.open_settings()
    page = window.pages.currentWidget()
    for key, percent in (
        (Key.Key_Plus, 125),
        (Key.Key_Plus, 150),
        (Key.Key_Minus, 125),
        (Key.Key_0, 100),
        (Key.Key_Minus, 100),
    ):
        press(qtbot, key, CONTROL)
        assert theme.theme_of().text_percent == load_settings(store).text_percent == percent
        assert [card.option for card in page.sizes if card.isChecked()] == [str(percent)]


def test_the_window_remembers_that_it_filled_the_screen(
    window: MainWindow, store: Store, qtbot
) -> None:
    press(qtbot, Key.Key_F11)
    qtbot.waitUntil(window.isFullScreen)
    window.close()
    again = MainWindow(QApplication.instance(), store, load_settings(store))
    qtbot.addWidget(again)
    assert again.isFullScreen()
