"""What an archive remembers of each address: when it was taken, in which words a server can be asked whether it has changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

import httpx2
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from sayso.fetch.base import Purpose
from sayso.fetch.content import gathered, unpacked

TELLING = WarcRecordType.response | WarcRecordType.metadata
CONDITIONS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Capture:
    """The latest content of an address: the record that holds it and where that begins in the file, and since when it is known."""

    record: str
    place: int
    when: str
    digest: str
    media: str | None
    conditions: Mapping[str, str]

    def original(self, address: str) -> dict[str, str]:
        """What the record of a later look says of where the content is."""
        return {
            "WARC-Refers-To": self.record,
            "WARC-Refers-To-Target-URI": address,
            "WARC-Refers-To-Date": self.when,
            "WARC-Payload-Digest": self.digest,
        }


@dataclass(frozen=True, slots=True)
class Seen:
    """When a report's address was first and last looked at, in which list it was, and where it led."""

    first: str
    last: str
    via: str | None
    at: str


@dataclass(slots=True)
class Memory:
    """The latest capture of each address, and the reports that were asked for."""

    captures: dict[str, Capture] = field(default_factory=dict)
    reports: dict[str, Seen] = field(default_factory=dict)

    def take(self, record: WarcRecord) -> None:
        """Remembers what a record of an archive tells."""
        if record.record_type == WarcRecordType.metadata:
            self._asked(record)
        elif record.record_type == WarcRecordType.response and record.is_http and record.http_headers.status_code == 200:
            self.captures[_address(record)] = _capture(record)

    def _asked(self, record: WarcRecord) -> None:
        try:
            told = json.loads(record.reader.read(CHUNK))
            if told["purpose"] == Purpose.REPORT:
                self.looked(str(told["asked"]), _address(record), record.headers["WARC-Date"], told["via"])
        except (ValueError, KeyError, TypeError):
            return  # the metadata of another program

    def looked(self, asked: str, at: str, when: str, via: str | None) -> None:
        """Remembers a look at a report."""
        before = self.reports.get(asked, Seen(when, when, via, at))
        self.reports[asked] = replace(before, last=when, via=via or before.via, at=at)


def records(path: Path, start: int = 0, decode: Literal["none", "transfer"] = "none") -> Iterator[WarcRecord]:
    """The records of an archive that tell something, from a place in the file on; none when there is no file."""
    if path.exists():
        with path.open("rb") as file:
            file.seek(start)
            yield from ArchiveIterator(file, TELLING, auto_decode=decode, strict_mode=False)


def content(path: Path, capture: Capture, most: int) -> bytes:
    """The content that a capture holds, unpacked. Raises `Refusal` when it is larger than `most` bytes."""
    record = next(records(path, capture.place, "transfer"))
    payload = gathered(iter(lambda: record.reader.read(CHUNK), b""), most)
    return unpacked(payload, httpx2.Headers(list(record.http_headers)), most)


def _capture(record: WarcRecord) -> Capture:
    named = {name.lower(): value for name, value in record.http_headers}
    return Capture(
        str(record.headers["WARC-Record-ID"]),
        record.stream_pos,
        record.headers["WARC-Date"],
        record.headers.get("WARC-Payload-Digest") or "",
        named.get("content-type"),
        _conditions(named),
    )


def _conditions(headers: Mapping[str, str]) -> dict[str, str]:
    return {asks: headers[states] for states, asks in CONDITIONS.items() if states in headers}


def _address(record: WarcRecord) -> str:
    return str(record.headers["WARC-Target-URI"])
