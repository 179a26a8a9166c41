"""Posts that a report shows as they stand: what is written above a line with the writer's name and handle is what they wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.attribute.raw import Raw
from sayso.spans import Span, covered, shared

SIGNED = re.compile(r"[—–]\s?(?P<name>[^\W\d_][^\n()—–]{0,58}?)\s?(?P<handle>\(@\w{1,20}\))")
"""How an embedded post ends: a dash, its writer's name, and the handle in brackets."""

BEHIND = re.compile(r"\s+(?:[^\W\d_]{3,9}\.? \d{1,2}, \d{4}|\d{1,2} [^\W\d_]{3,9}\.? \d{4})")
"""The day of a post, which stands behind its writer's handle."""

LINKS = re.compile(r"(?:\s|https?://\S+|\bpic\.twitter\.com/\w+|\bt\.co/\w+)+$")
MOST_SAID = 0.5
"""The part of a post from which on somebody is said to say it already."""


def posts(text: str, found: Sequence[Raw]) -> Iterator[Raw]:
    """The posts in a text, each with its writer as source and the handle as cue, unless somebody is said to say them already."""
    said = [span for raw in found for span in raw.content]
    end = 0
    for signed in SIGNED.finditer(text):
        line = text.rfind("\n", 0, signed.start()) + 1
        content = _written(text, Span(max(line, min(end, signed.start())), signed.start()), end)
        behind = BEHIND.match(text, signed.end())
        end = behind.end() if behind else signed.end()
        if content and shared((content,), said) < MOST_SAID * covered((content,)):
            cue, source = Span(*signed.span("handle")), Span(*signed.span("name"))
            yield Raw((source,), (cue,), (content,), "a post, signed with its writer's name and handle")


def _written(text: str, before: Span, free: int) -> Span | None:
    """The words of a post: those of its line, or of the paragraph above where the signature is a line of its own."""
    written = _without_links(text, before)
    if written:
        return written
    above = text[free : before.start].rstrip()
    end = free + len(above)
    return _without_links(text, Span(max(free, text.rfind("\n", 0, end) + 1), end)) if above else None


def _without_links(text: str, span: Span) -> Span | None:
    trimmed = span.trimmed(text)
    links = LINKS.search(trimmed.of(text))
    kept = Span(trimmed.start, trimmed.start + links.start()).trimmed(text) if links else trimmed
    return kept if kept and any(c.isalpha() for c in kept.of(text)) else None
