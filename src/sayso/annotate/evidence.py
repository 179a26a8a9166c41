"""What the rest of a document says of a name that its own words leave open: who shares it, and what stands around it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from sayso.annotate.gazetteer import given_names
from sayso.annotate.lexicon import listed, words_in
from sayso.annotate.tokens import Token
from sayso.findings import NameType
from sayso.spans import Span

PERSON, ORGANIZATION, PLACE, OTHER = NameType.PERSON, NameType.ORGANIZATION, NameType.PLACE, NameType.OTHER


class Candidate(NamedTuple):
    """Words `first` to before `last` of a sentence that name something; `kind` is None while only the document can tell what."""

    words: Sequence[Token]
    first: int
    last: int
    kind: NameType | None
    because: str

    @property
    def span(self) -> Span:
        return Span(self.words[self.first].start, self.words[self.last - 1].end)

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(t.text for t in self.words[self.first : self.last])


SURE = 4
"""Weight from which even a plain word is taken for a name."""

Decided = tuple[Candidate, NameType, str]
Votes = Counter[tuple[NameType, str]]


def decide(candidates: Sequence[Candidate]) -> list[Decided]:
    """Each candidate with its type and the reason for it; words that turn out to be no name are left out."""
    shared = _shared(candidates)
    votes: defaultdict[tuple[str, ...], Votes] = defaultdict(Counter)
    for c in candidates:
        if c.kind is None or (c.because == "an acronym"):
            for kind, weight, why in _around(c):
                votes[c.key][kind, why] += weight
    out: list[Decided] = []
    for c in candidates:
        settled, why = _settled(c, shared, votes)
        if settled is not None:
            out.append((c, settled, why))
    return out


@cache
def _plain_words() -> frozenset[str]:
    return listed("common_words") | words_in("heads", "topics")


def _shared(candidates: Iterable[Candidate]) -> dict[str, tuple[NameType, str]]:
    """Last (and first) words of fuller names to the type of those: a surname alone is the person's."""
    found: dict[str, tuple[NameType, str]] = {}
    for c in candidates:
        if c.kind is PERSON:
            for word in c.key if len(c.key) < 4 else (c.key[0], c.key[-1]):
                if len(word) > 1 and (word == c.key[-1] or word in given_names()):
                    found[word] = found[unarticled(word)] = PERSON, f"part of the name “{' '.join(c.key)}”"
    for c in candidates:
        if c.kind is ORGANIZATION and len(c.key) > 1 and c.key[0].lower() not in listed("common_words"):
            found.setdefault(c.key[0], (ORGANIZATION, f"part of the name “{' '.join(c.key)}”"))
    return found


def unarticled(word: str) -> str:
    """ "al-Assad" as "Assad"."""
    head, mark, tail = word.partition("-")
    return tail if mark and tail[:1].isupper() and head.lower() in ("al", "el", "ul", "as", "ad", "ash") else word


def _settled(
    c: Candidate, shared: dict[str, tuple[NameType, str]], votes: dict[tuple[str, ...], Votes]
) -> tuple[NameType | None, str]:
    if c.kind is not None and c.because != "an acronym":
        return c.kind, c.because
    if len(c.key) == 1 and c.key[0] in shared:
        return shared[c.key[0]]
    if c.key in (("May",), ("March",), ("April",), ("June",), ("August",)):
        return None, ""
    totals: Counter[NameType] = Counter()
    for (kind, _), weight in votes[c.key].items():
        totals[kind] += weight
    plain = [w for w in c.key if w.lower() in _plain_words() and w not in given_names()]
    if c.because == "an acronym":
        if totals[PLACE] >= 4 and totals[PLACE] > totals[ORGANIZATION] + totals[PERSON]:
            return PLACE, "stands where places stand"
        return ORGANIZATION, c.because
    if totals and (best := max(totals.items(), key=lambda item: (item[1], item[0])))[1] >= 2:
        kind = best[0]
        if not (plain and (kind is PERSON or (len(c.key) == 1 and best[1] < SURE))):
            why = max(((n, w) for (k, w), n in votes[c.key].items() if k is kind))[1]
            return kind, why
    return _by_shape(c, plain)


def _by_shape(c: Candidate, plain: Sequence[str]) -> tuple[NameType | None, str]:
    words = c.key
    if any(character.isdigit() for word in words for character in word):
        return (OTHER, "letters and figures") if not words[0][0].isdigit() else (None, "")
    if len(words) == 1:
        if words[0] in given_names():
            return PERSON, "a given name"
        if words[0] in listed("surnames") or words[0] in listed("surnames_first"):
            return PERSON, "a surname"
        if c.first and c.words[c.first - 1].low == "the" and words[0].lower() in words_in("institutions", "by_head"):
            return ORGANIZATION, f"“{words[0]}” names an organisation"
        return (None, "") if plain or c.first == 0 else (OTHER, "capitalised, and nothing says more")
    if len(plain) == len(words):
        return OTHER, "capitalised words"
    if plain:
        return ORGANIZATION, "capitalised words, one of them a plain one"
    if len(words) <= 4:
        return PERSON, "two to four capitalised words, none of them a plain one"
    return OTHER, "capitalised words"


def _around(c: Candidate) -> Iterable[tuple[NameType, int, str]]:
    """What the words beside a candidate say of its type, with a weight: 2 decides alone."""
    before = c.words[c.first - 1] if c.first else None
    after = c.words[c.last] if c.last < len(c.words) else None
    gap = after.gap if after else ""
    if before is not None and c.words[c.first].gap in (" ", "\xa0"):
        yield from _before(before, c.words[c.first - 2].low if c.first > 1 else "", len(c.key))
    if after is None:
        return
    possessive = gap.startswith(("’", "'"))
    if gap == ", " and after.text.isdigit() and len(after.text) == 2:
        yield PERSON, 4, "an age follows"
    elif gap == ", " and after.low == "who":
        yield PERSON, 3, "“who” follows"
    elif gap == ", " and after.low in ("inc", "ltd", "llc"):
        yield ORGANIZATION, 4, f"“{after.text}” follows"
    elif gap == " " and after.low in words_in("context", "speech"):
        yield PERSON, 2, f"“{after.text}” follows"
    elif gap == " " and after.low in words_in("context", "place_nouns"):
        yield PLACE, 2, f"“{after.text}” follows"
    elif gap == " " and after.low in words_in("context", "organization_verbs"):
        yield ORGANIZATION, 1, f"“{after.text}” follows"
    elif possessive and after.low in words_in("context", "person_nouns"):
        yield PERSON, 2, f"“{after.text}” follows"
    elif possessive and after.low in ("outskirts", "residents", "mayor", "streets", "suburbs", "governor"):
        yield PLACE, 2, f"“{after.text}” follows"


def _before(before: Token, earlier: str, size: int) -> Iterable[tuple[NameType, int, str]]:
    low = before.low
    if before.capital:
        return
    if low in words_in("context", "person_nouns") or low in words_in("roles", "heads"):
        yield PERSON, 3, f"“{before.text}” stands before it"
    elif low in words_in("context", "company_nouns"):
        yield ORGANIZATION, 3, f"“{before.text}” stands before it"
    elif low in words_in("context", "place_before"):
        yield PLACE, 2, f"“{before.text}” stands before it"
    elif low == "of" and earlier in words_in("context", "place_nouns"):
        yield PLACE, 4, f"“{earlier} of” stands before it"
    elif low in ("town", "city", "village", "suburb", "province", "district", "region"):
        yield PLACE, 3, f"“{before.text}” stands before it"
    elif low in ("from", "at") and size == 1:
        yield PLACE, 1, f"“{before.text}” stands before it"
    elif low in words_in("context", "speech"):
        yield PERSON, 1, f"“{before.text}” stands before it"
    elif low == "the":
        yield ORGANIZATION, 1, "“the” stands before it"
