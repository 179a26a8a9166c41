"""Names: which capitalised words name a person, an organisation, a place or something else, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.annotate.capitals import runs, shouted, title_cased
from sayso.annotate.evidence import Candidate, decide
from sayso.annotate.gazetteer import JOINTS, demonyms, given_names, longest
from sayso.annotate.lexicon import listed, words_in
from sayso.annotate.tokens import Token, tokens
from sayso.findings import Name, NameType, Sentence
from sayso.spans import Span

PERSON, ORGANIZATION, PLACE, OTHER = NameType.PERSON, NameType.ORGANIZATION, NameType.PLACE, NameType.OTHER
LONGEST_PERSON = 5


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
        found.extend(_in_headline(headline, known))
    return tuple(sorted(found, key=lambda name: name.span))


def _parts(words: Sequence[Token], first: int, last: int) -> Iterator[Candidate]:
    """A run cut where titles, offices and adjectives end, each part with its type as far as its words show it."""
    run = words[:last]
    place = first
    while place < last:
        token = run[place]
        if token.low in words_in("roles", "courtesy") and token.text not in listed("organizations"):
            end = _person_end(run, place + 1)
            if end > place + 1:
                yield Candidate(words, place + 1, end, PERSON, f"after “{token.text}”")
            place = max(end, place + 1)
        elif token.low in words_in("roles", "honours") and place + 1 < last:
            end = _person_end(run, place + 1)
            yield Candidate(words, place, end, PERSON, f"after “{token.text}”")
            place = end
        elif (token.low in _LINKS and not longest(run, place)) or (not token.capital and token.low not in words_in("context", "particles")):
            place += 1
        else:
            candidate, place = _part(words, run, place)
            if candidate:
                yield candidate


_LINKS = frozenset(("of", "for", "on", "and", "the"))


def _part(words: Sequence[Token], run: Sequence[Token], place: int) -> tuple[Candidate | None, int]:
    """The name that begins at `place`, if one does, and where to go on."""
    token, last = run[place], len(run)
    known = longest(run, place)
    organization = _organization_end(run, place)
    role = _role_end(run, place)
    if known and role <= place + known[0] and (known[0] > 1 or not _person_like(run, place)):
        end = place + known[0]
        if organization > end and not _only_kind(run, end):
            return Candidate(words, place, organization, ORGANIZATION, f"“{run[organization - 1].text}” names an organisation"), organization
        headed = _headed(run, place, end)
        return headed or (Candidate(words, place, end, known[1], "a known name"), end)
    if organization and not (role and role > organization) and not _is_person_then(run, place, organization):
        return Candidate(words, place, organization, ORGANIZATION, f"“{_head(run, place, organization)}” names an organisation"), organization
    thing = _headed(run, place, place) if role else None
    if role and not (thing and thing[1] > role):
        if role < last and run[role].low not in _LINKS:
            end = _person_end(run, role)
            if end > role and not longest(run, role):
                return Candidate(words, role, end, PERSON, f"after “{run[role - 1].text}”"), end
        return None, role
    if thing:
        return thing
    if token.text in demonyms() or (token.text in listed("not_names")):
        headed = _headed(run, place, place + 1)
        return headed or (None, place + 1)
    end = _person_end(run, place)
    headed = _headed(run, place, place)
    if headed and headed[1] > place + 1:
        return headed
    if end > place + 1 and token.text in given_names():
        return Candidate(words, place, end, PERSON, f"“{token.text}” is a given name"), end
    if end > place + 1 and token.text in listed("surnames_first") and all(len(t.text) < 9 for t in run[place + 1 : end]) and end - place < 4:
        return Candidate(words, place, end, PERSON, f"“{token.text}” is a surname that stands first"), end
    end = max(end, place + 1)
    if end == place + 1 and token.text.isupper() and 1 < len(token.text) < 8 and token.text.isalpha():
        return Candidate(words, place, end, ORGANIZATION, "an acronym"), end
    return Candidate(words, place, end, None, ""), end


def _person_end(run: Sequence[Token], place: int) -> int:
    """Where a person's name that begins at `place` ends: before an office, a known name, a link or a sixth word."""
    end = place
    while end < len(run) and end - place < LONGEST_PERSON:
        token = run[end]
        if token.low in _LINKS or (token.gap in (", ", " & ") and end > place):
            break
        if not token.capital and token.low not in words_in("context", "particles"):
            break
        if end > place and ((token.low in words_in("roles", "heads") and token.low not in _NAMES_TOO) or token.text in demonyms()):
            break
        if end > place and (known := longest(run, end)) and (known[0] > 1 or known[1] is not PLACE) and token.text not in given_names():
            break
        end += 1
    while end > place and not run[end - 1].capital:
        end -= 1
    return end


_NAMES_TOO = frozenset(("king", "prince", "major", "pope", "marshal", "judge", "bishop", "cardinal", "priest", "chambers", "chair", "justice", "star", "sheikh", "shah", "general", "head", "white", "speaker"))


def _organization_end(run: Sequence[Token], place: int) -> int:
    """Where an organisation that begins at `place` ends by its head word, or 0: "Crown Prosecution Service", "Bank of England"."""
    best, end = 0, place
    while end < len(run):
        token = run[end]
        low = token.low
        if low in ("of", "for", "on") and end > place and run[end - 1].low in words_in("heads", "organization_of"):
            past = _object_end(run, end)
            if past <= end + 1:
                break
            best = end = past
            continue
        if low in words_in("roles", "heads") and low not in ("general", "justice", "chief") and end > place:
            break
        if low in words_in("roles", "courtesy") or (low in words_in("roles", "honours") and end > place):
            break
        if low in words_in("heads", "organization") and (end > place or low in ("parliament", "congress", "politburo")):
            if end + 1 < len(run) and run[end + 1].low in words_in("roles", "heads") and low in _SOFT:
                break
            best = end + 1
        elif low in words_in("heads", "organization_of") and end + 1 < len(run) and run[end + 1].low in ("of", "for"):
            pass
        end += 1
    return best if best > place + 1 or (best == place + 1 and run[place].low in ("parliament", "congress", "politburo")) else 0


_SOFT = frozenset(("press", "campaign", "team", "energy", "media", "news", "defense", "defence", "central", "international", "government", "police", "army", "navy", "party", "technology", "capital", "force"))


def _object_end(run: Sequence[Token], place: int) -> int:
    """Where what follows "of" ends: the fields of a ministry, the place of a bank."""
    end = place + 1
    while end < len(run) and run[end].low == "the":
        end += 1
    known = longest(run, end) if end < len(run) else None
    if known and known[1] is PLACE:
        return end + known[0]
    while end < len(run):
        token = run[end]
        if (token.low in words_in("roles", "heads") and token.low not in ("justice", "general")) or token.low in words_in("roles", "courtesy"):
            break
        if token.text in given_names() and end + 1 < len(run) and run[end + 1].low not in words_in("heads", "organization"):
            break
        end += 1
    while run[end - 1].low in _LINKS:
        end -= 1
    return end


def _head(run: Sequence[Token], place: int, end: int) -> str:
    heads = words_in("heads", "organization") | words_in("heads", "organization_of")
    return next((t.text for t in reversed(run[place:end]) if t.low in heads), run[end - 1].text)


def _role_end(run: Sequence[Token], place: int) -> int:
    """Where an office that begins at `place` ends, or 0: "Deputy National Security Adviser", "Secretary of State for Work"."""
    end, best = place, 0
    inside, heads = words_in("roles", "inside"), words_in("roles", "heads")
    while end < len(run):
        low = run[end].low
        if low in heads:
            best = end + 1
        elif low not in inside and not (run[end].text in demonyms() and end == place) and not (low == "of" and best == end):
            break
        end += 1
    if best and best < len(run) and run[best].low in ("of", "for"):
        return _office_object_end(run, best)
    return best


def _office_object_end(run: Sequence[Token], place: int) -> int:
    """Past "of State", "for Housing, Communities and Local Government"; a known name or an organisation stays to be found."""
    end = place + 1
    while end < len(run) and run[end].low == "the":
        end += 1
    inside = words_in("heads", "topics") | words_in("roles", "inside") | {"staff", "and", "for", "of", "the"}
    while end < len(run) and run[end].low in inside and not _organization_end(run, end):
        end += 1
    return end


def _is_person_then(run: Sequence[Token], place: int, end: int) -> bool:
    return end - place == 2 and run[place].text in given_names() and run[end - 1].low in _SURNAMES_TOO


_SURNAMES_TOO = frozenset(("church", "bank", "post", "school", "college", "court", "park", "brown", "young", "gates", "parliament"))


def _person_like(run: Sequence[Token], place: int) -> bool:
    """Whether a place's name begins a person's: "Jordan Peterson", "Paris Hilton"."""
    token = run[place]
    following = run[place + 1] if place + 1 < len(run) else None
    if following is None or token.text not in given_names() or following.gap not in (" ", "\xa0") or not following.capital:
        return False
    low = following.low
    heads = words_in("heads", "organization") | words_in("heads", "place") | words_in("heads", "other")
    return low not in heads and low not in words_in("roles", "heads") and following.text not in demonyms() and low not in _LINKS


def _only_kind(run: Sequence[Token], place: int) -> bool:
    """Whether an office or a person follows, so that what comes before is a name of its own."""
    return bool(_role_end(run, place)) or run[place].low in words_in("roles", "courtesy") or (
        run[place].text in given_names() and not _organization_end(run, place)
    )


def _headed(run: Sequence[Token], place: int, start: int) -> tuple[Candidate, int] | None:
    """A name from `place` whose last word, after `start`, shows that it is a place or a thing: "Homs Province", "Paris Agreement"."""
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


def _in_headline(words: Sequence[Token], found: dict[tuple[str, ...], NameType]) -> Iterator[Name]:
    place = 0
    loud = shouted(words)
    sizes = sorted({len(key) for key in found}, reverse=True)
    while place < len(words):
        low = tuple(t.text.lower() for t in words[place : place + (sizes[0] if sizes else 0)])
        size = next((n for n in sizes if n <= len(low) and low[:n] in found and not _idle(low[:n])), 0)
        known = None if loud else longest(words, place)
        if size and (not known or size >= known[0]):
            yield Name(Span(words[place].start, words[place + size - 1].end), found[low[:size]], ("named so elsewhere in the document",))
            place += size
        elif known and not (known[0] == 1 and words[place].low in listed("common_words")):
            yield Name(Span(words[place].start, words[place + known[0] - 1].end), known[1], ("a known name",))
            place += known[0]
        elif not loud and words[place].text in given_names() and (end := _person_in_headline(words, place)) > place + 1:
            yield Name(Span(words[place].start, words[end - 1].end), PERSON, (f"“{words[place].text}” is a given name",))
            place = end
        else:
            place += 1


def _idle(low: tuple[str, ...]) -> bool:
    return len(low) == 1 and low[0] in words_in("context", "function_words")


def _person_in_headline(words: Sequence[Token], place: int) -> int:
    end = place + 1
    while end < len(words) and end - place < 3:
        token = words[end]
        if not token.capital or token.gap not in (" ", "\xa0") or token.low in listed("common_words"):
            break
        end += 1
    return end
