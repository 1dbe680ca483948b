"""A window over the shortest shipped case, without any saves: where whole plays are tested."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from app.engine.scenario import Scenario
from app.gui import language
from app.gui.library import Entry
from app.gui.main_window import MainWindow
from app.gui.settings import Settings
from tests.shipped import scenarios

SHORT = next(scenario for scenario in scenarios() if scenario.id == "fourth-disk")

Open = Callable[..., MainWindow]


def open_window(
    qtbot, app: QApplication, wanted: str = "en", case: Scenario = SHORT, **settings: object
) -> MainWindow:
    """The window, shown, its library read."""
    language.speak(app, wanted)
    made = Settings(language=wanted, reduced_motion=True, **settings)
    window = MainWindow(app, None, made, load=lambda: (Entry(case.id, case),))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(lambda: window.entries is not None)
    return window
