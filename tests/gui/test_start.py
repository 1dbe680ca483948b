"""What happens before the first paint: little, and nothing heavy."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.gui import main
from app.gui.main_window import MainWindow
from app.store import folders

PROGRAM = """
import sys
import app.cli
from PySide6.QtWidgets import QApplication
from app.gui import main
from app.gui.main_window import MainWindow
app = QApplication([])
window = main.make_window(app)
window.show()
while not window._painted:
    app.processEvents()
heavy = {"numpy", "networkx", "yaml", "jsonschema", "scipy"} & set(sys.modules)
print(sorted(heavy))
while window.entries is None:
    app.processEvents()
print(len(window.entries))
window.close()
"""


def test_nothing_heavy_is_imported_before_the_first_paint(root: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "NORESTORE_HOME": str(tmp_path)}
    result = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    heavy, cases = result.stdout.split("\n")[:2]
    assert heavy == "[]"
    assert int(cases) >= 1


def test_a_damaged_database_is_told_and_the_window_opens(
    qtbot, qapp: QApplication, home: Path
) -> None:
    folders.database_file().parent.mkdir(parents=True)
    folders.database_file().write_bytes(b"this is no database" * 100)
    window = main.make_window(qapp)
    qtbot.addWidget(window, before_close_func=MainWindow.release)
    window.show()
    sheet = window.sheet()
    assert sheet is not None
    assert sheet.accessibleName() == "About your settings"
    sheet.dismiss()


def test_an_unusable_folder_is_told_and_the_window_opens(
    qtbot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", "utf-8")
    monkeypatch.setenv("NORESTORE_HOME", str(blocked / "home"))
    window = main.make_window(qapp)
    qtbot.addWidget(window, before_close_func=MainWindow.release)
    window.show()
    assert window.sheet() is not None
    window.sheet().dismiss()
