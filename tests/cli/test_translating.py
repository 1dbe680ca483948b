"""``po`` and ``--language`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli import main
from tests.scenarios import SMALL

TOY = Path(__file__).parent / "toy"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "scenario.yaml").write_text(SMALL, encoding="utf-8")
    return tmp_path


def test_po_makes_a_file_and_says_what_is_missing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["po", str(folder)]) == 1
    last = capsys.readouterr().out.splitlines()[-1]
    file = folder / "de.po"
    assert last.startswith(f"{file}: 0 of ")
    file.write_text(file.read_text("utf-8").replace('msgstr ""\n\n', 'msgstr "Ja"\n\n'), "utf-8")
    assert main(["po", str(folder), "--check", "--json"]) == 1
    assert {finding["code"] for finding in json.loads(capsys.readouterr().out)} <= {
        "T202", "T301", "T302",
    }  # fmt: skip


def test_po_in_other_languages(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["po", str(folder), "--language", "fr"]) == 1
    assert (folder / "fr.po").is_file()
    capsys.readouterr()
    assert main(["po", str(folder), "--language", "../fr"]) == 2
    assert "no language code" in capsys.readouterr().err


def test_check_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["po", str(folder), "--check"]) == 2
    assert not (folder / "de.po").exists()
    assert "T101" in capsys.readouterr().err


def test_a_broken_file_is_told_and_kept(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "de.po").write_text("broken\n", encoding="utf-8")
    assert main(["po", str(folder)]) == 2
    assert f"{folder / 'de.po'}:1:1: T102" in capsys.readouterr().err
    assert (folder / "de.po").read_text("utf-8") == "broken\n"


def test_lint_tells_of_translations(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "de.po").write_text('msgctxt "title"\nmsgid "Old"\nmsgstr "Alt"\n', "utf-8")
    assert main(["lint", str(folder)]) == 1
    assert f"{folder / 'de.po'}:1:1: T204" in capsys.readouterr().out


def test_a_play_speaks_german(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["play", "server-crash", "--plan", "as-it-happened", "--language", "de"]) == 0
    told = capsys.readouterr().out
    assert "Sie zahlen" in told
    assert "The client" not in told
    assert main(["play", str(TOY), "--plan", "as-it-happened"]) == 0
    assert "You pay" in capsys.readouterr().out
