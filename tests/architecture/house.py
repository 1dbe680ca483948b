"""Reading our own source: which files there are, and what each imports."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def committed_files() -> tuple[Path, ...]:
    """All files that git keeps and that are there now."""
    listing = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-z"], capture_output=True, check=True, text=True
    ).stdout
    paths = (ROOT / name for name in listing.split("\0") if name)
    return tuple(path for path in paths if path.is_file())


def modules(folder: str = "app") -> list[Path]:
    """The Python files below a folder, committed or not."""
    return sorted((ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    """How messages call a file."""
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """Every module a file imports, also inside functions, with the names taken from it."""
    for node in ast.walk(ast.parse(path.read_bytes(), path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from (f"{module}.{alias.name}" for alias in node.names)


def packages(path: Path) -> set[str]:
    """The top-level packages a file imports; a relative import counts as ``app``."""
    return {name.partition(".")[0] or "app" for name in imports(path)}
