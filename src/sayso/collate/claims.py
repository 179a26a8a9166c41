"""Claims: the accounts that give one proposition, and the words in which it is told best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sayso.collate.origins import AtOdds, Kinship, origins
from sayso.collate.told import Told
from sayso.collate.wording import lists, sentence_words
from sayso.findings import Claim
from sayso.identity import identify
from sayso.spans import Span

ENOUGH_DETAIL = 40
"""Words beyond which an account is not told better by being longer."""

TOO_LONG = 80
"""Words beyond which an account is a list, or a text run together, that tells nothing clearly."""

QUOTATION_MARKS = (("“", "”"), ("«", "»"), ('"', '"'))
"""Pairs of marks that open and close a quotation."""


def claim_id(story: str, accounts: Sequence[Told]) -> str:
    """What the claim that the accounts make up is called."""
    return identify("c", story, [told.id for told in accounts])


def claim(story: str, accounts: Sequence[Told], kinship: Kinship, at_odds: AtOdds = frozenset()) -> Claim:
    """The claim that the accounts make up. `accounts` must not be empty; their order is kept."""
    found = tuple(told.account for told in accounts)
    return Claim(claim_id(story, accounts), story, _clearest(accounts), found, origins(accounts, kinship, at_odds))


def _clearest(accounts: Sequence[Told]) -> str:
    """In the source's own words, for a claim is read alone: a whole statement; else the sentence around one, that at least says who
    speaks; else any. Of these one that says mostly what others say too, then the most detailed, then the earliest.
    """
    said = Counter(term for told in accounts for term in told.terms)
    best = min(enumerate(accounts), key=lambda numbered: (_leans(numbered[1]), *_detail(numbered[1], said), numbered[0]))[1]
    return _without_loose_ends(" ".join(_shown(best).of(best.reading.text).split()))


def _detail(told: Told, said: Counter[str]) -> tuple[bool, bool, int]:
    """Whether it is less than whole, whether it is unclear for saying mostly what no other account does or for its length,
    and how much it says.
    """
    own = sum(said[term] == 1 for term in told.terms)
    unclear = 2 * own > len(told.terms) or len(told.words) > TOO_LONG
    return not _is_whole(told), unclear, -min(len(told.words), ENOUGH_DETAIL)


def _shown(told: Told) -> Span:
    """The account where it can be read alone, else the sentence that holds it. What opens a sentence that is cut stands alone, or
    all its parts would be shown in the same words.
    """
    opens = _is_cut(told) and told.part.start == told.place.start
    return told.span if _is_whole(told) and (opens or not _begins_leaning(told, told.span)) else told.place


def _leans(told: Told) -> bool:
    """Whether what is shown of it begins with a word that the text before explains ("He", "This"), and does not say who speaks."""
    shown = _shown(told)
    sources = told.attribution.source if told.attribution else ()
    names_speaker = any(shown.contains(source) and not _begins_leaning(told, source) for source in sources)
    return _begins_leaning(told, shown) and not names_speaker


def _begins_leaning(told: Told, span: Span) -> bool:
    first = sentence_words(told.reading.text, span)[:1]
    return bool(first) and first[0].text.removesuffix("'s").removesuffix("'re") in lists().leaning


def _is_cut(told: Told) -> bool:
    """Whether it is one of several propositions of its sentence: a clause of its own."""
    return told.part != told.place


def _is_whole(told: Told) -> bool:
    """Whether it can be read alone: more than a phrase, beginning as a sentence does, or cut as a clause."""
    if _is_cut(told) and not told.is_act:
        return True
    if told.is_fragment or told.is_phrase or told.is_act:
        return False
    start = next((c for c in told.text if c.isalnum()), "")
    return not start.islower()


def _without_loose_ends(text: str) -> str:
    """Without the comma and the quotation mark that a quotation leaves behind where it is cut off from its speaker or its rest."""
    for opening, closing in QUOTATION_MARKS:
        if opening == closing:
            ends, begins = (text.endswith(closing), text.startswith(opening)) if text.count(closing) % 2 else (False, False)
        else:
            ends = text.endswith(closing) and opening not in text
            begins = text.startswith(opening) and closing not in text
        text = text.removesuffix(closing) if ends else text.removeprefix(opening) if begins else text
    return text.rstrip(", ") or text
