"""Saving the papers from the window: ask where, write, say what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from app.engine.review import Review
from app.gui.paper.pdf import Paper, PaperError, save
from app.gui.sheets import problem_sheet
from app.gui.widgets.flow import Flow
from app.gui.widgets.page import Section
from app.gui.widgets.text import Button
from app.play.playthrough import Playthrough
from app.reports.document import certificate_paper, review_paper


class Keeping(Section):
    """The buttons that put the review and the certificate on paper."""

    saved = Signal(str)
    """The path of the file."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("Keeping", "On paper"))
        self._play: Playthrough | None = None
        self._review: Review | None = None
        self.pdf = Button(self.tr("Save as PDF"))
        self.pdf.clicked.connect(self._save_review)
        self.certificate = Button(self.tr("Certificate"))
        self.certificate.clicked.connect(self._save_certificate)
        flow = Flow(260)
        flow.addWidget(self.pdf)
        flow.addWidget(self.certificate)
        self.column.addLayout(flow)

    def show_review(self, play: Playthrough, review: Review) -> None:
        """Offer the papers of this play."""
        self._play, self._review = play, review
        self.set_lead(self.tr("One page each. Nothing leaves this computer."))

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

    def _save(self, title: str, kind: str, make: Callable[[], Paper]) -> None:
        assert self._play is not None
        stem = "-".join(filter(None, (self._play.scenario.id, str(self._play.seed), kind)))
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, _ = QFileDialog.getSaveFileName(
            self, title, QDir(folder).filePath(f"{stem}.pdf"), self.tr("PDF (*.pdf)")
        )
        if not chosen:
            return
        path = Path(chosen if chosen.lower().endswith(".pdf") else f"{chosen}.pdf")
        try:
            save(make(), path)
        except PaperError as error:
            window: QWidget = self.window()
            problem_sheet(window, self.tr("This was not saved"), str(error))
            return
        self.set_lead(self.tr("Saved: {file}").replace("{file}", str(path)))
        self.saved.emit(str(path))


def _finished(play: Playthrough) -> str:
    """When the journal was last written, which is when the story ended; empty without one."""
    path = play.journal_path
    try:
        written = path.stat().st_mtime if path is not None else None
    except OSError:
        written = None
    return "" if written is None else datetime.fromtimestamp(written, UTC).isoformat()
