"""Workshops in the window: set one up, take one up again, run it, leave it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.gui.language import reader
from app.gui.plays import scenario_finder
from app.gui.sheets import menu_sheet
from app.gui.widgets.text import Button
from app.gui.workshop.after_panel import AfterPanel
from app.gui.workshop.cockpit import CockpitScreen
from app.gui.workshop.course import Course
from app.gui.workshop.debrief_desk import DebriefDesk
from app.gui.workshop.debrief_panel import DebriefPanel
from app.gui.workshop.link import HostLink
from app.gui.workshop.plan import Plan, finished, listening, opening, unfinished
from app.gui.workshop.preset_form import PresetForm
from app.gui.workshop.projector import ProjectorWindow
from app.gui.workshop.setup import SetupScreen
from app.play.languages import catalog
from app.store.database import StoreError
from app.workshop import orders
from app.workshop.cockpit import CockpitView
from app.workshop.host import Address, Host, HostError, open_workshop, restore_workshop
from app.workshop.network import interfaces
from app.workshop.preflight import DEFAULT_PORT, free_port
from app.workshop.preset import PresetError, read_preset
from app.workshop.room import Phase

if TYPE_CHECKING:
    from app.gui.main_window import MainWindow
    from app.gui.pages import Pages

translate = QCoreApplication.translate
_SETTING = "workshop"
_LONGEST = 10.0
"""Seconds for a host to answer."""


class Hosting:
    """One workshop at a time, with its cockpit in the window and its projector beside it."""

    def __init__(self, pages: Pages, window: MainWindow) -> None:
        self._pages = pages
        self._window = window
        self._setup: SetupScreen | None = None
        self.cockpit: CockpitScreen | None = None
        self.projector: ProjectorWindow | None = None
        self.link: HostLink | None = None
        self.desk: DebriefDesk | None = None
        self._course: Course | None = None

    # --- before ----------------------------------------------------------------------------

    def open(self) -> None:
        """Show the set-up page, or the cockpit of a workshop that runs."""
        if self.cockpit is not None:
            self._show(self.cockpit)
            return
        entries = self._window.entries or ()
        scenarios = [entry.scenario for entry in entries if entry.scenario is not None]
        self._drop_setup()
        page = SetupScreen(scenarios, unfinished(scenarios), finished(scenarios))
        kept = self._kept()
        page.provider.setText(str(kept.get("provider", "")))
        page.provider_address.setText(str(kept.get("provider_address", "")))
        page.contact.setText(str(kept.get("contact", "")))
        page.open_wanted.connect(self._open_room)
        page.resume_wanted.connect(self._resume)
        page.back_wanted.connect(self._leave_setup)
        page.product_wanted.connect(self.edit_product)
        self._setup = page
        self._show(page)
        page.focus_first()

    def edit_product(self, path: Path | None) -> None:
        """The form for one's own insurance product, over the set-up."""
        setup = self._setup
        if setup is None:
            return
        try:
            form = PresetForm(read_preset(path) if path is not None else None)
        except PresetError as error:
            self._say_why(error)
            return

        def close(saved: Path | None) -> None:
            self._show(setup)
            self._pages.discard(form)
            setup.show_terms(saved)

        form.saved.connect(close)
        form.back_wanted.connect(partial(close, None))
        self._show(form)
        form.focus_first()

    def _open_room(self, plan: Plan) -> None:
        try:
            opened = opening(plan)
        except PresetError as error:
            self._say_why(error)
            return
        self._keep(
            provider=plan.provider, provider_address=plan.provider_address, contact=plan.contact
        )

        def work() -> Host:
            host = open_workshop(plan.scenario, opened)
            try:
                return listening(host, plan.address, plan.port)
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
            if host.ask(lambda room: room.phase).result(_LONGEST) is Phase.OVER:
                return host
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
            return listening(host, address, wanted)

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
        link, tasks = self.link, self._window.tasks
        self.desk = desk = DebriefDesk(link, tasks, self.cockpit)
        self._course = Course(self.cockpit, link, desk, self._pages, self.show_projector)
        self._course.left.connect(self.leave)
        told = DebriefPanel(desk, catalog(host.opened.language))
        told.part_wanted.connect(lambda step: link.do(orders.debrief, step))
        self.cockpit.add_panel(Phase.DEBRIEF, told)
        self.cockpit.add_panel(Phase.OVER, AfterPanel(link, tasks, self._pages))
        self.link.changed.connect(self._show_address)
        self._drop_setup()
        self._show(self.cockpit)
        self.cockpit.focus_first()
        # The scenario's own words hold the facilitator's guide: the wall gets views in words.
        words = catalog(host.opened.language)
        self.projector = ProjectorWindow(self.link.wall, words, address)
        self.projector.wall.lobby.set_provider(host.opened.provider, host.opened.logo)
        if address is not None:
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
        link.deleteLater()
        if self.projector is not None:
            self.projector.close()
            self.projector.deleteLater()
        if self.cockpit is not None:
            self._pages.discard(self.cockpit)
        self.projector = self.cockpit = self._course = self.desk = None
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
        told = reader().why(error)
        self._window.show_problem(translate("Workshop", "The room cannot be opened"), told)

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
