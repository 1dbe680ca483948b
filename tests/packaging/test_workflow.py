"""The release workflow cannot run here; what can be seen from outside is checked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml


@pytest.fixture(scope="module")
def text(root: Path) -> str:
    return (root / ".github/workflows/release.yml").read_text("utf-8")


@pytest.fixture(scope="module")
def jobs(text: str) -> dict[str, Any]:
    return yaml.safe_load(text)["jobs"]


def test_every_action_is_named_by_a_commit_and_its_release(text: str) -> None:
    uses = re.findall(r"uses: (.*)", text)
    assert len(uses) >= 5
    pinned = re.compile(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert [line for line in uses if not pinned.fullmatch(line)] == []


def test_all_three_systems_are_built_and_their_downloads_tested(jobs: dict[str, Any]) -> None:
    rows = jobs["build"]["strategy"]["matrix"]["include"]
    assert {row["system"] for row in rows} == {"linux", "windows", "macos"}
    runs = "\n".join(step.get("run", "") for step in jobs["build"]["steps"])
    assert "-m tools.bundle" in runs
    assert "-m pytest -m frozen tests/packaging" in runs


def test_secrets_are_used_only_where_they_exist(jobs: dict[str, Any]) -> None:
    guarded = 0
    for step in jobs["build"]["steps"]:
        if "secrets." in str(step.get("env", "")):
            guarded += 1
            assert re.search(r"env\.(SIGNS_\w+|NOTARISES) == 'true'", step["if"]), step["name"]
        assert "secrets." not in step.get("run", "")
    assert guarded == 3


def test_nobody_has_more_rights_than_needed(text: str, jobs: dict[str, Any]) -> None:
    assert yaml.safe_load(text)["permissions"] == {}
    assert jobs["build"]["permissions"] == {
        "contents": "read",
        "id-token": "write",
        "attestations": "write",
    }
    assert jobs["publish"]["permissions"] == {"contents": "write"}
