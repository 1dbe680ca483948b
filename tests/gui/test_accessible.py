"""Every screen, in both languages: names, roles, the way of the Tab key, and a ring one sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QScrollArea,
    QTabBar,
    QWidget,
)

from app.gui import language
from app.gui.library import Entry
from app.gui.main_window import MainWindow
from app.gui.settings import Settings
from app.gui.tour import tour
from tests.shipped import scenarios

SHORT = next(scenario for scenario in scenarios() if scenario.id == "fourth-disk")
Kind = QAccessible.Text
NAMELESS = (QAccessible.Role.Separator,)
"""What says all it has to say by what it is."""


class Flashes(QObject):
    """Notes what shows itself as a window of its own: it takes the keyboard from the game."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            # The projector's window leaves the keyboard where it is; what it shows is none.
            quiet = watched.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            if not quiet and watched.graphicsProxyWidget() is None:
                self.seen.append(repr(watched))
        return False


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    language.speak(qapp, "en")


@pytest.fixture
def open_window(qtbot, qapp: QApplication) -> Callable[[str], MainWindow]:
    def make(wanted: str = "en") -> MainWindow:
        language.speak(qapp, wanted)
        settings = Settings(language=wanted, hints=True, author_tools=True, reduced_motion=True)
        window = MainWindow(qapp, None, settings, load=lambda: (Entry(SHORT.id, SHORT),))
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        qtbot.waitUntil(lambda: window.entries is not None)
        return window

    return make


def is_studied(window: MainWindow) -> bool:
    """Whether the author view knows all it will know of its case."""
    study = window.pages.author.page.study
    return study.walked is not None and study.heat.runs > 0 and not study.busy


def page_of(window: MainWindow) -> QWidget:
    return window.sheet() or window.pages.currentWidget()


def shown(page: QWidget) -> list[QWidget]:
    return [part for part in page.findChildren(QWidget) if part.isVisibleTo(page)]


def stops(part: QWidget) -> bool:
    """Whether the Tab key should come here."""
    policy = part.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and part.isEnabled() and part.focusProxy() is None


def is_painted(part: QWidget) -> bool:
    """Whether a class of ours paints it."""
    return any(
        "paintEvent" in vars(kind) for kind in type(part).__mro__ if kind.__module__[:4] == "app."
    )


def unnamed(page: QWidget) -> Iterator[str]:
    """What a screen reader could not name, or not say the kind of."""
    for part in shown(page):
        if part.focusProxy() is not None:
            continue
        spoken = QAccessible.queryAccessibleInterface(part)
        name, role = spoken.text(Kind.Name).strip(), spoken.role()
        control = stops(part) or isinstance(part, QAbstractButton)
        if (control or is_painted(part)) and not name and role not in NAMELESS:
            yield f"{type(part).__name__} has no name"
        if (control or is_painted(part)) and role in (
            QAccessible.Role.NoRole,
            QAccessible.Role.Client,
        ):
            yield f"{type(part).__name__} {name!r} has no role"
        if isinstance(part, QLabel) and part.text() and not name:
            yield f"the label {part.text()!r} has no name"
        shows_data = is_painted(part) and role in (QAccessible.Role.Chart, QAccessible.Role.List)
        if shows_data and not spoken.text(Kind.Description).strip():
            yield f"{type(part).__name__} {name!r} shows data and does not say it"


def tab_ring(window: MainWindow) -> list[QWidget]:
    """Where the Tab key goes, from the first stop round to it again."""
    ring: list[QWidget] = []
    for _ in range(200):
        here = window.focusWidget()
        assert here is not None, "nothing has the keyboard"
        if here in ring:
            return ring[ring.index(here) :]
        ring.append(here)
        # Tab belongs to the window, not to what has the keyboard, unless that keeps it.
        here.focusNextPrevChild(True) if isinstance(here, QWidget) else None
    raise AssertionError("Tab never comes round")


def place(part: QWidget, page: QWidget) -> QRect:
    return QRect(part.mapTo(page, QPoint(0, 0)), part.size())


def area_of(part: QWidget) -> QScrollArea | None:
    """What it scrolls in, if it does."""
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def boxes(one: QWidget, other: QWidget, page: QWidget) -> tuple[QRect, QRect]:
    """Where both are; seen from outside, what scrolls is where its window on the page is."""
    if area_of(one) is area_of(other):
        return place(one, page), place(other, page)
    return place(area_of(one) or one, page), place(area_of(other) or other, page)


def backwards(ring: list[QWidget], page: QWidget) -> Iterator[str]:
    """Steps of the Tab key against the way of reading: up in a column, or left in a row.

    The step back to the first stop is none; a new column may begin further up.
    """

    def corner(part: QWidget) -> tuple[int, int, bool, int]:
        box = place(area_of(part) or part, page)
        return box.top(), box.left(), area_of(part) is not None, place(part, page).top()

    first = min(ring, key=corner)
    for one, other in pairwise([*ring, ring[0]]):
        a, b = boxes(one, other, page)
        up = b.bottom() <= a.top() and b.left() < a.right()
        left = b.right() <= a.left() and b.top() < a.bottom() and b.bottom() > a.top()
        if (up or left) and other is not first:
            yield f"Tab goes from {one.accessibleName()!r} back to {other.accessibleName()!r}"


@pytest.mark.parametrize("wanted", ["en", "de"])
def test_every_screen_can_be_read_and_walked(
    qtbot, open_window, qapp: QApplication, wanted: str
) -> None:
    window = open_window(wanted)
    flashes = Flashes()
    qapp.installEventFilter(flashes)
    faults: dict[str, list[str]] = {}
    for screen in tour(window, SHORT):
        if screen == "author":
            # What is found out about a case on other threads brings more to the page.
            qtbot.waitUntil(partial(is_studied, window), timeout=20_000)
        for _ in range(3):
            qapp.processEvents()
        page = page_of(window)
        found = list(unnamed(page))
        ring = tab_ring(window)
        found += [
            f"Tab never comes to {type(part).__name__} {part.accessibleName()!r}"
            for part in shown(page)
            if stops(part) and part not in ring and not _of_a_group(part)
        ]
        found += backwards(ring, page)
        if found:
            faults[screen] = found
    qapp.removeEventFilter(flashes)
    assert faults == {}
    assert flashes.seen == []


def _of_a_group(part: QWidget) -> bool:
    """Of options one can choose one of, Tab stops at the chosen one; arrows move on."""
    if not isinstance(part, QAbstractButton):
        return False
    return part.autoExclusive() or (part.group() is not None and part.group().exclusive())


def test_the_ring_is_seen_on_every_kind_of_control(qtbot, open_window, qapp: QApplication) -> None:
    window = open_window()
    seen: set[tuple[str, str, str]] = set()
    blind = []
    for screen in tour(window, SHORT):
        if screen == "author":
            qtbot.waitUntil(partial(is_studied, window), timeout=20_000)
        for _ in range(3):
            qapp.processEvents()
        page = page_of(window)
        for part in shown(page):
            kind = (type(part).__name__, str(part.property("kind")), part.objectName())
            if not stops(part) or kind in seen or part.visibleRegion().isEmpty():
                continue
            seen.add(kind)
            around = place(part, page).adjusted(-4, -4, 4, 4).intersected(page.rect())
            other = next(stop for stop in tab_ring(window) if stop is not part)
            other.setFocus(Qt.FocusReason.TabFocusReason)
            qapp.processEvents()
            before = page.grab(around).toImage()
            part.setFocus(Qt.FocusReason.TabFocusReason)
            qapp.processEvents()
            # Scrolled into view it may have moved.
            around = place(part, page).adjusted(-4, -4, 4, 4).intersected(page.rect())
            if page.grab(around).toImage() == before:
                blind.append(kind)
    assert len(seen) > 12
    assert blind == []


def test_a_tab_bar_says_its_tabs(open_window) -> None:
    window = open_window()
    for screen in tour(window, SHORT):
        if screen == "play-00":
            bar = next(part for part in shown(window.play) if isinstance(part, QTabBar))
            spoken = QAccessible.queryAccessibleInterface(bar)
            names = [spoken.child(n).text(Kind.Name) for n in range(spoken.childCount())]
            assert [panel.title for panel in window.desk.play.view().panels] == names[: bar.count()]
            return
