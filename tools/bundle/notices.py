"""The notices that go with the download, and the list of its parts for machines (CycloneDX)."""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Iterable
from pathlib import Path

from app import __version__
from tools.bundle.components import BundleError, Component

FOLDER = "LICENSES"
NOTICES = "NOTICES.txt"
SBOM = "norestore.cdx.json"

_INTRODUCTION = """Point of No Restore {version}: whose work is in it

Point of No Restore is under the MIT licence. It stands on the work of others, listed here with
its licences; their texts lie beside this file, in a folder for each.

Qt and Qt for Python (PySide6, Shiboken6) are used under the GNU Lesser General Public License,
version 3. They lie in the folder of the program as separate libraries, unchanged, as their makers
published them on the Python Package Index. You may replace them by versions of your own that fit:
put your files in place of the ones in _internal/PySide6 and _internal/shiboken6 (on macOS in
Contents/Frameworks). You may take the program apart as far as you need to for that. The source of
the versions used is at
  https://download.qt.io/official_releases/QtForPython/
  https://download.qt.io/official_releases/qt/
and for three years from the release we send it to whoever asks by the project's issue tracker, for
no more than what the sending costs. Qt itself contains the work of others, which
  https://doc.qt.io/qt-6/licenses-used-in-qt.html
lists module by module; the modules used here are Qt Core, Qt GUI, Qt Widgets, Qt SVG, Qt D-Bus and
the clients for X11 and Wayland.

"""


def notices_text(components: Iterable[Component]) -> str:
    """The list of the components, one paragraph each."""
    paragraphs = [
        f"{component.name} {component.version}".rstrip()
        + f"\n  Licence: {component.licence}\n"
        + (f"  From:    {component.source}\n" if component.source else "")
        for component in components
    ]
    return _INTRODUCTION.format(version=__version__) + "\n".join(paragraphs)


def write_notices(components: Iterable[Component], folder: Path) -> list[tuple[str, str, str]]:
    """Write notices, licence texts and parts list to ``folder``, which is emptied first; the
    files as PyInstaller wants data. Raises BundleError when a licence text is missing.
    """
    listed = list(components)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / NOTICES).write_text(notices_text(listed), encoding="utf-8")
    (folder / SBOM).write_text(json.dumps(sbom(listed), indent=1) + "\n", encoding="utf-8")
    for component in listed:
        if not component.texts and not component.licence.startswith("LicenseRef-"):
            raise BundleError(
                f"the licence text of {component.name} was not found; put it into "
                "tools/bundle/licences and name it in tools/bundle/components.py"
            )
        own = folder / component.name.replace(" ", "-")
        for text in component.texts:
            own.mkdir(exist_ok=True)
            shutil.copyfile(text, own / _text_name(text))
    return [
        (f"{FOLDER}/{path.relative_to(folder).as_posix()}", str(path), "DATA")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]


def _text_name(text: Path) -> str:
    """A flat name for a licence file, which may lie deep below ``licenses/``."""
    parts = text.parts
    below = parts[parts.index("licenses") + 1 :] if "licenses" in parts else parts[-1:]
    return "-".join(below) + ("" if text.suffix else ".txt")


def sbom(components: Iterable[Component]) -> dict[str, object]:
    """A CycloneDX 1.6 bill of materials. The same bundle gives the same document."""
    listed = [component for component in components if component.name != "norestore"]
    parts = [_part(component) for component in listed]
    content = json.dumps(parts, sort_keys=True)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, content)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "norestore",
                "name": "norestore",
                "version": __version__,
                "licenses": [{"expression": "MIT"}],
            }
        },
        "components": parts,
        "dependencies": [
            {"ref": "norestore", "dependsOn": [str(part["bom-ref"]) for part in parts]}
        ],
    }


def _part(component: Component) -> dict[str, object]:
    part: dict[str, object] = {
        "type": "library",
        "bom-ref": component.purl or component.name.lower().replace(" ", "-"),
        "name": component.name,
        "licenses": [{"expression": component.licence}],
    }
    if component.source:
        part["externalReferences"] = [{"type": "website", "url": component.source}]
    if component.version:
        part["version"] = component.version
    if component.purl:
        part["purl"] = component.purl
    return part
