"""What waits to be sent survives being offline, crashes and refusals."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast
from uuid import UUID

import pytest

from app.reports.lrs import Lrs, LrsError, RefusedError
from app.reports.outbox import Outbox, OutboxError
from app.reports.xapi import Statement


def statement(number: int) -> Statement:
    return {"id": str(UUID(int=number)), "verb": {"id": "x"}, "object": {"n": number}}


def made(count: int, start: int = 0) -> list[Statement]:
    return [statement(number) for number in range(start, start + count)]


class Store:
    """Stands in for a store: takes all but ``bad``, fails as told, remembers."""

    def __init__(self, bad: Sequence[int] = (), failures: Sequence[Exception | None] = ()) -> None:
        self.bad = {str(UUID(int=number)) for number in bad}
        self.failures = list(failures)
        self.taken: dict[str, Statement] = {}
        self.requests = 0

    def post(self, statements: Sequence[Statement]) -> None:
        self.requests += 1
        if self.failures and (failure := self.failures.pop(0)) is not None:
            raise failure
        if any(one["id"] in self.bad for one in statements):
            raise RefusedError(400, "no verb")
        self.taken |= {one["id"]: one for one in statements}


def lrs(store: Store) -> Lrs:
    return cast("Lrs", store)


OFFLINE = LrsError("no network", passing=True)


def test_offline_nothing_is_lost_and_online_all_arrives(tmp_path: Path) -> None:
    pauses: list[float] = []
    Outbox(tmp_path).add(made(120))
    store = Store(failures=[None, OFFLINE, OFFLINE, OFFLINE])
    delivery = Outbox(tmp_path).send(lrs(store), sleep=pauses.append)
    assert (delivery.sent, delivery.waiting, delivery.problem) == (50, 70, OFFLINE)
    assert pauses == [1.0, 2.0]
    again = Store()
    assert Outbox(tmp_path).send(lrs(again)).sent == 70
    assert store.taken | again.taken == {one["id"]: one for one in made(120)}
    assert list(tmp_path.iterdir()) == []


def test_a_passing_failure_is_tried_again(tmp_path: Path) -> None:
    box = Outbox(tmp_path)
    box.add(made(3))
    store = Store(failures=[OFFLINE])
    assert box.send(lrs(store), sleep=lambda _: None).sent == 3


def test_a_lasting_failure_is_not(tmp_path: Path) -> None:
    box = Outbox(tmp_path)
    box.add(made(3))
    store = Store(failures=[LrsError("wrong key")])
    delivery = box.send(lrs(store))
    assert (delivery.waiting, store.requests) == (3, 1)


def test_bad_statements_are_found_by_halving_and_can_be_tried_again(tmp_path: Path) -> None:
    box = Outbox(tmp_path)
    box.add(made(64))
    store = Store(bad=[5, 40])
    delivery = box.send(lrs(store), batch=64)
    assert (delivery.sent, delivery.refused, delivery.waiting) == (62, 2, 0)
    assert store.requests < 30
    assert {refusal.reason for refusal in box.refusals()} == {"400: no verb"}
    assert box.try_again() == 2
    assert box.refusals() == ()
    assert box.send(lrs(Store())).sent == 2


def test_a_crash_after_the_answer_sends_the_batch_twice_and_no_other(tmp_path: Path) -> None:
    box = Outbox(tmp_path)
    box.add(made(6))
    store = Store(failures=[None, None, OFFLINE])
    box.send(lrs(store), batch=2, tries=1)
    (progress,) = tmp_path.glob("*.progress")
    # The note of the second batch is torn in the middle of its second id.
    progress.write_bytes(progress.read_bytes()[:-10])
    assert Outbox(tmp_path).waiting() == 3
    again = Store()
    Outbox(tmp_path).send(lrs(again), batch=2)
    assert set(again.taken) == {str(UUID(int=number)) for number in (3, 4, 5)}


def test_the_same_export_waits_once(tmp_path: Path) -> None:
    box = Outbox(tmp_path)
    assert box.add(made(3)) == box.add(made(3)) == 3
    assert box.waiting() == 3
    assert box.add([]) == 0
    store = Store()
    box.send(lrs(store))
    box.add(made(3))
    assert box.waiting() == 3


def test_a_progress_file_left_by_a_crash_does_not_hide_a_later_export(tmp_path: Path) -> None:
    box = Outbox(tmp_path)
    box.add(made(2))
    (path,) = tmp_path.glob("*.jsonl")
    box._note(path, made(2))
    path.unlink()
    assert box.waiting() == 0
    box.add(made(2))
    assert box.waiting() == 2


def test_what_is_half_written_is_not_sent(tmp_path: Path) -> None:
    (tmp_path / "abc.jsonl.part").write_bytes(b'{"id": "')
    assert Outbox(tmp_path).send(lrs(Store())).sent == 0


def test_a_damaged_file_is_named_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "abc.jsonl"
    path.write_bytes(b'{"id": "x"}\n\xff\xfe\n')
    with pytest.raises(OutboxError, match=r"abc\.jsonl:2: not a statement; move"):
        Outbox(tmp_path).send(lrs(Store()))
    assert path.exists()


@pytest.mark.parametrize("name", [None, 7, "", "a\nb", "not-a-uuid"])
def test_a_statement_needs_an_id(tmp_path: Path, name: object) -> None:
    with pytest.raises(OutboxError, match="without an id"):
        Outbox(tmp_path).add([{"id": name}])
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said(tmp_path: Path) -> None:
    (tmp_path / "outbox").write_text("no folder")
    with pytest.raises(OutboxError, match="cannot be written"):
        Outbox(tmp_path / "outbox").add(made(1))


def test_killed_at_any_moment_it_keeps_what_it_confirmed(tmp_path: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from uuid import UUID
from app.reports.outbox import Outbox
box = Outbox(Path({str(tmp_path)!r}))
for number in range(1_000_000):
    box.add([{{"id": str(UUID(int=number))}}])
    print(number, flush=True)
"""
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as process:
        assert process.stdout
        for _ in range(25):
            confirmed = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
    store = Store()
    Outbox(tmp_path).send(lrs(store))
    assert {str(UUID(int=number)) for number in range(confirmed + 1)} <= set(store.taken)
