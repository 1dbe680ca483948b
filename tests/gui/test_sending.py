"""Sending from the window: to the store that was named, and waiting when it is not there."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.gui import language
from app.gui.bridge import Tasks
from app.gui.paper.export import Export, forms
from app.gui.paper.sending import Sending, sending_sheet
from app.gui.widgets.overlay import Overlay
from app.play.catalog import ENGLISH
from app.reports import xapi
from app.reports.outbox import Outbox
from app.store import lrs_settings
from app.store.lrs_settings import Endpoint
from tests.gui.test_paper import finished
from tests.reports.sessions import session, toy
from tests.reports.test_lrs import Server, says

MADE = xapi.session_statements(session(teams=1), toy())


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        server.answer = says([])
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.end()


@pytest.fixture
def part(qtbot: QtBot, tasks: Tasks) -> Sending:
    part = Sending(MADE, tasks)
    qtbot.addWidget(part)
    return part


def test_what_is_sent_goes_where_it_was_told(qtbot: QtBot, part: Sending, server: Server) -> None:
    part.address.setText(server.address)
    part.key.setText("room")
    part.secret.setText("hush")
    with qtbot.waitSignal(part.ended):
        part.send.click()
    assert part.outcome.text() == f"Sent: {len(MADE)}."
    assert [path for _, path, _, _ in server.asked] == ["/xapi/statements"]
    assert Outbox().waiting() == 0
    assert lrs_settings.load() is None
    assert part.send.isEnabled()


def test_the_key_is_kept_if_agreed_and_filled_in_again(
    qtbot: QtBot, part: Sending, server: Server, tasks: Tasks
) -> None:
    part.address.setText(server.address)
    part.key.setText("room")
    part.secret.setText("hush")
    part.keep.setChecked(True)
    with qtbot.waitSignal(part.ended):
        qtbot.keyClick(part.secret, Qt.Key.Key_Return)
    assert lrs_settings.load() == Endpoint(server.address, "room", "hush")
    again = Sending(MADE, tasks)
    qtbot.addWidget(again)
    assert (again.address.text(), again.key.text()) == (server.address, "room")
    assert again.secret.echoMode() is QLineEdit.EchoMode.Password


def test_a_wrong_address_is_said_and_nothing_is_asked(part: Sending, server: Server) -> None:
    part.address.setText("lrs.example.com")
    part.send.click()
    assert "is no address of a learning record store" in part.outcome.text()
    assert part.send.isEnabled()
    assert server.asked == []


def test_a_wrong_key_leaves_everything_waiting(
    qtbot: QtBot, part: Sending, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "current", lambda: "de")
    server.answer = says(b"", 401)
    part.address.setText(server.address)
    with qtbot.waitSignal(part.ended):
        part.send.click()
    assert f"Waiting: {len(MADE)}." in part.outcome.text()
    assert "Der Learning Record Store nimmt den Schlüssel nicht an (401)" in part.outcome.text()
    assert Outbox().waiting() == len(MADE)


def test_closing_the_sheet_or_the_window_meanwhile_harms_nothing(
    qtbot: QtBot, server: Server, tasks: Tasks
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    asked, go = threading.Event(), threading.Event()

    def slow(path: str) -> tuple[int, dict[str, str], bytes]:
        asked.set()
        go.wait(5)
        return says([])(path)

    server.answer = slow
    sheet = sending_sheet(window, MADE, tasks)
    part = sheet.findChildren(Sending)[0]
    part.address.setText(server.address)
    part.send.click()
    assert asked.wait(5)
    sheet.dismiss()
    with qtbot.waitSignal(sheet.destroyed):
        pass
    go.set()
    tasks.end()
    assert Outbox().waiting() == 0


def test_the_export_offers_it_for_xapi_alone(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    offered = forms(*finished(-1, ENGLISH))
    export = Export("toy", offered, tasks)
    export.setParent(window)
    window.show()
    assert [bool(form.statements) for form in offered] == [False, False, True]
    assert export.send.isHidden()
    export.form.setCurrentIndex(2)
    assert export.send.isVisible()
    export.send.click()
    assert [sheet.accessibleName() for sheet in window.findChildren(Overlay)] == [
        "Send the statements"
    ]
    bare = Export("toy", offered)
    qtbot.addWidget(bare)
    bare.form.setCurrentIndex(2)
    assert bare.send.isHidden()
