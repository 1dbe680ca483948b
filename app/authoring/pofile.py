"""Reads and writes gettext's PO files, with the line of every entry.

Small on purpose: a play needs it while it loads, and Babel's reader, besides being slow to
import, forgets the ``#|`` lines that tell a translator what a changed text said before.
Bounded and linear, so that a stranger's file is safe to open. No plurals: no text needs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from app.authoring.finding import TOP, Mark, Report, shorten
from app.phrase import Phrase, reason_of

MAX_BYTES = 4_000_000
MAX_ENTRIES = 50_000
MAX_LINES = 8 * MAX_ENTRIES

_FIELD = re.compile(r'(msgctxt|msgid|msgstr)[ \t]+(".*")')
_QUOTED = re.compile(r'"((?:[^"\\]++|\\.)*+)"')
"""Possessive, for otherwise a line of megabytes takes hundreds of them to match."""
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A text and its translation. ``key``: msgctxt, the text's stable key (may be empty).

    ``previous``: what the source said when the translation was made, on a fuzzy entry.
    ``comments``: the translator's; ``hints``: for the translator. ``line`` counts from 1.
    """

    key: str
    source: str
    translation: str = ""
    fuzzy: bool = False
    previous: str | None = None
    comments: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    obsolete: bool = False
    line: int = 1

    @property
    def usable(self) -> bool:
        """Whether a reader may be shown the translation."""
        return bool(self.translation) and not self.fuzzy and not self.obsolete


@dataclass(frozen=True, slots=True)
class PoFile:
    """A header, as text of ``Name: value`` lines, and the entries in the file's order."""

    header: str
    entries: tuple[Entry, ...]
    comments: tuple[str, ...] = ()


def read_po(path: Path, report: Report) -> PoFile:
    """The entries of a file. Faults (T1) go to ``report``; what can be read is returned."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        report.add(
            TOP,
            "T101",
            Phrase("the file cannot be read: {reason}", reason=reason),
            Phrase("make it with 'po'"),
        )
        return PoFile("", ())
    if len(data) > MAX_BYTES:
        report.add(
            TOP,
            "T101",
            Phrase("the file is larger than {max_bytes} bytes", max_bytes=MAX_BYTES),
            Phrase("remove what is old"),
        )
        return PoFile("", ())
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        report.add(
            Mark(line, 1), "T101", Phrase("the file is not UTF-8"), Phrase("save it in UTF-8")
        )
        return PoFile("", ())
    return parse_po(text, report)


def parse_po(text: str, report: Report) -> PoFile:
    """As :func:`read_po`, from the text of a file."""
    reader = _Reader(report)
    for number, line in enumerate(text.split("\n"), 1):
        reader.take(number, line.strip())
        if len(reader.entries) > MAX_ENTRIES or number > MAX_LINES:
            message = Phrase(
                "more than {max_entries} entries or {max_lines} lines",
                max_entries=MAX_ENTRIES,
                max_lines=MAX_LINES,
            )
            report.add(Mark(number, 1), "T101", message, Phrase("split the story"))
            break
    reader.finish()
    if reader.entries and not (reader.entries[0].key or reader.entries[0].source):
        head, *rest = reader.entries
        return PoFile(head.translation, tuple(rest), head.comments)
    return PoFile("", tuple(reader.entries))


class _Reader:
    """Takes the lines one by one."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.entries: list[Entry] = []
        self._start()

    def _start(self) -> None:
        self.fields: dict[str, list[str]] = {}
        self.lists: dict[str, list[str]] = {"": [], ".": [], ",": []}
        self.current: list[str] | None = None
        self.obsolete = False
        self.line = 0

    def take(self, number: int, line: str) -> None:
        if not line:
            self.finish()
        elif line.startswith("#~"):
            if not self.obsolete and self.fields:
                self.finish()
            self.obsolete = True
            self._content(number, line[2:].strip(), "")
        elif line.startswith("#|"):
            self._content(number, line[2:].strip(), "previous ")
        elif line.startswith("#"):
            self._comment(line)
        else:
            if self.obsolete:
                self.finish()
            self._content(number, line, "")

    def _comment(self, line: str) -> None:
        if "msgstr" in self.fields:
            self.finish()
        kind = line[1:2] if line[1:2] in (".", ",") else ""
        if kind == ",":
            self.lists[","] += [flag.strip() for flag in line[2:].split(",") if flag.strip()]
        elif not line.startswith("#:"):
            self.lists[kind].append(line[1 + len(kind) :].removeprefix(" "))

    def _content(self, number: int, line: str, prefix: str) -> None:
        if line.startswith("|"):  # the previous source of an obsolete entry
            self._content(number, line[1:].strip(), "previous ")
            return
        goes_on = self.current is not None and line.startswith('"')
        found = None if goes_on else _FIELD.fullmatch(line)
        if found is None and not goes_on:
            remedy = Phrase('write msgctxt, msgid or msgstr and a text in "quotes"')
            self.report.add(
                Mark(number, 1), "T102", Phrase("cannot read {line}", line=shorten(line)), remedy
            )
            return
        quoted = line
        if found is not None:
            name, quoted = prefix + found[1], found[2]
            if name in self.fields or (not prefix and "msgstr" in self.fields):
                obsolete = self.obsolete
                self.finish()
                self.obsolete = obsolete
            self.line = self.line or number
            self.current = self.fields.setdefault(name, [])
        assert self.current is not None
        inside = _QUOTED.fullmatch(quoted)
        if inside is None:
            remedy = Phrase('end it with ", and write \\" for a quote inside')
            self.report.add(
                Mark(number, 1),
                "T102",
                Phrase("bad quotes in {quoted}", quoted=shorten(quoted)),
                remedy,
            )
            return
        text = inside[1]
        if "\\" in text:
            text = _ESCAPE.sub(lambda m: _ESCAPES.get(m[1], m[0]), text)
        self.current.append(text)

    def finish(self) -> None:
        if "msgid" in self.fields:
            flags = tuple(self.lists[","])
            previous = self.fields.get("previous msgid")
            self.entries.append(
                Entry(
                    key="".join(self.fields.get("msgctxt", ())),
                    source="".join(self.fields["msgid"]),
                    translation="".join(self.fields.get("msgstr", ())),
                    fuzzy="fuzzy" in flags,
                    previous=None if previous is None else "".join(previous),
                    comments=tuple(self.lists[""]),
                    hints=tuple(self.lists["."]),
                    flags=tuple(flag for flag in flags if flag != "fuzzy"),
                    obsolete=self.obsolete,
                    line=self.line,
                )
            )
        self._start()


def po_text(file: PoFile) -> str:
    """The file's text. Reading it again gives the same entries, but for their lines."""
    head = Entry("", "", file.header, comments=file.comments)
    blocks = [_block(entry) for entry in (head, *file.entries)]
    return "\n".join(blocks)


def _block(entry: Entry) -> str:
    lines = [f"# {comment}".rstrip() for comment in entry.comments]
    lines += [f"#. {hint}".rstrip() for hint in entry.hints]
    flags = (*(("fuzzy",) if entry.fuzzy else ()), *entry.flags)
    if flags:
        lines.append(f"#, {', '.join(flags)}")
    mark = "#~ " if entry.obsolete else ""
    if entry.previous is not None:
        lines += _field("#~| " if entry.obsolete else "#| ", "msgid", entry.previous)
    if entry.key:
        lines += _field(mark, "msgctxt", entry.key)
    lines += _field(mark, "msgid", entry.source)
    lines += _field(mark, "msgstr", entry.translation)
    return "\n".join(lines) + "\n"


def _field(mark: str, name: str, text: str) -> list[str]:
    """One line for one line of text; more are begun below an empty first one."""
    parts = text.splitlines(keepends=True) if "\n" in text else [text]
    quoted = [f'"{_escape(part)}"' for part in parts]
    if len(quoted) == 1:
        return [f"{mark}{name} {quoted[0]}"]
    return [f'{mark}{name} ""', *(mark + part for part in quoted)]


def _escape(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return text.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def without_lines(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries as if each stood in line 1, to compare files by their content."""
    return tuple(replace(entry, line=1) for entry in entries)
