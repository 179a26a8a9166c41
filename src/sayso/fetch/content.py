"""What an answer holds: of a kind that can be read, and never more of it than is allowed, packed or unpacked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import httpx2

from sayso.fetch.base import Refusal
from sayso.fetch.connecting import too_large

PACKINGS = frozenset({"", "identity", "gzip", "deflate", "br", "zstd"})
UNSTATED = frozenset({"", "application/octet-stream", "binary/octet-stream"})
"""Media types that say nothing of what it is."""
FAMILIES = ("text/",)
SUFFIXES = ("+xml", "+json")


def welcome(headers: httpx2.Headers, kinds: Collection[str], most: int) -> None:
    """Raises `Refusal`, before the content is read, for one of a kind that Sayso does not read, or that is too large."""
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    readable = kind in kinds or kind in UNSTATED or kind.startswith(FAMILIES) or kind.endswith(SUFFIXES)
    if not readable:
        raise Refusal(f"is of a kind that Sayso does not read ({kind[:80]}). Give a page, a feed or a text.", policy=True)
    length = headers.get("content-length", "")
    if length.isdecimal() and int(length) > most:
        raise too_large(most)


def gathered(chunks: Iterable[bytes], most: int) -> bytes:
    """The chunks together. Raises `Refusal` as soon as they are more than `most` bytes."""
    whole = bytearray()
    for chunk in chunks:
        whole += chunk
        if len(whole) > most:
            raise too_large(most)
    return bytes(whole)


def unpacked(payload: bytes, headers: httpx2.Headers, most: int) -> bytes:
    """The content without its packing, a piece at a time, so that a bomb is noticed while it is still small.

    Raises `Refusal` for what is larger than `most` bytes, packed in a way that nobody asked for, or broken.
    """
    packings = [name.strip().lower() for name in headers.get("content-encoding", "").split(",")]
    if not PACKINGS.issuperset(packings):
        raise Refusal("is packed in a way that Sayso does not know. Save it by hand and offer the file.")
    try:
        return gathered(httpx2.Response(200, headers=headers, stream=_Payload(payload)).iter_bytes(), most)
    except httpx2.DecodingError as e:
        raise Refusal(f"cannot be unpacked: {e}. Try later, or save it by hand and offer the file.") from e


class _Payload(httpx2.SyncByteStream):
    def __init__(self, payload: bytes) -> None:
        self._payload = payload

    def __iter__(self) -> Iterator[bytes]:
        yield self._payload
