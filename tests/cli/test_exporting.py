from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from app.cli import main
from app.store import lrs_settings

TOY = str(Path(__file__).parent / "toy")
SHUT = "http://127.0.0.1:9/xapi"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NORESTORE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("app.reports.outbox._PAUSE", 0.0)
    return tmp_path / "home"


@pytest.fixture
def saved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    path = str(tmp_path / "play.jsonl")
    options = ["--choices", "ask,look,restore", "--seed", "5", "--journal", path]
    assert main(["play", TOY, *options]) == 0
    capsys.readouterr()
    return path


def test_a_play_as_xapi(capsys: pytest.CaptureFixture[str], saved: str) -> None:
    before = Path(saved).read_bytes()
    assert main(["export", saved, "--scenario", TOY]) == 0
    first = capsys.readouterr().out
    told = [json.loads(line) for line in first.splitlines()]
    assert [one["result"].get("response") for one in told] == ["ask", "look", "restore", None]
    assert all("duration" in one["result"] for one in told)
    assert main(["export", saved, "--scenario", TOY, "--language", "de"]) == 0
    assert capsys.readouterr().out == first
    assert Path(saved).read_bytes() == before


def test_a_play_as_csv(capsys: pytest.CaptureFixture[str], saved: str, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    assert main(["export", saved, "--scenario", TOY, "--to", "csv", "--output", str(target)]) == 0
    rows = list(csv.DictReader(io.StringIO(target.read_bytes().decode("utf-8-sig"), newline="")))
    assert [row["choice_id"] for row in rows if row["taken"] == "1"] == ["ask", "look", "restore"]
    assert main(["export", saved, "--scenario", TOY, "--to", "results"]) == 0
    assert capsys.readouterr().out.splitlines()[0].startswith("play,people,ending")


def test_an_unfinished_play_or_a_bad_place_is_said(
    capsys: pytest.CaptureFixture[str], saved: str, tmp_path: Path
) -> None:
    nowhere = str(tmp_path / "nowhere" / "out")
    assert main(["export", saved, "--scenario", TOY, "--output", nowhere]) == 2
    assert "cannot be written" in capsys.readouterr().err
    with Path(saved).open("a") as file:
        file.write('{"undo":1}\n')
    assert main(["export", saved, "--scenario", TOY]) == 2
    assert "has not ended" in capsys.readouterr().err


def test_offline_a_play_waits(capsys: pytest.CaptureFixture[str], saved: str) -> None:
    assert main(["send", saved, "--scenario", TOY, "--lrs", SHUT, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["sent"], told["waiting"]) == (0, 4)
    assert "cannot be reached" in told["problem"]
    assert main(["send", saved, "--scenario", TOY, "--queue"]) == 0
    assert "waiting 4" in capsys.readouterr().out


def test_a_file_of_statements_can_be_sent_as_well(
    capsys: pytest.CaptureFixture[str], saved: str, tmp_path: Path
) -> None:
    target = tmp_path / "out.jsonl"
    assert main(["export", saved, "--scenario", TOY, "--output", str(target)]) == 0
    assert main(["send", str(target), "--queue", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["waiting"] == 4
    target.write_bytes(target.read_bytes() + b"[]\n")
    assert main(["send", str(target), "--queue"]) == 2
    assert "out.jsonl:5: not a statement" in capsys.readouterr().err


def test_the_key_is_kept_on_request_only_and_never_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NORESTORE_LRS_SECRET", "hush-hush")
    assert main(["send", "--lrs", SHUT, "--key", "room"]) == 0
    assert lrs_settings.load() is None
    assert main(["send", "--lrs", SHUT, "--key", "room", "--save"]) == 0
    kept = lrs_settings.load()
    assert kept is not None
    assert (kept.key, kept.secret) == ("room", "hush-hush")
    assert main(["send"]) == 0
    assert main(["send", "--forget"]) == 0
    assert main(["send"]) == 2
    shown = capsys.readouterr()
    assert "--lrs URL" in shown.err
    assert "hush-hush" not in shown.out + shown.err


def test_a_new_name_changes_who_is_said_to_have_played(
    capsys: pytest.CaptureFixture[str], saved: str
) -> None:
    names = set()
    for options in (["--queue"], ["--queue", "--new-name"]):
        assert main(["send", *options]) == 0
        capsys.readouterr()
        assert main(["export", saved, "--scenario", TOY]) == 0
        line = capsys.readouterr().out.splitlines()[0]
        names.add(json.loads(line)["actor"]["account"]["name"])
    assert len(names) == 2


@pytest.mark.parametrize("path", ["nowhere.jsonl", "."])
def test_what_cannot_be_read_is_said(capsys: pytest.CaptureFixture[str], path: str) -> None:
    assert main(["send", path, "--queue"]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_problems_are_told_in_the_readers_language(
    capsys: pytest.CaptureFixture[str], saved: str
) -> None:
    store = ["--lrs", SHUT, "--language", "de"]
    assert main(["send", saved, "--scenario", TOY, *store]) == 1
    shown = capsys.readouterr()
    assert "gesendet: 0, abgelehnt: 0, noch offen: 4" in shown.out
    assert "127.0.0.1 ist nicht erreichbar" in shown.err
    assert main(["send", "--lrs", "lrs.example.com", "--language", "de"]) == 2
    assert "keine Adresse eines Learning Record Store" in capsys.readouterr().err
