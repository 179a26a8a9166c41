"""Web archives written by the tools of their makers, from invented pages."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

Headers = Sequence[tuple[str, str]]


class Writer(WARCWriter):  # type: ignore[misc]
    """warcio's, without the temporary files that it leaves to be closed by chance."""

    @staticmethod
    def _create_temp_file() -> io.BytesIO:
        return io.BytesIO()


class Saved:
    """A WARC file in the making."""

    def __init__(self, gzip: bool = True, version: str = "1.1") -> None:
        self._file = io.BytesIO()
        self._writer = Writer(self._file, gzip=gzip, warc_version=version)

    def answer(
        self,
        address: str,
        body: bytes,
        media: str = "text/html; charset=utf-8",
        status: str = "200 OK",
        headers: Headers = (),
        date: str = "2024-01-08T12:00:00Z",
        warc: dict[str, str] | None = None,
    ) -> None:
        given = [("Content-Type", media)] if media else []
        http = StatusAndHeaders(status, [*given, *headers], protocol="HTTP/1.1")
        record = self._writer.create_warc_record(
            address, "response", payload=io.BytesIO(body), http_headers=http, warc_headers_dict={"WARC-Date": date, **(warc or {})}
        )
        self._writer.write_record(record)

    def other(self, address: str, kind: str, body: bytes, media: str) -> None:
        self._writer.write_record(self._writer.create_warc_record(address, kind, io.BytesIO(body), warc_content_type=media))

    def again(
        self,
        address: str,
        digest: str,
        original: str,
        original_date: str,
        media: str = "text/html",
        date: str = "2024-02-01T12:00:00Z",
        status: str = "200 OK",
        warc: dict[str, str] | None = None,
    ) -> None:
        """A capture that was not saved because it was as the original."""
        http = StatusAndHeaders(status, [("Content-Type", media)] if media else [], protocol="HTTP/1.1")
        self._writer.write_record(
            self._writer.create_revisit_record(
                address,
                digest,
                original,
                original_date,
                http_headers=http,
                warc_headers_dict={"WARC-Date": date, **(warc or {})},
            )
        )

    def written(self) -> bytes:
        self._writer.write_record(self._writer.create_warcinfo_record("desk.warc.gz", {"software": "invented"}))
        return self._file.getvalue()

    def at(self, place: Path) -> Path:
        place.write_bytes(self.written())
        return place
