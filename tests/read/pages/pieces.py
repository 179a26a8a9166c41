"""Pages put together for the tests, and read without a run around them."""

from __future__ import annotations

from sayso.documents import Declared, Document, Marking
from sayso.read.base import NOTHING_DECLARED, Piece
from sayso.read.page import page_document

PARAGRAPHS = (
    "The mayor of Eastmere said on Tuesday that the bridge would stay closed until spring, and that nobody had been told.",
    "An engineer who asked not to be named told reporters that two of its cables had been replaced with cheaper ones.",
    "The builder denied this. It said in a statement that every part had been tested and that the records were open to anyone.",
    "Ferries will run every twenty minutes from the old quay, the council said, and buses will meet each of them.",
)


def page(body: str, head: str = "", around: str = "") -> str:
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{around}<article>{body}</article></body></html>'


def paragraphs(*more: str) -> str:
    """The report's paragraphs, with something behind each of the first of them."""
    behind = [*more, *[""] * len(PARAGRAPHS)]
    return "".join(f"<p>{words}</p>{after}" for words, after in zip(PARAGRAPHS, behind, strict=False))


def document(html: str, container: Declared = NOTHING_DECLARED) -> Document:
    return page_document(Piece("page.html", "page.html", b"", declared=container), html)


def marked(document: Document, marking: Marking) -> list[str]:
    """The words under each mark of one kind."""
    return [mark.span.of(document.text) for mark in document.marks if mark.marking is marking]
