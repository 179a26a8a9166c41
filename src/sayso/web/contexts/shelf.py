"""The reports of a case as a page names and quotes them: each looked up once, each quotation with its whole sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sayso.documents import Basis, Document, Profile, Role
from sayso.findings import Annotation, Sentence, Story
from sayso.spans import Span
from sayso.store.base import View
from sayso.web import wording
from sayso.web.contexts.pieces import Marked, Piece, pieces
from sayso.web.contexts.ruled import Ruled

LONGEST_SENTENCE = 1200
AROUND = 400
OPENING, TITLE = 400, 70


class Absent(LookupError):  # noqa: N818 (a state of the case, not a fault)
    """The case does not have what was asked for."""


@dataclass(frozen=True, slots=True)
class Source:
    """A report as it is cited. `outlet` is never empty; `named` is false where the report does not say whose it is.

    `title` is its headline, or where it has none (`titled` is false) its first words in quotation marks.
    `url` is the address as the report's container gives it, `link` the same only where a browser may safely follow it.
    """

    document: str
    href: str
    outlet: str
    named: bool
    family: str | None
    title: str
    titled: bool
    authors: tuple[str, ...]
    published: str
    basis: str
    language: str
    url: str | None
    link: str | None
    key: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The sentence around a finding, in pieces with the words that matter marked, and where it stands."""

    source: Source
    href: str
    pieces: tuple[Piece, ...]
    clipped: bool = False

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def web_address(url: str | None) -> str | None:
    """The address if a browser may safely follow it, else None: a source does not choose what a link does."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


class Shelf:
    """Looks up documents of a view and remembers them for as long as a page is made.

    A finding about a document that is not in the case raises `Absent`.
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self._documents: dict[str, Document] = {}
        self._sources: dict[str, Source] = {}
        self._sentences: dict[str, tuple[Sentence, ...]] = {}

    @cached_property
    def ruled(self) -> Ruled:
        return Ruled(self.view)

    def take(self, documents: Iterable[Document], profiles: Iterable[Profile]) -> None:
        """Remembers reports that were looked up together, which is far quicker than one by one."""
        profile_of = {profile.document: profile for profile in profiles}
        for document in documents:
            self._documents[document.id] = document
            self._sources[document.id] = _source(document, profile_of.get(document.id))

    def read(self, keys: Iterable[str]) -> None:
        """Remembers the sentences of reports that will be quoted."""
        missing = [key for key in keys if key not in self._sentences]
        for annotation in self.view.in_document(Annotation, *missing) if missing else ():
            self._sentences[annotation.document] = _in_order(annotation)

    def document(self, key: str) -> Document:
        if key not in self._documents:
            found = self.view.get(Document, key)
            if found is None:
                raise Absent(key)
            self._documents[key] = found
        return self._documents[key]

    def source(self, key: str) -> Source:
        if key not in self._sources:
            self._sources[key] = _source(self.document(key), self.view.get(Profile, key))
        return self._sources[key]

    def sentences(self, key: str) -> tuple[Sentence, ...]:
        """In order of the text."""
        if key not in self._sentences:
            annotation = self.view.get(Annotation, key)
            self._sentences[key] = _in_order(annotation) if annotation else ()
        return self._sentences[key]

    def sentence_at(self, key: str, place: int) -> Span | None:
        """The sentence that holds a place of the text, or the last one that begins before it; None before the first."""
        sentences = self.sentences(key)
        index = bisect_right(sentences, place, key=lambda s: s.span.start) - 1
        return sentences[index].span if index >= 0 else None

    def href(self, key: str, span: Span) -> str:
        """The address of the sentence in the reader. Every sentence has an anchor there."""
        sentence = self.sentence_at(key, span.start)
        return f"/documents/{key}" + (f"#s{sentence.start}" if sentence else "")

    def story(self, key: str) -> tuple[str, str]:
        """The label of a story and the address of its page."""
        story = self.view.get(Story, key)
        return (story.label if story else ""), f"/stories/{key}"

    def quote(self, key: str, span: Span, mark: str, parts: Iterable[Span] = ()) -> Quote:
        """The sentence or sentences around `span` with `span` marked as `mark`, and `parts` of it as "parting"."""
        document = self.document(key)
        whole = self._around(key, span)
        marked = (Marked(span, mark), *(Marked(part, "parting") for part in parts))
        cut = pieces(document.text, whole.trimmed(document.text), marked)
        full = self._whole_sentences(key, span)
        return Quote(self.source(key), self.href(key, span), cut, clipped=whole != full)

    def _whole_sentences(self, key: str, span: Span) -> Span:
        hull = span
        for place in (span.start, max(span.start, span.end - 1)):
            sentence = self.sentence_at(key, place)
            if sentence and (sentence.overlaps(span) or sentence.contains(span)):
                hull = hull.hull(sentence)
        return hull

    def _around(self, key: str, span: Span) -> Span:
        """Whole sentences, unless they are so long that the finding would drown in them."""
        whole = self._whole_sentences(key, span)
        if len(whole) <= LONGEST_SENTENCE:
            return whole
        start = max(whole.start, span.start - AROUND)
        return Span(start, min(whole.end, span.end + AROUND, start + LONGEST_SENTENCE))


def _in_order(annotation: Annotation) -> tuple[Sentence, ...]:
    return tuple(sorted(annotation.sentences, key=lambda s: s.span))


def _opening(document: Document, profile: Profile | None) -> str:
    """The first words of the article itself, in quotation marks, or where it has none the name it was read by."""
    spans = [b.span for b in profile.blocks_of(Role.BODY)] if profile else [Span(0, len(document.text))]
    words = next((" ".join(found.split()) for span in spans if (found := span.of(document.text)[:OPENING].strip())), "")
    return f"“{wording.short(words, TITLE)}”" if words else document.key


def _source(document: Document, profile: Profile | None) -> Source:
    declared = document.declared
    outlet = profile.outlet if profile else declared.outlet
    title = profile.title if profile else declared.title
    published = profile.published if profile else None
    return Source(
        document=document.id,
        href=f"/documents/{document.id}",
        outlet=outlet or "outlet not stated",
        named=bool(outlet),
        family=profile.family if profile else None,
        title=title or _opening(document, profile),
        titled=bool(title),
        authors=profile.authors if profile else declared.authors,
        published=wording.date(published.date if published else None),
        basis=wording.basis(published.basis if published else Basis.UNKNOWN),
        language=(profile.language if profile else declared.language) or "und",
        url=declared.url or None,
        link=web_address(declared.url),
        key=document.key,
    )
