"""The map screen: picture, list and words of one play, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication, QTreeWidgetItem

from app.engine.coverage import PRESETS
from app.gui.bridge import Tasks
from app.gui.library import Entry
from app.gui.main_window import MainWindow
from app.gui.screens.map import MANY, MapScreen
from app.gui.settings import Settings
from app.gui.widgets.map_graph import LEGIBLE, PlaceItem, WayItem
from app.play.playthrough import Playthrough
from tests.gui.long_story import long_story, played
from tests.gui.looks import LOOKS, colours, dress, picture
from tests.gui.test_text_fits import cut
from tests.toy import build

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def play() -> Playthrough:
    """Told the client, looked twice, took one look back, and handed over."""
    made = Playthrough.start(build(), PRESETS["solid"], 3)
    for choice in ("ask", "look", "look"):
        made.choose(choice)
    made.undo()
    made.choose("hand_over")
    return made


@pytest.fixture
def show(qtbot) -> Callable[..., MapScreen]:
    def make(play: Playthrough, tasks: Tasks | None = None, may_lift: bool = True) -> MapScreen:
        screen = MapScreen()
        qtbot.addWidget(screen)
        screen.resize(1280, 800)
        screen.show()
        screen.show_play(play, tasks, may_lift=may_lift)
        screen.focus_first()
        return screen

    return make


@pytest.fixture
def window(qtbot, qapp: QApplication, play: Playthrough) -> MainWindow:
    made = MainWindow(
        qapp, None, Settings(reduced_motion=True), load=lambda: (Entry("toy", build()),)
    )
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.entries is not None)
    made.open_desk(play)
    return made


def press(qtbot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def items(screen: MapScreen) -> Iterator[QTreeWidgetItem]:
    pending = [screen.tree.topLevelItem(row) for row in range(screen.tree.topLevelItemCount())]
    while pending:
        item = pending.pop(0)
        yield item
        pending = [item.child(row) for row in range(item.childCount())] + pending


def told(screen: MapScreen) -> str:
    return "\n".join(line.text() for line in screen.panel.lines)


def test_m_leads_there_and_back_from_play_claim_and_review(window: MainWindow, qtbot) -> None:
    pages = window.pages
    for open_page in (window.open_play, window.open_claim, window.open_review):
        open_page()
        before = pages.currentWidget()
        for leave in (Key.Key_Escape, Key.Key_M):
            press(qtbot, Key.Key_M)
            assert pages.currentWidget() is pages.map
            assert pages.map.graph.hasFocus()
            assert pages.map.lift.isVisible() == (before is pages.review)
            press(qtbot, leave)
            assert pages.currentWidget() is before
    window.open_title()
    press(qtbot, Key.Key_M)
    assert pages.currentWidget() is pages.title


def test_menu_and_buttons_lead_there_too(window: MainWindow, qtbot) -> None:
    pages = window.pages
    window.open_play()
    qtbot.mouseClick(window.play.head.map, LEFT)
    assert pages.currentWidget() is pages.map
    qtbot.mouseClick(pages.map.back, LEFT)
    press(qtbot, Key.Key_Escape)
    press(qtbot, Key.Key_Tab)
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: pages.currentWidget() is pages.map)
    for page, button in ((window.open_claim, "claim"), (window.open_review, "review")):
        page()
        qtbot.mouseClick(getattr(pages, button).map, LEFT)
        assert pages.currentWidget() is pages.map


def test_an_examination_keeps_its_fog(show) -> None:
    exam = Playthrough.start(build(), PRESETS["solid"], 3, exam=True)
    exam.choose("hand_over")
    assert show(exam).lift.isHidden()


def test_the_keyboard_follows_the_way(show, play: Playthrough, qtbot) -> None:
    screen = show(play)
    graph = screen.graph
    assert graph.chosen == "handed_over"
    seen = []
    for key in (Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Down, Key.Key_Down):
        qtbot.keyClick(graph, key)
        seen.append(graph.chosen)
    # Nothing leads further up than the start.
    assert seen == ["alarm", "search", "alarm", "alarm", "search", "alarm"]
    qtbot.keyClick(graph, Key.Key_Return)
    assert screen.focusWidget() is screen.panel


def test_the_panel_tells_what_was_there(show, play: Playthrough, qtbot) -> None:
    screen = show(play)
    item = screen.graph.items_by_id["alarm"]
    spot = screen.graph.mapFromScene(item.sceneBoundingRect().center())
    qtbot.mouseClick(screen.graph.viewport(), LEFT, pos=spot)
    assert screen.graph.chosen == "alarm"
    assert screen.panel.title.text() == "Title of alarm"
    for words in (
        "Tuesday 08:12",
        "Tell the client",
        "It took 15 min and cost the client 100.00 EUR, you 20.00 EUR.",
        "Look for the cause",
        "taken back",
        "Roads not taken",
        "Restore",
    ):
        assert words in told(screen)
        assert words in screen.panel.accessibleDescription()


def test_the_list_says_the_same_and_leads_the_map(show, play: Playthrough) -> None:
    screen = show(play)
    lines = [item.text(0) for item in items(screen)]
    assert lines[0] == "1. Title of alarm → Tell the client"
    assert "4. End handed_over" in lines
    assert "Not taken: Restore" in lines
    assert "Taken back" in lines
    places = {str(item.data(0, Qt.ItemDataRole.UserRole)) for item in items(screen)}
    assert places - {""} == set(screen.view.places)
    first = screen.tree.topLevelItem(0)
    screen.tree.setCurrentItem(first)
    assert screen.graph.chosen == "alarm"
    screen.graph.choose("handed_over")
    assert screen.tree.currentItem().text(0) == "4. End handed_over"
    screen.graph.choose("alarm")
    assert screen.tree.currentItem().text(0) == "3. Title of alarm → Hand over"


def test_it_opens_where_the_play_stands(show, play: Playthrough) -> None:
    screen = show(play)
    screen.graph.choose("alarm")
    screen.show_play(play, None, may_lift=True)
    assert screen.graph.chosen == "handed_over"
    assert screen.panel.title.text() == "End handed_over"


def test_lifting_the_fog_shows_the_rest(show, play: Playthrough, qtbot) -> None:
    screen = show(play)
    assert "saved" not in screen.graph.items_by_id
    assert "End saved" not in "".join(item.text(0) for item in items(screen))
    screen.graph.choose("alarm")
    qtbot.mouseClick(screen.lift, LEFT)
    assert set(screen.graph.items_by_id) == set(play.scenario.nodes)
    assert screen.graph.chosen == "alarm"
    assert "End saved" in [item.text(0) for item in items(screen)]
    screen.graph.choose("saved")
    assert "never seen" in told(screen)
    qtbot.mouseClick(screen.lift, LEFT)
    assert "saved" not in screen.graph.items_by_id


def test_no_id_of_a_node_shows(show, play: Playthrough) -> None:
    """They are the author's words, and English."""
    screen = show(play)
    tips = {id_: item.toolTip() for id_, item in screen.graph.items_by_id.items()}
    assert tips == {id_: screen.graph.items_by_id[id_].look.title for id_ in tips}
    assert {edge.toolTip() for edge in screen.graph.edges} == {""}


def test_wheel_keys_and_buttons_zoom(show, play: Playthrough, qtbot) -> None:
    screen = show(play)
    graph = screen.graph
    before = graph.zoom()
    spot = QPointF(graph.viewport().rect().center())
    wheel = QWheelEvent(
        spot, graph.viewport().mapToGlobal(spot), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(graph.viewport(), wheel)
    assert graph.zoom() > before
    qtbot.keyClick(screen.panel, "-")
    assert graph.zoom() == pytest.approx(before)
    qtbot.keyClick(graph, "+")
    qtbot.keyClick(graph, "0")
    assert graph.zoom() <= 1
    visible = graph.mapToScene(graph.viewport().rect()).boundingRect()
    assert visible.contains(graph.scene().itemsBoundingRect())
    qtbot.mouseClick(screen.nearer, LEFT)
    qtbot.mouseClick(screen.farther, LEFT)
    qtbot.mouseClick(screen.whole, LEFT)


def test_two_fingers_zoom(show, play: Playthrough) -> None:
    graph = show(play).graph
    before, spot = graph.zoom(), QPointF(graph.viewport().rect().center())
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        spot,
        spot,
        graph.viewport().mapToGlobal(spot),
        0.5,
        QPointF(),
    )
    QApplication.sendEvent(graph.viewport(), pinch)
    assert graph.zoom() == pytest.approx(before * 1.5)


def test_dragging_moves_the_map_and_chooses_nothing(show, qtbot) -> None:
    screen = show(played(long_story(60)))
    graph = screen.graph
    chosen, bar = graph.chosen, graph.verticalScrollBar()
    before = bar.value()
    view, middle = graph.viewport(), graph.viewport().rect().center()
    qtbot.mousePress(view, LEFT, pos=middle)
    qtbot.mouseMove(view, middle + QPoint(0, 60))
    qtbot.mouseMove(view, middle + QPoint(0, 120))
    qtbot.mouseRelease(view, LEFT, pos=middle + QPoint(0, 120))
    assert bar.value() < before
    assert graph.chosen == chosen


def test_from_afar_a_click_still_finds_its_place(show, qtbot) -> None:
    screen = show(played(long_story(60)))
    graph = screen.graph
    qtbot.keyClick(graph, "0")
    assert graph.zoom() < LEGIBLE
    # A few strokes stand for the many items.
    assert [id_ for id_, item in graph.items_by_id.items() if item.isVisible()] == [graph.chosen]
    spot = graph.mapFromScene(graph.items_by_id["s3"].pos())
    qtbot.mouseClick(graph.viewport(), LEFT, pos=spot)
    assert graph.chosen == "s3"
    graph.zoom_in()
    while graph.zoom() < LEGIBLE:
        graph.zoom_in()
    assert all(item.isVisible() for item in graph.items_by_id.values())


@pytest.mark.parametrize(("mode", "percent"), LOOKS)
def test_no_word_is_cut_and_every_look_paints(show, play: Playthrough, mode, percent) -> None:
    dress(mode, percent)
    screen = show(play)
    screen.resize(1024, 640)
    image = picture(screen)
    assert list(cut(screen)) == []
    assert len(colours(image)) > 4
    for item in screen.graph.items_by_id.values():
        bounds = item.boundingRect()
        assert bounds.contains(item.outline(5).boundingRect())


def test_five_hundred_places_are_whole_and_laid_out_elsewhere(show, qtbot) -> None:
    play = played(long_story(500))
    assert len(play.scenario.nodes) == 500
    tasks = Tasks()
    screen = show(play, tasks)
    # Laid out on another thread: nothing is there at once.
    assert len(screen.view.places) > MANY
    assert screen.graph.items_by_id == {}
    qtbot.waitUntil(lambda: bool(screen.graph.items_by_id), timeout=20_000)
    screen.lift.click()
    tasks.wait()
    qtbot.waitUntil(lambda: len(screen.graph.items_by_id) == 500, timeout=20_000)
    graph = screen.graph
    assert all(isinstance(item, PlaceItem) for item in graph.items_by_id.values())
    assert all(isinstance(edge, WayItem) for edge in graph.edges)
    ends = {(edge.route.source, edge.route.target) for edge in graph.edges}
    assert ends == {(way.source, way.target) for way in screen.view.ways}
    boxes = sorted(
        (item.sceneBoundingRect().adjusted(8, 8, -8, -32) for item in graph.items_by_id.values()),
        key=lambda box: box.top(),
    )
    for number, box in enumerate(boxes):
        for other in boxes[number + 1 :]:
            if other.top() > box.bottom():
                break
            assert not box.intersects(other)
    graph.fit()
    assert len(colours(picture(screen), 3)) > 4
    graph.choose("s0")
    seen = ["s0"]
    for _ in range(5):
        qtbot.keyClick(graph, Key.Key_Down)
        seen.append(graph.chosen)
    assert seen == ["s0", "c0", "b0", "s1", "c1", "b1"]
