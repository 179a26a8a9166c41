"""Bytes to text. The encoding is found out: by its mark, as UTF-8, as the page declares it, and only then by its letters."""

from __future__ import annotations

import codecs
import re

from sayso.read.base import Unusable
from sayso.read.letters import encoding_of

SAMPLE = 1 << 16
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MOST_CONTROLS = 0.001
META = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
# The web reads these as what includes them, and so do the people who save its pages.
BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
WIDER = {"iso-8859-1": "cp1252", "latin1": "cp1252", "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LOOKS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document (.docx, .odt, .epub)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (.doc, .xls)"),
    (b"{\\rtf", "a rich-text document (.rtf)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, film or WebP picture"),
    (b"ID3", "an MP3 sound"),
    (b"OggS", "an Ogg sound"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a Windows program"),
    (b"\xcf\xfa\xed\xfe", "a macOS program"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"bplist00", "a macOS property list"),
)


def decode(raw: bytes) -> str:
    """The text, without a byte order mark and otherwise untouched.

    Raises `Unusable` for bytes that are no text, or whose encoding cannot be told.
    """
    for start, kind in LOOKS:
        if raw.startswith(start):
            raise Unusable(f"is no text: it looks like {kind}. Save its words as text (UTF-8) and offer that.")
    text = _marked(raw)
    if text is None:
        text = _plain(raw)
    if text is None:
        text = _declared(raw)
    if text is None:
        text = _by_its_letters(raw)
    return _checked(text)


def glance(head: bytes) -> str:
    """The first bytes of something as text, as far as they are any: enough to tell its form."""
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    return head.decode("utf-8", "replace")


def _checked(text: str) -> str:
    head = text[:SAMPLE]
    if len(CONTROLS.findall(head)) > MOST_CONTROLS * len(head):
        raise Unusable("is no text: it is full of control characters. It looks like a program's own data.")
    return text


def _marked(raw: bytes) -> str | None:
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            try:
                return raw[len(mark) :].decode(encoding)
            except UnicodeDecodeError as e:
                at = e.start + len(mark)
                raise Unusable(f"begins with the mark of {encoding.upper()} but is broken at byte {at:,}. Save it anew.") from e
    return None


def _plain(raw: bytes) -> str | None:
    try:
        return raw.decode("iso2022_jp" if b"\x1b$" in raw[:SAMPLE] else "utf-8")
    except UnicodeDecodeError:
        return None


def _declared(raw: bytes) -> str | None:
    match = META.search(raw, 0, 4096)
    if match is None:
        return None
    name = match[1].decode("ascii").lower()
    try:
        return raw.decode(WIDER.get(name, name))
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _by_its_letters(raw: bytes) -> str:
    if b"\x00" in raw[:SAMPLE]:
        raise Unusable("is no text: it holds zero bytes. It looks like a program's own data.")
    encoding = encoding_of(_telling(raw))
    if encoding is None:
        raise Unusable("is in no encoding that can be told for sure. Save it as UTF-8 and offer it again.")
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as e:
        raise Unusable(
            f"begins like {encoding} but is not in it from byte {e.start:,} on. Save it as UTF-8 and offer it again."
        ) from e


def _telling(raw: bytes) -> bytes:
    """The part of the bytes that tells the encoding, around the first one that is not ASCII; before that, any cut is safe."""
    first = BEYOND_ASCII.search(raw)
    start = max(0, (first.start() if first else 0) - SAMPLE // 4)
    return raw[start : start + SAMPLE]
