"""docs/authoring.md: whoever does what it says gets what it shows."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.authoring.lint import lint
from app.authoring.loading import read_scenario
from app.cli import main
from app.engine.coverage import insurance_terms
from app.engine.scenario import DecisionNode

BLOCK = re.compile(r"(?m)(?:<!-- ([^\n]*?) -->\n)?^```(\w*)\n((?:.*\n)*?)^```$")


@dataclass(frozen=True)
class Block:
    note: str
    language: str
    text: str


@pytest.fixture
def guide(root: Path) -> tuple[Block, ...]:
    text = (root / "docs" / "authoring.md").read_text(encoding="utf-8")
    blocks = tuple(Block(*(part or "" for part in found)) for found in BLOCK.findall(text))
    assert len(blocks) == text.count("\n```") // 2
    return blocks


def case(guide: tuple[Block, ...]) -> str:
    return "".join(block.text for block in guide if block.note == "case")


def write_case(guide: tuple[Block, ...], folder: Path) -> None:
    folder.mkdir()
    (folder / "scenario.yaml").write_text(case(guide), encoding="utf-8")
    (tests,) = (block.text for block in guide if block.note == "tests")
    (folder / "tests.yaml").write_text(tests, encoding="utf-8")


def commands(block: Block) -> Iterator[tuple[str, list[str]]]:
    """Each command of a console block with the lines that it should print."""
    for part in block.text.split("$ ")[1:]:
        command, *lines = part.splitlines()
        yield command, lines


def shows(lines: list[str], output: str) -> bool:
    """Whether the output is as shown; ``...`` stands for anything, at the end of a line too."""
    pattern = ""
    for line in lines:
        if line == "...":
            pattern += r"(?:.*\n)*?"
        else:
            pattern += re.escape(line).replace(r"\.\.\.", ".*") + r"\n"
    return re.fullmatch(pattern, output) is not None


def test_every_block_is_of_a_kind_that_is_tested(guide: tuple[Block, ...]) -> None:
    for block in guide:
        assert block.language in {"yaml", "console", ""}
        if block.language == "yaml":
            assert block.note.partition(":")[0] in {"case", "tests", "replace"}, block.text


def test_the_pieces_make_a_case_of_three_decisions(
    guide: tuple[Block, ...], tmp_path: Path
) -> None:
    write_case(guide, tmp_path / "red-screen")
    assert lint(tmp_path / "red-screen") == []
    nodes = read_scenario(tmp_path / "red-screen").scenario.nodes.values()
    assert sum(isinstance(node, DecisionNode) for node in nodes) == 3


def test_every_command_prints_what_is_shown(
    guide: tuple[Block, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "red-screen"
    write_case(guide, folder)
    for block in guide:
        if block.language != "console":
            continue
        kind, _, change = block.note.partition(": ")
        name = {"broken": "scenario.yaml", "broken-test": "tests.yaml"}.get(kind)
        whole = ""
        if name is not None:
            old, new = change.split(" => ")
            whole = (folder / name).read_text(encoding="utf-8")
            assert old in whole
            (folder / name).write_text(whole.replace(old, new, 1), encoding="utf-8")
        for command, lines in commands(block):
            words = shlex.split(command)
            assert words[0] == "norestore"
            code = main(words[1:])
            output = capsys.readouterr().out
            assert shows(lines, output), f"{command}\n{output}"
            failing = name is not None and words[1] in {"lint", "test"}
            untranslated = words[1] == "po"
            assert code == int(failing or untranslated), command
        if name is not None:
            (folder / name).write_text(whole, encoding="utf-8")


def test_the_commands_to_play_are_commands(guide: tuple[Block, ...]) -> None:
    plain = [block.text for block in guide if block.language == ""]
    words = [shlex.split(line) for text in plain for line in text.splitlines()]
    assert words
    assert all(line[:2] == ["norestore", "play"] for line in words)


def test_own_contract_and_insurance_fit_in(guide: tuple[Block, ...], tmp_path: Path) -> None:
    (own,) = (block for block in guide if block.note.startswith("replace"))
    text = case(guide)
    for key in own.note.partition(": ")[2].split(", "):
        text, count = re.subn(rf"^{key}: .*\n", "", text, flags=re.MULTILINE)
        assert count == 1
    text = text.replace("facts: ", own.text + "facts: ", 1)
    (tmp_path / "scenario.yaml").write_text(text, encoding="utf-8")
    assert lint(tmp_path) == []
    scenario = read_scenario(tmp_path).scenario
    assert scenario.contract.cap == 15_000_00
    assert insurance_terms(scenario)["office"].deductible == 1_500_00
