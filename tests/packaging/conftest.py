"""The download, built once, and unpacked where a careless player would put it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tools.bundle.__main__ import build, pack

ARCHIVE = "NORESTORE_ARCHIVE"
"""Names a finished archive to test instead of building one."""


@dataclass(frozen=True)
class Download:
    """An unpacked download and the bare world it is started in."""

    folder: Path
    home: Path
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def program(self) -> Path:
        if sys.platform == "darwin":
            return self.folder / "Contents" / "MacOS" / "norestore"
        return self.folder / ("norestore.exe" if sys.platform == "win32" else "norestore")

    @property
    def command(self) -> Path:
        """What a terminal starts."""
        cli = self.program.with_name(self.program.name.replace("norestore", "norestore-cli"))
        return cli if cli.exists() else self.program

    @property
    def inside(self) -> Path:
        """Where program and data lie."""
        if sys.platform == "darwin":
            return self.folder / "Contents" / "Resources"
        return self.folder / "_internal"

    @property
    def data(self) -> Path:
        """Where the player's files go, on Linux."""
        return self.home / ".local/share/norestore"

    def environment(self, **more: str) -> dict[str, str]:
        """No Python, no settings of ours, nothing but a home."""
        bare = {"HOME": str(self.home), "PATH": "", "LANG": "C.UTF-8"}
        if sys.platform == "win32":
            bare |= {
                name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ
            }
            bare |= {"LOCALAPPDATA": str(self.home), "USERPROFILE": str(self.home)}
        return {**bare, **self.extra, **more}

    def run(self, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.command, *words],
            cwd=self.home,
            env=self.environment(**more),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The download as players get it, though packed in a hurry."""
    given = os.environ.get(ARCHIVE)
    return Path(given) if given else pack(build(), tmp_path_factory.mktemp("dist"), 0)


@pytest.fixture(scope="session")
def unpacked(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Unpacked below a name with spaces and umlauts, and read-only."""
    place = tmp_path_factory.mktemp("unpacked") / "Größere Übungen für Müller & Söhne"
    if archive.suffix == ".zip" and sys.platform == "darwin":
        place.mkdir()
        subprocess.run(["ditto", "-x", "-k", archive, place], check=True)
    else:
        shutil.unpack_archive(archive, place, **_how(archive))
    (folder,) = place.iterdir()
    _let_write(folder, False)
    yield folder
    _let_write(folder, True)


def _how(archive: Path) -> dict[str, str]:
    safe = archive.suffix != ".zip" and hasattr(__import__("tarfile"), "data_filter")
    return {"filter": "tar"} if safe else {}


def _let_write(folder: Path, allowed: bool) -> None:
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | 0o200 if allowed else mode & ~0o222)


@pytest.fixture
def download(unpacked: Path, tmp_path: Path) -> Download:
    """The read-only download with an empty home."""
    home = tmp_path / "home"
    home.mkdir()
    return Download(unpacked, home)


@pytest.fixture
def own_copy(unpacked: Path, tmp_path: Path) -> Download:
    """A copy of the download that may be changed, though not the files that are in it."""
    folder = tmp_path / "USB stick" / "game"
    shutil.copytree(unpacked, folder, symlinks=True, copy_function=os.link)
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
    home = tmp_path / "home"
    home.mkdir()
    return Download(folder, home)
