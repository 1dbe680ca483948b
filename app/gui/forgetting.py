"""Deleting one's own data: a question with four boxes, and no way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.gui.settings import Settings
from app.gui.widgets.overlay import Overlay
from app.gui.widgets.text import Button, Prose
from app.store import folders, lrs_settings, shelf
from app.store.database import StoreError
from app.store.progress import forget_progress

if TYPE_CHECKING:
    from app.gui.main_window import MainWindow


def forget_sheet(window: MainWindow) -> Overlay:
    """Ask what to delete, and delete it."""
    translate = QCoreApplication.translate
    content = QWidget()
    prose = Prose("body", leading=112)
    prose.set_paragraphs(
        [translate("Forgetting", "What is deleted here is gone for good. Tick what should go.")]
    )
    boxes = (
        QCheckBox(
            translate("Forgetting", "Saved plays: the trash, unsent results, error reports too")
        ),
        QCheckBox(translate("Forgetting", "Progress: reviews, reminders")),
        QCheckBox(translate("Forgetting", "Settings")),
        QCheckBox(translate("Forgetting", "Workshops, held and prepared")),
    )
    delete = Button(translate("Forgetting", "Delete for good"), "entry", "trash")
    delete.setEnabled(False)
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(12)
    column.addWidget(prose)
    for box in boxes:
        box.setProperty("role", "body")
        box.toggled.connect(lambda: delete.setEnabled(any(box.isChecked() for box in boxes)))
        column.addWidget(box)
    column.addWidget(delete)
    column.addStretch(1)

    def carry_out() -> None:
        plays, progress, settings, workshops = (box.isChecked() for box in boxes)
        # The sheet must be gone before another page or a problem shows.
        QTimer.singleShot(
            0,
            lambda: forget(
                window, plays=plays, progress=progress, settings=settings, workshops=workshops
            ),
        )

    delete.clicked.connect(carry_out)
    sheet = Overlay(window.pages, translate("Forgetting", "Delete my data"), content, [delete])
    boxes[0].setFocus()
    return sheet


def forget(
    window: MainWindow, *, plays: bool, progress: bool, settings: bool, workshops: bool = False
) -> None:
    """Delete what is asked for, and go to the title where a play is gone."""
    from app.reports.outbox import Outbox, OutboxError
    from app.workshop.preset import presets_folder

    store = window.store
    try:
        if plays:
            window.desk.play = None
            shelf.forget_plays(store)
            Outbox().forget()
        if workshops:
            shelf.forget_folder(folders.workshops_folder())
            shelf.forget_folder(presets_folder())
        if progress and store is not None:
            forget_progress(store)
        if settings:
            if store is not None:
                store.forget_settings()
            lrs_settings.forget()
            window.change_settings(Settings())
    except (OSError, OutboxError, StoreError) as error:
        title = QCoreApplication.translate("Forgetting", "Not everything could be deleted")
        window.show_problem(title, str(error))
    window.close_aside()
    window.open_title()
