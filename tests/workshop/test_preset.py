"""A broker's own product: kept, read again, and refused where it makes no sense."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from app.engine.coverage import PRESETS, InsurancePolicy
from app.workshop import preset as presets
from app.workshop.preset import Preset, PresetError, policy_fields, policy_from, read_preset
from tests.workshop.rooms import Driver

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
OWN = InsurancePolicy(
    "own", "Cyber & IT Plus", True, 1_000_000_00, None, 0, Fraction(1, 10), 500_00, 2_500_00
)


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NORESTORE_HOME", str(tmp_path / "home"))


def test_a_preset_with_a_logo_reads_as_it_was_saved(tmp_path: Path) -> None:
    logo = tmp_path / "Our Logo.PNG"
    logo.write_bytes(PNG)
    path = presets.save_preset(Preset("Makler Müller", OWN, logo))
    assert path.name == "cyber-it-plus.json"
    read = read_preset(path)
    assert (read.provider, read.policy) == ("Makler Müller", OWN)
    assert read.logo is not None
    assert read.logo.read_bytes() == PNG
    assert read.logo.parent == path.parent
    assert presets.preset_files() == (path,)


@pytest.mark.parametrize("terms", PRESETS.values(), ids=str)
def test_terms_survive_as_plain_data(terms: InsurancePolicy) -> None:
    assert policy_from(json.loads(json.dumps(policy_fields(terms)))) == terms


def test_a_room_plays_under_the_terms_that_its_log_holds() -> None:
    at = Driver(terms="own", policy=policy_fields(OWN))
    assert at.room.terms == OWN
    assert at.room.tracks["room"].play.terms == OWN


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"format": 2}, "format"),
        ({"provider": 7}, "provider"),
        ({"logo": "../../secret.png"}, "logo"),
        ({"more": 1}, "more"),
        ({"policy": {**policy_fields(OWN), "sum_insured": -1}}, "policy.sum_insured"),
        ({"policy": {**policy_fields(OWN), "gross_quota": "1/0"}}, "policy.gross_quota"),
        ({"policy": {**policy_fields(OWN), "sum_insured": 0}}, "more than 0"),
        ({"policy": {**policy_fields(OWN), "sublimit": 10**12}}, "sublimit is above"),
        ({"policy": {**policy_fields(OWN), "deductible": 100}}, "not both"),
        ({"policy": {**policy_fields(OWN), "deductible_max": 1}}, "least deductible"),
    ],
)
def test_what_is_wrong_with_a_preset_is_said(
    tmp_path: Path, change: dict[str, Any], said: str
) -> None:
    path = tmp_path / "p.json"
    good = {"format": 1, "provider": "", "policy": policy_fields(OWN)}
    path.write_text(json.dumps({**good, **change}))
    with pytest.raises(PresetError, match=said) as error:
        read_preset(path)
    assert str(error.value).startswith(f"{path}: ")


@pytest.mark.parametrize("raw", [b"", b"\xff", b"{", b"[" * 9_999, b"x" * 30_000])
def test_files_that_are_no_preset(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "p.json"
    path.write_bytes(raw)
    with pytest.raises(PresetError):
        read_preset(path)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("logo.gif", b"GIF89a", "not a PNG"),
        ("logo.png", b"<html>", "not the picture"),
        ("logo.svg", b"\x7fELF", "not the picture"),
        ("logo.jpg", b"\xff\xd8\xff" + b"\0" * 1_000_001, "larger than 1 MB"),
    ],
)
def test_what_is_no_logo(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(PresetError, match=said):
        presets.save_preset(Preset("", OWN, path))


def test_a_preset_without_cover_needs_no_figures() -> None:
    none = replace(OWN, in_force=False, sum_insured=0, deductible_rate=Fraction(0))
    assert read_preset(presets.save_preset(Preset("", none))).policy == none
