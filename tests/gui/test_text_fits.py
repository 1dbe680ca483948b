"""No text is cut, at any size of window and text that we promise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTabBar,
    QWidget,
)

from app.engine.scenario import Scenario
from app.gui import language, theme
from app.gui.library import Entry, Unfinished
from app.gui.screens.about import AboutScreen
from app.gui.screens.briefing import BriefingScreen
from app.gui.screens.play import PlayScreen
from app.gui.screens.settings import SettingsScreen
from app.gui.screens.title import TitleScreen
from app.gui.settings import Settings
from app.gui.sheets import help_sheet, problem_sheet
from app.gui.tour import tour
from app.gui.widgets.cards import Card
from app.gui.widgets.text import Prose
from app.play.view import SceneView
from tests.gui.looks import assert_texts_fit
from tests.gui.sample_views import ending, first_scene, second_scene
from tests.gui.windows import SHORT, open_window
from tests.shipped import scenarios
from tests.toy import build


def id_of(case: Scenario) -> str:
    return case.id


SIZES = [
    (1024, 640, 100),
    (1280, 800, 100),
    (1024, 640, 150),
    (1280, 800, 150),
    (1280, 800, 200),
    (1024, 640, 200),
    (1920, 1080, 100),
    (1920, 1080, 200),
    (2560, 1440, 150),
]


def cut(screen: QWidget) -> Iterator[str]:
    """What is smaller than its text. Parts in scroll areas have their whole size there."""
    for widget in screen.findChildren(QWidget):
        if not widget.isVisibleTo(screen):
            continue
        yield from _too_narrow(widget)
        size, need = widget.size(), widget.sizeHint()
        if isinstance(widget, QLabel) and widget.wordWrap():
            height = widget.heightForWidth(size.width())
            if height > size.height() + 1:
                yield f"{widget.text()[:60]!r} has {size.height()} of {height} px height"
            if (word := _longest_word(widget)) > size.width() + 1:
                yield f"{widget.text()[:60]!r} has {size.width()} of {word} px width"
        elif isinstance(widget, Card):
            height = widget.heightForWidth(size.width())
            if height > size.height():
                yield f"{widget.text()!r} has {size.height()} of {height} px height"
        elif isinstance(widget, QLabel | QPushButton) and (
            need.width() > size.width() or need.height() > size.height()
        ):
            yield f"{widget.text()!r} has {size.toTuple()} of {need.toTuple()}"
        if isinstance(widget, QLabel | QAbstractButton | QTabBar) and _outside(widget, screen):
            yield f"{widget.accessibleName() or type(widget).__name__} lies outside"


def _too_narrow(widget: QWidget) -> Iterator[str]:
    """What has no room across for what is in it."""
    if isinstance(widget, QScrollArea) and not _scrolls_sideways(widget):
        room, inside = widget.viewport().width(), widget.widget()
        if inside is not None and inside.width() > room + 1:
            yield f"{widget.accessibleName()!r} shows {room} of {inside.width()} px width"
    elif isinstance(widget, QSpinBox):
        line = widget.lineEdit()
        word = line.fontMetrics().horizontalAdvance(line.text())
        if word > line.width():
            yield f"{widget.accessibleName()!r} has {line.width()} of {word} px width"


def _scrolls_sideways(area: QScrollArea) -> bool:
    return area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def _longest_word(label: QLabel) -> int:
    """Pixels of the longest word: wrapping does not help it."""
    if label.textFormat() is not Qt.TextFormat.PlainText or isinstance(label, Prose):
        return 0  # prose breaks the longest words
    words = label.text().replace("\u200b", " ").split()
    return max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)


def _outside(widget: QWidget, screen: QWidget) -> bool:
    """Whether a part reaches beyond the parent's right edge, where nothing scrolls."""
    parent = widget.parentWidget()
    return parent is not None and widget.geometry().right() > parent.rect().right() + 1


def settle(qapp: QApplication) -> None:
    # A changed label asks its row for room, the row the screen: one round for each.
    for _ in range(4):
        qapp.processEvents()


def shown(qtbot, qapp: QApplication, screen: QWidget, width: int, height: int) -> None:
    qtbot.addWidget(screen)
    screen.setFixedSize(width, height)
    screen.show()
    qapp.processEvents()


@pytest.fixture(params=SIZES, ids=lambda size: "{}x{}@{}".format(*size))
def size(request: pytest.FixtureRequest, qapp: QApplication) -> tuple[int, int]:
    width, height, percent = request.param
    theme.apply(qapp, theme.Theme(text_percent=percent, reduced_motion=True))
    return width, height


@pytest.mark.parametrize("view", [first_scene(), second_scene(), ending()], ids=lambda v: v.node_id)
def test_play(qtbot, qapp: QApplication, size: tuple[int, int], view: SceneView) -> None:
    screen = PlayScreen()
    shown(qtbot, qapp, screen, *size)
    screen.show_view(replace(view, client_loss=123_456_00), "Server crash", can_undo=True)
    settle(qapp)
    assert list(cut(screen)) == []
    for card in screen.choices.cards:
        card.setFocus()
        screen.choices.area.ensureWidgetVisible(card)
        assert not card.visibleRegion().isEmpty()
    assert screen.story.viewport().height() >= 60


def test_title(qtbot, qapp: QApplication, size: tuple[int, int]) -> None:
    screen = TitleScreen()
    shown(qtbot, qapp, screen, *size)
    screen.show_library(
        (Entry("toy", build()), Entry("broken", None, "why")),
        {"toy": 1_234_567_00},
        Unfinished(Path("x"), "toy", 12),
    )
    settle(qapp)
    assert list(cut(screen)) == []


def test_briefing(qtbot, qapp: QApplication, size: tuple[int, int]) -> None:
    screen = BriefingScreen()
    shown(qtbot, qapp, screen, *size)
    screen.show_scenario(replace(build(), terms=("none", "small", "solid", "hard")))
    settle(qapp)
    assert list(cut(screen)) == []


@pytest.mark.parametrize(
    "make", [AboutScreen, lambda: SettingsScreen(Settings(), Path("/data/of/somebody/x"))]
)
def test_pages_aside(qtbot, qapp: QApplication, size: tuple[int, int], make) -> None:
    screen = make()
    shown(qtbot, qapp, screen, *size)
    assert list(cut(screen)) == []


@pytest.mark.parametrize("kind", ["help", "problem"])
def test_sheets(qtbot, qapp: QApplication, size: tuple[int, int], kind: str) -> None:
    below = QWidget()
    shown(qtbot, qapp, below, *size)
    if kind == "help":
        help_sheet(below)
    else:
        path = "/data/somebody/.local/share/norestore/plays/20260303-081200-server-crash-7.jsonl"
        problem_sheet(below, "This play cannot go on", f"{path}:4: the line is not JSON; mend it")
    settle(qapp)
    assert list(cut(below)) == []


def test_the_check_sees_what_is_cut(qtbot, qapp: QApplication) -> None:
    screen = PlayScreen()
    shown(qtbot, qapp, screen, 1280, 800)
    screen.show_view(second_scene(), "Server crash", can_undo=True)
    settle(qapp)
    screen.choices.cards[0].setFixedHeight(20)
    screen.head.undo.setFixedWidth(6)
    assert len(list(cut(screen))) == 2


@pytest.mark.parametrize(
    ("wanted", "width", "height", "percent", "easy"),
    [
        ("de", 1024, 640, 100, False),
        ("de", 1280, 800, 150, False),
        ("en", 1024, 640, 150, False),
        ("de", 1920, 1080, 200, False),
        ("en", 1280, 800, 200, False),
        ("de", 1024, 640, 200, False),
        ("de", 1280, 800, 125, True),
    ],
)
def test_every_screen(
    qtbot, qapp: QApplication, wanted: str, width: int, height: int, percent: int, easy: bool
) -> None:
    """The whole window, each screen as the tour shows it."""
    window = open_window(
        qtbot,
        qapp,
        wanted,
        author_tools=True,
        hints=True,
        text_percent=percent,
        easy_reading=easy,
    )
    window.change_settings(window.settings)
    window.resize(width, height)
    faults = {}
    for screen in tour(window, SHORT):
        page = window.sheet() or window.pages.currentWidget()
        found: list[str] = []
        for _ in range(12):
            # Long pages take their rounds, and work on other threads brings more to show.
            settle(qapp)
            found = [*cut(page), *painted_over(page)]
            if not found:
                break
            qtbot.wait(25)
        if found:
            faults[screen] = found
    language.speak(qapp, "en")
    assert (window.width(), window.height()) == (width, height)
    assert faults == {}


@pytest.mark.parametrize("case", [case for case in scenarios() if case is not SHORT], ids=id_of)
@pytest.mark.parametrize(
    ("wanted", "width", "height", "percent"),
    [("de", 1024, 640, 200), ("de", 1024, 640, 150), ("en", 1280, 800, 200)],
)
def test_every_scene_of_the_longer_cases(
    qtbot, qapp: QApplication, case: Scenario, wanted: str, width: int, height: int, percent: int
) -> None:
    """Their names, letters and amounts are longer."""
    window = open_window(
        qtbot, qapp, wanted, case, author_tools=True, hints=True, text_percent=percent
    )
    window.change_settings(window.settings)
    window.resize(width, height)
    faults = {}
    for screen in tour(window, case):
        page = window.sheet() or window.pages.currentWidget()
        for _ in range(6):
            settle(qapp)
            found = [*cut(page), *painted_over(page)]
            if not found:
                break
            qtbot.wait(20)
        if found:
            faults[screen] = found
        if screen == "ending":
            break
    language.speak(qapp, "en")
    assert (window.width(), window.height()) == (width, height)
    assert faults == {}


def painted_over(screen: QWidget) -> Iterator[str]:
    """Painted texts that leave their widget or run into each other."""
    for part in screen.findChildren(QWidget):
        painted = getattr(part, "painted", None)
        if painted is not None and part.isVisibleTo(screen):
            try:
                assert_texts_fit(painted(), part.width(), part.height())
            except AssertionError as error:
                yield f"{type(part).__name__}: {error}"
