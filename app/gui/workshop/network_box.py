"""Which network phones come over, what stands in their way, and the page to test it with."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.gui.language import reader
from app.gui.theme import theme_of
from app.gui.widgets.counter import Counter
from app.gui.widgets.layouts import clear, show_all
from app.gui.widgets.select import Select
from app.gui.widgets.text import Button, label
from app.gui.workshop.qr import QrCode
from app.workshop.host import Address
from app.workshop.network import Interface, interfaces
from app.workshop.preflight import DEFAULT_PORT, Finding, Level, preflight

_TONES = {Level.FINE: "gain", Level.CHECK: "warning", Level.WRONG: "loss"}
_SIGNS = {Level.FINE: "\N{CHECK MARK}", Level.CHECK: "?", Level.WRONG: "!"}


class Findings(QWidget):
    """What was looked at: a sign, how it is, and what to do about it."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme_of().space(2))
        self._shown: tuple[Finding, ...] = ()

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings."""
        return self._shown

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these."""
        if findings == self._shown:
            return
        self._shown = findings
        clear(self._column)
        for finding in findings:
            row = QHBoxLayout()
            row.setSpacing(theme_of().space(2))
            sign = label(_SIGNS[finding.level], "strong", _TONES[finding.level])
            sign.setAccessibleName(_level_word(finding.level))
            sign.setFixedWidth(theme_of().px(16))
            told = QVBoxLayout()
            told.setSpacing(0)
            told.addWidget(label(finding.text, "body", wrap=True))
            if finding.remedy:
                told.addWidget(label(finding.remedy, "small", "muted", wrap=True))
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(told, 1)
            self._column.addLayout(row)
        show_all(self._column)


class NetworkBox(QFrame):
    """Choose network and port. ``changed``: another one was chosen."""

    changed = Signal()

    def __init__(self, known: tuple[Interface, ...] | None = None) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._fixed = known
        self._interfaces: tuple[Interface, ...] = ()
        self.network = Select()
        self.network.setAccessibleName(self.tr("Network"))
        self.network.setProperty("role", "body")
        self.network.setMinimumHeight(theme_of().px(36))
        self.port = Counter(self.tr("Port"), 1024, 65_535, DEFAULT_PORT)
        self.again = Button(self.tr("Look again"), "link")
        self.findings = Findings()
        theme = theme_of()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(4)] * 4)
        column.setSpacing(theme.space(3))
        column.addWidget(label(self.tr("Network"), "strong"))
        row = QHBoxLayout()
        row.addWidget(self.network, 1)
        row.addWidget(label(self.tr("Port"), "small", "muted"))
        row.addWidget(self.port)
        column.addLayout(row)
        column.addWidget(self.findings)
        column.addWidget(self.again)
        self.look()
        self.network.currentIndexChanged.connect(self._change)
        self.port.changed.connect(self._change)
        self.again.clicked.connect(self.look)

    @property
    def interface(self) -> Interface | None:
        """The network that is chosen."""
        index = self.network.currentIndex()
        return self._interfaces[index] if 0 <= index < len(self._interfaces) else None

    @property
    def address(self) -> str:
        """Its address."""
        return self.interface.address if self.interface else "127.0.0.1"

    def look(self) -> None:
        """Look for networks anew, keeping the one that is chosen if it is still there."""
        before = self.address
        self._interfaces = interfaces() if self._fixed is None else self._fixed
        self.network.blockSignals(True)
        self.network.clear()
        for one in self._interfaces:
            self.network.addItem(_name(one), one.address)
        self.network.setCurrentIndex(max(0, self.network.findData(before)))
        self.network.blockSignals(False)
        self._change()

    def _change(self) -> None:
        found = preflight(self.interface, self.port.value, reader())
        # The phone comes later: nothing listens yet.
        self.findings.show_findings(tuple(one for one in found if one.subject != "phone"))
        self.changed.emit()

    def is_possible(self) -> bool:
        """Whether the room can be opened here: only a port that is taken forbids it."""
        wrong = (one for one in self.findings.shown if one.level is Level.WRONG)
        return not any(one.subject == "port" for one in wrong)


class PhoneTest(QFrame):
    """The test page's address and code, and whether a phone has reached it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        theme = theme_of()
        self.code = QrCode(theme.px(120))
        self.address = label("", "mono", wrap=True)
        self.findings = Findings()
        told = QVBoxLayout()
        told.setSpacing(theme.space(1.5))
        told.addWidget(label(self.tr("Can phones reach this computer?"), "strong", wrap=True))
        told.addWidget(self.address)
        told.addWidget(self.findings)
        told.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[theme.space(4)] * 4)
        row.setSpacing(theme.space(4))
        row.addWidget(self.code)
        row.addLayout(told, 1)

    def show_address(self, address: Address | None, phones: frozenset[str]) -> None:
        """Show the page of a running host, and what reached it."""
        self.code.set_text(address.check if address else "")
        self.address.setText(address.check if address else "")
        if address is None:
            return
        found = preflight(Interface(address.host), address.port, reader(), phones, running=True)
        self.findings.show_findings(tuple(one for one in found if one.subject != "network"))


def _name(interface: Interface) -> str:
    return f"{interface.name}  {interface.address}" if interface.name else interface.address


def _level_word(level: Level) -> str:
    say = reader().message
    return {
        Level.FINE: say("in order"),
        Level.CHECK: say("to be checked"),
        Level.WRONG: say("wrong"),
    }[level]
