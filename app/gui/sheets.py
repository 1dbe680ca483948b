"""What lies over a page for a moment: the menu, the keys, and what went wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.gui.widgets.overlay import Overlay
from app.gui.widgets.text import Button, Prose, label


def play_menu(
    parent: QWidget,
    open_map: Callable[[], None],
    open_settings: Callable[[], None],
    open_help: Callable[[], None],
    leave: Callable[[], None],
) -> Overlay:
    """The menu of the play page, and what its buttons do."""
    translate = QCoreApplication.translate
    on = Button(translate("Sheets", "Play on"), "entry", "forward")
    chart = Button(translate("Sheets", "Map"), "entry", "map")
    # The menu must be gone before another page or the help shows.
    chart.clicked.connect(lambda: QTimer.singleShot(0, open_map))
    settings = Button(translate("Sheets", "Settings"), "entry", "settings")
    settings.clicked.connect(open_settings)
    keys = Button(translate("Sheets", "Keys and help"), "entry", "help")
    keys.clicked.connect(lambda: QTimer.singleShot(0, open_help))
    away = Button(translate("Sheets", "To the title (the play is saved)"), "entry", "quit")
    away.clicked.connect(leave)
    return menu_sheet(parent, translate("Sheets", "Menu"), (on, chart, settings, keys, away))


def problem_sheet(parent: QWidget, title: str, text: str) -> Overlay:
    """Say what went wrong and what to do, in paragraphs that can be copied."""
    content = QWidget()
    prose = Prose("body", leading=112)
    prose.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    prose.set_paragraphs(text.strip().split("\n\n"))
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 8, 0)
    column.addWidget(prose)
    column.addStretch(1)
    return Overlay(parent, title, content)


def key_name(keys: str) -> str:
    """Keys as the reader's keyboard has them: ``Ctrl+Z`` is ``Strg+Z`` in German."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def help_sheet(parent: QWidget) -> Overlay:
    """The keys, and how to read the screen."""
    keys = (
        ("1 – 9", QCoreApplication.translate("Sheets", "Take this choice")),
        ("↑ ↓  Tab", QCoreApplication.translate("Sheets", "Move through choices and parts")),
        ("Enter", QCoreApplication.translate("Sheets", "Take the choice with the ring")),
        (
            QCoreApplication.translate("Sheets", "Page ↑ ↓"),
            QCoreApplication.translate("Sheets", "Read on, read back"),
        ),
        (key_name("Ctrl+Z"), QCoreApplication.translate("Sheets", "Take the last decision back")),
        (key_name("Ctrl+L"), QCoreApplication.translate("Sheets", "Log book")),
        ("M", QCoreApplication.translate("Sheets", "Map of your play")),
        ("H", QCoreApplication.translate("Sheets", "A hint, if hints are on in the settings")),
        ("Esc", QCoreApplication.translate("Sheets", "Menu, or back")),
        ("F11", QCoreApplication.translate("Sheets", "Full screen")),
        ("?", QCoreApplication.translate("Sheets", "This help")),
    )
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(12)
    prose = Prose("body", leading=112)
    prose.set_paragraphs(
        [
            QCoreApplication.translate(
                "Sheets",
                "A card shows what a choice takes, as far as you can know it: time, the "
                "client's money, your own. What it leads to is another matter.",
            ),
            QCoreApplication.translate(
                "Sheets", "Every decision is saved before the next scene shows."
            ),
        ]
    )
    column.addWidget(prose)
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, (key, meaning) in enumerate(keys):
        grid.addWidget(label(key, "small_strong", "accent"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(meaning, "body", wrap=True), row, 1)
    column.addLayout(grid)
    column.addStretch(1)
    return Overlay(parent, QCoreApplication.translate("Sheets", "Keys and help"), content)


def menu_sheet(parent: QWidget, title: str, entries: tuple[Button, ...]) -> Overlay:
    """A column of buttons; each closes the menu before it acts."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(8)
    for entry in entries:
        column.addWidget(entry)
    column.addStretch(1)
    return Overlay(parent, title, content, entries)
