"""A real learning record store on this computer, started once."""

from __future__ import annotations

import itertools
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.store.lrs_settings import Endpoint
from tests.reports.lrs.starting import python, started


@pytest.fixture(scope="session")
def ralph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Ralph that appends to its files."""
    with started(tmp_path_factory.mktemp("ralph")) as address:
        yield address


@pytest.fixture(scope="session")
def _rooms() -> Iterator[int]:
    return itertools.count()


@pytest.fixture
def endpoint(ralph: str, _rooms: Iterator[int]) -> Endpoint:
    """A store of one's own for each test."""
    return Endpoint(ralph, f"room-{next(_rooms)}", "secret")


@pytest.fixture(scope="session")
def validate() -> Callable[[bytes], int]:
    """How many of these JSON lines Ralph's model takes; an AssertionError tells the first bad."""

    def checked(statements: bytes) -> int:
        script = Path(__file__).with_name("validate.py")
        answer = subprocess.run(
            [python(), script], input=statements, capture_output=True, check=False, env=os.environ
        )
        assert answer.returncode == 0, answer.stderr.decode()
        return int(answer.stdout)

    return checked
