"""Workshops in the window: set one up, take one up again, run it, leave it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.engine.scenario import Scenario
from app.gui.language import reader
from app.gui.plays import new_seed, scenario_finder
from app.gui.sheets import menu_sheet
from app.gui.widgets.text import Button
from app.gui.workshop.cockpit import CockpitScreen
from app.gui.workshop.course import Course
from app.gui.workshop.link import HostLink
from app.gui.workshop.plan import Plan, Unfinished
from app.gui.workshop.projector import ProjectorWindow
from app.gui.workshop.setup import SetupScreen
from app.play.languages import catalog
from app.play.wording import calendar_date
from app.store.database import StoreError
from app.workshop.cockpit import CockpitView
from app.workshop.eventlog import EventLog, LogError, unfinished_workshops
from app.workshop.events import RoomOpened
from app.workshop.host import Address, Host, HostError, open_workshop, restore_workshop
from app.workshop.network import interfaces
from app.workshop.preflight import DEFAULT_PORT, free_port
from app.workshop.preset import OWN_TERMS, PresetError, policy_fields, read_preset
from app.workshop.room import Phase

if TYPE_CHECKING:
    from app.gui.main_window import MainWindow
    from app.gui.pages import Pages

translate = QCoreApplication.translate
_SETTING = "workshop"
_MOST_UNFINISHED = 3


class Hosting:
    """One workshop at a time, with its cockpit in the window and its projector beside it."""

    def __init__(self, pages: Pages, window: MainWindow) -> None:
        self._pages = pages
        self._window = window
        self._setup: SetupScreen | None = None
        self.cockpit: CockpitScreen | None = None
        self.projector: ProjectorWindow | None = None
        self.link: HostLink | None = None
        self._course: Course | None = None
        window.may_close = self.may_close

    # --- before ----------------------------------------------------------------------------

    def open(self) -> None:
        """Show the set-up page, or the cockpit of a workshop that runs."""
        if self.cockpit is not None:
            self._show(self.cockpit)
            return
        entries = self._window.entries or ()
        scenarios = [entry.scenario for entry in entries if entry.scenario is not None]
        self._drop_setup()
        page = SetupScreen(scenarios, self._unfinished())
        kept = self._kept()
        page.provider.setText(str(kept.get("provider", "")))
        page.open_wanted.connect(self._open_room)
        page.resume_wanted.connect(self._resume)
        page.back_wanted.connect(self._leave_setup)
        self._setup = page
        self._show(page)
        page.focus_first()

    def _open_room(self, plan: Plan) -> None:
        try:
            opened = _opening(plan)
        except PresetError as error:
            self._say_why(error)
            return
        self._keep(provider=plan.provider)

        def work() -> Host:
            host = open_workshop(plan.scenario, opened)
            try:
                return _listening(host, plan.address, plan.port)
            except HostError:
                # Nothing has happened in it that could be taken up again.
                host.path.unlink(missing_ok=True)
                raise

        self._start(work)

    def _resume(self, path: Path) -> None:
        kept = self._kept()
        finder = scenario_finder(self._window.entries or ())

        def work() -> Host:
            host = restore_workshop(path, finder)
            # Phones look for the room where it was.
            known = [one.address for one in interfaces()]
            address = kept.get("address")
            address = address if address in known else known[0]
            port = kept.get("port")
            wanted = port if isinstance(port, int) and 0 < port < 65_536 else DEFAULT_PORT
            try:
                wanted = free_port(address, wanted)
            except HostError:
                wanted = 0
            return _listening(host, address, wanted)

        self._start(work)

    def _start(self, work: Callable[[], Host]) -> None:
        if self._setup is not None:
            self._setup.open_button.setEnabled(False)
        self._window.tasks.run(work, self.run, self._failed)

    def _failed(self, error: Exception) -> None:
        if self._setup is not None:
            self._setup.network.look()
        self._say_why(error)

    # --- while it runs -----------------------------------------------------------------------

    def run(self, host: Host) -> None:
        """Show the cockpit and the projector of a host that listens."""
        address = host.address
        if address is not None:
            self._keep(address=address.host, port=address.port)
        scenario = host.scenario
        self.link = HostLink(host, reader(scenario), self._pages)
        self.cockpit = CockpitScreen()
        self.cockpit.lobby.network_wanted.connect(self._ask_network)
        self._course = Course(self.cockpit, self.link, self._pages, self.show_projector)
        self._course.left.connect(self.leave)
        self.link.changed.connect(self._show_address)
        self._drop_setup()
        self._show(self.cockpit)
        self.cockpit.focus_first()
        # The scenario's own words hold the facilitator's guide: the wall gets views in words.
        words = catalog(host.opened.language)
        self.projector = ProjectorWindow(self.link.wall, words, address)
        self.show_projector()
        self._window.activateWindow()

    def show_projector(self) -> None:
        """Open the projector's window, on another screen where there is one."""
        if self.projector is not None:
            self.projector.place(self._window.screen())

    def leave(self) -> None:
        """Close the room and go to the title; the log can be taken up again."""
        link, self.link = self.link, None
        if link is None:
            return
        if self._course is not None:
            self._course.stop()
        link.end()
        if self.projector is not None:
            self.projector.close()
            self.projector.deleteLater()
        if self.cockpit is not None:
            self._pages.discard(self.cockpit)
        self.projector = self.cockpit = self._course = None
        self._window.open_title()

    def may_close(self) -> bool:
        """Whether the window may close: a workshop that runs must not end by a slip."""
        view = self.link.view if self.link is not None else None
        if self.link is None or (view is not None and view.projector.phase is Phase.OVER):
            self.leave()
            return True
        if self._window.sheet() is None:
            close = Button(translate("Workshop", "Close it"), "entry", "quit")
            close.clicked.connect(self._close)
            title = translate(
                "Workshop",
                "The workshop is running. Once closed, it can be taken up again from “Host a "
                "workshop”, and the phones find back.",
            )
            menu_sheet(self._pages, title, (close,))
        return False

    def _close(self) -> None:
        self.leave()
        self._window.close()

    def _show_address(self, view: CockpitView) -> None:
        if view.projector.phase is Phase.LOBBY and self.link and self.cockpit:
            host = self.link.host
            self.cockpit.lobby.show_address(host.address, host.checked)

    def _ask_network(self) -> None:
        link, entries = self.link, []
        if link is None:
            return
        for one in interfaces():
            name = f"{one.name}  {one.address}" if one.name else one.address
            button = Button(name, "entry")
            button.clicked.connect(lambda _=False, address=one.address: self._move(address))
            entries.append(button)
        title = translate("Workshop", "Listen in which network? Phones must join again there.")
        menu_sheet(self._pages, title, tuple(entries))

    def _move(self, address: str) -> None:
        """Listen on another address of this computer."""
        link = self.link
        if link is None:
            return
        host, before = link.host, link.host.address

        def work() -> Address:
            host.stop()
            try:
                return host.start(address, free_port(address))
            except HostError:
                if before is not None:
                    host.start(before.host, before.port)
                raise

        self._window.tasks.run(work, self._moved, self._say_why)

    def _moved(self, address: Address) -> None:
        self._keep(address=address.host, port=address.port)
        if self.projector is not None:
            self.projector.set_address(address)
        if self.link is not None and self.link.view is not None:
            self._show_address(self.link.view)

    # --- inside ------------------------------------------------------------------------------

    def _show(self, page: QWidget) -> None:
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def _drop_setup(self) -> None:
        page, self._setup = self._setup, None
        if page is not None:
            self._pages.discard(page)

    def _leave_setup(self) -> None:
        self._window.open_title()
        self._drop_setup()

    def _say_why(self, error: Exception) -> None:
        told = str(error)
        if isinstance(error, HostError):
            told = reader().message(error.message, error.details)
        self._window.show_problem(translate("Workshop", "The room cannot be opened"), told)

    def _unfinished(self) -> list[Unfinished]:
        found = []
        for path in unfinished_workshops()[:_MOST_UNFINISHED]:
            with suppress(LogError), EventLog.open(path) as log:
                at, first = log.read()[0]
                if isinstance(first, RoomOpened):
                    when = datetime.fromtimestamp(at / 1000).astimezone()
                    date = f"{calendar_date(when, reader())}, {when:%H:%M}"
                    found.append(Unfinished(path, self._title(first.scenario), date))
        return found

    def _title(self, scenario_id: str) -> str:
        for entry in self._window.entries or ():
            if entry.id == scenario_id and isinstance(entry.scenario, Scenario):
                return reader(entry.scenario).text(entry.scenario.title)
        return scenario_id

    def _kept(self) -> dict[str, Any]:
        store = self._window.store
        with suppress(StoreError):
            kept = store.setting(_SETTING) if store is not None else None
            if isinstance(kept, dict):
                return kept
        return {}

    def _keep(self, **values: str | int) -> None:
        store = self._window.store
        # The workshop can be held without that.
        with suppress(StoreError):
            if store is not None:
                store.set_setting(_SETTING, {**self._kept(), **values})


def _opening(plan: Plan) -> RoomOpened:
    """The first event of a room. Raises PresetError."""
    preset = read_preset(plan.preset) if plan.preset is not None else None
    scenario = plan.scenario
    return RoomOpened(
        room=secrets.token_hex(8),
        scenario=scenario.id,
        content_hash=scenario.content_hash,
        terms=OWN_TERMS if preset is not None else plan.terms,
        seed=new_seed(),
        mode=plan.mode,
        language=plan.language,
        tie_rule=plan.tie_rule,
        teams=plan.teams,
        minutes=plan.minutes,
        provider=plan.provider or (preset.provider if preset is not None else ""),
        policy=policy_fields(preset.policy) if preset is not None else {},
    )


def _listening(host: Host, address: str, port: int) -> Host:
    """The host, listening; where it cannot, it is closed. Raises HostError."""
    try:
        host.start(address, port)
    except BaseException:
        host.close()
        raise
    return host
