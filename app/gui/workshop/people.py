"""Who is in the room: who has voted, whose vote is awaited, who has dropped out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.gui.language import reader
from app.gui.theme import theme_of
from app.gui.widgets.text import Button, label
from app.workshop.cockpit import CockpitView, PersonView
from app.workshop.events import Mode
from app.workshop.views import team_label

_ID = int(Qt.ItemDataRole.UserRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


class PeoplePanel(QWidget):
    """``person_wanted``: what can be done about somebody, by id."""

    person_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.counts = label("", "strong", wrap=True)
        self.missing = label("", "small", "muted", wrap=True)
        self.list = _List()
        self.list.setProperty("role", "body")
        self.list.setAccessibleName(self.tr("People in the room"))
        self.list.itemActivated.connect(self._ask)
        self.list.itemSelectionChanged.connect(self._enable)
        self.change = Button(self.tr("Change…"), "quiet", "pencil")
        self.change.setToolTip(self.tr("Another name or team, or send a phone out"))
        self.change.setEnabled(False)
        self.change.clicked.connect(self._ask)
        self._shown: tuple[PersonView, ...] = ()
        theme = theme_of()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1.5))
        head = QHBoxLayout()
        head.addWidget(self.counts, 1)
        head.addWidget(self.change)
        column.addLayout(head)
        column.addWidget(self.missing)
        column.addWidget(self.list, 1)

    def show_view(self, view: CockpitView) -> None:
        """Show everybody, those whose vote is missing first."""
        wall = view.projector
        counts = self.tr("Connected: {n} of {all}")
        self.counts.setText(
            counts.replace("{n}", str(wall.here)).replace("{all}", str(wall.people))
        )
        waiting = [one for one in view.people if one.asked and not one.voted]
        gone = sum(1 for one in view.people if not one.here)
        told = []
        if waiting:
            text = self.tr("Not voted yet: {n}").replace("{n}", str(len(waiting)))
            told.append(text)
        if gone:
            told.append(self.tr("Dropped out: {n}").replace("{n}", str(gone)))
        self.missing.setText("   ".join(told) or self.tr("Nobody is missing."))
        people = tuple(sorted(view.people, key=_rank))
        if people != self._shown:
            self._shown = people
            self._fill(people, wall.mode)

    def selected(self) -> PersonView | None:
        """Who is selected."""
        chosen = self.list.selectedItems()
        id_ = chosen[0].data(_ID) if chosen else ""
        return next((one for one in self._shown if one.id == id_), None)

    def _fill(self, people: tuple[PersonView, ...], mode: Mode) -> None:
        before = self.selected()
        self.list.blockSignals(True)
        while self.list.count() > len(people):
            self.list.takeItem(self.list.count() - 1)
        for index, person in enumerate(people):
            if index == self.list.count():
                self.list.addItem(QListWidgetItem())
            item = self.list.item(index)
            item.setData(_ID, person.id)
            item.setText(f"{_sign(person)}  {self._text(person, mode)}")
            item.setData(_SPOKEN, f"{self._text(person, mode)}: {self._word(person)}")
            item.setToolTip(self._word(person))
            item.setSelected(before is not None and person.id == before.id)
            if before is not None and person.id == before.id:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._enable()

    def _text(self, person: PersonView, mode: Mode) -> str:
        if mode is Mode.TEAMS:
            return f"{person.label} · {team_label(person.team, reader())}"
        if mode is Mode.SOLO:
            return f"{person.label} · {person.decisions}"
        return person.label

    def _word(self, person: PersonView) -> str:
        if not person.here:
            return self.tr("dropped out")
        if person.ended:
            return self.tr("at an ending")
        if person.asked:
            return self.tr("has voted") if person.voted else self.tr("has not voted yet")
        return self.tr("connected")

    def _enable(self) -> None:
        self.change.setEnabled(self.selected() is not None)

    def _ask(self) -> None:
        person = self.selected()
        if person is not None:
            self.person_wanted.emit(person.id)


class _List(QListWidget):
    """Leaves letters and Space to the cockpit, whose keys they are, instead of searching."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter asks; the rest goes on."""
        if event.text().isprintable() and event.text():
            event.ignore()
            return
        super().keyPressEvent(event)


def _rank(person: PersonView) -> tuple[bool, bool, int]:
    missing = person.asked and not person.voted
    return not missing, person.here, int(person.id.removeprefix("p") or 0)


def _sign(person: PersonView) -> str:
    if not person.here:
        return "\N{BALLOT X}"
    if person.asked:
        return "\N{CHECK MARK}" if person.voted else "\N{WHITE CIRCLE}"
    return "\N{BULLET}"
