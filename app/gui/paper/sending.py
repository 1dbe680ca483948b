"""Sending statements to a learning record store that the user names, beside the window."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.gui.bridge import Tasks
from app.gui.language import reader
from app.gui.widgets.overlay import Overlay
from app.gui.widgets.text import Button, label, set_tone
from app.reports.lrs import Lrs, LrsError
from app.reports.outbox import Delivery, Outbox
from app.reports.xapi import Statement
from app.store import lrs_settings
from app.store.lrs_settings import Endpoint, LrsSettingsError

_TIMEOUT = 10.0
_TRIES = 2


class Sending(QWidget):
    """Asks for the store and sends to it; what cannot be sent waits on this computer."""

    ended = Signal()
    """Sent, or not: the line below the button says which."""
    told = Signal()
    """There is a line below the button, which needs room."""

    def __init__(self, statements: Sequence[Statement], tasks: Tasks) -> None:
        super().__init__()
        self._statements, self._tasks = statements, tasks
        self._stopped = Event()
        tasks.stopping.connect(self._stopped.set)
        self.address = self._field(self.tr("Address of the store"))
        self.address.setPlaceholderText("https://lrs.example.com/xapi")
        self.key = self._field(self.tr("Key, or user name"))
        self.secret = self._field(self.tr("Secret"))
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.keep = QCheckBox(self.tr("Keep address and key on this computer"))
        self.keep.setProperty("role", "body")
        self.send = Button(self.tr("Send now"), "primary")
        self.send.clicked.connect(self._send)
        self.outcome = label("", "body", wrap=True)
        self.outcome.hide()
        lead = self.tr(
            "{n} statements go to the store that you name, and nowhere else. When it cannot be "
            "reached they wait on this computer, and go with the next ones."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        lead = lead.replace("{n}", str(len(statements)))
        column.addWidget(label(lead, "small", "muted", wrap=True))
        for field in (self.address, self.key, self.secret):
            column.addSpacing(4)
            column.addWidget(label(field.accessibleName(), "small_strong"))
            column.addWidget(field)
        column.addSpacing(4)
        column.addWidget(self.keep)
        column.addWidget(self.send)
        column.addWidget(self.outcome)
        column.addStretch(1)
        self._fill()

    def _field(self, caption: str) -> QLineEdit:
        field = QLineEdit()
        field.setProperty("role", "body")
        field.setAccessibleName(caption)
        field.returnPressed.connect(self._send)
        return field

    def _fill(self) -> None:
        try:
            known = lrs_settings.load()
        except LrsSettingsError as error:
            self._tell(_worded(error), "warning")
            return
        if known is not None:
            self.address.setText(known.url)
            self.key.setText(known.key)
            self.secret.setText(known.secret)
            self.keep.setChecked(True)

    def _send(self) -> None:
        if not self.send.isEnabled():
            return
        try:
            endpoint = self._endpoint()
            if self.keep.isChecked():
                lrs_settings.save(endpoint)
        except LrsSettingsError as error:
            self._tell(_worded(error), "warning")
            return
        self.send.setEnabled(False)
        self._tell(self.tr("Sending…"), "")
        statements, lrs = self._statements, _Stoppable(endpoint, self._stopped)

        def work() -> Delivery:
            box = Outbox()
            box.add(statements)
            return box.send(lrs, tries=_TRIES, sleep=self._stopped.wait)

        self._tasks.run(work, self._done, self._failed)

    def _endpoint(self) -> Endpoint:
        address = self.address.text()
        known = lrs_settings.load()
        if known is not None and known.token and not self.key.text() and known.url == address:
            return known
        return Endpoint(address, self.key.text(), self.secret.text())

    def _done(self, delivery: Delivery) -> None:
        if not isValid(self):  # the sheet was closed meanwhile; the outbox knows
            return
        parts = [self.tr("Sent: {n}.").replace("{n}", str(delivery.sent))]
        if delivery.refused:
            parts.append(
                self.tr("Refused and set aside: {n}.").replace("{n}", str(delivery.refused))
            )
        if delivery.waiting:
            parts.append(self.tr("Waiting: {n}.").replace("{n}", str(delivery.waiting)))
        if delivery.problem is not None:
            parts.append(_worded(delivery.problem))
        bad = delivery.refused or delivery.waiting
        self._tell(" ".join(parts), "warning" if bad else "accent")
        self._end()

    def _failed(self, error: Exception) -> None:
        if isValid(self):
            self._tell(_worded(error), "warning")
            self._end()

    def _tell(self, text: str, tone: str) -> None:
        self.outcome.setText(text)
        self.outcome.show()
        set_tone(self.outcome, tone)
        self.told.emit()

    def _end(self) -> None:
        self.send.setEnabled(True)
        self.ended.emit()


class _Stoppable(Lrs):
    """Sends nothing more once the window closes."""

    def __init__(self, endpoint: Endpoint, stopped: Event) -> None:
        super().__init__(endpoint, _TIMEOUT)
        self._stopped = stopped

    def post(self, statements: Sequence[Statement]) -> None:
        if self._stopped.is_set():
            raise LrsError("the window was closed")
        super().post(statements)


def sending_sheet(parent: QWidget, statements: Sequence[Statement], tasks: Tasks) -> Overlay:
    """The sheet over a window that asks where to send statements, and sends them."""
    part = Sending(statements, tasks)
    title = QCoreApplication.translate("Sending", "Send the statements")
    sheet = Overlay(parent, title, part)
    part.told.connect(sheet.follow)
    part.address.setFocus()
    return sheet


def _worded(error: Exception) -> str:
    """What went wrong, in the window's language, as a sentence."""
    text = reader().why(error)
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
