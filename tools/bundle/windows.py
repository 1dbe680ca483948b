"""The version resource that Windows shows among a program's properties."""

from __future__ import annotations

import re
from pathlib import Path

from app import __version__

_TEMPLATE = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004,
    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('040904B0', [
      StringStruct('CompanyName', 'The Point of No Restore founders'),
      StringStruct('FileDescription', 'Point of No Restore'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', '{name}'),
      StringStruct('LegalCopyright', 'MIT License'),
      StringStruct('OriginalFilename', '{name}.exe'),
      StringStruct('ProductName', 'Point of No Restore'),
      StringStruct('ProductVersion', '{version}')])]),
    VarFileInfo([VarStruct('Translation', [1033, 1200])])
  ]
)
"""


def version_resource(path: Path, name: str, version: str = __version__) -> str:
    """Write the resource of the program ``name`` as PyInstaller reads it; its path."""
    text = _TEMPLATE.format(numbers=version_numbers(version), version=version, name=name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def version_numbers(version: str) -> tuple[int, int, int, int]:
    """The four numbers that Windows compares: ``1.2.3rc1`` is ``(1, 2, 3, 0)``."""
    found = [int(number) for number in re.findall(r"\d+", version.partition("+")[0])[:3]]
    major, minor, patch = (*found, 0, 0, 0)[:3]
    return major, minor, patch, 0
