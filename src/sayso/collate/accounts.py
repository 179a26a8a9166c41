"""Which stretches of a report are accounts of something: what it lets others say, and what it says in its own voice."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sayso.collate.parties import Joined
from sayso.collate.told import ACTS, Named, Told, quoted_in
from sayso.collate.wording import lists, sentence_words, terms
from sayso.documents import Role
from sayso.findings import Account, Attribution, Reading, Sentence, Stance
from sayso.folding import fold
from sayso.identity import identify
from sayso.spans import Span, covered, hull, merged

DONE_BY_SAYING = (Stance.URGES, Stance.ASKS, Stance.PROMISES)
"""Stances that are deeds: within another's words ("they ordered him to go, said the ministry") they are part of what it says."""

FEWEST = 4
"""A sentence of one's own with fewer words claims nothing."""

MOSTLY = 0.6
"""The part of a piece of content that another attribution within it must make up to stand for it."""

LONG_QUOTATION = 60
"""Characters from which words between quotation marks are somebody's, even where nobody was found to say them."""


def told(reading: Reading, joined: Joined) -> tuple[Told, ...]:
    """All accounts of one document in order of its text."""
    named = Named(reading, joined)
    return tuple(sorted(_all(reading, joined, named), key=lambda t: (t.span, t.attribution is None, t.id)))


def _all(reading: Reading, joined: Joined, named: Named) -> Iterator[Told]:
    ground = _Ground(reading.annotation.sentences)
    kept = [_pieces(reading, a, ground) for a in reading.attributions]
    by_sentence: dict[int, list[tuple[Attribution, Span]]] = {}
    for attribution, pieces in zip(reading.attributions, kept, strict=True):
        for sentence, span in pieces:
            by_sentence.setdefault(sentence, []).append((attribution, span))
    for attribution, pieces in zip(reading.attributions, kept, strict=True):
        speaker = joined.behind(attribution.speaker)
        for sentence, span in pieces:
            if not any(_given_within(span, attribution, piece, other) for other, piece in by_sentence[sentence]):
                yield _told(reading, attribution, sentence, span, speaker.id if speaker else None, named)
    for sentence, span in _own_voice(reading, ground):
        yield _told(reading, None, sentence, span, None, named)


class _Ground:
    """The sentences of a document, found by place."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self._starts = [s.span.start for s in sentences]

    def under(self, span: Span) -> Iterator[int]:
        """The places of the sentences that a span overlaps."""
        i = max(0, bisect_right(self._starts, span.start) - 1)
        while i < len(self.sentences) and self.sentences[i].span.start < span.end:
            if self.sentences[i].span.overlaps(span):
                yield i
            i += 1


def _pieces(reading: Reading, attribution: Attribution, ground: _Ground) -> list[tuple[int, Span]]:
    """The content of an attribution sentence by sentence: each piece stands for one proposition."""
    parts: dict[int, list[Span]] = {}
    is_act = attribution.stance in ACTS
    spans = (*attribution.source, *attribution.cue, *attribution.content) if is_act else attribution.content
    for span in spans:
        for i in ground.under(span):
            if (common := span.common(ground.sentences[i].span)) is not None:
                parts.setdefault(i, []).append(common)
    out = []
    for i, found in sorted(parts.items()):
        span = hull(found).trimmed(reading.text)
        if not span or ground.sentences[i].role not in (Role.BODY, Role.HEADLINE):
            continue
        if is_act and not any(cue.overlaps(ground.sentences[i].span) for cue in attribution.cue):
            continue
        in_passing = not attribution.source and len(span) < 0.5 * len(ground.sentences[i].span)
        if is_act or (_says_something(reading, attribution, span) and not in_passing):
            out.append((i, span))
    return out


def _says_something(reading: Reading, attribution: Attribution, span: Span) -> bool:
    """Whether content is more than a question or a bare word ("it", "the attack"), unless that is denied, confirmed or quoted."""
    said = sentence_words(reading.text, span)
    if not said or _asks(span.of(reading.text)):
        return False
    ruled_on = attribution.stance in (Stance.DENIES, Stance.CONFIRMS)
    return ruled_on or len(terms(said)) > 1 or bool(quoted_in(reading, span))


def _given_within(span: Span, outer: Attribution, piece: Span, inner: Attribution) -> bool:
    """Whether another attribution stands for a piece of content: it is mostly that one, nearer to the words' speaker ("X said, said
    Y"), or the piece is what somebody was told to do, or does "allegedly", within that one.
    """
    if inner.id == outer.id:
        return False
    if (outer.stance in DONE_BY_SAYING or not outer.source) and piece.contains(span) and inner.source:
        return len(piece) > len(span) or not outer.source
    if inner.stance in DONE_BY_SAYING or not any(span.contains(source) for source in inner.source):
        return False
    if span == piece:
        return (inner.cue, inner.id) < (outer.cue, outer.id)
    frame = (part for part in (*inner.source, *inner.cue, piece) if part.overlaps(span))
    within = hull(frame).common(span) if piece.overlaps(span) else None
    nested = all(span.contains(cue) for cue in inner.cue) and (piece.start > span.start or not _cues_lie_in(outer, piece))
    return within is not None and nested and len(within) >= MOSTLY * len(span)


def _cues_lie_in(attribution: Attribution, span: Span) -> bool:
    return all(span.contains(cue) for cue in attribution.cue)


def _own_voice(reading: Reading, ground: _Ground) -> Iterator[tuple[int, Span]]:
    """Body sentences that are mostly neither somebody's words nor the frame around them. Where nobody looked for whose words they
    are, nothing is the outlet's own.
    """
    said = [(*a.cue, *a.content) for a in reading.attributions]
    whole = [hull(near) for spans in said for near in _by_sentence(spans, ground)]
    acts = [cue for a in reading.attributions if a.stance in ACTS for cue in a.cue]
    whole += [ground.sentences[i].span for cue in acts for i in ground.under(cue)]
    whole += [span for a in reading.attributions for span in a.source]
    others = merged(whole + [q.outer for q in reading.annotation.quotations if len(q.inner) > LONG_QUOTATION])
    starts = [span.start for span in others]
    for i, sentence in enumerate(ground.sentences):
        if sentence.role is not Role.BODY or any(sentence.span.overlaps(span) for span in reading.unread):
            continue
        span = sentence.span.trimmed(reading.text)
        near = others[max(0, bisect_right(starts, span.start) - 1) : bisect_left(starts, span.end)]
        taken = covered(c for other in near if (c := other.common(span)) is not None)
        if span and taken <= 0.5 * len(span) and _tells(span.of(reading.text), reading.text, span):
            yield i, span


def _by_sentence(spans: Sequence[Span], ground: _Ground) -> list[list[Span]]:
    """The parts of the spans in each sentence."""
    parts: dict[int, list[Span]] = {}
    for span in spans:
        for i in ground.under(span):
            if (common := span.common(ground.sentences[i].span)) is not None:
                parts.setdefault(i, []).append(common)
    return [parts[i] for i in sorted(parts)]


def _tells(sentence: str, text: str, span: Span) -> bool:
    if len(sentence_words(text, span)) < FEWEST or _asks(sentence) or _only_names(sentence):
        return False
    return not fold(sentence[:80]).text.strip(" \"'").startswith(lists().exhorting)


def _only_names(sentence: str) -> bool:
    """Whether all its words are names and numbers, as in the signature below a post."""
    said = re.findall(r"(?<![\w@#])[^\W\d_]{3,}", sentence)
    return all(word[0].isupper() for word in said)


def _asks(sentence: str) -> bool:
    return sentence.rstrip(" \t\n\"'”’»)").endswith("?")


def _told(
    reading: Reading, attribution: Attribution | None, sentence: int, span: Span, speaker: str | None, named: Named
) -> Told:
    key = attribution.id if attribution else None
    stance = attribution.stance if attribution else Stance.STATES
    account = Account(identify("ac", reading.id, span, key), reading.id, span, key, stance, reading.profile.outlet)
    return Told(account, reading, attribution, sentence, speaker, named)
