"""The way into somebody else's workshop: address and code, as the wall says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit

from app.gui.theme import theme_of
from app.gui.widgets.framed import FramedPage
from app.gui.widgets.text import Button, label
from app.workshop.join import JoinError, parse_address
from app.workshop.orders import MAX_NAME


class JoinScreen(FramedPage):
    """``join_wanted`` carries host, port, code and name."""

    join_wanted = Signal(str, int, str, str)

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("JoinScreen", "Join a workshop"))
        self.address = self._field(
            self.tr("Address on the wall"), self.tr("192.168.1.5:8321, or the whole address")
        )
        self.code = self._field(self.tr("Code on the wall"), "")
        self.name = self._field(self.tr("Your name (you may leave it empty)"), "")
        self.name.setMaxLength(MAX_NAME)
        self.enter = Button(self.tr("Join"), "primary")
        self.enter.clicked.connect(self._join)
        self.browser = Button(self.tr("Open it in the browser instead"), "link")
        self.browser.clicked.connect(self._open_browser)
        self.outcome = label("", "body", "warning", wrap=True)
        self.column.addSpacing(theme_of().space(3))
        self.column.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.outcome)
        self.column.addWidget(self.browser, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def focus_first(self) -> None:
        """Put the keyboard on the address."""
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, text: str) -> None:
        """Say what happens, or why one is not in."""
        self.outcome.setText(text)
        self.enter.setEnabled(True)

    def _field(self, caption: str, example: str) -> QLineEdit:
        field = QLineEdit()
        field.setProperty("role", "body")
        field.setAccessibleName(caption)
        field.setPlaceholderText(example)
        field.setMaximumWidth(theme_of().px(420))
        field.returnPressed.connect(self._join)
        self.column.addWidget(label(caption, "strong"))
        self.column.addWidget(field)
        return field

    def _join(self) -> None:
        try:
            host, port, code = parse_address(self.address.text())
        except JoinError:
            why = self.tr("Type the address as the wall says it; it looks like {example}.")
            self.tell(why.replace("{example}", "192.168.1.5:8321"))
            self.focus_first()
            return
        code = self.code.text().strip() or code
        if not code:
            self.tell(self.tr("The code of five letters is missing; it is on the wall, too."))
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.enter.setEnabled(False)
        self.outcome.setText(self.tr("Joining…"))
        self.join_wanted.emit(host, port, code, self.name.text().strip())

    def _open_browser(self) -> None:
        try:
            host, port, code = parse_address(self.address.text())
        except JoinError:
            self._join()
            return
        code = self.code.text().strip() or code
        url = QUrl(f"http://{host}:{port}/")
        url.setQuery(f"c={code}" if code else "")
        QDesktopServices.openUrl(url)
