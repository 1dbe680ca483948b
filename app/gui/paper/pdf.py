"""Writes a paper as a PDF of A4 pages: vector text, its own fonts, title and language."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from app.gui.paper.certificate import paint_certificate
from app.gui.paper.one_page import paint_review
from app.gui.paper.sheet import RESOLUTION
from app.gui.paper.workshop import paint_workshop
from app.phrase import Phrase, reason_of
from app.reports.attendance import Certificates
from app.reports.document import PRODUCT, CertificatePaper, ReviewPaper
from app.reports.workshop_parts import WorkshopPaper
from app.store.writing import write_whole

Paper = ReviewPaper | CertificatePaper | WorkshopPaper | Certificates


class PaperError(Exception):
    """A paper cannot be saved; the message says why and what to do."""


def save(paper: Paper, path: Path) -> None:
    """Write a paper to ``path``, whole or not at all. Raises PaperError.

    Needs a QGuiApplication and the shipped fonts loaded.
    """
    write(pdf(paper), path)


def write(data: bytes, path: Path) -> None:
    """Write a file to ``path``, whole or not at all. Raises PaperError."""
    try:
        write_whole(path, data)
    except OSError as error:
        raise PaperError(
            Phrase(
                "{path}: cannot be written ({reason}); choose another folder",
                path=path,
                reason=reason_of(error),
            )
        ) from error


def pdf(paper: Paper) -> bytes:
    """A paper as the bytes of a PDF."""
    upright = isinstance(paper, ReviewPaper | WorkshopPaper)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(paper.document_title)
    writer.setCreator(PRODUCT)
    writer.setDocumentXmpMetadata(QByteArray(_metadata(paper).encode()))
    way = QPageLayout.Orientation.Portrait if upright else QPageLayout.Orientation.Landscape
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, way, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    if isinstance(paper, ReviewPaper):
        paint_review(painter, paper)
    elif isinstance(paper, WorkshopPaper):
        paint_workshop(painter, paper, writer.newPage)
    else:
        several = paper.papers if isinstance(paper, Certificates) else (paper,)
        for number, single in enumerate(several):
            if number:
                writer.newPage()
            paint_certificate(painter, single)
    painter.end()
    buffer.close()
    return bytes(data.data())


def _metadata(paper: Paper) -> str:
    """XMP, because nothing else in Qt's writer carries the language."""
    title = escape(paper.document_title)
    return f"""<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:language><rdf:Bag><rdf:li>{escape(paper.language)}</rdf:li></rdf:Bag></dc:language>
   <xmp:CreatorTool>{escape(PRODUCT)}</xmp:CreatorTool>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
