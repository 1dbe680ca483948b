"""A real window, and what a real screen reader is told of it over AT-SPI."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shipped import scenarios

SYSTEM_PYTHON = "/usr/bin/python3"
TOOLS = ("Xvfb", "dbus-run-session")
SHORT = next(scenario for scenario in scenarios() if scenario.id == "fourth-disk")


def missing() -> str:
    """What a desktop with a screen reader lacks here, else empty."""
    absent = [tool for tool in TOOLS if shutil.which(tool) is None]
    if absent:
        return f"there is no {absent[0]}"
    if not any(Path(folder, "at-spi-bus-launcher").exists() for folder in launchers()):
        return "there is no at-spi2-core"
    asked = "import gi; gi.require_version('Atspi', '2.0')"
    bound = (
        Path(SYSTEM_PYTHON).exists()
        and not subprocess.run(
            [SYSTEM_PYTHON, "-c", asked], check=False, capture_output=True
        ).returncode
    )
    return "" if bound else "the system's Python has no bindings for AT-SPI"


def launchers() -> tuple[str, ...]:
    return ("/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib/at-spi2")


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of memory; Xvfb itself finds a number that is free."""
    if sys.platform != "linux":
        pytest.skip("AT-SPI is Linux's; this is another system")
    reason = missing()
    if reason:
        pytest.skip(f"no screen reader to test with: {reason}")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}"
    server.send_signal(signal.SIGTERM)
    server.wait()


def test_a_screen_reader_reads_the_game_and_plays_it(
    display: str, root: Path, tmp_path: Path
) -> None:
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "NORESTORE_HOME": str(tmp_path / "home"),
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    environment.pop("WAYLAND_DISPLAY", None)
    reader = Path(__file__).with_name("screen_reader.py")
    start = SHORT.nodes[SHORT.start]
    first = start.choices[0].text.source
    done = subprocess.run(
        ["dbus-run-session", "--", SYSTEM_PYTHON, reader, "The fourth disk", "Take the call", first,
         sys.executable, "-m", "app", "gui", "--language", "en"],
        cwd=root, env=environment, capture_output=True, check=False, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    names = {screen: [name for _, name in lines] for screen, lines in told.items()}
    assert {"The fourth disk", "Settings", "Quit"} <= set(names["title"])
    assert ["radio button", "Solid policy"] in told["briefing"]
    assert start.title.source in names["first"]
    assert ["push button", first] in told["first"]
    assert any(role == "image" and name.startswith("Picture") for role, name in told["first"])
    assert any(name.startswith("Client's loss") for name in names["first"])
    assert set(names["second"]) != set(names["first"])
