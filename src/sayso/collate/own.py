"""What a report says in its own voice: what is neither somebody's words nor the frame around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from sayso.collate.ground import Ground
from sayso.collate.propositions import Proposition, propositions
from sayso.collate.told import ACTS, quoted_in
from sayso.collate.unclaimed import claims_nothing
from sayso.collate.voices import others_words
from sayso.collate.wording import lists, sentence_words
from sayso.documents import Role
from sayso.findings import Attribution, Reading
from sayso.folding import fold
from sayso.spans import Span, covered, hull, merged

FEWEST = 4
"""A sentence of one's own with fewer words claims nothing."""

LONG_QUOTATION = 60
"""Characters from which words between quotation marks are somebody's, even where nobody was found to say them."""

ALL_QUOTED = 0.85
"""The part of a sentence between quotation marks from which it is somebody's, however short, and the rest is marks and stops."""

RESUMED = re.compile(r"[\s,—–)”\"-]+(\w+)")

Framed = Mapping[int, Sequence[Attribution]]
"""For each sentence, by its place, the attributions that have an account in it."""


def own_voice(reading: Reading, ground: Ground, framed: Framed) -> Iterator[tuple[int, Proposition]]:
    """What each body sentence states beside what it lets others say, as far as that can be cut apart. Where nobody looked for
    whose words they are, nothing is the outlet's own.
    """
    others = _others(reading, ground, framed)
    starts = [span.start for span in others]
    set_apart = others_words(reading)
    for i, sentence in enumerate(ground.sentences):
        if sentence.role is not Role.BODY or any(sentence.span.overlaps(span) for span in reading.unread):
            continue
        whole = _after(sentence.span, set_apart).trimmed(reading.text)
        if not whole or any(whole.overlaps(span) for span in set_apart):
            continue
        frames = [_frame(said, sentence.span) for said in framed.get(i, ()) if _reports(reading.text, said)]
        for told in propositions(reading.text, whole, sentence.span):
            span = told.span
            near = others[max(0, bisect_right(starts, span.start) - 1) : bisect_left(starts, span.end)]
            taken = covered(c for other in near if (c := other.common(span)) is not None)
            inside = merged(c for frame in frames if (c := frame.common(span)) is not None)
            quoted = covered(quoted_in(reading, span))
            if (
                taken <= 0.5 * len(span)
                and quoted < ALL_QUOTED * len(span)
                and _tells(reading.text, span)
                and _has_more(reading.text, span, inside)
            ):
                yield i, told


def _others(reading: Reading, ground: Ground, framed: Framed) -> tuple[Span, ...]:
    """What is said by others, with what lies between their words and the cue."""
    found: list[Span] = []
    for i, said in framed.items():
        for attribution in said:
            found += [c for span in attribution.source if (c := span.common(ground.sentences[i].span)) is not None]
            spans = (*attribution.cue, *attribution.content)
            within = [c for span in spans if (c := span.common(ground.sentences[i].span)) is not None]
            if within:
                found.append(ground.sentences[i].span if attribution.stance in ACTS else hull(within))
    return merged(found + [q.outer for q in reading.annotation.quotations if len(q.inner) > LONG_QUOTATION])


def _after(sentence: Span, set_apart: Sequence[Span]) -> Span:
    """The sentence without what is set apart at its beginning, as a post that has no stop."""
    start = max((span.end for span in set_apart if span.start <= sentence.start < span.end < sentence.end), default=sentence.start)
    return Span(start, sentence.end)


def _frame(attribution: Attribution, sentence: Span) -> Span:
    """Who says it, that it is said, and what, in one sentence."""
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    within = [common for span in spans if (common := span.common(sentence)) is not None]
    return hull(within) if within else Span(sentence.start, sentence.start)


def _reports(text: str, attribution: Attribution) -> bool:
    """Whether its cue is a plain word of saying; others ("praised", "pointed to") tell a deed, which is the outlet's to tell."""
    return any(w.text in lists().reporting for cue in attribution.cue for w in sentence_words(text, cue))


def _has_more(text: str, span: Span, frames: Sequence[Span]) -> bool:
    """Whether a sentence that lets somebody speak also says something itself: before, or again after an inserted "…, X said, …"."""
    if not frames:
        return True
    before = sentence_words(text, Span(span.start, frames[0].start)) if frames[0].start > span.start else ()
    if before and before[0].text not in lists().hanging:
        verbs = (w.text in lists().finite or w.text in lists().pasts or w.text.endswith("ed") for w in before)
        if any(verbs):
            return True
    after = [RESUMED.match(text, frame.end, span.end) for frame in frames if frame.start > span.start]
    return any(match is not None and fold(match[1]).text in lists().finite for match in after)


def _tells(text: str, span: Span) -> bool:
    shown = span.of(text)
    if len(sentence_words(text, span)) < FEWEST or claims_nothing(text, span) or _only_names(shown):
        return False
    return not fold(shown[:80]).text.strip(" \"'").startswith(lists().exhorting)


def _only_names(shown: str) -> bool:
    """Whether all its words are names and numbers, as in the signature below a post."""
    said = re.findall(r"(?<![\w@#])[^\W\d_]{3,}", shown)
    return all(word[0].isupper() for word in said)
