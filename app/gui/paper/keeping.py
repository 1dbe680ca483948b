"""Saving papers and data from the window: ask where, write, say what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from app.engine.review import Review
from app.gui.bridge import Tasks
from app.gui.language import reader
from app.gui.paper.export import Export, ask, forms
from app.gui.paper.pdf import Paper, PaperError, save
from app.gui.sheets import problem_sheet
from app.gui.widgets.flow import Flow
from app.gui.widgets.overlay import Overlay
from app.gui.widgets.page import Section
from app.gui.widgets.text import Button
from app.play.playthrough import Playthrough
from app.reports.document import certificate_paper, review_paper
from app.store.database import StoreError


class Keeping(Section):
    """The buttons that put the review and the certificate on paper, and the play into a file."""

    saved = Signal(str)
    """The path of the file."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("Keeping", "To take with you"))
        self._play: Playthrough | None = None
        self._review: Review | None = None
        self._tasks: Tasks | None = None
        self.pdf = Button(self.tr("Save as PDF"))
        self.pdf.clicked.connect(self._save_review)
        self.certificate = Button(self.tr("Certificate"))
        self.certificate.clicked.connect(self._save_certificate)
        self.data = Button(self.tr("Export as data"))
        self.data.clicked.connect(self._export)
        flow = Flow(220)
        for button in (self.pdf, self.certificate, self.data):
            flow.addWidget(button)
        self.column.addLayout(flow)

    def show_review(self, play: Playthrough, review: Review, tasks: Tasks | None = None) -> None:
        """Offer the papers of this play; with ``tasks`` its data can be sent as well."""
        self._play, self._review, self._tasks = play, review, tasks
        self.set_lead(self.tr("Nothing leaves this computer unless you send it."))

    def _save_review(self) -> None:
        play, review = self._play, self._review
        if play is not None and review is not None:
            self._save(self.tr("Save the review"), "", lambda: review_paper(play, review))

    def _save_certificate(self) -> None:
        play, review = self._play, self._review
        if play is None or review is None:
            return
        name, agreed = QInputDialog.getText(
            self,
            self.tr("Certificate"),
            self.tr("Name on the certificate. Leave it empty to write it by hand; it is not kept."),
        )
        if agreed:
            self._save(
                self.tr("Save the certificate"),
                self.tr("certificate"),
                lambda: certificate_paper(play, review, name, _finished(play)),
            )

    def _export(self) -> None:
        play, review = self._play, self._review
        if play is None or review is None:
            return
        window: QWidget = self.window()
        problem = self.tr("This was not saved")
        try:
            offered = forms(play, review)
        except StoreError as error:
            problem_sheet(window, problem, reader().why(error))
            return
        part = Export(f"{play.scenario.id}-{play.seed}", offered, self._tasks)
        part.saved.connect(self._tell_saved)
        part.failed.connect(lambda text: problem_sheet(window, problem, text))
        Overlay(window, self.tr("Export as data"), part)

    def _save(self, title: str, kind: str, make: Callable[[], Paper]) -> None:
        assert self._play is not None
        stem = "-".join(filter(None, (self._play.scenario.id, str(self._play.seed), kind)))
        path = ask(self, title, f"{stem}.pdf", self.tr("PDF (*.pdf)"))
        if path is None:
            return
        try:
            save(make(), path)
        except PaperError as error:
            window: QWidget = self.window()
            problem_sheet(window, self.tr("This was not saved"), reader().why(error))
            return
        self._tell_saved(str(path))

    def _tell_saved(self, path: str) -> None:
        self.set_lead(self.tr("Saved: {file}").replace("{file}", path))
        self.saved.emit(path)


def _finished(play: Playthrough) -> str:
    """When the journal was last written, which is when the story ended; empty without one."""
    path = play.journal_path
    try:
        written = path.stat().st_mtime if path is not None else None
    except OSError:
        written = None
    return "" if written is None else datetime.fromtimestamp(written, UTC).isoformat()
