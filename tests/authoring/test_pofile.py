"""PO files: nothing is lost on the way in and out, and a stranger's file is safe."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po as babel_reads
from hypothesis import given
from hypothesis import strategies as st

from app.authoring.finding import Report, ScenarioFileError
from app.authoring.pofile import Entry, PoFile, parse_po, po_text, read_po, without_lines
from tests.patience import soon

LINE = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\x85\u2028\u2029")
)
TEXT = st.lists(LINE, min_size=1, max_size=4).map("\n".join) | LINE.map(lambda t: t + '\t"\\"\r')
COMMENTS = st.lists(LINE.map(str.strip).filter(lambda t: t[:1] not in (".", ":", ",", "|", "~")))


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    fuzzy = draw(st.booleans())
    return Entry(
        key=draw(st.from_regex(r"[a-z]{1,9}(\.[a-z0-9_]{1,9}){0,4}", fullmatch=True)),
        source=draw(TEXT.filter(bool)),
        translation=draw(TEXT),
        fuzzy=fuzzy,
        previous=draw(st.none() | TEXT) if fuzzy else None,
        comments=tuple(draw(COMMENTS)),
        flags=draw(st.sampled_from([(), ("no-wrap",)])),
        obsolete=draw(st.booleans()),
    )


@given(
    st.lists(entries(), max_size=6), st.sampled_from(["", "Language: de\nX-Note: \u201ea\u201c\n"])
)
def test_what_is_written_reads_back(found: list[Entry], header: str) -> None:
    report = Report("de.po")
    again = parse_po(po_text(PoFile(header, tuple(found))), report)
    assert report.findings == ()
    assert without_lines(again.entries) == without_lines(found)
    assert again.header == header


@given(st.lists(entries(), max_size=6, unique_by=lambda entry: entry.key))
def test_babel_reads_the_same(found: list[Entry]) -> None:
    text = po_text(PoFile("Content-Type: text/plain; charset=UTF-8\n", tuple(found)))
    catalog = babel_reads(BytesIO(text.encode()))
    told = {message.context: message for message in catalog if message.id}
    gone = {message.context: message for message in catalog.obsolete.values()}
    for entry in found:
        message = (gone if entry.obsolete else told)[entry.key]
        assert (message.id, message.string) == (entry.source, entry.translation)
        assert message.fuzzy == entry.fuzzy


def test_files_of_other_tools_are_read() -> None:
    report = Report("de.po")
    found = parse_po(
        "# by hand\n"
        'msgid ""\nmsgstr "Language: de\\n"\n'
        "\n#: scenario.yaml:12\n#. a choice\n# mine\n#, fuzzy, c-format\n"
        '#| msgid "Save"\nmsgctxt "a.b"\nmsgid ""\n"Save "\n"them"\nmsgstr "Sichern"\n'
        'msgctxt "a.c"\nmsgid "Go"\nmsgstr "Los"\n'
        '#~ msgctxt "old"\n#~ msgid "Gone"\n#~ msgstr "Weg"\n',
        report,
    )
    assert report.findings == ()
    assert found.comments == ("by hand",)
    first, second, third = found.entries
    assert (first.source, first.previous, first.fuzzy) == ("Save them", "Save", True)
    assert (first.comments, first.hints, first.flags) == (("mine",), ("a choice",), ("c-format",))
    assert (second.key, second.usable, second.line) == ("a.c", True, 15)
    assert (third.obsolete, third.translation, third.usable) == (True, "Weg", False)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("msgid 'single'", 1),
        ('msgctxt "a"\nmsgid "b"\nmsgstr "unended', 3),
        ('msgid "a\\"\n', 1),
        ('"alone"', 1),
        ("\n\nhello", 3),
        ('msgid_plural "many"', 1),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text: str, line: int) -> None:
    report = Report("de.po")
    parse_po(text, report)
    assert [(f.code, f.line) for f in report.findings] == [("T102", line)]


def test_files_that_are_none_are_told(tmp_path: Path) -> None:
    for name, data in (("latin", b'msgid "\xe4"'), ("large", b"#" * 5_000_000)):
        path = tmp_path / name
        path.write_bytes(data)
        report = Report(name)
        assert read_po(path, report).entries == ()
        assert [finding.code for finding in report.findings] == ["T101"]
    report = Report("none")
    read_po(tmp_path / "none", report)
    assert [finding.code for finding in report.findings] == ["T101"]


@given(st.text(max_size=300) | st.text('msgidctxtr"\\#~|, \n.', max_size=300))
def test_no_text_breaks_the_reader(text: str) -> None:
    report = Report("x.po")
    found = parse_po(text, report)
    assert report.findings or parse_po(po_text(found), report).header == found.header


@pytest.mark.parametrize(
    "line",
    ['msgid "' + "\\" * 50_000, '"' * 50_000, "#~" * 50_000, 'msgid "a"\nmsgstr "b"\n\n' * 40_000],
)
def test_hostile_files_take_no_time(line: str) -> None:
    text = line * max(1, 3_900_000 // len(line))
    with soon(), suppress(ScenarioFileError):
        parse_po(text, Report("x.po"))
