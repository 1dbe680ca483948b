"""The command line speaks the reader's language: that of the system, or the one it is told."""

from __future__ import annotations

import argparse
import inspect
import re
from pathlib import Path

import pytest

from app.cli import main
from app.cli.parsing import ARGPARSE
from app.cli.reader import language, listen
from app.store import folders

COMMANDS = (
    "gui", "play", "review", "solve", "simulate", "lint", "graph", "schema", "author", "new",
    "test", "po", "export", "send", "cohort", "selftest", "workshop",
)  # fmt: skip
TOY = str(Path(__file__).parent / "toy")
ENGLISH = re.compile(r"\b(the|and|with|your|usage|show|print|options|of|error)\b")


@pytest.fixture(autouse=True)
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(folders.HOME_VARIABLE, str(tmp_path))
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_german(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command.split(), "--help"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Aufruf: norestore")
    plain = re.sub(r"Point of No Restore|\{.*?\}|\[.*?\]|--[a-z-]+", "", told, flags=re.DOTALL)
    assert not ENGLISH.search(plain), told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["nothing"], "norestore: Fehler: Argument BEFEHL: ungültige Wahl: 'nothing'"),
        (["review"], "es fehlen Argumente: SPIELSTAND"),
        (["play", "--seed", "x"], "'x' ist keine Zahl von 0 bis"),
        (["play", "--plan", "a", "--choices", "b"], "nicht zusammen mit Argument --plan erlaubt"),
        (["lint", "nowhere"], "norestore: nowhere: kein Szenario dieses Namens"),
        (["play", TOY, "--choices", "x"], "wird bei alarm nicht angeboten"),
        (["play", TOY, "--text", "--terms", "x"], "hat keine Versicherungsbedingungen 'x'"),
        (["export", "nowhere.jsonl"], "prüfen Sie den Pfad"),
        (["send", "--queue", "nowhere.jsonl"], "diese Datei oder diesen Ordner gibt es nicht"),
        (["new", "Ä"], "'Ä' kann keine Kennung sein"),
    ],
)
def test_errors_are_german(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert told in capsys.readouterr().err


def test_findings_are_german(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "scenario.yaml"
    file.write_text("format: 1\nid: X\nid: Y\n", encoding="utf-8")
    assert main(["lint", str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert ":3:1: E112 der Schlüssel 'id' steht hier zweimal (zuerst in Zeile 2)" in told
    assert told.endswith(" Befunde\n")
    assert main(["lint", str(tmp_path), "--json"]) == 1
    assert "stands here twice" in capsys.readouterr().out
    assert main(["lint", str(tmp_path), "--language", "en"]) == 1
    assert "stands here twice" in capsys.readouterr().out
    assert main(["solve", str(tmp_path)]) == 2
    assert "steht hier zweimal" in capsys.readouterr().err


def test_tests_are_german(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", TOY, "--walks", "3"]) == 0
    told = capsys.readouterr().out
    assert "Abdeckung" in told
    assert "Durchgänge zu 3 Enden: 0 Probleme" in told
    assert not ENGLISH.search(told)


@pytest.mark.parametrize(
    ("words", "variables", "wanted"),
    [
        ([], {}, "en"),
        ([], {"LC_ALL": "de_AT.UTF-8"}, "de"),
        ([], {"LANG": "de_DE"}, "de"),
        ([], {"LC_ALL": "C", "LANG": "de_DE"}, "en"),
        (["lint", "--language=de"], {}, "de"),
        (["lint", "--language", "en"], {"LANG": "de_DE"}, "en"),
        (["lint", "--language", "tlh"], {}, "en"),
        (["lint", "--language"], {}, "en"),
        (["po", "x", "--language", "de"], {}, "en"),
    ],
)
def test_whose_language(
    words: list[str],
    variables: dict[str, str],
    wanted: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    listen(words)
    assert language() == wanted
    assert language("de") == "de"


def test_argparse_still_says_what_is_translated() -> None:
    source = inspect.getsource(argparse)
    joined = re.sub(r"['\"]\s*\n\s*['\"]", "", source).replace("\\n", "\n")
    assert [said for said in ARGPARSE if said not in joined] == []
    # Nothing of ours stays behind.
    assert argparse.ArgumentParser().format_help().startswith("usage: ")
