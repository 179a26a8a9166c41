"""Word documents for the tests, made by python-docx, and such as no program makes."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as Made
from docx.oxml.parser import parse_xml

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def made() -> Made:
    """An empty document whose properties a person has set."""
    document = Document()
    document.core_properties.title = "Bridge to stay closed"
    document.core_properties.author = "Nia Roe; Ben Lund"
    document.core_properties.comments = ""
    document.core_properties.created = datetime(2023, 11, 7, 8, 15, tzinfo=UTC)
    document.core_properties.modified = datetime(2023, 11, 8, 9, 0, tzinfo=UTC)
    return document


def saved(document: Made) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def with_paragraph(document: Made, inner: str) -> Made:
    """With a paragraph of this XML at its end."""
    document.element.body.insert(-1, parse_xml(f"<w:p {WORD}>{inner}</w:p>"))
    return document


def rewritten(docx: bytes, **files: bytes) -> bytes:
    """The same archive with other content in the files whose names end like these ("document", "styles")."""
    file = BytesIO()
    with ZipFile(BytesIO(docx)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            name = info.filename.rpartition("/")[2].removesuffix(".xml").removesuffix(".jpeg")
            new.writestr(info.filename, files.get(name, old.read(info)))
    return file.getvalue()
