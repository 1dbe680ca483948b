"""Collects what is to be translated into ``assets/translations``: make translations.

The interface goes into Qt Linguist's ``.ts`` by lupdate; the sentences of engine, reports and
command line into a PO file, whose message ids are found by reading the source.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from app.authoring.finding import Report  # noqa: E402 - the path comes first
from app.authoring.pofile import Entry, PoFile, po_text, read_po  # noqa: E402
from app.cli.parsing import plain  # noqa: E402
from app.engine.coverage import PRESETS  # noqa: E402
from app.engine.review import Label  # noqa: E402

FOLDER = ROOT / "assets" / "translations"
LANGUAGES = ("de",)
CALLS = (
    "message", "say", "marked", "Phrase", "UndoError", "LrsError", "LrsSettingsError", "OutboxError"
)  # fmt: skip
"""What is called with a message id: its first argument is one."""
HELP = ("help", "description", "epilog", "title", "metavar")
"""What the command line names so is shown by ``--help``."""
_HEADER = (
    "Project-Id-Version: norestore\nLanguage: {language}\nMIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n"
)


def message_ids() -> list[str]:
    """The English message ids of the program, in the order of the source."""
    found: dict[str, None] = {}
    for path in sorted((ROOT / "app").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        ids = _told(tree) if path.match("engine/waterfall.py") else _called(tree)
        found.update(dict.fromkeys(ids))
        if path.parent.name == "cli":
            found.update(dict.fromkeys(map(plain, _helped(tree))))
    # Some come as values: the names of policies, the words of the review.
    found.update(dict.fromkeys(policy.name for policy in PRESETS.values()))
    found.update(dict.fromkeys(label.value for label in Label))
    return list(found)


def _called(tree: ast.Module) -> Iterator[str]:
    constants = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in CALLS:
                yield from _strings(node.args[0], constants)


def _helped(tree: ast.Module) -> Iterator[str]:
    """What ``--help`` shows of a module of the command line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            for word in node.keywords:
                if word.arg in HELP:
                    if isinstance(word.value, ast.Name) and word.value.id == "__doc__":
                        yield ast.get_docstring(tree) or ""
                    else:
                        yield from _strings(word.value, {})


def _strings(node: ast.expr | None, constants: dict[str, ast.expr]) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _strings(node.body, constants)
        yield from _strings(node.orelse, constants)
    elif isinstance(node, ast.Tuple | ast.List):
        for item in node.elts:
            yield from _strings(item, constants)
    elif isinstance(node, ast.Dict):
        for item in node.values:
            yield from _strings(item, constants)
    elif isinstance(node, ast.Subscript):
        yield from _strings(node.value, constants)
    elif isinstance(node, ast.Name) and node.id in constants:
        yield from _strings(constants[node.id], {})


def _told(tree: ast.Module) -> Iterator[str]:
    """The sentences of the waterfall: all strings there that begin with a capital letter."""
    prose = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node not in prose
            and node.value[:1].isupper()
            and "§" not in node.value
        ):
            yield node.value


def update_messages(language: str) -> Path:
    """Renew the PO file of a language; a message id that is gone stays as obsolete."""
    path = FOLDER / f"{language}.po"
    old = PoFile("", ())
    if path.exists():
        report = Report(str(path))
        old = read_po(path, report)
        report.stop()
    known = {entry.source: entry for entry in old.entries}
    ids = message_ids()
    entries = [
        Entry("", id_, *_kept(known[id_])) if id_ in known else Entry("", id_) for id_ in ids
    ]
    gone = [entry for entry in old.entries if entry.source not in ids and entry.translation]
    obsolete = [Entry("", entry.source, entry.translation, obsolete=True) for entry in gone]
    header = old.header or _HEADER.replace("{language}", language)
    text = po_text(PoFile(header, (*entries, *obsolete), old.comments))
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def _kept(entry: Entry) -> tuple[str, bool, str | None, tuple[str, ...]]:
    return entry.translation, entry.fuzzy, entry.previous, entry.comments


def update_interface(language: str) -> Path:
    """Renew the ``.ts`` file of a language."""
    path = FOLDER / f"norestore_{language}.ts"
    sources = sorted(str(file) for file in (ROOT / "app" / "gui").rglob("*.py"))
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    options = ["-silent", "-locations", "none", "-source-language", "en"]
    languages = ["-target-language", language]
    subprocess.run([tool, *options, *languages, *sources, "-ts", path], check=True)
    return path


def run() -> int:
    """Renew all files and say what is left to translate."""
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        messages, interface = update_messages(language), update_interface(language)
        left = sum(
            not (entry.usable or entry.obsolete)
            for entry in read_po(messages, Report(str(messages))).entries
        )
        text = interface.read_text(encoding="utf-8")
        unfinished, vanished = text.count('type="unfinished"'), text.count('type="vanished"')
        print(f"{messages.name}: {left} to translate")
        print(f"{interface.name}: {unfinished} to translate, {vanished} vanished")
    return 0


if __name__ == "__main__":
    sys.exit(run())
