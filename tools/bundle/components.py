"""Whose work is in the bundle: every file belongs to a component with a licence we may ship.

A file that nobody here knows stops the build, and so does a licence that is not on the list.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path, PurePosixPath

from app import __version__
from tools.bundle.contents import PYTHON, ROOT, normal
from tools.bundle.stripping import File

LICENCES = Path(__file__).parent / "licences"

ALLOWED = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSD-Source-Code",
    "CC0-1.0",
    "GPL-2.0-or-later WITH Bootloader-exception",
    "GPL-3.0-or-later WITH GCC-exception-3.1",
    "HPND",
    "LGPL-2.1-or-later",
    "LGPL-3.0-only",
    "LicenseRef-Microsoft-Runtime",
    "LicenseRef-Public-Domain",
    "MIT",
    "OFL-1.1",
    "PSF-2.0",
    "Unicode-3.0",
    "X11",
    "Zlib",
    "bzip2-1.0.6",
}
"""Licences under which something may be in the bundle. GPL only with the exception that lets a
program of any licence stand beside it."""

OVERRULED = {
    # Of the licences offered, the one we take; or what older metadata says in other words.
    "h11": "MIT",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    "pyside6-essentials": "LGPL-3.0-only",
    "pyyaml": "MIT",
    "segno": "BSD-3-Clause",
    "shiboken6": "LGPL-3.0-only",
}


class BundleError(Exception):
    """Something is in the bundle that may not be; the message says what and what to do."""


@dataclass(slots=True)
class Component:
    """A piece of somebody's work; ``texts`` are its licence files, ``files`` lie in the bundle."""

    name: str
    version: str
    licence: str
    source: str
    texts: tuple[Path, ...] = ()
    purl: str = ""
    files: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Library:
    """A library that is no Python distribution: how its files are called, and its licence."""

    pattern: str
    name: str
    licence: str
    source: str
    text: str = ""
    """A file of ``licences/``; empty when the system's own copyright file says it."""


LIBRARIES = (
    Library(r"libicu", "ICU", "Unicode-3.0", "https://icu.unicode.org", "Unicode-3.0.txt"),
    Library(
        r"(lib)?(crypto|ssl)", "OpenSSL", "Apache-2.0", "https://openssl.org", "Apache-2.0.txt"
    ),
    Library(r"libbz2", "bzip2", "bzip2-1.0.6", "https://sourceware.org/bzip2"),
    Library(r"(lib)?expat", "Expat", "MIT", "https://libexpat.github.io"),
    Library(r"libffi", "libffi", "MIT", "https://sourceware.org/libffi"),
    Library(r"liblzma", "XZ Utils", "LicenseRef-Public-Domain", "https://tukaani.org/xz"),
    Library(r"libmpdec", "libmpdec", "BSD-2-Clause", "https://www.bytereef.org/mpdecimal"),
    Library(r"(lib)?sqlite3", "SQLite", "LicenseRef-Public-Domain", "https://sqlite.org"),
    Library(r"libuuid", "libuuid", "BSD-3-Clause", "https://github.com/util-linux/util-linux"),
    Library(r"libxcb", "XCB", "X11", "https://xcb.freedesktop.org"),
    Library(r"libxkbcommon", "libxkbcommon", "MIT", "https://xkbcommon.org"),
    Library(
        r"(vcruntime|msvcp|concrt|ucrtbase|api-ms-win)",
        "Microsoft Visual C++ runtime",
        "LicenseRef-Microsoft-Runtime",
        "https://learn.microsoft.com/cpp/windows/redistributing-visual-cpp-files",
    ),
)

INSIDE_NUMPY = (
    Library(r"lib(scipy_)?openblas", "OpenBLAS", "BSD-3-Clause", "https://www.openblas.net"),
    Library(
        r"libgfortran|libgcc|libstdc\+\+",
        "GCC runtime",
        "GPL-3.0-or-later WITH GCC-exception-3.1",
        "https://gcc.gnu.org",
    ),
    Library(r"libquadmath", "libquadmath", "LGPL-2.1-or-later", "https://gcc.gnu.org"),
)
"""Libraries that NumPy's wheels bring along; NumPy's licence file has their terms."""


def found_in(files: Iterable[File], modules: Iterable[File]) -> list[Component]:
    """The components that these files and Python modules belong to. Raises BundleError."""
    known: dict[str, Component] = {}
    for destination, source, kind in [*files, *modules]:
        if kind == "SYMLINK":
            continue
        component = _component(destination, source)
        known.setdefault(component.name, component).files.append(destination)
    loader = _of_distribution(_distribution("pyinstaller"))
    known.setdefault(loader.name, loader).files.append("norestore")
    refuse_unlisted(known.values())
    return sorted(known.values(), key=lambda component: component.name.lower())


def refuse_unlisted(components: Iterable[Component]) -> None:
    """Raises BundleError when a licence is not among those we may ship."""
    for component in components:
        words = re.split(r"\s+AND\s+", component.licence.replace("(", "").replace(")", ""))
        unlisted = [word for word in words if word not in ALLOWED]
        if unlisted:
            raise BundleError(
                f"{component.name} is under {component.licence!r}, which is not among the "
                "licences we may ship; leave it out, or read the licence and list it in "
                "tools/bundle/components.py"
            )


def _component(destination: str, source: str) -> Component:
    name = PurePosixPath(destination.replace("\\", "/")).name
    path = Path(source)
    if path.is_relative_to(ROOT / "assets" / "fonts"):
        return _fonts()
    owner = _owners().get(str(path.resolve()))
    own = path.is_relative_to(ROOT) and owner is None
    if own and not path.is_relative_to(ROOT / ".venv"):
        return _ours()
    inside = owner is not None and normal(owner.metadata["Name"]) == "numpy"
    for library in INSIDE_NUMPY if inside else LIBRARIES:
        if re.match(library.pattern, name) and _is_binary(name):
            return _of_library(library, path, owner)
    if owner is not None:
        return _of_distribution(owner)
    if _is_python(path, destination):
        return _python()
    raise BundleError(
        f"{destination} (from {source}) belongs to no component that is known; name its "
        "licence in tools/bundle/components.py, or leave it out in tools/bundle/contents.py"
    )


def _is_binary(name: str) -> bool:
    return bool(re.search(r"\.(so|dll|dylib|pyd)\b", name))


def _is_python(path: Path, destination: str) -> bool:
    if sys.platform == "win32":
        return path.is_relative_to(sys.base_prefix)
    return (
        path.is_relative_to(PYTHON)
        or path.name.startswith(("libpython", "Python"))
        or destination == "base_library.zip"
    )


def _ours() -> Component:
    return Component("norestore", __version__, "MIT", "", (ROOT / "LICENSE",))


def _fonts() -> Component:
    text = ROOT / "assets" / "fonts" / "OFL.txt"
    return Component("IBM Plex", "2017", "OFL-1.1", "https://github.com/IBM/plex", (text,))


def _python() -> Component:
    version = ".".join(map(str, sys.version_info[:3]))
    places = (
        Path(sys.base_prefix) / "lib" / f"python3.{sys.version_info[1]}" / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path("/usr/share/doc") / f"python3.{sys.version_info[1]}" / "copyright",
    )
    texts = tuple(place for place in places if place.is_file())[:1]
    return Component("Python", version, "PSF-2.0", "https://www.python.org", texts)


def _of_library(library: Library, path: Path, owner: Distribution | None) -> Component:
    if library.text:
        texts: tuple[Path, ...] = (LICENCES / library.text,)
    elif owner is not None:
        texts = _of_distribution(owner).texts[:1]
    else:
        texts = _system_copyright(path)
    return Component(library.name, "", library.licence, library.source, texts)


def _of_distribution(distribution: Distribution) -> Component:
    name = normal(distribution.metadata["Name"])
    licence = OVERRULED.get(name) or distribution.metadata.get("License-Expression") or ""
    texts = tuple(
        Path(str(file.locate()))
        for file in sorted(distribution.files or (), key=lambda file: len(file.parts))
        if re.search(r"dist-info/.*(licen[sc]e|copying|notice)", str(file), re.IGNORECASE)
    )
    if licence == "LGPL-3.0-only":
        texts = LICENCES / "LGPL-3.0.txt", LICENCES / "GPL-3.0.txt"
    title = "Qt and PySide6" if name == "pyside6-essentials" else distribution.metadata["Name"]
    purl = f"pkg:pypi/{name}@{distribution.version}"
    return Component(title, distribution.version, licence, _home(distribution), texts, purl)


def _home(distribution: Distribution) -> str:
    """Where a distribution says that its source or its makers are."""
    lines = distribution.metadata.get_all("Project-URL") or ()
    urls = {
        label.strip().lower(): url.strip()
        for label, _, url in (line.partition(",") for line in lines)
    }
    labels = ("source", "source code", "repository", "code", "homepage", "home", "documentation")
    known = [urls[label] for label in labels if label in urls]
    return next(iter([*known, distribution.metadata.get("Home-page") or "", *urls.values()]))


@cache
def _owners() -> dict[str, Distribution]:
    """Every installed file with the distribution that brought it."""
    found = {}
    for distribution in distributions():
        for file in distribution.files or ():
            found[str(Path(str(file.locate())).resolve())] = distribution
    return found


def _distribution(name: str) -> Distribution:
    return next(each for each in distributions() if normal(each.metadata["Name"]) == name)


@cache
def _system_packages() -> dict[str, str]:
    """Debian: the package of each file name among its libraries."""
    found: dict[str, str] = defaultdict(str)
    for listing in Path("/var/lib/dpkg/info").glob("lib*.list"):
        for line in listing.read_text("utf-8", "replace").splitlines():
            if ".so" in line:
                found[line.rpartition("/")[2]] = listing.name.removesuffix(".list").split(":")[0]
    return found


def _system_copyright(path: Path) -> tuple[Path, ...]:
    """The copyright file of the system's package that a library comes from."""
    for name in (path.name, path.resolve().name):
        text = Path("/usr/share/doc") / _system_packages().get(name, "?") / "copyright"
        if text.is_file():
            return (text,)
    return ()
