"""Taking part from the game: in by address and code, a vote, and out again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.gui.library import Entry
from app.gui.main_window import MainWindow
from app.gui.settings import Settings
from app.gui.workshop.joining import Joining
from app.gui.workshop.seat_screen import SeatScreen
from app.workshop import orders
from app.workshop.events import Mode
from app.workshop.host import Host, open_workshop
from tests.workshop.rooms import SCENARIO, opened


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    made = open_workshop(SCENARIO, opened(Mode.TEAMS, code="BCDFG"), tmp_path / "one.workshop")
    made.start("127.0.0.1")
    yield made
    made.close()


@pytest.fixture
def window(qtbot, qapp: QApplication) -> Iterator[MainWindow]:
    made = MainWindow(
        qapp, None, Settings(reduced_motion=True), load=lambda: (Entry("toy", SCENARIO),)
    )
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.entries is not None)
    yield made
    made.pages.joining.leave()


def join(window: MainWindow, qtbot, host: Host, code: str = "bcdfg") -> Joining:
    window.title.join_button.click()
    joining = window.pages.joining
    assert joining.form is not None
    assert host.address is not None
    joining.form.address.setText(host.address.short)
    joining.form.code.setText(code)
    joining.form.name.setText("Jo")
    joining.form.enter.click()
    return joining


def seat(joining: Joining, qtbot, **wanted: object) -> SeatScreen:
    qtbot.waitUntil(lambda: joining.screen is not None)
    screen = joining.screen
    assert screen is not None
    qtbot.waitUntil(lambda: {k: screen.view.get(k) for k in wanted} == wanted)
    return screen


def go(host: Host, *steps) -> None:
    for step in steps:
        host.command(step).result(5)


def test_a_vote_from_the_game_counts(window: MainWindow, host: Host, qtbot) -> None:
    joining = join(window, qtbot, host)
    screen = seat(joining, qtbot, phase="lobby", name="Jo")
    go(host, orders.show_scene, orders.open_vote)
    seat(joining, qtbot, phase="voting")
    qtbot.keyClick(screen, "2")
    assert [card.option for card in screen.cards if card.isChecked()] == ["ask"]
    screen.sure[2].click()
    screen.vote.click()
    seat(joining, qtbot, vote="ask", confidence=3)
    assert "You can change it" in screen.state.text()
    go(host, orders.close_vote, orders.reveal)
    seat(joining, qtbot, phase="revealed")
    assert [bar.end for bar in screen.bars.bars] == [0, 1, 0, 0]


def test_team_and_commitment_go_to_the_host(window: MainWindow, host: Host, qtbot) -> None:
    joining = join(window, qtbot, host)
    screen = seat(joining, qtbot, team="t1")
    screen.team.setCurrentIndex(1)
    screen.team.activated.emit(1)
    seat(joining, qtbot, team="t2")
    go(host, orders.show_scene, orders.debrief)
    seat(joining, qtbot, phase="debrief")
    screen.commitment.setPlainText("Restore once")
    screen.keep.click()
    seat(joining, qtbot, commitment="Restore once")


def test_a_wrong_code_is_said(window: MainWindow, host: Host, qtbot) -> None:
    joining = join(window, qtbot, host, "XXXXX")
    form = joining.form
    assert form is not None
    qtbot.waitUntil(lambda: "not the code" in form.outcome.text())
    assert form.enter.isEnabled()


def test_an_address_that_is_none_is_said(window: MainWindow, qtbot) -> None:
    window.title.join_button.click()
    form = window.pages.joining.form
    assert form is not None
    form.address.setText("not an address")
    form.enter.click()
    assert "192.168.1.5:8321" in form.outcome.text()
    form.address.setText("127.0.0.1:9")
    form.enter.click()
    assert "code of five letters" in form.outcome.text()


def test_a_host_that_goes_away_is_said_and_found_again(
    window: MainWindow, host: Host, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.workshop.join._PAUSE", 0.05)
    joining = join(window, qtbot, host)
    screen = seat(joining, qtbot, phase="lobby")
    address = host.address
    assert address is not None
    host.stop()
    qtbot.waitUntil(lambda: "no workshop at" in screen.trouble.text(), timeout=10_000)
    host.start(address.host, address.port)
    qtbot.waitUntil(lambda: screen.trouble.text() == "", timeout=10_000)


def test_a_host_that_moved_knows_a_laptop_again(
    window: MainWindow, host: Host, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.workshop.join._PAUSE", 0.05)
    joining = join(window, qtbot, host)
    screen = seat(joining, qtbot, phase="lobby", participant="p1")
    host.stop()
    qtbot.waitUntil(lambda: "no workshop at" in screen.trouble.text(), timeout=10_000)
    screen.back_button.click()
    host.start("127.0.0.1")
    seat(join(window, qtbot, host), qtbot, phase="lobby", participant="p1")
    assert joining.screen is not None
    joining.screen.back_button.click()
    seat(join(window, qtbot, host), qtbot, phase="lobby", participant="p2")


def test_leaving_goes_to_the_title(window: MainWindow, host: Host, qtbot) -> None:
    joining = join(window, qtbot, host)
    screen = seat(joining, qtbot, phase="lobby")
    screen.back_button.click()
    assert window.pages.currentWidget() is window.title
    assert joining.seat is None
