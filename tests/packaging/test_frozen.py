"""The finished program, started where there is neither Python nor anything of ours."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PyInstaller.archive.readers import CArchiveReader

from app import __version__
from tests.packaging.conftest import Download
from tools.bundle import contents
from tools.bundle.notices import FOLDER, NOTICES, SBOM

pytestmark = pytest.mark.frozen
linux = pytest.mark.skipif(sys.platform != "linux", reason="of Linux only")

GPL_ONLY = re.compile(
    "Qt6?(Charts|DataVisualization|Graphs|HttpServer|NetworkAuth|Quick3D|QuickTimeline"
    "|VirtualKeyboard|WaylandCompositor|Coap|Mqtt|Lottie)"
)


def contents_of(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        str(path.relative_to(folder)): (path.stat().st_size, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def wait_for(what: Callable[[], object], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def test_the_self_test_is_fine_and_leaves_nothing(download: Download) -> None:
    before = contents_of(download.folder)
    done = download.run("selftest", "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout)
    assert (told["version"], told["packaged"], told["fine"]) == (__version__, True, True)
    assert {"workshop", "screens en", "screens de", "PDF"} <= {c["check"] for c in told["checks"]}
    assert contents_of(download.folder) == before
    assert list(download.home.rglob("*")) == []


def test_the_command_line_works(download: Download) -> None:
    assert download.run("--version").stdout == f"norestore {__version__}\n"
    done = download.run("play", "fourth-disk", "--text", "--seed", "7", "--plan", "random")
    assert done.returncode == 0, done.stderr
    assert "EUR" in done.stdout
    done = download.run("lint", "nowhere")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@linux
def test_a_folder_beside_the_program_takes_the_data(own_copy: Download) -> None:
    data = own_copy.folder / "norestore-data"
    data.mkdir()
    with subprocess.Popen(
        [own_copy.program], env=own_copy.environment(QT_QPA_PLATFORM="offscreen")
    ) as process:
        wait_for((data / "norestore.sqlite3").exists)
        process.kill()
    assert list(own_copy.home.rglob("*")) == []


@linux
def test_a_library_that_is_missing_is_named(own_copy: Download) -> None:
    library = own_copy.inside / "libxcb-cursor.so.0"
    library.unlink()
    library.write_bytes(b"")
    done = own_copy.run(DISPLAY=":987", QT_QPA_PLATFORM="xcb")
    assert done.returncode == 2
    assert "sudo apt install libxcb-cursor0" in done.stderr
    assert done.stderr.count("\n") == 1


@linux
def test_without_a_screen_it_says_so(download: Download) -> None:
    done = download.run()
    assert done.returncode == 0
    assert "there is no screen here" in done.stderr
    assert "Go on with: norestore play" in done.stdout


def test_only_what_is_used_is_in_it(download: Download) -> None:
    files = [path.name for path in download.folder.rglob("*") if path.is_file()]
    assert [name for name in files if GPL_ONLY.search(name)] == []
    qt = {match[1] for name in files if (match := re.match(r"(?:lib)?Qt6(\w+)\.", name))}
    assert qt <= set(contents.QT_LIBRARIES)
    plugins = {
        path.name.split(".")[0].removeprefix("lib").removeprefix("q")
        for path in download.folder.rglob("plugins/*/*")
    }
    assert plugins <= {name for names in contents.PLUGINS.values() for name in names}
    assert not {name for name in files if name.endswith((".pyi", ".upx"))}


def test_no_tool_of_development_is_in_it(download: Download) -> None:
    reader = CArchiveReader(str(download.program))
    code = next(name for name in reader.toc if name.endswith(".pyz"))
    modules = {name.split(".")[0] for name in reader.open_embedded_archive(code).toc}
    assert {"app", "networkx", "starlette", "uvicorn"} <= modules
    tools = {"PIL", "PyInstaller", "babel", "matplotlib", "pip", "pytest", "scipy", "setuptools"}
    assert tools.isdisjoint(modules)
    assert {"tkinter", "test", "idlelib"}.isdisjoint(modules)


def test_everyone_in_it_is_named_with_a_licence(download: Download) -> None:
    folder = download.inside / FOLDER
    notices = (folder / NOTICES).read_text("utf-8")
    parts = json.loads((folder / SBOM).read_text("utf-8"))["components"]
    names = {part["name"] for part in parts}
    assert {"IBM Plex", "ICU", "OpenBLAS", "Python", "Qt and PySide6", "numpy", "uvicorn"} <= names
    for part in parts:
        expression = part["licenses"][0]["expression"]
        assert f"Licence: {expression}" in notices
        texts = folder / part["name"].replace(" ", "-")
        assert expression.startswith("LicenseRef-") or any(texts.iterdir()), part["name"]
    assert (folder / "Qt-and-PySide6" / "LGPL-3.0.txt").is_file()
    assert "LESSER" in (folder / "Qt-and-PySide6" / "LGPL-3.0.txt").read_text("utf-8")


@linux
def test_qt_can_be_replaced(own_copy: Download) -> None:
    """The licence of Qt wants that: its libraries are files, found by name beside the program."""
    library = own_copy.inside / "PySide6/Qt/lib/libQt6Svg.so.6"
    other = library.read_bytes()
    library.unlink()
    assert own_copy.run("selftest", "--json").returncode == 1
    library.write_bytes(other)
    assert own_copy.run("selftest", "--json").returncode == 0


@linux
def test_what_belongs_beside_it_is_there(unpacked: Path) -> None:
    names = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*")}
    assert {"norestore", "add-to-menu.sh", "_internal/scenarios/server-crash/de.po"} <= names
    assert any(name.endswith(".desktop") for name in names)
    assert any(name.endswith(".metainfo.xml") for name in names)
    assert not unpacked.stat().st_mode & 0o222
