"""Claims: the accounts that give one proposition, and the words in which it is told best."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.collate.origins import AtOdds, Kinship, origins
from sayso.collate.told import Told
from sayso.findings import Claim
from sayso.identity import identify

ENOUGH_DETAIL = 40
"""Words beyond which an account is not told better by being longer."""

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
    """In the source's own words: a whole statement before a part of a sentence, the most detailed, then the earliest.

    Where none is a whole statement, the sentence that holds the best one: a claim is read alone.
    """
    order = sorted(range(len(accounts)), key=lambda i: (not _is_whole(accounts[i]), -min(len(accounts[i].words), ENOUGH_DETAIL), i))
    best = accounts[order[0]]
    span = best.span if _is_whole(best) else best.place
    return _without_loose_ends(" ".join(span.of(best.reading.text).split()))


def _is_whole(told: Told) -> bool:
    """Whether it can be read alone: more than a phrase, beginning as a sentence does."""
    if told.is_fragment or told.is_phrase or told.is_act:
        return False
    start = next((c for c in told.text if c.isalnum()), "")
    return not start.islower()


def _without_loose_ends(text: str) -> str:
    """Without the comma and the quotation mark that a quotation leaves behind where it is cut off from its speaker."""
    for opening, closing in QUOTATION_MARKS:
        if opening == closing:
            loose = text.endswith(closing) and text.count(closing) % 2 == 1
        else:
            loose = text.endswith(closing) and opening not in text
        if loose:
            text = text.removesuffix(closing)
    return text.rstrip(", ") or text
