"""What comes in: documents as published, and what the page around the report says of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sayso.identity import identify
from sayso.spans import Span


class Role(StrEnum):
    """What a block of a page is for."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    PROMO = "promo"
    CHROME = "chrome"


class Basis(StrEnum):
    """How a date is known: the text or its metadata states it, it follows from other words, a person ruled it, or nobody
    knows.
    """

    STATED = "stated"
    INFERRED = "inferred"
    RULED = "ruled"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Offer:
    """Something the user offered for reading: a file below a path they named, or standard input.

    `key` is how the result is called later: the file's path below what was given. `data` is set for standard input only.
    """

    path: Path
    key: str
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class Declared:
    """What the container of a document says of it (fields of a record, tags of a page), unchecked and unchanged.

    `modified` is when the report was last changed, `captured` when an archive took its page, `via` the feed or aggregator that
    brought it, which is a transport and never its outlet. `because` says of each value where it was found: "title: og:title".
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    modified: str | None = None
    captured: str | None = None
    via: str | None = None
    because: tuple[str, ...] = ()


class Marking(StrEnum):
    """What the container of a text says that a stretch of it is, where it says so: tags of a page, styles of an office document."""

    HEADING = "heading"
    CAPTION = "caption"
    ITEM = "item"
    ROW = "row"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a document's text with what its container says that it is: a heading within the report, a caption, an item of
    a list, a row of a table, a quotation set apart. `clean` takes it for evidence, not for the last word."""

    span: Span
    marking: Marking


@dataclass(frozen=True, slots=True)
class Document:
    """One report as published. `text` is evidence: made once by `read` and never rewritten; all findings are spans of it."""

    id: str
    key: str
    path: str
    text: str
    declared: Declared = Declared()
    marks: tuple[Mark, ...] = ()


NAMED = ("title", "authors", "outlet", "url", "published", "language")
"""What is declared of a document that makes it another one; the rest may become better known without its becoming another."""


def identity(text: str, declared: Declared) -> str:
    """The id of a document with this text, declared to be so: by it one can tell years later that nothing in it has changed."""
    return identify("d", text, {name: getattr(declared, name) for name in NAMED})


@dataclass(frozen=True, slots=True)
class Version:
    """What stood at a document's place (its address, its file) before the text that stands there now. `document` is the id of
    the latest, `was` the earlier one; the versions of a document are given oldest first."""

    document: str
    was: Document


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-sized span with its role, and why it was given that role."""

    span: Span
    role: Role
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Credit:
    """A place where a document names whose copy it carries: "Reuters contributed", "LONDON (AP)", "reported The Times"."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published, as an EDTF date (None when unknown), how that is known, and from which words."""

    date: str | None = None
    basis: Basis = Basis.UNKNOWN
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """What cleaning found out about one document: its outlet and byline, its date, its blocks in order of the text."""

    document: str
    outlet: str | None
    family: str | None
    title: str | None
    authors: tuple[str, ...]
    published: Published
    language: str
    blocks: tuple[Block, ...]
    credits: tuple[Credit, ...] = ()
    because: tuple[str, ...] = ()

    def role_at(self, place: int) -> Role | None:
        """The role of the block that holds the character at `place`, or None between blocks."""
        return next((b.role for b in self.blocks if b.span.start <= place < b.span.end), None)

    def blocks_of(self, *roles: Role) -> tuple[Block, ...]:
        return tuple(b for b in self.blocks if b.role in roles)


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something offered that could not be used, where it stopped, and why, in words for the person who offered it."""

    path: str
    stage: str
    reason: str
    document: str | None = None
