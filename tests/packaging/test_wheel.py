"""The game as a Python package: built, installed into an environment of its own, and tried."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from app import __version__
from tests.architecture.house import modules, packages
from tools.bundle.contents import normal

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A source distribution, and the wheel that is made from it and nothing else."""
    out = tmp_path_factory.mktemp("built")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", out, root],
        check=True,
        capture_output=True,
    )
    return out


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    return next(built.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment with the wheel, which borrows what the wheel depends on."""
    home = tmp_path_factory.mktemp("installed") / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
    scheme = {"base": str(home), "platbase": str(home)}
    site = Path(sysconfig.get_path("purelib", "venv", scheme))
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    programs = Path(sysconfig.get_path("scripts", "venv", scheme))
    python = next(programs.glob("python*"))
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", f"--python={python}"]
    install = ["install", "--quiet", "--no-deps", "--no-index", "--no-compile", wheel]
    subprocess.run([*pip, *install], check=True)
    return programs


def test_the_installed_package_passes_its_self_test(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [installed / "norestore", "selftest", "--json"],
        cwd=tmp_path,
        env={**os.environ, "NORESTORE_HOME": str(tmp_path / "home")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout)
    assert told["version"] == __version__
    assert {"files", "save", "workshop", "screens en", "screens de", "PDF"} <= {
        check["check"] for check in told["checks"]
    }


def test_the_metadata_asks_for_what_is_imported(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        text = file.read(f"norestore-{__version__}.dist-info/METADATA").decode()
    asked = {
        normal(re.split(r"[^\w.-]", line, maxsplit=1)[0])
        for line in re.findall(r"^Requires-Dist: (.*)$", text, re.MULTILINE)
        if "extra ==" not in line
    }
    imported = (
        {name for path in modules() for name in packages(path)} - sys.stdlib_module_names - {"app"}
    )
    by_package = packages_distributions()
    needed = {normal(by_package[name][0]) for name in imported if name in by_package}
    assert needed - asked == set()
    assert "Requires-Python: >=3.11" in text
    assert "License-Expression: MIT" in text


def test_the_wheel_brings_its_data_and_nothing_of_ours(wheel: Path, root: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        names = set(file.namelist())
    for folder in ("assets", "scenarios"):
        for path in (root / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert f"app/_data/{path.relative_to(root).as_posix()}" in names
    tops = {name.split("/")[0] for name in names}
    assert tops == {"app", f"norestore-{__version__}.dist-info"}
    assert f"norestore-{__version__}.dist-info/licenses/LICENSE" in names


def test_the_source_can_be_packaged_too(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as file:
        names = {name.partition("/")[2] for name in file.getnames()}
    assert {"build.spec", "tools/bundle/contents.py", "pyproject.toml", "README.md"} <= names
    assert not {name for name in names if name.startswith((".venv", "build/", "dist/"))}
