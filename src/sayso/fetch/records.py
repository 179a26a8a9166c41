"""What was fetched as records of a web archive (WARC/1.1, ISO 28500:2017), a gzip member each, so that each can be read alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from io import BytesIO
from uuid import uuid4

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from sayso.fetch.base import WHO, Exchange, Named, Purpose

HTTP = "application/http; msgtype="
SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


def opening(when: str) -> bytes:
    """The first record of an archive: who wrote it."""
    fields = f"software: {WHO}\r\nformat: WARC File Format 1.1\r\nrobots: obey\r\nhttp-header-user-agent: {WHO}\r\n"
    return _packed(WarcRecordType.warcinfo, when, {"Content-Type": "application/warc-fields"}, fields.encode())


def of_exchange(exchange: Exchange, about: Mapping[str, object], original: Mapping[str, str] | None) -> bytes:
    """One exchange: the request, what it was for, and the answer. Of an answer that says nothing new (`original` says where its
    content is) only the head is kept, as a revisit."""
    response, request = _id(), _id()
    common = {"WARC-Target-URI": exchange.address, "WARC-IP-Address": exchange.ip}
    head = _head(exchange.response)
    answer = {
        **common,
        "Content-Type": f"{HTTP}response",
        "WARC-Payload-Digest": exchange.digest,
        "WARC-Concurrent-To": f"<{request}>",
    }
    kind, block = WarcRecordType.response, exchange.response
    if original is not None:
        kind, block = WarcRecordType.revisit, head
        answer |= {**original, "WARC-Profile": NOT_MODIFIED if exchange.status == 304 else SAME_PAYLOAD}
    told = json.dumps(about, ensure_ascii=False, sort_keys=True).encode()
    beside = {**common, "WARC-Concurrent-To": f"<{response}>"}
    return b"".join(
        (
            _packed(WarcRecordType.request, exchange.when, {**beside, "Content-Type": f"{HTTP}request"}, exchange.request, request),
            # Before the answer, so that who reads on knows what the answer is for.
            _packed(WarcRecordType.metadata, exchange.when, {**beside, "Content-Type": "application/json"}, told),
            _packed(kind, exchange.when, answer, block, response),
        )
    )


def about(asked: Named, purpose: Purpose) -> dict[str, object]:
    """What is kept beside an answer: what it was fetched for, which address was asked for, and what the list that names it says."""
    declared = {name: value for name, value in asdict(asked.declared).items() if value}
    return {"purpose": purpose, "asked": asked.address, "via": asked.via, "declared": declared}


def _head(response: bytes) -> bytes:
    """The head of an answer, with the empty line that ends it."""
    ends = [place + len(end) for end in (b"\r\n\r\n", b"\n\n") if (place := response.find(end)) >= 0]
    return response[: min(ends)] if ends else response


def _id() -> str:
    return f"urn:uuid:{uuid4()}"


def _packed(kind: WarcRecordType, when: str, headers: Mapping[str, str], block: bytes, name: str | None = None) -> bytes:
    record = WarcRecord()
    record.init_headers(kind, (name or _id()).removeprefix("urn:").encode())
    record.headers.status_line = "WARC/1.1"
    record.record_date = datetime.fromisoformat(when)
    for header, value in headers.items():
        record.headers[header] = value
    record.set_bytes_content(block)
    packed = BytesIO()
    with GzipWriter(packed) as writer:
        record.write(writer, checksum_data=True)
    return packed.getvalue()

