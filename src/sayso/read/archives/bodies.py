"""The body of an HTTP answer as it was meant: what was done to it on its way is undone (RFC 9110, 8.4; RFC 9112, 7.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.read.archives.inflating import STEP, CutOff, Damaged, Gauge, gathered, inflated
from sayso.read.base import Unusable

CODINGS = {"gzip": "gzip", "x-gzip": "gzip", "deflate": "zlib", "br": "brotli", "zstd": "zstd"}
"""What HTTP calls them, and what we do. "deflate" is zlib's format, though some servers send it bare."""
STARTS = {"gzip": b"\x1f\x8b", "zstd": b"\x28\xb5\x2f\xfd"}
MOST = 4
"""Codings on one another; servers apply one, proxies in front of them a second."""
CHUNK = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
PLAIN = re.compile(rb"[\t\n\r -~]{1,64}")


def undone(raw: bytes, codings: Sequence[str], most: int) -> tuple[bytes, bool]:
    """The body, and whether it is whole; `codings` are in the order in which they were applied, as its headers name them.

    Archives often keep headers of bodies that they have already undone: what is plain is left so. Raises `Unusable` when more
    than `most` bytes come out, or what is there is broken.
    """
    applied = [word for coding in codings for part in coding.lower().split(",") if (word := part.strip()) and word != "identity"]
    if len(applied) > MOST:
        raise Unusable(f"was packed {len(applied)} times over, as nobody does. Save the page again.")
    whole = True
    for coding in reversed(applied):
        try:
            raw, sound = _undone(raw, coding, most)
        except Damaged as e:
            raise Unusable(f"is damaged: it was sent as {coding}, and that cannot be undone. Save the page again.") from e
        whole = whole and sound
    return raw, whole


def _undone(raw: bytes, coding: str, most: int) -> tuple[bytes, bool]:
    if coding == "chunked":
        return gathered(_chunks(raw)) if CHUNK.match(raw) else (raw, True)
    name = CODINGS.get(coding)
    if not raw or name is None or not _packed(raw, name):
        return raw, True
    if name == "zlib" and not (raw[0] & 0x0F == 8 and int.from_bytes(raw[:2], "big") % 31 == 0):
        name = "deflate"
    return gathered(inflated(name, _steps(raw), Gauge(most)))


def _packed(raw: bytes, name: str) -> bool:
    """False for bytes that nothing was done to, whatever their headers say."""
    return raw.startswith(STARTS[name]) if name in STARTS else not PLAIN.fullmatch(raw[:64])


def _steps(raw: bytes) -> Iterator[bytes]:
    return (raw[place : place + STEP] for place in range(0, len(raw), STEP))


def _chunks(raw: bytes) -> Iterator[bytes]:
    place = 0
    while match := CHUNK.match(raw, place):
        size = int(match[1], 16)
        if size == 0:
            return
        chunk = raw[match.end() : match.end() + size]
        yield chunk
        if len(chunk) < size:
            raise CutOff
        place = match.end() + size
        place += 2 if raw.startswith(b"\r\n", place) else raw.startswith(b"\n", place)
    if place < len(raw):
        raise Damaged("no length of a chunk")
    raise CutOff
