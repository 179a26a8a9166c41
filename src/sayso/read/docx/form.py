"""The reader of Word documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sayso.config import ReadSettings
from sayso.documents import Document
from sayso.read.base import Form, Piece, Unusable, document
from sayso.read.containers import filled
from sayso.read.docx.blocks import Styles, notes_in, parts_of, title_in
from sayso.read.docx.package import BROKEN, opened
from sayso.read.docx.properties import declared
from sayso.read.parts import Part, at_most, written_out
from sayso.read.plain import EMPTY

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart


def read_docx(piece: Piece, settings: ReadSettings) -> Iterator[Document]:
    """The words of a document in order: what stands at the head of its pages, its body, its notes, and the foot of its pages."""
    raw = piece.raw()
    if not raw.strip():
        raise Unusable(EMPTY)
    part = opened(raw)
    body = part.element.find(part.element.tag.replace("document", "body"))
    if body is None:
        raise Unusable(BROKEN)
    styles = Styles(part)
    text, marks = written_out(at_most(_all_parts(part, body, styles), settings.longest_text))
    if not text:
        raise Unusable("holds no words: there are only pictures in it, if anything. Make their words readable first (OCR).")
    yield document(piece, text, filled(declared(part, title_in(body, styles)), piece.declared), marks=marks)


def _all_parts(part: DocumentPart, body: Any, styles: Styles) -> Iterator[Part]:
    from docx.opc.constants import RELATIONSHIP_TYPE as RELATED

    for head in _distinct(part, RELATED.HEADER):
        yield from parts_of(head, styles)
    yield from parts_of(body, styles)
    for kind in (RELATED.FOOTNOTES, RELATED.ENDNOTES):
        for notes in _distinct(part, kind):
            yield from notes_in(notes, styles)
    for foot in _distinct(part, RELATED.FOOTER):
        yield from parts_of(foot, styles)


def _distinct(part: DocumentPart, kind: str) -> Iterator[Any]:
    """What parts of one kind hold, each once: the first page, and odd and even ones, often have the same head."""
    from docx.oxml.parser import parse_xml
    from lxml.etree import LxmlError

    met: set[bytes] = set()
    related = [rel.target_part for rel in part.rels.values() if rel.reltype == kind and not rel.is_external]
    for found in sorted(related, key=lambda part: str(part.partname)):
        if found.blob not in met:
            met.add(found.blob)
            try:
                yield parse_xml(found.blob)
            except LxmlError as e:
                raise Unusable(BROKEN) from e


DOCX = Form(
    "Word document (.docx)",
    read_docx,
    endings=(".docx",),
    media=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    magic=(b"PK\x03\x04",),
)
