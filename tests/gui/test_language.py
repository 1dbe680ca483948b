"""The window speaks German at once and anywhere; the pseudo language shows what would be cut."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from app.engine.coverage import insurance_terms
from app.gui import language, theme
from app.gui.library import Entry, load_entries
from app.gui.main_window import MainWindow
from app.gui.settings import Settings, load_settings, save_settings
from app.phrase import Phrase, reason_of
from app.play.playthrough import Playthrough
from app.store.database import Store, StoreError
from tests.gui.test_text_fits import cut
from tests.shipped import scenarios

# Letters that the pseudo language puts accents on.
PLAIN = re.compile(r"[acdeghiklnorstuwyzACDEGHIKLNORSTUWYZ]{3,}")
# What is called the same in every language.
NAMES = re.compile(
    r"Point of\s+No Restore|EUR|English|Deutsch|PySide6|Qt|Enter|Esc|Ctrl|Tab|F11|OpenDyslexic"
    r"|/\u200b.*"
    r"|(?:BGB|VVG|ZPO|OLG|LG|AG|BGH|IEC|NIST|BSI|USENIX|FAST)\b.*|§.*"
)

SHORT = next(scenario for scenario in scenarios() if scenario.id == "fourth-disk")


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    language.speak(qapp, "en")


@pytest.fixture
def open_window(qtbot, qapp: QApplication) -> Callable[[str], MainWindow]:
    def make(wanted: str) -> MainWindow:
        language.speak(qapp, wanted)
        window = MainWindow(
            qapp, None, Settings(language=wanted), load=lambda: (Entry(SHORT.id, SHORT),)
        )
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        qtbot.waitUntil(lambda: window.entries is not None)
        return window

    return make


def begun() -> Playthrough:
    return Playthrough.start(SHORT, insurance_terms(SHORT)[SHORT.default_terms], 4)


def texts(widget: QWidget) -> list[str]:
    """What stands on the labels and buttons that can be seen."""
    parts = [*widget.findChildren(QLabel), *widget.findChildren(QAbstractButton)]
    shown = [part.text() for part in parts if part.isVisibleTo(widget)]
    return [unescape(re.sub(r"<[^>]*>", "", text)).strip() for text in shown if text.strip()]


def test_qt_and_numbers_speak_german_too(qapp: QApplication) -> None:
    assert language.speak(qapp, "de")
    assert not language.speak(qapp, "de")
    assert language.current() == "de"
    assert QLocale().toString(1234.5, "f", 1) == "1.234,5"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert QCoreApplication.translate("SettingsScreen", "Language") == "Sprache"
    assert QCoreApplication.translate("SettingsScreen", "No such text") == "No such text"
    assert language.speak(qapp, "en")
    assert QCoreApplication.translate("SettingsScreen", "Language") == "Language"


@pytest.mark.parametrize(
    ("desktop", "spoken"),
    [(["de-AT", "en"], "de"), (["fr-FR", "de-DE"], "de"), (["en-US"], "en"), (["fr"], "en")],
)
def test_the_desktop_chooses_the_language(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, desktop: list[str], spoken: str
) -> None:
    class Desktop(QLocale):
        def uiLanguages(self, *_: object) -> list[str]:  # noqa: N802 - Qt's name
            return desktop

        @staticmethod
        def system() -> QLocale:
            return Desktop()

    monkeypatch.setattr(language, "QLocale", Desktop)
    language.speak(qapp, language.SYSTEM)
    assert language.current() == spoken


def test_the_language_is_kept(home) -> None:
    with Store(home / "plays.sqlite") as store:
        save_settings(store, Settings(language="de"))
        assert load_settings(store).language == "de"
        save_settings(store, Settings(language="xx"))
        assert load_settings(store).language == language.SYSTEM


def test_a_play_goes_on_in_the_new_language(qtbot, open_window) -> None:
    window = open_window("en")
    window.open_case(SHORT.id)
    window.open_desk(begun())
    window.desk.choose(window.desk.play.view().choices[0].id)
    node, decisions = window.desk.play.view().node_id, window.desk.play.decisions
    english = texts(window.play)
    window.open_settings()
    card = next(part for part in window.findChildren(QAbstractButton) if part.text() == "Deutsch")
    card.click()
    assert "Einstellungen" in texts(window.pages.currentWidget())
    window.close_aside()
    assert window.pages.currentWidget() is window.play
    assert (window.desk.play.view().node_id, window.desk.play.decisions) == (node, decisions)
    german = texts(window.play)
    assert "Was tun Sie?" in german
    assert "What do you do?" in english
    window.desk.choose(window.desk.play.view().choices[0].id)
    assert window.settings.language == "de"
    assert len(window.pages.made()) == window.pages.count()


@pytest.mark.parametrize("page", ["title", "briefing", "play", "claim", "review"])
def test_the_player_stays_where_they_are(qtbot, open_window, page: str) -> None:
    window = open_window("en")
    window.open_case(SHORT.id)
    play = begun()
    while page in ("claim", "review") and not play.state.is_terminal():
        play.choose(play.view().choices[0].id)
    if page not in ("title", "briefing"):
        window.open_desk(play)
    {"title": window.open_title, "claim": window.open_claim, "review": window.open_review}.get(
        page, lambda: None
    )()
    window.change_settings(replace(window.settings, language="de"))
    assert window.pages.currentWidget() is getattr(window, page)
    assert {"title": "Beenden", "briefing": "Anruf annehmen", "play": "Was tun Sie?",
            "claim": "Die Forderung", "review": "Können und Glück"}[page] in texts(
        window.pages.currentWidget()
    )  # fmt: skip
    window.tasks.wait()
    window.change_settings(replace(window.settings, language="en"))
    assert window.pages.currentWidget() is getattr(window, page)


def walk(window: MainWindow) -> Iterator[str]:
    """Every screen and sheet of a play."""
    yield "title"
    window.open_case(SHORT.id)
    yield "briefing"
    play = begun()
    window.open_desk(play)
    yield "play"
    for name in ("open_menu", "open_help"):
        getattr(window, name)()
        yield name
        window.sheet().dismiss()
    while not play.state.is_terminal():
        window.desk.choose(play.view().choices[-1].id)
        yield play.view().node_id
    window.open_claim()
    yield "claim"
    window.open_review()
    window.tasks.wait()
    yield "review"
    window.open_settings()
    yield "settings"
    window.close_aside()
    window.open_about()
    yield "about"


@pytest.mark.parametrize(("width", "height", "percent"), [(1024, 640, 100), (1280, 800, 150)])
def test_nothing_is_cut_in_longer_words(
    qapp: QApplication, open_window, width: int, height: int, percent: int
) -> None:
    theme.apply(qapp, theme.Theme(text_percent=percent, reduced_motion=True))
    window = open_window("x-pseudo")
    window.resize(width, height)
    faults = {}
    for name in walk(window):
        for _ in range(6):
            qapp.processEvents()
        found = list(cut(window.pages.currentWidget()))
        if found:
            faults[name] = found
    assert faults == {}


def test_everything_goes_through_a_translation(qapp: QApplication, open_window) -> None:
    window = open_window("x-pseudo")
    plain = {}
    for name in walk(window):
        qapp.processEvents()
        told = texts(window.pages.currentWidget() if "open" not in name else window.sheet())
        if name == "about":
            told = [text for text in told if "·" not in text and "Copyright" not in text]
        found = [text for text in told if PLAIN.search(NAMES.sub("", text))]
        if found:
            plain[name] = found
    assert plain == {}


def test_what_goes_wrong_is_told_in_german(qapp: QApplication, tmp_path: Path) -> None:
    language.speak(qapp, "de")
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "scenario.yaml").write_text("format: 1\nid: x\nid: y\n", encoding="utf-8")
    entry = load_entries((broken,))[0]
    assert "steht hier zweimal" in language.reader().told(entry.problem)
    full = StoreError(
        Phrase(
            "{path}: cannot be read ({reason}); start the game again",
            path="x.sqlite3",
            reason=reason_of(sqlite3.OperationalError("database or disk is full")),
        )
    )
    told = language.reader().why(full)
    assert told == (
        "x.sqlite3: kann nicht gelesen werden (der Datenträger oder die Datenbank ist voll); "
        "starten Sie das Spiel neu"
    )
