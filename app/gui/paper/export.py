"""A finished play as data: choose the form, see the file to the last character, save it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QStandardPaths, Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.engine.review import Review
from app.gui.bridge import Tasks
from app.gui.language import reader
from app.gui.paper.pdf import PaperError, write
from app.gui.paper.sending import sending_sheet
from app.gui.theme import theme_of
from app.gui.widgets.select import Select
from app.gui.widgets.text import Button, label
from app.play.playthrough import Playthrough
from app.reports.recording import recorded
from app.reports.tables import BOM, decisions_csv, results_csv
from app.reports.xapi import Statement, lines, play_statements
from app.store.database import Store
from app.store.folders import database_file
from app.store.identity import pseudonym


@dataclass(frozen=True, slots=True)
class Form:
    """A form of file: how it is called, how its name ends, and its content.

    ``statements`` are those in it, where it is made of any.
    """

    caption: str
    ending: str
    data: bytes
    statements: tuple[Statement, ...] = ()


def forms(play: Playthrough, review: Review) -> list[Form]:
    """Every form of a finished play. Raises StoreError: xAPI has this computer's random name."""
    record = recorded(play, review)
    with Store(database_file()) as store:
        name = pseudonym(store)
    statements = tuple(play_statements(record, play, name))
    translate = QCoreApplication.translate
    return [
        Form(
            translate("Export", "CSV, every option in a row"),
            "decisions.csv",
            decisions_csv([record]),
        ),
        Form(translate("Export", "CSV, the result in a row"), "result.csv", results_csv([record])),
        Form(translate("Export", "xAPI statements"), "xapi.jsonl", lines(statements), statements),
    ]


class Export(QWidget):
    """The forms to choose from, and the file as it will be."""

    saved = Signal(str)
    """The path of the file."""
    failed = Signal(str)
    """What went wrong, and what to do."""

    def __init__(self, stem: str, offered: list[Form], tasks: Tasks | None = None) -> None:
        super().__init__()
        self._stem, self._forms, self._tasks = stem, offered, tasks
        self.form = Select()
        self.form.setAccessibleName(self.tr("Form of the file"))
        self.form.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.form.setMinimumContentsLength(12)
        self.form.addItems([form.caption for form in offered])
        self.form.currentIndexChanged.connect(self._show)
        self.preview = QPlainTextEdit()
        self.preview.setProperty("role", "mono")
        self.preview.setReadOnly(True)
        self.preview.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.preview.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(self.tr("The file to the last character"))
        self.preview.setMinimumHeight(theme_of().px(240))
        self.lead = label(
            self.tr(
                "This is the file to the last character. It names nobody; nothing is sent "
                "unless you say so."
            ),
            "small",
            "muted",
            wrap=True,
        )
        self.save = Button(self.tr("Save"), "primary")
        self.save.clicked.connect(self._save)
        self.send = Button(self.tr("Send…"))
        self.send.clicked.connect(self._send)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.form, 1)
        row.addWidget(self.send)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.lead)
        column.addLayout(row)
        column.addWidget(self.preview)
        self._show()

    def _chosen(self) -> Form:
        return self._forms[max(0, self.form.currentIndex())]

    def _show(self) -> None:
        form = self._chosen()
        self.preview.setPlainText(form.data.decode("utf-8").removeprefix(BOM))
        self.send.setVisible(bool(form.statements) and self._tasks is not None)

    def _send(self) -> None:
        if self._tasks is not None:
            sending_sheet(self.window(), self._chosen().statements, self._tasks)

    def _save(self) -> None:
        form = self._chosen()
        path = ask(self, self.tr("Save the file"), f"{self._stem}-{form.ending}")
        if path is None:
            return
        try:
            write(form.data, path)
        except PaperError as error:
            self.failed.emit(reader().why(error))
            return
        self.lead.setText(self.tr("Saved: {file}").replace("{file}", str(path)))
        self.saved.emit(str(path))


def documents() -> str:
    """Where a dialog for files begins: among the user's documents, else at home.

    A dialog that begins in a folder that is not there can only be cancelled.
    """
    places = QStandardPaths.StandardLocation
    folder = QStandardPaths.writableLocation(places.DocumentsLocation)
    return folder if Path(folder).is_dir() else str(Path.home())


def ask(parent: QWidget, title: str, name: str, kinds: str = "") -> Path | None:
    """Where a file is to go, beginning among the user's documents; None if nowhere."""
    start = QDir(documents()).filePath(name)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, start, kinds)
    if not chosen:
        return None
    ending = Path(name).suffix
    return Path(chosen if chosen.lower().endswith(ending) else f"{chosen}{ending}")
