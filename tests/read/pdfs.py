"""PDFs made by hand for the tests: words at places on pages, and nothing else."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

WIDE, HIGH = 600, 800
Placed = tuple[float, float, float, str]
"""Where words begin, in points from the left and the bottom of the page, the size of their type, and the words."""
SCAN = b"q 600 0 0 800 0 0 cm /Im Do Q"


def pdf(*pages: Sequence[Placed] | bytes, information: str = "", more: str = "", packed: bytes | None = None) -> bytes:
    """A PDF with a page for each list of placed words, or for what draws the page. `packed` is put into the first as it is."""
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        f"<</Type/Catalog/Pages 2 0 R/Lang(en-GB){more}>>".encode(),
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        stream("/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", b"\x80"),
    ]
    for number, page in enumerate(pages):
        drawn = page if isinstance(page, bytes) else b"\n".join(map(shown, page))
        content = stream("/Filter/FlateDecode", packed if packed and not number else zlib.compress(drawn))
        box = f"/MediaBox[0 0 {WIDE} {HIGH}]/Resources<</Font<</F 3 0 R>>/XObject<</Im 4 0 R>>>>"
        objects += [f"<</Type/Page/Parent 2 0 R{box}/Contents {6 + 2 * number} 0 R>>".encode(), content]
    objects.append(f"<<{information}>>".encode("cp1252"))
    return bound(objects)


def bound(objects: Sequence[bytes]) -> bytes:
    """A file of these objects, the first of which is its catalogue and the last its information."""
    file, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    end = b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, count - 1, len(file))
    return file + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + end


def stream(says: str, content: bytes) -> bytes:
    return f"<<{says}/Length {len(content)}>>stream\n".encode() + content + b"\nendstream"


def shown(placed: Placed) -> bytes:
    left, bottom, size, words = placed
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F {size} Tf {left} {bottom} Td ({escaped}) Tj ET".encode("cp1252")


def column(lines: Sequence[str], left: float = 60, top: float = 700, size: float = 10) -> list[Placed]:
    """Lines below one another; an empty one leaves half a line of room."""
    placed: list[Placed] = []
    for line in lines:
        if line:
            placed.append((left, top, size, line))
        top -= 1.2 * size if line else 0.6 * size
    return placed
