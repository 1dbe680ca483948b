"""``python -m tools.bundle``: make the download for this system, as ``make package`` does."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from app import __version__
from tools.bundle.archive import add_desktop_files, ditto, system_name, tar_xz, write_sums, zipped
from tools.bundle.notices import FOLDER, SBOM

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build"
OUT = BUILD / "bundle"


def made() -> Path:
    """The folder or, on macOS, the application that is packed."""
    mac = sys.platform == "darwin"
    return OUT / ("Point of No Restore.app" if mac else f"norestore-{__version__}")


def build() -> Path:
    """Run PyInstaller; the path of what it makes."""
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN"),
            *("--distpath", str(OUT), "--workpath", str(BUILD / "pyinstaller"), "build.spec"),
        ],
        cwd=ROOT,
        check=True,
    )
    if sys.platform != "darwin":
        shutil.rmtree(made(), ignore_errors=True)
        (OUT / "norestore").rename(made())
    return made()


def pack(built: Path, out: Path, level: int) -> Path:
    """Archive, sums and bill of materials in ``out``; the path of the archive."""
    out.mkdir(parents=True, exist_ok=True)
    stem = f"norestore-{__version__}-{system_name()}"
    if sys.platform == "darwin":
        archive = ditto(built, out / f"{stem}.zip")
    elif sys.platform == "win32":
        archive = zipped(built, out / f"{stem}.zip", level)
    else:
        add_desktop_files(built)
        archive = tar_xz(built, out / f"{stem}.tar.xz", level)
    parts = out / f"{stem}.cdx.json"
    shutil.copyfile(BUILD / "made" / FOLDER / SBOM, parts)
    write_sums([archive, parts], out / f"{stem}.sha256")
    return archive


def main() -> int:
    """Build and pack."""
    parser = argparse.ArgumentParser(prog="python -m tools.bundle", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="folder for the archive")
    parser.add_argument(
        "--level", type=int, default=6, choices=range(10), help="of compression; 0 is for tests"
    )
    parser.add_argument(
        "--pack-only", action="store_true", help="pack once more what was built, as after signing"
    )
    arguments = parser.parse_args()
    built = made() if arguments.pack_only else build()
    archive = pack(built, arguments.out, arguments.level)
    print(f"{archive}: {archive.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
