"""Documents for the tests of attribute: a text with the parties that are named, every mention found by its words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypedDict, Unpack

from sayso.annotate import annotated
from sayso.annotate.language import Recogniser
from sayso.attribute import attributions
from sayso.documents import Block, Credit, Document, Profile, Published, Role
from sayso.findings import Annotation, Attribution, LocalParty, Mention, MentionKind, NameType
from sayso.identity import identify
from sayso.spans import Span, words_of

PRONOUNS = {"he", "she", "they", "it", "who"}

RECOGNISE = Recogniser()


class Report(TypedDict, total=False):
    """What else there is to say of a report."""

    outlet: str | None
    headline: bool
    credited: tuple[Credit, ...]


def document(text: str) -> Document:
    return Document(identify("d", text), "a.txt", "a.txt", text)


def profile(
    text: str, outlet: str | None = "The Harbour Post", headline: bool = False, credited: tuple[Credit, ...] = ()
) -> Profile:
    """A profile in which every line is a paragraph of the body, the first a headline if so asked."""
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    blocks = tuple(Block(span, Role.HEADLINE if headline and not n else Role.BODY) for n, span in enumerate(spans))
    return Profile(document(text).id, outlet, None, None, (), Published(), "en", blocks, credited)


def party(text: str, name: str, kind: NameType, *mentions: str) -> LocalParty:
    """A party with all places where its name or one of the other mentions stands in the text."""
    found = []
    for words in (name, *mentions):
        mention = MentionKind.PRONOUN if words.lower() in PRONOUNS else MentionKind.NAME
        found += [Mention(Span(m.start(), m.end()), mention) for m in re.finditer(rf"\b{re.escape(words)}\b", text)]
    return LocalParty(identify("p", name), name, kind, mentions, tuple(sorted(found, key=lambda m: m.span)))


def annotation(text: str, headline: bool, parties: tuple[LocalParty, ...]) -> Annotation:
    return replace(annotated(document(text), profile(text, headline=headline), RECOGNISE), parties=parties)


def said(
    text: str,
    *parties: LocalParty,
    outlet: str | None = "The Harbour Post",
    headline: bool = False,
    credited: tuple[Credit, ...] = (),
) -> tuple[Attribution, ...]:
    """The attributions of a text."""
    return attributions(document(text), profile(text, outlet, headline, credited), annotation(text, headline, parties))


def shown(text: str, attribution: Attribution) -> tuple[str, str, str]:
    """Source, cue and content as words."""
    return words_of(attribution.source, text), words_of(attribution.cue, text), words_of(attribution.content, text)


def only(text: str, *parties: LocalParty, **more: Unpack[Report]) -> Attribution:
    """The one attribution of a text that has one."""
    (attribution,) = said(text, *parties, **more)
    return attribution


def with_cue(text: str, cue: str, *parties: LocalParty, **more: Unpack[Report]) -> Attribution:
    """The attribution with a cue word among others."""
    found = [a for a in said(text, *parties, **more) if words_of(a.cue, text) == cue]
    assert len(found) == 1, [shown(text, a) for a in said(text, *parties, **more)]
    return found[0]
