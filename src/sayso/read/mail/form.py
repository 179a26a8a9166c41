"""The reader of mails."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from io import BytesIO
from pathlib import Path
from typing import Any

from sayso.config import ReadSettings
from sayso.documents import Declared, Document, Rejected
from sayso.read.base import Form, Piece, Unusable, document, reject
from sayso.read.containers import filled
from sayso.read.decoding import glance
from sayso.read.mail.message import TOO_MANY, Contents, contents, declared
from sayso.read.parts import titled, written_out
from sayso.read.plain import EMPTY

SHOWN = 4
"""Names of pictures that are shown; a release may bring dozens."""
TELLING = ("from", "to", "date", "subject", "message-id", "received", "mime-version", "delivered-to", "return-path")
FIELD = re.compile(r"([!-9;-~]+):[ \t]")
SAVED_PAGE = re.compile(r"^(?:Snapshot-Content-Location:|From: <Saved by|Content-Type: multipart/related)", re.M | re.I)
HEAD = re.compile(rb"\r?\n\r?\n")
LONGEST_HEAD = 1 << 20
LONGEST_FIELD = 4096
"""Characters of a field that are taken apart. Python's reader of addresses takes minutes for some hundred thousand of them."""
MOST_LINES = 20_000
"""Lines that may part a mail, each of which its parser tries."""
COUNTED = re.compile(rb"\s*(\d{1,10})\s*\n")
"""Apple's .emlx begins with the length of the mail, and goes on behind it with notes of the program."""


class Bounded(EmailPolicy):
    """Takes fields apart only as far as people write them."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        return super().header_fetch_parse(name, value[:LONGEST_FIELD])


def read_mail(piece: Piece, settings: ReadSettings) -> Iterator[Document | Rejected | Piece]:
    """What a mail says itself as one document, and each file that it brings along as a piece."""
    _check_size(piece, settings)
    message = _parsed(_mail_in(piece))
    found = contents(message, settings.longest_text)
    says = filled(declared(message), piece.declared)
    text, marks = written_out(titled(list(found.parts), says.title))
    if any(part.words.strip() for part in found.parts):
        yield document(piece, text, says, marks=marks)
    elif not found.attached:
        raise Unusable("is empty: it brings along pictures and no words." if found.pictures else EMPTY)
    yield from _attached(piece, found, says)


def looks(head: bytes) -> bool:
    """True for what begins with the fields of a mail, unless it is a page that a browser has saved as one."""
    start = glance(head).lstrip().replace("\r\n", "\n").partition("\n\n")[0]
    fields = {field[1].lower() for line in start.split("\n") if (field := FIELD.match(line))}
    return len(fields & set(TELLING)) > 2 and FIELD.match(start) is not None and SAVED_PAGE.search(start) is None


def _attached(piece: Piece, found: Contents, says: Declared) -> Iterator[Rejected | Piece]:
    """Each file as a piece, with what the mail says of its files: who sent them, and when."""
    sent = Declared(
        published=says.published,
        captured=says.captured,
        via=says.via,
        because=tuple(why for why in says.because if why.startswith(("published", "captured", "via"))),
    )
    met: dict[str, int] = {}
    for file in found.attached:
        met[file.name] = count = met.get(file.name, 0) + 1
        stem, dot, ending = file.name.rpartition(".")
        name = file.name if count == 1 else f"{stem} ({count}).{ending}" if dot else f"{file.name} ({count})"
        yield piece.within(name, file.content, file.media, sent)
    if found.pictures:
        more = f" and {len(found.pictures) - SHOWN} more" if len(found.pictures) > SHOWN else ""
        yield reject(piece, f"brings along pictures, which are no reports: {', '.join(found.pictures[:SHOWN])}{more}.")


def _check_size(piece: Piece, settings: ReadSettings) -> None:
    size = piece.content.stat().st_size if isinstance(piece.content, Path) else len(piece.content)
    if size > settings.largest_file_mb * 1_000_000:
        raise Unusable(
            f"is too large: {size / 1_000_000:,.0f} MB, and the limit is {settings.largest_file_mb} MB. "
            "Save what it brings along by itself, or raise largest_file_mb under [read] in the settings."
        )


def _mail_in(piece: Piece) -> bytes:
    raw = piece.raw()
    counted = COUNTED.match(raw) if piece.ending == ".emlx" else None
    return raw[counted.end() : counted.end() + int(counted[1])] if counted else raw.lstrip(codecs.BOM_UTF8 + b" \t\r\n")


def _parsed(raw: bytes) -> EmailMessage:
    if not raw.strip():
        raise Unusable(EMPTY)
    if raw.count(b"\n--") > MOST_LINES or len(HEAD.split(raw, 1)[0]) > LONGEST_HEAD:
        raise Unusable(TOO_MANY)
    # Read from a file, a mail is held once; parsed as one string of bytes, it takes four times its size beside that.
    message = BytesParser(policy=Bounded()).parse(BytesIO(raw))
    if not isinstance(message, EmailMessage) or not {name.lower() for name in message} & set(TELLING):
        raise Unusable("is no mail: it has none of the fields that every mail has, such as From, Date and Subject.")
    return message


MAIL = Form("mail", read_mail, endings=(".eml", ".emlx"), media=("message/rfc822",), looks=looks, container=True)
