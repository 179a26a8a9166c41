"""One report to be read: its untouched text by blocks, with everything that was found in it marked and noted beside."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.documents import Document, Profile, Role
from sayso.findings import Annotation, Attribution, Claim, Passage, Story, Unread
from sayso.spans import Span, hull
from sayso.store.base import View
from sayso.web import wording
from sayso.web.contexts.blocks import QUIET, tiled
from sayso.web.contexts.notes import PassageNote, SpeechNote, passage_notes, speech_notes
from sayso.web.contexts.pieces import Marked, Piece, pieces
from sayso.web.contexts.ruled import RulingShown
from sayso.web.contexts.shelf import Shelf, Source

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, with the anchor that findings link to, or what stands between sentences, without one.

    `opens` are the numbers of the attributions that begin in it, each with the place where its number is shown.
    """

    anchor: str | None
    pieces: tuple[Piece, ...]
    opens: tuple[tuple[int, int], ...]

    @property
    def numbered(self) -> tuple[tuple[Piece, tuple[int, ...]], ...]:
        """Each piece with the numbers to show before it."""
        return tuple((p, tuple(number for place, number in self.opens if p.start <= place < p.end)) for p in self.pieces)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block: what it is for ("" for the article itself), and the notes that belong beside it."""

    role: str
    quiet: bool
    headline: bool
    because: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    speeches: tuple[SpeechNote, ...]
    passages: tuple[PassageNote, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of what is known about the report, and how."""

    name: str
    value: str
    link: str | None
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReaderPage:
    case: str
    source: Source
    facts: tuple[Fact, ...]
    ruled: tuple[RulingShown, ...]
    paragraphs: tuple[Paragraph, ...]
    stories: tuple[tuple[str, str], ...]
    attributions: int
    passages: int


def page(view: View, key: str) -> ReaderPage:
    """Raises `Absent` when the case has no such document."""
    shelf = Shelf(view)
    document = shelf.document(key)
    profile = view.get(Profile, key)
    said = sorted(view.in_document(Attribution, key), key=_outer_first)
    shared = sorted(view.in_document(Passage, key), key=lambda p: (own_span(p, key), p.id))
    speeches = speech_notes(shelf, document, said, view.in_document(Claim, key))
    reuse = passage_notes(shelf, key, shared)
    marked = (*_found(view.get(Annotation, key)), *_spoken(said), *(Marked(own_span(p, key), "passage") for p in shared))
    stories = view.in_document(Story, key)
    return ReaderPage(
        case=view.name,
        source=shelf.source(key),
        facts=_facts(shelf.source(key), profile, view.get(Unread, key)),
        ruled=shelf.ruled.of_document(key, shelf.source(key).outlet),
        paragraphs=tuple(_paragraphs(document, profile, [s.span for s in shelf.sentences(key)], marked, speeches, reuse)),
        stories=tuple((story.label, f"/stories/{story.id}") for story in stories),
        attributions=len(said),
        passages=len(shared),
    )


def own_span(passage: Passage, document: str) -> Span:
    return passage.a_span if passage.a == document else passage.b_span


def _outer_first(said: Attribution) -> tuple[int, int, str]:
    spans = (*said.source, *said.cue, *said.content)
    whole = hull(spans) if spans else Span(0, 0)
    return whole.start, -whole.end, said.id


def _spoken(said: Iterable[Attribution]) -> Iterable[Marked]:
    for one in said:
        for spans, mark in ((one.source, "source"), (one.cue, "cue"), (one.content, "content")):
            yield from (Marked(span, mark) for span in spans)


def _found(annotation: Annotation | None) -> Iterable[Marked]:
    if annotation:
        yield from (Marked(one.span, "name") for one in annotation.names)
        yield from (Marked(one.span, "quantity") for one in annotation.quantities)
        yield from (Marked(one.span, "moment") for one in annotation.moments)


def _paragraphs(
    document: Document,
    profile: Profile | None,
    sentences: Sequence[Span],
    marked: Sequence[Marked],
    speeches: Sequence[SpeechNote],
    reuse: Sequence[PassageNote],
) -> Iterable[Paragraph]:
    text = document.text
    blocks = tuple(tiled(text, profile))
    edges = [span for _, span, _ in blocks] + list(sentences)
    cut = pieces(text, Span(0, len(text)), marked, [place for span in edges for place in (span.start, span.end)])
    heads = [span.start for _, span, _ in blocks]
    inside = _parted(heads, cut, lambda piece: piece.start)
    said = _parted(heads, speeches, lambda note: note.place)
    shared = _parted(heads, reuse, lambda note: note.start)
    starts, ends = {s.start for s in sentences}, {s.end for s in sentences}
    for (role, span, because), found, notes, repeated in zip(blocks, inside, said, shared, strict=True):
        yield Paragraph(
            role=wording.ROLES[role] if role else "",
            quiet=role in QUIET,
            headline=role is Role.HEADLINE,
            because=because,
            stretches=tuple(_stretches([piece for piece in found if piece.start < span.end], starts, ends, notes)),
            speeches=tuple(notes),
            passages=tuple(repeated),
        )


def _parted(heads: Sequence[int], things: Iterable[T], place: Callable[[T], int]) -> list[list[T]]:
    """The things by the stretch of text they lie in: each goes to the last head at or before its place, the first at the least."""
    out: list[list[T]] = [[] for _ in heads]
    for thing in things:
        if out:
            out[max(0, bisect_right(heads, place(thing)) - 1)].append(thing)
    return out


def _stretches(inside: Sequence[Piece], starts: set[int], ends: set[int], notes: Sequence[SpeechNote]) -> Iterable[Stretch]:
    groups: list[list[Piece]] = []
    for piece in inside:
        if not groups or piece.start in starts or piece.start in ends:
            groups.append([])
        groups[-1].append(piece)
    opens = _parted([group[0].start for group in groups], ((n.place, n.number) for n in notes), lambda one: one[0])
    for group, numbers in zip(groups, opens, strict=True):
        start = group[0].start
        yield Stretch(f"s{start}" if start in starts else None, tuple(group), tuple(numbers))


def _facts(source: Source, profile: Profile | None, unread: Unread | None) -> tuple[Fact, ...]:
    published = profile.published if profile else None
    known = source.basis if published and published.date else ""
    family = f"{source.outlet}, of {source.family}" if source.family else source.outlet
    when = wording.capital(source.published) + (f", {known}" if known else "")
    facts = [
        Fact("Outlet", wording.capital(family), None, profile.because if profile else ()),
        Fact("Published", when, None, published.because if published else ()),
    ]
    if source.authors:
        facts.append(Fact("By", wording.listed(source.authors), None, ()))
    if profile and profile.credits:
        facts.append(Fact("Credits", wording.listed(tuple(dict.fromkeys(c.name for c in profile.credits))), None, ()))
    if source.url:
        facts.append(Fact("Address", source.url, source.link, ()))
    if not source.titled:
        facts.append(Fact("Headline", "None found; called by its first words", None, ()))
    facts.append(Fact("Read from", source.key, None, ()))
    if unread:
        facts.append(Fact("Not searched for", wording.not_read(unread), None, ()))
    return tuple(facts)
