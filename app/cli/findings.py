"""Findings as text, as JSON, as SARIF 2.1.0 and as annotations of a build on GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from urllib.parse import quote

from app import __version__
from app.authoring.finding import Finding
from app.authoring.rules import RULES, Severity
from app.play.catalog import ENGLISH, Catalog

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def failed(findings: Sequence[Finding]) -> bool:
    """Whether there is more than advice."""
    return any(finding.severity != Severity.ADVICE for finding in findings)


def told(findings: Sequence[Finding], words: Catalog = ENGLISH) -> str:
    """One finding a line, then how many there are, for a reader."""
    advice = sum(finding.severity == Severity.ADVICE for finding in findings)
    faults = len(findings) - advice
    counted = [words.message("{n} findings" if faults else "no findings", {"n": str(faults)})]
    if advice:
        one = advice == 1
        told = words.message(
            "1 piece of advice" if one else "{n} pieces of advice", {"n": str(advice)}
        )
        counted.append(told)
    lines = [words.told(finding.phrase) for finding in findings]
    return "\n".join([*lines, ", ".join(counted)])


def as_json(findings: Sequence[Finding]) -> str:
    """A list of objects, each with its severity."""
    listed = [{**asdict(finding), "severity": finding.severity} for finding in findings]
    return json.dumps(listed, ensure_ascii=False, indent=2)


def as_sarif(findings: Sequence[Finding]) -> str:
    """A SARIF 2.1.0 log with one run, its rules, and a result for each finding."""
    used = sorted({finding.code for finding in findings})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": RULES[code].meaning},
            "help": {"text": RULES[code].remedy},
            "defaultConfiguration": {"level": _SARIF_LEVELS[RULES[code].severity]},
        }
        for code in used
    ]
    driver = {"name": "norestore lint", "version": __version__, "rules": rules}
    results = [_result(finding, used.index(finding.code)) for finding in findings]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _result(finding: Finding, rule: int) -> dict[str, object]:
    place = {
        "artifactLocation": {"uri": quote(_file(finding))},
        "region": {"startLine": finding.line, "startColumn": finding.column},
    }
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _SARIF_LEVELS[finding.severity],
        "message": {"text": f"{finding.message} - {finding.remedy}"},
        "locations": [{"physicalLocation": place}],
    }


def as_github(findings: Sequence[Finding]) -> str:
    """Workflow commands, one a line, which GitHub shows beside the lines they name."""
    lines = []
    for finding in findings:
        level = _GITHUB_LEVELS[finding.severity]
        where = (
            f"file={_property(_file(finding))},line={finding.line},col={finding.column},"
            f"title={_property(finding.code)}"
        )
        lines.append(f"::{level} {where}::{_data(f'{finding.message} - {finding.remedy}')}")
    return "\n".join(lines) or "no findings"


FORMS: Mapping[str, Callable[[Sequence[Finding]], str]] = {
    "text": told,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}
"""By name, how findings can be printed."""


def _file(finding: Finding) -> str:
    """The file from the working folder on where it lies below it, as build servers want it."""
    path = Path(finding.file)
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
