"""Attributions by a colon alone: "SOURCE: CONTENT" in headlines, "SPEAKER: CONTENT" in transcripts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from sayso.attribute.raw import Raw
from sayso.attribute.words import listed
from sayso.documents import Role
from sayso.findings import Sentence
from sayso.spans import Span

SPEAKER = re.compile(r"(?P<name>[^\W\d_a-zªºß-öø-ÿ][^\s:;,\"“”()]*(?: [^\W\d_][^\s:;,\"“”()]*){0,4}?)(?P<colon>:)(?=\s+\S)")
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


def _raw(text: str, sentence: Span, match: re.Match[str], headline: bool) -> Raw:
    line_end = text.find("\n", match.end())
    end = sentence.end if headline else (line_end if line_end >= 0 else len(text))
    content = Span(match.end(), max(end, match.end())).trimmed(text)
    if headline:
        content = Span(content.start, content.start + len(content.of(text).rstrip(".")))
    source, cue = Span(match.start("name"), match.end("name")), Span(match.start("colon"), match.end("colon"))
    return Raw((source,), (cue,), (content,) if content else (), "headline with a colon" if headline else "speaker with a colon")
