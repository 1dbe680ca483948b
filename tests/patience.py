"""A bound on what hostile input may cost. Speed is measured in ``benchmarks/``, not here."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def soon(seconds: float = 2) -> Iterator[None]:
    """What happens within takes this much of the processor's time at most, however busy the
    machine is."""
    began = time.process_time()
    yield
    taken = time.process_time() - began
    assert taken < seconds, f"{taken:.2f} s"
