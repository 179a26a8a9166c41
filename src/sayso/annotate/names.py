"""Names: which capitalised words name a person, an organisation, a place or something else, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.annotate.capitals import MONTHS_AND_NAMES, runs, shouted, title_cased
from sayso.annotate.evidence import Candidate, decide
from sayso.annotate.extents import LINKS, head_of, organization_end, person_end, person_like, role_end, surname_too
from sayso.annotate.gazetteer import JOINTS, demonyms, given_names, longest
from sayso.annotate.headlines import in_headline
from sayso.annotate.lexicon import listed, words_in
from sayso.annotate.tokens import Token, tokens
from sayso.findings import Name, NameType, Sentence

PERSON, ORGANIZATION, PLACE, OTHER = NameType.PERSON, NameType.ORGANIZATION, NameType.PLACE, NameType.OTHER


def names(text: str, sentences: Sequence[Sentence], read: Sequence[Name]) -> tuple[Name, ...]:
    return tuple(sorted(read, key=lambda name: name.span))


def names_by_patterns(text: str, sentences: Sequence[Sentence]) -> tuple[Name, ...]:
    """All names in order of the text; none overlap. Headlines in capitals give only names that are known or stand elsewhere too."""
    plain: list[Candidate] = []
    headlines: list[list[Token]] = []
    for sentence in sentences:
        words = tokens(text, sentence.span)
        if shouted(words) or title_cased(words):
            headlines.append(words)
        else:
            for first, last in runs(words):
                plain.extend(_parts(words, first, last))
    decided = decide([_election(c) or c for c in plain])
    found = [Name(c.span, kind, (because,)) for c, kind, because in decided]
    known = {tuple(t.lower() for t in c.key): kind for c, kind, _ in decided}
    for headline in headlines:
        found.extend(in_headline(headline, shouted(headline), known))
    return tuple(sorted(found, key=lambda name: name.span))


def _election(c: Candidate) -> Candidate | None:
    """ "The 2016 Norwegian presidential election" and "2019 Norway local elections" name what was held, and no place."""
    words, start, end = c.words, c.first - 1, c.last
    if c.kind not in (PLACE, ORGANIZATION) or start < 0 or not (words[start].text.isdigit() and len(words[start].text) == 4):
        return None
    while end < len(words) and end < c.last + 3 and words[end].gap == " " and words[end].low in words_in("heads", "elections"):
        end += 1
    if end == c.last or words[end - 1].low not in ("election", "elections", "referendum", "by-election", "primary"):
        return None
    return Candidate(words, start, end, OTHER, f"“{words[end - 1].text}” names what was held")


def _parts(words: Sequence[Token], first: int, last: int) -> Iterator[Candidate]:
    """A run cut where titles, offices and adjectives end, each part with its type as far as its words show it."""
    run = words[:last]
    place = first
    while place < last:
        token = run[place]
        if token.low in words_in("roles", "courtesy") and token.text not in listed("organizations"):
            end = person_end(run, place + 1)
            if end > place + 1:
                yield Candidate(words, place + 1, end, PERSON, f"after “{token.text}”")
            place = max(end, place + 1)
        elif token.low in words_in("roles", "honours") and place + 1 < last and not _headed(run, place, place):
            end = person_end(run, place + 1)
            yield Candidate(words, place, end, PERSON, f"after “{token.text}”")
            place = end
        elif (token.low in LINKS and not longest(run, place)) or (
            not token.capital and token.low not in words_in("context", "particles")
        ):
            place += 1
        else:
            candidate, place = _part(words, run, place)
            if candidate:
                yield candidate


NUMERALS = ("I", "II", "III", "IV", "V", "One", "Two")

Part = tuple[Candidate | None, int]
"""The name that begins at a word, if one does, and where to go on."""


def _part(words: Sequence[Token], run: Sequence[Token], place: int) -> Part:
    organization = organization_end(run, place)
    role = role_end(run, place)
    if (known := longest(run, place)) and role <= place + known[0] and (known[0] > 1 or not person_like(run, place)):
        return _known(words, run, place, known, organization)
    of_something = any(t.low in ("of", "for") for t in run[place:role])
    holder = 0 < role < len(run) and run[role].text in given_names()
    if organization and not of_something and not holder and role <= organization and not surname_too(run, place, organization):
        return _organization(words, run, place, organization), organization
    if role:
        return _office(words, run, place, role)
    if run[place].text in demonyms() or (run[place].text in listed("not_names") and run[place].text not in MONTHS_AND_NAMES):
        return _headed(run, place, place + 1) or (None, place + 1)
    return _headed(run, place, place) or _by_first_word(words, run, place) or _open(words, run, place)


def _organization(words: Sequence[Token], run: Sequence[Token], place: int, end: int) -> Candidate:
    return Candidate(words, place, end, ORGANIZATION, f"“{head_of(run, place, end)}” names an organisation")


def _known(words: Sequence[Token], run: Sequence[Token], place: int, known: tuple[int, NameType], organization: int) -> Part:
    """A known name, or what it is the first part of: "Moscow State University", "Homs Province"."""
    end = place + known[0]
    if organization > end and not _only_kind(run, end):
        return _organization(words, run, place, organization), organization
    return _headed(run, place, end) or (Candidate(words, place, end, known[1], "a known name"), end)


def _office(words: Sequence[Token], run: Sequence[Token], place: int, role: int) -> Part:
    """Past an office, to the person who holds it; "Official Secrets Act" only looks like one."""
    thing = _headed(run, place, place)
    if thing and thing[1] > role:
        return thing
    if role < len(run) and run[role].low not in LINKS and not longest(run, role):
        end = person_end(run, role)
        if end > role:
            return Candidate(words, role, end, PERSON, f"after “{run[role - 1].text}”"), end
    return None, role


def _by_first_word(words: Sequence[Token], run: Sequence[Token], place: int) -> Part | None:
    """What the first of several words shows: a given name, a surname that stands first, "Parti …", "Fort …"."""
    token, end = run[place], person_end(run, place)
    if end <= place + 1:
        return None
    if token.text in given_names():
        return Candidate(words, place, end, PERSON, f"“{token.text}” is a given name"), end
    if token.text in listed("surnames_first") and end - place < 4 and all(len(t.text) < 9 for t in run[place + 1 : end]):
        return Candidate(words, place, end, PERSON, f"“{token.text}” is a surname that stands first"), end
    if token.low in words_in("heads", "organization_first"):
        return Candidate(words, place, end, ORGANIZATION, f"“{token.text}” begins an organisation's name"), end
    if token.low in words_in("heads", "place_first"):
        return Candidate(words, place, place + 2, PLACE, f"“{token.text}” begins a place's name"), place + 2
    return None


def _open(words: Sequence[Token], run: Sequence[Token], place: int) -> Part:
    """An acronym, a dateline, or a name that only the document can tell."""
    token, end = run[place], max(person_end(run, place), place + 1)
    if end > place + 1 or not (token.text.isupper() and token.text.isalpha() and len(token.text) > 1):
        return Candidate(words, place, end, None, ""), end
    if set(token.text) <= set("IVX"):
        return None, end
    following = words[end].gap if end < len(words) else ""
    if place == 0 and len(token.text) > 4 and following.strip() in ("(", ",", "—", "–", "-", "/", ", —"):
        return Candidate(words, place, end, PLACE, "a dateline"), end
    return Candidate(words, place, end, ORGANIZATION, "an acronym"), end


def _only_kind(run: Sequence[Token], place: int) -> bool:
    """Whether an office or a person follows, so that what comes before is a name of its own."""
    return (
        bool(role_end(run, place))
        or run[place].low in words_in("roles", "courtesy")
        or (run[place].text in given_names() and not organization_end(run, place))
    )


def _headed(run: Sequence[Token], place: int, start: int) -> tuple[Candidate, int] | None:
    """A name from `place` whose last word, after `start`, shows a place or a thing: "Homs Province", "Paris Agreement"."""
    for end in range(max(start, place + 1), min(len(run), place + 6)):
        token = run[end]
        if token.low in ("of", "for", "and", "the") or token.low in words_in("roles", "heads"):
            return None
        if token.gap not in JOINTS:
            return None
        if token.low in words_in("heads", "place"):
            return Candidate(run, place, end + 1, PLACE, f"“{token.text}” names a place"), end + 1
        if token.low in words_in("heads", "other") and token.capital:
            if end + 1 < len(run) and run[end + 1].text in NUMERALS:
                end += 1
            return Candidate(run, place, end + 1, OTHER, f"“{token.text}” names a thing"), end + 1
    return None
