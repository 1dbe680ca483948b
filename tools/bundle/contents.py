"""What goes into the bundle: run-time dependencies and the parts of Qt that are used, no more.

PyInstaller collects whatever an import might lead to. In an environment with the tools of
development that is too much, so that here everything is named which may come along.
"""

from __future__ import annotations

import re
import sys
import sysconfig
import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path, PurePosixPath

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PYTHON = Path(sysconfig.get_path("stdlib"))
"""The standard library of the Python that builds."""

QT_MODULES = ("Core", "Gui", "Svg", "Widgets")
"""Qt's modules that the program imports."""

QT_LIBRARIES = (*QT_MODULES, "DBus", "WaylandClient", "XcbQpa")
"""Qt's libraries: the modules, and what their platform plugins are linked to."""

PLUGINS = {
    "iconengines": ("svgicon",),
    "imageformats": ("jpeg",),
    "platforms": ("cocoa", "offscreen", "wayland", "windows", "xcb"),
    "platforminputcontexts": (
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    ),
    "platformthemes": ("xdgdesktopportal",),
    "styles": ("macstyle", "modernwindowsstyle"),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "wayland-shell-integration": ("xdg-shell",),
}
"""Qt's plugins by kind. Rendering is by the processor: nothing for OpenGL, for pictures
JPEG, because a broker's logo may be one; SVG and PNG are read without a plugin."""

QT_TRANSLATIONS = ("qtbase_de.qm",)

SYSTEM_LIBRARIES = (
    # What Python's own modules are linked to; its versions differ between distributions.
    "libbz2",
    "libcrypto",
    "libexpat",
    "libffi",
    "liblzma",
    "libmpdec",
    "libpython3",
    "libsqlite3",
    "libssl",
    "libuuid",
    # What Qt's window needs and not every desktop has installed.
    "libxcb-cursor",
    "libxcb-icccm",
    "libxcb-image",
    "libxcb-keysyms",
    "libxcb-render-util",
    "libxcb-util",
    "libxcb-xkb",
    "libxkbcommon",
    "libxkbcommon-x11",
)
"""Linux: libraries of the build machine that come along. The others (the C library, X11, fonts,
OpenGL) must fit the user's drivers and settings, and are his own."""

UNUSED_STANDARD = (
    "curses",
    "distutils",
    "ensurepip",
    "idlelib",
    "lib2to3",
    "pydoc_data",
    "readline",
    "test",
    "tkinter",
    "turtledemo",
    "venv",
)
"""Parts of the standard library that nothing here needs, though something mentions them."""

UNUSED_MODULES = ("numpy.f2py", "numpy.testing", "numpy.distutils", "yaml.cyaml_tests")

_QT_LIBRARY = re.compile(r"^(?:lib)?Qt6?(\w+?)(?:\.so[.\d]*|\.dll|\.dylib)?$")
_QT_BINDING = re.compile(r"^Qt(\w+)\.(?:abi3\.so|pyd)$")


def wanted(destination: str, source: str) -> bool:
    """Whether a file that PyInstaller collected belongs into the bundle.

    ``destination`` is the path in the bundle, ``source`` where the file comes from: what does not
    come from Python or its packages is the system's.
    """
    path = PurePosixPath(destination.replace("\\", "/"))
    if "PySide6" in {*path.parts, *PurePosixPath(source.replace("\\", "/")).parts}:
        return _wanted_of_qt(path)
    if _is_documentation(path):
        return False
    own = (str(PYTHON), sys.prefix + "/lib/python")
    if source.startswith(("/lib", "/usr/lib")) and not source.startswith(own):
        return path.name.split(".so")[0].rstrip("0123456789.-") in _STEMS
    return True


_STEMS = {name.rstrip("0123456789.-") for name in SYSTEM_LIBRARIES}


def _wanted_of_qt(path: PurePosixPath) -> bool:
    if "translations" in path.parts:
        return path.name in QT_TRANSLATIONS
    if "plugins" in path.parts:
        kind = path.parts[path.parts.index("plugins") + 1]
        stem = path.name.split(".")[0].removeprefix("lib").removeprefix("q")
        return stem in PLUGINS.get(kind, ())
    binding = _QT_BINDING.match(path.name)
    if binding:
        return binding[1] in QT_MODULES
    framework = next((part for part in path.parts if part.endswith(".framework")), "")
    named = _QT_LIBRARY.match(framework.removesuffix(".framework") or path.name)
    if named:
        return named[1] in QT_LIBRARIES
    # Direct3D's compiler and a software OpenGL, which Qt's Windows wheels bring along.
    return not path.name.lower().startswith(("opengl32sw", "d3dcompiler"))


def _is_documentation(path: PurePosixPath) -> bool:
    """Tests, headers and types of packages, which do nothing in a program."""
    return path.suffix in (".pyi", ".h", ".c", ".pxd", ".a", ".lib") or "tests" in path.parts


def needed_distributions(project: Path = ROOT / "pyproject.toml") -> list[str]:
    """The distributions that an installed game has, by normalised name: what the project asks
    for, what that asks for, and so on.
    """
    declared = tomllib.loads(project.read_text("utf-8"))["project"]["dependencies"]
    found: dict[str, None] = {}
    waiting = [Requirement(line) for line in declared]
    while waiting:
        requirement = waiting.pop()
        name = normal(requirement.name)
        if name in found or not _applies(requirement):
            continue
        found[name] = None
        try:
            lines = requires(requirement.name) or []
        except PackageNotFoundError:
            lines = []
        asked = requirement.extras or {""}
        waiting += [
            line
            for line in map(Requirement, lines)
            if any(_applies(line, extra) for extra in asked)
        ]
    return sorted(found)


def _applies(requirement: Requirement, extra: str = "") -> bool:
    return requirement.marker is None or requirement.marker.evaluate({"extra": extra})


def normal(name: str) -> str:
    """A distribution's name as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def foreign_modules(needed: Iterable[str]) -> list[str]:
    """Top-level modules of this environment that no needed distribution brings."""
    allowed = set(needed)
    return sorted(
        module
        for module, distributions in packages_distributions().items()
        if module.isidentifier() and allowed.isdisjoint(map(normal, distributions))
    )
