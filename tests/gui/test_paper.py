"""The papers as PDFs: one page, whole texts, nothing over another, nothing in the margin."""

from __future__ import annotations

import re
import subprocess
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.engine.coverage import PRESETS
from app.engine.review import Review, review
from app.engine.solver.solution import solve
from app.engine.solver.tree import Tree
from app.gui.paper.export import Export
from app.gui.paper.keeping import Keeping
from app.gui.paper.pdf import Paper, PaperError, pdf, save
from app.gui.widgets.overlay import Overlay
from app.play.catalog import ENGLISH, Catalog
from app.play.playthrough import Playthrough
from app.reports.document import certificate_paper, review_paper
from tests.shipped import scenarios
from tests.toy import build


def _long(_key: str, source: str) -> str:
    """Half as long again, with a compound that fits on no line."""
    start = source[: len(source) // 4]
    compound = "".join(re.findall(r"[A-Za-z]+", source))[:60].capitalize()
    return f"{start}{compound} {source}"


LONG = Catalog("de", _long)
CATALOGS = [ENGLISH, LONG]


def finished(number: int, catalog: Catalog) -> tuple[Playthrough, Review]:
    """A shipped case played by its first choices, -1: the toy with many decisions."""
    scenario = scenarios()[number] if number >= 0 else build()
    terms = PRESETS[scenario.default_terms]
    play = Playthrough.start(scenario, terms, 3, catalog=catalog)
    while not play.state.is_terminal():
        legal = play.state.legal_choices()
        play.choose(legal[len(play.decisions) % len(legal)].id)
    return play, review(solve(Tree(scenario, terms)), play.state)


def papers(number: int, catalog: Catalog) -> tuple[Paper, Paper]:
    play, told = finished(number, catalog)
    return review_paper(play, told), certificate_paper(play, told, "Erika Beispiel")


def printed(paper: Paper, folder: Path) -> Path:
    path = folder / "paper.pdf"
    path.write_bytes(pdf(paper))
    return path


def tool(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def words(path: Path) -> tuple[float, float, list[tuple[float, float, float, float, str]]]:
    """Width and height of the page, and each word with its box, all in points."""
    text = tool("pdftotext", "-bbox", path, "-")
    text = re.sub(r"[^\t\n\r -\U0010ffff]", "", text)
    pages = ElementTree.fromstring(text).findall(".//{*}page")
    assert len(pages) == 1
    page = pages[0]
    boxes = [
        (
            float(word.attrib["xMin"]),
            float(word.attrib["yMin"]),
            float(word.attrib["xMax"]),
            float(word.attrib["yMax"]),
            word.text or "",
        )
        for word in page
    ]
    return float(page.attrib["width"]), float(page.attrib["height"]), boxes


@pytest.mark.parametrize("catalog", CATALOGS, ids=["english", "long"])
@pytest.mark.parametrize("number", [-1, 0, 1, 2])
def test_one_page_without_text_over_text_or_in_the_margin(
    number: int, catalog: Catalog, tmp_path: Path
) -> None:
    for paper in papers(number, catalog):
        width, height, boxes = words(printed(paper, tmp_path))
        assert len(boxes) > 40
        for left, top, right, bottom, word in boxes:
            assert left >= 40, word
            assert right <= width - 40, word
            assert top >= 40, word
            assert bottom <= height - 40, word
        for a, b in combinations(boxes, 2):
            # A box reaches from ascent to descent; neighbouring lines may share a little of it.
            across = min(a[2], b[2]) - max(a[0], b[0])
            down = min(a[3], b[3]) - max(a[1], b[1])
            assert across <= 1 or down <= 0.3 * min(a[3] - a[1], b[3] - b[1]), (a, b)


def test_the_page_holds_what_the_paper_says(tmp_path: Path) -> None:
    paper = papers(-1, ENGLISH)[0]
    text = " ".join(tool("pdftotext", "-layout", printed(paper, tmp_path), "-").split())
    for part in (paper.title, paper.case, paper.notice, *(a.text for a in paper.bill)):
        assert part in text
    for line in paper.decisions:
        assert line.choice in text
        assert line.word in text


def test_the_dearest_decisions_stay_when_there_are_too_many(tmp_path: Path) -> None:
    play, told = finished(0, LONG)
    paper = review_paper(play, told)
    text = " ".join(tool("pdftotext", "-raw", printed(paper, tmp_path), "-").split())
    dearest = max(paper.decisions, key=lambda line: line.regret)
    assert dearest.cost in text
    assert "Further decisions" in text


def test_fonts_are_embedded_and_title_and_language_are_set(tmp_path: Path) -> None:
    path = printed(papers(-1, LONG)[0], tmp_path)
    fonts = tool("pdffonts", path).splitlines()[2:]
    assert fonts
    assert all("IBMPlex" in line and " yes " in line for line in fonts)
    about = tool("pdfinfo", path)
    assert "review" in about.splitlines()[0]
    assert "Point of No Restore" in about
    assert "<rdf:li>de</rdf:li>" in tool("pdfinfo", "-meta", path)


def test_the_page_is_painted_with_colour(tmp_path: Path) -> None:
    path = printed(papers(-1, ENGLISH)[0], tmp_path)
    tool("pdftoppm", "-r", "40", "-singlefile", path, tmp_path / "page")
    pixels = (tmp_path / "page.ppm").read_bytes()[15:]
    colours = {pixels[i : i + 3] for i in range(0, len(pixels), 3)}
    assert len(colours) > 30


def test_a_folder_that_cannot_be_written_to_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    paper = papers(-1, ENGLISH)[1]
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    with pytest.raises(PaperError, match="choose another folder"):
        save(paper, blocked / "paper.pdf")
    (tmp_path / "paper.pdf").mkdir()
    with pytest.raises(PaperError):
        save(paper, tmp_path / "paper.pdf")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "paper.pdf"]


def test_the_window_asks_where_and_says_what_it_did(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = Keeping()
    qtbot.addWidget(part)
    part.show_review(*finished(-1, ENGLISH))
    target = tmp_path / "mine"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Erika Beispiel", True))
    with qtbot.waitSignal(part.saved):
        part.pdf.click()
    assert "Saved" in part.lead.text()
    assert "Restore" in tool("pdftotext", tmp_path / "mine.pdf", "-")
    part.certificate.click()
    assert "Erika Beispiel" in tool("pdftotext", tmp_path / "mine.pdf", "-")


def test_a_cancelled_dialog_saves_nothing(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = Keeping()
    qtbot.addWidget(part)
    part.show_review(*finished(-1, ENGLISH))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    part.pdf.click()
    assert "Saved" not in part.lead.text()
    assert list(tmp_path.glob("*.pdf*")) == []


def exporting(qtbot: QtBot) -> tuple[QWidget, Keeping, Export]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    part = Keeping()
    column = QVBoxLayout(window)
    column.addWidget(part)
    window.show()
    part.show_review(*finished(-1, ENGLISH))
    part.data.click()
    return window, part, window.findChildren(Export)[-1]


def test_the_preview_is_the_file(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _window, part, export = exporting(qtbot)
    for number, ending in enumerate((".csv", ".csv", ".jsonl")):
        export.form.setCurrentIndex(number)
        target = tmp_path / f"mine-{number}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, t=target: (str(t), ""))
        with qtbot.waitSignal(part.saved):
            export.save.click()
        text = target.with_suffix(ending).read_text(encoding="utf-8-sig")
        assert export.preview.toPlainText() == text.replace("\r\n", "\n")
        assert "Saved" in export.lead.text()
    assert '"verb"' in export.preview.toPlainText()


def test_a_file_that_cannot_be_written_is_said(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _part, export = exporting(qtbot)
    nowhere = str(tmp_path / "nowhere" / "mine.csv")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (nowhere, ""))
    with qtbot.waitSignal(export.failed, check_params_cb=lambda text: "another folder" in text):
        export.save.click()
    assert [sheet.accessibleName() for sheet in window.findChildren(Overlay)] == [
        "Export as data",
        "This was not saved",
    ]


def test_the_export_is_worked_by_keys(qtbot: QtBot) -> None:
    window, _part, export = exporting(qtbot)
    sheet = window.findChildren(Overlay)[-1]
    reached = set()
    for _ in range(6):
        focused = window.focusWidget()
        assert focused is not None
        reached.add(focused.accessibleName() or getattr(focused, "text", str)())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert {"Form of the file", "The file to the last character", "Save"} <= reached
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not export.isVisible()
