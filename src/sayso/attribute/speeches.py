"""Speeches: quotations that go on with an attributed one, in the same paragraph or in those that follow."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attribute.raw import Raw
from sayso.findings import Quotation, Sentence
from sayso.spans import Span, merged

FEWEST = 4
"""Words of a quotation that can be no heading."""

AFTER_ONE_SPEAKER = "a quotation by itself, after a paragraph in which one speaks and nobody else"

LONGEST_TAG = 120
"""Characters after a quotation that can only tell who says it."""


def with_the_rest(text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], raws: Sequence[Raw]) -> list[Raw]:
    """The attributions, each with the quotations that go on with its own: those that open a sentence of their own and are parted
    from the speaker's last words by no sentence of the reporter's.
    """
    out = list(raws)
    starts = [sentence.span.start for sentence in sentences]
    owners = _owners(out, quotations)
    cues = sorted(span for raw in raws for span in raw.cue)
    for place in range(1, len(quotations)):
        before, quote = quotations[place - 1], quotations[place]
        owner = owners[place - 1]
        if owners[place] is not None or owner is None:
            continue
        raw = out[owner]
        if _goes_on(text, starts, before, quote) or _goes_on_below(text, raw, cues, before, quote):
            out[owner] = replace(raw, content=merged((*raw.content, quote.outer)))
            owners[place] = owner
    alone = [quote for quote, owner in zip(quotations, owners, strict=True) if owner is None]
    return [*out, *_after_one_speaker(text, alone, raws)]


def _after_one_speaker(text: str, quotations: Sequence[Quotation], raws: Sequence[Raw]) -> Iterator[Raw]:
    """Quotations that nobody is said to say and that are a paragraph of their own, as words of the only one who speaks in the
    paragraph before: "The mayor said she knew him. / “He was kind.”".
    """
    by_cue = sorted((raw for raw in raws if raw.cue), key=lambda raw: raw.cue[0].start)
    cues = [raw.cue[0].start for raw in by_cue]
    for quote in quotations:
        if not quote.closed or len(quote.inner.of(text).split()) < FEWEST or not _stands_alone(text, quote):
            continue
        before = _paragraph_before(text, quote.outer.start)
        speaking = by_cue[bisect_left(cues, before.start) : bisect_left(cues, before.end)]
        if speaking and all(raw.source and raw.source == speaking[-1].source for raw in speaking):
            yield Raw(speaking[-1].source, (), (quote.outer,), AFTER_ONE_SPEAKER)


def _paragraph_before(text: str, start: int) -> Span:
    """The paragraph that ends before a place; empty at the head of the text."""
    end = start
    while end and text[end - 1].isspace():
        end -= 1
    return Span(text.rfind("\n", 0, end) + 1, end)


def _owners(raws: Sequence[Raw], quotations: Sequence[Quotation]) -> list[int | None]:
    """For each quotation the attribution with the shortest content that holds or ends with it."""
    ends = [q.outer.end for q in quotations]
    owners: list[int | None] = [None] * len(quotations)
    length: list[int] = [0] * len(quotations)
    for number, raw in enumerate(raws):
        for span in raw.content:
            for place in range(bisect_right(ends, span.start), len(quotations)):
                if quotations[place].outer.start >= span.end:
                    break
                common = span.common(quotations[place].outer)
                closer = owners[place] is None or len(span) < length[place]
                if closer and common and 2 * len(common) > len(quotations[place].outer):
                    owners[place], length[place] = number, len(span)
    return owners


def _goes_on(text: str, starts: Sequence[int], before: Quotation, quote: Quotation) -> bool:
    gap = Span(before.outer.end, quote.outer.start)
    between = gap.of(text)
    if not between.strip():
        return "\n" not in between or not before.closed or _stands_alone(text, quote)
    if "\n" in between.strip(" \t") or not before.closed:
        return False
    opened = bisect_left(starts, gap.start), bisect_left(starts, gap.end)
    return opened[0] == opened[1] and opened[1] < len(starts) and starts[opened[1]] <= gap.end


def _goes_on_below(text: str, raw: Raw, cues: Sequence[Span], before: Quotation, quote: Quotation) -> bool:
    """Whether a quotation that is a paragraph of its own follows one that ended with who says it: "“It broke,” he said."."""
    gap = Span(before.outer.end, quote.outer.start)
    tag = text[gap.start : gap.end].split("\n")[0]
    tagged = len(tag) <= LONGEST_TAG and any(gap.contains(cue) for cue in raw.cue)
    if not tagged or len(quote.inner.of(text).split()) < FEWEST or not _stands_alone(text, quote):
        return False
    between = cues[bisect_left(cues, gap.start, key=_start) : bisect_left(cues, gap.end, key=_start)]
    own = (*raw.source, *raw.cue)
    nobody_else = all(any(span.overlaps(one) for one in own) for span in between)
    return nobody_else and not text[gap.start + len(tag) : gap.end].strip()


def _start(span: Span) -> int:
    return span.start


def _stands_alone(text: str, quote: Quotation) -> bool:
    """Whether a quotation is a paragraph of its own."""
    line_end = text.find("\n", quote.outer.end)
    after = text[quote.outer.end : line_end if line_end >= 0 else len(text)]
    line_start = text.rfind("\n", 0, quote.outer.start) + 1
    return not after.strip(" \t.,") and not text[line_start : quote.outer.start].strip()
