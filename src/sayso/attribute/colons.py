"""Attributions by a colon alone: "SOURCE: CONTENT" in headlines, "SPEAKER: CONTENT" in transcripts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from sayso.attribute.raw import Raw
from sayso.attribute.words import listed
from sayso.documents import Role
from sayso.findings import Sentence
from sayso.spans import Span, words_of

SPEAKER = re.compile(r"(?P<name>[^\W\d_a-zªºß-öø-ÿ][^\s:;,\"“”()]*(?: [^\W\d_][^\s:;,\"“”()]*){0,4}?)(?P<colon>:)(?=\s+\S)")
FIRST_PERSONS = ("i", "we", "you")
AT_LEAST = 3
"""Paragraphs that must begin with a name and a colon before names in small letters count as speakers of a transcript."""


def raws_by_colons(text: str, sentences: Sequence[Sentence], places: Collection[int] = ()) -> Iterator[Raw]:
    """The attributions of headlines and paragraphs that open with a name and a colon; not one that begins at one of `places`."""
    opened = []
    for sentence in sentences:
        span = sentence.span
        if span.start and not text[max(0, text.rfind("\n", 0, span.start)) : span.start].isspace():
            continue
        match = SPEAKER.match(text, span.start, span.end)
        if match and not set(match["name"].lower().split()) & listed("labels"):
            opened.append((sentence, match))
    transcript = sum(sentence.role is Role.BODY for sentence, _ in opened) >= AT_LEAST
    for sentence, match in opened:
        headline = sentence.role is Role.HEADLINE
        names = all(word[0].isupper() for word in match["name"].split())
        words = set(match["name"].lower().split())
        says_where = match.start() in places or words & (listed("preposition") | listed("determiner"))
        topic = headline and (says_where or match["name"].isupper())
        if names and not topic and (headline or transcript or (match["name"].isupper() and len(match["name"]) > 2)):
            yield _raw(text, sentence.span, match, headline)


def without_spoken(text: str, raws: Sequence[Raw], spoken: Sequence[Raw]) -> Iterator[Raw]:
    """The attributions without those that only repeat one by a colon, and without "I think" in the speech of a transcript: that is
    how its speaker talks, and no statement beside what is said.
    """
    heads = [each.source[0].hull(each.cue[0]) for each in spoken]
    starts = [head.start for head in heads]
    for raw in raws:
        at = bisect_right(starts, raw.cue[0].start) - 1
        head, speech = (heads[at], spoken[at].content[0]) if at >= 0 else (None, None)
        repeats = head and any(head.overlaps(span) for span in (*raw.source, *raw.cue))
        own = speech and speech.contains(raw.cue[0]) and words_of(raw.source, text).lower() in FIRST_PERSONS
        if not repeats and not own:
            yield raw


def _raw(text: str, sentence: Span, match: re.Match[str], headline: bool) -> Raw:
    line_end = text.find("\n", match.end())
    end = sentence.end if headline else (line_end if line_end >= 0 else len(text))
    content = Span(match.end(), max(end, match.end())).trimmed(text)
    if headline:
        content = Span(content.start, content.start + len(content.of(text).rstrip(".")))
    source, cue = Span(match.start("name"), match.end("name")), Span(match.start("colon"), match.end("colon"))
    return Raw((source,), (cue,), (content,) if content else (), "headline with a colon" if headline else "speaker with a colon")
