"""A running workshop on this machine alone, for the tests that talk to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.workshop.events import Mode
from app.workshop.host import Host, open_workshop
from tests.workshop.rooms import SCENARIO, opened

Hosting = Callable[..., Host]


@pytest.fixture
def hosting(tmp_path: Path) -> Iterator[Hosting]:
    """Opens workshops that listen on the loopback, and closes them."""
    hosts: list[Host] = []

    def begin(mode: Mode = Mode.ROOM, **others: Any) -> Host:
        first = opened(mode, **{"code": "BCDFG", **others})
        host = open_workshop(SCENARIO, first, tmp_path / f"{len(hosts)}.workshop")
        hosts.append(host)
        host.start("127.0.0.1")
        return host

    yield begin
    for host in hosts:
        host.close()
