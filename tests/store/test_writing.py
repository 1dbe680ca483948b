"""Files written whole: the old one stays until the new one is on the disk."""

from __future__ import annotations

import os
from errno import ENOSPC
from pathlib import Path

import pytest

from app.store.writing import write_whole


def test_a_new_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "kept.bin"
    path.write_bytes(b"old and longer")
    (tmp_path / "kept.bin.part").write_bytes(b"left by a crash")
    write_whole(path, b"new\n\r\n")
    assert path.read_bytes() == b"new\n\r\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(ENOSPC, os.strerror(ENOSPC))

    path = tmp_path / "kept.bin"
    write_whole(path, b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_secret_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    write_whole(path, b"key", 0o600)
    assert path.stat().st_mode & 0o777 == 0o600
