"""Fonts once, the plain light theme before each test, and a home without saves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.gui import theme
from app.gui.fonts import load_fonts
from app.resources import asset


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> int:
    return load_fonts(asset("fonts"))


@pytest.fixture(autouse=True)
def looks(qapp: QApplication, fonts: int) -> None:
    # The last test's windows would stay until some event loop runs, and be polished each time.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # Polishing all widgets takes a while, and most tests leave the theme alone.
    if qapp.styleSheet() == "" or theme.theme_of() != theme.Theme():
        theme.apply(qapp, theme.Theme())


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NORESTORE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[QtBot]:
    """Holds its widgets, which pytest-qt's own does not: Python's garbage collector would take
    a window in the middle of its last paint event."""
    kept: list[QWidget] = []
    add = qtbot.addWidget

    def keep(widget: QWidget, **more: Any) -> None:
        kept.append(widget)
        add(widget, **more)

    monkeypatch.setattr(qtbot, "addWidget", keep)
    yield qtbot
    kept.clear()
