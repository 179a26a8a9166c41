"""Two reports side by side: what they share in one row and numbered on both sides, the words that part in it marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sayso.documents import Profile, Role
from sayso.findings import Difference, Lineage, Passage, PassageKind, Story
from sayso.spans import Span
from sayso.store.base import View
from sayso.web import wording
from sayso.web.contexts.blocks import QUIET, tiled
from sayso.web.contexts.differences import DifferenceShown, by_weight, shown
from sayso.web.contexts.parting import parting
from sayso.web.contexts.pieces import Marked, Piece, pieces
from sayso.web.contexts.reader import own_span
from sayso.web.contexts.repeats import Repeat, name, repeats
from sayso.web.contexts.shelf import Absent, Shelf, Source
from sayso.web.contexts.sidebyside import rows

Pair = TypeVar("Pair", Passage, Lineage)


@dataclass(frozen=True, slots=True)
class Joint:
    """A passage that both have, by its number in the order of the left text; `direction` says who took it, as far as is shown."""

    number: int
    manner: str
    direction: str
    words: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A block of one of the texts. `opens` are the numbers of the passages that begin in it, each with its place."""

    role: str
    quiet: bool
    headline: bool
    pieces: tuple[Piece, ...]
    opens: tuple[tuple[int, int], ...]

    @property
    def numbered(self) -> tuple[tuple[Piece, tuple[int, ...]], ...]:
        """Each piece with the numbers to show before it."""
        return tuple((p, tuple(number for place, number in self.opens if place == p.start)) for p in self.pieces)


@dataclass(frozen=True, slots=True)
class Line:
    """What stands side by side; `joined` where the two blocks hold the same words."""

    a: tuple[Part, ...]
    b: tuple[Part, ...]
    joined: bool


@dataclass(frozen=True, slots=True)
class ComparePage:
    """`repeat` is None where nothing that they share was found; `stories` are those that both are in."""

    case: str
    a: Source
    b: Source
    repeat: Repeat | None
    joints: tuple[Joint, ...]
    lines: tuple[Line, ...]
    differences: tuple[DifferenceShown, ...]
    stories: tuple[tuple[str, str], ...]


def page(view: View, left: str, right: str) -> ComparePage:
    """Raises `Absent` when the case lacks one of the documents, or for a document beside itself."""
    shelf = Shelf(view)
    if left == right:
        raise Absent(right)
    a, b = shelf.source(left), shelf.source(right)
    shared = sorted(_between(view.in_document(Passage, left), left, right), key=lambda p: (own_span(p, left), p.id))
    lineages = tuple(_between(view.in_document(Lineage, left), left, right))
    stories = [story for story in view.in_document(Story, left) if right in story.documents]
    return ComparePage(
        case=view.name,
        a=a,
        b=b,
        repeat=next(iter(repeats(shelf, lineages, shared)), None),
        joints=tuple(_joint(shelf, passage, number, left) for number, passage in enumerate(shared, 1)),
        lines=_lines(shelf, left, right, shared),
        differences=tuple(shown(shelf, one) for one in by_weight(_parted(view, stories, left, right))),
        stories=tuple((story.label, f"/stories/{story.id}") for story in stories),
    )


def _between(found: Iterable[Pair], left: str, right: str) -> Iterable[Pair]:
    return (one for one in found if {one.a, one.b} == {left, right})


def _parted(view: View, stories: Sequence[Story], left: str, right: str) -> Iterable[Difference]:
    """Where the two say different things, with no other report's side."""
    for story in stories:
        for one in view.in_story(Difference, story.id):
            sides = tuple(side for side in one.sides if side.document in (left, right))
            if {side.document for side in sides} == {left, right} and len({side.value for side in sides}) > 1:
                yield replace(one, sides=sides)


def _joint(shelf: Shelf, passage: Passage, number: int, left: str) -> Joint:
    a, b = shelf.source(passage.a), shelf.source(passage.b)
    return Joint(
        number=number,
        manner=wording.PASSAGES[passage.kind],
        direction=wording.TAKEN[passage.direction].format(a=name(a, b), b=name(b, a)),
        words=own_span(passage, left).of(shelf.document(left).text),
        because=passage.because,
    )


def _lines(shelf: Shelf, left: str, right: str, shared: Sequence[Passage]) -> tuple[Line, ...]:
    spans = [(own_span(p, left), own_span(p, right)) for p in shared]
    marks = [_marks(shelf, left, right, passage) for passage in shared]
    ours = _parts(shelf, left, [one for one, _ in spans], [one for found, _ in marks for one in found])
    theirs = _parts(shelf, right, [other for _, other in spans], [one for _, found in marks for one in found])
    table = rows([span for span, _ in ours], [span for span, _ in theirs], spans)
    paired = {(i, j) for one, other in spans for i in _in(ours, one) for j in _in(theirs, other)}
    return tuple(
        Line(
            a=tuple(ours[i][1] for i in us),
            b=tuple(theirs[j][1] for j in them),
            joined=len(us) == len(them) == 1 and (us[0], them[0]) in paired,
        )
        for us, them in table
    )


def _in(parts: Sequence[tuple[Span, Part]], span: Span) -> Iterable[int]:
    return (i for i, (block, _) in enumerate(parts) if block.overlaps(span))


def _marks(shelf: Shelf, left: str, right: str, passage: Passage) -> tuple[list[Marked], list[Marked]]:
    """What is marked of a passage on either side: that it is shared, and where it is word for word also what parts in it."""
    spans = (own_span(passage, left), own_span(passage, right))
    if passage.kind is PassageKind.REWORDED:
        return [Marked(spans[0], "reworded")], [Marked(spans[1], "reworded")]
    texts = [span.of(shelf.document(key).text) for span, key in zip(spans, (left, right), strict=True)]
    ours, theirs = (
        [Marked(span, "passage"), *(Marked(part.moved(span.start), "parting") for part in parts)]
        for span, parts in zip(spans, parting(texts), strict=True)
    )
    return ours, theirs


def _parts(shelf: Shelf, key: str, opens: Sequence[Span], marked: Sequence[Marked]) -> tuple[tuple[Span, Part], ...]:
    document = shelf.document(key)
    blocks = tuple(tiled(document.text, shelf.view.get(Profile, key)))
    edges = [place for _, span, _ in blocks for place in (span.start, span.end)]
    cut = pieces(document.text, Span(0, len(document.text)), marked, [*edges, *(span.start for span in opens)])
    out, at = [], 0
    for role, span, _ in blocks:
        while at < len(cut) and cut[at].end <= span.start:
            at += 1
        inside = []
        while at < len(cut) and cut[at].start < span.end:
            inside.append(cut[at])
            at += 1
        out.append((span, _part(role, inside, opens)))
    return tuple(out)


def _part(role: Role | None, inside: Sequence[Piece], opens: Sequence[Span]) -> Part:
    starts = {piece.start for piece in inside}
    return Part(
        role=wording.ROLES[role] if role else "",
        quiet=role in QUIET,
        headline=role is Role.HEADLINE,
        pieces=tuple(inside),
        opens=tuple((span.start, number) for number, span in enumerate(opens, 1) if span.start in starts),
    )
