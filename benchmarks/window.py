"""From the start of the process to the first painted window: ours against a bare one.

Ours is painted with the name of the game; the cases, whose files are read then, come later and
are told apart.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from statistics import median
from typing import Any

GOAL = 1.3
TURNS = 15

# Both say the time when control is back in the event loop after the first paint. The clock is
# the machine's, so that the parent's and the child's readings can be compared.
BARE = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, done)

def done():
    print(time.monotonic(), flush=True)
    os._exit(0)

app = QApplication(sys.argv[:1])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""

OURS = """
import os, sys, time
import app.cli
from app.cli.window import window_runner
window_runner()
from PySide6.QtCore import QTimer
from app.gui.main_window import MainWindow

paint, read = MainWindow.paintEvent, MainWindow._library_read

def paint_and_tell(window, event):
    if not window._painted:
        QTimer.singleShot(0, tell)
    paint(window, event)

def read_and_tell(window, entries):
    read(window, entries)
    QTimer.singleShot(0, done)

def tell():
    print(time.monotonic(), flush=True)

def done():
    print(time.monotonic(), flush=True)
    os._exit(0)

MainWindow.paintEvent, MainWindow._library_read = paint_and_tell, read_and_tell
sys.exit(app.cli.main([]))
"""


def measure() -> dict[str, Any]:
    """Medians of alternating starts, in seconds, and their ratio."""
    bare: list[float] = []
    ours: list[float] = []
    cases: list[float] = []
    with tempfile.TemporaryDirectory(prefix="norestore-bench-") as home:
        # The first start fills the disk cache and writes byte code.
        for turn in range(TURNS + 1):
            (plain,), (first, complete) = _seconds(BARE, home), _seconds(OURS, home)
            if turn:
                bare.append(plain)
                ours.append(first)
                cases.append(complete)
    ratio = median(ours) / median(bare)
    return {
        "ours_seconds": round(median(ours), 3),
        "bare_seconds": round(median(bare), 3),
        "platform": _environment(".")["QT_QPA_PLATFORM"],
        "ratio": round(ratio, 2),
        "goal": f"<= {GOAL}",
        "met": ratio <= GOAL,
        "all_cases_shown_seconds": round(median(cases), 3),
    }


def _seconds(program: str, home: str) -> list[float]:
    """From the start of a process to each moment that it tells."""
    begin = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", program],
        check=True,
        capture_output=True,
        text=True,
        env=_environment(home),
        timeout=60,
    )
    return [float(moment) - begin for moment in done.stdout.split()]


def _environment(home: str) -> dict[str, str]:
    screen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    platform = "offscreen" if sys.platform == "linux" and not screen else ""
    return {"QT_QPA_PLATFORM": platform, **os.environ, "NORESTORE_HOME": home}
