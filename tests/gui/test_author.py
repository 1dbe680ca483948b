"""The author view: graph, list, problems, live reload, heat, and test plays that nothing saves."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.gui.library import Entry
from app.gui.main_window import MainWindow
from app.gui.screens.author import AuthorScreen
from app.gui.screens.settings import SettingsScreen
from app.gui.settings import Settings, load_settings, save_settings
from app.gui.widgets.overlay import Overlay
from app.store import folders
from app.store.database import Store
from tests.toy import build

Key = Qt.Key


@pytest.fixture
def case(root: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(root / "scenarios" / "fourth-disk", tmp_path / "case"))


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    with Store(folders.database_file()) as opened:
        yield opened


@pytest.fixture
def window(qtbot, qapp: QApplication, store: Store) -> Iterator[MainWindow]:
    settings = Settings(reduced_motion=True, author_tools=True)
    made = MainWindow(qapp, store, settings, load=lambda: (Entry("toy", build()),))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.entries is not None)
    yield made
    made.tasks.end()


@pytest.fixture
def page(qtbot, window: MainWindow, case: Path) -> AuthorScreen:
    window.pages.author.open(case)
    page = window.pages.author.page
    qtbot.waitUntil(
        lambda: page.study.walked is not None and page.study.heat.runs > 0 and not page.study.busy,
        timeout=30_000,
    )
    return page


def write(case: Path, change: Callable[[str], str]) -> None:
    """Save as careful editors do: a new file in place of the old one."""
    file = case / "scenario.yaml"
    fresh = case / "scenario.new"
    fresh.write_text(change(file.read_text("utf-8")), encoding="utf-8")
    fresh.replace(file)


def test_the_tools_are_off_at_first_and_the_setting_is_kept(qtbot, store: Store) -> None:
    assert not Settings().author_tools
    screen = SettingsScreen(Settings())
    qtbot.addWidget(screen)
    with qtbot.waitSignal(screen.changed) as told:
        screen.author_tools[1].click()
    assert told.args[0].author_tools
    save_settings(store, told.args[0])
    assert load_settings(store).author_tools


def test_the_title_leads_there_only_when_switched_on(window: MainWindow, qtbot) -> None:
    assert window.title.author_button.isVisible()
    window.change_settings(Settings())
    assert not window.title.author_button.isVisible()
    window.change_settings(Settings(author_tools=True))
    qtbot.mouseClick(window.title.author_button, Qt.MouseButton.LeftButton)
    author = window.pages.author.page
    assert window.pages.currentWidget() is author
    qtbot.keyClick(author, Key.Key_Escape)
    assert window.pages.currentWidget() is window.title


def test_every_node_is_in_the_graph_and_in_the_list(page: AuthorScreen) -> None:
    nodes = set(page.scenario.nodes)
    assert set(page.graph.items_by_id) == nodes
    listed = {
        page.tree.topLevelItem(row).data(0, Qt.ItemDataRole.UserRole)
        for row in range(page.tree.topLevelItemCount())
    }
    assert listed == nodes
    shapes = {
        item.look.kind: item.outline().elementCount() for item in page.graph.items_by_id.values()
    }
    assert len({shapes["decision"], shapes["chance"]}) == 2


def test_arrow_keys_follow_the_edges(page: AuthorScreen, qtbot) -> None:
    scenario = page.scenario
    assert page.graph.chosen == scenario.start
    qtbot.keyClick(page.graph, Key.Key_Down)
    first = page.graph.chosen
    assert first in {choice.then for choice in scenario.nodes[scenario.start].choices}
    assert page.tree.currentItem().data(0, Qt.ItemDataRole.UserRole) == first
    qtbot.keyClick(page.graph, Key.Key_Home)
    assert page.graph.chosen == scenario.start


def test_zoom_keys(page: AuthorScreen, qtbot) -> None:
    before = page.graph.zoom()
    qtbot.keyClick(page.graph, "+")
    assert page.graph.zoom() > before
    qtbot.keyClick(page.graph, "-")
    assert page.graph.zoom() == pytest.approx(before)


def test_search_goes_from_match_to_match(page: AuthorScreen, qtbot) -> None:
    wanted = list(page.scenario.nodes)[-1]
    qtbot.keyClick(page, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(page.search, wanted)
    qtbot.keyClick(page.search, Key.Key_Return)
    assert page.graph.chosen == wanted
    assert page.graph.items_by_id[wanted].found


def test_each_heat_colours_and_says_itself(page: AuthorScreen) -> None:
    start = page.graph.items_by_id[page.scenario.start]
    for mode, figure in ((1, "/"), (2, "2000 / 2000"), (3, "EUR")):
        page.heat.setCurrentIndex(mode)
        assert figure in start.warmth.text
        assert figure in page._items[page.scenario.start].text(0)
        assert page.legend.text()
    page.heat.setCurrentIndex(0)
    assert start.warmth is None


def test_a_save_is_seen_and_a_broken_file_keeps_the_last_good_graph(
    page: AuthorScreen, case: Path, qtbot
) -> None:
    nodes = set(page.graph.items_by_id)
    good = (case / "scenario.yaml").read_text("utf-8")
    write(case, lambda text: text.replace("\nstart: ", "\nstart: no_such_", 1))
    qtbot.waitUntil(lambda: page.study.broken, timeout=5_000)
    assert set(page.graph.items_by_id) == nodes
    assert "last good" in page.status.text()
    assert page.problems.count() > 0
    assert "scenario.yaml:" in page.problems.item(0).text()
    write(case, lambda _: good)
    qtbot.waitUntil(lambda: not page.study.broken and not page.study.busy, timeout=30_000)
    assert page.problems.count() == 0


def test_a_problem_leads_to_its_node(page: AuthorScreen, case: Path, qtbot) -> None:
    lone = (
        "\n  lonely_node:\n    ending: lost\n    title: Alone\n    scene: night\n"
        "    text: Nobody comes here.\n"
    )
    write(case, lambda text: text.replace("\nnodes:\n", f"\nnodes:{lone}", 1))
    qtbot.waitUntil(lambda: "lonely_node" in page.graph.items_by_id, timeout=30_000)
    qtbot.waitUntil(lambda: not page.study.busy, timeout=30_000)
    rows = [page.problems.item(row) for row in range(page.problems.count())]
    item = next(item for item in rows if "lonely_node" in item.text())
    page.problems.itemActivated.emit(item)
    assert page.graph.chosen == "lonely_node"
    assert page.graph.items_by_id["lonely_node"].look.problem


def test_a_test_play_begins_at_the_node_and_is_not_saved(
    page: AuthorScreen, window: MainWindow, store: Store, qtbot
) -> None:
    qtbot.keyClick(page.graph, Key.Key_Down)
    chosen = page.graph.chosen
    qtbot.keyClick(page.graph, Key.Key_Return)
    assert page.start.play_button.hasFocus()
    qtbot.keyClick(page.start.play_button, Key.Key_Return)
    assert window.pages.currentWidget() is window.play
    assert chosen in {state.node_id for state in window.desk.play.state.history()}
    while not window.desk.play.state.is_terminal():
        window.desk.choose(window.desk.play.state.legal_choices()[0].id)
    assert not store.finished()
    assert list(folders.journal_files()) == []
    window.open_claim()
    window.claim.review_wanted.emit()
    assert window.pages.currentWidget() is window.review


def test_values_of_ones_own_start_there_without_a_review(
    page: AuthorScreen, window: MainWindow, qtbot
) -> None:
    start = page.start
    fact = page.scenario.facts[0]
    other = (start.facts[fact.id].code() + 1) % len(fact.domain.words)
    start.facts[fact.id].setCurrentIndex(other)
    start.values[0].setText("90")
    assert start.is_edited()
    assert start.own.text()
    start.play_button.click()
    play = window.desk.play
    first = play.state.history()[0]
    assert (first.minutes, first.deal.world[0]) == (90, other)
    while not window.desk.play.state.is_terminal():
        window.desk.choose(window.desk.play.state.legal_choices()[0].id)
    window.open_claim()
    window.claim.review_wanted.emit()
    assert window.pages.currentWidget() is window.claim
    assert window.sheet() is not None


def test_the_menu_of_a_test_play_leads_back(page: AuthorScreen, window: MainWindow, qtbot) -> None:
    page.start.play_button.click()
    qtbot.keyClick(window.play, Key.Key_Escape)
    sheet = window.sheet()
    assert isinstance(sheet, Overlay)
    window.pages.author.leave()
    assert window.pages.currentWidget() is page


def test_another_language_makes_the_view_anew(page: AuthorScreen, window: MainWindow) -> None:
    window.pages.forget()
    window.pages.author.open()
    assert window.pages.author.page is not page
    assert window.pages.author.page.study.path == page.study.path
