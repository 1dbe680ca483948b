"""What happens before the first paint: little, and nothing heavy."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from app.gui import main
from app.gui.main_window import MainWindow
from app.gui.settings import Settings, dress, save_settings
from app.gui.theme import Mode, theme_of
from app.store import first_look, folders
from app.store.database import Store

PROGRAM = """
import enum
import sys
import app.cli
from app.cli.window import window_runner
run = window_runner()
from PySide6.QtCore import QTimer
from app.gui.main_window import MainWindow

def after_paint(window):
    names = ("numpy", "networkx", "yaml", "jsonschema", "sqlite3", "app.engine", "app.gui.pages")
    print([name for name in names if name in sys.modules])
    # Qt's own namespace is made, with all its enumerations, when somebody first needs it.
    print(any(kind.__qualname__.startswith("Qt.") for kind in enum.Flag.__subclasses__()))

begin = MainWindow._begin

def first_look_then_begin(window):
    after_paint(window)
    begin(window)

MainWindow._begin = first_look_then_begin
read = MainWindow._library_read

def read_then_close(window, entries):
    read(window, entries)
    print(len(entries))
    window.close()

MainWindow._library_read = read_then_close
sys.exit(run())
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
    heavy, namespace, cases = result.stdout.split("\n")[:3]
    assert heavy == "[]"
    assert namespace == "False"
    assert int(cases) >= 1


def test_the_first_paint_looks_like_the_settings(qtbot, qapp: QApplication) -> None:
    first_look.keep(first_look.FirstLook("dark", 150, False, "en"))
    window = main.front(qapp, "", None)
    qtbot.addWidget(window, before_close_func=MainWindow.release)
    assert theme_of().is_dark
    assert theme_of().text_percent == 150
    shown = [part.text() for part in window.centralWidget().findChildren(QLabel)]
    assert "Point of\nNo Restore" in shown
    assert shown[-1].startswith("Opening")
    # The database says otherwise, and is right.
    window.complete()
    assert not theme_of().is_dark
    assert window.pages.currentWidget() is window.title


def test_settings_are_kept_for_the_next_first_paint(home: Path, qapp: QApplication) -> None:
    settings = Settings(Mode.CONTRAST, 175, geometry=b"here", language="de")
    dress(qapp, settings)
    with Store(folders.database_file()) as store:
        save_settings(store, settings)
    assert first_look.read() == first_look.FirstLook("contrast", 175, False, "de", "aGVyZQ==")


@pytest.mark.parametrize(
    "line", ["", "look-1 dark", "look-1 dark x de \n", "look-0 dark 100 de \n", "é"]
)
def test_an_odd_first_look_is_a_first_start(home: Path, line: str) -> None:
    home.mkdir()
    folders.first_look_file().write_text(line, "utf-8")
    assert first_look.read() == first_look.FirstLook()


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
