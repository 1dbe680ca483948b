"""Asks for the name of a saved play."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.gui.widgets.overlay import Overlay
from app.gui.widgets.text import Button, label
from app.store.shelf import MAX_NAME


def name_sheet(
    parent: QWidget, title: str, told: str, name: str, done: Callable[[str], None]
) -> Overlay:
    """A field with ``name`` in it; ``done`` gets what is there when it is agreed to."""
    content = QWidget()
    field = QLineEdit(name)
    field.setProperty("role", "body")
    field.setMaxLength(MAX_NAME)
    field.setAccessibleName(QCoreApplication.translate("Naming", "Name"))
    field.setPlaceholderText(field.accessibleName())
    agree = Button(QCoreApplication.translate("Naming", "Save"), "entry", "check")
    # The sheet must be gone before another shows.
    agree.clicked.connect(lambda: QTimer.singleShot(0, lambda: done(field.text())))
    field.returnPressed.connect(agree.click)
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(12)
    column.addWidget(label(told, "body", wrap=True))
    column.addWidget(field)
    column.addWidget(agree)
    column.addStretch(1)
    sheet = Overlay(parent, title, content, [agree])
    field.setFocus()
    field.selectAll()
    return sheet
