"""After the workshop: everything into one folder, to a store if wished, and personal data gone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.engine.solver.cache import SolverCache
from app.gui.bridge import Tasks
from app.gui.language import reader
from app.gui.paper.export import documents
from app.gui.paper.pdf import PaperError
from app.gui.paper.sending import sending_sheet
from app.gui.paper.workshop_files import save_workshop
from app.gui.sheets import menu_sheet, problem_sheet
from app.gui.theme import theme_of
from app.gui.widgets.flow import Flow
from app.gui.widgets.scroll import Scroll
from app.gui.widgets.text import Button, label
from app.gui.workshop.debrief_desk import session_of
from app.gui.workshop.link import HostLink
from app.reports.session import Attendee, Session
from app.reports.xapi import session_statements
from app.workshop import orders
from app.workshop.cockpit import CockpitView
from app.workshop.room import Phase
from app.workshop.session import attendees

_MOST_MINUTES = 24 * 60


class AfterPanel(Scroll):
    """What can be done once the workshop is over; ``over``: where sheets are laid."""

    def __init__(self, link: HostLink, tasks: Tasks, over: QWidget) -> None:
        inner = QWidget()
        super().__init__(inner)
        self._link = link
        self._tasks = tasks
        self._over = over
        self._cache = SolverCache()
        self._filled = False
        self._folder: Path | None = None
        self.people = QTableWidget(0, 2)
        self.people.setProperty("role", "body")
        self.people.setAccessibleName(self.tr("Who gets a certificate"))
        self.people.setHorizontalHeaderLabels(
            [self.tr("Surname and first name"), self.tr("Minutes")]
        )
        self.people.verticalHeader().hide()
        self.people.setTabKeyNavigation(False)
        mode = QHeaderView.ResizeMode
        self.people.horizontalHeader().setSectionResizeMode(0, mode.Stretch)
        self.people.setMinimumHeight(theme_of().px(190))
        self.more = Button(self.tr("Another line"), "link")
        self.more.clicked.connect(lambda: self._add("", 0))
        self.fewer = Button(self.tr("Delete the line"), "link")
        self.fewer.clicked.connect(lambda: self.people.removeRow(self.people.currentRow()))
        self.save = Button(self.tr("Save everything…"), "primary")
        self.save.clicked.connect(self._save)
        self.open = Button(self.tr("Open the folder"))
        self.open.clicked.connect(self._open)
        self.open.hide()
        self.send = Button(self.tr("Send to a learning record store…"))
        self.send.clicked.connect(self._send)
        self.forget = Button(self.tr("Delete all personal data…"))
        self.forget.clicked.connect(self._ask_to_forget)
        self.outcome = label("", "body", "accent", wrap=True)
        self._arrange(inner)
        link.changed.connect(self._fill)

    def attendees(self) -> tuple[Attendee, ...]:
        """Who gets a certificate, as the table says; lines without a name are written by hand."""
        found = []
        for row in range(self.people.rowCount()):
            name, minutes = self.people.item(row, 0), self.people.item(row, 1)
            typed = minutes.text().strip() if minutes is not None else ""
            number = int(typed) if typed.isdecimal() else 0
            text = name.text().strip() if name is not None else ""
            found.append(Attendee(text, min(number, _MOST_MINUTES)))
        return tuple(found)

    # --- what the buttons do -----------------------------------------------------------------

    def _save(self) -> None:
        title = self.tr("Save everything in which folder?")
        chosen = QFileDialog.getExistingDirectory(self, title, documents())
        if not chosen:
            return
        people = self.attendees()

        def write(session: Session) -> None:
            try:
                paths = save_workshop(session, self._link.host.scenario, Path(chosen), people)
            except PaperError as error:
                self._failed(error)
                return
            self._folder = paths[0].parent
            told = self.tr("Saved in {folder}: {files}")
            names = ", ".join(path.name for path in paths)
            folder = str(self._folder)
            self.outcome.setText(told.replace("{folder}", folder).replace("{files}", names))
            self.open.show()

        self._work(write)

    def _send(self) -> None:
        def ask(session: Session) -> None:
            statements = session_statements(session, self._link.host.scenario)
            self.outcome.setText("")
            sending_sheet(self._over, statements, self._tasks)

        self._work(ask)

    def _work(self, then: Callable[[Session], None]) -> None:
        """Work the session out beside the window, then go on with it."""
        self._enable(False)
        self.outcome.setText(self.tr("The figures are being worked out…"))
        link, cache = self._link, self._cache

        def done(session: Session) -> None:
            self._enable(True)
            then(session)

        self._tasks.run(lambda: session_of(link, cache)[0].session, done, self._failed)

    def _ask_to_forget(self) -> None:
        yes = Button(self.tr("Delete them now"), "entry", "trash")
        yes.clicked.connect(
            lambda: self._link.do(orders.delete_personal_data, then=self._forgotten)
        )
        told = self.tr(
            "Names, devices and commitments are deleted from this computer for good. Votes "
            "stay; they are stored without names. Saved files stay as well."
        )
        menu_sheet(self._over, self.tr("Delete all personal data?"), (yes,), told)

    def _forgotten(self) -> None:
        self.people.setRowCount(0)
        self.outcome.setText(self.tr("All personal data is deleted."))

    def _open(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _failed(self, error: Exception) -> None:
        self._enable(True)
        self.outcome.setText("")
        problem_sheet(self._over, self.tr("This was not saved"), reader().why(error))

    # --- inside ------------------------------------------------------------------------------

    def _fill(self, view: CockpitView) -> None:
        if view.projector.phase is not Phase.OVER or self._filled:
            return
        self._filled = True
        for one in attendees(self._link.host.record()):
            if one.name:
                self._add(one.name, one.minutes)
        # Not on the big button, which leaves: this must not be forgotten.
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, name: str, minutes: int) -> None:
        row = self.people.rowCount()
        self.people.insertRow(row)
        self.people.setItem(row, 0, QTableWidgetItem(name))
        if not minutes:
            minutes = max((one.minutes for one in self.attendees()), default=0)
        cell = QTableWidgetItem(str(minutes))
        cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.people.setItem(row, 1, cell)

    def _enable(self, on: bool) -> None:
        for button in (self.save, self.send, self.forget):
            button.setEnabled(on)

    def _arrange(self, inner: QWidget) -> None:
        theme = theme_of()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.space(3), 0)
        column.setSpacing(theme.space(3))
        column.addWidget(label(self.tr("What the workshop leaves"), "title", wrap=True))
        told = self.tr(
            "One folder with the report (PDF), tables (CSV), statements (xAPI) and a "
            "certificate for everybody below. Phones can still print their own."
        )
        column.addWidget(label(told, "body", "muted", wrap=True))
        column.addWidget(label(self.tr("Who gets a certificate"), "strong"))
        column.addWidget(self.people)
        lines = QHBoxLayout()
        lines.addWidget(self.more)
        lines.addWidget(self.fewer)
        lines.addStretch(1)
        column.addLayout(lines)
        buttons = Flow(345)
        for button in (self.save, self.open, self.send, self.forget):
            buttons.addWidget(button)
        column.addLayout(buttons)
        column.addWidget(self.outcome)
        column.addStretch(1)
