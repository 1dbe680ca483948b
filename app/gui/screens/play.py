"""The play screen: the scene, the story, the desk, the choices, and what it has cost so far."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.gui.theme import theme_of
from app.gui.widgets.choices import Choices
from app.gui.widgets.haste import Haste
from app.gui.widgets.known import KnownList
from app.gui.widgets.logbook import LogBook, LogEntry
from app.gui.widgets.overlay import Overlay
from app.gui.widgets.panels import Documents
from app.gui.widgets.play_head import PlayHead
from app.gui.widgets.scene import SceneWidget
from app.gui.widgets.story import Story
from app.gui.widgets.text import rule
from app.gui.widgets.titled import Titled
from app.play.view import SceneView

WIDE = 1500
"""From this width on (at 100 % text), what is known and the log book have their own column."""


class PlayScreen(QWidget):
    """Shows views; says what the player wants. It never sees a hidden fact."""

    chosen = Signal(str)
    undo_wanted = Signal()
    menu_wanted = Signal()
    help_wanted = Signal()
    hint_wanted = Signal()
    claim_wanted = Signal()
    map_wanted = Signal()
    noted = Signal(str)
    history_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view: SceneView | None = None
        self.head = PlayHead()
        self.head.menu.clicked.connect(self.menu_wanted)
        self.head.help.clicked.connect(self.help_wanted)
        self.head.hint.clicked.connect(self.hint_wanted)
        self.head.undo.clicked.connect(self.undo_wanted)
        self.head.log.clicked.connect(self.show_log)
        self.head.map.clicked.connect(self.map_wanted)
        self.head.history.clicked.connect(self.history_wanted)
        self.scene = SceneWidget()
        self.story = Story()
        self.story.read_back.connect(self.history_wanted)
        self.documents = Documents()
        self.choices = Choices()
        self.choices.chosen.connect(self._choose)
        self.choices.claim_wanted.connect(self.claim_wanted)
        self.known = KnownList()
        self.log = LogBook()
        self.entry = self._log_entry()
        self.entry.left.connect(self.choices.focus_first)
        self._log_sheet: tuple[Overlay, LogBook] | None = None
        self._known_side = Titled(self.tr("What is known"), self.known)
        self._log_side = Titled(self.tr("Log book"), self.log, self.entry)
        plain, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
        self._letters: dict[tuple[Qt.KeyboardModifier, int], Callable[[], None]] = {
            (plain, Qt.Key.Key_H): self.hint_wanted.emit,
            (plain, Qt.Key.Key_B): self.history_wanted.emit,
            (plain, Qt.Key.Key_C): self.choices.sure.turn,
            (control, Qt.Key.Key_Z): self.undo_wanted.emit,
            (control, Qt.Key.Key_L): self.show_log,
        }
        self.haste = Haste((self.head, self.scene, self.documents), self)
        self._arrange()

    # --- what the window tells -----------------------------------------------------------

    def show_view(
        self,
        view: SceneView,
        title: str,
        *,
        can_undo: bool,
        animate: bool = True,
        exam: bool = False,
    ) -> None:
        """Show a scene or ending of the play ``title``.

        With ``animate`` the meters count from what was shown before and terminals type; a
        consequence is felt before it is read. Any key or click ends that at once.
        """
        before = self._view
        self._view = view
        lost = before is not None and view.client_loss > before.client_loss
        self.head.show_view(view, title, animate=animate and before is not None)
        self.head.show_way(view, can_undo=can_undo, exam=exam)
        self.scene.set_scene(view)
        self.story.set_view(view, lost=lost)
        self.documents.set_panels(view.panels, animate=animate)
        self.known.set_known(view.known)
        self.log.set_log(view.log)
        # A log is kept while things happen.
        self.entry.setVisible(not view.is_ending)
        self.choices.set_view(view)
        self._fit()
        if not theme_of().reduced_motion:
            self.haste.begin()

    def show_log(self) -> None:
        """The log book, to read and to write in: at the side, or as a sheet over the window."""
        if self._view is None or self.findChild(Overlay) is not None:
            return
        if self.entry.isVisible():
            self._log_side.to_end()
            self.entry.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        book, entry = LogBook(), self._log_entry()
        book.set_log(self._view.log)
        writes = not self._view.is_ending
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(book)
        column.addStretch(1)
        sheet = Overlay(self, self.tr("Log book"), content, foot=entry if writes else None)
        self._log_sheet = sheet, book
        sheet.closed.connect(self._forget_log_sheet)
        entry.left.connect(sheet.dismiss)
        if writes:
            entry.field.setFocus(Qt.FocusReason.OtherFocusReason)
            sheet.follow()
        else:
            entry.deleteLater()

    def show_log_lines(self, view: SceneView) -> None:
        """Something was written into the log book; nothing else has changed."""
        self._view = view
        self.log.set_log(view.log)
        self._fit()
        self._log_side.to_end()
        if self._log_sheet is not None:
            sheet, book = self._log_sheet
            book.set_log(view.log)
            sheet.follow()

    def _log_entry(self) -> LogEntry:
        entry = LogEntry()
        entry.written.connect(self.noted)
        return entry

    def _forget_log_sheet(self) -> None:
        self._log_sheet = None

    def forget(self) -> None:
        """A new play begins: nothing to count from."""
        self._view = None

    # --- keys ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 9 choose, arrows move, Page Up and Down read, the others are as in the help."""
        key = event.key()
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and not event.isAutoRepeat():
            self.choices.take(key - Qt.Key.Key_0)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.choices.move(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.story.page(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Escape:
            self.menu_wanted.emit()
        elif event.text() == "?" or key == Qt.Key.Key_F1:
            self.help_wanted.emit()
        elif (wish := self._letters.get((event.modifiers(), key))) is not None:
            wish()
        else:
            super().keyPressEvent(event)

    def _choose(self, choice_id: str) -> None:
        self.haste.settle()
        self.chosen.emit(choice_id)

    # --- layout --------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns, or three when there is room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """A new text size needs a new division."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _arrange(self) -> None:
        self._left = QVBoxLayout()
        self._left.setSpacing(12)
        self._left.addWidget(self.story, 1)
        self._left.addWidget(self.choices)
        self._left.addStretch(0)
        self._right = QVBoxLayout()
        self._right.setSpacing(12)
        self._right.addWidget(self.scene)
        self._right.addWidget(self.documents)
        self._right.addStretch(0)
        self._side_box = QFrame()
        side = QVBoxLayout(self._side_box)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(16)
        side.addWidget(self._known_side)
        side.addWidget(rule())
        side.addWidget(self._log_side)
        side.addStretch(0)
        self._body = QHBoxLayout()
        self._body.setContentsMargins(24, 20, 24, 20)
        self._body.setSpacing(28)
        self._body.addLayout(self._left, 58)
        self._body.addLayout(self._right, 42)
        self._body.addWidget(self._side_box, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addLayout(self._body, 1)

    def _fit(self) -> None:
        """Give every part the height it needs; what is scarce is shared, the rest stays free."""
        if self._view is None:
            return
        theme = theme_of()
        wide = self.width() >= theme.px(WIDE)
        margin = 16 if self.width() < theme.px(900) else max(24, self.width() // 80)
        gap = margin + 4
        self.head.fit(self.width())
        self._body.setContentsMargins(margin, margin - 4, margin, margin - 4)
        self._body.setSpacing(gap)
        side = theme.px(300) if wide else 0
        room = self.width() - 2 * margin - gap - (side + gap if wide else 0)
        height = self.height() - self.head.sizeHint().height() - 2 * (margin - 4)
        left = round(room * (0.5 if wide else 0.57))
        right = room - left
        self.story.set_large(wide)
        self.choices.set_large(wide)
        self._fit_left(left, height)
        self._place_known(wide)
        self._fit_right(right, height, with_known=not wide)
        if wide:
            self._fit_side(side, height)
        self._body.setStretchFactor(self._left, left)
        self._body.setStretchFactor(self._right, right)

    def _fit_left(self, width: int, height: int) -> None:
        """The story keeps 40 % at least when both it and the choices are long."""
        story, choices = self.story.natural_height(width), self.choices.natural_height(width)
        room = height - self._left.spacing()
        if story + choices > room:
            choices = min(choices, max(round(room * 0.6), room - story))
        self.choices.setFixedHeight(choices)
        self.story.setFixedHeight(max(40, min(story, room - choices)))

    def _fit_right(self, width: int, height: int, *, with_known: bool) -> None:
        """The picture gets a third of the height, and what the desk leaves free."""
        gap = self._right.spacing()
        has_desk = self.documents.isVisibleTo(self)
        desk = self.documents.natural_height(width) + gap if has_desk else 0
        self.known.set_narrow(with_known and width < theme_of().px(240))
        known = self._known_side.natural_height(width) if with_known else 0
        least, most = round(height * 0.36), min(round(height * 0.6), round(width * 0.75))
        if has_desk:
            # A short document leaves room for all that is known, before the picture grows.
            known = min(known, max(round(height * 0.26), height - desk - least - gap))
        free = height - desk - (known + gap if with_known else 0)
        scene = max(96, min(max(free, least), most))
        self.scene.setFixedHeight(scene)
        room = height - scene
        if with_known:
            known = max(0, min(known, room - gap))
            self._known_side.setFixedHeight(known)
            room -= known + gap
        self.documents.setFixedHeight(max(0, min(room, desk) - gap))

    def _fit_side(self, width: int, height: int) -> None:
        self._side_box.setFixedWidth(width)
        room = height - 2 * 16 - 1
        known, log = self._known_side.natural_height(width), self._log_side.natural_height(width)
        if known + log > room:
            known = min(known, max(room // 2, room - log))
        self._known_side.setFixedHeight(known)
        self._log_side.setFixedHeight(min(log, room - known))

    def _place_known(self, wide: bool) -> None:
        """What is known stands in the side column if there is one, else below the desk."""
        box = self._side_box.layout()
        assert isinstance(box, QVBoxLayout)
        if wide and box.indexOf(self._known_side) < 0:
            self._right.removeWidget(self._known_side)
            box.insertWidget(0, self._known_side)
        elif not wide and self._right.indexOf(self._known_side) < 0:
            box.removeWidget(self._known_side)
            self._right.insertWidget(2, self._known_side)
        self._side_box.setVisible(wide)
        # A widget that changes its parent is hidden until somebody shows it.
        self._known_side.show()
