"""Pages that a browser saved with all their parts in one file: MHTML (RFC 2557), .mhtml and .mht."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.errors import HeaderParseError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

from sayso.config import ReadSettings
from sayso.documents import Declared, Document
from sayso.read.base import Form, Piece, Unusable
from sayso.read.containers import filled
from sayso.read.decoding import WIDER, decode, glance
from sayso.read.page import page_document
from sayso.read.plain import EMPTY

PAGES = ("text/html", "application/xhtml+xml")
DEEPEST = 10
"""Parts within parts; browsers write one level, mail programs three."""
BROKEN = (ValueError, LookupError, AttributeError, TypeError, HeaderParseError)
"""What email raises on headers that are broken."""
SAVED = re.compile(r"^(?:Snapshot-Content-Location:|Content-Type: multipart/related)", re.MULTILINE | re.IGNORECASE)
TRAVELLED = re.compile(r"^(?:Received|To|Message-ID|Delivered-To):", re.MULTILINE | re.IGNORECASE)


def read_mhtml(piece: Piece, _: ReadSettings) -> Iterator[Document]:
    """The report of the page itself, with the address and the time at which it was saved; its pictures and styles are left."""
    raw = piece.raw()
    if not raw.strip():
        raise Unusable(EMPTY)
    message = BytesParser(policy=policy.default).parsebytes(raw.lstrip())
    page = _page(message)
    if page is None:
        raise Unusable("is a saved page without its page: none of its parts is HTML. Save it again, as a web page.")
    saved = Declared(url=_address(message, page), captured=_date(message), title=_header(message, "subject"))
    why = {"url: Content-Location": saved.url, "captured: Date": saved.captured, "title: Subject": saved.title}
    saved = Declared(url=saved.url, captured=saved.captured, title=saved.title, because=tuple(w for w, v in why.items() if v))
    yield page_document(Piece(piece.key, piece.path, b"", PAGES[0], filled(saved, piece.declared)), _words(page))


def looks(head: bytes) -> bool:
    """True for what begins with the fields of a saved page and was never sent."""
    fields = glance(head).lstrip().replace("\r\n", "\n").split("\n\n", 1)[0]
    return SAVED.search(fields) is not None and TRAVELLED.search(fields) is None


def _page(message: EmailMessage) -> EmailMessage | None:
    """The part that is the page: the one that the head names as the start, else the first that is a page (RFC 2387)."""
    pages = list(_pages(message))
    start = str(message.get_param("start") or "")
    named = [page for page in pages if start and _header(page, "content-id") == start]
    return next(iter(named or pages), None)


def _pages(part: EmailMessage, depth: int = 0) -> Iterator[EmailMessage]:
    if depth > DEEPEST:
        raise Unusable("is made of parts deeper within one another than any browser writes them. Save the page again.")
    if isinstance(inner := part.get_payload(), list):
        for one in inner:
            if isinstance(one, EmailMessage):
                yield from _pages(one, depth + 1)
    elif part.get_content_type() in PAGES:
        yield part


def _words(page: EmailMessage) -> str:
    """The page's characters. Browsers write UTF-8 whatever the page was in; else the part's own charset is believed."""
    payload = page.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    charset = str(page.get_param("charset") or "").lower()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode(WIDER.get(charset, charset))
    except (LookupError, ValueError):
        return decode(raw)


def _address(message: EmailMessage, page: EmailMessage) -> str | None:
    given = (_header(message, "snapshot-content-location"), _header(page, "content-location"), _header(message, "content-location"))
    return next((url for url in given if url and url.startswith(("http://", "https://"))), None)


def _date(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(_header(message, "date") or "").isoformat()
    except BROKEN:
        return None


def _header(message: EmailMessage, name: str) -> str | None:
    """A header's words on one line, an address without the gaps at which it was folded; None where it is missing or broken."""
    try:
        words = str(message[name] or "").split()
    except BROKEN:
        return None
    return ("" if name.endswith("location") else " ").join(words) or None


MHTML = Form(
    "saved web page (MHTML)",
    read_mhtml,
    endings=(".mhtml", ".mht"),
    media=("multipart/related", "application/x-mimearchive"),
    looks=looks,
)
