"""Runs of capitalised words: what may be a name, before it is asked what it names.

"Ministry of State Security", "Foreign, Commonwealth, and Development Office" and "Ludwig van Beethoven" are one run each; "Moscow
and Kyiv" are two.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotate.gazetteer import demonyms, given_names, longest
from sayso.annotate.lexicon import listed, words_in
from sayso.annotate.tokens import Token
from sayso.annotate.wordings import DAYS, MONTHS

SPACES = (" ", "\xa0", "  ")
LONGEST_RUN = 30
"""Words: no name is as long, and a text of nothing but capitals is read in pieces."""
TITLE_CASE_SHARE = 0.75
CAPITALS_SHARE = 0.8


def shouted(words: Sequence[Token]) -> bool:
    """True when nearly all letters are capitals, so that no capital says anything."""
    long = [t for t in words if len(t.text) > 1 and t.text[0].isalpha()]
    return len(long) > 2 and sum(t.text.isupper() for t in long) >= CAPITALS_SHARE * len(long)


def title_cased(words: Sequence[Token]) -> bool:
    """True when the words of a sentence have capitals whatever they are, as in many headlines."""
    rest = [t for t in words[1:] if len(t.text) > 3 and t.text[0].isalpha()]
    plain = [t for t in rest if t.capital and t.low in listed("common_words") and t.low not in _name_words()]
    return len(plain) >= 2 and sum(t.capital for t in rest) >= TITLE_CASE_SHARE * len(rest)


def _name_words() -> frozenset[str]:
    return (
        words_in("heads", "organization") | words_in("heads", "topics") | words_in("roles", "heads") | words_in("roles", "inside")
    )


def runs(words: Sequence[Token], opens: bool = True) -> list[tuple[int, int]]:
    """Half-open stretches of words that may hold names; `opens` says that the first word begins a sentence."""
    out = []
    place = 0
    while place < len(words):
        token = words[place]
        if (
            not token.capital
            or _contracted(token)
            or (_begins(words, place) and opens and _only_begins(words, place))
            or _never(words, place)
        ):
            place += 1
            continue
        end = _run_end(words, place)
        out.append((place, end))
        place = end
    return out


def _begins(words: Sequence[Token], place: int) -> bool:
    """Whether a capital is due to a sentence or quotation that begins here."""
    return (
        place == 0
        or any(mark in words[place].gap for mark in '"“‘«:.?!…|•\n')
        or words[place].gap.endswith((" '", "- ", "– ", "— "))
    )


def _only_begins(words: Sequence[Token], place: int) -> bool:
    token = words[place]
    if _small(token) and token.text not in ("US", "IS", "IT", "AM", "MAY"):
        return longest(words, place) is None or len(token.text) < 2 or (longest(words, place) or (1, None))[0] < 2
    if token.low not in listed("common_words") or longest(words, place) or token.text in demonyms():
        return False
    if token.text.isupper() and len(token.text) > 1:
        return False
    following = words[place + 1] if place + 1 < len(words) else None
    if following is None or not following.capital or following.gap not in SPACES:
        return True
    if token.text in given_names():
        return False
    return (
        token.low not in _name_words()
        and token.low not in words_in("roles", "courtesy")
        and token.low not in words_in("heads", "place_of")
    )


def _small(token: Token) -> bool:
    return token.low in words_in("context", "function_words")


def _contracted(token: Token) -> bool:
    """ "We've", "It's": a small word with what is shortened to it."""
    head, mark, _ = token.low.replace("’", "'").partition("'")
    return bool(mark) and head in words_in("context", "function_words") | {
        "let",
        "don",
        "isn",
        "didn",
        "doesn",
        "won",
        "can",
        "couldn",
        "wouldn",
        "aren",
        "wasn",
    }


def _never(words: Sequence[Token], place: int) -> bool:
    token = words[place]
    if token.text[:2] in ("R-", "D-", "I-"):
        return True
    if token.text in MONTHS_AND_NAMES:
        return not _acts(words, place)
    return (
        token.text in listed("not_names")
        and token.low not in _titles()
        and longest(words, place) is None
        and not _leads(words, place)
    )


MONTHS_AND_NAMES = ("May", "March", "April", "June", "August")


def _acts(words: Sequence[Token], place: int) -> bool:
    """Whether "May" stands as a person would: after no word of time, before no figure, and a small word follows."""
    before = words[place - 1].low if place else ""
    following = words[place + 1] if place + 1 < len(words) else None
    if place == 0 and words[place].text in ("May", "March"):
        return following is not None and following.low in words_in("context", "speech")
    timed = before in words_in("context", "time_before") or before.isdigit()
    return not timed and following is not None and not following.text[0].isdigit() and following.gap not in (", ",)


def _titles() -> frozenset[str]:
    return words_in("roles", "courtesy") | words_in("roles", "honours") | words_in("roles", "heads")


def _leads(words: Sequence[Token], place: int) -> bool:
    """ "Islamic Relief", "Western Union", "Muslim Council": a word that is no name alone but may begin one."""
    if words[place].low in DAYS or words[place].low in MONTHS:
        return False
    return place + 1 < len(words) and words[place + 1].capital and words[place + 1].gap in SPACES and len(words[place].text) > 3


def _run_end(words: Sequence[Token], start: int) -> int:
    end = start + 1
    while end < min(len(words), start + LONGEST_RUN):
        step = _step(words, start, end)
        if not step:
            break
        end += step
    return end


def _step(words: Sequence[Token], start: int, end: int) -> int:
    """How many words from `end` on still belong to the run that began at `start`."""
    token, before = words[end], words[end - 1]
    if token.low in DAYS:
        return 0
    spaced = token.gap in SPACES
    if token.capital and (spaced or token.gap == " & " or (token.gap == ". " and _abbreviates(before))):
        return 0 if token.text in ("I", "I'm", "I’m") else 1
    if token.capital and token.gap in ("’", "'"):
        return 1
    if token.capital and token.gap in ("’ ", "' ") and _owners(words, end):
        return 1
    if token.capital and token.gap == ", " and _fields(words, end):
        return 1
    if not spaced and token.gap != ", ":
        return 0
    following = _capital_after(words, end)
    if token.low == "and" and following == 1 and before.low in words_in("heads", "topics") and _fields(words, end + 1):
        return 2
    if spaced and token.low in words_in("context", "particles") and following and token.low not in ("y", "la", "le"):
        return 1
    if spaced and token.low in ("of", "for", "on") and _takes(words, start, end, token.low):
        step = following or _capital_after(words, end, "the")
        return step + 1 if step else 0
    return 0


def _owners(words: Sequence[Token], end: int) -> bool:
    """ "Harbour Workers' Relief Board": a plural that is no name itself, and an organisation's head not far behind."""
    before = words[end - 1]
    return (
        before.low.endswith("s")
        and before.low in listed("common_words")
        and any(t.capital and t.low in words_in("heads", "organization") for t in words[end : end + 3])
    )


def _capital_after(words: Sequence[Token], place: int, over: str = "") -> int:
    """1 when a capitalised word follows directly, 2 when only `over` stands between, else 0."""
    following = words[place + 1 : place + 3]
    if following and following[0].capital and following[0].gap in SPACES:
        return 1
    if over and len(following) == 2 and following[0].low == over and following[1].capital and following[1].gap in SPACES:
        return 2
    return 0


def _abbreviates(token: Token) -> bool:
    return token.low in words_in("abbreviations", "always_go_on") or (len(token.text) == 1 and token.text.isupper())


def _fields(words: Sequence[Token], place: int) -> bool:
    """Whether the words from `place` go on a list of fields of work that one office has: "Housing, Communities and …"."""
    before = words[place - 1] if words[place - 1].low != "and" else words[place - 2]
    if before.low not in words_in("heads", "topics") or (not words[place].capital and words[place].low != "and"):
        return False
    token = words[place]
    if token.low == "and":
        return place + 1 < len(words) and words[place + 1].low in words_in("heads", "topics") and words[place + 1].capital
    return token.low in words_in("heads", "topics") or token.low in words_in("heads", "organization")


def _takes(words: Sequence[Token], start: int, end: int, preposition: str) -> bool:
    """Whether a name that began at `start` goes on after "of", "for" or "on"."""
    low = {words[i].low for i in range(start, end)}
    if preposition == "on":
        return bool(low & {"committee", "council", "commission", "panel", "subcommittee", "conference"})
    if preposition == "for":
        return bool(
            low & (words_in("heads", "organization_of") | {"secretary", "minister", "observatory", "network", "lawyers", "fund"})
        )
    return bool(low & (words_in("heads", "organization_of") | words_in("heads", "place_of") | words_in("roles", "heads")))
