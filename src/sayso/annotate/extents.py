"""How far a name reaches: where a person's name, an organisation or an office that begins at a word of a run ends."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotate.gazetteer import demonyms, given_names, longest
from sayso.annotate.lexicon import words_in
from sayso.annotate.tokens import Token
from sayso.findings import NameType

PLACE = NameType.PLACE
LONGEST_PERSON = 5
LINKS = frozenset(("of", "for", "on", "and", "the"))


def person_end(run: Sequence[Token], place: int) -> int:
    """Where a person's name that begins at `place` ends: before an office, a known name, a link or a sixth word."""
    end = place
    while end < len(run) and end - place < LONGEST_PERSON:
        token = run[end]
        if token.low in LINKS or (token.gap in (", ", " & ") and end > place):
            break
        if not token.capital and token.low not in words_in("context", "particles"):
            break
        if end > place and (
            (token.low in words_in("roles", "heads") and token.low not in words_in("roles", "surnames_too"))
            or token.text in demonyms()
        ):
            break
        if (
            end > place
            and (known := longest(run, end))
            and (known[0] > 1 or known[1] is not PLACE)
            and token.text not in given_names()
        ):
            break
        end += 1
    while end > place and not run[end - 1].capital:
        end -= 1
    return end


def organization_end(run: Sequence[Token], place: int) -> int:
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
            if end + 1 < len(run) and run[end + 1].low in words_in("roles", "heads") and low in words_in("heads", "soft"):
                break
            best = end + 1
        elif low in words_in("heads", "organization_of") and end + 1 < len(run) and run[end + 1].low in ("of", "for"):
            pass
        end += 1
    return best if best > place + 1 or (best == place + 1 and run[place].low in ("parliament", "congress", "politburo")) else 0


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
        if (token.low in words_in("roles", "heads") and token.low not in ("justice", "general")) or token.low in words_in(
            "roles", "courtesy"
        ):
            break
        if token.text in given_names() and end + 1 < len(run) and run[end + 1].low not in words_in("heads", "organization"):
            break
        end += 1
    while run[end - 1].low in LINKS:
        end -= 1
    return end


def head_of(run: Sequence[Token], place: int, end: int) -> str:
    heads = words_in("heads", "organization") | words_in("heads", "organization_of")
    return next((t.text for t in reversed(run[place:end]) if t.low in heads), run[end - 1].text)


def role_end(run: Sequence[Token], place: int) -> int:
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
    while end < len(run) and run[end].low in inside and not organization_end(run, end):
        end += 1
    return end


def surname_too(run: Sequence[Token], place: int, end: int) -> bool:
    return end - place == 2 and run[place].text in given_names() and run[end - 1].low in words_in("heads", "surnames_too")


def person_like(run: Sequence[Token], place: int) -> bool:
    """Whether a place's name begins a person's: "Jordan Peterson", "Paris Hilton"."""
    token = run[place]
    following = run[place + 1] if place + 1 < len(run) else None
    if following is None or token.text not in given_names() or following.gap not in (" ", "\xa0") or not following.capital:
        return False
    low = following.low
    heads = words_in("heads", "organization") | words_in("heads", "place") | words_in("heads", "other")
    return low not in heads and low not in words_in("roles", "heads") and following.text not in demonyms() and low not in LINKS
