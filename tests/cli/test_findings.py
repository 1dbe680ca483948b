"""What lint prints in each format, and when it fails."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from app.authoring.finding import Finding
from app.authoring.rules import RULES
from app.cli import main
from app.cli.findings import as_github, as_sarif, failed, told
from tests.scenarios import SMALL

ERROR = Finding("a b/scenario.yaml", 3, 5, "S101", "100 %,\nnever", "lead there: soon")
WARNING = Finding("de.po", 1, 1, "T202", "title is not translated", "write its msgstr")
ADVICE = Finding("a b/scenario.yaml", 9, 7, "A101", "never best", "make it pay")

RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
    "properties": {
        "level": {"enum": ["none", "note", "warning", "error"]},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "message": {"type": "object", "required": ["text"]},
        "locations": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["physicalLocation"],
                "properties": {
                    "physicalLocation": {
                        "type": "object",
                        "required": ["artifactLocation", "region"],
                        "properties": {
                            "artifactLocation": {
                                "required": ["uri"],
                                "properties": {"uri": {"pattern": "^[^ \\\\]+$"}},
                            },
                            "region": {
                                "required": ["startLine", "startColumn"],
                                "properties": {
                                    "startLine": {"type": "integer", "minimum": 1},
                                    "startColumn": {"type": "integer", "minimum": 1},
                                },
                            },
                        },
                    }
                },
            },
        },
    },
}
SARIF = {
    "type": "object",
    "required": ["version", "$schema", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name", "rules"],
                                "properties": {
                                    "rules": {
                                        "uniqueItems": True,
                                        "items": {"required": ["id", "shortDescription"]},
                                    }
                                },
                            }
                        },
                    },
                    "results": {"type": "array", "items": RESULT},
                },
            },
        },
    },
}
"""The essential structure of SARIF 2.1.0, section 3 of the OASIS standard."""


def test_sarif_has_the_structure_of_the_standard() -> None:
    log = json.loads(as_sarif([ERROR, ADVICE, WARNING]))
    jsonschema.validate(log, SARIF)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [result["level"] for result in run["results"]] == ["error", "note", "warning"]
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["shortDescription"]["text"] == RULES[result["ruleId"]].meaning
    jsonschema.validate(json.loads(as_sarif([])), SARIF)


def test_sarif_without_a_place_would_be_refused() -> None:
    log = json.loads(as_sarif([ERROR]))
    del log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, SARIF)


def test_annotations_escape_what_would_end_them() -> None:
    assert as_github([ERROR, WARNING, ADVICE]).split("\n") == [
        "::error file=a b/scenario.yaml,line=3,col=5,title=S101"
        "::100 %25,%0Anever - lead there: soon",
        "::warning file=de.po,line=1,col=1,title=T202::title is not translated - write its msgstr",
        "::notice file=a b/scenario.yaml,line=9,col=7,title=A101::never best - make it pay",
    ]


def test_only_advice_does_not_fail() -> None:
    assert not failed([])
    assert not failed([ADVICE])
    assert failed([ADVICE, WARNING])
    assert told([ADVICE]).endswith("\nno findings, 1 piece of advice")
    assert told([ADVICE, ERROR]).endswith("\n1 findings, 1 piece of advice")


def test_the_command_gives_advice_unless_told_not_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "scenario.yaml").write_text(SMALL, encoding="utf-8")
    assert main(["lint", str(tmp_path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {finding["severity"] for finding in found} == {"advice"}
    assert "A201" in {finding["code"] for finding in found}
    for flag in ("--no-advice", "--quick"):
        assert main(["lint", str(tmp_path), flag]) == 0
        assert capsys.readouterr().out == "no findings\n"
    assert main(["lint", str(tmp_path), "--format", "sarif"]) == 0
    jsonschema.validate(json.loads(capsys.readouterr().out), SARIF)
    assert main(["lint", str(tmp_path), "--format", "github", "--quick"]) == 0
    assert capsys.readouterr().out == "no findings\n"
