"""All forms that Sayso reads, and which of them a piece is in."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.read.archives import COMPRESSED, TAR, WACZ, WARC, ZIP
from sayso.read.base import Form, Piece
from sayso.read.docx import DOCX
from sayso.read.feeds import ADDRESSES, FEED, JSON_FEED, OPML, SITEMAP
from sayso.read.mail import MAIL, MBOX
from sayso.read.markdown import MARKDOWN
from sayso.read.mhtml import MHTML
from sayso.read.page import PAGE
from sayso.read.pdf import PDF
from sayso.read.plain import PLAIN
from sayso.read.records import JSON, JSON_LINES, PARQUET, TABLE

FORMS: tuple[Form, ...] = (
    ZIP,
    COMPRESSED,
    WARC,
    WACZ,
    TAR,
    PAGE,
    MHTML,
    MARKDOWN,
    PDF,
    DOCX,
    MAIL,
    MBOX,
    JSON_LINES,
    JSON,
    JSON_FEED,
    PARQUET,
    TABLE,
    FEED,
    OPML,
    SITEMAP,
    ADDRESSES,
    PLAIN,
)
"""In the order in which they are tried: where two would take a piece, the stricter comes first."""

HEAD = 1 << 16
"""Bytes at the start of a piece by which its form is told."""


def form_of(piece: Piece, head: bytes, forms: Sequence[Form] = FORMS) -> Form | None:
    """The piece's form, or None for a kind of thing that Sayso does not read. `head` are its first bytes.

    What it begins with tells more than its name, its name more than its looks, and its looks more than the media type that a
    server gave it. An address is no name of a file: how it ends tells less than what the server said. Where several forms have
    one name, and it looks like none of them, it is the plainest.
    """
    kind = (piece.media or "").partition(";")[0].strip().lower()
    typed = [form for form in forms if kind in form.media]
    named = typed if typed and _is_address(piece) else [form for form in forms if piece.ending in form.endings]
    begun = [form for form in forms if head.startswith(form.magic)]
    if begun:
        return next((form for form in (*named, *typed) if form in begun), begun[0])
    if len(named) == 1:
        return named[0]
    looked = next((form for form in named or forms if form.looks(head)), None)
    return looked or next((form for form in reversed(named or typed) if form.plain), None) or next(iter(typed), None)


def _is_address(piece: Piece) -> bool:
    """True for what is called by the address where it was captured."""
    return piece.declared.url is not None and piece.key.endswith(piece.declared.url)
