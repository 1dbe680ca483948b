"""The author view: a scenario's whole graph, its problems, and test plays from any node."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.authoring.ways import ways_to
from app.engine.graph import kind, moves
from app.engine.scenario import Ending, Scenario
from app.gui.bridge import Tasks
from app.gui.language import reader
from app.gui.study import Study
from app.gui.theme import theme_of
from app.gui.widgets.graph_items import NodeLook
from app.gui.widgets.graph_view import GraphView
from app.gui.widgets.heat import heats, legend, warmth
from app.gui.widgets.select import Select
from app.gui.widgets.start_panel import StartPanel
from app.gui.widgets.text import Button, label, set_tone
from app.gui.widgets.toolbar import Toolbar

_ID = Qt.ItemDataRole.UserRole


class AuthorScreen(QWidget):
    """``play_wanted`` carries a State; ``back_wanted`` leads to the title."""

    back_wanted = Signal()
    play_wanted = Signal(object)

    def __init__(self, tasks: Tasks, folders: Sequence[Path]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Author view"))
        self.study = Study(tasks, self)
        self.study.loaded_anew.connect(self._show_scenario)
        self.study.findings_changed.connect(self._show_findings)
        self.study.ways_found.connect(self._show_node)
        self.study.heat_measured.connect(self._show_heat)
        self.graph = GraphView()
        self.graph.node_chosen.connect(self._show_node)
        self.start = StartPanel()
        self.graph.node_opened.connect(lambda _: self.start.play_button.setFocus())
        self.start.play_wanted.connect(self.play_wanted)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Nodes and what leads on from them"))
        self.tree.setHeaderHidden(True)
        self.tree.itemSelectionChanged.connect(self._follow_tree)
        self.problems = QListWidget()
        self.problems.setAccessibleName(self.tr("Problems"))
        self.problems.setWordWrap(True)
        self.problems.setAlternatingRowColors(True)
        self.problems.itemClicked.connect(self._go_to_problem)
        self.problems.itemActivated.connect(self._go_to_problem)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.tree, self.tr("Nodes"))
        self.tabs.addTab(self.problems, self.tr("Problems"))
        self.status = label("", "small", "muted", wrap=True)
        self.status.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.legend = label("", "small", "muted", wrap=True)
        self._make_bar(folders)
        self._arrange()

    def open(self, path: Path) -> None:
        """Show a scenario: a folder or a file."""
        index = self.case.findData(str(path))
        if index < 0:
            self.case.addItem(path.name if path.is_dir() else path.parent.name, str(path))
            index = self.case.count() - 1
        self.case.blockSignals(True)
        self.case.setCurrentIndex(index)
        self.case.blockSignals(False)
        self.graph.forget()
        self.tree.clear()
        self.problems.clear()
        self.status.setText(self.tr("Reading…"))
        self.study.open(path)

    def focus_first(self) -> None:
        """Put the keyboard on the graph."""
        self.graph.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, Ctrl+F searches, F5 reads again."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        elif event.key() == Qt.Key.Key_F and control:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()
        elif event.key() == Qt.Key.Key_F5:
            self.study.read()
        else:
            super().keyPressEvent(event)

    # --- parts ---------------------------------------------------------------------------

    def _make_bar(self, folders: Sequence[Path]) -> None:
        self.back = Button(self.tr("Back"), "quiet", "back")
        self.back.clicked.connect(self.back_wanted)
        self.case = Select()
        self.case.setAccessibleName(self.tr("Scenario"))
        for folder in folders:
            self.case.addItem(folder.name, str(folder))
        self.case.activated.connect(lambda index: self.open(Path(self.case.itemData(index))))
        self.browse = Button(self.tr("Open…"), "quiet")
        self.browse.clicked.connect(self._browse)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a node"))
        self.search.setAccessibleName(self.tr("Find a node by id or title"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(theme_of().px(130))
        self.search.textChanged.connect(lambda text: self.graph.set_found(self._matches(text)))
        self.search.returnPressed.connect(self._find_next)
        self.heat = Select()
        self.heat.setAccessibleName(self.tr("Heat"))
        for name, text in heats():
            self.heat.addItem(text, name)
        self.heat.currentIndexChanged.connect(self._show_heat)
        self.nearer, self.farther = Button("+", "tool"), Button("−", "tool")
        self.nearer.setAccessibleName(self.tr("Zoom in"))
        self.farther.setAccessibleName(self.tr("Zoom out"))
        self.whole = Button(self.tr("Fit"), "quiet")
        self.nearer.clicked.connect(self.graph.zoom_in)
        self.farther.clicked.connect(self.graph.zoom_out)
        self.whole.clicked.connect(self.graph.fit)

    def _arrange(self) -> None:
        foot = QFrame()
        foot.setProperty("surface", "foot")
        row = QHBoxLayout()
        for widget in (self.back, self.case, self.browse):
            row.addWidget(widget)
        row.addWidget(self.search, 1)
        bar = Toolbar(row, (self.heat, self.farther, self.nearer, self.whole))
        below = QHBoxLayout(foot)
        below.setContentsMargins(16, 5, 16, 5)
        self.legend.setAlignment(Qt.AlignmentFlag.AlignRight)
        below.addWidget(self.status, 1)
        below.addWidget(self.legend, 1)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        for part in (self.tabs, self.graph, self.start):
            split.addWidget(part)
        px = theme_of().px
        self.tabs.setMinimumWidth(px(150))
        self.start.setMinimumWidth(px(200))
        self.graph.setMinimumWidth(240)
        split.setSizes([px(260), 2000, px(280)])
        split.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(split, 1)
        column.addWidget(foot)

    # --- what the study says -------------------------------------------------------------

    @property
    def scenario(self) -> Scenario | None:
        """The scenario that loaded last."""
        return self.study.loaded.scenario if self.study.loaded is not None else None

    def _show_scenario(self) -> None:
        scenario = self.scenario
        if scenario is None:
            return
        troubled = {self.study.node_at(finding) for finding in self.study.findings}
        looks = [
            NodeLook(
                node.id,
                node.id if node.title is None else node.title.source,
                kind(node),
                str(node.tone) if isinstance(node, Ending) else "",
                node.id == scenario.start,
                node.id in troubled,
            )
            for node in scenario.nodes.values()
        ]
        lines: dict[tuple[str, str], str] = {}
        for node in scenario.nodes.values():
            for move in moves(node):
                known = lines.get((node.id, move.then))
                lines[node.id, move.then] = move.id if known is None else f"{known}, {move.id}"
        self.graph.show_graph(looks, lines, scenario.start)
        self._fill_tree(scenario)
        self._show_findings()
        self._show_heat()
        self.graph.choose(self.graph.chosen or scenario.start, show=False)
        self._show_node()

    def _show_findings(self) -> None:
        self.problems.clear()
        troubled, words = set(), reader()
        for finding in self.study.findings:
            place = f"{Path(finding.file).name}:{finding.line}"
            message, remedy = words.told(finding.message), words.told(finding.remedy)
            item = QListWidgetItem(f"{place}  {finding.code}\n{message}\n→ {remedy}")
            node = self.study.node_at(finding)
            item.setData(_ID, node)
            troubled.add(node)
            self.problems.addItem(item)
        self.graph.set_problems(troubled)
        count = len(self.study.findings)
        self.tabs.setTabText(1, self.tr("Problems ({n})").replace("{n}", str(count)))
        broken = self.study.broken
        if broken and self.scenario is not None:
            told = self.tr("The file is broken; the graph is the last good one.")
        elif broken:
            told = self.tr("The file is broken.")
        elif self.study.busy:
            told = self.tr("Looking for problems…")
        else:
            told = self.tr("Followed as you save: {file}")
        self.status.setText(told.replace("{file}", str(self.study.path).replace("/", "/\u200b")))
        set_tone(self.status, "loss" if broken else "muted")
        if broken:
            self.tabs.setCurrentWidget(self.problems)

    def _show_heat(self) -> None:
        mode = str(self.heat.currentData())
        found = warmth(self.study.heat, mode, self.scenario)
        self.graph.set_heat(found)
        self.legend.setText(legend(self.study.heat, mode))
        self._figures(found)

    def _show_node(self) -> None:
        scenario, node = self.scenario, self.graph.chosen
        if scenario is None or node not in scenario.nodes:
            return
        walked = self.study.walked
        ways = None if walked is None else ways_to(walked, node)
        self.start.show_node(scenario, node, f"{node} · {_kind_name(scenario, node)}", ways)
        item = self._items.get(node)
        if item is not None and self._selected() != node:
            self.tree.blockSignals(True)
            self.tree.setCurrentItem(item)
            self.tree.blockSignals(False)

    # --- the list of nodes ---------------------------------------------------------------

    _items: Mapping[str, QTreeWidgetItem] = {}

    def _fill_tree(self, scenario: Scenario) -> None:
        self.tree.blockSignals(True)
        self.tree.clear()
        items = {}
        layers = self.graph.layout_of.layers
        for node in sorted(scenario.nodes.values(), key=lambda node: layers[node.id]):
            item = QTreeWidgetItem([""])
            item.setData(0, _ID, node.id)
            for move in moves(node):
                branch = QTreeWidgetItem([f"{move.id} → {move.then}"])
                branch.setData(0, _ID, move.then)
                item.addChild(branch)
            self.tree.addTopLevelItem(item)
            items[node.id] = item
        self._items = items
        self.tree.blockSignals(False)
        self._figures({})

    def _figures(self, found: Mapping[str, object]) -> None:
        """Say each node's kind and figure in the list, for those who do not see the graph."""
        scenario = self.scenario
        for id_, item in self._items.items():
            if scenario is None or id_ not in scenario.nodes:
                continue
            title = scenario.nodes[id_].title
            name = id_ if title is None else title.source
            figure = getattr(found.get(id_), "text", "")
            parts = (name, _kind_name(scenario, id_), figure)
            item.setText(0, " · ".join(part for part in parts if part))
            item.setToolTip(0, f"{item.text(0)}\n{id_}")

    def _selected(self) -> str:
        item = self.tree.currentItem()
        return str(item.data(0, _ID)) if item is not None else ""

    def _follow_tree(self) -> None:
        self.graph.choose(self._selected())

    # --- wishes --------------------------------------------------------------------------

    def _go_to_problem(self, item: QListWidgetItem) -> None:
        self.graph.choose(str(item.data(_ID)))

    def _matches(self, text: str) -> list[str]:
        wanted = text.strip().casefold()
        return [
            look.id
            for look in self.graph.looks()
            if wanted and wanted in f"{look.id} {look.title}".casefold()
        ]

    def _find_next(self) -> None:
        found = self._matches(self.search.text())
        if found:
            here = self.graph.chosen
            after = found.index(here) + 1 if here in found else 0
            self.graph.choose(found[after % len(found)])

    def _browse(self) -> None:
        caption = self.tr("Open a scenario")
        name, _ = QFileDialog.getOpenFileName(self, caption, "", "scenario.yaml (*.yaml *.yml)")
        if name:
            path = Path(name)
            self.open(path.parent if path.name == "scenario.yaml" else path)


def _kind_name(scenario: Scenario, id_: str) -> str:
    translate = QCoreApplication.translate
    node = scenario.nodes[id_]
    names = {
        "decision": translate("AuthorScreen", "decision"),
        "chance": translate("AuthorScreen", "chance"),
        "saved": translate("AuthorScreen", "ending, saved"),
        "mixed": translate("AuthorScreen", "ending, mixed"),
        "lost": translate("AuthorScreen", "ending, lost"),
    }
    return names[str(node.tone) if isinstance(node, Ending) else kind(node)]
