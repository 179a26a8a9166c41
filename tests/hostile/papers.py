"""Documents of offices and mails."""

from __future__ import annotations

import zlib

from tests.hostile.archives import zipped
from tests.hostile.base import STORY, Attack

TYPES = (
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Override PartName="/word/document.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
RELATIONS = (
    f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{OFFICE}" '
    'Target="word/document.xml"/></Relationships>'
).encode()


def docx(document: bytes) -> bytes:
    return zipped({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document})


def body(inner: str, before: str = "") -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<?xml version="1.0"?>{before}<w:document xmlns:w="{space}"><w:body>{inner}</w:body></w:document>'.encode()


def pdf(stream: bytes, filters: str = "/FlateDecode") -> bytes:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(stream)}/Filter{filters}>>stream\n".encode() + stream + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for n, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{n} 0 obj".encode() + content + b"endobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>startxref\n{start}\n%%EOF".encode()
    return bytes(out)


def mail(content: bytes, headers: str = "") -> bytes:
    return (
        f"From: Press <press@example.org>\r\nSubject: Harbour\r\nDate: Fri, 01 Mar 2024 10:00:00 +0000\r\n{headers}\r\n".encode()
        + content
    )


def mails(depth: int) -> bytes:
    inner = mail(STORY.encode())
    for n in range(depth):
        inner = mail(
            f"--b{n}\r\nContent-Type: message/rfc822\r\n\r\n".encode() + inner + f"\r\n--b{n}--\r\n".encode(),
            f'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b{n}"\r\n',
        )
    return inner


PAPERS = (
    Attack("pdf-of-a-huge-stream", "a.pdf", pdf(zlib.compress(bytes(800_000_000), 9)), "is "),
    Attack(
        "pdf-packed-twice",
        "a.pdf",
        pdf(zlib.compress(zlib.compress(bytes(500_000_000), 9), 9), "[/FlateDecode/FlateDecode]"),
        "takes more memory",
    ),
    Attack("pdf-cut-off", "a.pdf", pdf(zlib.compress(b"BT ET"))[:200], "is "),
    Attack("pdf-of-noise", "a.pdf", b"%PDF-1.7\n" + bytes(i % 251 for i in range(20_000)), "is "),
    Attack("pdf-without-a-word", "a.pdf", pdf(zlib.compress(b"")), "holds no words"),
    Attack("pdf-in-a-circle", "a.pdf", pdf(zlib.compress(b"BT ET")).replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]"), "is "),
    Attack(
        "docx-with-an-external-entity",
        "a.docx",
        docx(body(f"<w:p><w:r><w:t>{STORY} &x;</w:t></w:r></w:p>", '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
        "",
        accepted=1,
        at_most=True,
    ),
    Attack("docx-that-swells", "a.docx", docx(body("<w:p/>" * 40_000_000)), "is "),
    Attack("docx-without-a-document", "a.docx", zipped({"[Content_Types].xml": TYPES}), "is "),
    Attack("docx-nested-a-hundred-thousand-deep", "a.docx", docx(body("<w:p>" * 100_000)), "is "),
    Attack("docx-of-noise", "a.docx", b"PK\x03\x04" + b"\xff" * 500, "is "),
    Attack("mail-in-mail-a-thousand-deep", "a.eml", mails(1000), "", accepted=1, at_most=True),
    Attack("mail-of-nothing", "a.eml", mail(b""), "is "),
    Attack(
        "mail-of-a-charset-nobody-knows",
        "a.eml",
        mail(STORY.encode(), "Content-Type: text/plain; charset=x-klingon\r\n"),
        "",
        accepted=1,
        at_most=True,
    ),
    Attack(
        "mail-with-a-bomb-attached",
        "a.eml",
        mail(
            b"--b\r\nContent-Type: text/plain\r\n\r\n"
            + STORY.encode()
            + b"\r\n--b\r\nContent-Type: application/zip; name=a.zip\r\n"
            b"Content-Disposition: attachment; filename=../../a.zip\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
            b"PK\x03\x04xx\r\n--b--\r\n",
            'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n',
        ),
        "",
        accepted=1,
    ),
    Attack("markdown-nested-ten-thousand-deep", "a.md", b"> " * 10_000 + STORY.encode(), "", accepted=1, at_most=True),
    Attack("markdown-of-brackets", "a.md", b"[" * 50_000 + STORY.encode(), "", accepted=1, at_most=True),
    Attack("rich-text", "a.rtf", b"{\\rtf1 words}", "of a kind that Sayso does not read"),
)
