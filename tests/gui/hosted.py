"""A window that hosts a workshop on the toy scenario, and everything it shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.gui.library import Entry
from app.gui.main_window import MainWindow
from app.gui.settings import Settings
from app.gui.workshop.cockpit import CockpitScreen
from app.gui.workshop.hosting import Hosting
from app.store.database import Store
from app.workshop import orders
from app.workshop.cockpit import CockpitView
from app.workshop.events import Event, Mode
from app.workshop.host import Host, open_workshop
from app.workshop.room import Phase
from tests.workshop.rooms import SCENARIO, opened


class Hosted:
    """A running workshop in a window."""

    def __init__(
        self,
        qtbot: QtBot,
        app: QApplication,
        path: Path,
        mode: Mode = Mode.ROOM,
        store: Store | None = None,
        **others: Any,
    ) -> None:
        self.qtbot = qtbot
        self.window = MainWindow(
            app, store, Settings(reduced_motion=True), load=lambda: (Entry("toy", SCENARIO),)
        )
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitUntil(lambda: self.window.entries is not None)
        self.host: Host = open_workshop(SCENARIO, opened(mode, code="BCDFG", **others), path)
        self.host.start("127.0.0.1")
        self.hosting.run(self.host)
        self.until(lambda view: view.projector.phase is Phase.LOBBY)

    @property
    def hosting(self) -> Hosting:
        return self.window.pages.hosting

    @property
    def cockpit(self) -> CockpitScreen:
        assert self.hosting.cockpit is not None
        return self.hosting.cockpit

    @property
    def view(self) -> CockpitView:
        assert self.hosting.link is not None
        assert self.hosting.link.view is not None
        return self.hosting.link.view

    def until(self, holds: Callable[[CockpitView], bool]) -> None:
        """Wait until the window has been told so."""
        link = self.hosting.link
        assert link is not None
        self.qtbot.waitUntil(lambda: link.view is not None and holds(link.view))

    def until_phase(self, phase: Phase) -> None:
        self.until(lambda view: view.projector.phase is phase)

    def do(self, order: Callable[..., Event], *given: Any, **named: Any) -> None:
        self.host.command(order, *given, **named).result(5)

    def people(self, *names: str) -> None:
        before = len(self.view.people)
        for name in names:
            self.do(orders.join, f"device-{name}", name)
        self.until(lambda view: len(view.people) == before + len(names))

    def vote(self, participant: str, choice: str) -> None:
        ballot = self.host.ask(lambda room: room.ballots[-1].number).result(5)
        line = self.host.ask(
            lambda room: len(room.line(room.participants[participant].track).decisions)
        ).result(5)
        self.do(orders.vote, participant, ballot, line, choice)

    def next(self, *phases: Phase) -> None:
        """Press the big button, once for each phase that it must lead to."""
        for phase in phases:
            self.cockpit.next.click()
            self.until_phase(phase)

    def close(self) -> None:
        self.hosting.leave()


def texts(widget: QWidget) -> str:
    """All that labels say."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if not one.isHidden())
