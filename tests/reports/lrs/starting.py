"""Starting Ralph from its own environment."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def python() -> Path:
    """The Python that has Ralph; ``tools/setup.sh test`` makes it inside ours."""
    found = Path(sys.prefix) / "lrs" / "bin" / "python"
    assert found.exists(), "run tools/setup.sh test: it makes the environment of the store"
    return found


@contextmanager
def started(folder: Path, *options: str) -> Iterator[str]:
    """The address of a Ralph that keeps its files in ``folder``."""
    script = Path(__file__).with_name("serve.py")
    log = folder / "log.txt"
    with (
        log.open("wb") as errors,
        subprocess.Popen(
            [python(), script, folder, *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
        ) as process,
    ):
        assert process.stdin
        assert process.stdout
        try:
            port = process.stdout.readline().decode().strip()
            assert port.isdigit(), log.read_text(encoding="utf-8")
            yield f"http://127.0.0.1:{port}/xAPI"
        finally:
            process.stdin.close()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
