"""Quotations: which marks open one, which close it, and which are only apostrophes.

Marks are read by where they stand rather than by their shape alone, since crawled text mixes the shapes up: a mark after a space
and before a word opens, one after a word and before a space closes. Single marks count only in pairs, or else each is an
apostrophe.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from sayso.annotate.sentences import SPOKEN
from sayso.documents import Block
from sayso.findings import Quotation
from sayso.spans import Span

MARK = re.compile(r"``|''|[\"“”„‟«»'‘’‚‹›]")
PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n")
SINGLE = "'‘’‚‹›"
NEARBY = 8
"""Marks looked at to tell a possessive from a closing mark; what decides it stands in the same few lines."""
DOUBLE = frozenset(("``", "''", '"', "“", "”", "„", "‟", "«", "»"))
OPENERS = frozenset(("``", "“", "„", "‟", "«", "‘", "‚", "‹"))
CLOSERS = frozenset(("''", "”", "»", "’", "›"))
BEFORE_OPENING = "([{—–-/:…*"
AFTER_CLOSING = ".,;:!?)]}…—–-/"
ELIDED = re.compile(
    r"(?:\d0s|\d\d\b|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|(?:em|til|tis|twas|cause|n|bout|round)\b)",
    re.IGNORECASE,
)
INTRODUCED = re.compile(r":\s*$")
CUT_SHORT = re.compile(r"[,.]")


class _Turn(Enum):
    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    double: bool
    turn: _Turn
    possessive: bool = False


def quotations(text: str, blocks: Sequence[Block]) -> tuple[Quotation, ...]:
    """All quotations in blocks that are part of the report, by place, a nested one after the one it stands in.

    One that is never closed ends with its paragraph; where the next paragraph opens with a mark again, that is one of its own.
    """
    found = [q for block in blocks if block.role in SPOKEN for part in _paragraphs(text, block.span) for q in _quoted(text, part)]
    return tuple(sorted(found, key=lambda q: (q.outer.start, -q.outer.end)))


def _paragraphs(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for gap in PARAGRAPH_END.finditer(text, block.start, block.end):
        yield Span(start, gap.start()).trimmed(text)
        start = gap.end()
    yield Span(start, block.end).trimmed(text)


def _quoted(text: str, paragraph: Span) -> Iterator[Quotation]:
    marks = [_mark(text, paragraph, Span(m.start(), m.end())) for m in MARK.finditer(text, paragraph.start, paragraph.end)]
    marks = [mark for mark in marks if mark.turn is not _Turn.NEITHER]
    open_marks: list[_Mark] = []
    closed: list[Quotation] = []
    for place, mark in enumerate(marks):
        opener = _last(open_marks, mark.double)
        if opener is not None and mark.turn is not _Turn.OPENS:
            if mark.possessive and _closes_later(marks, place):
                continue
            while open_marks.pop() is not opener:
                pass
            if opener.span.end < mark.span.start:
                closed.append(Quotation(opener.span.hull(mark.span), Span(opener.span.end, mark.span.start)))
        elif mark.turn is _Turn.OPENS or (mark.turn is _Turn.EITHER and mark.double):
            open_marks.append(mark)
    yield from closed
    yield from _never_closed(text, paragraph, [mark.span for mark in open_marks if mark.double], closed)


def _mark(text: str, paragraph: Span, span: Span) -> _Mark:
    """A mark with what it can do where it stands."""
    shape = span.of(text)
    before = text[span.start - 1] if span.start > paragraph.start else " "
    after = text[span.end] if span.end < paragraph.end else " "
    double = shape in DOUBLE
    if not double and before.isalnum() and after.isalnum():
        return _Mark(span, double, _Turn.NEITHER)
    can_open = not after.isspace() and (before.isspace() or before in BEFORE_OPENING or _is_opening(before, text, span.start - 1))
    can_close = not before.isspace() and (after.isspace() or after in AFTER_CLOSING or MARK.match(after) is not None)
    if can_open == can_close and (double or can_open):
        turn = _Turn.OPENS if shape in OPENERS else _Turn.CLOSES if shape in CLOSERS else _Turn.EITHER
    elif can_open:
        turn = _Turn.NEITHER if not double and shape != "‘" and ELIDED.match(text, span.end) else _Turn.OPENS
    elif can_close:
        turn = _Turn.CLOSES
    else:
        turn = _Turn.NEITHER
    possessive = not double and before in "sS" and turn is _Turn.CLOSES and text[span.end : span.end + 2].strip().islower()
    return _Mark(span, double, turn, possessive)


def _is_opening(before: str, text: str, place: int) -> bool:
    if before in OPENERS:
        return True
    return MARK.match(before) is not None and (place == 0 or text[place - 1].isspace())


def _last(open_marks: Sequence[_Mark], double: bool) -> _Mark | None:
    """The innermost open mark of that kind; a single mark never closes what was opened outside an open double one."""
    for mark in reversed(open_marks):
        if mark.double == double:
            return mark
        if not double:
            return None
    return None


def _closes_later(marks: Sequence[_Mark], place: int) -> bool:
    """Whether a surer single mark follows before anything else opens: then the one at `place` is a possessive's apostrophe."""
    for mark in marks[place + 1 : place + 1 + NEARBY]:
        if mark.double or mark.turn is not _Turn.CLOSES:
            return False
        if not mark.possessive:
            return True
    return False


def _never_closed(text: str, paragraph: Span, openers: Sequence[Span], closed: Sequence[Quotation]) -> Iterator[Quotation]:
    """To the end of the paragraph; but where another opens later, its own closing mark was lost, as a rule after a comma."""
    starts = sorted(q.outer.start for q in closed if text[q.outer.start] not in SINGLE)
    for number, opener in enumerate(openers):
        place = bisect_right(starts, opener.start)
        end = paragraph.end
        if number + 1 < len(openers):
            end = _closing_lost(text, opener.end, openers[number + 1].start)
        elif place < len(starts) and not _holds_all(text, paragraph, opener):
            end = _closing_lost(text, opener.end, starts[place])
        span = Span(opener.start, end).trimmed(text)
        if span.end > opener.end:
            yield Quotation(span, Span(opener.end, span.end), closed=False)


def _holds_all(text: str, paragraph: Span, opener: Span) -> bool:
    """At the head of a paragraph or after a colon, what opens goes on past whatever is quoted inside it."""
    return opener.start == paragraph.start or INTRODUCED.search(text, max(0, opener.start - 5), opener.start) is not None


def _closing_lost(text: str, start: int, limit: int) -> int:
    cut = CUT_SHORT.search(text, start, limit)
    return cut.end() if cut else limit
