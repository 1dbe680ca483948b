"""Who may import whom."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.architecture.house import ROOT, imports, modules, name_of, packages

STDLIB = sys.stdlib_module_names
QT = {"PySide6", "shiboken6"}
GPL_ONLY_QT = re.compile(
    r"PySide6\.Qt(Charts|DataVisualization|Graphs\w*|HttpServer|NetworkAuth|Quick3D"
    r"|QuickTimeline|VirtualKeyboard)\b"
)


def test_imports_point_downward_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    status = lint_imports(no_cache=True, no_logo=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_engine_imports_only_stdlib_numpy_and_networkx() -> None:
    allowed = STDLIB | {"app", "numpy", "networkx"}
    assert _offenders("app/engine", lambda path: packages(path) - allowed) == {}


def test_only_the_gui_imports_qt() -> None:
    gui = ROOT / "app" / "gui"
    importers = {path for path in modules("app") if packages(path) & QT}
    assert [name_of(path) for path in importers if gui not in path.parents] == []


def test_no_qt_module_that_is_gpl_only() -> None:
    assert _offenders("app", lambda path: set(filter(GPL_ONLY_QT.match, imports(path)))) == {}


def test_app_imports_only_what_an_installed_game_has() -> None:
    """A development tool imported by the app works for us and fails for everyone else."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {_distribution(requirement) for requirement in project["dependencies"]}
    present = {
        package
        for package, distributions in packages_distributions().items()
        if not declared.isdisjoint(map(_distribution, distributions))
    }
    assert _offenders("app", lambda path: packages(path) - STDLIB - present - {"app"}) == {}


@pytest.mark.parametrize(
    "module",
    ["app.cli", "app.gui.main", "app.gui.main_window", "app.gui.screens.play", "app.gui.hints"],
)
def test_heavy_libraries_wait_until_needed(module: str) -> None:
    """They would delay the first window and the first scene, which need neither."""
    heavy = {"networkx", "numpy", "starlette", "uvicorn", "jsonschema", "segno"}
    code = f"import sys, {module}; print(*{heavy} & set(sys.modules))"
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False, text=True
    )
    assert (answer.returncode, answer.stdout.split()) == (0, []), answer.stderr


def _offenders(folder: str, faults: Callable[[Path], set[str]]) -> dict[str, list[str]]:
    found = {name_of(path): sorted(faults(path)) for path in modules(folder)}
    return {name: names for name, names in found.items() if names}


def _distribution(requirement: str) -> str:
    """The normalised name in a requirement such as ``PySide6-Essentials>=6.8``."""
    name = re.match(r"[\w.-]+", requirement)
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name[0]).lower()
