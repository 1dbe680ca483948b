"""The log: nothing acknowledged is lost, nothing personal stays when it is to go."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.workshop import events as e
from app.workshop import orders
from app.workshop.eventlog import EventLog, LogError, unfinished_workshops, workshop_files
from app.workshop.events import KINDS, Event, Mode, from_fields, to_fields
from app.workshop.host import Host, restore_workshop
from tests.workshop.conftest import Hosting
from tests.workshop.phones import Phone
from tests.workshop.rooms import SCENARIO, opened

SECRET_NAME = "Erika Mustermann"
SECRET_PROMISE = "Nie wieder ohne Probe."


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_of_event_survives_plain_data(kind: type[Event]) -> None:
    @given(st.builds(kind))
    def survives(event: Event) -> None:
        assert from_fields(*to_fields(event)) == event

    if kind is not e.RoomOpened:
        survives()


@pytest.mark.parametrize(
    ("kind", "fields"), [("Nothing", {}), ("SceneShown", {"more": 1}), ("VoteOpened", {})]
)
def test_what_is_no_event(kind: str, fields: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="event"):
        from_fields(kind, fields, {})


def test_a_log_reads_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "w.workshop"
    told = [(5, e.Joined("p1", "room", "d", SECRET_NAME)), (6, e.SceneShown())]
    with EventLog.create(path, opened(), 1) as log:
        log.append(told)
    with EventLog.open(path) as log:
        assert log.read() == [(1, opened()), *told]
        assert log.opening() == opened()


def test_a_second_host_cannot_take_the_same_log(tmp_path: Path) -> None:
    path = tmp_path / "w.workshop"
    with EventLog.create(path, opened(), 1):
        with pytest.raises(LogError, match="close the other window"):
            EventLog.open(path)
        with pytest.raises(LogError, match="already a workshop"):
            EventLog.create(path, opened(), 1)


@pytest.mark.parametrize(
    "content", [b"", b"no database at all", b"SQLite format 3\0" + b"\xff" * 900]
)
def test_damaged_logs_are_named_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "w.workshop"
    path.write_bytes(content)
    with pytest.raises(LogError, match=r"w\.workshop: .*; open a new workshop"):
        restore_workshop(path, lambda _id: SCENARIO)
    assert path.read_bytes()[:15] == content[:15]


def test_a_log_that_makes_no_sense_or_of_another_version_is_said_so(tmp_path: Path) -> None:
    senseless = tmp_path / "a.workshop"
    with EventLog.create(senseless, opened(), 1) as log:
        log.append([(2, e.VoteClosed(1))])
    with pytest.raises(LogError, match=r"a\.workshop: .*does not tell a workshop"):
        restore_workshop(senseless, lambda _id: SCENARIO)
    other = tmp_path / "b.workshop"
    EventLog.create(other, opened(), 1).close()
    with pytest.raises(LogError, match="another version of the scenario"):
        restore_workshop(other, lambda _id: replace(SCENARIO, content_hash="new"))
    EventLog.open(other).close()


def test_a_missing_log_and_one_of_a_newer_version(tmp_path: Path) -> None:
    with pytest.raises(LogError, match="no such workshop"):
        EventLog.open(tmp_path / "none")
    log = EventLog.create(tmp_path / "new", opened(format=99), 1)
    with log, pytest.raises(LogError, match="newer version"):
        log.opening()


def test_deleted_personal_data_is_nowhere_in_the_files(hosting: Hosting) -> None:
    host = hosting()
    phone = Phone(host)
    phone.join(name=SECRET_NAME)
    for order in (orders.show_scene, orders.open_vote):
        host.command(order).result(5)
    phone.vote("ask")
    host.command(orders.debrief).result(5)
    phone.post("commitment", text=SECRET_PROMISE)
    assert phone.status == 200
    assert any(word in files(host) for word in (SECRET_NAME.encode(), SECRET_PROMISE.encode()))
    host.command(orders.delete_personal_data).result(5)
    left = files(host)
    for word in (SECRET_NAME, "Mustermann", SECRET_PROMISE, "ohne Probe"):
        assert word.encode() not in left
    host.close()
    after = restore_workshop(host.path, lambda _id: SCENARIO)
    told = after.record()
    after.close()
    assert (dict(told.personal.names), dict(told.personal.commitments)) == ({}, {})
    assert told.ballots[0].counts()["ask"] == 1


def files(host: Host) -> bytes:
    """All bytes of the log and what lies beside it."""
    return b"".join(p.read_bytes() for p in host.path.parent.glob(host.path.name + "*"))


def test_what_cannot_be_written_is_taken_back_and_said(
    hosting: Hosting, monkeypatch: pytest.MonkeyPatch
) -> None:
    host = hosting()
    phone = Phone(host)
    phone.join()
    for order in (orders.show_scene, orders.open_vote):
        host.command(order).result(5)
    phone.vote("ask")

    def full(_self: EventLog, _told: object) -> None:
        raise LogError(host.path, "the disk is full", "free some space")

    with monkeypatch.context() as patch:
        patch.setattr(EventLog, "append", full)
        assert "try again" in phone.vote("restore")["text"]
        assert phone.status == 503
        with pytest.raises(LogError, match="disk is full"):
            host.command(orders.close_vote).result(5)
    assert phone.view()["vote"] == "ask"
    phone.vote("restore")
    assert phone.view()["vote"] == "restore"


HOST = """
import sys
from dataclasses import replace
from pathlib import Path
from app.workshop import orders
from app.workshop.host import open_workshop
from tests.workshop.rooms import SCENARIO, opened

host = open_workshop(SCENARIO, opened(code="BCDFG"), Path(sys.argv[1]))
at = host.start("127.0.0.1")
host.command(orders.show_scene).result(5)
host.command(orders.open_vote).result(5)
print(at.port, flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("moment", [7, 20])
def test_a_host_killed_while_votes_come_in_loses_none_that_it_acknowledged(
    tmp_path: Path, root: Path, moment: int
) -> None:
    path = tmp_path / "w.workshop"
    process = subprocess.Popen(
        [sys.executable, "-c", HOST, str(path)],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    acknowledged: dict[str, str] = {}
    tokens: dict[str, str] = {}
    try:
        assert process.stdout is not None
        port = int(process.stdout.readline())
        phone = _PhoneAt(port)
        for number in range(30):
            phone.token = ""
            person = phone.join()["participant"]
            tokens[person] = phone.token
            if number == moment:
                process.send_signal(signal.SIGKILL)
            try:
                choice = ("ask", "look", "restore")[number % 3]
                phone.post("vote", ballot=1, step=0, choice=choice)
            except OSError:
                break
            if phone.status == 200:
                acknowledged[person] = choice
    finally:
        process.kill()
        process.communicate()
    assert len(acknowledged) >= moment
    host = restore_workshop(path, lambda _id: SCENARIO)
    try:
        host.start("127.0.0.1", port)
        for person, choice in acknowledged.items():
            phone.token = tokens[person]
            assert phone.view()["vote"] == choice
    finally:
        host.close()


class _PhoneAt(Phone):
    """A phone of a host in another process."""

    def __init__(self, port: int) -> None:
        from app.workshop.host import Address

        self.at = Address("127.0.0.1", port, "BCDFG")
        self.language = "en"
        self.token = ""
        self.source = None


def test_unfinished_workshops_are_found_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NORESTORE_HOME", str(tmp_path))
    folder = tmp_path / "workshops"
    for name, last in (("1", e.SceneShown()), ("2", e.Closed()), ("3", e.Closed())):
        with EventLog.create(folder / f"{name}.workshop", opened(Mode.SOLO), 1) as log:
            log.append([(2, last)])
            if name == "3":
                log.append([(3, e.PersonalDataDeleted())])
    (folder / "4.workshop").write_bytes(b"garbage")
    assert [path.stem for path in unfinished_workshops()] == ["1"]
    assert [path.stem for path in workshop_files()] == ["4", "3", "2", "1"]


def test_the_log_waits_for_the_disk(tmp_path: Path) -> None:
    with EventLog.create(tmp_path / "w", opened(), 1) as log:
        full = 2
        assert log._connection.execute("PRAGMA synchronous").fetchone() == (full,)
        assert log._connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert sqlite3.sqlite_version_info >= (3, 37)
