from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.coverage import PRESETS
from app.play import journal
from app.play.journal import Chosen, Header, Journal, Note, Undo
from app.play.journal_error import JournalError
from app.play.languages import catalog
from app.play.playthrough import Playthrough
from tests.patience import soon
from tests.toy import build

HEADER = Header("toy", "toy-1", "solid", 7, started="2026-03-03T08:12:00+00:00")
EVENTS = (
    Chosen("ask", "alarm", "fairly"),
    Note("Grüße, \n 😀", 15),
    Note("from an older version"),
    Undo(1),
    Chosen("look", "alarm"),
)


def saved(path: Path) -> Path:
    Journal.create(path, HEADER, EVENTS)
    return path


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "play.jsonl"
    open_journal = Journal.create(path, HEADER)
    for event in EVENTS:
        open_journal.append(event)
    record = journal.read(path)
    assert record.header == HEADER
    assert record.events == EVENTS
    assert record.size == path.stat().st_size
    assert [file.name for file in path.parent.iterdir()] == ["play.jsonl"]


def test_an_append_is_on_the_disk_before_it_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        real(handle)
        synced.append(os.fstat(handle).st_size)

    open_journal = Journal.create(tmp_path / "play.jsonl", HEADER)
    monkeypatch.setattr(os, "fsync", fsync)
    open_journal.append(EVENTS[0])
    assert synced == [(tmp_path / "play.jsonl").stat().st_size]


def test_a_torn_last_line_is_dropped_wherever_it_is_torn(tmp_path: Path) -> None:
    whole = saved(tmp_path / "whole.jsonl").read_bytes()
    lines = whole.splitlines(keepends=True)
    head = len(lines[0])
    for cut in range(head, len(whole)):
        path = tmp_path / "torn.jsonl"
        path.write_bytes(whole[:cut])
        record = journal.read(path)
        complete = whole[:cut].count(b"\n") - 1
        assert record.events == EVENTS[:complete]
        Journal.reopen(record).append(Undo(1))
        assert journal.read(path).events == (*EVENTS[:complete], Undo(1))


def test_zeros_that_a_power_cut_left_are_dropped(tmp_path: Path) -> None:
    path = saved(tmp_path / "play.jsonl")
    path.write_bytes(path.read_bytes() + b"\0" * 512)
    record = journal.read(path)
    assert record.events == EVENTS
    Journal.reopen(record)
    assert b"\0" not in path.read_bytes()


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        (b"[1, 2]", "not a JSON object"),
        (b"{", "not JSON"),
        (b'{"choose": "x", "at": "\xff"}', "not JSON"),
        (b'{"choose": "' + b"x" * 300 + b'", "at": "a"}', "'choose' should be a text"),
        (b'{"choose": "x"}', "'at' should be a text"),
        (b'{"undo": 0}', "'undo' should be a whole number"),
        (b'{"undo": true}', "'undo' should be a whole number"),
        (b'{"note": 3}', "'note' should be a text"),
        (b'{"note": "x", "minutes": true}', "'minutes' should be a whole number"),
        (b'{"note": "x", "minutes": 99999999999}', "'minutes' should be a whole number"),
        (b'{"choose": "x", "at": "a", "sure": "very"}', "'sure' should be one of"),
        (b'{"choose": "x", "at": "a", "sure": ["certain"]}', "'sure' should be one of"),
        (b'{"jump": 3}', "none of choose, undo, note"),
        (b"[" * 19_000, "not JSON"),
        (b'{"undo": ' + b"9" * 15_000 + b"}", "not JSON"),
        (b'"' + b"x" * 30_000 + b'"', "longer than"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: bytes, wrong: str) -> None:
    path = saved(tmp_path / "play.jsonl")
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:2], line + b"\n", *lines[2:]]))
    with pytest.raises(JournalError, match=rf"play\.jsonl:3: .*{wrong}") as caught:
        journal.read(path)
    assert caught.value.line == 3
    assert caught.value.damaged


@pytest.mark.parametrize(
    ("change", "wrong", "damaged"),
    [
        ({"format": 2}, "newer version", False),
        ({"format": True}, "'format' should be 1", True),
        ({"format": "1"}, "'format' should be 1", True),
        ({"seed": 2**63}, "'seed'", True),
        ({"seed": "7"}, "'seed'", True),
        ({"exam": 1}, "'exam'", True),
        ({"facts": {"fault": 3}}, "'facts'", True),
        ({"outcomes": []}, "'outcomes'", True),
        ({"scenario": None}, "'scenario'", True),
    ],
)
def test_a_bad_header_is_named(
    tmp_path: Path, change: dict[str, object], wrong: str, damaged: bool
) -> None:
    path = saved(tmp_path / "play.jsonl")
    fields = {**json.loads(path.read_bytes().splitlines()[0]), **change}
    path.write_text(json.dumps(fields) + "\n")
    with pytest.raises(JournalError, match=wrong) as caught:
        journal.read(path)
    assert caught.value.damaged is damaged


def test_what_is_wrong_is_told_in_the_readers_language(tmp_path: Path) -> None:
    path = saved(tmp_path / "play.jsonl")
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([lines[0], '{"undo": 0}', ""]), encoding="utf-8")
    with pytest.raises(JournalError) as caught:
        journal.read(path)
    assert caught.value.told(catalog("de")) == (
        f"{path}:2: „undo“ muss eine ganze Zahl ab 1 sein; "
        "beginnen Sie ein neues Spiel, oder bessern Sie die Zeile von Hand aus"
    )


def test_a_file_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "play.jsonl"
    with path.open("wb") as file:
        file.truncate(journal.MAX_BYTES + 1)
    with pytest.raises(JournalError, match="larger than"):
        journal.read(path)


def test_a_missing_or_unreadable_path_is_not_damage(tmp_path: Path) -> None:
    for path in (tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(JournalError, match="check the path") as caught:
            journal.read(path)
        assert not caught.value.damaged


def test_a_full_disk_leaves_the_journal_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "play.jsonl"
    play = Playthrough.start(build(), PRESETS["solid"], 7, path)
    before = path.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(JournalError, match="No space left"):
        play.choose("ask")
    assert play.decisions == ()
    assert path.read_bytes() == before
    monkeypatch.undo()
    play.choose("ask")
    assert journal.read(path).events == (Chosen("ask", "alarm"),)


def test_a_journal_does_not_grow_past_what_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "play.jsonl"
    open_journal = Journal.create(path, HEADER)
    monkeypatch.setattr(journal, "MAX_BYTES", path.stat().st_size + 50)
    open_journal.append(EVENTS[0])
    with pytest.raises(JournalError, match="full"):
        open_journal.append(EVENTS[0])
    assert journal.read(path).events == EVENTS[:1]


def test_setting_aside_never_overwrites(tmp_path: Path) -> None:
    names = []
    for content in ("one", "two", "three"):
        path = tmp_path / "play.jsonl"
        path.write_text(content)
        names.append(journal.set_aside(path).name)
    assert names == [f"play.jsonl.unreadable{end}" for end in ("", "-2", "-3")]
    assert {file.read_text() for file in tmp_path.iterdir()} == {"one", "two", "three"}


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_reason(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "play.jsonl"
        path.write_bytes(data)
        with pytest.raises(JournalError):
            journal.read(path)
        path.write_bytes(journal._line({"format": 1}) + data)
        with pytest.raises(JournalError):
            journal.read(path)


DRIVER = """
import sys
import tempfile
import time
from pathlib import Path
from app.engine.coverage import PRESETS
from app.play.playthrough import Playthrough
from tests.toy import build
play = Playthrough.start(build(), PRESETS["solid"], 7, Path(sys.argv[1]))
while True:
    for choice in ("ask", "look"):
        play.choose(choice)
        print("confirmed", len(play.decisions), len(play.undone), flush=True)
    for _ in range(2):
        play.undo()
        print("confirmed", len(play.decisions), len(play.undone), flush=True)
"""


@pytest.mark.parametrize("after", [1, 2, 3, 8, 21])
def test_kill_9_loses_no_confirmed_decision(tmp_path: Path, after: int) -> None:
    path = tmp_path / "play.jsonl"
    with subprocess.Popen(
        [sys.executable, "-c", DRIVER, str(path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for _ in range(after):
            confirmed = process.stdout.readline().split()
        process.kill()
        confirmed = (process.stdout.read().splitlines() or [" ".join(confirmed)])[-1].split()
        process.wait()
    play = Playthrough.resume(path, lambda _: build())
    steps = 2 * len(play.undone) + len(play.decisions)
    known = 2 * int(confirmed[2]) + int(confirmed[1])
    assert known <= steps <= known + 1
    assert play.message == ""


@pytest.mark.parametrize(
    "lines",
    [
        b'{"note":""}\n',
        b'{"choose":"ask","at":"alarm"}\n',
        b'{"choose":"ask","at":"alarm"}\n{"undo":1}\n',
    ],
)
def test_the_largest_journal_is_taken_up_without_a_hang(tmp_path: Path, lines: bytes) -> None:
    path = tmp_path / "play.jsonl"
    Journal.create(path, HEADER)
    room = journal.MAX_BYTES - path.stat().st_size
    with path.open("ab") as file:
        file.write(lines * (room // len(lines)))
    with soon():
        play = Playthrough.resume(path, lambda _: build("toy-2"))
        play.view()
    assert len(play.decisions) <= 1
