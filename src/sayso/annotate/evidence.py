"""What a name names: what was read of it in every place of a document, and what is known of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.annotate.gazetteer import certain, known_type
from sayso.annotate.lexicon import listed
from sayso.findings import Name, NameType

KNOWN = 1.5
"""How many readings the table of known names is worth."""

ORDER = (NameType.PERSON, NameType.ORGANIZATION, NameType.PLACE, NameType.OTHER)
WHERE = re.compile(r"\b(?:in|near|outside|across|around|into|towards?)\s\Z")
SHORTEST_SHOUT = 3
"""Letters: what is written in as few capitals is an acronym, and no name in capitals."""

BRACKETED = re.compile(r"(?:['’]s)? \((?:the )?([^\W\d_][\w&.-]*)\)")


def spelled(words: str) -> str:
    """The form in which two places of a document name the same."""
    return " ".join(words.split())


def settled(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names with one type for all that are spelled alike: the one best supported in the document."""
    votes: defaultdict[str, Counter[NameType]] = defaultdict(Counter)
    for name in names:
        votes[spelled(name.span.of(text))][name.type] += 1
    types = {words: _best(words, counted) for words, counted in votes.items()}
    surnames = _surnames(votes, types)
    for surname, times in surnames.items():
        if surname in votes and votes[surname][NameType.PERSON] + times > votes[surname][types[surname]] - _doubt(types[surname]):
            types[surname] = NameType.PERSON
    for words, times in Counter(spelled(name.span.of(text)) for name in names if _where(text, name)).items():
        if types[words] is NameType.PERSON and words not in surnames and 2 * times >= votes[words].total():
            types[words] = NameType.PLACE
    for words in types:
        if words.isupper() and len(words) > SHORTEST_SHOUT:
            types[words] = types.get(words.title(), types[words])
    for short, long in defined(text, names):
        if short in types:
            types[short] = types[long]
    return tuple(_typed(name, types[spelled(name.span.of(text))]) for name in names)


def _surnames(votes: Mapping[str, Counter[NameType]], types: Mapping[str, NameType]) -> Counter[str]:
    """The surnames of the persons who are named in full, and how often they are."""
    found: Counter[str] = Counter()
    for words, kind in types.items():
        if kind is NameType.PERSON and (surname := surname_of(words)):
            found[surname] += votes[words].total()
    return found


def _where(text: str, name: Name) -> bool:
    """Whether a name of one word stands where places stand: "in Qasrabad"."""
    one = not any(c.isspace() for c in name.span.of(text))
    return one and WHERE.search(text[max(0, name.span.start - 12) : name.span.start]) is not None


def _best(words: str, counted: Counter[NameType]) -> NameType:
    if words in certain():
        return certain()[words]
    known = known_type(words)
    return max(ORDER, key=lambda kind: (counted[kind] + KNOWN * (kind is known), -ORDER.index(kind)))


def _doubt(kind: NameType) -> int:
    """A place may well be a person's surname too; what was read as anything else is more likely the person's."""
    return 0 if kind is NameType.PLACE else 1


def _typed(name: Name, kind: NameType) -> Name:
    return name if name.type is kind else Name(name.span, kind, (*name.because, "its type is that of the same name elsewhere"))


def surname_of(full: str) -> str | None:
    """The surname of a full name of a person: its last word, or the first where surnames stand first; None of a single word."""
    words = full.split()
    if len(words) < 2:
        return None
    return words[0] if len(words) == 2 and words[0] in listed("surnames_first") else words[-1]


def defined(text: str, names: Iterable[Name]) -> Iterator[tuple[str, str]]:
    """Acronyms in brackets with the names that they are short for: "Ministry of State Security (MSS)"."""
    for name in names:
        if (short := BRACKETED.match(text, name.span.end)) and shortens(short[1], name.span.of(text)):
            yield short[1], spelled(name.span.of(text))


def shortens(short: str, long: str) -> bool:
    """Whether the letters of an acronym are in a name, in order, beginning with its first."""
    letters = [c for c in short.lower() if c.isalpha()]
    rest = iter(long.lower())
    return len(letters) > 1 and short.upper() == short and letters[0] == long[0].lower() and all(c in rest for c in letters)


def unarticled(word: str) -> str:
    """ "al-Assad" as "Assad"."""
    head, mark, tail = word.partition("-")
    return tail if mark and tail[:1].isupper() and head.lower() in ("al", "el", "ul", "as", "ad", "ash") else word
