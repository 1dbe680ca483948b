"""The whole game read aloud: everything that is shown can be had through Qt's accessibility."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from app.gui import language
from app.gui.language import reader
from app.gui.widgets.meters import euros
from app.play.map_view import map_view
from app.play.retrospect import claimed_heads, path
from app.play.view import SceneView
from app.play.wording import duration, money
from tests.gui.windows import SHORT, open_window

Kind = QAccessible.Text
ITEMS = (QAccessible.Role.TreeItem, QAccessible.Role.ListItem, QAccessible.Role.Cell)


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    language.speak(qapp, "en")


def everything(spoken: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """What shows, and all that is in it; items of a list also where one has to scroll."""
    if spoken is None or not spoken.isValid():
        return
    if spoken.state().invisible and spoken.role() not in ITEMS:
        return
    yield spoken
    for index in range(spoken.childCount()):
        yield from everything(spoken.child(index))


def heard(widget: QWidget) -> str:
    """Names, descriptions, values and texts below a widget."""
    parts = []
    for spoken in everything(QAccessible.queryAccessibleInterface(widget)):
        parts += [spoken.text(kind) for kind in (Kind.Name, Kind.Description, Kind.Value)]
        text = spoken.textInterface()
        if text is not None:
            parts.append(text.text(0, text.characterCount()))
    return "\n".join(part for part in parts if part).replace("\u2029", "\n")


def unheard(wanted: Iterator[str], sound: str) -> list[str]:
    plain = " ".join(sound.split())
    return [text for text in wanted if " ".join(text.split()) not in plain]


def of_scene(view: SceneView) -> Iterator[str]:
    """All that a scene says, but for its documents, which lie one over the other."""
    yield from (view.title, *view.consequence, *view.paragraphs)
    for choice in view.choices:
        yield from (choice.text, choice.detail)
        if choice.minutes:
            yield duration(choice.minutes, reader())
        if choice.client_cost:
            yield euros(choice.client_cost)
        if choice.own_cost:
            yield euros(choice.own_cost)
    yield from (euros(view.client_loss), euros(view.own_costs), f"{view.now:%H:%M}")
    for known in view.known:
        yield from (known.label, known.value)


@pytest.mark.parametrize("wanted", ["en", "de"])
def test_a_whole_play_is_heard(qtbot, qapp: QApplication, wanted: str) -> None:
    window = open_window(qtbot, qapp, wanted)
    assert unheard(iter((reader(SHORT).text(SHORT.title),)), heard(window)) == []
    window.open_case(SHORT.id)
    briefing = [reader(SHORT).text(passage.text) for passage in SHORT.briefing]
    assert unheard(iter([p for text in briefing for p in text.split("\n\n")]), heard(window)) == []
    QTest.keyClick(qapp.focusWidget(), Qt.Key.Key_Return)
    play = window.desk.play
    for number in range(20):
        view = play.view()
        assert unheard(of_scene(view), heard(window)) == []
        for index, panel in enumerate(view.panels):
            for bar in window.play.documents.findChildren(QTabBar):
                bar.setCurrentIndex(index)
            sound = heard(window.play.documents)
            assert unheard(iter((panel.title, *panel.body.split("\n\n"))), sound) == []
        if view.is_ending:
            break
        QTest.keyClick(qapp.focusWidget(), str(1 + number % len(view.choices)))
    assert play.state.is_terminal()
    QTest.keyClick(qapp.focusWidget(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert unheard((line.text for line in play.view().log), heard(window.sheet())) == []
    window.sheet().dismiss()
    window.open_claim()
    language_ = play.catalog.language
    bill = play.settlement()
    claimed = [
        part for text, cents in claimed_heads(play) for part in (text, money(cents, language_))
    ]
    lines = [
        text
        for line in window.claim.waterfall.chart.lines
        for text in (line.title, line.amount, line.reason, line.source)
    ]
    sums = [money(cents, language_) for cents in (bill.client_loss, bill.you_pay)]
    assert unheard(iter([*claimed, *lines, *sums]), heard(window)) == []
    window.open_review()
    qtbot.waitUntil(window.review.sum.bar.isVisible, timeout=20_000)
    decisions = [text for line in path(play) for text in (line.scene_title, line.choice_text)]
    assert unheard(iter(decisions), heard(window.review.decisions)) == []
    window.pages.open_map()
    places = map_view(play).places.values()
    window.pages.map.tree.expandAll()
    roads = [text for place in places for text in (place.title, *place.roads)]
    chosen = [visit.chosen for place in places for visit in place.visits]
    assert unheard(iter([*roads, *chosen]), heard(window.pages.map.tree)) == []


def test_what_is_not_there_is_not_heard(qtbot, qapp: QApplication) -> None:
    """The check itself can fail, and nothing unseen is spoken."""
    window = open_window(qtbot, qapp)
    window.open_case(SHORT.id)
    QTest.keyClick(qapp.focusWidget(), Qt.Key.Key_Return)
    endings = [
        node.title.source for node in SHORT.nodes.values() if node.id != SHORT.start and node.title
    ]
    assert unheard(iter(endings), heard(window)) == endings
