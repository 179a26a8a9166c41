"""Half-open spans over a text, and the arithmetic on them. No other module computes with offsets of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[start, end)` of a text, counted in code points; it may be empty.

    Raises `ValueError` when made with a negative start or an end before its start.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end < self.start:
            raise ValueError(f"no such span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return self.end > self.start

    def of(self, text: str) -> str:
        """The words it covers. Raises `ValueError` when the text is too short to hold it."""
        if self.end > len(text):
            raise ValueError(f"[{self.start}, {self.end}) reaches beyond a text of {len(text)} characters")
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True when they share at least one character; an empty span overlaps nothing."""
        return max(self.start, other.start) < min(self.end, other.end)

    def common(self, other: Span) -> Span | None:
        """The stretch that both cover, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start < end else None

    def hull(self, other: Span) -> Span:
        """The shortest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def gap(self, other: Span) -> int:
        """How many characters lie between them; 0 when they touch or overlap."""
        return max(0, max(self.start, other.start) - min(self.end, other.end))

    def moved(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def within(self, outer: Span) -> Span:
        """The same stretch counted from the start of `outer`, which must contain it."""
        if not outer.contains(self):
            raise ValueError(f"{outer} does not contain {self}")
        return self.moved(-outer.start)

    def trimmed(self, text: str, off: str | None = None) -> Span:
        """Without white space (or the characters `off`) at either end."""
        words = self.of(text)
        left = len(words) - len(words.lstrip(off))
        kept = len(words.strip(off))
        return Span(self.start + left, self.start + left + kept)


Spans = tuple[Span, ...]


def hull(spans: Iterable[Span]) -> Span:
    """The shortest span that holds all of them. Raises `ValueError` when there are none."""
    ordered = sorted(spans)
    if not ordered:
        raise ValueError("no spans to hold")
    return Span(ordered[0].start, max(span.end for span in ordered))


def merged(spans: Iterable[Span], reach: int = 0) -> Spans:
    """Sorted, non-empty, with those that overlap, touch or lie at most `reach` characters apart joined into one."""
    out: list[Span] = []
    for span in sorted(filter(None, spans)):
        if out and span.start <= out[-1].end + reach:
            out[-1] = out[-1].hull(span)
        else:
            out.append(span)
    return tuple(out)


def covered(spans: Iterable[Span]) -> int:
    """How many characters they cover together, none counted twice."""
    return sum(len(span) for span in merged(spans))


def shared(a: Iterable[Span], b: Iterable[Span]) -> int:
    """How many characters both sets cover."""
    ours, theirs = merged(a), merged(b)
    return sum(len(common) for x in ours for y in theirs if (common := x.common(y)))


def words_of(spans: Iterable[Span], text: str, joint: str = " … ") -> str:
    """The words of several spans in order, with `joint` where something was left out between them."""
    return joint.join(span.of(text).strip() for span in sorted(spans))
