"""Archives that hold more than they say, or say more than they hold."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Mapping

import brotli

from tests.hostile.base import ARTICLE, STORY, Attack, page

ZEROS = bytes(1_000_000)


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()


def dolls(depth: int) -> bytes:
    """An archive in an archive in an archive."""
    inner = STORY.encode()
    name = "a.txt"
    for n in range(depth):
        inner, name = zipped({name: inner}), f"{n}.zip"
    return inner


def bomb(times: int) -> bytes:
    """So many megabytes of nothing in one member."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([*(packer.compress(ZEROS) for _ in range(times)), packer.flush()])


def overlapping(entries: int) -> bytes:
    """Many entries of the directory that all point at one member (after David Fifield, A better zip bomb, 2019)."""
    whole = zipped({"a.txt": bytes(5_000_000)})
    directory = whole.index(b"PK\x01\x02")
    end = whole.index(b"PK\x05\x06")
    record = whole[directory:end]
    size = len(record) * entries
    return whole[:directory] + record * entries + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, entries, entries, size, directory, 0)


def lying() -> bytes:
    """A member that says it is small."""
    whole = bytearray(zipped({"a.txt": bytes(150_000_000)}))
    for start, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = whole.index(start) + at
        whole[place : place + 4] = struct.pack("<L", 100)
    return bytes(whole)


def encrypted() -> bytes:
    whole = bytearray(zipped({"a.txt": STORY.encode()}))
    for start, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        whole[whole.index(start) + at] |= 1
    return bytes(whole)


def tarred(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for info, content in members:
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def member(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, link
    return info


def warc(*records: tuple[str, bytes]) -> bytes:
    """Response records: the headers that HTTP gave and the body, without checks."""
    out = []
    for n, (headers, body) in enumerate(records):
        block = f"HTTP/1.1 200 OK\r\n{headers}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{n:012}>\r\n"
            f"WARC-Date: 2024-03-01T00:00:00Z\r\nWARC-Target-URI: https://example.org/{n}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        out.append(head.encode() + block + b"\r\n\r\n")
    return b"".join(out)


HTML = "Content-Type: text/html"
GOOD = (HTML, page(ARTICLE))

ARCHIVES = (
    Attack("gzip-bomb", "a.txt.gz", bomb(1000), "is "),
    Attack(
        "gzip-in-gzip-in-gzip",
        "a.txt.gz.gz.gz.gz.gz.gz",
        gzip.compress(gzip.compress(gzip.compress(gzip.compress(gzip.compress(gzip.compress(STORY.encode())))))),
        "archives within one another",
    ),
    Attack("gzip-cut-off", "a.txt.gz", gzip.compress(STORY.encode() * 50)[:-40], "is cut off", accepted=1),
    Attack("gzip-with-a-wrong-sum", "a.txt.gz", gzip.compress(STORY.encode())[:-8] + b"\x00" * 8, "is "),
    Attack("bzip2-bomb", "a.txt.bz2", bz2.compress(ZEROS * 300), "is "),
    Attack("xz-bomb", "a.txt.xz", lzma.compress(ZEROS * 300), "is "),
    Attack("brotli-bomb", "a.txt.br", brotli.compress(ZEROS * 300, quality=4), "is "),
    Attack("zstandard-cut-off", "a.txt.zst", b"\x28\xb5\x2f\xfd\x24", "is "),
    Attack("zip-bomb", "a.zip", zipped({"a.txt": bytes(300_000_000)}), "is "),
    Attack("zip-of-bombs", "a.zip", zipped({f"{n}.txt.gz": bomb(150) for n in range(8)}), "is "),
    Attack("zip-whose-entries-overlap", "a.zip", overlapping(2000), ""),
    Attack("zip-that-lies-about-its-size", "a.zip", lying(), ""),
    Attack("zip-in-zip-twenty-deep", "a.zip", dolls(20), "archives within one another"),
    Attack("zip-with-a-password", "a.zip", encrypted(), ""),
    Attack("zip-cut-off", "a.zip", zipped({"a.txt": STORY.encode()})[:-30], "is "),
    Attack("zip-of-nothing", "a.zip", zipped({}), "is "),
    Attack(
        "zip-with-ways-out",
        "a.zip",
        zipped(
            {
                "../../../../tmp/sayso-was-here.txt": STORY.encode(),
                "/etc/sayso.txt": (STORY + " 1").encode(),
                "C:\\sayso.txt": (STORY + " 2").encode(),
            }
        ),
        accepted=3,
    ),
    Attack(
        "zip-with-names-that-lie", "a.zip", zipped({"a\u202etxt.exe": b"MZ\x90", "b\x1b[2J.txt": STORY.encode()}), "", accepted=1
    ),
    Attack(
        "zip-with-one-good-report",
        "a.zip",
        zipped({"good.txt": STORY.encode(), "bad.pdf": b"%PDF-1.7 broken", "deep.html": page("<div>" * 100_000)}),
        "",
        accepted=1,
    ),
    Attack("zip-of-an-office-table", "a.zip", zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}), ""),
    Attack(
        "tar-with-ways-out",
        "a.tar",
        tarred((member("../../sayso-was-here.txt"), STORY.encode()), (member("/etc/sayso.txt"), STORY.encode() + b" 1")),
        accepted=2,
    ),
    Attack(
        "tar-of-links-and-devices",
        "a.tar",
        tarred(
            (member("a.txt", tarfile.SYMTYPE, "/etc/passwd"), b""),
            (member("b.txt", tarfile.LNKTYPE, "/etc/passwd"), b""),
            (member("c.txt", tarfile.CHRTYPE), b""),
            (member("d.txt", tarfile.FIFOTYPE), b""),
        ),
        "",
    ),
    Attack(
        "tar-cut-off",
        "a.tar",
        tarred((member("a.txt"), STORY.encode()), (member("b.txt"), STORY.encode() * 100))[:3000],
        "",
        accepted=1,
        at_most=True,
    ),
    Attack("tar-bomb", "a.tar.gz", gzip.compress(tarred((member("a.txt"), bytes(200_000_000)))), "is "),
    Attack("warc-cut-off", "a.warc", warc(GOOD, GOOD)[:-300], "", accepted=1),
    Attack(
        "warc-packed-and-cut-off",
        "a.warc.gz",
        gzip.compress(warc(GOOD)) + gzip.compress(warc(("X: y\r\n" + HTML, page(ARTICLE + "<p>More.</p>"))))[:-60],
        "",
        accepted=1,
    ),
    Attack("warc-of-a-gzip-bomb", "a.warc", warc(GOOD, (HTML + "\r\nContent-Encoding: gzip", bomb(300))), "", accepted=1),
    Attack(
        "warc-of-a-brotli-bomb",
        "a.warc",
        warc(GOOD, (HTML + "\r\nContent-Encoding: br", brotli.compress(ZEROS * 300, quality=4))),
        "",
        accepted=1,
    ),
    Attack(
        "warc-of-a-deflate-bomb",
        "a.warc",
        warc(GOOD, (HTML + "\r\nContent-Encoding: deflate", zlib.compress(ZEROS * 300))),
        "",
        accepted=1,
    ),
    Attack(
        "warc-that-lies-about-its-coding",
        "a.warc",
        warc((HTML + "\r\nContent-Encoding: gzip", page(ARTICLE))),
        "",
        accepted=1,
        at_most=True,
    ),
    Attack(
        "warc-that-lies-about-its-length",
        "a.warc",
        warc(GOOD).replace(b"Content-Length: ", b"Content-Length: 9999999"),
        "",
        accepted=1,
        at_most=True,
    ),
    Attack(
        "warc-of-a-broken-chunk",
        "a.warc",
        warc(GOOD, (HTML + "\r\nTransfer-Encoding: chunked", b"ffffffff\r\n<p>")),
        "",
        accepted=1,
    ),
    Attack("warc-of-noise", "a.warc", b"WARC/1.1\r\n" + b"\xff" * 5000, ""),
    Attack("wacz-without-an-archive", "a.wacz", zipped({"datapackage.json": b"{}", "pages/pages.jsonl": b"{}"}), "is "),
    Attack("wacz-of-noise", "a.wacz", b"PK\x03\x04" + b"\xff" * 500, "is "),
)
