from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from app.cli import main

TOY = str(Path(__file__).parent / "toy")


@pytest.fixture
def broken(tmp_path: Path) -> str:
    source = (Path(TOY) / "scenario.yaml").read_text()
    (tmp_path / "scenario.yaml").write_text(source.replace("looks < 2", "lucks < 2"))
    return str(tmp_path)


def test_a_sound_scenario_has_no_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", TOY, "--quick"]) == 0
    assert capsys.readouterr().out == "no findings\n"


def test_findings_name_file_line_fault_and_remedy(
    capsys: pytest.CaptureFixture[str], broken: str
) -> None:
    lines = (Path(broken) / "scenario.yaml").read_text().splitlines()
    line = next(number for number, text in enumerate(lines, 1) if "lucks" in text)
    assert main(["lint", TOY, broken]) == 1
    text = capsys.readouterr().out
    assert f"scenario.yaml:{line}:" in text
    assert "'lucks'" in text
    assert main(["lint", broken, "--json"]) == 1
    findings = json.loads(capsys.readouterr().out)
    assert findings[0]["line"] == line
    assert {"file", "line", "column", "code", "message", "remedy"} <= set(findings[0])


def test_a_path_that_is_not_there_is_unreadable_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "nowhere"]) == 2
    assert "nowhere: no scenario of this name" in capsys.readouterr().err


def test_the_graph_in_each_format(capsys: pytest.CaptureFixture[str]) -> None:
    texts = {}
    for form in ("graphml", "dot", "mermaid"):
        assert main(["graph", TOY, "--to", form]) == 0
        texts[form] = capsys.readouterr().out
    assert texts["dot"].startswith("digraph")
    assert texts["mermaid"].startswith("flowchart")
    root = ElementTree.fromstring(texts["graphml"])
    ids = [node.get("id") for node in root.iter() if node.tag.endswith("}node")]
    assert ids == ["alarm", "search", "restored", "saved", "lost"]


def test_the_graph_into_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "story.dot"
    assert main(["graph", TOY, "--to", "dot", "-o", str(file)]) == 0
    assert capsys.readouterr().out == ""
    assert file.read_text().startswith("digraph")
    assert main(["graph", TOY, "--to", "dot", "-o", str(tmp_path / "no" / "x")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_a_graph_of_a_broken_scenario_is_refused(
    capsys: pytest.CaptureFixture[str], broken: str
) -> None:
    assert main(["graph", broken]) == 2
    assert "'lucks'" in capsys.readouterr().err


def test_the_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert "$schema" in json.loads(capsys.readouterr().out)
