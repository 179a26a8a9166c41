"""Refusals in the words that reports always use for them: "declined to comment", "could not be reached", "did not respond"; and
what somebody leaves open: "neither confirmed nor denied", "did not rule out".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sayso.attribute.heads import who_stands_before
from sayso.attribute.raw import Raw
from sayso.attribute.words import listed
from sayso.documents import Role
from sayso.findings import Sentence
from sayso.spans import Span

NOT = r"(?:did|do|does|has|have|had)(?: not|n['’]t)(?: yet| immediately| directly)?"
ASKED = (
    r"(?:[^\s.,;:]+ ){0,7}?(?:requests?|calls?|messages?|questions?|[ie]nquir(?:y|ies)|e-?mails?|comment)\b"
    r"(?: (?:for|seeking) comment)?"
)
OPENED = r"(?:(?:would|will|did|do|does|has|have|had|could)(?: not|n['’]t)|refused to|declined to|failed to)"
CLAUSE = r"[^\s,;:“”\"](?:[^;:“”\"\n](?!, (?:but|and|which|while|saying|adding)\b))*?[^\s,;:.!?]{2}(?=[.!?]?$|, |; )"
"""What was left open, up to the end of its clause."""

REFUSALS = (
    rf"({NOT} (?:respond(?:ed)?|repl(?:y|ied)) to) ({ASKED})",
    rf"({NOT} (?:return|answer)(?:ed)?) ({ASKED})",
    r"(could not(?: immediately)? be reached) (for (?:further )?comment)",
    r"(had|has|have|offered) (no (?:further |immediate )?comment)",
    rf"(?<=[a-z] )(?P<nobody>(?:respond|repli)ed to) ({ASKED})",
    r"((?:(?:has|have|had) )?declined) (to comment(?: further)?)",
    rf"((?:(?:would|will|could|can|did|has|have|had) )?neither confirm(?:ed|s)? n?or (?:deny|denied|denies)) ({CLAUSE})",
    rf"({OPENED}(?: explicitly| immediately| yet)? (?:ruled? out|den(?:y|ied))) ({CLAUSE})",
    rf"((?:could|can)(?: not|n['’]t) (?:immediately |independently )*(?:confirm|verify|corroborate)) ({CLAUSE})",
)
"""A cue and what was asked for, refused or left open."""

REFUSAL = re.compile("|".join(rf"\b{pattern}\b" for pattern in REFUSALS))


def refusals(text: str, sentences: Sequence[Sentence], found: Sequence[Raw]) -> Iterator[Raw]:
    """The refusals in the sentences of the body that none of those found holds, each with whoever stands before it."""
    cues = sorted(span for raw in found for span in raw.cue)
    starts = [span.start for span in cues]
    for sentence in sentences:
        if sentence.role is not Role.BODY:
            continue
        for match in REFUSAL.finditer(text, sentence.span.start, sentence.span.end):
            at = bisect_right(starts, match.end()) - 1
            raw = _raw(text, sentence.span, match)
            if not (at >= 0 and cues[at].end > match.start()) and raw is not None:
                yield raw


def _raw(text: str, sentence: Span, match: re.Match[str]) -> Raw | None:
    cue, content = (Span(*match.span(place)) for place, words in enumerate(match.groups(), 1) if words)
    source = who_stands_before(text, Span(sentence.start, cue.start))
    if source and match["nobody"] and source.of(text).split()[0].lower() not in listed("nobody"):
        return None
    return Raw((source,), (cue,), (content,), f"a refusal (“{cue.of(text)}”)") if source else None
