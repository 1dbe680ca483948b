"""YAML with places: reads a file into a small tree in which every value knows its line.

Built on PyYAML's events, not on its objects: nothing is constructed, so no tag can run
anything; anchors are refused, so nothing can multiply; depth and size are bounded. Only
``true`` and ``false`` are truth values, so an outcome may be called ``no``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from app.authoring.finding import TOP, Mark, Report, shorten
from app.phrase import Phrase, words_of

MAX_BYTES = 2_000_000
MAX_DEPTH = 40
MAX_PARTS = 50_000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WHOLE = re.compile(r"[-+]?\d{1,18}")
_DECIMAL = re.compile(r"[-+]?\d{1,18}\.\d{1,18}")


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value: its data, and its text as written (``0.30`` stays so)."""

    data: bool | int | Fraction | str | None
    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    items: tuple[Value, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping; ``keys`` holds the place of each key."""

    entries: Mapping[str, Value]
    keys: Mapping[str, Mark]
    mark: Mark

    def get(self, key: str) -> Value | None:
        """The value under a key, None without."""
        return self.entries.get(key)


Value = Scalar | Listing | Table


def read_file(path: Path, report: Report) -> Table:
    """The tree of a YAML file, whose top must be a mapping. Raises ScenarioFileError."""
    try:
        if path.exists() and not path.is_file():
            raise IsADirectoryError(Phrase("it is no ordinary file"))
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or words_of(error)
        report.add(
            TOP,
            "E101",
            Phrase("the file cannot be read: {reason}", reason=reason),
            Phrase("check path and permissions"),
        )
        report.stop()
        raise
    return read_bytes(data, report)


def read_bytes(data: bytes, report: Report) -> Table:
    """The tree of a YAML document in UTF-8. Raises ScenarioFileError."""
    tree: Value | None = None
    if len(data) > MAX_BYTES:
        report.add(
            TOP,
            "E102",
            Phrase("the file is larger than {max_bytes} bytes", max_bytes=MAX_BYTES),
            Phrase("split the story"),
        )
        report.stop()
    try:
        tree = _Composer(report).compose(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        report.add(
            Mark(line, 1), "E103", Phrase("the file is not UTF-8"), Phrase("save it in UTF-8")
        )
    except yaml.YAMLError as error:
        report.add(
            _mark(getattr(error, "problem_mark", None)),
            "E104",
            Phrase(
                "not YAML: {error}",
                error=getattr(error, "problem", None) or shorten(str(error), 120),
            ),
            Phrase(
                "check indentation, colons and quotes just above; quote texts that hold ': ' "
                "or ' #'"
            ),
        )
    report.stop()
    if isinstance(tree, Table):
        return tree
    report.add(
        TOP, "E105", Phrase("the file holds no mapping"), Phrase("start it with 'format: 1'")
    )
    report.stop()
    raise AssertionError("a report with findings stops")


def plain(value: Value) -> Any:
    """The tree as plain data (dict, list, str, int, float, bool, None), as JSON has it."""
    if isinstance(value, Table):
        return {key: plain(item) for key, item in value.entries.items()}
    if isinstance(value, Listing):
        return [plain(item) for item in value.items]
    return float(value.data) if isinstance(value.data, Fraction) else value.data


def content_hash(tree: Value) -> str:
    """SHA-256 of the tree as JSON: comments and layout do not count, the order of keys does.

    Order matters: facts are drawn in it, choices shown in it.
    """
    text = json.dumps(_exact(tree), ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def without_guides(tree: Table) -> Table:
    """The tree without what only a workshop's facilitator reads: no play depends on that, so a
    save must not go stale by it.
    """
    nodes = tree.entries.get("nodes")
    if not isinstance(nodes, Table):
        return tree
    plain_nodes = {
        id_: replace(node, entries={k: v for k, v in node.entries.items() if k != "facilitator"})
        if isinstance(node, Table)
        else node
        for id_, node in nodes.entries.items()
    }
    return replace(tree, entries={**tree.entries, "nodes": replace(nodes, entries=plain_nodes)})


def _exact(value: Value) -> Any:
    if isinstance(value, Table):
        return {key: _exact(item) for key, item in value.entries.items()}
    if isinstance(value, Listing):
        return [_exact(item) for item in value.items]
    return str(value.data) if isinstance(value.data, Fraction) else value.data


def locate(tree: Value, *path: str) -> Mark:
    """The place of the key at the end of ``path``, or of the last part of it that exists."""
    mark, value = tree.mark, tree
    for key in path:
        if not isinstance(value, Table) or key not in value.entries:
            break
        mark, value = value.keys[key], value.entries[key]
    return mark


class _Open:
    """A list or mapping that is still being read."""

    def __init__(self, mark: Mark, is_table: bool) -> None:
        self.mark = mark
        self.is_table = is_table
        self.items: list[Value] = []
        self.entries: dict[str, Value] = {}
        self.keys: dict[str, Mark] = {}
        self.key: Scalar | None = None

    def close(self) -> Value:
        if self.is_table:
            return Table(self.entries, self.keys, self.mark)
        return Listing(tuple(self.items), self.mark)


class _Composer:
    """Turns events into a tree, with a stack of its own instead of recursion."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.stack: list[_Open] = []
        self.root: Value | None = None
        self.parts = 0
        self.documents = 0

    def compose(self, text: str) -> Value | None:
        for event in yaml.parse(text, Loader=_LOADER):
            mark = _mark(event.start_mark)
            if isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if self.documents > 1:
                    self._refuse(
                        mark,
                        "E106",
                        Phrase("a second document starts here"),
                        Phrase("remove the '---'"),
                    )
            elif isinstance(event, yaml.NodeEvent):
                self._node(event, mark)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._place(self.stack.pop().close())
        return self.root

    def _node(self, event: Any, mark: Mark) -> None:
        self.parts += 1
        if self.parts > MAX_PARTS:
            self._refuse(
                mark,
                "E107",
                Phrase("more than {max_parts} values", max_parts=MAX_PARTS),
                Phrase("split the story"),
            )
        if event.anchor is not None:
            self._refuse(
                mark,
                "E108",
                Phrase("the anchor or alias {anchor}", anchor=repr(event.anchor)),
                Phrase("write it out"),
            )
        if event.tag not in (None, "!"):
            self._refuse(
                mark,
                "E109",
                Phrase("the tag {tag}", tag=shorten(event.tag)),
                Phrase("write the value plainly"),
            )
        if isinstance(event, yaml.ScalarEvent):
            text = event.value
            self._place(Scalar(text, text, mark) if event.style else read_scalar(text, mark))
            return
        if len(self.stack) >= MAX_DEPTH:
            self._refuse(
                mark,
                "E110",
                Phrase("nested deeper than {max_depth}", max_depth=MAX_DEPTH),
                Phrase("make it flatter"),
            )
        self._check_key(mark)
        self.stack.append(_Open(mark, isinstance(event, yaml.MappingStartEvent)))

    def _check_key(self, mark: Mark) -> None:
        if self.stack and self.stack[-1].is_table and self.stack[-1].key is None:
            self._refuse(
                mark,
                "E111",
                Phrase("a list or mapping stands as a key"),
                Phrase("use a word as key"),
            )

    def _place(self, value: Value) -> None:
        if not self.stack:
            self.root = value
            return
        parent = self.stack[-1]
        if not parent.is_table:
            parent.items.append(value)
        elif parent.key is None:
            assert isinstance(value, Scalar)
            parent.key = value
        else:
            self._enter(parent, parent.key, value)
            parent.key = None

    def _enter(self, parent: _Open, key: Scalar, value: Value) -> None:
        if key.text in parent.entries:
            first = parent.keys[key.text].line
            self.report.add(
                key.mark,
                "E112",
                Phrase(
                    "the key {text} stands here twice (first in line {first})",
                    text=shorten(key.text),
                    first=first,
                ),
                Phrase("keep one of the two"),
            )
        else:
            parent.entries[key.text] = value
            parent.keys[key.text] = key.mark

    def _refuse(self, mark: Mark, code: str, message: Phrase, remedy: Phrase) -> None:
        """A fault that makes the rest not worth, or not safe, reading."""
        self.report.add(mark, code, message, remedy)
        self.report.stop()


def read_scalar(text: str, mark: Mark) -> Scalar:
    """The value of a text that stands without quotes."""
    data: bool | int | Fraction | str | None = text
    if text in ("true", "false"):
        data = text == "true"
    elif text in ("", "~", "null"):
        data = None
    elif _WHOLE.fullmatch(text):
        data = int(text)
    elif _DECIMAL.fullmatch(text):
        data = Fraction(text)
    return Scalar(data, text, mark)


def _mark(mark: Any) -> Mark:
    return TOP if mark is None else Mark(mark.line + 1, mark.column + 1)
