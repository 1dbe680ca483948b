"""The finished download against the bare hello window, both by the same PyInstaller and Qt.

Takes some minutes: both are built and packed as releases are.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.window import BARE, OURS

ROOT = Path(__file__).parents[1]
SIZE_GOAL = 1.25
TURNS = 15
MEGABYTE = 1e6

# Before they leave, both also say how much memory they have held at most.
_PEAK = """
    from pathlib import Path
    status = Path("/proc/self/status").read_text()
    print(status.partition("VmHWM:")[2].split()[0], flush=True)
    os._exit(0)
"""


def measure() -> dict[str, Any]:
    """Size packed and unpacked, start to the first painted window, and memory."""
    if sys.platform != "linux":
        return {"skipped": "measured on Linux only"}
    with tempfile.TemporaryDirectory(prefix="norestore-bench-") as name:
        place = Path(name)
        bare, ours = _bare(place), _ours(place)
        packed = {folder.name: _packed(folder) for folder in (bare, ours)}
        sizes = {folder.name: _unpacked(folder) for folder in (bare, ours)}
        starts = _starts(bare, ours, place / "home")
    size, seconds = packed[ours.name] / packed[bare.name], starts["ours"][0] / starts["bare"][0]
    return {
        "packed_megabytes": round(packed[ours.name] / MEGABYTE, 1),
        "bare_packed_megabytes": round(packed[bare.name] / MEGABYTE, 1),
        "ratio": round(size, 2),
        "goal": f"<= {SIZE_GOAL}",
        "met": size <= SIZE_GOAL,
        "unpacked_megabytes": round(sizes[ours.name] / MEGABYTE, 1),
        "bare_unpacked_megabytes": round(sizes[bare.name] / MEGABYTE, 1),
        "first_paint_seconds": round(starts["ours"][0], 3),
        "bare_first_paint_seconds": round(starts["bare"][0], 3),
        "first_paint_ratio": round(seconds, 2),
        "memory_megabytes_with_all_cases": round(starts["ours"][1] / MEGABYTE),
        "bare_memory_megabytes": round(starts["bare"][1] / MEGABYTE),
    }


def _bare(place: Path) -> Path:
    """The hello window, with nothing told to PyInstaller."""
    script = place / "hello.py"
    script.write_text(_with_peak(BARE), encoding="utf-8")
    _pyinstaller(place, "--onedir", "--name", "bare", str(script))
    return place / "dist" / "bare"


def _ours(place: Path) -> Path:
    """The download, whose program tells when it has painted."""
    script = place / "told.py"
    script.write_text(_with_peak(OURS), encoding="utf-8")
    _pyinstaller(place, "build.spec", NORESTORE_ENTRY=str(script))
    return (place / "dist" / "norestore").rename(place / "dist" / "ours")


def _with_peak(script: str) -> str:
    return script.replace("    os._exit(0)\n", _PEAK.lstrip("\n"))


def _pyinstaller(place: Path, *words: str, **more: str) -> None:
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=ERROR"),
            *("--distpath", str(place / "dist"), "--workpath", str(place / "work")),
            *(() if "build.spec" in words else ("--specpath", str(place))),
            *words,
        ],
        cwd=ROOT,
        env={**os.environ, **more},
        check=True,
    )


def _packed(folder: Path) -> int:
    from tools.bundle.archive import tar_xz

    return tar_xz(folder, folder.with_suffix(".tar.xz")).stat().st_size


def _unpacked(folder: Path) -> int:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files)


def _starts(bare: Path, ours: Path, home: Path) -> dict[str, tuple[float, float]]:
    """Medians of alternating starts: seconds to the first paint, bytes of memory at the end."""
    taken: dict[str, list[tuple[float, int]]] = {"bare": [], "ours": []}
    for turn in range(TURNS + 1):
        for name, program in (("bare", bare / "bare"), ("ours", ours / "norestore")):
            one = _start(program, home)
            if turn:  # the first fills the disk's cache
                taken[name].append(one)
    return {
        name: (median(seconds for seconds, _ in runs), median(size for _, size in runs))
        for name, runs in taken.items()
    }


def _start(program: Path, home: Path) -> tuple[float, int]:
    screen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    environment = {**os.environ, "NORESTORE_HOME": str(home)}
    if not screen:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    begin = time.monotonic()
    done = subprocess.run(
        [program], env=environment, stdout=subprocess.PIPE, text=True, timeout=60, check=True
    )
    told = done.stdout.split()
    return float(told[0]) - begin, int(told[-1]) * 1024
