"""A Word document is a ZIP archive of XML files. It is opened only when what it says it unpacks to has room."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 (named like the other errors)

from sayso.read.base import Unusable

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

MOST_MB = 100
"""Megabytes that all files within may unpack to together; a book with its pictures has fewer."""
MOST_XML_MB = 25
"""Megabytes of XML among them; taken apart, each takes sixteen. A report as long as any has ten."""
MOST_FILES = 5_000
OLD = b"\xd0\xcf\x11\xe0"
LOCKED = "is locked with a password, or an old .doc under a new name. Save it as .docx without a password."
BROKEN = "is no Word document, or a broken one. Open it in an office program and save it anew as .docx."
SWOLLEN = (
    f"unpacks to more than {MOST_MB} MB, which no report does: it is made to fill up the machine that opens it, or broken. "
    "Open it in an office program and save it anew without its pictures."
)


def opened(raw: bytes) -> DocumentPart:
    """The document's main part. Raises `Unusable` for what is none, is locked, broken, or would unpack to too much."""
    from docx.opc.exceptions import OpcError
    from docx.package import Package
    from docx.parts.document import DocumentPart
    from lxml.etree import LxmlError

    if raw.startswith(OLD):
        raise Unusable(LOCKED)
    try:
        _check_sizes(raw)
        part = Package.open(BytesIO(raw)).main_document_part
    except (
        BadZipFile,
        ZlibError,
        OpcError,
        LxmlError,
        LookupError,
        ValueError,
        AttributeError,
        NotImplementedError,
        EOFError,
    ) as e:
        raise Unusable(BROKEN) from e
    if not isinstance(part, DocumentPart):
        raise Unusable(f"is an office document, but no .docx: it says that it is {part.content_type}. Save it as .docx.")
    return part


def _check_sizes(raw: bytes) -> None:
    with ZipFile(BytesIO(raw)) as archive:
        files = archive.infolist()
    if any(file.flag_bits & 1 for file in files):
        raise Unusable(LOCKED)
    # No more than these sizes is ever unpacked: zipfile stops there, whatever the packed bytes hold.
    if len(files) > MOST_FILES or sum(file.file_size for file in files) > MOST_MB << 20:
        raise Unusable(SWOLLEN)
    xml = sum(file.file_size for file in files if file.filename.lower().endswith((".xml", ".rels")))
    if xml > MOST_XML_MB << 20:
        raise Unusable(f"holds {xml >> 20} MB of words and how they are set, more than one report does. Split it.")
