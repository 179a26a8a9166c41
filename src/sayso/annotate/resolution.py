"""Who is meant by "he", "it", "the ministry" or "the prime minister": the nearest party that fits, and nobody when in doubt.

Only what stands outside quotation marks is resolved: within them another speaker counts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from sayso.annotate.aliases import table_name, words_of
from sayso.annotate.bearers import gender_of, titles_of
from sayso.annotate.group import Group
from sayso.annotate.lexicon import table, words_in
from sayso.annotate.telling import speaks
from sayso.findings import Mention, MentionKind, NameType, Quotation, Sentence
from sayso.spans import Span

REACH = 3
"""Sentences back in which a pronoun's party may have been mentioned last; a mention by pronoun counts, so a chain may go on."""

OFFICE_REACH = 12
"""Sentences back in which a person so titled may have been mentioned last for "the minister" to be them."""


@dataclass(slots=True)
class Known:
    """A group with what the document told of it so far."""

    group: Group
    titles: frozenset[str] = frozenset()
    gender: str | None = None
    mentions: list[Mention] = field(default_factory=list)


class Seen(NamedTuple):
    """A mention in the order of the text: which party, in which sentence, where, and whether it does the telling there."""

    known: Known
    sentence: int
    span: Span
    speaks: bool


def resolve(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], groups: Sequence[Group]
) -> dict[int, tuple[Mention, ...]]:
    """Mentions by pronoun and by role, for each group by its place in `groups`."""
    known = [Known(group, titles_of(text, group), gender_of(text, group)) for group in groups]
    named = sorted(((span, k) for k in known for span in k.group.places), key=lambda item: item[0])
    quoted = _Quoted(quotations)
    seen: list[Seen] = []
    place = 0
    for number, sentence in enumerate(sentences):
        start = place
        while place < len(named) and named[place][0].start < sentence.span.end:
            place += 1
        for span, what in _events(text, sentence.span, named[start:place]):
            if isinstance(what, Known):
                seen.append(Seen(what, number, span, speaks(text, span)))
            elif not quoted.holds(span) and (found := _meant(what, span, number, seen, text)) and found.group.forms:
                kind = MentionKind.PRONOUN if what.lower() in PRONOUNS else MentionKind.ROLE
                found.mentions.append(Mention(span, kind))
                if kind is MentionKind.PRONOUN and found.group.type is NameType.PERSON:
                    found.gender = found.gender or PRONOUNS[what.lower()]
                seen.append(Seen(found, number, span, speaks(text, span)))
    return {i: tuple(k.mentions) for i, k in enumerate(known) if k.mentions}


def _events(text: str, sentence: Span, named: Sequence[tuple[Span, Known]]) -> list[tuple[Span, Known | str]]:
    """What a sentence mentions, in order: named parties, words to be resolved, and persons without a name."""
    events: list[tuple[Span, Known | str]] = [(span, known) for span, known in named if span.start >= sentence.start]
    names = [span for span, _ in named]
    for match in _pattern().finditer(text, sentence.start, sentence.end):
        span = Span(match.start(), match.end())
        if not any(span.overlaps(name) for name in names):
            events.append((span, match[0]))
    for match in _unnamed().finditer(text, sentence.start, sentence.end):
        span = Span(match.start("role"), match.end("role"))
        apposed = any(0 <= match.start() - name.end <= 2 for name in names) and match[0][0] not in "’'"
        if not apposed:
            events.append((span, Known(Group(NameType.PERSON))))
    return sorted(events, key=lambda event: (event[0].start, -event[0].end))


@cache
def _unnamed() -> re.Pattern[str]:
    """A person without a name: no name stands before it or follows at once."""
    words = "|".join(
        sorted(
            (re.escape(w) for w in {*table("institutions")["unnamed"], *table("institutions")["offices"]}),
            key=lambda w: (-len(w), w),
        )
    )
    return re.compile(rf"(?:\b(?:[Aa]n?|[Aa]nother|[Oo]ne)|[’']s?)\s(?:[\w-]+\s){{0,3}}?(?P<role>{words})\b(?!,?\s[A-Z])")


PRONOUNS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female", "it": "thing"}


@cache
def _pattern() -> re.Pattern[str]:
    lists = table("institutions")
    roles = sorted((*lists["by_head"], *lists["by_nearness"], *lists["offices"], "government"), key=lambda r: (-len(r), r))
    return re.compile(
        rf"\b(?:he|him|his|she|her|it)\b(?!['’])|\bthe (?:{'|'.join(re.escape(r) for r in roles)})\b(?![’'-]?\w)", re.IGNORECASE
    )


class _Quoted:
    """Which places stand within quotation marks."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for q in sorted(quotations, key=lambda q: q.outer):
            if not self.ends or q.outer.end > self.ends[-1]:
                self.starts.append(q.outer.start)
                self.ends.append(q.outer.end)

    def holds(self, span: Span) -> bool:
        place = bisect_right(self.starts, span.start) - 1
        return place >= 0 and span.end <= self.ends[place]


def _meant(words: str, span: Span, sentence: int, seen: Sequence[Seen], text: str) -> Known | None:
    low = " ".join(words.lower().split())
    if low in PRONOUNS:
        return _thing(span, sentence, seen, text) if low == "it" else _person(low, sentence, seen)
    role = low.removeprefix("the ")
    lists = table("institutions")
    if role == "government":
        return _government(span, sentence, seen, text)
    if role in lists["by_head"]:
        return _by_head(role, sentence, seen) or _by_telling(role, span, sentence, seen, text)
    if role in lists["by_nearness"]:
        return _by_nearness(sentence, seen)
    return _by_office(role, span, sentence, seen, text)


def _person(pronoun: str, sentence: int, seen: Sequence[Seen]) -> Known | None:
    """The one person of that gender in the nearest sentence that has any; of several only one who speaks there, and only for a
    pronoun that may speak too. One of unknown gender is meant only where nobody of that gender was named lately.
    """
    gender = PRONOUNS[pronoun]
    lately = [s for s in _back(seen, sentence, 2 * REACH) if s.known.group.type is NameType.PERSON]
    for back in range(REACH + 1 if pronoun in ("he", "she") else 2):
        here = [s for s in _in_sentence(seen, sentence - back) if s.known.group.type is NameType.PERSON]
        sure = [s for s in here if s.known.gender == gender]
        if not sure and (unknown := [s for s in here if s.known.gender is None]):
            if any(s.known.gender == gender for s in lately):
                return None
            sure = unknown
        different = {id(s.known): s.known for s in sure}
        if len(different) == 1:
            return sure[0].known
        if different:
            speakers = {id(s.known): s.known for s in sure if s.speaks}
            return next(iter(speakers.values())) if len(speakers) == 1 and pronoun in ("he", "she") else None
    return None


def _thing(span: Span, sentence: int, seen: Sequence[Seen], text: str) -> Known | None:
    """ "It" only where it speaks, and only for the organisation or country that spoke last or is the only one just before."""
    if not speaks(text, span):
        return None
    for back in (0, 1):
        here = [s for s in _in_sentence(seen, sentence - back) if s.known.group.type in (NameType.ORGANIZATION, NameType.PLACE)]
        speakers = [s for s in here if s.speaks]
        if speakers:
            return speakers[-1].known
        organizations = {id(s.known): s.known for s in here if s.known.group.type is NameType.ORGANIZATION}
        if len(organizations) == 1 and here[0].known.group.type is NameType.ORGANIZATION:
            return here[0].known
        if here:
            return here[0].known if len({id(s.known) for s in here}) == 1 else None
    return None


def _government(span: Span, sentence: int, seen: Sequence[Seen], text: str) -> Known | None:
    """The only government named so far; of several, the one named before in the same paragraph."""
    fitting = [s for s in seen if s.known.group.type is NameType.ORGANIZATION and _has_head(s.known.group, "government")]
    if len({id(s.known) for s in fitting}) == 1:
        return fitting[0].known if sentence - fitting[-1].sentence <= OFFICE_REACH else None
    near = {id(s.known): s.known for s in fitting if s.sentence >= sentence - 2 and "\n" not in text[s.span.end : span.start]}
    return next(iter(near.values())) if len(near) == 1 else None


def _by_head(role: str, sentence: int, seen: Sequence[Seen]) -> Known | None:
    """The last organisation whose name holds that head, where no other such one was named as lately."""
    fitting = [
        s
        for s in _back(seen, sentence, OFFICE_REACH)
        if s.known.group.type is NameType.ORGANIZATION and _has_head(s.known.group, role)
    ]
    if not fitting:
        return None
    last = fitting[0]
    rivals = {id(s.known) for s in fitting if s.sentence == last.sentence}
    return last.known if len(rivals) == 1 else None


def _by_telling(role: str, span: Span, sentence: int, seen: Sequence[Seen], text: str) -> Known | None:
    """A body of the state that goes on telling: the only organisation that told something in the nearest of the last two sentences
    in which any did, when it is such a body too.
    """
    bodies = words_in("institutions", "state_bodies")
    if role not in bodies or not speaks(text, span):
        return None
    for back in (1, 2):
        told = [s for s in _in_sentence(seen, sentence - back) if s.speaks and s.known.group.type is NameType.ORGANIZATION]
        if told:
            different = {id(s.known): s.known for s in told}
            only = told[0].known if len(different) == 1 else None
            return only if only and any(_has_head(only.group, body) for body in sorted(bodies)) else None
    return None


def _has_head(group: Group, role: str) -> bool:
    forms = {*group.forms, *(name for form in group.forms if (name := table_name(form)))}
    return any(role in words_of(form) for form in forms)


def _by_nearness(sentence: int, seen: Sequence[Seen]) -> Known | None:
    """The organisation of the nearest of the last two sentences that names one, where it is the only one there."""
    for back in range(3):
        here = [
            s for s in _in_sentence(seen, sentence - back) if s.known.group.type is NameType.ORGANIZATION and _groups(s.known.group)
        ]
        different = {id(s.known): s.known for s in here}
        if len(different) == 1:
            return here[0].known
        if different:
            speakers = {id(s.known): s.known for s in here if s.speaks}
            return next(iter(speakers.values())) if len(speakers) == 1 else None
    return None


def _groups(group: Group) -> bool:
    """Whether an organisation may be called a group or a company: no ministry, parliament or medium of a state."""
    last = {words_of(form)[-1] for form in group.forms} | {words_of(form)[0] for form in group.forms}
    return not last & words_in("institutions", "no_group")


def _by_office(role: str, span: Span, sentence: int, seen: Sequence[Seen], text: str) -> Known | None:
    """The person last named who was given that office in the document; not where a name follows at once or "of" goes on."""
    if re.match(r"\s(?:of|for|to|at|in|from|who)\b|,?\s(?:Sir\s)?[A-Z]", text[span.end : span.end + 6]):
        return None
    holders = [
        s
        for s in _back(seen, sentence, len(seen) if " " in role or role == "president" else OFFICE_REACH)
        if role in s.known.titles and s.known.group.forms
    ]
    if not holders:
        return None
    different = {id(s.known) for s in holders}
    if len(different) == 1 or (
        holders[0].sentence >= sentence - 2 and len({id(s.known) for s in holders if s.sentence >= sentence - 2}) == 1
    ):
        return holders[0].known
    return None


def _in_sentence(seen: Sequence[Seen], sentence: int) -> list[Seen]:
    out = []
    for s in reversed(seen):
        if s.sentence < sentence:
            break
        if s.sentence == sentence:
            out.append(s)
    return out[::-1]


def _back(seen: Sequence[Seen], sentence: int, reach: int) -> Iterator[Seen]:
    for s in reversed(seen):
        if s.sentence < sentence - reach:
            return
        yield s
