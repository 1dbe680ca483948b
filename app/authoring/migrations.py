"""Older versions of the scenario format, brought up to the present one in memory.

A migration changes the tree of a file before its form is checked; every value keeps its place,
so faults are still told by the line that the author sees. The file itself is never rewritten.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from app.authoring.finding import Report
from app.authoring.reading import Scalar, Table, Value
from app.phrase import Phrase

FORMAT = 1
"""The present version: what docs/scenario-format.md describes."""

Migration = Callable[[Table], Table]


def renamed(table: Table, old: str, new: str) -> Table:
    """``table`` with the key ``old`` called ``new``, where it was; a clash is left alone."""
    if old not in table.entries or new in table.entries:
        return table
    names = {key: new if key == old else key for key in table.entries}
    return replace(
        table,
        entries={names[key]: value for key, value in table.entries.items()},
        keys={names.get(key, key): mark for key, mark in table.keys.items()},
    )


def _from_0(tree: Table) -> Table:
    """Format 0 said ``opening_hours``."""
    return renamed(tree, "opening_hours", "office_hours")


MIGRATIONS: Mapping[int, Migration] = {0: _from_0}
"""By version, the step to the next one."""


def migrate(
    tree: Table, report: Report, advice: Report, steps: Mapping[int, Migration] = MIGRATIONS
) -> Table:
    """The tree in the present format. A file of a version that is missing or no number is
    left as it is: the check of its form says so.

    A newer version is refused in ``report``; that an older one was upgraded is noted in
    ``advice``. Raises ScenarioFileError for a version that nothing leads on from.
    """
    written = tree.get("format")
    version = written.data if isinstance(written, Scalar) else None
    if written is None or not isinstance(version, int) or isinstance(version, bool):
        return tree
    if version > FORMAT:
        message = Phrase(
            "the file is in format {version}, and this program knows {format} at most",
            version=version,
            format=FORMAT,
        )
        report.add(written.mark, "E208", message, Phrase("update the program"))
        report.stop()
    for step in range(version, FORMAT):
        if step not in steps:
            message = Phrase(
                "the file is in format {version}, which was never in use", version=version
            )
            report.add(
                written.mark, "E208", message, Phrase("write 'format: {format}'", format=FORMAT)
            )
            report.stop()
        tree = steps[step](tree)
    if version < FORMAT:
        message = Phrase(
            "the file is in the older format {version}; it was read as format {format}",
            version=version,
            format=FORMAT,
        )
        remedy = Phrase(
            "change it as docs/scenario-format.md says, and write 'format: {format}'", format=FORMAT
        )
        advice.add(written.mark, "W101", message, remedy)
        present: Value = Scalar(FORMAT, str(FORMAT), written.mark)
        tree = replace(tree, entries={**tree.entries, "format": present})
    return tree
