"""The program's own translations are whole: every string in the code, every placeholder."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from app.authoring.finding import Report
from app.authoring.pofile import read_po
from app.gui.language import finished
from app.resources import asset
from tests.architecture.house import ROOT
from tools.translations import message_ids

TS = asset("translations", "norestore_de.ts")
PO = asset("translations", "de.po")
MENDS = "run `make translations`, then translate what it names"

# Words that a German sentence does not have, unless it was forgotten.
ENGLISH = re.compile(r"\b(the|and|with|your|you|client|of|this|what|insurer|loss)\b", re.IGNORECASE)


def literals() -> Iterator[tuple[str, str]]:
    """Context and text of every string that the interface lets Qt translate."""
    for path in sorted((ROOT / "app" / "gui").rglob("*.py")):
        yield from _in(ast.parse(path.read_text("utf-8")), "")


def _in(node: ast.AST, context: str) -> Iterator[tuple[str, str]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            name = getattr(child.func, "attr", getattr(child.func, "id", ""))
            said = [a.value if isinstance(a, ast.Constant) else None for a in child.args]
            if name == "tr":
                yield (context, str(said[0]))
                assert isinstance(said[0], str), f"{ast.unparse(child)}: not a plain string"
            elif name == "translate" and len(said) > 1:
                yield (str(said[0]), str(said[1]))
                assert isinstance(said[1], str), f"{ast.unparse(child)}: not a plain string"
        yield from _in(child, child.name if isinstance(child, ast.ClassDef) else context)


def placeholders(text: str) -> Counter[str]:
    return Counter(re.findall(r"\{[^{}]*\}", text))


def test_the_interface_is_whole() -> None:
    text = TS.read_text("utf-8")
    assert "unfinished" not in text, MENDS
    assert "vanished" not in text, MENDS
    assert "obsolete" not in text, MENDS
    found = finished(TS)
    assert set(found) == set(literals()), MENDS
    for (context, source), german in found.items():
        assert placeholders(source) == placeholders(german), (context, source)


def test_the_sentences_are_whole() -> None:
    report = Report(str(PO))
    entries = read_po(PO, report).entries
    assert report.findings == ()
    assert [entry.source for entry in entries] == message_ids(), MENDS
    for entry in entries:
        assert entry.usable, f"{PO}:{entry.line}: {entry.source}"
        assert set(placeholders(entry.source)) >= set(placeholders(entry.translation)), entry.line


def test_no_english_is_left_in_the_german() -> None:
    german = [*finished(TS).values()]
    german += [entry.translation for entry in read_po(PO, Report(str(PO))).entries]
    # What stands in quotes, or is code, is the same in every language.
    same = r"norestore .*|[„(].*[“)]|'.*'|\{.*?\}|and/or/not|Point of No Restore"
    plain = [re.sub(same, "", text) for text in german]
    assert [text for text in plain if ENGLISH.search(text)] == []


def test_a_missing_file_leaves_english(tmp_path: Path) -> None:
    assert finished(tmp_path / "none.ts") == {}


def test_the_window_reads_the_file_as_a_parser_of_xml_does() -> None:
    parsed = {
        (context.findtext("name"), message.findtext("source")): translation.text
        for context in ElementTree.parse(TS).getroot().iter("context")
        for message in context.iter("message")
        if (translation := message.find("translation")) is not None
        and translation.text
        and "type" not in translation.attrib
    }
    assert finished(TS) == parsed
    assert len(parsed) > 500


MADE_OF_A_VALUE = {
    "app/phrase.py", "app/play/journal_error.py", "app/store/lrs_settings.py",
    "app/workshop/host.py", "app/workshop/orders.py", "app/authoring/finding.py",
}  # fmt: skip
"""Where a phrase is made of a message id that was collected elsewhere, or of other phrases."""


def test_phrases_are_made_of_literals() -> None:
    for path in sorted((ROOT / "app").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Phrase":
                literal = isinstance(node.args[0], ast.Constant)
                assert literal or name in MADE_OF_A_VALUE, f"{name}:{node.lineno}"


def test_what_argparse_fills_in_stays() -> None:
    for entry in read_po(PO, Report(str(PO))).entries:
        marks = re.findall(r"%\(\w+\)[sr]|%[sr]", entry.source)
        assert marks == re.findall(r"%\(\w+\)[sr]|%[sr]", entry.translation), entry.line
