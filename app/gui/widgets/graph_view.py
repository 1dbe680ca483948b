"""A story's graph to look at, move about in, and pick nodes from, by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGestureEvent,
    QGraphicsScene,
    QGraphicsView,
    QPinchGesture,
)

from app.authoring.layout import Layout, Route, lay_out
from app.gui.theme import theme_of
from app.gui.widgets.graph_items import EdgeItem, NodeItem, NodeLook, Warmth

CLOSEST, FARTHEST = 2.5, 0.05
READABLE = 0.85
"""A sheet too large to be read whole is first shown at this scale, from its top."""
_STEP = 1.25


class GraphView(QGraphicsView):
    """Arrow keys follow the edges, Enter opens a node, ``+ - 0`` zoom, dragging moves."""

    spoken_as = "Chart"

    node_chosen = Signal(str)
    node_opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Graph of the story"))
        self.setAccessibleDescription(
            self.tr("Arrow keys follow the edges. The list beside it holds the same nodes.")
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self._paper = QGraphicsScene(self)
        self.setScene(self._paper)
        self.layout_of = Layout({}, {}, ())
        self.items_by_id: dict[str, NodeItem] = {}
        self.edges: list[EdgeItem] = []
        self.chosen = ""
        self._looks: Sequence[NodeLook] = ()
        self._moves: Mapping[tuple[str, str], str] = {}
        self._pressed_at: QPointF | None = None
        self._start = ""
        self._colour()

    # --- what is shown -------------------------------------------------------------------

    def show_graph(
        self,
        looks: Sequence[NodeLook],
        moves: Mapping[tuple[str, str], str],
        start: str,
        layout: Layout | None = None,
    ) -> None:
        """Show nodes, and edges with what leads along them. The place and choice are kept.

        ``layout`` spares laying the graph out here.
        """
        first = not self.items_by_id
        kept, heat = self.chosen, {id_: item.warmth for id_, item in self.items_by_id.items()}
        self._looks, self._moves, self._start = looks, moves, start
        self.layout_of = layout or lay_out([look.id for look in looks], list(moves), start)
        self._draw()
        self.set_heat(heat)
        self.chosen = ""
        if kept in self.items_by_id:
            self._mark(kept)
        if first:
            self.show_start()

    def set_heat(self, heat: Mapping[str, Warmth | None]) -> None:
        """Colour nodes by heat; those without stay plain."""
        for id_, item in self.items_by_id.items():
            item.warmth = heat.get(id_)
            item.update()

    def set_found(self, ids: Sequence[str]) -> None:
        """Ring the nodes that a search has found."""
        for id_, item in self.items_by_id.items():
            item.found = id_ in ids
            item.update()

    def set_problems(self, ids: Collection[str]) -> None:
        """Mark the nodes that something is wrong with."""
        for id_, item in self.items_by_id.items():
            item.look = replace(item.look, problem=id_ in ids)
            item.update()

    def looks(self) -> Sequence[NodeLook]:
        """The nodes shown."""
        return self._looks

    def forget(self) -> None:
        """Show nothing."""
        self._looks, self._moves, self.chosen = (), {}, ""
        self.layout_of = Layout({}, {}, ())
        self._draw()

    def choose(self, id_: str, *, show: bool = True) -> None:
        """Choose a node and move it into view."""
        if id_ not in self.items_by_id:
            return
        if id_ != self.chosen:
            self._mark(id_)
            self.node_chosen.emit(id_)
        if show:
            item = self.items_by_id[id_]
            if self.zoom() < READABLE / 2:
                self._zoom_to(READABLE)
            self.ensureVisible(item.sceneBoundingRect(), 60, 60)

    # --- zoom ----------------------------------------------------------------------------

    def zoom(self) -> float:
        """How large a pixel of the sheet is on the screen."""
        return self.transform().m11()

    def zoom_in(self) -> None:
        """A step nearer."""
        self._zoom_to(self.zoom() * _STEP)

    def zoom_out(self) -> None:
        """A step away."""
        self._zoom_to(self.zoom() / _STEP)

    def fit(self) -> None:
        """The whole sheet."""
        self.fitInView(self.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
        self._zoom_to(min(1.0, self.zoom()))

    def show_start(self) -> None:
        """The sheet from its top, whole if that can be read."""
        self.fit()
        if self.zoom() < READABLE:
            self._zoom_to(READABLE)
            start = next((item for item in self.items_by_id.values() if item.look.start), None)
            if start is not None:
                below = self.viewport().height() / READABLE / 2 - 60
                self.centerOn(start.x(), start.y() + below)

    def _zoom_to(self, scale: float) -> None:
        wanted = min(CLOSEST, max(FARTHEST, scale))
        factor = wanted / self.zoom()
        self.scale(factor, factor)
        self.zoomed()

    def zoomed(self) -> None:
        """There is a new scale; for graphs that show less from afar."""

    # --- events --------------------------------------------------------------------------

    def viewportEvent(self, event: QEvent) -> bool:
        """Two fingers on a touchpad or screen zoom."""
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self._zoom_to(self.zoom() * (1 + event.value()))
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._zoom_to(self.zoom() * pinch.scaleFactor())
                return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel zooms where the pointer is."""
        turns = event.angleDelta().y() / 120
        self._zoom_to(self.zoom() * _STEP**turns)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, to tell a click from a drag."""
        self._pressed_at = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a node chooses it."""
        super().mouseReleaseEvent(event)
        if self._pressed_at is None or event.button() != Qt.MouseButton.LeftButton:
            return
        moved = (event.position() - self._pressed_at).manhattanLength()
        self._pressed_at = None
        id_ = self.node_at(event.position().toPoint())
        if moved < 6 and id_:
            self.choose(id_, show=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows follow edges; Enter opens; plus, minus and zero zoom."""
        key = event.key()
        ways = {
            Qt.Key.Key_Down: (0, 1),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
        }
        if key in ways:
            self.go(*ways[Qt.Key(key)])
        elif key == Qt.Key.Key_Home:
            self.choose(next((look.id for look in self._looks if look.start), ""))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.chosen:
            self.node_opened.emit(self.chosen)
        elif event.text() == "+":
            self.zoom_in()
        elif event.text() == "-":
            self.zoom_out()
        elif event.text() == "0":
            self.fit()
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """New colours or a new text size: paint anew."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._colour()
            if self._looks:
                self.show_graph(self._looks, self._moves, self._start, self.layout_of)

    def node_at(self, spot: QPoint) -> str:
        """The node at a point of the view, else empty."""
        item = self.itemAt(spot)
        return item.look.id if isinstance(item, NodeItem) else ""

    # --- what it is painted of: other graphs have their own -------------------------------

    def make_node(self, look: NodeLook) -> NodeItem:
        """The item of a node."""
        return NodeItem(look)

    def make_edge(self, route: Route) -> EdgeItem:
        """The item of an edge."""
        return EdgeItem(route, self._moves[route.source, route.target])

    # --- inside --------------------------------------------------------------------------

    def _colour(self) -> None:
        self.setBackgroundBrush(theme_of().color("ground"))

    def _draw(self) -> None:
        self._paper.clear()
        scale = theme_of().text_percent / 100
        self.edges = [self.make_edge(route) for route in self.layout_of.routes]
        self.items_by_id = {look.id: self.make_node(look) for look in self._looks}
        for edge in self.edges:
            self._paper.addItem(edge)
        for id_, item in self.items_by_id.items():
            x, y = self.layout_of.centres[id_]
            item.setPos(x * scale, y * scale)
            self._paper.addItem(item)
        bounds = self._paper.itemsBoundingRect()
        self.setSceneRect(bounds.adjusted(-80, -60, 80, 60) if self._looks else QRectF())

    def _mark(self, id_: str) -> None:
        if self.chosen in self.items_by_id:
            self.items_by_id[self.chosen].chosen = False
            self.items_by_id[self.chosen].update()
        self.chosen = id_
        self.items_by_id[id_].chosen = True
        self.items_by_id[id_].update()
        for edge in self.edges:
            edge.set_strong(id_ in (edge.route.source, edge.route.target))

    def go(self, across: int, down: int) -> None:
        """To the nearest node along an edge, or beside in the same layer."""
        centres, layers = self.layout_of.centres, self.layout_of.layers
        if self.chosen not in centres:
            self.choose(next((look.id for look in self._looks), ""))
            return
        here = centres[self.chosen]
        if across:
            near = [
                id_
                for id_, layer in layers.items()
                if layer == layers[self.chosen] and (centres[id_][0] - here[0]) * across > 0
            ]
        else:
            routes = self.layout_of.routes
            near = [
                route.target if down > 0 else route.source
                for route in routes
                if (route.source if down > 0 else route.target) == self.chosen
                and route.source != route.target
            ]
            # A loop is followed only where nothing else leads on.
            forward = [id_ for id_ in near if (layers[id_] - layers[self.chosen]) * down > 0]
            near = forward or near
        if near:
            nearest = min(
                near,
                key=lambda id_: (
                    abs(layers[id_] - layers[self.chosen]),
                    abs(centres[id_][0] - here[0]),
                ),
            )
            self.choose(nearest)
