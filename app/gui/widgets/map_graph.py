"""The map of a play as a picture: where one has been, and the mist at the roads not taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QStyleOptionGraphicsItem, QWidget

from app.authoring.layout import Layout, Route
from app.gui.icons import paint_icon
from app.gui.theme import Theme, theme_of
from app.gui.widgets.graph_items import TONES, EdgeItem, NodeItem, NodeLook, two_lines
from app.gui.widgets.graph_view import GraphView
from app.play.map_view import MapView, Place, Way

LEGIBLE = 0.4
"""Below this scale words would be dust."""
_ROADS = (-36, 36, -58, 58, -80, 80, -14, 14)
"""Where the roads not taken leave a place, from its middle: beside the edge that was gone."""
_BOX = QRectF(-8, 12, 16, 13)


class MapGraph(GraphView):
    """Up and Down follow the way that stands; Left and Right go to what lies beside."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Map of your play"))
        self.setAccessibleDescription(
            self.tr("Up and Down follow your way. The list beside it says the same in words.")
        )
        self._view = MapView({}, (), "", ())
        self._ways: Mapping[tuple[str, str], Way] = {}
        self._notes: Mapping[str, str] = {}
        self._at = 0
        self._afar: list[QGraphicsPathItem] = []

    def show_map(
        self, view: MapView, titles: Mapping[str, str], notes: Mapping[str, str], layout: Layout
    ) -> None:
        """Show a map that is laid out already; ``titles`` and ``notes`` say what stands in it."""
        self._view, self._notes = view, notes
        self._ways = {(way.source, way.target): way for way in view.ways}
        looks = [
            NodeLook(place.id, titles[place.id], place.kind, place.tone)
            for place in view.places.values()
        ]
        self.show_graph(looks, dict.fromkeys(self._ways, ""), view.start, layout)

    def show_graph(
        self,
        looks: Sequence[NodeLook],
        moves: Mapping[tuple[str, str], str],
        start: str,
        layout: Layout | None = None,
    ) -> None:
        """Also draw the few strokes that stand for it all from afar."""
        self._afar = []
        super().show_graph(looks, moves, start, layout)
        self._afar = [*strokes(self.edges), *strokes(self.items_by_id.values())]
        for stroke in self._afar:
            self.scene().addItem(stroke)
        self.zoomed()

    def choose(self, id_: str, *, show: bool = True) -> None:
        """Choose a place and, where the way leads through it, go on from there."""
        trail = self._view.trail
        if id_ in trail and trail[self._at : self._at + 1] != (id_,):
            self._at = len(trail) - 1 - trail[::-1].index(id_)
        super().choose(id_, show=show)
        self.zoomed()

    def zoomed(self) -> None:
        """From afar, words are dust: a few strokes paint much faster than hundreds of items."""
        if not self._afar:
            return
        near = self.zoom() >= LEGIBLE
        for stroke in self._afar:
            stroke.setVisible(not near)
        for id_, item in self.items_by_id.items():
            item.setVisible(near or id_ == self.chosen)
        for edge in self.edges:
            edge.setVisible(near or edge.strong)

    def node_at(self, spot: QPoint) -> str:
        """The place at a point of the view; also from afar."""
        point = self.mapToScene(spot)
        return next(
            (
                id_
                for id_, item in self.items_by_id.items()
                if item.outline().contains(item.mapFromScene(point))
            ),
            "",
        )

    def go(self, across: int, down: int) -> None:
        """Along the way; off it, and sideways, as the edges run."""
        trail = self._view.trail
        if across or self.chosen not in trail:
            super().go(across, down)
            return
        at = self._at + down
        while 0 <= at < len(trail):
            if trail[at] != self.chosen:
                self._at = at
                self.choose(trail[at])
                return
            at += down

    def make_node(self, look: NodeLook) -> NodeItem:
        """A place, with what is known of it."""
        place = self._view.places[look.id]
        note = self._notes.get(look.id, "")
        here = look.id == self._view.here
        # With the fog gone the roads themselves are there.
        return PlaceItem(look, place, note, here=here, roads=not self._view.lifted)

    def make_edge(self, route: Route) -> EdgeItem:
        """A way, by how it was gone."""
        return WayItem(route, self._ways[route.source, route.target])


class PlaceItem(NodeItem):
    """A place; pale where one went back, paler where fog lay. Dashed boxes: roads not taken."""

    def __init__(self, look: NodeLook, place: Place, note: str, *, here: bool, roads: bool) -> None:
        super().__init__(look)
        self._place, self._note, self._here = place, note, here
        self._roads = len(place.roads) if roads else 0
        self.setToolTip(look.title)

    def boundingRect(self) -> QRectF:
        """With room for ring and roads."""
        bounds = super().boundingRect()
        return bounds.adjusted(0, 0, 0, 24 * _scale()) if self._roads else bounds

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """The roads not taken, and over them the place."""
        self._paint_roads(painter, theme_of())
        super().paint(painter, option, widget)

    def ground(self, theme: Theme) -> QColor:
        """Bright where one has been."""
        if self._place.on_the_way:
            return theme.color("accent_soft" if self.look.kind == "chance" else "raised")
        return theme.color("surface" if self._place.visits else "ground")

    def pen(self, theme: Theme) -> QPen:
        """Strong on the way, dashed where it was taken back, thin where fog lay."""
        role = "accent" if self._place.on_the_way else "line_strong"
        if self.look.kind == "ending" and self._place.visits:
            role = TONES[self.look.tone][0]
        pen = QPen(theme.color(role), 2.0 if self._place.visits else 1.0)
        pen.setCosmetic(True)
        if self._place.visits and not self._place.on_the_way:
            pen.setStyle(Qt.PenStyle.DashLine)
        return pen

    def paint_words(self, painter: QPainter, theme: Theme) -> None:
        """Title, when one was there, and the marks of an ending and of where one stands."""
        width, height = self.size()
        side = theme.px(12 if self.look.kind == "decision" else 24)
        box = QRectF(-width / 2 + side, -height / 2 + 6, width - 2 * side, height - 12)
        mark = theme.px(16)
        place = QRectF(box.right() - mark, box.bottom() - mark, mark, mark)
        if self.look.kind == "ending":
            paint_icon(painter, TONES[self.look.tone][1], place, theme.color("ink_muted"))
        elif self._here:
            paint_icon(painter, "person", place, theme.color("accent"))
        painter.setPen(theme.color("ink" if self._place.visits else "ink_muted"))
        painter.setFont(theme.font("small" if self.look.kind == "chance" else "small_strong"))
        step = painter.fontMetrics().height()
        for number, line in enumerate(two_lines(painter, self.look.title, box.width())):
            across = QRectF(box.left(), box.top() + number * step, box.width(), step)
            painter.drawText(across, Qt.AlignmentFlag.AlignLeft, line)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("ink_muted"))
        room = int(box.width() - mark - 4)
        told = painter.fontMetrics().elidedText(self._note, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, told)

    def _paint_roads(self, painter: QPainter, theme: Theme) -> None:
        """A stump for each road, and the mist in which it ends."""
        scale = _scale()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("line_strong"), 1.25, Qt.PenStyle.DashLine)
        mist = theme.color("line_strong")
        mist.setAlpha(110)
        for across in _ROADS[: self._roads]:
            foot = QPointF(across * scale, self.size()[1] / 2)
            painter.setPen(pen)
            painter.drawLine(foot, foot + QPointF(0, _BOX.top() * scale))
            box = QRectF(_BOX.topLeft() * scale + foot, _BOX.size() * scale)
            painter.setBrush(theme.color("ground"))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(mist, Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(box, 3, 3)


class WayItem(EdgeItem):
    """A way: strong where it stands, dashed where it was taken back, thin where fog lay."""

    def __init__(self, route: Route, way: Way) -> None:
        self._way = way
        super().__init__(route, "")
        self.setToolTip("")

    def set_strong(self, strong: bool) -> None:
        """Bring the way forward, or put it back; the way that stands lies above the others."""
        super().set_strong(strong)
        self.setZValue(1.5 if strong else 1 if self._way.on_the_way else 0)

    def line(self, theme: Theme) -> QPen:
        """Colour, width and dashes."""
        if not self._way.seen:
            role, width = "line_strong", 1.0
        else:
            role = "accent" if self._way.on_the_way else "line_strong"
            width = 2.5 if self._way.on_the_way else 1.5
        pen = QPen(theme.color("focus" if self.strong else role), width + self.strong)
        # From afar the way must still be seen.
        pen.setCosmetic(True)
        if self._way.seen and not self._way.on_the_way:
            pen.setStyle(Qt.PenStyle.DashLine)
        return pen


def strokes(items: Iterable[PlaceItem | WayItem | NodeItem | EdgeItem]) -> list[QGraphicsPathItem]:
    """All items in one path for each way to draw them."""
    theme = theme_of()
    paths: dict[tuple[str, float, Qt.PenStyle, str], QGraphicsPathItem] = {}
    for item in items:
        if isinstance(item, NodeItem):
            pen, brush = item.pen(theme), QBrush(item.ground(theme))
            outline = item.outline().translated(item.pos())
        else:
            pen, brush, outline = item.line(theme), QBrush(), item.path()
        key = (pen.color().name(), pen.widthF(), pen.style(), brush.color().name())
        if key not in paths:
            stroke = QGraphicsPathItem()
            stroke.setPen(pen)
            stroke.setBrush(brush)
            stroke.setZValue(item.zValue() - 0.25)
            paths[key] = stroke
        whole = paths[key].path()
        whole.addPath(outline)
        paths[key].setPath(whole)
    return list(paths.values())


def legend(*, fog: bool) -> str:
    """What the lines and boxes mean."""
    if fog:
        return QCoreApplication.translate(
            "MapGraph",
            "Strong line: your way · dashed: taken back · small hatched boxes: roads not taken",
        )
    return QCoreApplication.translate(
        "MapGraph", "Strong line: your way · dashed: taken back · pale: never seen"
    )


def _scale() -> float:
    return theme_of().text_percent / 100
