"""Web archives as their makers package them (WACZ 1.1.1): a ZIP of WARC files, with checksums and a list of pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zipfile import ZipFile, ZipInfo

from sayso.config import ReadSettings
from sayso.documents import Rejected
from sayso.read.archives.captures import Captures
from sayso.read.archives.checksums import PACKAGE, Checksums, checksums_of
from sayso.read.archives.listing import FAULTS, content_of, listed, name_of, sound
from sayso.read.archives.pages import Listed, Pages, listed_in, place
from sayso.read.base import Form, Piece, Read, Unusable, reject

WARCS = (".warc", ".warc.gz", ".warc.zst")
LISTS = ("pages/pages.jsonl", "pages/extraPages.jsonl")
LONGEST_LIST = 50_000_000
"""Bytes that a list of pages may have; some hold each page's text too."""


def read_wacz(piece: Piece, settings: ReadSettings) -> Iterator[Read]:
    """The pages that it lists, or all where it lists none, as they were captured. What was altered since is rejected."""
    with listed(piece) as archive:
        yield from read_package(piece, settings, archive)


def is_wacz(archive: ZipFile) -> bool:
    """True for a ZIP that is such a package, whatever it is called."""
    return PACKAGE in archive.NameToInfo and any(map(_is_warc, archive.namelist()))


def read_package(piece: Piece, settings: ReadSettings, archive: ZipFile) -> Iterator[Read]:
    """The same for a ZIP whose list of members was already read."""
    warcs = [info for info in archive.infolist() if _is_warc(info.filename)]
    if not warcs:
        raise Unusable("is no web archive: there is no WARC file under archive/ in it. Give it the ending of what it is.")
    faults: list[Rejected] = []
    sums = _checksums(piece, archive, faults)
    genuine = [info for info in warcs if _genuine(piece, archive, info, sums, faults)]
    pages = _pages(piece, archive, sums, faults)
    yield from faults
    captures = Captures(piece, settings, pages)
    told: set[Read] = set()
    for item in _all_of(captures, archive, genuine):
        if isinstance(item, Rejected):
            told.add(item)
        yield item
    if pages:
        yield from _late(captures, pages, archive, genuine, told)
        if absent := pages.absent():
            yield reject(piece, f"lists {len(absent):,} pages that are not in it, {absent[0]} the first. Save them again.")
    yield from captures.rest()


def _is_warc(name: str) -> bool:
    return name.startswith("archive/") and name.lower().endswith(WARCS)


def _all_of(captures: Captures, archive: ZipFile, warcs: Sequence[ZipInfo]) -> Iterator[Read]:
    for info in warcs:
        try:
            with archive.open(info) as file:
                yield from captures.of(file, name_of(info))
        except FAULTS as e:
            yield reject(captures.piece.within(name_of(info), b""), f"is damaged: {e}. Get it again.")


def _late(captures: Captures, pages: Pages, archive: ZipFile, warcs: Sequence[ZipInfo], told: set[Read]) -> Iterator[Read]:
    """Pages that a listed one led to only after they had been passed over, which takes reading everything again."""
    late = pages.late()
    if not late:
        return
    pages.unlisted -= late
    again = Captures(captures.piece, captures.settings, Pages({place(a): pages.by_address[place(a)] for a in late}))
    yield from (item for item in _all_of(again, archive, warcs) if item not in told)
    pages.reached |= {pages.by_address[place(address)].address for address in late}


def _checksums(piece: Piece, archive: ZipFile, faults: list[Rejected]) -> Checksums:
    try:
        return checksums_of(archive)
    except Unusable as e:
        faults.append(reject(piece.within(PACKAGE, b""), str(e)))
        return Checksums({})


def _genuine(piece: Piece, archive: ZipFile, info: ZipInfo, sums: Checksums, faults: list[Rejected]) -> bool:
    try:
        sound(info)
        sums.verify(archive, info)
    except Unusable as e:
        faults.append(reject(piece.within(name_of(info), b""), str(e)))
        return False
    return True


def _pages(piece: Piece, archive: ZipFile, sums: Checksums, faults: list[Rejected]) -> Pages | None:
    """The listed pages; None where there are none, or their list is not what it was."""
    found: list[Listed] = []
    for info in (archive.NameToInfo[name] for name in LISTS if name in archive.NameToInfo):
        if not _genuine(piece, archive, info, sums, faults):
            return None
        try:
            found += listed_in(content_of(archive, info, LONGEST_LIST))
        except Unusable as e:
            faults.append(reject(piece.within(name_of(info), b""), str(e)))
            return None
    return Pages({place(page.address): page for page in reversed(found)}) if found else None


WACZ = Form(
    "web archive (WACZ)",
    read_wacz,
    endings=(".wacz",),
    media=("application/wacz", "application/x-wacz"),
    magic=(b"PK\x03\x04",),
    container=True,
)
