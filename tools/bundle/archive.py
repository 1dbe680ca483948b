"""Puts the bundle into an archive, with what its system wants beside the program."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from app import APP_ID, __version__
from tools.bundle.icons import DRAWING

_LINUX = Path(__file__).parent / "linux"


def system_name() -> str:
    """``linux-x86_64``, ``windows-amd64``, ``macos-arm64``: the end of an archive's name."""
    import platform

    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
    return f"{system}-{platform.machine().lower()}"


def build_time() -> int:
    """When the release was made: of the commit, if known, so that two builds are alike."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told:
        return int(told)
    try:
        asked = subprocess.run(
            ["git", "log", "-1", "--format=%ct"],
            cwd=Path(__file__).parent,
            capture_output=True,
            text=True,
            check=True,
        )
        return int(asked.stdout)
    except (OSError, subprocess.CalledProcessError, ValueError):
        return int(datetime.now(UTC).timestamp())  # not a checkout, or no git


def add_desktop_files(folder: Path) -> None:
    """Lay desktop file, icon, metadata and the menu script beside the program, for Linux."""
    day = f"{datetime.fromtimestamp(build_time(), UTC):%Y-%m-%d}"
    names = {"@APP_ID@": APP_ID, "@VERSION@": __version__, "@DATE@": day}
    places = {
        "norestore.desktop": f"share/applications/{APP_ID}.desktop",
        "norestore.metainfo.xml": f"share/metainfo/{APP_ID}.metainfo.xml",
        "add-to-menu.sh": "add-to-menu.sh",
    }
    for name, place in places.items():
        text = (_LINUX / name).read_text("utf-8")
        for mark, value in names.items():
            text = text.replace(mark, value)
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (folder / "add-to-menu.sh").chmod(0o755)
    icon = folder / "share/icons/hicolor/scalable/apps/norestore.svg"
    icon.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(DRAWING, icon)


def tar_xz(folder: Path, archive: Path, level: int = 6) -> Path:
    """An archive with ``folder`` at its top; owner and times are the same for every build.

    ``level``: 0 to 9, of xz. Processor code is recoded first, which saves a twentieth.
    """
    moment = build_time()

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = moment
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    filters = ["--x86"] if system_name().endswith(("x86_64", "amd64")) else []
    command = ["xz", "--threads=2", *filters, f"--lzma2=preset={level}"]
    with (
        archive.open("wb") as target,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=target) as xz,
    ):
        assert xz.stdin is not None
        with tarfile.open(fileobj=xz.stdin, mode="w|") as tar:
            # Not tar.add's own recursion, whose order is the disk's.
            for path in [folder, *sorted(folder.rglob("*"))]:
                name = path.relative_to(folder.parent).as_posix()
                tar.add(path, name, recursive=False, filter=plain)
        xz.stdin.close()
        if xz.wait() != 0:
            raise OSError(f"xz failed on {archive}")
    return archive


def zipped(folder: Path, archive: Path, level: int = 6) -> Path:
    """A ZIP with ``folder`` at its top, for Windows."""
    moment = datetime.fromtimestamp(build_time(), UTC).timetuple()[:6]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as file:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), moment)
                entry.compress_type = zipfile.ZIP_DEFLATED
                file.writestr(entry, path.read_bytes(), compresslevel=level)
    return archive


def ditto(application: Path, archive: Path) -> Path:
    """A ZIP of a macOS application that keeps links, rights and signature."""
    subprocess.run(["ditto", "-c", "-k", "--keepParent", application, archive], check=True)
    return archive


def write_sums(files: list[Path], target: Path) -> None:
    """SHA-256 sums as ``sha256sum --check`` reads them."""
    lines = []
    for file in sorted(files):
        with file.open("rb") as opened:
            lines.append(f"{hashlib.file_digest(opened, 'sha256').hexdigest()}  {file.name}\n")
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
