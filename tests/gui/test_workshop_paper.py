"""The report of a workshop and its certificates as PDFs."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor, QImage

from app.gui.paper.pdf import PaperError, pdf
from app.gui.paper.workshop_files import save_workshop
from app.play.catalog import ENGLISH, Catalog
from app.reports.attendance import certificates
from app.reports.session import Attendee, Commitment, Session
from app.reports.workshop_document import workshop_paper
from app.workshop.record import record
from app.workshop.session import attendees
from tests.gui.test_paper import LONG, tool
from tests.reports.sessions import session, toy
from tests.workshop.held import held, room
from tests.workshop.rooms import SCENARIO

Box = tuple[float, float, float, float, str]


@pytest.fixture
def picture(tmp_path: Path) -> str:
    image = QImage(400, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#00ff00"))
    path = tmp_path / "logo.png"
    assert image.save(str(path))
    return str(path)


def printed(whole: Session, catalog: Catalog, folder: Path) -> Path:
    path = folder / "report.pdf"
    path.write_bytes(pdf(workshop_paper(whole, catalog)))
    return path


def pages(path: Path) -> list[tuple[float, float, list[Box]]]:
    """Of each page width and height, and each word with its box, in points."""
    text = re.sub(r"[^\t\n\r -\U0010ffff]", "", tool("pdftotext", "-bbox", path, "-"))
    found = []
    for page in ElementTree.fromstring(text).findall(".//{*}page"):
        boxes = [
            (*(float(word.attrib[name]) for name in ("xMin", "yMin", "xMax", "yMax")),
             word.text or "")
            for word in page
        ]  # fmt: skip
        found.append((float(page.attrib["width"]), float(page.attrib["height"]), boxes))
    return found


@pytest.mark.parametrize("catalog", [ENGLISH, LONG], ids=["english", "long"])
@pytest.mark.parametrize("teams", [1, 4, 16])
def test_no_text_over_text_or_in_the_margin(
    catalog: Catalog, teams: int, tmp_path: Path, picture: str
) -> None:
    whole = replace(session(teams=teams, catalog=catalog), logo=picture, best=(10**7, 10**9))
    for width, height, boxes in pages(printed(whole, catalog, tmp_path)):
        assert boxes
        for left, top, right, bottom, word in boxes:
            assert left >= 40, word
            assert right <= width - 40, word
            assert top >= 40, word
            assert bottom <= height - 40, word
        for a, b in combinations(boxes, 2):
            across = min(a[2], b[2]) - max(a[0], b[0])
            down = min(a[3], b[3]) - max(a[1], b[1])
            assert across <= 1 or down <= 0.3 * min(a[3] - a[1], b[3] - b[1]), (a, b)


def test_the_pages_hold_what_the_report_says(tmp_path: Path) -> None:
    whole = session(teams=3)
    paper = workshop_paper(whole, ENGLISH)
    raw = tool("pdftotext", "-raw", printed(whole, ENGLISH, tmp_path), "-")
    # Without ligatures.
    text = " ".join(unicodedata.normalize("NFKC", raw).split())
    for part in (paper.title, paper.provider, paper.summary, *paper.commitments, *paper.topics,
                 *paper.sources):  # fmt: skip
        assert part in text
    for row in paper.results:
        assert all(cell in text for cell in row.cells)
    for part in paper.decisions:
        assert part.title in text
        assert all(option.cost_text in text for option in part.options)
    assert text.count(paper.notice) == len(pages(tmp_path / "report.pdf"))


def test_a_last_page_with_hardly_anything_is_spared(tmp_path: Path) -> None:
    whole = session(teams=2)
    for count in range(12):
        more = (Commitment("Test the restore every month, on another machine."),) * count
        found = pages(printed(replace(whole, commitments=more), ENGLISH, tmp_path))
        lowest = max(bottom for _, _, _, bottom, _ in found[-1][2] if bottom < 770)
        if lowest > 250:
            return
    pytest.fail("no length of the report fills its last page")


@pytest.mark.parametrize("kind", ["png", "jpg", "svg"])
def test_the_logo_is_printed_on_report_and_certificates(
    tmp_path: Path, picture: str, kind: str
) -> None:
    path = tmp_path / f"logo.{kind}"
    if kind == "jpg":
        assert QImage(picture).save(str(path), quality=100)
    if kind == "svg":
        path.write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10">'
            '<rect width="40" height="10" fill="#00ff00"/></svg>'
        )
    whole = replace(session(teams=1), logo=str(path))
    printed(whole, ENGLISH, tmp_path)
    (tmp_path / "certificate.pdf").write_bytes(
        pdf(certificates(whole, [Attendee("Erika Beispiel", 75)], ENGLISH))
    )
    for name in ("report", "certificate"):
        tool("pdftoppm", "-r", "40", "-singlefile", tmp_path / f"{name}.pdf", tmp_path / name)
        pixels = (tmp_path / f"{name}.ppm").read_bytes()[15:]
        colours = {pixels[i : i + 3] for i in range(0, len(pixels), 3)}
        assert any(c[0] < 4 and c[1] > 250 and c[2] < 4 for c in colours)


@pytest.mark.parametrize("name", ["logo.png", "logo.svg"])
@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 50])
def test_a_logo_that_is_no_picture_is_left_out(tmp_path: Path, content: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert pages(printed(replace(session(teams=1), logo=str(path)), ENGLISH, tmp_path))


def test_each_certificate_has_a_page_of_its_own(tmp_path: Path) -> None:
    names = ["Beispiel, Erika", "Mustermann, Jürgen", ""]
    whole = session(teams=2, catalog=LONG)
    path = tmp_path / "certificates.pdf"
    path.write_bytes(pdf(certificates(whole, [Attendee(name, 75) for name in names], LONG)))
    found = pages(path)
    assert len(found) == 3
    for (width, height, boxes), name in zip(found, names, strict=True):
        assert width > height
        words = " ".join(box[4] for box in boxes)
        assert name in words
        assert not any(other in words for other in names if other and other != name)
        assert all(box[0] >= 40 and box[2] <= width - 40 for box in boxes)
        assert all(box[1] >= 40 and box[3] <= height - 40 for box in boxes)


def test_language_and_title_are_set(tmp_path: Path) -> None:
    path = printed(replace(session(teams=1), language="de"), LONG, tmp_path)
    assert "<rdf:li>de</rdf:li>" in tool("pdfinfo", "-meta", path)
    fonts = tool("pdffonts", path).splitlines()[2:]
    assert all("IBMPlex" in line and " yes " in line for line in fonts)


def test_one_click_leaves_everything_in_one_folder(tmp_path: Path) -> None:
    whole = replace(session(teams=2), logo="")
    people = [Attendee("Beispiel, Erika", 75), Attendee("Mustermann, Jürgen", 60)]
    paths = save_workshop(whole, toy(), tmp_path, people)
    assert {path.name for path in paths} == {
        "report.pdf", "decisions.csv", "results.csv", "statements.xapi.jsonl", "certificates.pdf",
    }  # fmt: skip
    (folder,) = tmp_path.iterdir()
    assert set(folder.iterdir()) == set(paths)
    assert folder.name == "2026-11-24 toy 000000"
    assert save_workshop(whole, toy(), tmp_path, people) == paths
    for path in paths:
        if path.suffix == ".pdf":
            text = tool("pdftotext", path, "-")
        else:
            text = path.read_text(encoding="utf-8-sig")
        assert ("Erika" in text) is (path.name == "certificates.pdf")


def test_without_attendees_there_are_no_certificates(tmp_path: Path) -> None:
    german = replace(session(teams=1), language="de")
    names = {path.name for path in save_workshop(german, toy(), tmp_path)}
    assert names == {
        "Bericht.pdf", "Entscheidungen.csv", "Ergebnisse.csv", "Aussagen.xapi.jsonl",
    }  # fmt: skip


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(PaperError, match="choose another folder"):
        save_workshop(session(teams=1), toy(), tmp_path / "file")


def test_names_of_a_room_are_on_its_certificates_alone(tmp_path: Path) -> None:
    people = attendees(record(room().room))
    assert [one.name for one in people] == ["Erika Beispiel", "", ""]
    paths = save_workshop(held(), SCENARIO, tmp_path, people)
    named = set()
    for path in paths:
        text = tool("pdftotext", path, "-") if path.suffix == ".pdf" else path.read_text("utf-8")
        # Her commitment has her name in it, because she wrote it there.
        if "Erika" in text.replace("I, Erika Beispiel, will", ""):
            named.add(path.name)
    assert named == {"certificates.pdf"}
    assert "This room *" in tool("pdftotext", paths[0], "-")
