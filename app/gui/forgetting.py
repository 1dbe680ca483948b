"""Deleting one's own data: a question with four boxes, and no way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.gui.language import reader
from app.gui.settings import Settings
from app.gui.theme import theme_of
from app.gui.widgets.overlay import Overlay
from app.gui.widgets.text import Button, Prose, label
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
    offered = (
        (
            translate("Forgetting", "Saved plays"),
            translate("Forgetting", "The trash, unsent results and error reports too."),
        ),
        (
            translate("Forgetting", "Progress"),
            translate("Forgetting", "Reviews and reminders."),
        ),
        (
            translate("Forgetting", "Settings"),
            translate("Forgetting", "Language, looks, and what else you have chosen."),
        ),
        (
            translate("Forgetting", "Workshops"),
            translate("Forgetting", "Held and prepared ones."),
        ),
    )
    boxes = tuple(QCheckBox(name) for name, _ in offered)
    delete = Button(translate("Forgetting", "Delete for good"), "entry", "trash")
    delete.setEnabled(False)
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(12)
    column.addWidget(prose)
    for box, (_, more) in zip(boxes, offered, strict=True):
        box.setProperty("role", "body")
        box.setAccessibleDescription(more)
        box.toggled.connect(lambda: delete.setEnabled(any(box.isChecked() for box in boxes)))
        told = label(more, "small", "muted", wrap=True)
        told.setIndent(theme_of().px(30))
        tick = QVBoxLayout()
        tick.setSpacing(0)
        tick.addWidget(box)
        tick.addWidget(told)
        column.addLayout(tick)
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
        if (progress or settings) and store is not None:
            store.forget_damaged()
    except (OSError, OutboxError, StoreError) as error:
        title = QCoreApplication.translate("Forgetting", "Not everything could be deleted")
        window.show_problem(title, reader().why(error))
    window.close_aside()
    window.open_title()
