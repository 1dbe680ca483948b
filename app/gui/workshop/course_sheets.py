"""Sheets over the cockpit: decisions to go back to, paper votes, a person, the keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.gui.language import reader
from app.gui.sheets import key_name, key_table, menu_sheet
from app.gui.theme import theme_of
from app.gui.widgets.counter import Counter
from app.gui.widgets.overlay import Overlay
from app.gui.widgets.select import Select
from app.gui.widgets.text import Button, label
from app.workshop.cockpit import PersonView, RoundView, TrackView
from app.workshop.orders import MAX_NAME, MAX_PAPER
from app.workshop.views import team_label

translate = QCoreApplication.translate


def rounds_sheet(
    parent: QWidget, title: str, rounds: Sequence[RoundView], take: Callable[[int], None]
) -> Overlay:
    """A list of the decisions that were taken; ``take`` gets the step of the one chosen."""
    entries = []
    for one in rounds:
        text = f"{one.step + 1}. {one.title}: {one.choice}"
        button = Button(text, "entry")
        # A sheet does not grow; what does not fit ends in dots and is spoken in full.
        dots, room = Qt.TextElideMode.ElideRight, theme_of().px(440)
        button.ensurePolished()
        button.setText(button.fontMetrics().elidedText(text, dots, room).replace("&", "&&"))
        button.setToolTip(text)
        button.clicked.connect(lambda _=False, step=one.step: take(step))
        entries.append(button)
    return menu_sheet(parent, title, tuple(entries))


def paper_sheet(
    parent: QWidget, track: TrackView, save: Callable[[Mapping[str, int]], None]
) -> Overlay:
    """Type in how many voted on paper for each choice."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(12)
    told = translate("Workshop", "They count as the others do; what you typed before is replaced.")
    column.addWidget(label(told, "body", "muted", wrap=True))
    grid = QGridLayout()
    grid.setColumnStretch(0, 1)
    before = dict(track.paper)
    fields: dict[str, Counter] = {}
    for row, choice in enumerate(track.scene.choices if track.scene else ()):
        field = Counter(choice.text, 0, MAX_PAPER, before.get(choice.id, 0))
        fields[choice.id] = field
        grid.addWidget(label(choice.text, "body", wrap=True), row, 0)
        grid.addWidget(field, row, 1)
    column.addLayout(grid)
    ready = Button(translate("Workshop", "Count these"), "primary")
    ready.clicked.connect(lambda: save({id_: field.value for id_, field in fields.items()}))
    column.addWidget(ready, 0, Qt.AlignmentFlag.AlignRight)
    column.addStretch(1)
    title = translate("Workshop", "Paper votes")
    title = f"{title}: {track.label}" if track.label else title
    sheet = Overlay(parent, title, content, (ready,))
    first = next(iter(fields.values()), None)
    if first is not None:
        first.field.setFocus(Qt.FocusReason.OtherFocusReason)
        first.field.selectAll()
    return sheet


def person_sheet(
    parent: QWidget,
    person: PersonView,
    teams: Sequence[str],
    rename: Callable[[str], None],
    move: Callable[[str], None],
    remove: Callable[[], None],
) -> Overlay:
    """Another name, another team, or out."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(12)
    name = QLineEdit("" if person.label.isdecimal() else person.label)
    name.setMaxLength(MAX_NAME)
    name.setAccessibleName(translate("Workshop", "Name"))
    named = Button(translate("Workshop", "Rename"))
    named.clicked.connect(lambda: rename(name.text()))
    column.addLayout(_row(name, named))
    entries = [named]
    if teams:
        team = Select()
        team.setAccessibleName(translate("Workshop", "Team"))
        for id_ in teams:
            team.addItem(team_label(id_, reader()), id_)
        team.setCurrentIndex(max(0, team.findData(person.team)))
        moved = Button(translate("Workshop", "Move"))
        moved.clicked.connect(lambda: move(str(team.currentData())))
        column.addLayout(_row(team, moved))
        entries.append(moved)
    out = Button(translate("Workshop", "Send this phone out"), "entry", "quit")
    out.clicked.connect(remove)
    column.addWidget(out)
    entries.append(out)
    column.addStretch(1)
    sheet = Overlay(parent, person.label, content, entries)
    name.setFocus(Qt.FocusReason.OtherFocusReason)
    return sheet


def keys_sheet(parent: QWidget) -> Overlay:
    """The keys of the cockpit."""
    keys = (
        (translate("Workshop", "Space"), translate("Workshop", "The next step (the big button)")),
        ("T", translate("Workshop", "One more minute, or start a timer")),
        ("P", translate("Workshop", "Break, or go on")),
        ("B", translate("Workshop", "Darken the projector, or light it")),
        (key_name("Ctrl+Z"), translate("Workshop", "Take the last step back")),
        ("R", translate("Workshop", "Back to a decision")),
        ("W", translate("Workshop", "What if: the same server, another way")),
        ("V", translate("Workshop", "Vote again, after a discussion")),
        ("N", translate("Workshop", "Type in paper votes")),
        ("D", translate("Workshop", "Skip to the debrief")),
        ("F11", translate("Workshop", "Full screen (in the projector's window too)")),
        ("?", translate("Workshop", "This help")),
    )
    content = QWidget()
    content.setLayout(key_table(keys))
    return Overlay(parent, translate("Workshop", "Keys in the cockpit"), content)


def _row(field: QWidget, button: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(field, 1)
    row.addWidget(button)
    return row
