"""A frame of the map while it is moved and zoomed, against as many plain rectangles."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from typing import Any

NODES = 500
FRAMES = 60
SIZE = 1280, 800
GOAL = 16.0


def measure() -> dict[str, Any]:
    """Milliseconds of a frame, the median, and how many times those of the rectangles."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.chart"],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
        timeout=300,
    )
    found = json.loads(done.stdout)
    result: dict[str, Any] = {"nodes": NODES, "layout_ms": found.pop("layout_ms")}
    for name, (ours, plain) in found.items():
        result[f"{name}_ms"] = ours
        result[f"{name}_ratio"] = round(ours / plain, 1)
    result["goal"] = f"every frame <= {GOAL:g} ms"
    result["met"] = all(ours <= GOAL for ours, _ in found.values())
    return result


def _look() -> dict[str, Any]:
    """Each motion with the milliseconds of our frame and of the plain one."""
    from PySide6.QtCore import QRectF
    from PySide6.QtWidgets import QApplication, QGraphicsRectItem, QGraphicsScene, QGraphicsView

    from app.gui import fonts, theme
    from app.gui.screens.map import MapScreen, sheet
    from app.gui.widgets.graph_view import FARTHEST, READABLE
    from app.resources import asset
    from tests.gui.long_story import long_story, played

    app = QApplication(sys.argv[:1])
    fonts.load_fonts(asset("fonts"))
    theme.apply(app, theme.Theme())
    screen = MapScreen()
    screen.resize(*SIZE)
    screen.show()
    screen.show_play(played(long_story(NODES)), None, may_lift=True)
    sheet.cache_clear()
    begin = time.perf_counter()
    screen.lift.click()
    layout_ms = round((time.perf_counter() - begin) * 1000, 1)
    graph = screen.graph
    paper = QGraphicsScene()
    for item in graph.items_by_id.values():
        box = QGraphicsRectItem(QRectF(-100, -38, 200, 76))
        box.setPos(item.pos())
        paper.addItem(box)
    plain = QGraphicsView(paper)
    plain.setSceneRect(graph.sceneRect())
    plain.resize(graph.size())
    plain.show()

    def frames(view: QGraphicsView, motion: str) -> float:
        view.resetTransform()
        scale = FARTHEST if motion == "whole" else READABLE
        view.scale(scale, scale)
        if view is graph:
            graph.zoomed()
        bar, seconds = view.verticalScrollBar(), []
        bar.setValue(bar.maximum() // 4)
        app.processEvents()
        for number in range(FRAMES):
            if motion != "pan":
                factor = 1.02 if number % 20 < 10 else 1 / 1.02
                view.scale(factor, factor)
            bar.setValue(bar.value() + (7 if number % 20 < 10 else -7))
            begin = time.perf_counter()
            if motion != "pan":
                view.viewport().update()
            app.processEvents()
            seconds.append(time.perf_counter() - begin)
        return round(statistics.median(seconds) * 1000, 2)

    found: dict[str, Any] = {
        motion: (frames(graph, motion), frames(plain, motion))
        for motion in ("pan", "zoom", "whole")
    }
    return {"layout_ms": layout_ms, **found}


if __name__ == "__main__":
    print(json.dumps(_look()))
