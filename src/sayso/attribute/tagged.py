"""Quotations with who says them right after, where that was not read: "“It broke,” Brandt, the engineer, responded after …"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.attribute.quotes import Quotes
from sayso.attribute.raw import Raw
from sayso.attribute.words import listed
from sayso.spans import Span

FEWEST = 4
"""Words of a quotation that is a statement rather than a name."""

ENDS = ",?!."
"""What a quotation ends with before its tag."""

WHO = r"(?=\S)(?:\b(?:M[rs]s?|Dr|Sen|Rep|Gov|Gen|Col|Lt|[A-Z])\.|[^,.;:“”\"()\n]){1,50}?"
CAPITAL = re.compile(r"(?:.*\s)?[A-Z]|(?:he|she|they|the|a|an|his|her|their|one|another)\b", re.IGNORECASE)


@cache
def _tag() -> re.Pattern[str]:
    verbs = "|".join(sorted(listed("tags")))
    return re.compile(
        rf"\s(?P<who>{WHO})(?:, [^,“”\"\n]{{2,60}},)? (?:(?:later|also|then)\s)?(?P<cue>{verbs})\b"
        rf"|\s(?P<verb>{verbs})\s(?P<name>{WHO})(?=[,.;]|$| (?:in|on|at|during|when|after)\b)"
    )


SIGNED = re.compile(r"\s*(?P<cue>[―—–-])\s*(?P<who>[A-Z][\w.’'-]*(?:\s[\w.’'-]*\w){1,5}?)[.\s\u00a0]*(?:\n|$)")
"""Who signs a quotation that is a paragraph: "“It sank.” — Dana Holt"."""


def tagged(text: str, quotes: Quotes, raws: Sequence[Raw]) -> Iterator[Raw]:
    """The quotations that nobody is read to say, each with the source and the cue behind it."""
    read = sorted(span for raw in raws for span in raw.content)
    starts = [span.start for span in read]
    cues = sorted(span.start for raw in raws for span in raw.cue)
    for quotation in quotes.outermost:
        words = quotation.inner.of(text)
        if len(words.split()) < FEWEST or words[-1:] not in ENDS or _is_read(quotation.outer, read, starts):
            continue
        alone = not text[text.rfind("\n", 0, quotation.outer.start) + 1 : quotation.outer.start].strip()
        match = _tag().match(text, quotation.outer.end) or (SIGNED.match(text, quotation.outer.end) if alone else None)
        if match is None or bisect_left(cues, match.start()) != bisect_right(cues, match.end()):
            continue
        found = match.groupdict()
        who = Span(*match.span("who" if found["who"] else "name"))
        if CAPITAL.match(who.of(text)):
            cue = Span(*match.span("cue" if found["cue"] else "verb"))
            yield Raw((who,), (cue,), (quotation.outer,), "a quotation with who says it behind")


def _is_read(quotation: Span, read: Sequence[Span], starts: Sequence[int]) -> bool:
    """Whether a content holds more than half of it, or begins in it."""
    at = bisect_right(starts, quotation.start)
    near = read[max(0, at - 4) : at + 1]
    return any((common := span.common(quotation)) and 2 * len(common) > len(quotation) for span in near)
