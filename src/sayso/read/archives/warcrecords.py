"""The records of a WARC file (ISO 28500), one after the other, and what their headers say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Protocol

from fastwarc.warc import ArchiveIterator, WarcRecord

from sayso.read.archives.inflating import STEP, Gauge
from sayso.read.base import Unusable, whole

DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z)?)?)?")
"""What a WARC-Date is (W3C's profile of ISO 8601, in UTC)."""


class Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


class Source:
    """A file that counts how much of it was taken."""

    def __init__(self, file: Readable) -> None:
        self._file = file
        self.taken = 0

    def read(self, size: int = -1) -> bytes:
        part = self._file.read(size)
        self.taken += len(part)
        return part

    def tell(self) -> int:
        return self.taken

    def seek(self, place: int, whence: int = 0) -> int:
        raise OSError("a place before the one that was reached")

    def close(self) -> None:
        """Whoever opened the file closes it."""


def records(file: Readable | BinaryIO) -> Iterator[WarcRecord]:
    """The records in their order, whatever of each is left unread passed over without being kept.

    Raises `Unusable` where the file breaks off or is broken, with the record and the byte; everything before it was given.
    """
    source, gauge, number = Source(file), Gauge(), 0
    try:
        for record in ArchiveIterator(source, parse_http=False, quirks_mode=True):
            if not _sound(record):
                raise Unusable(_broken(number, source, "what stands there is no record"))
            yield record
            _passed(record, source, gauge)
            if record.reader.tell() < record.content_length:
                raise Unusable(_broken(number, source, "it ends before the record does"))
            number += 1
    except OSError as e:
        if e.errno is not None:
            raise
        raise Unusable(_broken(number, source, str(e))) from e
    except BaseException as e:
        if type(e).__name__ != "PanicException":  # what its Rust raises, and no Exception
            raise
        raise Unusable(_broken(number, source, "it is broken in a way that is not known")) from e
    if not number:
        raise Unusable("holds no records. If it is a web archive, get it again.")


def address_of(record: WarcRecord) -> str:
    """The address of what a record holds; empty where it has none. Some programs set it between angle brackets."""
    return clean(record.headers.get("WARC-Target-URI")).removeprefix("<").removesuffix(">")


def captured_of(record: WarcRecord) -> str | None:
    """When it was captured, as the record says; None for what is no date."""
    date = clean(record.headers.get("WARC-Date"))
    return date if DATE.fullmatch(date) else None


def clean(value: str | None) -> str:
    """The value of a header on one line; empty where it has none that can be kept."""
    return value.strip() if value and whole(value) else ""


def _sound(record: WarcRecord) -> bool:
    return (record.headers.get("Content-Length") or "").strip().isdecimal() and "WARC-Type" in record.headers


def _passed(record: WarcRecord, source: Source, gauge: Gauge) -> None:
    """Passes over the rest of a record a step at a time, so that one of zeros without end is found out."""
    gauge.given += record.reader.tell()
    gauge.taken = source.taken
    while taken := record.reader.consume(STEP):
        gauge.given += taken
        gauge.taken = source.taken
        gauge.check()
    gauge.check()


def _broken(number: int, source: Source, why: str) -> str:
    return f"breaks off in record {number + 1:,}, at byte {source.taken:,} of the file: {why}. Get it again."
