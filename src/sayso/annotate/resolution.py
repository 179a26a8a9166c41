"""Who is meant by "he", "it", "the ministry" or "the prime minister", read from the first word of a document to the last."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from sayso.annotate.bearers import gender_of, gender_of_word, titles_of
from sayso.annotate.descriptions import called, descriptions_of
from sayso.annotate.group import Group
from sayso.annotate.known import Known, Place, Seen
from sayso.annotate.lexicon import table
from sayso.annotate.pronouns import GENDERS, Choice, Judgement, Pronoun, Telling, choices, meant, owns
from sayso.annotate.quoted import Quoted
from sayso.annotate.roles import bearer
from sayso.annotate.standing import standing
from sayso.annotate.telling import speaks
from sayso.findings import Mention, MentionKind, NameType, Quotation, Sentence
from sayso.spans import Span

Judge = Callable[[Pronoun, Sequence[Choice]], Judgement]
Event = tuple[Span, Known | str]
OWN = dict.fromkeys(("i", "me", "my", "mine", "myself"), NameType.PERSON) | dict.fromkeys(
    ("we", "us", "our", "ours", "ourselves"), NameType.ORGANIZATION
)
"""Pronouns by which speakers mean themselves, with what such a speaker is."""

CLOSING = ("”", '"', "’", "'", "»", "“")
"""Marks that a quotation may end with."""


def resolve(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], groups: Sequence[Group], judge: Judge = meant
) -> dict[int, tuple[Mention, ...]]:
    """Mentions by pronoun and by role, for each group by its place in `groups`. `judge` says whom a pronoun means."""
    known = [Known(group, titles_of(text, group) | descriptions_of(text, group), gender_of(text, group)) for group in groups]
    given = frozenset(title for k in known for title in k.titles)
    reader = _Reader(text, Quoted(quotations), judge, given)
    named = sorted(((span, k) for k in known for span in k.group.places), key=lambda item: item[0])
    place = 0
    for number, sentence in zip(reader.quoted.told_apart(sentences), sentences, strict=True):
        start = place
        while place < len(named) and named[place][0].start < sentence.span.end:
            place += 1
        reader.read(number, sentence.span, [n for n in named[start:place] if n[0].start >= sentence.span.start])
    reader.speak_for_themselves()
    return {i: tuple(sorted(k.mentions, key=lambda m: m.span)) for i, k in enumerate(known) if k.mentions}


class _Reader:
    """What a reader holds in mind on the way through one document."""

    def __init__(self, text: str, quoted: Quoted, judge: Judge, given: frozenset[str]) -> None:
        self.text, self.quoted, self.judge, self.given = text, quoted, judge, given
        self.lines = [m.start() for m in re.finditer("\n", text)]
        self.seen: list[Seen] = []
        self.tellers: dict[int, list[Known]] = {}
        self.teller: Known | None = None
        self.unsure: set[int] = set()
        self.own: list[tuple[str, Place]] = []

    def read(self, number: int, sentence: Span, named: Sequence[tuple[Span, Known]]) -> None:
        for span, known in named:
            if self.quoted.at(span) is None and speaks(self.text, span):
                self._tells(sentence, known)
        for span, what in _events(self.text, sentence, named, self.given):
            place = Place(span, number, bisect_right(self.lines, span.start), self.quoted.at(span))
            if isinstance(what, Known):
                self._note(what, place, sentence)
            elif what.lower() in OWN:
                if place.quotation is not None and what != "US":
                    self.own.append((what.lower(), place))
            elif what.lower() in GENDERS:
                self._pronoun(what.lower(), place, sentence)
            elif place.quotation is None:
                self._role(" ".join(what.lower().split()).removeprefix("the "), place, sentence)

    def _tells(self, sentence: Span, known: Known) -> None:
        for quotation in self.quoted.within(sentence):
            self.tellers.setdefault(quotation, []).append(known)

    def _telling(self, place: Place) -> Telling:
        told = self.tellers.get(place.quotation, ()) if place.quotation is not None else ()
        return Telling(frozenset(id(known) for known in told), id(self.teller) if self.teller else 0)

    def _note(self, known: Known, place: Place, sentence: Span, by_pronoun: bool = False, sure: bool = True) -> None:
        known.times += 1
        how = standing(self.text, place.span, sentence)
        first = not self.seen or self.seen[-1].sentence < place.sentence
        tells = speaks(self.text, place.span)
        self.seen.append(Seen(known, place, tells, how, first, by_pronoun, sure))
        if tells and place.quotation is None:
            self.teller = known

    def _pronoun(self, low: str, place: Place, sentence: Span) -> None:
        tells = speaks(self.text, place.span)
        begins = not self.text[sentence.start : place.span.start].strip("\"'“‘ ")
        ends_quote = self.text[max(0, place.span.start - 3) : place.span.start].rstrip()[-1:] in CLOSING
        pronoun = Pronoun(low, place, tells, begins, owns(self.text, low, place.span.end), ends_quote)
        found, sure = self.judge(pronoun, choices(pronoun, self.seen, self._telling(place), self.text))
        gender = GENDERS[low]
        if found is None:
            if gender == "thing":
                return
            found = Known(Group(NameType.PERSON), gender=gender)
        elif sure and found.named:
            found.mentions.append(Mention(place.span, MentionKind.PRONOUN))
            found.gender = found.gender or gender
        if tells and place.quotation is None:
            self._tells(sentence, found)
            self.unsure.update(() if sure else self.quoted.within(sentence))
        self._note(found, place, sentence, by_pronoun=True, sure=sure or not found.named)

    def speak_for_themselves(self) -> None:
        """ "I" in a quotation is the one who tells it, and "we" is the organisation that does, where it is sure who that is."""
        for low, place in self.own:
            told = {id(known): known for known in self.tellers.get(place.quotation or 0, ())}
            teller = next(iter(told.values())) if len(told) == 1 and place.quotation not in self.unsure else None
            if teller is not None and teller.named and teller.group.type is OWN[low]:
                teller.mentions.append(Mention(place.span, MentionKind.PRONOUN))

    def _role(self, role: str, place: Place, sentence: Span) -> None:
        found = bearer(role, place.span, place.sentence, self.seen, self.text)
        if found is not None and found.named:
            found.mentions.append(Mention(place.span, MentionKind.ROLE))
            self._note(found, place, sentence)


def _events(text: str, sentence: Span, named: Sequence[tuple[Span, Known]], given: frozenset[str]) -> list[Event]:
    """What a sentence mentions, in order: named parties, words to be resolved, and persons without a name."""
    events: list[Event] = list(named)
    names = [span for span, _ in named]
    spans = {match.start(): Span(match.start(), match.end()) for match in _pattern().finditer(text, sentence.start, sentence.end)}
    spans.update((span.start, span) for span in called(text, sentence, given))
    events.extend((span, span.of(text)) for span in spans.values() if not any(span.overlaps(name) for name in names))
    for match in _unnamed().finditer(text, sentence.start, sentence.end):
        span = Span(match.start("role"), match.end("role"))
        apposed = any(0 <= match.start() - name.end <= 2 for name in names) and match[0][0] not in "’'"
        if not apposed:
            events.append((span, Known(Group(NameType.PERSON), gender=gender_of_word(match["role"].lower()))))
    return sorted(events, key=lambda event: (event[0].start, -event[0].end))


@cache
def _unnamed() -> re.Pattern[str]:
    """A person without a name: no name stands before it or follows at once."""
    lists = table("institutions")
    words = "|".join(_longest_first({*lists["unnamed"], *lists["offices"]}))
    return re.compile(rf"(?:\b(?:[Aa]n?|[Aa]nother|[Oo]ne)|[’']s?)\s(?:[\w-]+\s){{0,3}}?(?P<role>{words})\b(?!,?\s[A-Z])")


@cache
def _pattern() -> re.Pattern[str]:
    lists = table("institutions")
    roles = "|".join(_longest_first({*lists["by_head"], *lists["by_nearness"], *lists["offices"], "government"}))
    pronouns = "|".join(_longest_first(GENDERS))
    own = "|".join(_longest_first(OWN))
    return re.compile(
        rf"\b(?:{pronouns}|{own})\b(?!['’](?!(?:s|ll|d|ve|m|re)\b)\w)|\bthe (?:{roles})\b(?!-?\w)(?!['’](?!s\b)\w)", re.IGNORECASE
    )


def _longest_first(words: Iterable[str]) -> list[str]:
    return [re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))]
