"""The middle of the cockpit before the story: how people come in, and whether they can."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.gui.theme import theme_of
from app.gui.widgets.scroll import Scroll
from app.gui.widgets.text import Button, label
from app.gui.workshop.network_box import PhoneTest
from app.gui.workshop.qr import QrCode
from app.workshop.host import Address


class LobbyPanel(Scroll):
    """``network_wanted``: listen in another network."""

    network_wanted = Signal()

    def __init__(self) -> None:
        inner = QWidget()
        super().__init__(inner)
        theme = theme_of()
        card = QFrame()
        card.setProperty("surface", "card")
        self.code = QrCode(theme.px(170))
        self.address = label("", "title")
        self.letters = label("", "display", "accent")
        self.other = Button(self.tr("Another network…"), "link")
        self.other.clicked.connect(self.network_wanted)
        told = QVBoxLayout()
        told.setSpacing(theme.space(1))
        told.addWidget(label(self.tr("The wall shows how to join"), "strong", wrap=True))
        told.addWidget(self.address)
        told.addWidget(self.letters)
        told.addWidget(self.other)
        told.addStretch(1)
        row = QHBoxLayout(card)
        row.setContentsMargins(*[theme.space(4)] * 4)
        row.setSpacing(theme.space(4))
        row.addWidget(self.code)
        row.addLayout(told, 1)
        self.test = PhoneTest()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.space(3), 0)
        column.setSpacing(theme.space(3))
        column.addWidget(card)
        column.addWidget(self.test)
        text = self.tr(
            "Begin when most are in; others can join at any time. Phones that sleep or reload "
            "find back by themselves."
        )
        column.addWidget(label(text, "body", "muted", wrap=True))
        column.addStretch(1)

    def show_address(self, address: Address | None, phones: frozenset[str]) -> None:
        """Where phones go, and which have reached the test page."""
        self.code.set_text(address.url if address else "")
        self.address.setText(address.short if address else self.tr("Nothing listens now"))
        self.letters.setText("\N{THIN SPACE}".join(address.code) if address else "")
        self.letters.setAccessibleName(" ".join(address.code) if address else "")
        self.test.show_address(address, phones)
