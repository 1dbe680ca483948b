"""What may come into the download, and under which licences."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tools.bundle import components, contents, notices, windows
from tools.bundle.components import BundleError, Component, refuse_unlisted

QT = "PySide6/Qt/lib/"


@pytest.mark.parametrize(
    ("destination", "source"),
    [
        ("PySide6/QtWidgets.abi3.so", "site-packages/PySide6/QtWidgets.abi3.so"),
        (f"{QT}libQt6Core.so.6", f"site-packages/{QT}libQt6Core.so.6"),
        (f"{QT}libicudata.so.73", f"site-packages/{QT}libicudata.so.73"),
        ("PySide6/Qt6Svg.dll", r"C:\site-packages\PySide6\Qt6Svg.dll"),
        ("PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui", "site-packages/PySide6/x"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "site-packages/PySide6/x"),
        ("PySide6/plugins/platforms/qwindows.dll", "site-packages/PySide6/x"),
        ("PySide6/Qt/translations/qtbase_de.qm", "site-packages/PySide6/x"),
        ("libxcb-cursor.so.0", "/usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0"),
        ("libsqlite3.so.0", "/usr/lib/x86_64-linux-gnu/libsqlite3.so.0"),
        ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0"),
        ("assets/fonts/OFL.txt", "assets/fonts/OFL.txt"),
    ],
)
def test_what_is_used_comes_along(destination: str, source: str) -> None:
    assert contents.wanted(destination, source)


@pytest.mark.parametrize(
    ("destination", "source"),
    [
        ("PySide6/QtNetwork.abi3.so", "site-packages/PySide6/QtNetwork.abi3.so"),
        ("PySide6/QtDBus.abi3.so", "site-packages/PySide6/QtDBus.abi3.so"),
        (f"{QT}libQt6Qml.so.6", f"site-packages/{QT}libQt6Qml.so.6"),
        ("libQt6Network.so.6", "PySide6/Qt/lib/libQt6Network.so.6"),
        ("PySide6/Qt6Quick.dll", r"C:\site-packages\PySide6\Qt6Quick.dll"),
        ("PySide6/opengl32sw.dll", "site-packages/PySide6/opengl32sw.dll"),
        ("PySide6/Qt/lib/QtPdf.framework/Versions/A/QtPdf", "site-packages/PySide6/x"),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", "site-packages/PySide6/x"),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", "site-packages/PySide6/x"),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "site-packages/PySide6/x"),
        ("PySide6/Qt/translations/qtbase_fr.qm", "site-packages/PySide6/x"),
        ("libX11.so.6", "/lib/x86_64-linux-gnu/libX11.so.6"),
        ("libstdc++.so.6", "/usr/lib/x86_64-linux-gnu/libstdc++.so.6"),
        ("numpy/_core/tests/data.txt", "site-packages/numpy/_core/tests/data.txt"),
    ],
)
def test_what_is_not_used_stays_out(destination: str, source: str) -> None:
    assert not contents.wanted(destination, source)


def test_every_qt_module_that_the_program_imports_is_in() -> None:
    sources = "".join(path.read_text("utf-8") for path in (contents.ROOT / "app").rglob("*.py"))
    imported = set(re.findall(r"(?:from|import) PySide6\.Qt(\w+)", sources))
    assert imported == set(contents.QT_MODULES)


def test_tools_of_development_stay_out() -> None:
    needed = contents.needed_distributions()
    assert {"numpy", "networkx", "pyside6-essentials", "starlette", "h11"} <= set(needed)
    foreign = contents.foreign_modules(needed)
    assert {"PIL", "babel", "pytest", "setuptools", "PyInstaller", "scipy"} <= set(foreign)
    assert {"numpy", "networkx", "PySide6", "yaml", "h11"}.isdisjoint(foreign)


def test_a_licence_that_is_not_listed_stops_the_build() -> None:
    fine = Component("fine", "1", "BSD-3-Clause AND (MIT AND Zlib)", "")
    refuse_unlisted([fine])
    for licence in ("GPL-3.0-only", "MIT AND AGPL-3.0-only", "MIT OR GPL-3.0-only", ""):
        with pytest.raises(BundleError, match="odd is under"):
            refuse_unlisted([fine, Component("odd", "1", licence, "")])


def test_no_licence_on_the_list_is_gpl_without_an_exception() -> None:
    gpl = {name for name in components.ALLOWED if re.match("A?GPL", name)}
    assert all(" WITH " in name for name in gpl)


def test_a_file_of_nobody_stops_the_build(tmp_path: Path) -> None:
    stray = tmp_path / "libstray.so.1"
    stray.touch()
    with pytest.raises(BundleError, match="belongs to no component"):
        components.found_in([("libstray.so.1", str(stray), "BINARY")], [])


def test_files_find_their_makers() -> None:
    import numpy
    import PySide6

    fonts, core = contents.ROOT / "assets/fonts/OFL.txt", numpy._core.multiarray.__file__
    widgets = next(Path(PySide6.__file__).parent.glob("QtWidgets.*so"))
    found = components.found_in(
        [
            ("assets/fonts/OFL.txt", str(fonts), "DATA"),
            ("numpy/_core/multiarray.py", str(core), "DATA"),
            ("PySide6/QtWidgets.abi3.so", str(widgets), "BINARY"),
            ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        ],
        [("app.cli", str(contents.ROOT / "app/cli/__init__.py"), "PYMODULE")],
    )
    by_name = {component.name: component for component in found}
    assert set(by_name) == {"IBM Plex", "numpy", "Qt and PySide6", "norestore", "pyinstaller"}
    assert by_name["Qt and PySide6"].licence == "LGPL-3.0-only"
    assert all(text.is_file() for component in found for text in component.texts)


def test_notices_name_everyone_and_carry_the_texts(tmp_path: Path) -> None:
    text = tmp_path / "LICENSE"
    text.write_text("Do what you like.\n", "utf-8")
    part = Component("Some Part", "1.2", "MIT", "https://example.org", (text,), "pkg:pypi/part@1.2")
    data = notices.write_notices([part], tmp_path / "out")
    assert [name for name, _, _ in data] == [
        "LICENSES/NOTICES.txt",
        "LICENSES/Some-Part/LICENSE.txt",
        "LICENSES/norestore.cdx.json",
    ]
    written = (tmp_path / "out" / "NOTICES.txt").read_text("utf-8")
    assert "Some Part 1.2\n  Licence: MIT\n  From:    https://example.org" in written
    assert "GNU Lesser General Public License" in written
    with pytest.raises(BundleError, match="licence text of Some Part"):
        notices.write_notices([Component("Some Part", "1.2", "MIT", "")], tmp_path / "out")


def test_the_parts_list_is_cyclonedx() -> None:
    part = Component("Some Part", "1.2", "MIT", "https://example.org", (), "pkg:pypi/part@1.2")
    bare = Component("libbare", "", "MIT", "")
    document = notices.sbom([part, bare])
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", str(document["serialNumber"]))
    assert document == notices.sbom([part, bare])
    assert document["components"] == [
        {
            "type": "library",
            "bom-ref": "pkg:pypi/part@1.2",
            "name": "Some Part",
            "licenses": [{"expression": "MIT"}],
            "externalReferences": [{"type": "website", "url": "https://example.org"}],
            "version": "1.2",
            "purl": "pkg:pypi/part@1.2",
        },
        {
            "type": "library",
            "bom-ref": "libbare",
            "name": "libbare",
            "licenses": [{"expression": "MIT"}],
        },
    ]


def test_windows_is_told_the_version(tmp_path: Path) -> None:
    assert windows.version_numbers("1.2.3rc1") == (1, 2, 3, 0)
    assert windows.version_numbers("0.4") == (0, 4, 0, 0)
    text = Path(windows.version_resource(tmp_path / "v.txt", "norestore", "1.2.3")).read_text()
    tree = ast.parse(text, mode="eval")
    assert isinstance(tree.body, ast.Call)
    assert "filevers=(1, 2, 3, 0)" in text
    assert "'norestore.exe'" in text
