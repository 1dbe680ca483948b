"""Translations of a scenario: ``<language>.po`` beside its file, kept up to date and checked.

The stable key of a text is its msgctxt, the English source its msgid. Codes: T1 the file
cannot be read, T2 texts missing, unsure or out of date, T3 a translation that does not fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from app import __version__
from app.authoring.finding import TOP, Finding, Mark, Report, ScenarioFileError, shorten
from app.authoring.pofile import Entry, PoFile, po_text, read_po
from app.authoring.texts import ReadText, texts
from app.engine.scenario import Scenario
from app.phrase import Phrase

SPOKEN = ("en", "de")
"""The languages of the program itself; the first is that of the sources."""

LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")

MAX_FILES = 50

_PLACEHOLDER = re.compile(r"\{[^{}\n]*\}")


def po_path(folder: Path, language: str) -> Path:
    """Where the translation of a scenario's folder belongs. ValueError for an odd language."""
    if not LANGUAGE.fullmatch(language):
        raise ValueError(
            Phrase(
                "{language} is no language code; write it as de, or as pt_BR",
                language=repr(language),
            )
        )
    return folder / f"{language}.po"


def updated(scenario: Scenario, language: str, old: PoFile) -> PoFile:
    """The file with all texts of the scenario, in reading order, and all that was translated.

    A changed source makes its translation fuzzy and keeps the previous source beside it; what
    the scenario no longer says stays as obsolete.
    """
    wanted = list(texts(scenario))
    memory = _Memory(old.entries, {(read.text.key, read.text.source) for read in wanted})
    entries = [memory.entry_for(read) for read in wanted]
    header = old.header or _header(scenario, language)
    return PoFile(header, (*entries, *memory.leftovers()), old.comments)


class _Memory:
    """What was translated before; every entry is given out once.

    ``wanted``: keys and sources of now; an entry that fits one of them waits for it.
    """

    def __init__(self, entries: Iterable[Entry], wanted: Set[tuple[str, str]]) -> None:
        self._wanted = wanted
        self._moving = {(_place(key), source) for key, source in wanted}
        self._by_key: dict[str, Entry] = {}
        self._by_source: dict[str, list[Entry]] = {}
        self._all = [entry for entry in entries if entry.translation or entry.comments]
        for entry in self._all:
            if entry.key not in self._by_key or self._by_key[entry.key].obsolete:
                self._by_key[entry.key] = entry
            self._by_source.setdefault(entry.source, []).append(entry)
        self._used: set[int] = set()

    def entry_for(self, read: ReadText) -> Entry:
        key, source = read.text.key, read.text.source
        hints = (read.hint,) if read.hint else ()
        new = Entry(key, source, hints=hints)
        at_key = self._by_key.get(key)
        if at_key is not None and at_key.source == source:
            return self._take(at_key, new, at_key.fuzzy, at_key.previous)
        moved = self._moved(key, source)
        if moved is not None:
            # A paragraph put in before it changed its number, not its meaning.
            same_place = _place(moved.key) == _place(key)
            return self._take(moved, new, moved.fuzzy or not same_place, moved.previous)
        if at_key is None or id(at_key) in self._used or not at_key.translation:
            return new
        if (_place(key), at_key.source) in self._moving:
            return new  # it belongs to a paragraph that has another number now
        return self._take(at_key, new, True, at_key.previous or at_key.source)

    def leftovers(self) -> tuple[Entry, ...]:
        """What no text needs any more."""
        return tuple(
            replace(entry, obsolete=True)
            for entry in self._all
            if id(entry) not in self._used and entry.translation
        )

    def _moved(self, key: str, source: str) -> Entry | None:
        free = [
            entry
            for entry in self._by_source.get(source, ())
            if id(entry) not in self._used and (entry.key, source) not in self._wanted
        ]
        near = [entry for entry in free if _place(entry.key) == _place(key)]
        return next(iter(near or free), None)

    def _take(self, old: Entry, new: Entry, fuzzy: bool, previous: str | None) -> Entry:
        self._used.add(id(old))
        return replace(
            new,
            translation=old.translation,
            fuzzy=fuzzy and bool(old.translation),
            previous=previous if fuzzy else None,
            comments=old.comments,
            flags=old.flags,
        )


def update_po(scenario: Scenario, folder: Path, language: str) -> Path:
    """Make or renew the file of a language; its path.

    Raises ScenarioFileError when the file that is there cannot be read whole, for then
    something would be lost; ValueError for an odd language; OSError.
    """
    path = po_path(folder, language)
    old = PoFile("", ())
    if path.exists():
        report = Report(str(path))
        old = read_po(path, report)
        report.stop()
    text = po_text(updated(scenario, language, old))
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(text, encoding="utf-8", newline="\n")
    fresh.replace(path)
    return path


def check_po(scenario: Scenario, path: Path) -> list[Finding]:
    """All that is wrong with a translation, by its place in the file."""
    report = Report(str(path))
    # Too many findings are not worth more work; those so far are in the report.
    with suppress(ScenarioFileError):
        _Check(report, read_po(path, report).entries).against(scenario)
    return list(report.findings)


def progress(scenario: Scenario, path: Path) -> tuple[int, int]:
    """How many of the scenario's texts a player reads in the translation, and how many of all.

    Raises ScenarioFileError when the file cannot be read whole.
    """
    report = Report(str(path))
    entries = {(e.key, e.source): e for e in read_po(path, report).entries if e.usable}
    report.stop()
    wanted = [(read.text.key, read.text.source) for read in texts(scenario)]
    return sum(pair in entries for pair in wanted), len(wanted)


def translations(scenario: Scenario, folder: Path) -> dict[str, dict[str, str]]:
    """By language, the texts that a player may read in it, by their keys.

    A fault in a file costs the texts it touches, no more: ``check_po`` tells of it.
    """
    found = {}
    for language in SPOKEN[1:]:
        path = po_path(folder, language)
        if path.is_file():
            with suppress(ScenarioFileError):
                entries = {e.key: e for e in read_po(path, Report(str(path))).entries if e.usable}
                found[language] = {
                    read.text.key: entries[read.text.key].translation
                    for read in texts(scenario)
                    if read.text.key in entries
                    and entries[read.text.key].source == read.text.source
                }
    return found


def check_all(scenario: Scenario, folder: Path) -> list[Finding]:
    """All that is wrong with the translations that lie beside a scenario."""
    return [
        finding
        for path in sorted(folder.glob("*.po"))[:MAX_FILES]
        if LANGUAGE.fullmatch(path.stem)
        for finding in check_po(scenario, path)
    ]


class _Check:
    """Compares a file with the texts of its scenario."""

    def __init__(self, report: Report, entries: Iterable[Entry]) -> None:
        self.report = report
        self.entries: dict[str, Entry] = {}
        for entry in entries:
            if entry.obsolete:
                continue
            if entry.key in self.entries:
                message = Phrase("the key {key} stands here twice", key=shorten(entry.key))
                self._add(entry, "T103", message, Phrase("keep one of the two"))
            self.entries[entry.key] = entry

    def against(self, scenario: Scenario) -> None:
        known = set()
        for read in texts(scenario):
            known.add(read.text.key)
            entry = self.entries.get(read.text.key)
            if entry is None:
                message = Phrase("no entry for {key}", key=read.text.key)
                self.report.add(TOP, "T201", message, Phrase("run 'po' to add what is new"))
            else:
                self._entry(read, entry)
        for key, entry in self.entries.items():
            if key not in known:
                message = Phrase("the scenario has no text {key}", key=shorten(key))
                self._add(entry, "T205", message, Phrase("run 'po' to put it among the obsolete"))

    def _entry(self, read: ReadText, entry: Entry) -> None:
        key, source = read.text.key, read.text.source
        if entry.source != source:
            message = Phrase("{key} now says {source}", key=key, source=shorten(source))
            self._add(entry, "T204", message, Phrase("run 'po', then mend the translation"))
        elif not entry.translation:
            self._add(
                entry,
                "T202",
                Phrase("{key} is not translated", key=key),
                Phrase("write its msgstr"),
            )
        elif entry.fuzzy:
            message = Phrase("{key} has a translation that nobody has confirmed", key=key)
            self._add(entry, "T203", message, Phrase("mend it, then remove the flag 'fuzzy'"))
        else:
            self._fit(read, entry)

    def _fit(self, read: ReadText, entry: Entry) -> None:
        wanted = sorted(set(_PLACEHOLDER.findall(entry.source)))
        found = sorted(set(_PLACEHOLDER.findall(entry.translation)))
        if wanted != found:
            message = Phrase(
                "{key} has {found}, its source {wanted}",
                key=read.text.key,
                found=_listed(found),
                wanted=_listed(wanted),
            )
            self._add(entry, "T301", message, Phrase("keep the words in braces as they are"))
        lines = entry.translation.rstrip().count("\n") + 1
        if read.fixed_lines is not None and lines != read.fixed_lines:
            message = Phrase(
                "{key} has {lines} lines, its source {fixed_lines}",
                key=read.text.key,
                lines=lines,
                fixed_lines=read.fixed_lines,
            )
            self._add(entry, "T302", message, Phrase("translate line by line"))
        elif "\n" in entry.source.strip() and lines == 1:
            message = Phrase("{key} has lost its line breaks", key=read.text.key)
            self._add(entry, "T302", message, Phrase("write \\n where a line ends"))

    def _add(self, entry: Entry, code: str, message: Phrase, remedy: Phrase) -> None:
        self.report.add(Mark(entry.line, 1), code, message, remedy)


def _place(key: str) -> str:
    """A key without the number of its paragraph."""
    head, _, last = key.rpartition(".")
    return head if last.isdigit() else key


def _listed(words: list[str]) -> str:
    return ", ".join(words) or Phrase("no placeholder")


def _header(scenario: Scenario, language: str) -> str:
    return (
        f"Project-Id-Version: {scenario.id} ({__version__})\n"
        f"Language: {language}\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
    )
