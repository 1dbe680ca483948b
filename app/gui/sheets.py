"""What lies over a page for a moment: the menu, the keys, and what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.gui.widgets.overlay import Overlay
from app.gui.widgets.text import Button, CopyButton, KeyedButton, Prose, label

if TYPE_CHECKING:
    from app.gui.main_window import MainWindow
    from app.play.playthrough import Playthrough


def play_menu(window: MainWindow, play: Playthrough) -> Overlay:
    """The menu of the play page, and what its buttons do."""
    translate = QCoreApplication.translate
    log = key_name("Ctrl+L")
    entries: list[tuple[str, str, str, Callable[[], None]]] = [
        (translate("Sheets", "Play on"), "forward", "Esc", window.play.choices.focus_first),
        (translate("Sheets", "Map"), "map", "M", window.pages.open_map),
        (translate("Sheets", "The story so far"), "history", "B", window.asides.history),
        (translate("Sheets", "Log book"), "book", log, window.play.show_log),
        (translate("Sheets", "Save a copy here"), "check", "", lambda: _save_copy(window, play)),
        (translate("Sheets", "Settings"), "settings", "", window.open_settings),
        (translate("Sheets", "Keys and help"), "help", "?", window.open_help),
        (translate("Sheets", "To the title (the play is saved)"), "quit", "", window.open_title),
    ]
    if not play.decisions:
        del entries[2]
    # In an examination a copy would be a way back.
    if play.exam or play.journal_path is None:
        entries = [entry for entry in entries if entry[1] != "check"]
    buttons = []
    for text, icon, keys, action in entries:
        button = KeyedButton(text, icon, keys)
        # The menu must be gone before anything else shows.
        button.clicked.connect(partial(QTimer.singleShot, 0, action))
        buttons.append(button)
    return menu_sheet(window.pages, translate("Sheets", "Menu"), tuple(buttons))


def _save_copy(window: MainWindow, play: Playthrough) -> None:
    from app.gui.saved import copy_of

    copy_of(window, play)


def problem_sheet(parent: QWidget, title: str, text: str) -> Overlay:
    """Say what went wrong and what to do, in paragraphs, and let them be copied."""
    content = QWidget()
    prose = Prose("body", leading=112)
    prose.set_paragraphs(text.strip().split("\n\n"))
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 8, 0)
    column.addWidget(prose)
    column.addStretch(1)
    copied = QCoreApplication.translate("Sheets", "The text is copied")
    offer = QCoreApplication.translate("Sheets", "Copy text")
    copy = CopyButton(offer, copied, text.strip(), "")
    copy.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return Overlay(parent, title, content, foot=copy)


def key_name(keys: str) -> str:
    """Keys as the reader's keyboard has them: ``Ctrl+Z`` is ``Strg+Z`` in German."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def key_table(keys: Sequence[tuple[str, str]]) -> QGridLayout:
    """Keys on the left, what they do on the right."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, (key, meaning) in enumerate(keys):
        grid.addWidget(label(key, "small_strong", "accent"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(meaning, "body", wrap=True), row, 1)
    return grid


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
        ("M", QCoreApplication.translate("Sheets", "Map of your play")),
        (
            key_name("Ctrl+L"),
            QCoreApplication.translate("Sheets", "Log book, to read and to write in"),
        ),
        ("B", QCoreApplication.translate("Sheets", "The story so far, to read back in")),
        ("C", QCoreApplication.translate("Sheets", "How sure you are, if you like")),
        ("H", QCoreApplication.translate("Sheets", "A hint, if hints are on in the settings")),
        ("Esc", QCoreApplication.translate("Sheets", "Menu, or back")),
        ("F11", QCoreApplication.translate("Sheets", "Full screen")),
        (
            f"{key_name('Ctrl++')}  {key_name('Ctrl+-')}  {key_name('Ctrl+0')}",
            QCoreApplication.translate("Sheets", "Larger, smaller, usual text"),
        ),
        ("+  −  0", QCoreApplication.translate("Sheets", "Map: nearer, farther, everything")),
        ("?  F1", QCoreApplication.translate("Sheets", "This help")),
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
    column.addLayout(key_table(keys))
    column.addStretch(1)
    return Overlay(parent, QCoreApplication.translate("Sheets", "Keys and help"), content)


def menu_sheet(parent: QWidget, title: str, entries: tuple[Button, ...], told: str = "") -> Overlay:
    """A column of buttons; each closes the menu before it acts. ``told``: what to know before."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(8)
    if told:
        column.addWidget(label(told, "body", wrap=True))
        column.addSpacing(8)
    for entry in entries:
        column.addWidget(entry)
    column.addStretch(1)
    return Overlay(parent, title, content, entries)
