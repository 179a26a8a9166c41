"""The reader of PDFs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from ctypes import c_ushort
from functools import partial
from typing import TYPE_CHECKING, Any

from sayso.config import ReadSettings
from sayso.documents import Document, Rejected
from sayso.read.base import Form, Piece, Unusable, document, reject
from sayso.read.containers import filled
from sayso.read.parts import check_length, titled, written_out
from sayso.read.pdf.glyphs import UNKNOWN, lines_of
from sayso.read.pdf.information import declared
from sayso.read.pdf.line import Line
from sayso.read.pdf.margins import pages_of
from sayso.read.pdf.paragraphs import parts_of
from sayso.read.pdf.swelling import check_streams
from sayso.read.plain import EMPTY

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MOST_PAGES = 600
"""Pages above which a PDF is no report; each takes a hundredth of a second and more."""
LEAST = 20
"""Characters below which a page with a picture is a scan: page numbers and stamps are often laid over one."""
UNREADABLE = 0.3
"""The share of glyphs without a letter above which a text layer is of no use."""
LONGEST = 4096
"""Bytes of a field of the information; a longer one is none that a person wrote."""
OCR = "Make its words readable first, for example with: ocrmypdf IN.pdf OUT.pdf."
ANEW = "Save or download it again from where it came."

Sized = tuple[list[Line], float, float]
"""The lines of a page, its bottom and its top."""


def read_pdf(piece: Piece, settings: ReadSettings) -> Iterator[Document | Rejected]:
    """The words of all pages as one document, in the order of reading; pages that are pictures or broken come rejected."""
    raw = piece.raw()
    if not raw.strip():
        raise Unusable(EMPTY)
    check_streams(raw)
    with _opened(raw) as pdf:
        if len(pdf) > MOST_PAGES:
            raise Unusable(f"has {len(pdf):,} pages, more than one report does (the limit is {MOST_PAGES}). Split it.")
        read, scanned, broken = _read_pages(pdf, settings)
        information, language = _information(pdf), _language(pdf)
    if not read:
        raise Unusable(_why_none(len(scanned), len(broken)))
    _check_letters([line for lines, _, _ in read for line in lines])
    pages = pages_of(read)
    says = filled(declared(information, pages, language), piece.declared)
    text, marks = written_out(titled(parts_of(pages), piece.declared.title))
    yield document(piece, text, says, marks=marks)
    if scanned:
        yield reject(piece, f"{_named(scanned)} a picture of words without the words: nothing there was read. {OCR}")
    if broken:
        yield reject(piece, f"{_named(broken)} broken and was not read. {ANEW}")


def _opened(raw: bytes) -> PdfDocument:
    import pypdfium2.raw as pdfium
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(raw)
    except PdfiumError as e:
        if e.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise Unusable("is locked with a password. Open it with the password and save or print it without one.") from e
        if e.err_code == pdfium.FPDF_ERR_SECURITY:
            raise Unusable("is locked in a way that cannot be opened here. Print it to a new PDF where it can be.") from e
        raise Unusable(f"is no PDF, or a broken one: its pages cannot be found. {ANEW}") from e


def _read_pages(pdf: PdfDocument, settings: ReadSettings) -> tuple[list[Sized], list[int], list[int]]:
    """The pages with words, and the numbers of those that are pictures of words, and of those that are broken."""
    from pypdfium2 import PdfiumError

    read: list[Sized] = []
    scanned: list[int] = []
    broken: list[int] = []
    letters = 0
    for number in range(len(pdf)):
        try:
            page = pdf[number]
            lines = lines_of(page.get_textpage())
        except PdfiumError:
            broken.append(number + 1)
            continue
        here = sum(len(line.words) for line in lines)
        letters += here
        check_length(letters, settings.longest_text)
        if here < LEAST and _has_pictures(page):
            scanned.append(number + 1)
        if lines:
            read.append((lines, *_height(page, lines)))
        page.close()
    return ([] if letters < LEAST * len(scanned) else read), scanned, broken


def _height(page: PdfPage, lines: Sequence[Line]) -> tuple[float, float]:
    """The bottom and the top of a page as its lines are turned."""
    _, bottom, _, top = page.get_bbox()
    turned = max(line.top for line in lines) > top or min(line.bottom for line in lines) < bottom
    return (min(line.bottom for line in lines), max(line.top for line in lines)) if turned else (bottom, top)


def _has_pictures(page: PdfPage) -> bool:
    import pypdfium2.raw as pdfium

    return next(iter(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4)), None) is not None


def _why_none(scanned: int, broken: int) -> str:
    if scanned:
        return f"is a scan: its pages are pictures of words and hold no words themselves. {OCR}"
    if broken:
        return f"is broken: none of its pages can be read. {ANEW}"
    return f"holds no words: its pages are empty or drawings. {OCR}"


def _check_letters(lines: Sequence[Line]) -> None:
    """Raises `Unusable` for a text layer whose glyphs do not say which letters they are."""
    words = "".join(line.words for line in lines)
    unknown = sum(letter == UNKNOWN or "\ue000" <= letter <= "\uf8ff" for letter in words)
    if unknown > UNREADABLE * len(words):
        raise Unusable(
            f"shows letters but does not say which: {unknown:,} of {len(words):,} cannot be read. {OCR[:-1]} --force-ocr."
        )


def _named(pages: Sequence[int]) -> str:
    """The pages by their numbers: "page 3 is", "pages 3, 4, 5 and 9 more are each"."""
    if len(pages) == 1:
        return f"page {pages[0]} is"
    more = f" and {len(pages) - 8:,} more" if len(pages) > 8 else ""
    return f"pages {', '.join(map(str, pages[:8]))}{more} are each"


def _information(pdf: PdfDocument) -> dict[str, str]:
    """The document information. PDFium's own reader of it raises on half a character."""
    import pypdfium2.raw as pdfium

    return {name: _told(partial(pdfium.FPDF_GetMetaText, pdf, name.encode())) for name in pdf.METADATA_KEYS}


def _language(pdf: PdfDocument) -> str | None:
    """The language that the document states for all of its words."""
    import pypdfium2.raw as pdfium

    return _told(partial(pdfium.FPDFCatalog_GetLanguage, pdf)) or None


def _told(ask: Callable[[Any, int], int]) -> str:
    """What PDFium answers in UTF-16 when it is given room for it."""
    size = ask(None, 0)
    if not 2 < size <= LONGEST:
        return ""
    room = (c_ushort * (size // 2))()
    ask(room, size)
    return bytes(room).decode("utf-16-le", "replace").strip("\0 ")


PDF = Form("PDF", read_pdf, endings=(".pdf",), media=("application/pdf", "application/x-pdf"), magic=(b"%PDF-",))
