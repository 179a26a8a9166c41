"""ZIP archives: their members one by one, by their names, which are only names."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from hashlib import sha256
from zipfile import ZipFile, ZipInfo

from sayso.config import ReadSettings
from sayso.read.archives.inflating import Gauge
from sayso.read.archives.listing import content_of, listed, name_of
from sayso.read.archives.members import EMPTY, Tally, litter, not_followed, of_archive
from sayso.read.archives.wacz import is_wacz, read_package
from sayso.read.base import Form, Piece, Read, Unusable, reject

OFFICE = {
    "word/": "an office document (.docx)",
    "xl/": "a spreadsheet (.xlsx)",
    "ppt/": "a presentation (.pptx)",
}
KINDS = {
    "application/epub+zip": "a book (.epub)",
    "application/vnd.oasis.opendocument.text": "an office document (.odt)",
    "application/vnd.oasis.opendocument.spreadsheet": "a spreadsheet (.ods)",
    "application/vnd.oasis.opendocument.presentation": "a presentation (.odp)",
}
PROGRAMS = {"AndroidManifest.xml": "a program (.apk)", "META-INF/MANIFEST.MF": "a program (.jar)"}
LINK = ("link", "links")


def read_zip(piece: Piece, settings: ReadSettings) -> Iterator[Read]:
    """Its files in the order of its list. What systems leave in archives beside them is nobody's offer, and left out."""
    with listed(piece) as archive:
        if is_wacz(archive):
            yield from read_package(piece, settings, archive)
            return
        if kind := _kind(archive):
            raise Unusable(f"is no archive of reports but {kind}. If that is what you want to offer, name it so, or save its text.")
        yield from _members(piece, settings, archive)


def _members(piece: Piece, settings: ReadSettings, archive: ZipFile) -> Iterator[Read]:
    declared, gauge, links = of_archive(piece.declared), Gauge(), Tally()
    offered = [info for info in archive.infolist() if not info.filename.endswith("/") and not litter(name_of(info))]
    if not offered:
        raise Unusable(EMPTY)
    archives: dict[bytes, str] = {}
    for info in offered:
        name = name_of(info)
        if stat.S_ISLNK(info.external_attr >> 16):
            links[LINK] += 1
            continue
        gauge.check()
        try:
            content = content_of(archive, info, settings.largest_file_mb * 1_000_000, gauge)
            _once(name, content, archives)
        except Unusable as e:
            yield reject(piece.within(name, b""), str(e))
            continue
        yield piece.within(name, content, declared=declared)
    if links:
        yield reject(piece, not_followed(links))


def _once(name: str, content: bytes, archives: dict[bytes, str]) -> None:
    """Raises `Unusable` for an archive that is in this one already: bombs hold the same one many times, and it another."""
    if not content.startswith(ZIP.magic):
        return
    first = archives.setdefault(sha256(content).digest(), name)
    if first != name:
        raise Unusable(f"is the same as {first} in this archive, byte for byte, which was read.")


def _kind(archive: ZipFile) -> str | None:
    """What a ZIP is when it is the way some program keeps a document, and no archive that a person made."""
    names = archive.NameToInfo
    if "[Content_Types].xml" in names:
        return next((kind for folder, kind in OFFICE.items() if any(name.startswith(folder) for name in names)), None)
    if "mimetype" in names and (kind := KINDS.get(_mimetype(archive, names["mimetype"]))):
        return kind
    return next((kind for name, kind in PROGRAMS.items() if name in names), None)


def _mimetype(archive: ZipFile, info: ZipInfo) -> str:
    try:
        return content_of(archive, info, 1_000).decode("ascii", "replace").strip()
    except Unusable:
        return ""


ZIP = Form(
    "ZIP archive",
    read_zip,
    endings=(".zip",),
    media=("application/zip", "application/x-zip-compressed"),
    magic=(b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"),
    container=True,
)
