"""The tour, which pictures and self-test take, really shows every screen."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.gui import selftest
from app.gui.main_window import MainWindow
from tests.shipped import scenarios


def test_every_screen_is_shown(
    qapp: QApplication, home: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = set()
    look = selftest._look

    def note(window: MainWindow, name: str) -> None:
        look(window, name)
        shown.add(type(window.pages.currentWidget()).__module__.rpartition(".")[2])

    monkeypatch.setattr(selftest, "_look", note)
    names = selftest.open_every_screen(scenarios()[0], "de")
    assert len(names) == len(set(names)) > 15
    screens = {
        path.stem
        for path in (root / "app/gui/screens").glob("*.py")
        if any(
            isinstance(node, ast.ClassDef) and node.name.endswith("Screen")
            for node in ast.parse(path.read_text("utf-8")).body
        )
    }
    assert screens - shown == set()


def test_an_error_behind_a_screen_is_found(
    qapp: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(_window: MainWindow) -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, lambda: 1 // 0)

    monkeypatch.setattr(MainWindow, "open_help", stumble)
    with pytest.raises(selftest.SelfTestError, match="ZeroDivisionError"):
        selftest.open_every_screen(scenarios()[0], "en")
