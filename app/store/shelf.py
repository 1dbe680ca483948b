"""Saved plays as files: names that the player gave them, copies, and the trash.

A play that is thrown away goes into a folder of its own and can be put back; only
``forget_plays`` deletes.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from app.store import faults, folders
from app.store.database import Store

MAX_NAME = 80
"""Characters of a name; more would not fit on a line."""


def trash_folder() -> Path:
    """Where plays lie that were thrown away."""
    return folders.journals_folder() / "trash"


def names(store: Store) -> dict[str, str]:
    """The player's own names of saved plays, by file name. Raises StoreError."""
    return dict(store.query("SELECT journal, name FROM names"))


def rename(store: Store, journal: str, name: str) -> None:
    """Call a saved play something; nothing takes the name away. Raises StoreError."""
    kept = " ".join(name.split())[:MAX_NAME]
    if kept:
        store.write(("INSERT OR REPLACE INTO names VALUES (?, ?)", (journal, kept)))
    else:
        store.write(("DELETE FROM names WHERE journal = ?", (journal,)))


def duplicate(store: Store, path: Path, name: str = "") -> Path:
    """A copy of a saved play under a new file name, called ``name``.

    Raises OSError or StoreError.
    """
    copy = _free(path.parent, path)
    unfinished = copy.with_name(copy.name + ".part")
    shutil.copyfile(path, unfinished)
    unfinished.rename(copy)
    # What the original has reached, the copy has reached; progress counts it once.
    store.write(
        (
            "INSERT INTO finished SELECT ?, scenario, terms, seed, exam, ending, client_loss, "
            "claim, justified_claim, insurer_pays, you_pay, own_costs, finished "
            "FROM finished WHERE journal = ?",
            (copy.name, path.name),
        ),
        (
            "INSERT INTO uncounted SELECT ? FROM finished WHERE journal = ?",
            (copy.name, path.name),
        ),
    )
    rename(store, copy.name, name)
    return copy


def throw_away(path: Path) -> Path:
    """Put a saved play into the trash; where it is now. Raises OSError."""
    return _move(path, trash_folder())


def put_back(path: Path) -> Path:
    """Take a saved play out of the trash; where it is now. Raises OSError."""
    return _move(path, folders.journals_folder())


def unreadable_files() -> tuple[Path, ...]:
    """Journals that could not be read and were set aside, newest first."""
    folder = folders.journals_folder()
    found = folder.glob("*.unreadable*") if folder.is_dir() else ()
    return tuple(sorted(found, reverse=True))


def forget_plays(store: Store | None) -> None:
    """Delete every saved play for good, the trash and what was set aside too.

    Raises OSError or StoreError.
    """
    forget_folder(folders.journals_folder())
    faults.forget()
    if store is not None:
        tables = ("finished", "names", "uncounted")
        store.write(*((f"DELETE FROM {table}", ()) for table in tables))


def forget_folder(folder: Path) -> None:
    """Delete a folder of the player's own for good, if it is there. Raises OSError."""
    if folder.is_dir():
        shutil.rmtree(folder)


def _move(path: Path, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / path.name
    if target.exists():
        target = _free(folder, path)
    return path.rename(target)


def _free(folder: Path, path: Path) -> Path:
    """A name like that of ``path`` which no file in ``folder`` has."""
    number = 2
    while (free := folder / f"{path.stem}-{number}{path.suffix}").exists():
        number += 1
    return free
