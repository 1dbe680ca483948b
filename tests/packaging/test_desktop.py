"""What lies beside the program for the desktops of Linux, and the icons of the others."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from PIL import Image

from app import APP_ID, __version__
from tools.bundle import archive, icons

linux = pytest.mark.skipif(sys.platform != "linux", reason="for the desktops of Linux")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / 'the "game" für $5'
    archive.add_desktop_files(folder)
    return folder


@linux
def test_the_desktop_file_is_valid(folder: Path) -> None:
    file = folder / f"share/applications/{APP_ID}.desktop"
    done = subprocess.run(["desktop-file-validate", file], capture_output=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, b"")


@linux
def test_the_metadata_is_valid(folder: Path) -> None:
    file = folder / f"share/metainfo/{APP_ID}.metainfo.xml"
    text = file.read_text("utf-8")
    assert f'version="{__version__}"' in text
    assert "@" not in text
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", "--no-color", file],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@linux
def test_the_menu_entry_starts_the_program_wherever_it_lies(folder: Path, tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path / "home")}
    script = folder / "add-to-menu.sh"
    subprocess.run([script], env=environment, check=True, capture_output=True)
    entry = tmp_path / f"home/.local/share/applications/{APP_ID}.desktop"
    start = next(line for line in entry.read_text("utf-8").splitlines() if line[:5] == "Exec=")
    # Once escaped as an argument, once more as a string of a desktop file.
    escaped = str(folder / "norestore").replace('"', r"\\" + '"').replace("$", r"\\" + "$")
    assert start == f'Exec="{escaped}"'
    done = subprocess.run(["desktop-file-validate", entry], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")
    subprocess.run([script, "--remove"], env=environment, check=True, capture_output=True)
    assert not entry.exists()


@pytest.mark.skipif(shutil.which("xz") is None, reason="needs xz")
def test_archives_of_the_same_content_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    made = []
    for name in ("one", "two"):
        folder = tmp_path / name / "norestore-1"
        (folder / "inner").mkdir(parents=True)
        program = folder / "norestore"
        program.write_bytes(b"\x7fELF")
        program.chmod(0o755)
        (folder / "inner" / "text").write_text("text", "utf-8")
        (folder / "link").symlink_to("inner/text")
        os.utime(program, (len(made), len(made)))
        made.append(archive.tar_xz(folder, tmp_path / f"{name}.tar.xz", 0))
    digests = {hashlib.sha256(path.read_bytes()).hexdigest() for path in made}
    assert len(digests) == 1
    with tarfile.open(made[0]) as tar:
        modes = {entry.name: oct(entry.mode) for entry in tar if entry.isreg()}
        assert modes == {"norestore-1/norestore": "0o755", "norestore-1/inner/text": "0o644"}
        assert tar.getmember("norestore-1/link").linkname == "inner/text"


def test_sums_can_be_checked(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"a")
    archive.write_sums([tmp_path / "a.zip"], tmp_path / "sums")
    assert (tmp_path / "sums").read_text() == f"{hashlib.sha256(b'a').hexdigest()}  a.zip\n"


def test_icons_hold_every_size(tmp_path: Path) -> None:
    with Image.open(icons.ico(tmp_path / "i.ico")) as image:
        assert image.info["sizes"] == {(size, size) for size in icons.ICO_SIZES}
    with Image.open(icons.icns(tmp_path / "i.icns")) as image:
        assert max(width for width, _, _ in image.info["sizes"]) >= 512
