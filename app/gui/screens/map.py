"""The map: the way through the story as a picture and as a list, and what was at each place."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.authoring.layout import Layout, lay_out
from app.gui.bridge import Tasks
from app.gui.language import reader
from app.gui.theme import theme_of
from app.gui.widgets.map_graph import MapGraph, legend
from app.gui.widgets.map_words import Line, MapWords
from app.gui.widgets.place_panel import PlacePanel
from app.gui.widgets.text import Button, label
from app.gui.widgets.toolbar import Toolbar
from app.play.catalog import ENGLISH
from app.play.map_view import MapView, lifted, map_view
from app.play.playthrough import Playthrough

_ID = Qt.ItemDataRole.UserRole
MANY = 120
"""A map of more places is laid out on another thread."""


@lru_cache(maxsize=4)
def sheet(places: tuple[str, ...], ways: tuple[tuple[str, str], ...], start: str) -> Layout:
    """Where everything stands; the same map is laid out once."""
    return lay_out(places, ways, start)


class MapScreen(QWidget):
    """Show a play with ``show_play``; Esc, M and the back button say ``back_wanted``."""

    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Map"))
        self.view = MapView({}, (), "", ())
        self._words = MapWords(self.view, ENGLISH)
        self._play: Playthrough | None = None
        self._tasks: Tasks | None = None
        self._following = False
        self._items: list[QTreeWidgetItem] = []
        self.back = Button(self.tr("Back"), "quiet", "back")
        self.back.clicked.connect(self.back_wanted)
        self.case = label("", "small", "muted")
        self.lift = Button(self.tr("Lift the fog"), "", "eye")
        self.lift.setCheckable(True)
        self.lift.setToolTip(self.tr("Show every scene there is, also those you never saw"))
        self.lift.toggled.connect(self._show)
        self.legend = label("", "small", "muted", wrap=True)
        self.nearer, self.farther = Button("+", "tool"), Button("−", "tool")
        self.nearer.setAccessibleName(self.tr("Zoom in"))
        self.farther.setAccessibleName(self.tr("Zoom out"))
        self.whole = Button(self.tr("Fit"), "quiet")
        self.graph = MapGraph()
        self.panel = PlacePanel()
        self.graph.node_chosen.connect(self._follow_graph)
        self.graph.node_opened.connect(lambda _: self.panel.setFocus())
        self.nearer.clicked.connect(self.graph.zoom_in)
        self.farther.clicked.connect(self.graph.zoom_out)
        self.whole.clicked.connect(self.graph.fit)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Your way, step by step"))
        self.tree.setHeaderHidden(True)
        self.tree.setProperty("role", "small")
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setIndentation(16)
        self.tree.itemSelectionChanged.connect(self._follow_tree)
        self._arrange()

    # --- what the window tells -----------------------------------------------------------

    def show_play(self, play: Playthrough, tasks: Tasks | None, *, may_lift: bool) -> None:
        """Show the map of a play as it stands. ``may_lift``: the fog may be lifted by now."""
        # Where the play stands is where one looks first.
        self.graph.forget()
        self._play, self._tasks = play, tasks
        self.case.setText(play.catalog.text(play.scenario.title))
        may_lift = may_lift and play.state.is_terminal() and not play.exam
        self.lift.setVisible(may_lift)
        self.lift.blockSignals(True)
        self.lift.setChecked(self.lift.isChecked() and may_lift)
        self.lift.blockSignals(False)
        self._show()

    def focus_first(self) -> None:
        """Put the keyboard on the map."""
        self.graph.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- keys ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and M lead back; plus, minus and zero zoom from anywhere."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_M):
            self.back_wanted.emit()
        elif event.text() in ("+", "-", "0") and event.text():
            {"+": self.graph.zoom_in, "-": self.graph.zoom_out, "0": self.graph.fit}[event.text()]()
        else:
            super().keyPressEvent(event)

    # --- inside --------------------------------------------------------------------------

    def _show(self) -> None:
        play = self._play
        if play is None:
            return
        view = lifted(play) if self.lift.isChecked() else map_view(play)
        self.view, self._words = view, MapWords(view, play.catalog)
        places, ways = tuple(view.places), tuple((way.source, way.target) for way in view.ways)
        if self._tasks is None or len(places) <= MANY:
            self._take(view, sheet(places, ways, view.start))
            return
        self._tasks.run(
            lambda: sheet(places, ways, view.start),
            lambda layout: self._take(view, layout),
            lambda error: self.panel.show_lines(reader().why(error), []),
        )

    def _take(self, view: MapView, layout: Layout) -> None:
        """Show a map, unless another one has been asked for meanwhile."""
        if view is not self.view:
            return
        words = self._words
        self.graph.show_map(view, words.titles, words.notes, layout)
        self.legend.setText(legend(fog=not view.lifted))
        self._fill_tree()
        chosen = self.graph.chosen or view.here
        self.graph.choose(chosen)
        self._tell(chosen)

    def _fill_tree(self) -> None:
        self._following = True
        self.tree.clear()
        self._items = []
        for line in self._words.lines():
            item, below = _item(line), [_item(child) for child in line.children]
            item.addChildren(below)
            self.tree.addTopLevelItem(item)
            self._items += [item, *below]
        self._following = False

    def _follow_graph(self, id_: str) -> None:
        self._tell(id_)
        if self._following:
            return
        self._following = True
        found = [item for item in self._items if item.data(0, _ID) == id_]
        current = self.tree.currentItem()
        if found and (current is None or current.data(0, _ID) != id_):
            steps = [item for item in found if item.parent() is None]
            self.tree.setCurrentItem((steps or found)[-1])
        self._following = False

    def _follow_tree(self) -> None:
        item = self.tree.currentItem()
        if item is None or self._following:
            return
        self._following = True
        self.graph.choose(str(item.data(0, _ID)))
        self._tell(str(item.data(0, _ID)))
        self._following = False

    def _tell(self, id_: str) -> None:
        if id_ in self.view.places:
            self.panel.show_lines(self._words.titles[id_], self._words.told(id_))

    # --- layout --------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list and the panel take what they need to be read, the map the rest."""
        super().resizeEvent(event)
        side = min(theme_of().px(440), round(self.width() * 0.42))
        self._split.setSizes([self.width() - side, side])

    def _arrange(self) -> None:
        foot = QFrame()
        foot.setProperty("surface", "foot")
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addSpacing(8)
        row.addWidget(label(self.tr("Map"), "heading"))
        row.addSpacing(8)
        row.addWidget(self.case, 1)
        bar = Toolbar(row, (self.lift, self.farther, self.nearer, self.whole))
        below = QHBoxLayout(foot)
        below.setContentsMargins(16, 5, 16, 5)
        below.addWidget(self.legend, 1)
        inset = QWidget()
        around = QVBoxLayout(inset)
        around.setContentsMargins(0, 12, 12, 4)
        around.addWidget(self.tree)
        side = QSplitter(Qt.Orientation.Vertical)
        side.setChildrenCollapsible(False)
        side.addWidget(inset)
        side.addWidget(self.panel)
        side.setSizes([400, 400])
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.graph)
        self._split.addWidget(side)
        self._split.setStretchFactor(0, 1)
        self.graph.setMinimumWidth(240)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._split, 1)
        column.addWidget(foot)


def _item(line: Line) -> QTreeWidgetItem:
    item = QTreeWidgetItem([line.text])
    item.setToolTip(0, line.text)
    item.setData(0, _ID, line.place)
    return item
