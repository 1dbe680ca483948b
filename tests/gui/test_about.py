"""The about page names whose work is in the game, and in a download everyone's."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from app.gui.screens import about
from app.gui.screens.about import AboutScreen


def texts(page: AboutScreen) -> str:
    return "\n".join(part.text() for part in page.findChildren(QLabel))


def test_the_duties_of_qts_licence_are_told(qtbot) -> None:
    page = AboutScreen()
    qtbot.addWidget(page)
    told = texts(page)
    assert "GNU Lesser General Public License, version 3" in told
    assert "SIL OPEN FONT LICENSE" in told
    assert "What this download is made of" not in told


def test_a_download_shows_its_notices(
    qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "LICENSES"
    folder.mkdir()
    (folder / "NOTICES.txt").write_text("OpenBLAS\n  Licence: BSD-3-Clause", "utf-8")
    monkeypatch.setattr(about, "data_root", lambda: tmp_path)
    page = AboutScreen()
    qtbot.addWidget(page)
    told = texts(page)
    assert "What this download is made of" in told
    assert "OpenBLAS" in told
    assert str(folder) in told


def test_every_library_that_the_game_needs_is_named(root: Path) -> None:
    import tomllib

    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {line.split(">")[0].split("-")[0].lower() for line in project["dependencies"]}
    parts = " ".join(name for name, _, _ in AboutScreen._parts(AboutScreen.__new__(AboutScreen)))
    assert {name for name in needed - {"shiboken6"} if name not in parts.lower()} == set()
