"""A broker's own insurance product, with name and logo: a file that many workshops use again.

Presets are JSON files in the user's data folder, one each; the logo is copied beside it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from app.engine.coverage import InsurancePolicy
from app.engine.scenario import MAX_CENTS
from app.phrase import Phrase, reason_of
from app.store.folders import user_folder
from app.store.writing import write_whole

FORMAT = 1
MAX_LOGO = 1_000_000
"""Bytes of a logo."""
MAX_FILE = 20_000
LOGOS = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".svg": b"",
}
OWN_TERMS = "own"
"""Id of the terms that a preset describes."""


class PresetError(Exception):
    """A preset or logo that cannot be used; the message names the file and what to do."""

    def __init__(self, path: Path, wrong: Phrase, remedy: Phrase) -> None:
        super().__init__(
            Phrase("{place}: {wrong}; {remedy}", place=path, wrong=wrong, remedy=remedy)
        )
        self.path = path


@dataclass(frozen=True, slots=True)
class Preset:
    """Terms of a product, who offers it and how to reach them, and the logo's file."""

    provider: str
    policy: InsurancePolicy
    logo: Path | None = None
    address: str = ""
    contact: str = ""

    @property
    def name(self) -> str:
        """What the product is called."""
        return self.policy.name


def presets_folder() -> Path:
    """Where presets are kept."""
    return user_folder() / "presets"


def preset_files() -> tuple[Path, ...]:
    """All presets, by name."""
    folder = presets_folder()
    return tuple(sorted(folder.glob("*.json"))) if folder.is_dir() else ()


def read_preset(path: Path) -> Preset:
    """A preset from its file. Raises PresetError."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_FILE + 1)
    except OSError as error:
        raise PresetError(path, reason_of(error), Phrase("check the path")) from error
    if len(raw) > MAX_FILE:
        raise PresetError(
            path, Phrase("larger than {most} bytes", most=MAX_FILE), Phrase("this is no preset")
        )
    try:
        data = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise PresetError(
            path,
            Phrase("line {line} is not JSON", line=line),
            Phrase("mend it, or save the preset again"),
        ) from error
    problem = next(_validator().iter_errors(data), None)
    if problem is not None:
        place = ".".join(map(str, problem.path)) or Phrase("the file")
        raise PresetError(
            path,
            Phrase("{place}: {problem}", place=place, problem=_short(problem.message)),
            Phrase("mend it in the host window"),
        )
    logo = path.parent / data["logo"] if data.get("logo") else None
    if logo is not None:
        check_logo(logo)
    policy = policy_from(data["policy"])
    _check_policy(path, policy)
    return Preset(data["provider"], policy, logo, data.get("address", ""), data.get("contact", ""))


def save_preset(preset: Preset) -> Path:
    """Write a preset, in place of one of the same name; its file. Raises PresetError.

    A logo from elsewhere is copied into the folder.
    """
    folder = presets_folder()
    stem = re.sub(r"[^a-z0-9]+", "-", preset.name.lower()).strip("-")[:60] or "preset"
    path = folder / f"{stem}.json"
    _check_policy(path, preset.policy)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        data: dict[str, Any] = {
            "format": FORMAT,
            "provider": preset.provider,
            "address": preset.address,
            "contact": preset.contact,
            "policy": policy_fields(preset.policy),
        }
        if preset.logo is not None:
            check_logo(preset.logo)
            kept = folder / f"{stem}{preset.logo.suffix.lower()}"
            if kept != preset.logo:
                kept.write_bytes(preset.logo.read_bytes())
            data["logo"] = kept.name
        text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
        write_whole(path, text.encode())
    except OSError as error:
        wrong = Phrase("cannot be written ({reason})", reason=reason_of(error))
        raise PresetError(path, wrong, Phrase("check the folder")) from error
    return path


def check_logo(path: Path) -> None:
    """Refuse what is no picture that a logo may be. Raises PresetError."""
    start = LOGOS.get(path.suffix.lower())
    if start is None:
        raise PresetError(
            path, Phrase("not a PNG, JPEG or SVG file"), Phrase("choose another picture")
        )
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(512)
    except OSError as error:
        raise PresetError(path, reason_of(error), Phrase("choose the logo again")) from error
    if size > MAX_LOGO:
        raise PresetError(path, Phrase("larger than 1 MB"), Phrase("make the picture smaller"))
    if not head.startswith(start) or (not start and b"<svg" not in head and b"<?xml" not in head):
        raise PresetError(
            path, Phrase("not the picture that its name says"), Phrase("choose another picture")
        )


def policy_fields(policy: InsurancePolicy) -> dict[str, Any]:
    """Terms as plain data: cents as ints, shares as text such as ``"1/10"``."""
    told = {item.name: getattr(policy, item.name) for item in fields(policy)}
    return {name: str(v) if isinstance(v, Fraction) else v for name, v in told.items()}


def policy_from(data: Mapping[str, Any]) -> InsurancePolicy:
    """The terms again. Raises ValueError or TypeError when they are none."""
    values: dict[str, Any] = {
        name: Fraction(value) if name in _SHARES else value for name, value in data.items()
    }
    return InsurancePolicy(**values)


_SHARES = ("deductible_rate", "gross_quota")


def _check_policy(path: Path, policy: InsurancePolicy) -> None:
    """What a schema cannot say."""
    again = Phrase("mend it in the host window")
    if not policy.in_force:
        return
    if policy.sum_insured <= 0:
        raise PresetError(path, Phrase("the sum insured must be more than 0"), again)
    if policy.sublimit is not None and policy.sublimit > policy.sum_insured:
        raise PresetError(path, Phrase("the sublimit is above the sum insured"), again)
    if policy.deductible and policy.deductible_rate:
        raise PresetError(path, Phrase("the deductible is fixed or a share, not both"), again)
    if policy.deductible_min > policy.deductible_max:
        raise PresetError(path, Phrase("the least deductible is above the greatest"), again)


@cache
def _validator() -> Any:
    from jsonschema import Draft202012Validator

    cents = {"type": "integer", "minimum": 0, "maximum": MAX_CENTS}
    share = {"type": "string", "pattern": r"^(0|1|[0-9]{1,6}/[1-9][0-9]{0,5}|0\.[0-9]{1,6})$"}
    kinds: dict[str, Any] = {
        "id": {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,39}$"},
        "name": {"type": "string", "minLength": 1, "maxLength": 80},
        "in_force": {"type": "boolean"},
        "sanctions_agreed": {"type": "boolean"},
        "sublimit": {"anyOf": [cents, {"type": "null"}]},
        "deductible_rate": share,
        "gross_quota": share,
    }
    names = [item.name for item in fields(InsurancePolicy)]
    policy = {
        "type": "object",
        "properties": {name: kinds.get(name, cents) for name in names},
        "required": ["id", "name", "in_force"],
        "additionalProperties": False,
    }
    return Draft202012Validator(
        {
            "type": "object",
            "properties": {
                "format": {"const": FORMAT},
                "provider": {"type": "string", "maxLength": 120},
                "address": {"type": "string", "maxLength": 300},
                "contact": {"type": "string", "maxLength": 300},
                "logo": {"type": "string", "pattern": r"^[\w-]{1,64}\.(png|jpe?g|svg)$"},
                "policy": policy,
            },
            "required": ["format", "provider", "policy"],
            "additionalProperties": False,
        }
    )


def _short(message: str) -> str:
    return message if len(message) <= 120 else message[:117] + "..."
