"""Anchors: made where a person points, and found again in the documents of today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sayso.documents import Document
from sayso.findings.claims import Place
from sayso.findings.decisions import Anchor
from sayso.findings.pointing import WHOLE
from sayso.spans import Span

AROUND = 32
"""Characters before and after that an anchor keeps, enough to tell two of the same words apart."""


def anchor(document: Document, span: Span | None = None) -> Anchor:
    """The words at a place of a document, or the whole of it. Raises `ValueError` when the text does not reach so far."""
    if span is None:
        return Anchor(document.id, document.key, None, "")
    before, after = Span(max(0, span.start - AROUND), span.start), Span(span.end, min(len(document.text), span.end + AROUND))
    words = span.of(document.text)
    return Anchor(document.id, document.key, span, words, before.of(document.text), after.of(document.text))


class Shelf:
    """The documents of today, to be asked where an anchor is: in the very document, or in the text that took its place."""

    def __init__(self, documents: Iterable[Document], succeeded: Mapping[str, str] | None = None) -> None:
        self._by_id = {document.id: document for document in documents}
        self._by_key: dict[str, list[Document]] = {}
        for document in self._by_id.values():
            self._by_key.setdefault(document.key, []).append(document)
        self._succeeded = succeeded or {}

    def place(self, anchor: Anchor) -> Place | None:
        """Where the anchor's words are today, or None when they are gone, or stand in several places that nothing tells apart."""
        same = self._by_id.get(anchor.document)
        if same is not None:
            if anchor.span is None:
                return Place(same.id, WHOLE)
            if anchor.span.end <= len(same.text) and anchor.span.of(same.text) == anchor.words:
                return Place(same.id, anchor.span)
        found = [place for document in self._successors(anchor) if (place := _found_in(document, anchor)) is not None]
        return found[0] if len(found) == 1 else None

    def _successors(self, anchor: Anchor) -> Iterator[Document]:
        """The later text of the anchor's document, where one is known, else what is called by the same key."""
        later = self._by_id.get(self._succeeded.get(anchor.document, ""))
        if later is not None:
            yield later
        else:
            yield from self._by_key.get(anchor.key, ())


def _found_in(document: Document, anchor: Anchor) -> Place | None:
    if anchor.span is None:
        return Place(document.id, WHOLE)
    at = list(_occurrences(document.text, anchor.words))
    if len(at) > 1:
        at = [start for start in at if _stands_between(document.text, start, anchor)]
    return Place(document.id, Span(at[0], at[0] + len(anchor.words))) if len(at) == 1 else None


def _occurrences(text: str, words: str) -> Iterator[int]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _stands_between(text: str, start: int, anchor: Anchor) -> bool:
    end = start + len(anchor.words)
    return text[:start].endswith(anchor.before) and text.startswith(anchor.after, end)
