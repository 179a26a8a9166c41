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


def names(text: str, sentences: Sequence[Sentence]) -> tuple[Name, ...]:
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
    decided = decide(plain)
    found = [Name(c.span, kind, (because,)) for c, kind, because in decided]
    known = {tuple(t.lower() for t in c.key): kind for c, kind, _ in decided}
    for headline in headlines:
        found.extend(in_headline(headline, shouted(headline), known))
    return tuple(sorted(found, key=lambda name: name.span))


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
        elif token.low in words_in("roles", "honours") and place + 1 < last:
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


def _part(words: Sequence[Token], run: Sequence[Token], place: int) -> tuple[Candidate | None, int]:
    """The name that begins at `place`, if one does, and where to go on."""
    token, last = run[place], len(run)
    known = longest(run, place)
    organization = organization_end(run, place)
    role = role_end(run, place)
    if known and role <= place + known[0] and (known[0] > 1 or not person_like(run, place)):
        end = place + known[0]
        if organization > end and not _only_kind(run, end):
            return Candidate(
                words, place, organization, ORGANIZATION, f"“{run[organization - 1].text}” names an organisation"
            ), organization
        headed = _headed(run, place, end)
        return headed or (Candidate(words, place, end, known[1], "a known name"), end)
    if organization and not (role and role > organization) and not surname_too(run, place, organization):
        return Candidate(
            words, place, organization, ORGANIZATION, f"“{head_of(run, place, organization)}” names an organisation"
        ), organization
    thing = _headed(run, place, place) if role else None
    if role and not (thing and thing[1] > role):
        if role < last and run[role].low not in LINKS:
            end = person_end(run, role)
            if end > role and not longest(run, role):
                return Candidate(words, role, end, PERSON, f"after “{run[role - 1].text}”"), end
        return None, role
    if thing:
        return thing
    if token.text in demonyms() or (token.text in listed("not_names") and token.text not in MONTHS_AND_NAMES):
        headed = _headed(run, place, place + 1)
        return headed or (None, place + 1)
    end = person_end(run, place)
    headed = _headed(run, place, place)
    if headed and headed[1] > place + 1:
        return headed
    if end > place + 1 and token.text in given_names():
        return Candidate(words, place, end, PERSON, f"“{token.text}” is a given name"), end
    if (
        end > place + 1
        and token.text in listed("surnames_first")
        and all(len(t.text) < 9 for t in run[place + 1 : end])
        and end - place < 4
    ):
        return Candidate(words, place, end, PERSON, f"“{token.text}” is a surname that stands first"), end
    end = max(end, place + 1)
    if end == place + 1 and token.text.isupper() and 1 < len(token.text) < 8 and token.text.isalpha():
        return Candidate(words, place, end, ORGANIZATION, "an acronym"), end
    return Candidate(words, place, end, None, ""), end


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
            return Candidate(run, place, end + 1, OTHER, f"“{token.text}” names a thing"), end + 1
    return None
