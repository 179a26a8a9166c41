"""A mail taken apart: what its headers declare, the words that it says itself, and what it brings along."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Any

from sayso.documents import Declared
from sayso.read import markup
from sayso.read.base import Unusable
from sayso.read.decoding import WIDER, decode
from sayso.read.mail import flowing
from sayso.read.parts import Part, at_most, check_length, cleanly

DEEPEST = 30
"""Parts within parts; a mail that people write has five."""
MOST_PARTS = 1_000
TOO_MANY = "has longer fields or more parts, or parts deeper within one another, than any mail that people write."
REPLY = re.compile(r"(?:\s*(?:re|fwd?|aw|wg|tr|sv|vs|rv|antw|enc)(?:\[\d+\])?\s*:)+\s*", re.IGNORECASE)
DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
ARCHIVED = re.compile(r"<?(https?://[^\s<>]+)>?")
NOT_REPORTS = ("pgp-signature", "pkcs7-signature", "x-pkcs7-signature", "pgp-keys", "vcard", "x-vcard", "directory")
"""What mail programs add by themselves: signatures, keys, cards."""
LONGEST = 5_000_000
"""Bytes of a body, its markup and all, that are taken apart."""
SHORTER = 0.6
"""A page with fewer than this share of the words of its plain alternative shows them in pictures."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that a mail brings along."""

    name: str
    media: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Contents:
    """The words of a mail in their paragraphs, what is attached to it, and the names of attached pictures."""

    parts: tuple[Part, ...]
    attached: tuple[Attached, ...]
    pictures: tuple[str, ...]


def header(message: EmailMessage, name: str) -> Any:
    """A header's value, or None where there is none or where it is too broken to be taken apart."""
    try:
        return message[name]
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError):  # what email raises on broken headers
        return None


def declared(message: EmailMessage) -> Declared:
    """What the headers say of a mail, and which of them."""
    subject = REPLY.sub("", _words(header(message, "subject")), count=1) or None
    sender = next(iter(getattr(header(message, "from"), "addresses", ())), None)
    name, address = (_words(sender.display_name), _words(sender.addr_spec)) if sender else ("", "")
    date = getattr(header(message, "date"), "datetime", None)
    archived = ARCHIVED.search(_words(header(message, "archived-at")))
    language = _words(header(message, "content-language")).partition(",")[0].strip() or None
    found = {
        "title: Subject": subject,
        "authors: From": name,
        "published: Date": date,
        "url: Archived-At": archived,
        "language: Content-Language": language,
        "via: From": address,
    }
    return Declared(
        title=subject,
        authors=(name,) if name else (),
        url=archived[1] if archived else None,
        published=date.isoformat() if date else None,
        language=language,
        via=f"mail from {address}" if address else None,
        because=tuple(why for why, value in found.items() if value),
    )


def contents(message: EmailMessage, longest: int) -> Contents:
    """What is in a mail. Raises `Unusable` for one that is encrypted, that is made to break what opens it, or whose words are
    more than so many."""
    parts: list[Part] = []
    attached: list[Attached] = []
    pictures: list[str] = []
    for number, part in enumerate(_leaves(message), 1):
        if number > MOST_PARTS:
            raise Unusable(TOO_MANY)
        kind = part.get_content_type()
        if _is_body(part):
            parts += at_most(_paragraphs(part), longest)
        elif kind.startswith("image/"):
            if part.get_content_disposition() == "attachment" and "content-id" not in part:
                pictures.append(_name(part, number))
        elif kind.partition("/")[2] not in NOT_REPORTS:
            attached.append(Attached(_name(part, number), kind, _content(part)))
    return Contents(tuple(parts), tuple(attached), tuple(pictures))


def _leaves(part: EmailMessage, depth: int = 0) -> Iterator[EmailMessage]:
    """The parts that hold something. Of alternatives that say the same, the one that says it best."""
    if depth > DEEPEST:
        raise Unusable(TOO_MANY)
    kind = part.get_content_type()
    if kind in ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"):
        raise Unusable(
            "is encrypted or sealed as a whole. Open it in your mail program and save it from there, or its words as text."
        )
    if not kind.startswith("multipart/") or not isinstance(part.get_payload(), list):
        yield part
        return
    below = [list(_leaves(inner, depth + 1)) for inner in part.get_payload() if isinstance(inner, EmailMessage)]
    said = _said_best(below) if kind == "multipart/alternative" else None
    for leaves in below:
        yield from (leaf for leaf in leaves if said is None or leaves is said or _brought_along(leaf))


def _said_best(alternatives: Sequence[list[EmailMessage]]) -> list[EmailMessage] | None:
    """The page, which knows its paragraphs and has no marks for what is bold, unless it is one of pictures."""
    plain = next((leaves for leaves in alternatives if _holds(leaves, "text/plain")), None)
    page = next((leaves for leaves in alternatives if _holds(leaves, "text/html")), None)
    return page if page and (plain is None or _length(page) >= SHORTER * _length(plain)) else plain


def _length(leaves: Sequence[EmailMessage]) -> int:
    return sum(len(part.words) for leaf in leaves if _is_body(leaf) for part in _paragraphs(leaf))


def _holds(leaves: Sequence[EmailMessage], kind: str) -> bool:
    return any(_is_body(leaf) and leaf.get_content_type() == kind for leaf in leaves)


def _is_body(part: EmailMessage) -> bool:
    """True for words that the mail says itself, and does not bring along as a file."""
    return (
        part.get_content_type() in ("text/plain", "text/html")
        and part.get_content_disposition() != "attachment"
        and not part.get_filename()
    )


def _brought_along(part: EmailMessage) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _paragraphs(part: EmailMessage) -> list[Part]:
    if part.get_content_type() == "text/html":
        return markup.parts_of(_text(part))
    flowed = _words(part.get_param("format", "")).lower() == "flowed"
    return flowing.parts_of(_text(part), flowed, _words(part.get_param("delsp", "")).lower() == "yes")


def _text(part: EmailMessage) -> str:
    """The words of a part, in the encoding that it states, or else in the one that its letters tell."""
    raw = _content(part)
    check_length(len(raw), LONGEST)
    charset = (part.get_content_charset() or "utf-8").lower()
    with suppress(LookupError, UnicodeDecodeError, ValueError):
        return raw.decode(WIDER.get(charset, charset)).removeprefix("\ufeff")
    return decode(raw)


def _content(part: EmailMessage) -> bytes:
    """What a part holds, unpacked; for a mail in the mail, that mail."""
    payload = part.get_payload()
    if isinstance(payload, list):
        from email.policy import compat32

        return b"".join(inner.as_bytes(policy=compat32) for inner in payload if isinstance(inner, EmailMessage))
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _name(part: EmailMessage, number: int) -> str:
    """The name of a file that is attached, without the folders and the marks of direction that some put into it."""
    given = DIRECTION.sub("", _words(part.get_filename())).replace("\\", "/").rpartition("/")[2].strip(". ")
    if given:
        return given
    kind = part.get_content_type()
    return f"part {number}{'.eml' if kind == 'message/rfc822' else mimetypes.guess_extension(kind) or ''}"


def _words(value: object) -> str:
    return " ".join(cleanly(str(value)).split()) if value is not None else ""
